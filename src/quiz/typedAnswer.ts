import { type GuessReading, partsOf, readGuess } from './typed/guess.ts';
import type { AnswerKey } from './typed/key.ts';
import { closeness, isSpelledOut } from './typed/slips.ts';
import { halfWidth, wordsOf } from './typed/words.ts';

/** `near`: not right, but so close that only the spelling can be wrong. */
export type Verdict = 'right' | 'near' | 'wrong';

/**
 * Whether nothing was typed that could be an answer, but blanks, punctuation, emoji or laughter. It costs nobody a try.
 */
export function isBlankAnswer(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(wordsOf(halfWidth(text)));
}

/**
 * Judges a guess. Spacing, punctuation, case, width, spoiler bars, Korean endings and particles, English articles and
 * plurals do not matter, nor what only introduces an answer; figures do. How many letters may be wrong grows with the
 * answer, but what is another name is wrong.
 *
 * @example judge('업데이트 입니다!', answerKey({ answers: ['업데이트'] }, [])) // 'right'
 * @example judge('보상', answerKey({ answers: ['배상'], near: ['보상'] }, [])) // 'wrong'
 */
export function judge(typed: string, key: AnswerKey): Verdict {
  if (denied.test(typed)) return 'wrong';
  const spelledOut = isSpelledOut(typed);
  const verdictOn = (reading: GuessReading) =>
    byName(reading, key) ?? bySpelling[closeness(reading, spelledOut, key)];
  const { asTyped, asMeant, asCorrected } = readGuess(typed);

  const verdicts = asTyped.map(verdictOn);
  if (verdicts.includes('right')) return 'right';
  const [plainest] = asTyped;
  if (plainest !== undefined && byName(plainest, key) === 'wrong') return 'wrong';
  verdicts.push(...asMeant.map(verdictOn));
  if (verdicts.includes('right') || isGivenTwice(typed, key)) return 'right';
  return verdicts.includes('near') || asCorrected.some((reading) => verdictOn(reading) === 'right')
    ? 'near'
    : 'wrong';
}

/** ‘No’ in chat, after an answer. */
const denied = /ㄴㄴ[^\p{L}\p{N}]*$/u;

const bySpelling = { slip: 'right', near: 'near', far: 'wrong' } as const;

/** Null where it is not exactly a name that the key knows. */
function byName({ plain, forms }: GuessReading, { answers, others }: AnswerKey): Verdict | null {
  if (answers.plains.has(plain)) return 'right';
  if (others.plains.has(plain) || forms.some((form) => others.forms.has(form))) return 'wrong';
  return forms.some((form) => answers.forms.has(form)) ? 'right' : null;
}

/** Particles do not count: 2배의 2배 is another amount. */
function isGivenTwice(typed: string, { answers, others }: AnswerKey): boolean {
  const isAnswer = ({ plain, spellings }: GuessReading) =>
    !others.plains.has(plain) && spellings.some((form) => answers.forms.has(form));
  return partsOf(typed).some((parts) => parts.every(isAnswer));
}
