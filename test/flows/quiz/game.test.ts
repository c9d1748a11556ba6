import { describe, expect, it } from 'vitest';
import { act } from '../../../src/flows/quiz/act.ts';
import { answerDaily, showDaily } from '../../../src/flows/quiz/daily.ts';
import type { Host } from '../../../src/flows/quiz/host.ts';
import { showLeaderboard } from '../../../src/flows/quiz/leaderboard.ts';
import { reviewWrong } from '../../../src/flows/quiz/review.ts';
import { createRunner, type Runner } from '../../../src/flows/quiz/runner.ts';
import { showScore } from '../../../src/flows/quiz/score.ts';
import { type GameRequest, startGame } from '../../../src/flows/quiz/start.ts';
import type { Game, Style } from '../../../src/quiz/game.ts';
import { readGame, readLiveGame, readUnfinished } from '../../../src/store/quizGames.ts';
import { type TestDeps, testDeps } from '../../support/flows.ts';
import { outageInEnglish } from '../../support/pack.ts';

const truth = (id: string) => ({
  ...({ id, pair: 'what-happened', difficulty: 'easy', question: id, explanation: 'so' } as const),
  ...({ kind: 'truth', right: true, why: 'no' } as const),
});
const pack = { ...outageInEnglish, quiz: ['one', 'two', 'three', 'four'].map(truth) };
const request: GameRequest = {
  ...{ guild: 'town', channel: 'square', user: 'mina', language: 'ko', style: 'together' },
  ...{ count: 2, seconds: 20, difficulty: 'any', kinds: [] },
};
const right = [0];
const wrong = [1];

function testHost() {
  const lines: string[] = [];
  const say = async (line: string) => {
    lines.push(line);
    return 'shown' as const;
  };
  const host: Host = {
    lobby: (_, { players }) => say(`lobby ${players}`),
    ask: async (_, { question, attempt }) => {
      await say(`ask ${question}.${attempt}`);
      return { kind: 'shown', message: `message-${question}-${attempt}` };
    },
    withdraw: async (_, { message }) => void (await say(`withdraw ${message}`)),
    reveal: (_, { question, counts }) => say(`reveal ${question} ${counts}`),
    pause: () => say('pause'),
    end: async (_, { reason, standings }) =>
      void (await say(`end ${reason} ${standings.map(({ user, points }) => `${user} ${points}`)}`)),
  };
  return { lines, host };
}

async function openTown(style: Style = 'together') {
  const deps = await testDeps(pack);
  const { lines, host } = testHost();
  const runner = createRunner(deps, host, () => () => {}, 'first');
  await runner.start();
  const result = await startGame(deps, runner, { ...request, style });
  if (result.kind !== 'started') throw new Error(result.kind);
  await runner.settled();
  return { deps, lines, host, runner, id: result.stored.id };
}

/** Some seconds pass, in steps in which the alarm rings. */
async function pass(deps: TestDeps, runner: Runner, seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed++) {
    deps.wait(1 / 60);
    await runner.wake();
    await runner.settled();
  }
}

async function gameOf(deps: TestDeps, id: string): Promise<Game> {
  const stored = await readGame(deps.db, id);
  if (stored === null) throw new Error('no game');
  return stored.game;
}

let press = 0;
const choose = (user: string, question: number, picks: readonly number[]) =>
  ({ type: 'choose', id: `press-${press++}`, user, question, picks }) as const;

const totals: Readonly<Record<Style, string>> = {
  race: 'mina 6,jun 2',
  together: 'mina 4,jun 2',
  hardcore: 'mina 4,jun 1',
};

describe.each(['race', 'together', 'hardcore'] as const)('A game of style %s', (style) => {
  it('is played to its end and booked', async () => {
    const { deps, lines, runner, id } = await openTown(style);
    await pass(deps, runner, 5);
    await act(deps, runner, id, choose('mina', 0, right));
    await act(deps, runner, id, choose('jun', 0, right));
    while ((await gameOf(deps, id)).current === 0) await pass(deps, runner, 1);
    await act(deps, runner, id, choose('mina', 1, right));
    await act(deps, runner, id, choose('jun', 1, wrong));
    expect(await showScore(deps, 'square')).toMatchObject({ kind: 'game', stored: { id } });
    await pass(deps, runner, 40);
    expect(await showScore(deps, 'square')).toEqual({ kind: 'no-game' });
    const review = await reviewWrong(deps, { guild: 'town', user: 'jun' });
    expect(review.kind === 'review' && review.cards).toHaveLength(1);
    expect(lines).toEqual([
      ...['lobby mina', 'ask 0.1', 'reveal 0 2,0', 'ask 1.1', 'reveal 1 1,1'],
      `end finished ${totals[style]}`,
    ]);
    expect(await readLiveGame(deps.db, 'square')).toBeNull();
    expect(await readUnfinished(deps.db)).toEqual([]);
    const board = await showLeaderboard(deps, { guild: 'town', user: 'jun' }, 'today');
    if (board.kind !== 'leaderboard') throw new Error(board.kind);
    expect(board.ranked.map(({ user, points }) => `${user} ${points}`).join()).toBe(totals[style]);
  });
});

