/** Texts as they are compared, names and guesses alike: one width, no marks, no capitals, numbers in figures. */

import { normalize } from '../../korean/normalize.ts';
import { withEnglishNumbers } from './englishNumbers.ts';
import { withKoreanNumbers } from './koreanNumbers.ts';
import { withReadMarks } from './marks.ts';

export interface Reading {
  /** As one word. */
  readonly plain: string;
  /** What it may be meant as, `plain` among them. */
  readonly forms: readonly string[];
}

/** Nobody types more into an answer; what is longer is cut. In UTF-16 units. */
const longest = 200;

export function halfWidth(text: string): string {
  return text
    .slice(0, longest)
    .replace(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCodePoint(sign.charCodeAt(0) - 0xfee0))
    .normalize('NFC');
}

/** Words separated by single spaces, of a text in half width. */
export function wordsOf(text: string): string {
  return withEnglishNumbers(normalize(withReadMarks(text)));
}

/** Except between two figures: 2 4 is not 24. */
export function withoutSpaces(words: string): string {
  return words.replace(/(?<!\d) | (?!\d)/gu, '');
}

/** As one word; a run of three letters reads as a stretched one, as in `normalize`. */
export function joined(words: string): string {
  return withKoreanNumbers(withoutSpaces(words).replace(/([^\d])\1{2,}/gu, '$1'));
}

const articles = new Set(['a', 'an', 'the']);

/** English words without articles, each in the singular, joined; a light rule, the same for both sides. */
export function singular(words: string): string {
  const all = words.split(' ');
  const parts = all.filter((word) => !articles.has(word));
  return joined((parts.length === 0 ? all : parts).map(singularWord).join(' '));
}

function singularWord(word: string): string {
  if (!/^[a-z]{4,}$/u.test(word) || /(?:ss|us|is)$/u.test(word)) return word;
  return word
    .replace(/ies$/u, 'y')
    .replace(/(?<=x|ch|sh|ss)es$/u, '')
    .replace(/s$/u, '');
}

export function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
