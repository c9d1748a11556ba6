import { describe, expect, it } from 'vitest';
import { act } from '../../../src/flows/quiz/act.ts';
import { showLeaderboard } from '../../../src/flows/quiz/leaderboard.ts';
import { reviewWrong } from '../../../src/flows/quiz/review.ts';
import { showScore } from '../../../src/flows/quiz/score.ts';
import { startGame } from '../../../src/flows/quiz/start.ts';
import type { Style } from '../../../src/quiz/game.ts';
import { readLiveGame, readSeen, readUntold, tellTime } from '../../../src/store/quizGames.ts';
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
  const { deps, runner } = await openTown({}, { ask: async () => ({ kind: 'gone' }) });
  await pass(deps, runner, 5);
  expect(await readLiveGame(deps.db, 'square')).toBeNull();
});

it('players who press in the same moment are all heard', async () => {
  const { deps, runner, id } = await openTown();
  await pass(deps, runner, 5);
  const players = Array.from({ length: 120 }, (_, index) => `player-${index}`);
  const heard = await Promise.all(players.map((player) => act(deps, runner, id, choose(player, 0, right))));
  expect(
    new Set(heard.map((result) => (result.kind === 'feedback' ? result.feedback.kind : result.kind))),
  ).toEqual(new Set(['chosen']));
  expect((await gameOf(deps, id)).turns.map(({ user }) => user)).toEqual(players);
});

it('what was asked has been seen where the game is at home, and what was only dealt has not', async () => {
  const { deps, runner, id } = await openTown({ home: 'plaza' });
  await pass(deps, runner, 5);
  const [asked] = (await gameOf(deps, id)).questions;
  expect(await readSeen(deps.db, 'plaza')).toEqual([`${asked?.pack}/${asked?.id}`]);
  expect(await readSeen(deps.db, 'square')).toEqual([]);
});
