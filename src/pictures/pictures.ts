import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TimelinePicture } from './timeline.ts';

/** About 40 KB each. */
const mostKept = 32;

/** PNG files; the same value gives the same bytes. Rejects where something cannot be drawn. */
export interface Pictures {
  readonly timeline: (picture: TimelinePicture) => Promise<Uint8Array>;
}

/** Draws each picture once, on a thread of its own, and keeps those that were asked for last. */
export function createPictures(draw: Pictures['timeline'] = drawOnThread): Pictures {
  const kept = new Map<string, Promise<Uint8Array>>();
  return {
    async timeline(picture) {
      const key = JSON.stringify(picture);
      const png = kept.get(key) ?? draw(picture);
      kept.delete(key);
      kept.set(key, png);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      try {
        return await png;
      } catch (error) {
        // It may succeed another time.
        if (kept.get(key) === png) kept.delete(key);
        throw error;
      }
    },
  };
}

async function drawOnThread(picture: TimelinePicture): Promise<Uint8Array> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: picture });
  const [png] = await once(worker, 'message');
  return png;
}
