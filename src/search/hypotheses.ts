import { afterGreeting } from '../korean/greeting.ts';
import { typedAsHangul, typedAsLatin } from '../korean/layout.ts';
import { type Analysis, analyse, type Word, word } from './analysis.ts';
import { isOutside } from './evidence.ts';
import type { SearchIndex } from './index.ts';
import type { Lexicon } from './lexicon.ts';
import type { Slip } from './result.ts';

/** One reading of what was typed: as it stands, without a greeting before it, or with a slip mended. */
export interface Hypothesis {
  readonly analysis: Analysis;
  readonly slip: Slip | null;
}

/** A converted text is believed only where this share of its words is known, and more than of the text as typed. */
const believable = 0.5;
/** A query of which this share is known is what its writer meant to type. */
const familiar = 0.6;
const LONGEST_SHOWN = 100;

/**
 * The readings of a query: as typed, what follows a greeting, and as its words would read on the other keyboard layout. Known words (crowdstrike, ms,
 * azure) and words of topics that are not covered (DNS) are never converted, and a converted word is made of whole syllables.
 * Where most of the query is known as it stands, only words whose conversion is a known word are converted.
 */
export function readings(query: string, index: SearchIndex): Hypothesis[] {
  const { lexicon } = index;
  const typed: Hypothesis = { analysis: analyse(query), slip: null };
  const hasLooseLetters = query.split(/\s+/u).some((each) => LOOSE_LETTERS.test(each));
  const knownAsTyped = hasLooseLetters ? 0 : knownShare(typed.analysis, lexicon);
  const converted =
    knownAsTyped >= familiar
      ? [toHangul(query, index, true)]
      : [toHangul(query, index, false), toLatin(query)];
  const question = afterGreeting(query);
  const found: Hypothesis[] = [typed];
  if (question !== null) found.push({ analysis: analyse(question), slip: null });
  for (const text of new Set(converted)) {
    if (text === null || text === query) continue;
    const analysis = analyse(text);
    const known = knownShare(analysis, lexicon);
    if (known < believable || known <= knownAsTyped) continue;
    found.push({ analysis, slip: { kind: 'layout', from: cut(query), to: cut(text) } });
  }
  return found;
}

/** The query with its strange Latin words read as Hangul; all of them where that leaves nothing but whole syllables. */
function toHangul(query: string, index: SearchIndex, onlyToKnown: boolean): string | null {
  if (!/[a-z]/iu.test(query)) return null;
  const everything = query.replace(/[a-z]+/giu, hangulOf);
  const isWhole = /^[^a-zㄱ-ㅎㅏ-ㅣ]+$/iu.test(everything);
  const hasOutside = analyse(query).words.some(({ surface }) => isOutside(index, surface));
  if (!onlyToKnown && isWhole && !hasOutside) return everything;
  return query.replace(/[a-z]+/giu, (latin) => {
    const [known] = analyse(latin).words;
    if (known === undefined || !isStrange(known, index)) return latin;
    const hangul = hangulOf(latin);
    const isBelievable = onlyToKnown ? hangul.length > 1 && index.lexicon.isKnown(word(hangul)) : true;
    return /^[가-힣]+$/u.test(hangul) && isBelievable ? hangul : latin;
  });
}

function isStrange(each: Word, index: SearchIndex): boolean {
  return each.isContent && !index.lexicon.isKnown(each) && !isOutside(index, each.surface);
}

/** With caps lock on every key is shifted, which nobody means. */
function hangulOf(latin: string): string {
  const isShouted = latin.length > 1 && latin === latin.toUpperCase();
  return typedAsHangul(isShouted ? latin.toLowerCase() : latin);
}

const LOOSE_LETTERS = /(?![ㅋㅎㅠㅜㅡ]+$)[ㄱ-ㅎㅏ-ㅣ]/u;

function toLatin(query: string): string | null {
  const words = query.split(/\s+/u);
  if (!words.some((each) => LOOSE_LETTERS.test(each))) return null;
  return words.map((each) => typedAsLatin(each)).join(' ');
}

/** The share of a text's words which the pack does not know, of those that carry a topic; 0 where it has none. */
export function strangeShare({ words }: Analysis, lexicon: Lexicon): number {
  const topics = words.filter(({ isContent }) => isContent);
  const strange = topics.filter((each) => !lexicon.isKnown(each) && lexicon.cut(each) === null);
  return topics.length === 0 ? 0 : strange.length / topics.length;
}

/** The share of a text's content words which the packs know; 0 where it has none. */
export function knownShare({ words }: Analysis, lexicon: Lexicon): number {
  if (words.length === 0) return 0;
  const known = words.filter(
    (each) => !each.isContent || lexicon.isKnown(each) || lexicon.cut(each) !== null,
  );
  return known.length / words.length;
}

function cut(text: string): string {
  const characters = [...text.trim()];
  return characters.length > LONGEST_SHOWN
    ? `${characters.slice(0, LONGEST_SHOWN - 1).join('')}…`
    : characters.join('');
}
