/** How often to look. A look asks the disk about the few files of the packs, and reads none. */
const lookMilliseconds = 1_000;
/** Editors write in several steps; what has not changed for so long is what they meant. */
const quietMilliseconds = 300;

export interface WatchOptions {
  /** Text that is another one whenever something changed; never rejects. */
  readonly look: () => Promise<string>;
  /** What it was when that was read which is in use now. */
  readonly seen: string;
  /**
   * Makes ready what is there now; what it resolves to puts it in its place, and is called unless something changed again
   * meanwhile. Never rejects.
   */
  readonly prepare: () => Promise<() => void>;
  /** Calls `ring` after so many milliseconds, unless cancelled by what it returns. */
  readonly alarm: (milliseconds: number, ring: () => void) => () => void;
}

export interface Watch {
  /** Finishes what runs, and looks no more. */
  readonly stop: () => Promise<void>;
}

/**
 * Looks for changes, and has each made ready once it is complete. It asks the disk from time to time: events of the file
 * system do not come from shared folders and mounted volumes, and folders made a moment ago are missed.
 */
export function watch({ look, seen, prepare, alarm }: WatchOptions): Watch {
  let used = seen;
  /** What was there at the last look, where that is not in use. */
  let waiting: string | null = null;
  let stopped = false;
  let cancel = () => {};
  let looking = Promise.resolve();

  function sleep(milliseconds: number): void {
    cancel = alarm(milliseconds, () => {
      looking = step();
    });
  }

  async function step(): Promise<void> {
    const there = await look();
    if (there === used) waiting = null;
    else if (there === waiting) await use(there);
    else waiting = there;
    if (!stopped) sleep(waiting === null ? lookMilliseconds : quietMilliseconds);
  }

  /** What was written while it was read may be half of one version and half of another. */
  async function use(there: string): Promise<void> {
    const put = await prepare();
    const after = await look();
    waiting = after === there ? null : after;
    if (waiting !== null || stopped) return;
    used = there;
    put();
  }

  sleep(lookMilliseconds);
  return {
    async stop() {
      stopped = true;
      cancel();
      await looking;
    },
  };
}
