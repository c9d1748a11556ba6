import type { Wording } from '../../i18n/translator.ts';
import type { Dealt } from '../../quiz/deck.ts';
import type { Verdict } from '../../quiz/typedAnswer.ts';
import { solutionParagraphs } from './quizGame.ts';
import { placeName } from './quizQuestion.ts';
import { cut, lengthOf, paragraphs, quoted } from './text.ts';

/** Discord's limit, in code points. */
const embedDescription = 4096;

/** What somebody answered alone, and what came of it. */
export interface Answered {
  readonly dealt: Dealt;
  /** Places in `shown`, or the text of a typed answer; the member alone reads it again. Null where it was not kept. */
  readonly picks: readonly number[] | string | null;
  readonly verdict: Verdict;
}

export const colours = { open: 0x5865f2, right: 0x57f287, wrong: 0xed4245, closed: 0x4e5058 } as const;

/** How the question was answered, its solution, then what follows from it; at most 4,096 code points. */
export function answeredText(wording: Wording, answered: Answered, outcome: string): string {
  const solution = solutionParagraphs(wording, answered.dealt);
  const verdict = verdictLines(wording, answered);
  const whole = paragraphs(verdict, ...solution, outcome);
  if (lengthOf(whole) <= embedDescription) return whole;
  return cut(paragraphs(verdict, ...solution.slice(0, -1), outcome), embedDescription);
}

const verdictKeys = { right: 'quiz.told.right', near: 'quiz.almost', wrong: 'quiz.told.wrong' } as const;

function verdictLines(wording: Wording, { dealt, picks, verdict }: Answered): string {
  const { t } = wording;
  const told = `**${t(verdictKeys[verdict])}**`;
  if (verdict === 'right' || picks === null) return told;
  return [told, t('quiz.own', { answer: answerName(wording, dealt, picks) })].join('\n');
}

/** B, or 3 → 1 → 2, or what was typed. */
function answerName(wording: Wording, dealt: Dealt, picks: readonly number[] | string): string {
  if (typeof picks === 'string') return quoted(picks);
  if (dealt.kind === 'order') return picks.map((place) => place + 1).join(' → ');
  return placeName(wording, dealt, picks[0] ?? 0);
}
