export interface LimiterOptions {
  /** Uses in a window. */
  readonly uses: number;
  readonly seconds: number;
  /** Keys kept at most; the one that was idle longest is forgotten first. */
  readonly most: number;
  readonly now: () => Date;
}

export type Taken =
  | { readonly allowed: true }
  /** `first`: nobody has been refused since the last use. */
  | { readonly allowed: false; readonly seconds: number; readonly first: boolean };

export type Limiter = (key: string) => Taken;

interface Entry {
  /** Of the uses still in the window, oldest first; milliseconds. */
  readonly uses: readonly number[];
  readonly refused: boolean;
}

/** At most so many uses in any window of so many seconds, for each key. A refused one does not count. */
export function createLimiter({ uses: limit, seconds, most, now }: LimiterOptions): Limiter {
  const entries = new Map<string, Entry>();
  const window = seconds * 1000;

  return (key) => {
    const time = now().getTime();
    const entry = entries.get(key);
    const uses = (entry?.uses ?? []).filter((use) => use > time - window);
    const [oldest] = uses;
    entries.delete(key);
    if (oldest !== undefined && uses.length >= limit) {
      entries.set(key, { uses, refused: true });
      const left = Math.ceil((oldest + window - time) / 1000);
      return { allowed: false, seconds: left, first: entry?.refused !== true };
    }
    entries.set(key, { uses: [...uses, time], refused: false });
    forgetOldest(entries, most);
    return { allowed: true };
  };
}

/** A Map keeps its keys in the order in which they were set. */
function forgetOldest(entries: Map<string, Entry>, most: number): void {
  const [oldest] = entries.keys();
  if (entries.size > most && oldest !== undefined) entries.delete(oldest);
}
