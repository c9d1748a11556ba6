import { expect, test } from 'vitest';
import { type Figure, inWords, isMet, ratioTo, spreadOf } from '../../src/cli/bench/figure.ts';
import { measureBot } from '../bench/bot.ts';
import { type LoopDelay, lateAtAnyMoment } from '../bench/loopDelay.ts';
import { figureOf, type Played, play } from '../bench/quiz.ts';
import { type Audience, openFlowStage } from '../bench/quizStage.ts';
import { openTownStage } from '../bench/quizTown.ts';
import { bigrams, engines } from '../bench/rivals.ts';
import { measureSearch } from '../bench/search.ts';
import { outageInEnglish } from '../support/pack.ts';
import { run } from '../support/run.ts';

test('rounds become their median, the least and the most', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
  expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 });
  expect(ratioTo([2, 4, 10], [4, 4, 5])).toEqual({ median: 1, min: 0.5, max: 2 });
});

const goal = { says: 'the latest deadline', measured: 251, limit: 250, unit: 'ms' } as const;

test('a figure is a table with its notes, and says which goals are met', () => {
  const figure: Figure = {
    title: 'A figure',
    columns: [
      { name: 'hit1', unit: 'share' },
      { name: 'CPU', unit: 'ms' },
      { name: 'of', unit: 'count' },
    ],
    rows: [
      { name: 'ours', values: [0.921, { median: 0.4, min: 0.25, max: 12.34 }, 12] },
      { name: 'another', values: [1, 250.4, null] },
    ],
    notes: ['How it was measured.'],
    goals: [goal, { ...goal, measured: 250 }],
  };
  expect(inWords(figure).split('\n')).toEqual([
    'A figure',
    '',
    '              hit1                   CPU   of',
    '  ours      92.1 %   0.40 ms (0.25–12.3)   12',
    '  another    100 %                250 ms    –',
    '',
    '  How it was measured.',
    '  MISSED: the latest deadline: 251 ms, at most 250 ms.',
    '  Met: the latest deadline: 250 ms, at most 250 ms.',
  ]);
  expect(figure.goals.map(isMet)).toEqual([false, true]);
});

test('a stall counts for as long as it lasts', () => {
  // Of 1,000 ms, 100 are one stall: for the last 10 of them something waits for 10 ms less than all of it.
  const gaps = [...Array.from({ length: 900 }, () => 1), 100];
  expect(lateAtAnyMoment(gaps, gaps, 0.99)).toBeCloseTo(89);
  expect(lateAtAnyMoment(gaps, gaps, 0)).toBe(0);
});

test('한국어는 두 음절씩, 띄어 쓴 곳을 넘어서도 자르고 다른 말은 낱말로 둔다', () => {
  expect(bigrams('왜 먹통, Windows 10?')).toEqual(['왜먹', '먹통', 'windows', '10']);
  expect(bigrams('왜')).toEqual(['왜']);
});

test('every engine is asked the same and compared with ours', () => {
  // Without fuse.js on its own, which takes a second for a single long text.
  const few = engines.filter(({ name }) => !name.startsWith('fuse.js'));
  const [answers, worst] = measureSearch({ rounds: 1, asked: 4, timed: 2, patience: 1 }, few);
  const names = ['Meoktong', 'MiniSearch', 'MiniSearch, bigrams', 'Orama, bigrams', 'FlexSearch, bigrams'];
  expect(answers?.rows.map(({ name }) => name)).toEqual(names);
  expect(worst?.rows.map(({ name }) => name)).toEqual(names);
  const known = { median: expect.any(Number), min: expect.any(Number), max: expect.any(Number) };
  expect(answers?.rows.map(({ values }) => values.slice(3))).toEqual([
    [known, known, null],
    ...Array.from({ length: 4 }, () => [known, known, known]),
  ]);
});

test.each(engines)('$name finds a pair by its own question', ({ build }) => {
  expect(build([outageInEnglish])('무슨 일이 있었던 거야?')[0]).toBe('what-happened');
});

test('both bots answer, and what they took is told', async () => {
  const counts = { rounds: 1, questions: 2, rate: 20, seconds: 0.1, loadRounds: 1 };
  const figures = await measureBot(counts);
  const known = { median: expect.any(Number), min: expect.any(Number), max: expect.any(Number) };
  expect(figures.map(({ rows }) => rows.map(({ values }) => values))).toEqual([
    Array.from({ length: 2 }, () => [known, known, known, expect.any(Number)]),
    Array.from({ length: 2 }, () => Array.from({ length: 6 }, () => known)),
  ]);
}, 60_000);

