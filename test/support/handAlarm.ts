import type { WatchOptions } from '../../src/content/watch.ts';

/** An alarm that rings when it is told to. */
export interface HandAlarm {
  readonly alarm: WatchOptions['alarm'];
  /** For how many milliseconds it was set last; null where it is not set. */
  readonly waiting: () => number | null;
  /** Rings; resolves when it has been set again. */
  readonly ring: () => Promise<void>;
}

export function handAlarm(): HandAlarm {
  let set: { milliseconds: number; ring: () => void } | null = null;
  let isSet = () => {};
  return {
    alarm(milliseconds, ring) {
      set = { milliseconds, ring };
      isSet();
      return () => {
        set = null;
      };
    },
    waiting: () => set?.milliseconds ?? null,
    async ring() {
      const { promise, resolve } = Promise.withResolvers<void>();
      isSet = resolve;
      const before = set;
      set = null;
      before?.ring();
      await promise;
    },
  };
}
