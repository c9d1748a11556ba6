import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LeaderboardPicture } from './leaderboard.ts';
import type { TimelinePicture } from './timeline.ts';

/** Of each kind. A picture has 40 to 150 KB. */
const mostKept = 32;

/** PNG files; the same value gives the same bytes. Rejects where something cannot be drawn. */
export interface Pictures {
  readonly timeline: (picture: TimelinePicture) => Promise<Uint8Array>;
  /** Draws any names; what no font has is left out. */
  readonly leaderboard: (picture: LeaderboardPicture) => Promise<Uint8Array>;
}

export type Drawable =
  | { readonly kind: 'timeline'; readonly picture: TimelinePicture }
  | { readonly kind: 'leaderboard'; readonly picture: LeaderboardPicture };

type Draw = (drawable: Drawable) => Promise<Uint8Array>;

/** Draws each picture once, on a thread of its own, and of each kind keeps those that were asked for last. */
export function createPictures(draw: Draw = drawOnThread): Pictures {
  const [timelines, leaderboards] = [keeping(draw), keeping(draw)];
  return {
    timeline: (picture) => timelines({ kind: 'timeline', picture }),
    leaderboard: (picture) => leaderboards({ kind: 'leaderboard', picture }),
  };
}

function keeping(draw: Draw): Draw {
  const kept = new Map<string, Promise<Uint8Array>>();
  return async (drawable) => {
    const key = JSON.stringify(drawable.picture);
    const png = kept.get(key) ?? draw(drawable);
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
  };
}

async function drawOnThread(drawable: Drawable): Promise<Uint8Array> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: drawable });
  const [png] = await once(worker, 'message');
  return png;
}
