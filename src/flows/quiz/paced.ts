import pLimit from 'p-limit';
import type { Alarm } from '../summary/scheduler.ts';

export interface PacedOptions {
  /** Milliseconds between showing something and showing it anew. */
  readonly pause: number;
  /** How many of them are shown at the same time. */
  readonly atOnce: number;
  readonly alarm: Alarm;
  /** Shows what there is under a key as it is now. Never rejects. */
  readonly show: (key: string) => Promise<void>;
}

/** Keeps what changes often in sight, without showing every change. */
export interface Paced {
  /** It has changed: it is shown at once, or after the pause where it was just shown. */
  readonly put: (key: string) => void;
  /** It is not shown any more; resolves when nothing is on its way. */
  readonly close: (key: string) => Promise<void>;
  /** Resolves when every change has been shown. */
  readonly settled: () => Promise<void>;
  /** Drops what waits; resolves when nothing is on its way. */
  readonly stop: () => Promise<void>;
}

interface Entry {
  changed: boolean;
  /** What is being shown, or was last. */
  showing: Promise<void>;
  /** The pause after it, once it has begun. */
  pausing: Promise<void> | null;
}

export function createPaced({ pause, atOnce, alarm, show }: PacedOptions): Paced {
  const entries = new Map<string, Entry>();
  const few = pLimit(atOnce);
  const rest = () => new Promise<void>((resolve) => void alarm(pause, resolve));

  async function keep(key: string, entry: Entry): Promise<void> {
    while (entry.changed) {
      entry.pausing = null;
      entry.showing = few(async () => {
        // It may have been closed while it waited for its turn.
        if (!entry.changed) return;
        entry.changed = false;
        await show(key);
      });
      await entry.showing;
      entry.pausing = rest();
      await entry.pausing;
    }
    if (entries.get(key) === entry) entries.delete(key);
  }

  async function close(key: string): Promise<void> {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entries.delete(key);
    entry.changed = false;
    await entry.showing;
  }

  return {
    put(key) {
      const known = entries.get(key);
      if (known !== undefined) {
        known.changed = true;
        return;
      }
      const entry = { changed: true, showing: Promise.resolve(), pausing: null };
      entries.set(key, entry);
      void keep(key, entry);
    },
    close,
    async settled() {
      const busy = () => [...entries.values()].filter(({ changed, pausing }) => changed || pausing === null);
      for (let left = busy(); left.length > 0; left = busy())
        await Promise.all(left.map(({ showing, pausing }) => pausing ?? showing));
    },
    async stop() {
      await Promise.all([...entries.keys()].map(close));
    },
  };
}
