import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import {
  claimChannel,
  forgetGames,
  forgetSeen,
  readSeen,
  type StoredGame,
  saveGame,
} from '../../src/store/quizGames.ts';
import {
  claimDaily,
  forgetAnswers,
  forgetDailies,
  readDailies,
  readWrong,
} from '../../src/store/quizLearning.ts';
import { forgetDays, readPoints } from '../../src/store/quizScores.ts';
import { backends } from './backends.ts';
import { book, quizTables, silent, soon, storedGame } from './quizValues.ts';

const mina = { guild: 'town', user: 'mina' };

describe.each(backends)('What quizzes forget in $name', ({ open }) => {
  let db: Database;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ db, close } = await open());
  });
  afterAll(() => close());
  beforeEach(async () => {
    for (const table of quizTables) await db.deleteFrom(table).execute();
  });

  it('a game whose end was not shown is not forgotten, however old', async () => {
    await claimChannel(db, storedGame);
    await book(db, 'untold');
    expect(await forgetGames(db, soon(1_000_000))).toBe(0);
  });

  it('what was seen is forgotten when it was not asked since', async () => {
    const inPark = { ...storedGame, id: 'other', channel: 'park', home: 'park' };
    await claimChannel(db, storedGame);
    await claimChannel(db, inPark);
    const see = (stored: StoredGame, version: number, seconds: number) =>
      saveGame(db, { ...stored, version }, stored.game, {
        ...silent,
        ...{ seen: 'outage/one', at: soon(seconds) },
      });
    await see(storedGame, 1, 0);
    await see(inPark, 1, 0);
    await see(inPark, 2, 10);
    expect(await forgetSeen(db, soon(0))).toBe(0);
    expect(await forgetSeen(db, soon(1))).toBe(1);
    expect(await readSeen(db, 'square')).toEqual([]);
    expect(await readSeen(db, 'park')).toEqual(['outage/one']);
  });

  it('answers are forgotten by the moment of their reveal', async () => {
    await claimChannel(db, storedGame);
    const answer = (question: number, name: string) => ({ question, user: 'mina', name, right: false });
    const write = (version: number, question: number, name: string) =>
      saveGame(db, { ...storedGame, version }, storedGame.game, {
        ...silent,
        ...{ answers: [answer(question, name)], at: soon(question) },
      });
    await write(1, 0, 'outage/one');
    await write(2, 1, 'outage/two');
    expect(await forgetAnswers(db, soon(1))).toBe(1);
    expect(await readWrong(db, mina)).toEqual(['outage/two']);
  });

  it('days are forgotten unless a streak crosses the last of them', async () => {
    const answer = async (user: string, guild: string, ...days: readonly string[]) => {
      for (const day of days) await claimDaily(db, { guild, user }, { day, name: 'outage/one', right: true });
    };
    await answer('mina', 'town', '2024-07-17', '2024-07-18', '2024-07-19', '2024-07-20');
    await answer('mina', 'city', '2024-07-17', '2024-07-18');
    await answer('jun', 'town', '2024-07-18', '2024-07-20');
    const days = async (user: string, guild: string) =>
      (await readDailies(db, { guild, user })).map(({ day }) => day.slice(8)).join();
    expect(await forgetDailies(db, '2024-07-19')).toBe(3);
    expect(await days('mina', 'town')).toBe('17,18,19,20');
    expect(await days('mina', 'city')).toBe('');
    expect(await days('jun', 'town')).toBe('20');
  });

  it('what was earned on a day is forgotten, and the points are kept', async () => {
    await book(db, 'a', { day: '2024-07-18' });
    await book(db, 'b', { day: '2024-07-19' });
    expect(await forgetDays(db, '2024-07-19')).toBe(2);
    const left = await db.selectFrom('quiz_days').select(['day', 'user_id']).orderBy('user_id').execute();
    expect(left).toEqual([
      { day: '2024-07-19', user_id: 'jun' },
      { day: '2024-07-19', user_id: 'mina' },
    ]);
    const points = await readPoints(db, 'town', null);
    expect([...points].sort((one, other) => one.points - other.points)).toEqual([
      { user: 'jun', points: 8 },
      { user: 'mina', points: 40 },
    ]);
  });
});
