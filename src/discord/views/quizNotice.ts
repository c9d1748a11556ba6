import { ButtonStyle } from 'discord-api-types/v10';
import type { Wording } from '../../i18n/translator.ts';
import { button, type MessageBody, row, select } from './message.ts';
import { type ShownGame, scoreBoard } from './quizGame.ts';

/** Asks whether a game shall be stopped, or voted to be, with the points that it has brought so far. */
export function confirmStop(
  { id, game, wording }: ShownGame,
  { decides }: { readonly decides: boolean },
): MessageBody {
  const { t } = wording;
  const board = scoreBoard({ game, wording });
  return {
    ...board,
    content: t(decides ? 'quiz.confirm' : 'quiz.confirmVote'),
    components: [
      row(
        button(
          { name: 'quiz|halt', game: id },
          { label: t(decides ? 'quiz.button.halt' : 'quiz.button.agree'), style: ButtonStyle.Danger },
        ),
      ),
    ],
  };
}

/** What can be wrong with a question. */
export const faults = ['quiz-answer', 'quiz-explanation', 'quiz-wording', 'quiz-old'] as const;

export function faultSelect(
  { pack, item }: { readonly pack: string; readonly item: string },
  { t }: Wording,
): MessageBody {
  const options = faults.map((fault) => ({
    label: t(`quiz.fault.${faultKeys[fault]}`),
    value: fault,
  }));
  return {
    components: [row(select({ name: 'quiz|fault', pack, item }, t('quiz.fault.ask'), options))],
    content: t('quiz.fault.ask'),
  };
}

const faultKeys = {
  'quiz-answer': 'answer',
  'quiz-explanation': 'explanation',
  'quiz-wording': 'wording',
  'quiz-old': 'old',
} as const;

export function reportThanks({ t }: Wording): MessageBody {
  return { content: t('quiz.told.reported') };
}
