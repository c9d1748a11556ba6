import type { Wording } from '../../i18n/translator.ts';
import type { Dealt } from '../../quiz/deck.ts';
import { button, type MessageBody, row } from './message.ts';
import { titleOf } from './packText.ts';
import { learnMoreRow } from './quizGame.ts';
import { answerRow, questionLines, questionTexts } from './quizQuestion.ts';
import { type Answered, answeredText, colours } from './quizSolution.ts';
import { greyLines, paragraphs } from './text.ts';
import { relativeTime } from './time.ts';

/** The question of a day (YYYY-MM-DD in the server's zone), not answered yet. */
export interface DailyQuestion {
  readonly question: Dealt;
  /** Stands for it in the buttons. */
  readonly key: string;
  readonly day: string;
  /** Days in a row, without this one. */
  readonly streak: number;
}

export function dailyQuestion({ question, key, day, streak }: DailyQuestion, wording: Wording): MessageBody {
  const { t } = wording;
  const standing = streak > 0 ? t('quiz.daily.streak', { days: streak }) : t('quiz.daily.first');
  return {
    embeds: [
      {
        color: colours.open,
        title: t('quiz.daily.title'),
        description: paragraphs(
          questionLines(questionTexts(wording, question), question),
          greyLines([t('quiz.daily.once'), standing]),
        ),
        footer: { text: titleOf(wording, question.pack) },
      },
    ],
    components: [
      answerRow(wording, question, {
        choose: (place) => ({ name: 'quiz|today', day, key, place }),
        answer: (asks) => ({ name: 'quiz|write', day, key, asks }),
      }),
    ],
  };
}

/** The question with its solution. */
export interface DailyAnswer extends Answered {
  /** Days in a row, with this one. */
  readonly streak: number;
  readonly best: number;
  /** When the next question comes. */
  readonly next: Date;
}

export function dailyAnswer(answer: DailyAnswer, wording: Wording): MessageBody {
  const { t } = wording;
  const { dealt, verdict, streak, best, next } = answer;
  const outcome = [
    t('quiz.daily.extended', { days: streak, best }),
    t('quiz.daily.next', { when: relativeTime(next) }),
  ].join('\n');
  return {
    embeds: [
      {
        color: verdict === 'right' ? colours.right : colours.wrong,
        title: t('quiz.daily.title'),
        description: answeredText(wording, answer, outcome),
        footer: { text: titleOf(wording, dealt.pack) },
      },
    ],
    components: [learnMoreRow(wording, dealt)],
  };
}

/** The one try was taken before. */
export interface DailyDone extends Pick<DailyAnswer, 'streak' | 'next'> {
  /** The question, and whether the answer was right; null where it has changed or gone since. */
  readonly answered: { readonly question: Dealt; readonly right: boolean } | null;
}

/** Whoever has not seen the solution, as after a broken connection, sees it here. */
export function dailyDone({ answered, streak, next }: DailyDone, wording: Wording): MessageBody {
  const { t } = wording;
  const practice = button({ name: 'quiz|practice' }, { label: t('quiz.button.practice'), emoji: '💪' });
  const content = [
    t('error.E-DONE', { when: relativeTime(next) }),
    ...(streak > 0 ? [t('quiz.daily.kept', { days: streak })] : []),
  ].join('\n');
  if (answered === null) return { content, components: [row(practice)] };
  const { question: dealt, right } = answered;
  const verdict = right ? 'right' : 'wrong';
  return {
    content,
    embeds: [
      {
        color: colours[verdict],
        title: t('quiz.daily.title'),
        description: answeredText(wording, { dealt, picks: null, verdict }, ''),
        footer: { text: titleOf(wording, dealt.pack) },
      },
    ],
    components: [row(practice, ...learnMoreRow(wording, dealt).components)],
  };
}

/** A button of another day. */
export function dailyOld({ t }: Wording): MessageBody {
  return {
    content: t('quiz.daily.old'),
    components: [row(button({ name: 'quiz|daily' }, { label: t('quiz.button.daily'), emoji: '📅' }))],
  };
}
