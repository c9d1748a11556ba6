import { ButtonStyle } from 'discord-api-types/v10';
import type { Wording } from '../../i18n/translator.ts';
import type { Dealt } from '../../quiz/deck.ts';
import { button, type MessageBody, type Row, row } from './message.ts';
import { titleOf } from './packText.ts';
import { learnMoreRow } from './quizGame.ts';
import { answerRow, questionLines, questionTexts } from './quizQuestion.ts';
import { type Answered, answeredText, colours } from './quizSolution.ts';
import { greyLines, paragraphs } from './text.ts';
import { relativeTime } from './time.ts';

export interface PracticeCard {
  readonly question: Dealt;
  /** Stands for it in the buttons. */
  readonly key: string;
  /** As it stands in the buttons. */
  readonly layout: string;
  /** How many questions are to be answered again, how many not yet, and how many are new; null once the hint is shown. */
  readonly counts: { readonly due: number; readonly known: number; readonly untried: number } | null;
}

/** A question to practise; without `counts`, its hint. */
export function practiceCard(shown: PracticeCard, wording: Wording): MessageBody {
  const { question, key, layout, counts } = shown;
  const { t } = wording;
  const hinted = counts === null;
  const texts = questionTexts(wording, question);
  const hint = hinted && texts.hint !== null ? t('quiz.told.hint', { hint: texts.hint }) : '';
  const common = { key, layout, hinted };
  return {
    embeds: [
      {
        color: colours.open,
        title: t('quiz.practice.title'),
        description: paragraphs(
          questionLines(texts, question),
          hint,
          counts === null ? '' : greyLines([t('quiz.practice.counts', { ...counts })]),
        ),
        footer: { text: titleOf(wording, question.pack) },
      },
    ],
    components: [
      answerRow(wording, question, {
        choose: (place) => ({ name: 'quiz|try', ...common, place }),
        answer: (asks) => ({ name: 'quiz|spell', ...common, asks }),
      }),
      ...(texts.hint === null || hinted ? [] : [hintRow(wording, { key, layout })]),
    ],
  };
}

function hintRow({ t }: Wording, shown: { readonly key: string; readonly layout: string }): Row {
  return row(button({ name: 'quiz|clue', ...shown }, { label: t('quiz.button.hint'), emoji: '💡' }));
}

export interface PracticeSolution extends Answered {
  /** When it comes again. */
  readonly due: Date;
  /** False where it was answered a moment ago. */
  readonly counted: boolean;
}

/** The question with its solution, and the way to the next. */
export function practiceSolution(solution: PracticeSolution, wording: Wording): MessageBody {
  const { t } = wording;
  const { dealt, verdict, due, counted } = solution;
  const { pack, id: item } = dealt;
  const outcome = [
    t('quiz.practice.again', { when: relativeTime(due) }),
    ...(counted ? [] : [greyLines([t('quiz.practice.uncounted')])]),
  ].join('\n');
  const next = button(
    { name: 'quiz|next', pack, item },
    { label: t('quiz.practice.next'), emoji: '▶️', style: ButtonStyle.Primary },
  );
  return {
    embeds: [
      {
        color: verdict === 'right' ? colours.right : colours.wrong,
        title: t('quiz.practice.title'),
        description: answeredText(wording, solution, outcome),
        footer: { text: titleOf(wording, pack) },
      },
    ],
    components: [row(next, ...learnMoreRow(wording, dealt).components)],
  };
}

/** No pack has a question. */
export function noQuestions({ t }: Wording): MessageBody {
  return { content: t('quiz.none') };
}
