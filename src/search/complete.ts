import { jamo } from '../korean/jamo.ts';
import { typedAsHangul } from '../korean/layout.ts';
import { normalize } from '../korean/normalize.ts';
import { compact } from './analysis.ts';
import { find, refOf } from './find.ts';
import type { SearchIndex } from './index.ts';
import type { RankOptions } from './rank.ts';
import type { Completion } from './result.ts';

/** Discord shows at most 25 choices. */
const most = 25;
const fuzzyMost = 8;

/**
 * What to offer while someone types: exact > prefix > alias > initials > layout slip > near > found in an answer. Letters are
 * compared as jamo, as an input method sends half-composed syllables (ㄱ, 그, 금). For an empty text: the follow-ups of
 * the pair shown last, then the questions in reading order.
 */
export function complete(index: SearchIndex, text: string, options: RankOptions): Completion[] {
  const list = new Map<number, Completion['why']>();
  const add = (target: number, why: Completion['why']): void => {
    if (options.pack !== undefined && index.targets[target]?.pack !== options.pack) return;
    if (target >= 0 && !list.has(target)) list.set(target, why);
  };
  const typed = compact(normalize(text)) || text.replace(/\s+/gu, '');
  if (typed === '') hoist(index, options, add);
  else {
    byPhrasing(index, typed, add);
    const hangul = compact(normalize(typedAsHangul(text)));
    if (hangul !== typed && /^[가-힣]/u.test(hangul)) byStart(index, jamo(hangul), 'layout', add);
    byNearness(index, text, options, add);
    if (typed.length > 1) byAnswer(index, typed, add);
  }
  return [...list].slice(0, most).map(([target, why]) => ({ ...refOf(index, target), why }));
}

type Add = (target: number, why: Completion['why']) => void;

function hoist(index: SearchIndex, { previous }: RankOptions, add: Add): void {
  const shown = index.targets.find(({ pack, pair }) => pack === previous?.pack && pair.id === previous.pair);
  for (const { to } of shown?.pair.followUps ?? [])
    add(
      index.targets.findIndex(({ pack, pair }) => pack === shown?.pack && pair.id === to),
      'hoisted',
    );
  for (const position of index.targets.keys()) add(position, 'hoisted');
}

function byPhrasing(index: SearchIndex, typed: string, add: Add): void {
  for (const target of index.exact.get(typed) ?? []) add(target, 'exact');
  const letters = jamo(typed);
  for (const { target, isQuestion, letters: whole } of index.beginnings)
    if (isQuestion && whole.startsWith(letters)) add(target, 'prefix');
  byStart(index, letters, 'alias', add);
  if (!/^[ㄱ-ㅎ]+$/u.test(typed)) return;
  for (const { target, initials } of index.beginnings)
    if (initials.some((each) => each.startsWith(typed))) add(target, 'choseong');
}

function byStart(index: SearchIndex, letters: string, why: Completion['why'], add: Add): void {
  for (const { target, letters: whole } of index.beginnings) if (whole.startsWith(letters)) add(target, why);
}

function byNearness(index: SearchIndex, text: string, options: RankOptions, add: Add): void {
  const { candidates } = find(index, text, options);
  for (const { pack, pair } of candidates.slice(0, fuzzyMost))
    add(
      index.targets.findIndex((target) => target.pack === pack && target.pair.id === pair),
      'fuzzy',
    );
}

function byAnswer(index: SearchIndex, typed: string, add: Add): void {
  for (const [target, answer] of index.answers.entries()) if (answer.includes(typed)) add(target, 'content');
}
