import { describe, expect, it } from 'vitest';
import { act } from '../../../src/flows/quiz/act.ts';
import { showLeaderboard } from '../../../src/flows/quiz/leaderboard.ts';
import { reviewWrong } from '../../../src/flows/quiz/review.ts';
import { createRunner } from '../../../src/flows/quiz/runner.ts';
import { showScore } from '../../../src/flows/quiz/score.ts';
import { startGame } from '../../../src/flows/quiz/start.ts';
import type { Style } from '../../../src/quiz/game.ts';
import { readLiveGame, readUntold, tellTime } from '../../../src/store/quizGames.ts';
import { choose, gameOf, openTown, pass, request, right, wrong } from './support/town.ts';

const totals: Readonly<Record<Style, string>> = {
  race: 'mina 6,jun 2',
  together: 'mina 4,jun 2',
  hardcore: 'mina 4,jun 1',
};

describe.each(['race', 'together', 'hardcore'] as const)('A game of style %s', (style) => {
  it('is played to its end and booked', async () => {
    const { deps, lines, runner, id } = await openTown({ style });
    await pass(deps, runner, 5);
    await act(deps, runner, id, choose('mina', 0, right));
    await act(deps, runner, id, choose('jun', 0, right));
    while ((await gameOf(deps, id)).current === 0) await pass(deps, runner, 1);
    await act(deps, runner, id, choose('mina', 1, right));
    await act(deps, runner, id, choose('jun', 1, wrong));
    expect(await showScore(deps, 'square')).toMatchObject({ kind: 'game', stored: { id } });
    await pass(deps, runner, 40);
    expect(await showScore(deps, 'square')).toEqual({ kind: 'no-game' });
    const review = await reviewWrong(deps, { guild: 'town', user: 'jun', channel: 'square' });
    expect(review.kind === 'review' && review.cards).toHaveLength(1);
    expect(lines).toEqual([
      ...['lobby mina', 'ask 0.1', 'close lobby', 'reveal 0 2,0', 'ask 1.1', 'reveal 1 1,1'],
      `end finished ${totals[style]}`,
    ]);
    expect(await readLiveGame(deps.db, 'square')).toBeNull();
    expect(await readUntold(deps.db, new Date(deps.now().getTime() + tellTime))).toEqual([]);
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
  expect(board).toEqual({ kind: 'leaderboard', ranked: [], own: null, hidden: false });
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
  const { deps, runner, id } = await openTown({ style: 'hardcore' });
  await pass(deps, runner, 5);
  const twice = choose('jun', 0, right);
  expect(await act(deps, runner, id, twice)).toMatchObject({ feedback: { kind: 'chosen' } });
  expect(await act(deps, runner, id, twice)).toEqual({ kind: 'handled' });
  const other = await act(deps, runner, id, choose('jun', 0, wrong));
  expect(other).toMatchObject({ feedback: { kind: 'already-chosen', picks: right } });
});

it('a channel that is gone ends its game', async () => {
  const { deps, host } = await openTown();
  const gone = createRunner(deps, { ...host, ask: async () => ({ kind: 'gone' }) }, () => () => {}, 'gone');
  await gone.start();
  await pass(deps, gone, 5);
  expect(await readLiveGame(deps.db, 'square')).toBeNull();
});