const quiet: LoopDelay = {
  ...{ p50: 0, p99: 0, max: 0, p99AtAnyMoment: 0, longestWork: 0, workAtAnyMoment: 0, busy: 0 },
};

test('games are played to their end by players who join and answer each question once', async () => {
  const counts = { games: 2, players: 3, questions: 1, seconds: 0.5 };
  const acts: string[] = [];
  const played = await play(
    async (_, audience) => ({
      async start(game) {
        acts.push(`start ${game}`);
        audience.rang(game);
        audience.opened(game, 0, 1);
      },
      join: async (game, player) => void acts.push(`join ${game} ${player}`),
      async choose(game, player, question, option) {
        acts.push(`choose ${game} ${player} ${question} ${option}`);
        const left = acts.filter((one) => one.startsWith(`choose ${game}`)).length < counts.players;
        if (!left) audience.ended(game);
      },
      watch: async () => async () => ({ loop: quiet, cpuSeconds: 0 }),
      complaints: () => [],
      close: async () => {},
    }),
    counts,
    { store: 'memory', startWithin: 0, joinWithin: 0 },
  );
  expect(acts.sort()).toEqual([
    ...[0, 1].flatMap((game) => [0, 1, 2].map((player) => `choose ${game} ${player} 0 0`)),
    ...[0, 1].flatMap((game) => [1, 2].map((player) => `join ${game} ${player}`)),
    ...['start 0', 'start 1'],
  ]);
  expect(played).toMatchObject({ ended: 2, late: [0, 1], complaints: [] });
  expect(played.waits).toHaveLength(10);
});

test('the flows take games and players without complaint', async () => {
  const audience = { opened: () => {}, rang: () => {}, ended: () => {} };
  const options = { store: 'memory', questions: 3, seconds: 10, discord: 0 } as const;
  const stage = await openFlowStage(options, audience);
  await stage.start(0);
  await stage.join(0, 1);
  await stage.close();
  expect(stage.complaints()).toEqual([]);
});

test('a game in the sandbox is opened, joined and begun without complaint', async () => {
  const opened: number[] = [];
  const begun = Promise.withResolvers<void>();
  const audience: Audience = {
    opened(...question) {
      opened.push(...question);
      begun.resolve();
    },
    rang: () => {},
    ended: () => {},
  };
  const options = { store: 'file', questions: 3, seconds: 10, discord: 0 } as const;
  const stage = await openTownStage(options, audience, { games: 2, players: 3 });
  const stopWatching = await stage.watch();
  await stage.start(1);
  await Promise.all([1, 2].map((player) => stage.join(1, player)));
  await begun.promise;
  await Promise.all([0, 1, 2].map((player) => stage.choose(1, player, 0, 0)));
  const { loop, cpuSeconds } = await stopWatching();
  await stage.close();
  expect(stage.complaints()).toEqual([]);
  expect(opened).toEqual([1, 0, expect.any(Number)]);
  expect([loop.busy > 0, cpuSeconds > 0]).toEqual([true, true]);
}, 60_000);

test('a quiz keeps its promises, or is said not to', () => {
  const played: Played = {
    ...{ ended: 1, late: [1, 300], waits: [2], cpuSeconds: 1, lasted: 1, complaints: ['not-started'] },
    loop: { ...quiet, p99: 21 },
  };
  const counts = { games: 2, players: 3, questions: 1, seconds: 10 };
  const { goals } = figureOf(played, { counts, name: 'for once', notes: [] });
  expect(goals.map((one) => [one.says, one.measured, isMet(one)])).toEqual([
    ['games that did not come to their end', 1, false],
    ['complaints', 1, false],
    ['the latest deadline', 300, false],
    ['event loop delay, p99', 21, false],
  ]);
});

test.each([
  [
    'an unknown part',
    ['--only', 'search,luck'],
    "--only does not know 'luck': choose of search, startup, bot, quiz.",
  ],
  ['a part without its option', ['quiz'], "'quiz' stands alone: --only takes the parts."],
])('%s: a sentence and the usage', async (_, args, words) => {
  const { code, stdout, stderr } = await run('cli/bench.ts', args).ended;
  expect([code, stdout, stderr.split('\n').slice(0, 2)]).toEqual([2, '', [words, '']]);
});
