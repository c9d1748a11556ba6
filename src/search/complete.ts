import { jamo } from '../korean/jamo.ts';
import { typedAsHangul } from '../korean/layout.ts';
import { normalize } from '../korean/normalize.ts';
import { compact } from './analysis.ts';
import { refOf } from './find.ts';
import { type FindOptions, findInAll } from './findInAll.ts';
import type { SearchIndex } from './index.ts';
import type { Completion, PairRef } from './result.ts';

/** Discord shows at most 25 choices. */
const most = 25;
const fuzzyMost = 8;

/**
 * What to offer while someone types: exact > prefix > alias > initials > layout slip > near > found in an answer. Letters are
 * compared as jamo, as an input method sends half-composed syllables (ㄱ, 그, 금). For an empty text: the follow-ups of
 * the pair shown last, then the questions in reading order.
 */
export function complete(indexes: readonly SearchIndex[], text: string, options: FindOptions): Completion[] {
  const among = indexes.filter(({ pack }) => options.pack === undefined || pack === options.pack);
  const typed = compact(normalize(text)) || text.replace(/\s+/gu, '');
  const found = typed === '' ? hoisted(among, options) : matching(among, text, typed, options);
  const distinct = new Map<string, Completion>();
  for (const one of found) {
    const name = `${one.pack}:${one.pair}`;
    if (!distinct.has(name)) distinct.set(name, one);
  }
  return [...distinct.values()].slice(0, most);
}

function hoisted(indexes: readonly SearchIndex[], { previous }: FindOptions): Completion[] {
  const shown = indexes
    .find(({ pack }) => pack === previous?.pack)
    ?.pairs.find(({ id }) => id === previous?.pair);
  const leadOn = (shown?.followUps ?? []).map(({ to }) => ({ pack: previous?.pack ?? '', pair: to }));
  const inOrder = indexes.flatMap(({ pack, pairs }) => pairs.map(({ id }) => ({ pack, pair: id })));
  return [...leadOn, ...inOrder].map((ref) => ({ ...ref, why: 'hoisted' }));
}

/** The kinds in which a pack finds something by its letters, best first. */
const kinds = ['exact', 'prefix', 'alias', 'choseong', 'layout'] as const;

function matching(
  indexes: readonly SearchIndex[],
  text: string,
  typed: string,
  options: FindOptions,
): Completion[] {
  const hangul = compact(normalize(typedAsHangul(text)));
  const byLetters = indexes.flatMap((index) => {
    const found: Completion[] = [];
    const add: Add = (target, why) => void found.push({ ...refOf(index, target), why });
    byPhrasing(index, typed, add);
    if (hangul !== typed && /^[가-힣]/u.test(hangul)) byStart(index, jamo(hangul), 'layout', add);
    return found;
  });
  const near = findInAll(indexes, text, options).candidates.slice(0, fuzzyMost);
  return [
    ...kinds.flatMap((kind) => byLetters.filter(({ why }) => why === kind)),
    ...near.map(({ pack, pair }): Completion => ({ pack, pair, why: 'fuzzy' })),
    ...(typed.length > 1 ? inAnswers(indexes, typed) : []).map(
      (ref): Completion => ({ ...ref, why: 'content' }),
    ),
  ];
}

type Add = (target: number, why: (typeof kinds)[number]) => void;

function byPhrasing(index: SearchIndex, typed: string, add: Add): void {
  const exact = index.exact.get(typed);
  if (exact !== undefined) add(exact.target, 'exact');
  const letters = jamo(typed);
  for (const { target, isQuestion, letters: whole } of index.beginnings)
    if (isQuestion && whole.startsWith(letters)) add(target, 'prefix');
  byStart(index, letters, 'alias', add);
  if (!/^[ㄱ-ㅎ]+$/u.test(typed)) return;
  for (const { target, initials } of index.beginnings)
    if (initials.some((each) => each.startsWith(typed))) add(target, 'choseong');
}

function byStart(index: SearchIndex, letters: string, why: 'alias' | 'layout', add: Add): void {
  for (const { target, letters: whole } of index.beginnings) if (whole.startsWith(letters)) add(target, why);
}

function inAnswers(indexes: readonly SearchIndex[], typed: string): PairRef[] {
  return indexes.flatMap((index) =>
    [...index.answers.entries()].flatMap(([target, answer]) =>
      answer.includes(typed) ? [refOf(index, target)] : [],
    ),
  );
}
