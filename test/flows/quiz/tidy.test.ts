import { expect, it } from 'vitest';
import { answerDaily, showDaily } from '../../../src/flows/quiz/daily.ts';
import { showLeaderboard } from '../../../src/flows/quiz/leaderboard.ts';
import { tidy } from '../../../src/flows/tidy.ts';
import { dateIn } from '../../../src/quiz/calendar.ts';
import { readSeen, saveTold } from '../../../src/store/quizGames.ts';
import { readDailies } from '../../../src/store/quizLearning.ts';
import { book, soon } from '../../store/quizValues.ts';
import { type TestDeps, testDeps } from '../../support/flows.ts';
import { outageInEnglish } from '../../support/pack.ts';

const mina = { guild: 'town', user: 'mina', channel: 'square' };
const day = 24 * 60;

async function count(deps: TestDeps, table: 'quiz_games' | 'quiz_answers' | 'quiz_days'): Promise<number> {
  return (await deps.db.selectFrom(table).selectAll().execute()).length;
}

it('games, earned days, answers and what was seen are kept for their time; points for good', async () => {
  const deps = await testDeps();
  await book(deps.db, 'game');
  await saveTold(deps.db, 'game', soon(0));
  const answer = { game_id: 'game', question: 0, user_id: 'mina', guild_id: 'town', name: 'outage/one' };
  await deps.db
    .insertInto('quiz_answers')
    .values({ ...answer, right: 0, answered_at: soon(0).getTime() })
    .execute();
  const seen = ['outage/one', 'outage/two'];
  const seen_at = soon(0).getTime();
  await deps.db
    .insertInto('quiz_seen')
    .values(seen.map((name) => ({ channel_id: 'game', name, seen_at })))
    .execute();
  const kept = async () => ({
    games: await count(deps, 'quiz_games'),
    earned: await count(deps, 'quiz_days'),
    answers: await count(deps, 'quiz_answers'),
    seen: (await readSeen(deps.db, 'game')).length,
  });
  const after = async (days: number) => {
    deps.wait(days * day);
    await tidy(deps);
    return kept();
  };
  expect(await after(8)).toEqual({ games: 1, earned: 2, answers: 1, seen: 2 });
  expect(await after(1)).toEqual({ games: 1, earned: 0, answers: 1, seen: 2 });
  expect(await after(21)).toEqual({ games: 1, earned: 0, answers: 1, seen: 2 });
  expect(await after(1)).toEqual({ games: 0, earned: 0, answers: 1, seen: 2 });
  expect(await after(334)).toEqual({ games: 0, earned: 0, answers: 1, seen: 2 });
  expect(await after(1)).toEqual({ games: 0, earned: 0, answers: 0, seen: 0 });
  expect(await after(3_650)).toMatchObject({ games: 0 });
  expect(await showLeaderboard(deps, mina, 'all')).toMatchObject({ ranked: [{ points: 20 }, { points: 4 }] });
});

it('a streak of more than 400 days is kept whole, and let go of once it is over', async () => {
  const truth = { id: 'one', pair: 'what-happened', difficulty: 'easy', explanation: 'so' } as const;
  const quiz = [{ ...truth, kind: 'truth', question: '?', right: true, why: 'no' } as const];
  const deps = await testDeps({ ...outageInEnglish, quiz });
  const answer = async () => {
    const shown = await showDaily(deps, mina);
    if (shown.kind !== 'question') throw new Error(shown.kind);
    return answerDaily(deps, mina, { day: shown.day, name: 'outage/one', picks: [0] });
  };
  const days = Array.from({ length: 410 }, (_, passed) => dateIn('UTC', soon(passed * 86_400)));
  const answered = { guild_id: 'town', user_id: 'mina', name: 'outage/one', right: 1 };
  await deps.db
    .insertInto('quiz_daily')
    .values(days.map((day) => ({ ...answered, day })))
    .execute();
  deps.wait(410 * day);
  await tidy(deps);
  expect(await answer()).toMatchObject({ streak: 411, best: 411 });
  deps.wait(3 * day);
  expect(await answer()).toMatchObject({ streak: 1, best: 411 });
  deps.wait(401 * day);
  await tidy(deps);
  expect(await readDailies(deps.db, mina)).toEqual([]);
});

it('where the store fails, the log says so and nothing rejects', async () => {
  const deps = await testDeps();
  await deps.db.destroy();
  await tidy(deps);
  expect(new Set(deps.log.lines.filter(({ level }) => level === 'error').map(({ event }) => event))).toEqual(
    new Set(['store-failed']),
  );
});
