import { typedAsHangul, typedAsLatin } from '../korean/layout.ts';
import { type Analysis, analyse } from './analysis.ts';
import type { Lexicon } from './lexicon.ts';
import type { Slip } from './result.ts';

/** One reading of what was typed: as it stands, or with a slip mended. */
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
 * The readings of a query: as typed, and where its words are mostly unknown, as typed on the other keyboard layout. Known
 * words (crowdstrike, ms, azure) are never converted, and a converted word must be made of whole syllables.
 */
export function readings(query: string, lexicon: Lexicon): Hypothesis[] {
  const typed: Hypothesis = { analysis: analyse(query), slip: null };
  const hasLooseLetters = query.split(/\s+/u).some((each) => LOOSE_LETTERS.test(each));
  const knownAsTyped = hasLooseLetters ? 0 : knownShare(typed.analysis, lexicon);
  if (knownAsTyped >= familiar) return [typed];
  const found: Hypothesis[] = [typed];
  for (const convert of [toHangul, toLatin]) {
    const converted = convert(query, lexicon);
    if (converted === null || converted === query) continue;
    const analysis = analyse(converted);
    const known = knownShare(analysis, lexicon);
    if (known < believable || known <= knownAsTyped) continue;
    found.push({ analysis, slip: { kind: 'layout', from: cut(query), to: cut(converted) } });
  }
  return found;
}

function toHangul(query: string, lexicon: Lexicon): string | null {
  if (!/[a-z]/iu.test(query)) return null;
  const converted = query.replace(/[a-z]+/giu, (latin) => {
    const [known] = analyse(latin).words;
    if (known === undefined || lexicon.isKnown(known) || (latin.length > 1 && !known.isContent)) return latin;
    const hangul = typedAsHangul(latin);
    return /^[가-힣]+$/u.test(hangul) ? hangul : latin;
  });
  const everything = query.replace(/[a-z]+/giu, (latin) => typedAsHangul(latin));
  return /^[^a-zㄱ-ㅎㅏ-ㅣ]+$/iu.test(everything) ? everything : converted;
}

const LOOSE_LETTERS = /(?![ㅋㅎㅠㅜㅡ]+$)[ㄱ-ㅎㅏ-ㅣ]/u;

function toLatin(query: string): string | null {
  const words = query.split(/\s+/u);
  if (!words.some((each) => LOOSE_LETTERS.test(each))) return null;
  return words.map((each) => typedAsLatin(each)).join(' ');
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
