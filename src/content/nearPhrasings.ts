import { normalize } from '../korean/normalize.ts';
import { messages } from './messages.ts';
import type { Phrasing } from './phrasings.ts';
import type { Report } from './problem.ts';

/** Two questions that share so much of their letters are hard to tell apart. */
const sameQuestion = 0.8;
/** An alias this near to a phrasing of another pair, and farther from all of its own, has probably strayed. */
const strayed = 0.9;

interface Letters {
  readonly phrasing: Phrasing;
  /** Pairs of neighbouring letters, with how often they occur. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly count: number;
}

/** Questions of two pairs that are nearly the same, and aliases that are nearer to another pair than to their own. */
export function reportNearPhrasings(phrasings: readonly Phrasing[], report: Report): void {
  // A phrasing is compared with those of its own language, which are those of its own file.
  for (const ofFile of Map.groupBy(phrasings, ({ file }) => file).values()) reportWithin(ofFile, report);
}

function reportWithin(phrasings: readonly Phrasing[], report: Report): void {
  const all = phrasings.filter(({ kind }) => kind !== 'elliptical').map(lettersOf);
  const having = new Map<string, number[]>();
  for (const [index, { pairs }] of all.entries())
    for (const pair of pairs.keys()) having.set(pair, [...(having.get(pair) ?? []), index]);
  for (const [index, one] of all.entries()) {
    const { phrasing } = one;
    const near = [...nearTo(one, index, all, having)];
    const most = (candidates: readonly Near[]) =>
      candidates.reduce<Near | null>(
        (best, each) => (best !== null && best.share >= each.share ? best : each),
        null,
      );
    const others = near.filter(({ other }) => other.pair !== phrasing.pair);
    if (phrasing.kind === 'question') {
      const twin = most(others.filter(({ other, at }) => other.kind === 'question' && at < index));
      if (twin !== null && twin.share >= sameQuestion)
        report(
          phrasing.file,
          phrasing.at,
          phrasing.path,
          messages.nearQuestion(twin.other.pair, twin.other.at.line, twin.other.text),
        );
      continue;
    }
    const foreign = most(others);
    const own = most(near.filter(({ other }) => other.pair === phrasing.pair))?.share ?? 0;
    if (foreign !== null && foreign.share >= strayed && foreign.share > own)
      report(
        phrasing.file,
        phrasing.at,
        phrasing.path,
        messages.nearerAlias(phrasing.text, foreign.other.pair, foreign.other.at.line, foreign.other.text),
      );
  }
}

interface Near {
  readonly other: Phrasing;
  readonly at: number;
  /** 0…1, how much of both is the same. */
  readonly share: number;
}

function* nearTo(
  one: Letters,
  index: number,
  all: readonly Letters[],
  having: ReadonlyMap<string, readonly number[]>,
): Generator<Near> {
  const common = new Map<number, number>();
  for (const [pair, times] of one.pairs)
    for (const at of having.get(pair) ?? [])
      common.set(at, (common.get(at) ?? 0) + Math.min(times, all[at]?.pairs.get(pair) ?? 0));
  for (const [at, shared] of common) {
    const other = all[at];
    if (at !== index && other !== undefined)
      yield { other: other.phrasing, at, share: (2 * shared) / (one.count + other.count) };
  }
}

function lettersOf(phrasing: Phrasing): Letters {
  const text = ` ${normalize(phrasing.text)} `;
  const pairs = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at++) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { phrasing, pairs, count: text.length - 1 };
}
