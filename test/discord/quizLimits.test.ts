import { describe, expect, test } from 'vitest';
import type { Pack } from '../../src/content/schema.ts';
import { type Setup, usual, writeSetup } from '../../src/discord/quizSetup.ts';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { answerForm } from '../../src/discord/views/quizForm.ts';
import {
  askedQuestion,
  brokenOffQuestion,
  closedLobby,
  endedGame,
  lobby,
  pausedGame,
  revealedQuestion,
  type ShownGame,
  scoreBoard,
} from '../../src/discord/views/quizGame.ts';
import { confirmStop, faultSelect, reportThanks } from '../../src/discord/views/quizNotice.ts';
import { fewQuestions, quizPanel, setupPanel } from '../../src/discord/views/quizPanel.ts';
import { asksOf } from '../../src/discord/views/quizQuestion.ts';
import { told } from '../../src/discord/views/quizTold.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Dealt, lay } from '../../src/quiz/deck.ts';
import { begin, type Feedback, type Game, type Player } from '../../src/quiz/game.ts';
import { validateBody } from '../../src/sandbox/validate.ts';
import { accepted } from '../support/accepted.ts';
import { customIds } from '../support/customIds.ts';
import { outageInEnglish } from '../support/pack.ts';
import { seededRandom } from '../support/random.ts';
import { simpleJosa } from '../support/wording.ts';

const long = (count: number) => '뷁'.repeat(count);
const id = 'a-pack-with-a-long-name1';
const base = {
  pair: 'p'.repeat(32),
  difficulty: 'medium',
  question: long(300),
  explanation: long(600),
  hint: long(150),
} as const;
const wrong = { text: long(80), right: false, why: long(200) } as const;
/** Everything as long as a pack may have it. */
const pack: Pack = {
  ...outageInEnglish,
  id,
  title: long(100),
  quiz: [
    {
      ...base,
      id: 'c'.repeat(32),
      kind: 'choice',
      options: [wrong, { text: long(80), right: true }, wrong, wrong],
    },
    { ...base, id: 't'.repeat(32), kind: 'truth', right: false, why: long(200) },
    { ...base, id: 'w'.repeat(32), kind: 'typed', answers: [long(40)], near: [] },
    { ...base, id: 'o'.repeat(32), kind: 'order', items: Array.from({ length: 5 }, () => long(80)) },
  ],
  english: null,
};
const inLanguage = createTranslator({ locales, packs: [pack], josa: simpleJosa, onMissing: () => {} });
const languages = ['ko', 'en'] as const;
const questions = pack.quiz.map((question) => lay({ pack: id, question }, seededRandom()));
const ten = Array.from({ length: 10 }, (_, index) => questions[index % 4] as Dealt);
const users = Array.from({ length: 40 }, (_, index) => `12610000000000${10_000 + index}`);
const players: readonly Player[] = users.map((user, index) => ({
  ...{ user, points: 999 - index, streak: 10, right: 10, answered: 10, left: false },
}));
const state = begin(
  { style: 'hardcore', seconds: 60, starter: users[0] as string, questions: ten },
  1_721_390_400_000,
).state;
const setup: Setup = {
  ...usual,
  language: 'ko',
  style: 'together',
  mode: 'button',
  difficulty: 'medium',
  count: 10,
  seconds: 60,
  thread: true,
  pack: id,
};

const running = {
  id: 'abcdefghijkl',
  link: 'https://discord.com/channels/1261000000000000001/1261000000000000021/1261000000000000031',
};

function gameAt(current: number): Game {
  return { ...state, phase: 'open', current, attempt: 4, message: '1261000000000000021', players };
}

function messagesIn(language: 'ko' | 'en'): readonly MessageBody[] {
  const wording = inLanguage(language);
  const shown = (current: number): ShownGame => ({ id: 'abcdefghijkl', game: gameAt(current), wording });
  const gains = users.map((user) => ({ user, right: true, points: 4, streak: 10 }));
  const closesAt = new Date(1_721_390_460_000);
  const over = { standings: players, counts: true, cap: 30, again: setup } as const;
  return [
    lobby(shown(-1)),
    closedLobby(shown(-1)),
    ...ten.flatMap((dealt, current) => [
      askedQuestion(shown(current), dealt, closesAt),
      brokenOffQuestion(shown(current), dealt),
      ...[true, false].flatMap((isKnown) =>
        [gains, gains.map((gain) => ({ ...gain, right: false, points: -1, streak: 0 })), []].map((gains) =>
          revealedQuestion(
            shown(current),
            dealt,
            { counts: [40, 40, 40, 40], gains, skipped: false },
            isKnown,
          ),
        ),
      ),
      revealedQuestion(shown(current), dealt, { counts: [], gains, skipped: true }, true),
    ]),
    pausedGame(shown(3)),
    ...(
      ['finished', 'stopped', 'nobody', 'idle', 'unreachable', 'forbidden', 'gone', 'restarted'] as const
    ).map((reason) => endedGame(shown(9), { ...over, reason })),
    endedGame(shown(9), { ...over, reason: 'idle', standings: [], counts: false }),
    scoreBoard(shown(9)),
    ...[true, false].map((decides) => confirmStop(shown(9), { decides })),
    faultSelect({ pack: id, item: 'c'.repeat(32) }, wording),
    reportThanks(wording),
    quizPanel({ setup, running: null, wording }),
    ...[true, false].flatMap((paused) =>
      [true, false].map((plays) => quizPanel({ setup, running: { ...running, paused, plays }, wording })),
    ),
    setupPanel({ setup, available: 0, wording }),
    fewQuestions(setup, 2, wording),
    ...ten.flatMap((_, current) =>
      feedbacks(current).map((feedback) => told(feedback, gameAt(current), wording)),
    ),
  ];
}

