import { jamo } from '../korean/jamo.ts';
import { type Analysis, compact } from './analysis.ts';

/**
 * The views in which two texts are compared. Each sees what the others miss: `words` sees meaning through stems and
 * concepts, `heads` survives endings, `syllables` survives spacing, `letters` survives typing errors.
 */
export const viewNames = ['words', 'heads', 'syllables', 'letters'] as const;
export type ViewName = (typeof viewNames)[number];
export type Features = Readonly<Record<ViewName, readonly string[]>>;

const LETTERS = 4;

/** The features of a text in every view. `concepts` are the words' keys, synonyms folded together. */
export function features(analysis: Analysis, concepts: readonly string[]): Features {
  const tight = compact(analysis.words.map((each) => each.surface).join(''));
  return {
    words: unique(concepts),
    heads: unique(analysis.words.flatMap(({ surface }) => heads(surface))),
    syllables: unique(grams(tight, 2)),
    letters: unique(grams(jamo(tight), LETTERS)),
  };
}

/** Start-marked bigrams of a word: 복구는 → ^복구, 복구, 구는; of a Latin word its first four letters too. */
function heads(word: string): string[] {
  const start = /^[a-z]/u.test(word) ? word.slice(0, 4) : word.slice(0, 2);
  return [`^${word.slice(0, 1)}`, `^${start}`, ...grams(word, 2)];
}

function grams(text: string, length: number): string[] {
  if (text.length <= length) return text === '' ? [] : [text];
  const found: string[] = [];
  for (let start = 0; start + length <= text.length; start++) found.push(text.slice(start, start + length));
  return found;
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
