/** Discord's ids count milliseconds from the first second of 2015. */
const epoch = 1_420_070_400_000n;
/** A clock that starts at zero would give ids of fewer than the 17 digits libraries look for. */
const earliest = 1_600_000_000_000;

/** A source of ids: fresh each time, growing, 18 or 19 digits, whatever the clock does. */
export function snowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const candidate = (BigInt(Math.max(Math.floor(now()), earliest)) - epoch) << 22n;
    last = candidate > last ? candidate : last + 1n;
    return last.toString();
  };
}

export function isNewer(id: string, than: string): boolean {
  return BigInt(id) > BigInt(than);
}
