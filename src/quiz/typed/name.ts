/** Answers, and whatever else has a name, with what a slip in them is measured by. */

import { isSyllable, jamo } from '../../korean/jamo.ts';
import { ordinalIn } from './englishNumbers.ts';
import { halfWidth, joined, type Reading, singular, unique, wordsOf } from './words.ts';

export interface Name extends Reading {
  readonly letters: string;
  readonly figures: string;
  /** Up to how many letters' difference a spelling is right still, and up to how many it is near. */
  readonly limit: number;
  readonly reach: number;
  readonly isAbbreviation: boolean;
}

/** What is counted may be left away: 10억 for 10억 달러, 2024 for 2024년. Not 19 for 7월 19일. */
const counted = /^((?:마이너스)?\d+(?:\.\d+)?)(?:[^\d\s]{1,2}|파운드|times)$/u;

export function readName(written: string): Name {
  const words = wordsOf(halfWidth(written));
  const plain = joined(words);
  const figure = counted.exec(plain)?.[1] ?? plain;
  const forms = unique([
    plain,
    singular(words),
    plain.replaceAll('&', ''),
    figure,
    ordinalIn(words) ?? plain,
  ]);
  return { plain, forms, ...measures(plain, isAbbreviation(written)) };
}

/** For what is wrong: 35,000 dollars is no 35,000원, but 35,000 alone is. */
export function withCounter(name: Name): Name {
  const figure = counted.exec(name.plain)?.[1];
  return { ...name, forms: name.forms.filter((form) => form === name.plain || form !== figure) };
}

/** Of so few letters, one is too much of the whole to speak of a near miss: MS, 불. */
export const shortest = 3;

function measures(plain: string, isAbbreviation: boolean): Omit<Name, 'plain' | 'forms'> {
  const unit = plain.replace(/[\d.%]/gu, '');
  const limit = isAbbreviation ? 0 : limitOf(unit);
  // A figure is all there is to 1%; of 20일, the figure is enough for the rest to be short.
  const isShort = unit === plain ? jamo(plain).length <= shortest : unit === '';
  return {
    letters: jamo(plain),
    figures: figuresOf(plain),
    limit,
    reach: isShort ? limit : limit + 1,
    isAbbreviation,
  };
}

/**
 * The edit distance that is forgiven. Korean counts letters (자모) by syllables: none up to two, where one letter makes
 * another word (배상, 보상), one up to five, two from six on. Other scripts: none up to five letters, as of cloud and
 * clout, one up to nine. Figures are exact.
 */
function limitOf(letters: string): number {
  const syllables = syllablesIn(letters);
  if (syllables > 0) return syllables <= 2 ? 0 : syllables <= 5 ? 1 : 2;
  return letters.length <= 5 ? 0 : letters.length <= 9 ? 1 : 2;
}

export function syllablesIn(text: string): number {
  return [...text].filter(isSyllable).length;
}

export function figuresOf(text: string): string {
  return (text.match(/\d+(?:\.\d+)?/gu) ?? []).join(' ');
}

/** SK C&C, CISA: every letter is a word, another one makes another company. */
export function isAbbreviation(written: string): boolean {
  const [capitals, small] = [/[A-Z]/gu, /[a-z]/gu].map((letters) => written.match(letters)?.length ?? 0);
  return !/\p{Script=Hangul}/u.test(written) && (/[a-z]&[a-z]/iu.test(written) || isMostly(capitals, small));
}

/** More than six are shouted: CROWDSTRIKE. */
function isMostly(capitals = 0, small = 0): boolean {
  return capitals > 1 && capitals > small && capitals + small <= 6;
}
