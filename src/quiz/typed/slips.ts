/** Whether a guess is an answer but for a slip of the finger. */

import { editDistance, isSyllable, jamo } from '../../korean/jamo.ts';
import { withoutParticle } from '../../korean/stem.ts';
import { type GuessReading, withoutEachWord } from './guess.ts';
import type { AnswerKey } from './key.ts';
import { isCounter } from './koreanNumbers.ts';
import { figuresOf, isAbbreviation, type Name, shortest, syllablesIn } from './name.ts';

/** `near`: only the spelling can be wrong, but it is too far off. */
export type Closeness = 'slip' | 'near' | 'far';

/** A spelling somebody typed. */
interface Spelling {
  readonly text: string;
  readonly letters: string;
  readonly figures: string;
  /** What stands at its end as a word of its own, if anything does. */
  readonly particle: string;
  readonly counter: string;
}

function readSpelling(text: string): Spelling {
  const particle = text.slice(withoutParticle(text).length);
  const counter = /\d(\D+)$/u.exec(text)?.[1] ?? '';
  return {
    text,
    letters: jamo(text),
    figures: figuresOf(text),
    // One syllable ends other words as well: 타임스퀘여.
    particle: particle.length > 1 ? particle : '',
    counter: isCounter(counter) ? counter : '',
  };
}

/** @param isSpelledOut Whether the guess is an abbreviation, so that another one is not meant. */
export function closeness(reading: GuessReading, isSpelledOut: boolean, key: AnswerKey): Closeness {
  const found = reading.spellings.map((text) => compared(readSpelling(text), isSpelledOut, key));
  const slips = found.flatMap(({ is, of }) => (is === 'slip' ? of : []));
  if (slips.length > 0) return hasWordMore(reading, slips, key) ? 'near' : 'slip';
  return found.some(({ is }) => is === 'near') ? 'near' : 'far';
}

interface Found {
  readonly is: Closeness;
  /** The names in which it may be a slip. */
  readonly of: readonly Name[];
}

/** What another name fits as well or better is no slip. */
function compared(spelling: Spelling, isSpelledOut: boolean, { answers, others, foreign }: AnswerKey): Found {
  const reached = answers.all.flatMap((name) => {
    const reach = isSpelledOut && name.isAbbreviation ? 0 : name.reach;
    const distance = lettersApart(spelling, name, reach);
    if (distance > reach || endsInAnotherWord(spelling, name)) return [];
    return distance <= name.limit || !beginsOtherwise(spelling, name) ? [{ name, distance }] : [];
  });
  const of = reached.filter(({ name, distance }) => distance <= name.limit).map(({ name }) => name);
  if (reached.length === 0 || foreign.some((name) => spelling.text.includes(name))) return { is: 'far', of };
  const nearest = Math.min(...reached.map(({ distance }) => distance));
  const other = Math.min(...others.all.map((name) => lettersApart(spelling, name, nearest)));
  if (other < nearest) return { is: 'far', of };
  const isSlip = other > nearest && of.length > 0 && !of.some((name) => hasMoreBefore(spelling, name));
  return { is: isSlip ? 'slip' : 'near', of };
}

/** Figures are exact: texts whose figures differ are out of reach of each other. */
function lettersApart(spelling: Spelling, name: Name, limit: number): number {
  if (spelling.figures !== name.figures) return limit + 1;
  return editDistance(spelling.letters, name.letters, limit);
}

/** 제주에서 is no 제주에어, nor 78번 a 78분. */
function endsInAnotherWord({ particle, counter }: Spelling, { plain }: Name): boolean {
  return !plain.endsWith(particle) || !plain.endsWith(counter);
}

/** 울산 is not nearly 부산: a short name of which not even the beginning is right is not meant. */
function beginsOtherwise({ text }: Spelling, { plain }: Name): boolean {
  const [typed, meant] = [text.slice(0, 1), plain.slice(0, 1)];
  if (!isSyllable(typed) || !isSyllable(meant) || syllablesIn(plain) > 5) return false;
  return jamo(typed)[0] !== jamo(meant)[0] && editDistance(jamo(typed), jamo(meant), 1) > 1;
}

/** 비크라우드스트라이크: what is put before a name makes another. */
function hasMoreBefore({ text }: Spelling, { plain }: Name): boolean {
  return text !== plain && text.endsWith(plain);
}

/**
 * Whether it is an answer without one of its words, which then is no slip but a word: 크라우드스트라이크 MS. Unless the
 * name in which it may be a slip has such a word: 윈도 운영체게.
 */
function hasWordMore(reading: GuessReading, slips: readonly Name[], { answers }: AnswerKey): boolean {
  return withoutEachWord(reading).some(({ word, rest }) => {
    const hasWord = ({ plain, letters, limit }: Name) =>
      [plain.slice(0, word.length), plain.slice(-word.length)].some((part) => isNearly(word, part)) &&
      editDistance(jamo(rest.plain), letters, limit) > limit;
    return rest.spellings.some((form) => answers.forms.has(form)) && !slips.some(hasWord);
  });
}

/** But for one letter, of more than a syllable. */
function isNearly(word: string, other: string): boolean {
  const limit = jamo(word).length > shortest ? 1 : 0;
  return editDistance(jamo(word), jamo(other), limit) <= limit;
}

/** In lower case, a word without vowels tells: sk cns. */
export function isSpelledOut(typed: string): boolean {
  return isAbbreviation(typed) || /(?<![a-z])[b-df-hj-np-tv-xz]{2,}(?![a-z])/iu.test(typed);
}
