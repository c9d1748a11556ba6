import type { LeaderboardPicture } from './leaderboard.ts';
import { createThread, type Draw, type Drawable } from './thread.ts';
import type { TimelinePicture } from './timeline.ts';

/** Of each kind. A picture has 40 to 150 KB. */
const mostKept = 32;
/** Leaderboards that wait or are being drawn. A member waits five seconds, in which so many are drawn even on a busy machine. */
const mostWaiting = 8;

/** PNG files; the same value gives the same bytes. Rejects where something cannot be drawn. */
export interface Pictures {
  readonly timeline: (picture: TimelinePicture) => Promise<Uint8Array>;
  /**
   * Draws any names; what no font has is left out. Rejects where too many others wait, and, before its turn has come,
   * where `signal` was aborted.
   */
  readonly leaderboard: (picture: LeaderboardPicture, signal: AbortSignal) => Promise<Uint8Array>;
}

/**
 * Draws each picture once, one after the other on a thread of its own, and of each kind keeps those that were asked for
 * last. Of timelines there are few, each pack having its own, so that none is ever too many.
 */
export function createPictures(draw: Draw = createThread()): Pictures {
  const timelines = keeping(draw, Number.POSITIVE_INFINITY);
  const leaderboards = keeping(draw, mostWaiting);
  return {
    timeline: (picture) => timelines({ kind: 'timeline', picture }, null),
    leaderboard: (picture, signal) => leaderboards({ kind: 'leaderboard', picture }, signal),
  };
}

interface Waiting {
  readonly png: Promise<Uint8Array>;
  /** Of those who want it; null: of somebody who does not give up. */
  readonly signals: (AbortSignal | null)[];
}

/** @param most of those that wait */
function keeping(draw: Draw, most: number) {
  const kept = new Map<string, Uint8Array>();
  const waiting = new Map<string, Waiting>();

  function keep(key: string, png: Uint8Array): Uint8Array {
    kept.delete(key);
    kept.set(key, png);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return png;
  }

  function begin(key: string, drawable: Drawable): Waiting {
    if (waiting.size >= most) throw new Error('too many pictures wait to be drawn');
    const signals: (AbortSignal | null)[] = [];
    const isWanted = () => signals.some((signal) => signal?.aborted !== true);
    const png = draw(drawable, isWanted)
      .then((drawn) => keep(key, drawn))
      .finally(() => waiting.delete(key));
    const begun = { png, signals };
    waiting.set(key, begun);
    return begun;
  }

  return async (drawable: Drawable, signal: AbortSignal | null): Promise<Uint8Array> => {
    const key = JSON.stringify(drawable.picture);
    const known = kept.get(key);
    if (known !== undefined) return keep(key, known);
    const { png, signals } = waiting.get(key) ?? begin(key, drawable);
    signals.push(signal);
    return png;
  };
}
