import { Worker } from 'node:worker_threads';
import type { LeaderboardPicture } from './leaderboard.ts';
import type { TimelinePicture } from './timeline.ts';

/** Milliseconds. A picture takes a tenth of a second; a thread that is at it for so long will not come back. */
const longestDrawing = 10_000;

export type Drawable =
  | { readonly kind: 'timeline'; readonly picture: TimelinePicture }
  | { readonly kind: 'leaderboard'; readonly picture: LeaderboardPicture };

/** Draws a PNG file, unless nobody wants it any more when its turn comes. */
export type Draw = (drawable: Drawable, isWanted: () => boolean) => Promise<Uint8Array>;

/** What the thread says of a picture. */
export type Drawn = { readonly png: Uint8Array } | { readonly error: unknown };

export interface ThreadOptions {
  /** In place of the one that draws. */
  readonly script?: URL;
  /** Milliseconds for one picture. */
  readonly patience?: number;
}

/**
 * Draws one picture after the other on a thread of its own: many at once would take all cores and a gigabyte, and none
 * would be ready in time. The thread is started for the first picture, and anew after it has ended or stands still.
 */
export function createThread(options: ThreadOptions = {}): Draw {
  let thread: Thread | null = null;
  let before: Promise<unknown> = Promise.resolve();

  function draw(drawable: Drawable): Promise<Uint8Array> {
    if (thread === null || thread.isOver()) thread = startThread(options);
    return thread.draw(drawable);
  }

  return (drawable, isWanted) => {
    const png = before.then(() => {
      if (!isWanted()) throw new Error('nobody waits for the picture any more');
      return draw(drawable);
    });
    before = png.catch(() => undefined);
    return png;
  };
}

interface Thread {
  /** One at a time. */
  readonly draw: (drawable: Drawable) => Promise<Uint8Array>;
  readonly isOver: () => boolean;
}

function startThread({
  script = new URL('worker.ts', import.meta.url),
  patience = longestDrawing,
}: ThreadOptions): Thread {
  const worker = new Worker(script);
  let over = false;
  let drawing: PromiseWithResolvers<Uint8Array> | null = null;

  function end(error: Error): void {
    over = true;
    drawing?.reject(error);
    void worker.terminate();
  }

  worker.on('message', (drawn: Drawn) => {
    if ('png' in drawn) drawing?.resolve(drawn.png);
    else drawing?.reject(drawn.error);
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread that draws has ended')));
  // It waits for pictures for ever, and nobody is to wait for it.
  worker.unref();

  return {
    isOver: () => over,
    async draw(drawable) {
      drawing = Promise.withResolvers();
      const late = setTimeout(() => end(new Error('the thread that draws stands still')), patience).unref();
      worker.postMessage(drawable);
      return drawing.promise.finally(() => clearTimeout(late));
    },
  };
}
