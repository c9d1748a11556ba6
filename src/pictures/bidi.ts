/**
 * What a letter does to the order on a line, in the words of Unicode's bidirectional algorithm (UAX #9): left to right,
 * right to left (of Arabic), a number (of Arabic), what belongs to a number beside it, and all else.
 */
type Kind = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'ET' | 'CS' | 'ON';

export interface Placed<T> {
  readonly letter: T;
  /** Whether it stands among letters that are read from right to left. */
  readonly backwards: boolean;
}

const rightToLeft = /^[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/**
 * The letters of one line as they stand from left to right. The line itself goes the way of its first letter that has
 * one, as in Discord. Without the algorithm's marks of direction, which names do not keep.
 */
export function inVisualOrder<T>(letters: readonly T[], textOf: (letter: T) => string): Placed<T>[] {
  const kinds = letters.map((letter) => kindOf(textOf(letter)));
  const first = kinds.find((kind) => kind === 'L' || kind === 'R' || kind === 'AL') ?? 'L';
  const base = first === 'L' ? 0 : 1;
  const resolved = bracketsResolved(numbersResolved(kinds), letters.map(textOf), base);
  const levels = levelsOf(neutralsResolved(resolved, base), base);
  let placed = letters.map((letter, index) => ({ letter, level: levels[index] ?? base }));
  for (let level = 2; level >= 1; level -= 1) placed = reversed(placed, level);
  return placed.map(({ letter, level }) => ({ letter, backwards: level % 2 === 1 }));
}

function kindOf(text: string): Kind {
  if (/^[0-9\u06f0-\u06f9]/.test(text)) return 'EN';
  if (/^[\u0660-\u0669\u066b\u066c]/.test(text)) return 'AN';
  if (/^[+-]/.test(text)) return 'ES';
  if (/^[.,:/\u060c]/.test(text)) return 'CS';
  if (/^[#%°\p{Sc}\u066a]/u.test(text)) return 'ET';
  if (/^\p{L}/u.test(text)) {
    if (!rightToLeft.test(text)) return 'L';
    return /^\p{Script=Hebrew}/u.test(text) ? 'R' : 'AL';
  }
  return /^[\u061b\u061e\u061f\u06d4]/.test(text) ? 'AL' : 'ON';
}

type Resolved = 'L' | 'R' | 'EN' | 'AN' | 'ON';

/** Rules W2 to W7. */
function numbersResolved(kinds: readonly Kind[]): Resolved[] {
  let last: Resolved = 'ON';
  return signsResolved(arabicNumbers(kinds)).map((kind) => {
    if (kind === 'L' || kind === 'R' || kind === 'AL') last = kind === 'L' ? 'L' : 'R';
    if (kind === 'AL') return 'R';
    if (kind === 'EN') return last === 'L' ? 'L' : 'EN';
    return kind === 'L' || kind === 'R' || kind === 'AN' ? kind : 'ON';
  });
}

/** Rule W2. */
function arabicNumbers(kinds: readonly Kind[]): Kind[] {
  let strong: Kind = 'ON';
  return kinds.map((kind) => {
    if (kind === 'L' || kind === 'R' || kind === 'AL') strong = kind;
    return kind === 'EN' && strong === 'AL' ? 'AN' : kind;
  });
}

/** Rules W4 and W5: the signs between the digits of a number and at its ends. */
function signsResolved(kinds: readonly Kind[]): Kind[] {
  const between = [...kinds];
  for (const [index, kind] of kinds.entries()) {
    const before = between[index - 1];
    if (before !== kinds[index + 1]) continue;
    if (before === 'EN' && (kind === 'ES' || kind === 'CS')) between[index] = 'EN';
    if (before === 'AN' && kind === 'CS') between[index] = 'AN';
  }
  const forwards = terminatorsResolved(between);
  return terminatorsResolved(forwards.reverse()).reverse();
}

function terminatorsResolved(kinds: readonly Kind[]): Kind[] {
  let last: Kind = 'ON';
  return kinds.map((kind) => {
    last = kind === 'ET' && last === 'EN' ? 'EN' : kind;
    return last;
  });
}

const closers = new Map(['()', '[]', '{}'].map(([open = '', close = '']) => [open, close]));

/** Rule N0: both brackets of a pair go the same way. */
function bracketsResolved(kinds: readonly Resolved[], texts: readonly string[], base: number): Resolved[] {
  const [line, other] = base === 0 ? (['L', 'R'] as const) : (['R', 'L'] as const);
  const resolved = [...kinds];
  for (const [open, close] of bracketPairs(texts)) {
    const inside = resolved.slice(open + 1, close).map(direction);
    const before =
      resolved
        .slice(0, open)
        .map(direction)
        .findLast((one) => one !== null) ?? line;
    if (!inside.includes(line) && !inside.includes(other)) continue;
    const way = inside.includes(line) || before === line ? line : other;
    resolved[open] = way;
    resolved[close] = way;
  }
  return resolved;
}

/** Pairs in the order of their opening brackets. */
function bracketPairs(texts: readonly string[]): [number, number][] {
  const waiting: { readonly close: string; readonly index: number }[] = [];
  const pairs: [number, number][] = [];
  for (const [index, text] of texts.entries()) {
    const close = closers.get(text);
    if (close !== undefined) waiting.push({ close, index });
    const opener = waiting.findLastIndex((one) => one.close === text);
    if (opener === -1) continue;
    pairs.push([waiting[opener]?.index ?? 0, index]);
    waiting.length = opener;
  }
  return pairs.sort(([one], [another]) => one - another);
}

/** Numbers count as right to left. */
function direction(kind: Resolved): 'L' | 'R' | null {
  if (kind === 'ON') return null;
  return kind === 'L' ? 'L' : 'R';
}

/** Rules N1 and N2: what has no direction goes with both its neighbours, or else with the line. */
function neutralsResolved(kinds: readonly Resolved[], base: number): Resolved[] {
  const line = base === 0 ? 'L' : 'R';
  const side = (kind: Resolved | undefined) => (kind === undefined ? line : direction(kind));
  const resolved = [...kinds];
  for (let from = 0; from < kinds.length; from += 1) {
    if (kinds[from] !== 'ON') continue;
    let to = from;
    while (kinds[to] === 'ON') to += 1;
    const before = side(kinds[from - 1]);
    resolved.fill(before === side(kinds[to]) ? (before ?? line) : line, from, to);
    from = to;
  }
  return resolved;
}

/** Rules I1 and I2. */
function levelsOf(kinds: readonly Resolved[], base: number): number[] {
  return kinds.map((kind) => {
    if (kind === 'R') return 1;
    if (kind === 'L') return base === 0 ? 0 : 2;
    return 2;
  });
}

/** Rule L2 for one level: each run of letters that lie as deep or deeper is turned round. */
function reversed<T extends { readonly level: number }>(placed: readonly T[], level: number): T[] {
  const turned: T[] = [];
  let run: T[] = [];
  for (const one of placed) {
    if (one.level >= level) {
      run.push(one);
      continue;
    }
    turned.push(...run.reverse(), one);
    run = [];
  }
  return [...turned, ...run.reverse()];
}
