import { ButtonStyle } from 'discord-api-types/v10';
import type { Wording } from '../../i18n/translator.ts';
import { levels, modes, type Setup, styles, usualCounts, usualSeconds, writeSetup } from '../quizSetup.ts';
import { button, type MessageBody, type Row, row, select } from './message.ts';
import { titleOf } from './packText.ts';
import { usualPeriod } from './quizBoard.ts';
import { greyLines, paragraphs, quoted } from './text.ts';

export interface QuizPanel {
  /** Of a new game. */
  readonly setup: Setup;
  /** The game that is on in this channel; null: none. */
  readonly running: RunningGame | null;
  readonly wording: Wording;
}

export interface RunningGame {
  readonly id: string;
  /** Where it is. */
  readonly link: string;
  readonly paused: boolean;
  /** Whether the member who reads this plays in it. */
  readonly plays: boolean;
}

/** Everything that can be done with quizzes, from here. */
export function quizPanel({ setup, running, wording }: QuizPanel): MessageBody {
  const { t } = wording;
  const game =
    running === null
      ? row(
          button(
            { name: 'quiz|start', setup: writeSetup(setup) },
            { label: t('quiz.button.start'), emoji: '▶️', style: ButtonStyle.Primary },
          ),
          button(
            { name: 'quiz|setup', setup: writeSetup(setup) },
            { label: t('quiz.button.settings'), emoji: '🛠️' },
          ),
        )
      : runningRow(running, wording);
  return {
    content: [
      t('quiz.panel.title'),
      running === null ? t('quiz.panel.idle') : t('quiz.panel.running', { link: running.link }),
      ...(running === null ? [greyLines([setupText(setup, wording)])] : []),
    ].join('\n'),
    components: [game, aloneRow(wording)],
  };
}

/** What a member can do in the game. In a pause, there is no question to skip or to be helped with. */
function runningRow({ id, paused, plays }: RunningGame, { t }: Wording): Row {
  return row(
    button({ name: 'quiz|now', what: 'score' }, { label: t('quiz.button.score'), emoji: '📊' }),
    ...(paused
      ? []
      : [
          button({ name: 'quiz|now', what: 'hint' }, { label: t('quiz.button.hint'), emoji: '💡' }),
          button({ name: 'quiz|now', what: 'skip' }, { label: t('quiz.button.skip'), emoji: '⏭️' }),
        ]),
    ...(plays
      ? [button({ name: 'quiz|leave', game: id }, { label: t('quiz.button.leave'), emoji: '🚪' })]
      : []),
    button({ name: 'quiz|now', what: 'stop' }, { label: t('quiz.button.stop'), emoji: '⏹️' }),
  );
}

/** What a member does alone. */
function aloneRow({ t }: Wording): Row {
  return row(
    button({ name: 'quiz|daily' }, { label: t('quiz.button.daily'), emoji: '📅' }),
    button({ name: 'quiz|practice' }, { label: t('quiz.button.practice'), emoji: '💪' }),
    button({ name: 'quiz|mistakes' }, { label: t('quiz.button.review'), emoji: '📝' }),
    button({ name: 'quiz|ranks', period: usualPeriod }, { label: t('quiz.button.board'), emoji: '🏆' }),
  );
}

/** "스피드 · 모든 문제 · 보통 · 문제 5개 · 20초 · 한국어" */
export function setupText(setup: Setup, wording: Wording): string {
  const { style, mode, difficulty, count, seconds, language, thread, pack } = setup;
  const { t } = wording;
  return [
    t(`quiz.style.${style}`),
    t(`quiz.mode.${mode}`),
    t(`quiz.level.${difficulty}`),
    t('quiz.button.count', { count }),
    t('quiz.button.seconds', { seconds }),
    t(`language.${language}`),
    ...(thread ? [t('quiz.button.thread')] : []),
    ...(pack === null ? [] : [quoted(titleOf(wording, pack))]),
  ].join(' · ');
}

export interface SetupPanel extends Pick<QuizPanel, 'setup' | 'wording'> {
  /** How many questions fit. */
  readonly available: number;
}

/** The workbench of a new game. */
export function setupPanel({ setup, available, wording }: SetupPanel): MessageBody {
  const { t } = wording;
  const written = writeSetup(setup);
  const { count, seconds, language, thread } = setup;
  const option = (changed: Partial<Setup>, label: string, chosen: boolean, description?: string) => ({
    label,
    value: writeSetup({ ...setup, ...changed }),
    default: chosen,
    ...(description === undefined ? {} : { description }),
  });
  const change = (changed: Partial<Setup>) =>
    ({ name: 'quiz|setup', setup: writeSetup({ ...setup, ...changed }) }) as const;
  return {
    content: paragraphs(
      t('quiz.panel.setup', { setup: setupText(setup, wording) }),
      greyLines([t('quiz.panel.available', { count: available })]),
    ),
    components: [
      row(
        select(
          { name: 'quiz|style', setup: written },
          t('quiz.choose.style'),
          styles.map((style) =>
            option({ style }, t(`quiz.style.${style}`), style === setup.style, t(`quiz.styleNote.${style}`)),
          ),
        ),
      ),
      row(
        select(
          { name: 'quiz|mode', setup: written },
          t('quiz.choose.mode'),
          modes.map((mode) => option({ mode }, t(`quiz.mode.${mode}`), mode === setup.mode)),
        ),
      ),
      row(
        select(
          { name: 'quiz|level', setup: written },
          t('quiz.choose.level'),
          levels.map((difficulty) =>
            option({ difficulty }, t(`quiz.level.${difficulty}`), difficulty === setup.difficulty),
          ),
        ),
      ),
      row(
        button(change({ count: after(usualCounts, count) }), {
          label: t('quiz.button.count', { count }),
          emoji: '🔢',
        }),
        button(change({ seconds: after(usualSeconds, seconds) }), {
          label: t('quiz.button.seconds', { seconds }),
          emoji: '⏱️',
        }),
        button(change({ language: language === 'ko' ? 'en' : 'ko' }), {
          label: t(`language.${language}`),
          emoji: '🌐',
        }),
        button(change({ thread: !thread }), {
          label: t('quiz.button.thread'),
          emoji: thread ? '✅' : '⬜',
          style: thread ? ButtonStyle.Primary : ButtonStyle.Secondary,
        }),
      ),
      row(
        button(
          { name: 'quiz|start', setup: written },
          { label: t('quiz.button.start'), emoji: '▶️', style: ButtonStyle.Primary },
        ),
        button({ name: 'quiz|back', setup: written }, { label: t('quiz.button.back') }),
      ),
    ],
  };
}

/** The next greater of some values, or the first. */
function after(values: readonly number[], value: number): number {
  return values.find((one) => one > value) ?? values[0] ?? value;
}

/** Fewer questions fit than were asked for. */
export function fewQuestions(setup: Setup, available: number, { t }: Wording): MessageBody {
  return {
    content: t('error.E-FEW', { n: available }),
    components: [
      row(
        button(
          { name: 'quiz|few', setup: writeSetup(setup) },
          { label: t('quiz.button.start'), emoji: '▶️', style: ButtonStyle.Primary },
        ),
        button(
          { name: 'quiz|setup', setup: writeSetup(setup) },
          { label: t('quiz.button.settings'), emoji: '🛠️' },
        ),
      ),
    ],
  };
}
