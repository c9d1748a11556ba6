import type { Wording } from '../../i18n/translator.ts';
import type { Dealt } from '../../quiz/deck.ts';
import type { Feedback, Game } from '../../quiz/game.ts';
import type { MessageBody } from './message.ts';
import { placeName, questionTexts } from './quizQuestion.ts';

/** What only the member who acted reads, in that member's language. */
export function told(feedback: Feedback, game: Game, wording: Wording): MessageBody {
  return { content: lines(feedback, game, wording).join('\n') };
}

function lines(feedback: Feedback, game: Game, wording: Wording): readonly string[] {
  const { t } = wording;
  const dealt = game.questions[game.current];
  switch (feedback.kind) {
    case 'chosen':
      return chosen(feedback.picks, dealt, game, wording);
    case 'already-chosen':
      return [t('error.E-PICKED', { choice: picksName(feedback.picks, dealt, wording) })];
    case 'typed':
      return typed(feedback, wording);
    case 'late':
      return [t('error.E-LATE')];
    case 'hint': {
      const hint = dealt === undefined ? null : questionTexts(wording, dealt).hint;
      return [t('quiz.told.hint', { hint: hint ?? '' }), `-# ${t('quiz.told.hintCost')}`];
    }
    case 'impossible':
      return [dealt?.kind === 'order' ? orderHelp(dealt.shown.length, wording) : t('quiz.told.impossible')];
    case 'voted': {
      const { votes, needed } = feedback;
      return [t(feedback.for === 'skip' ? 'quiz.told.votedSkip' : 'quiz.told.votedStop', { votes, needed })];
    }
    case 'done':
      return [t(doneKeys[feedback.what])];
    case 'over':
      return [t('error.E-QUIZOVER')];
    default:
      return [t(`quiz.told.${feedback.kind}`)];
  }
}

const doneKeys = {
  skip: 'quiz.told.doneSkip',
  stop: 'quiz.told.doneStop',
  continue: 'quiz.told.doneContinue',
} as const;

function chosen(
  picks: readonly number[],
  dealt: Dealt | undefined,
  { style }: Game,
  wording: Wording,
): readonly string[] {
  const choice = picksName(picks, dealt, wording);
  const note = wording.t(style === 'together' ? 'quiz.told.changeable' : 'quiz.told.final');
  return [wording.t('quiz.told.chosen', { choice }), `-# ${note}`];
}

/** B, or 3 → 1 → 2. */
function picksName(picks: readonly number[], dealt: Dealt | undefined, wording: Wording): string {
  if (dealt === undefined) return '';
  if (dealt.kind === 'order') return picks.map((place) => place + 1).join(' → ');
  return placeName(wording, dealt, picks[0] ?? 0);
}

function typed(
  { verdict, triesLeft }: Extract<Feedback, { kind: 'typed' }>,
  { t }: Wording,
): readonly string[] {
  if (verdict === 'right') return [t('quiz.told.right')];
  if (triesLeft > 0) return [t(`quiz.told.${verdict}`), t('quiz.told.triesLeft', { count: triesLeft })];
  // Nobody who has no try left is told to check the spelling.
  return [t(verdict === 'near' ? 'quiz.almost' : 'quiz.told.wrong'), t('quiz.told.noTries')];
}

/** How an order is to be written; the example says nothing of the right one. */
export function orderHelp(count: number, { t }: Wording): string {
  const example = Array.from({ length: count }, (_, index) => count - index).join(' ');
  return t('quiz.told.impossibleOrder', { count, example });
}
