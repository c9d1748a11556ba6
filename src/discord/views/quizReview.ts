import type { Wording } from '../../i18n/translator.ts';
import type { Dealt } from '../../quiz/deck.ts';
import { button, type MessageBody, type Row, row } from './message.ts';
import { titleOf } from './packText.ts';
import { learnMoreRow, solutionParagraphs } from './quizGame.ts';
import { colours } from './quizSolution.ts';
import { cut, lengthOf, paragraphs } from './text.ts';

/** Discord's limit, in code points. */
const embedDescription = 4096;

/** One of the questions that a member last answered wrong. */
export interface ReviewPage {
  readonly dealt: Dealt;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

export function reviewPage({ dealt, page, pages }: ReviewPage, wording: Wording): MessageBody {
  return {
    embeds: [
      {
        color: colours.closed,
        title: wording.t('quiz.mistakes.title', { page: page + 1, pages }),
        description: textOf(wording, dealt),
        footer: { text: titleOf(wording, dealt.pack) },
      },
    ],
    components: [
      ...(pages > 1
        ? [turnRow(wording, page, pages, (other) => ({ name: 'quiz|review', page: other }))]
        : []),
      learnMoreRow(wording, dealt),
    ],
  };
}

/** Where all does not fit, what is wrong with the other options gives way. */
function textOf(wording: Wording, dealt: Dealt): string {
  const all = solutionParagraphs(wording, dealt);
  const whole = paragraphs(...all);
  return lengthOf(whole) <= embedDescription ? whole : cut(paragraphs(...all.slice(0, -1)), embedDescription);
}

/** At either end the button that leads nowhere is off; its id names the page itself, so that no two are the same. */
export function turnRow<Turn extends Parameters<typeof button>[0]>(
  { t }: Wording,
  page: number,
  pages: number,
  turn: (page: number) => Turn,
): Row {
  return row(
    button(turn(Math.max(page - 1, 0)), {
      label: t('button.previousPage'),
      emoji: '◀️',
      disabled: page === 0,
    }),
    button(turn(Math.min(page + 1, pages - 1)), {
      label: t('button.nextPage'),
      emoji: '▶️',
      disabled: page === pages - 1,
    }),
  );
}

/** Nothing was answered wrong, or all of it has been put right since. */
export function nothingToReview({ t }: Wording): MessageBody {
  return {
    content: t('quiz.mistakes.none'),
    components: [row(button({ name: 'quiz|practice' }, { label: t('quiz.button.practice'), emoji: '💪' }))],
  };
}