it('whoever played alone is on no leaderboard', async () => {
  const { deps, runner, id } = await openTown();
  await pass(deps, runner, 5);
  await act(deps, runner, id, choose('mina', 0, right));
  await act(deps, runner, id, { type: 'stop', id: 'stop', user: 'mina', isModerator: false });
  const board = await showLeaderboard(deps, { guild: 'town', user: 'mina' }, 'all');
  expect(board).toEqual({ kind: 'leaderboard', ranked: [], own: null });
});

it('a second game in the channel is refused with the one that is on', async () => {
  const { deps, runner, id } = await openTown();
  const second = await startGame(deps, runner, request);
  expect(second.kind === 'running' && second.stored.id).toBe(id);
  expect(await startGame(deps, runner, { ...request, channel: 'park', count: 9 })).toEqual({
    kind: 'few',
    matching: 4,
  });
});

it('the same press counts once', async () => {
  const { deps, runner, id } = await openTown('hardcore');
  await pass(deps, runner, 5);
  const twice = choose('jun', 0, right);
  expect(await act(deps, runner, id, twice)).toMatchObject({ feedback: { kind: 'chosen' } });
  expect(await act(deps, runner, id, twice)).toEqual({ kind: 'handled' });
  const other = await act(deps, runner, id, choose('jun', 0, wrong));
  expect(other).toMatchObject({ feedback: { kind: 'already-chosen', picks: right } });
});

const phases = [
  { phase: 'lobby', after: 0, first: 'lobby mina' },
  { phase: 'open', after: 5, first: 'withdraw message-0-1' },
  { phase: 'closing', after: 25, first: 'reveal 0 0,0' },
  { phase: 'revealed', after: 26, first: 'reveal 0 0,0' },
  { phase: 'paused', after: 59, first: 'pause' },
] as const;

describe.each(phases)('A process that dies in phase $phase', ({ phase, after, first }) => {
  async function die() {
    const town = await openTown();
    const four = { ...request, channel: 'park', count: 4 };
    const started = await startGame(town.deps, town.runner, four);
    if (started.kind !== 'started') throw new Error(started.kind);
    await town.runner.settled();
    await act(town.deps, town.runner, town.id, { type: 'stop', id: 's', user: 'mina', isModerator: true });
    await pass(town.deps, town.runner, after);
    expect((await gameOf(town.deps, started.stored.id)).phase).toBe(phase);
    const next = testHost();
    return {
      ...town,
      id: started.stored.id,
      next,
      second: createRunner(town.deps, next.host, () => () => {}, 'second'),
    };
  }

  it('is followed by another one after two minutes at most', async () => {
    const { deps, next, second } = await die();
    deps.wait(1);
    await second.start();
    await second.settled();
    expect(next.lines[0]).toBe(first);
  });

  it('ends the game after a longer time', async () => {
    const { deps, next, second } = await die();
    deps.wait(3);
    await second.start();
    await second.settled();
    expect(next.lines).toEqual(['end restarted ']);
    expect(await readLiveGame(deps.db, 'park')).toBeNull();
  });
});

it('of two processes, one rings a deadline', async () => {
  const { deps, lines, host, runner } = await openTown();
  const second = createRunner(deps, host, () => () => {}, 'second');
  await second.start();
  deps.wait(5 / 60);
  await Promise.all([runner.wake(), second.wake()]);
  await Promise.all([runner.settled(), second.settled()]);
  expect(lines).toEqual(['lobby mina', 'ask 0.1']);
});

it('a channel that is gone ends its game', async () => {
  const { deps, host } = await openTown();
  const gone = createRunner(deps, { ...host, ask: async () => ({ kind: 'gone' }) }, () => () => {}, 'gone');
  await gone.start();
  await pass(deps, gone, 5);
  expect(await readLiveGame(deps.db, 'square')).toBeNull();
});

it('the question of the day has one try, and days in a row make a streak', async () => {
  const deps = await testDeps(pack);
  const mina = { guild: 'town', user: 'mina' };
  const answer = async () => {
    const shown = await showDaily(deps, mina);
    if (shown.kind !== 'question') throw new Error(shown.kind);
    const { day, question } = shown;
    return answerDaily(deps, mina, { day, name: `${question.pack}/${question.id}`, picks: right });
  };
  expect(await answer()).toMatchObject({ kind: 'answered', right: true, streak: 1 });
  expect(await showDaily(deps, mina)).toEqual({
    kind: 'done',
    next: new Date('2024-07-19T15:00:00Z'),
    streak: 1,
  });
  const other = { day: '2024-07-18', name: 'town/other', picks: right };
  expect(await answerDaily(deps, mina, other)).toEqual({ kind: 'old' });
  expect(await answerDaily(deps, mina, { ...other, day: '2024-07-19' })).toEqual({ kind: 'old' });
  deps.wait(24 * 60);
  expect(await answer()).toMatchObject({ kind: 'answered', streak: 2, best: 2 });
});
