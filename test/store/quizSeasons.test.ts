import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { readPoints, saveHidden } from '../../src/store/quizScores.ts';
import { endSeason, readSeason } from '../../src/store/quizSeasons.ts';
import { backends } from './backends.ts';
import { book, quizTables, soon } from './quizValues.ts';

describe.each(backends)('Seasons in $name', ({ open }) => {
  let db: Database;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ db, close } = await open());
  });
  afterAll(() => close());
  beforeEach(async () => {
    for (const table of quizTables) await db.deleteFrom(table).execute();
  });

  const win = (id: string, user: string, points: number, seconds: number) =>
    book(db, id, { scores: [{ user, points }], at: soon(seconds) });

  it('the first is as old as the server, and no server has that of another', async () => {
    await win('a', 'mina', 5, 0);
    expect(await readSeason(db, 'town')).toBeNull();
    expect(await endSeason(db, 'town', null, soon(10))).toEqual([{ user: 'mina', points: 5 }]);
    expect(await readSeason(db, 'town')).toEqual(soon(10));
    expect(await readSeason(db, 'city')).toBeNull();
  });

  it('what is earned in the moment of the end belongs to the next, and all of it to all time', async () => {
    await win('a', 'mina', 5, 0);
    await win('b', 'jun', 3, 10);
    await win('c', 'jun', 4, 19);
    await endSeason(db, 'town', null, soon(10));
    await win('d', 'mina', 2, 20);
    expect(await endSeason(db, 'town', soon(10), soon(20))).toEqual([{ user: 'jun', points: 7 }]);
    expect(await readPoints(db, 'town', soon(20))).toEqual([{ user: 'mina', points: 2 }]);
    const all = await readPoints(db, 'town', null);
    expect([...all].sort((left, right) => (left.user < right.user ? -1 : 1))).toEqual([
      { user: 'jun', points: 7 },
      { user: 'mina', points: 7 },
    ]);
  });

  it('that is closed already is not closed again, whether or not it was the first', async () => {
    await win('a', 'mina', 5, 0);
    await endSeason(db, 'town', null, soon(10));
    expect(await endSeason(db, 'town', null, soon(11))).toBeNull();
    expect(await endSeason(db, 'town', soon(9), soon(11))).toBeNull();
    expect(await readSeason(db, 'town')).toEqual(soon(10));
  });

  it('of several who close the same, one does', async () => {
    const closings = await Promise.all([1, 2, 3].map((one) => endSeason(db, 'town', null, soon(one))));
    expect(closings.filter((one) => one !== null)).toEqual([[]]);
  });

  it('in the final ranking is nobody who opted out', async () => {
    await win('a', 'mina', 5, 0);
    await saveHidden(db, 'town', 'mina', true);
    expect(await endSeason(db, 'town', null, soon(10))).toEqual([]);
  });
});
