/** Under each key one piece of work after the other, in the order in which it came. */
export interface Lines {
  /** What the work comes to. A piece that rejects holds up nothing behind it. */
  readonly add: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
  /** Resolves when nothing is left to do. */
  readonly settled: () => Promise<void>;
}

export function createLines(): Lines {
  const ends = new Map<string, Promise<unknown>>();
  return {
    add(key, work) {
      const result = (ends.get(key) ?? Promise.resolve()).then(work);
      const end: Promise<void> = result
        .then(
          () => {},
          () => {},
        )
        .then(() => {
          if (ends.get(key) === end) ends.delete(key);
        });
      ends.set(key, end);
      return result;
    },
    async settled() {
      while (ends.size > 0) await Promise.all(ends.values());
    },
  };
}
