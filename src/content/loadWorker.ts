import { parentPort, workerData } from 'node:worker_threads';
import { ContentError, type Folders, loadPacks } from './load.ts';
import type { Loaded } from './loadOnThread.ts';

/** The packs of a folder, read on a thread of its own, which ends with it. */
parentPort?.postMessage(load(workerData as Folders));

function load(folders: Folders): Loaded {
  try {
    return { packs: loadPacks(folders) };
  } catch (error) {
    if (error instanceof ContentError) return { problems: error.problems };
    throw error;
  }
}
