import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ContentError, type Folders } from './load.ts';
import type { Problem } from './problem.ts';
import type { Pack } from './schema.ts';

/** What the thread says: an error would arrive without its class. */
export type Loaded = { readonly packs: readonly Pack[] } | { readonly problems: readonly Problem[] };

/**
 * The same as `loadPacks`, on a thread of its own: it takes some tenths of a second, in which questions are answered.
 * Rejects with a ContentError.
 */
export async function loadOnThread(folders: Folders): Promise<readonly Pack[]> {
  const worker = new Worker(new URL('loadWorker.ts', import.meta.url), { workerData: folders });
  const [loaded]: Loaded[] = await once(worker, 'message');
  if (loaded === undefined) throw new Error('The thread that reads packs said nothing');
  if ('problems' in loaded) throw new ContentError(loaded.problems);
  return loaded.packs;
}