function feedbacks(current: number): readonly Feedback[] {
  const size = ten[current]?.kind === 'order' ? 5 : 1;
  const picks = Array.from({ length: size }, (_, place) => place);
  const plain = [
    'joined',
    'left',
    'not-playing',
    'already-right',
    'no-tries-left',
    'already-joined',
    'late',
    'no-hint',
  ] as const;
  const others = ['impossible', 'nothing-to-skip', 'nothing-to-hint', 'not-paused', 'over'] as const;
  return [
    ...[...plain, ...others].map((kind) => ({ kind })),
    ...[true, false].map((free) => ({ kind: 'hint', free }) as const),
    { kind: 'chosen', picks },
    { kind: 'already-chosen', picks },
    ...(['right', 'near', 'wrong'] as const).flatMap((verdict) =>
      [2, 0].map((triesLeft) => ({ kind: 'typed', verdict, triesLeft }) as const),
    ),
    ...(['skip', 'stop'] as const).map(
      (what) => ({ kind: 'voted', for: what, votes: 19, needed: 20 }) as const,
    ),
    ...(['skip', 'stop', 'continue'] as const).map((what) => ({ kind: 'done', what }) as const),
  ];
}

describe('with everything as long as it may be', () => {
  test.each(languages)('Discord takes every message (%s)', (language) => {
    for (const message of messagesIn(language)) {
      accepted(message);
      for (const custom of customIds(message)) expect(custom.length).toBeLessThanOrEqual(100);
    }
  });

  test.each(languages)('Discord takes every form (%s)', (language) => {
    const wording = inLanguage(language);
    const texts = { ...wording, packText: () => ({ text: long(4000), translated: true }) };
    const forms = [
      ...questions.map((question) => [question, wording] as const),
      // Longer than any pack may have it: what does not fit is cut.
      ...questions.map((question) => [question, texts] as const),
    ];
    for (const [question, words] of forms) {
      const asks = asksOf(question);
      const key = 'k'.repeat(14);
      for (const action of [
        { name: 'quiz|answered', game: 'abcdefghijkl', question: 9, asks },
        { name: 'quiz|written', day: '2024-07-19', key, asks },
        { name: 'quiz|spelled', key, layout: '43210', hinted: false, asks },
      ] as const) {
        for (const shown of [question, null]) {
          const data = answerForm(action, { asks, question: shown }, words);
          expect(validateBody('interactionCallback', { type: 9, data })).toEqual([]);
          expect(customIds(data).every((custom) => custom.length <= 100)).toBe(true);
        }
      }
    }
  });

  test('a solution is shown whole, with fifteen of forty names', () => {
    const wording = inLanguage('ko');
    const gains = users.map((user) => ({ user, right: true, points: 4, streak: 10 }));
    for (const [current, dealt] of questions.entries()) {
      const shown = { id: 'abcdefghijkl', game: gameAt(current), wording };
      const { embeds = [] } = revealedQuestion(
        shown,
        dealt,
        { counts: [1, 2, 3, 4], gains, skipped: false },
        true,
      );
      const text = embeds[0]?.description ?? '';
      expect([...text].length).toBeLessThanOrEqual(4096);
      expect(text).toContain(long(600));
      const [gained = '', standings = ''] = text.split('\n').slice(-2);
      expect(gained.match(/<@\d+>/g)?.length).toBe(15);
      expect(gained.endsWith('외 25명')).toBe(true);
      expect(standings.match(/<@\d+>/g)?.length).toBe(3);
      expect(standings.endsWith('외 37명')).toBe(true);
    }
  });

  test('equal points share a rank, and only the first three have a medal', () => {
    const equal = players
      .slice(0, 5)
      .map((player, index) => ({ ...player, points: [9, 7, 7, 3, 1][index] ?? 0 }));
    const shown = { id: 'abcdefghijkl', game: gameAt(9), wording: inLanguage('ko') };
    const { embeds = [] } = endedGame(shown, {
      reason: 'finished',
      standings: equal,
      counts: true,
      cap: 30,
      again: setup,
    });
    expect(embeds[0]?.description?.split('\n').map((line) => line.split(' ')[0])).toEqual([
      '🥇',
      '🥈',
      '🥈',
      '**4.**',
      '**5.**',
      '',
      '-#',
    ]);
  });

  test('a setup survives its custom id', () => {
    expect(writeSetup(setup)).toEqual('together-button-medium-10-60-ko-1-a-pack-with-a-long-name1');
  });
});
