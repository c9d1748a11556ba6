/** The word that was probably meant: one or two slips of a finger away, or null. */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.min(2, Math.floor(word.length / 3)) + 1;
  for (const other of known) {
    const slips = distance(word.toLowerCase(), other.toLowerCase(), least);
    if (slips < least) [best, least] = [other, slips];
  }
  return best;
}

/** Letters to put in, leave out, change or swap with their neighbour; `tooFar` where it is that much or more. */
function distance(from: string, to: string, tooFar: number): number {
  if (Math.abs(from.length - to.length) >= tooFar) return tooFar;
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const changed = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const moved = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = row > 1 && column > 1 && isSwap ? (before[column - 2] ?? 0) + 1 : tooFar;
      current.push(Math.min(changed, moved, swapped));
    }
    [before, previous] = [previous, current];
  }
  return previous[to.length] ?? tooFar;
}
