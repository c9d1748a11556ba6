import { expect, it } from 'vitest';
import { setHidden, showLeaderboard } from '../../../src/flows/quiz/leaderboard.ts';
import { closeSeason, showSeason } from '../../../src/flows/quiz/season.ts';
import { type Period, periods } from '../../../src/quiz/score.ts';
import { book } from '../../store/quizValues.ts';
import { type TestDeps, testDeps } from '../../support/flows.ts';

const mina = { guild: 'town', user: 'mina' };
const jun = { guild: 'town', user: 'jun' };
const moderator = { guild: 'town', user: 'sora' };

let games = 0;

/** A game of this moment. */
function win(deps: TestDeps, scores: Readonly<Record<string, number>>): Promise<void> {
  return book(deps.db, `game-${games++}`, {
    at: deps.now(),
    scores: Object.entries(scores).map(([user, points]) => ({ user, points })),
    counted: (points) => points,
  });
}

async function board(deps: TestDeps, period: Period, learner = mina): Promise<string> {
  const result = await showLeaderboard(deps, learner, period);
  if (result.kind !== 'leaderboard') throw new Error(result.kind);
  const line = result.ranked.map(({ rank, user, points }) => `${rank} ${user} ${points}`).join();
  return `${line} | ${result.own?.rank ?? '-'}`;
}

const ranks = (mina: number, jun: number) => [
  { user: 'mina', points: mina, rank: mina < jun ? 2 : 1 },
  { user: 'jun', points: jun, rank: jun < mina ? 2 : 1 },
];

it('each period counts from its own beginning', async () => {
  const deps = await testDeps();
  const nextDays = async (days: number, points: number) => {
    deps.wait(days * 24 * 60);
    await win(deps, { mina: points });
  };
  await nextDays(0, 1);
  // Thursday, 1 August; then the Monday after it, and Tuesday.
  await nextDays(13, 2);
  await nextDays(4, 4);
  await nextDays(1, 8);
  deps.wait(1);
  await closeSeason(deps, moderator, null);
  deps.wait(1);
  await win(deps, { mina: 16 });
  const shown = await Promise.all(periods.map(async (period) => `${period} ${await board(deps, period)}`));
  expect(shown).toEqual([
    'today 1 mina 24 | 1',
    'week 1 mina 28 | 1',
    'month 1 mina 30 | 1',
    'season 1 mina 16 | 1',
    'all 1 mina 31 | 1',
  ]);
});

it('whoever opts out is on no leaderboard, and is back with all points after opting in', async () => {
  const deps = await testDeps();
  await win(deps, { mina: 5, jun: 3 });
  expect(await board(deps, 'all')).toBe('1 mina 5,2 jun 3 | 1');
  expect(await setHidden(deps, mina, true)).toEqual({ kind: 'saved' });
  expect(await setHidden(deps, mina, true)).toEqual({ kind: 'saved' });
  await win(deps, { mina: 1 });
  expect(await board(deps, 'all')).toBe('1 jun 3 | -');
  expect(await board(deps, 'all', jun)).toBe('1 jun 3 | 1');
  expect(await setHidden(deps, mina, false)).toEqual({ kind: 'saved' });
  expect(await board(deps, 'all')).toBe('1 mina 6,2 jun 3 | 1');
});

it('a season is closed with its final ranking, and the next begins empty', async () => {
  const deps = await testDeps();
  await win(deps, { mina: 5, jun: 3 });
  expect(await showSeason(deps, moderator)).toEqual({ kind: 'season', began: null, ranked: ranks(5, 3) });
  deps.wait(10);
  const first = deps.now();
  expect(await closeSeason(deps, moderator, null)).toEqual({
    ...{ kind: 'closed', began: null, ended: first, ranked: ranks(5, 3) },
  });
  expect(await showSeason(deps, moderator)).toEqual({ kind: 'season', began: first, ranked: [] });
  expect(await board(deps, 'season')).toBe(' | -');
  await win(deps, { jun: 2 });
  deps.wait(10);
  expect(await closeSeason(deps, moderator, first)).toEqual({
    ...{ kind: 'closed', began: first, ended: deps.now() },
    ranked: [{ user: 'jun', points: 2, rank: 1 }],
  });
  expect(await board(deps, 'all')).toBe('1 jun 5,1 mina 5 | 1');
});

it('two moderators who close the same season close it once, at once or one after the other', async () => {
  const deps = await testDeps();
  await win(deps, { mina: 5 });
  deps.wait(1);
  const began = deps.now();
  const both = await Promise.all([moderator, jun].map((one) => closeSeason(deps, one, null)));
  expect(both.map(({ kind }) => kind).sort()).toEqual(['closed', 'closed-meanwhile']);
  await win(deps, { mina: 2 });
  deps.wait(1);
  expect(await closeSeason(deps, jun, null)).toEqual({ kind: 'closed-meanwhile', began });
  expect(await board(deps, 'season')).toBe('1 mina 2 | 1');
});

it('a store that fails closes nothing and is told', async () => {
  const deps = await testDeps();
  await deps.db.destroy();
  const failed = { kind: 'store-failed' };
  expect(await showLeaderboard(deps, mina, 'season')).toEqual(failed);
  expect(await setHidden(deps, mina, true)).toEqual(failed);
  expect(await showSeason(deps, moderator)).toEqual(failed);
  expect(await closeSeason(deps, moderator, null)).toEqual(failed);
});
