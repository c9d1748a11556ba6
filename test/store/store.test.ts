import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { readLanguage, saveLanguage } from '../../src/store/languages.ts';
import { migrate } from '../../src/store/migrate.ts';
import { forgetShown, readShown, saveShown } from '../../src/store/shown.ts';
import { addTally } from '../../src/store/tallies.ts';
import { backends } from './backends.ts';

const minute = 60_000;
const noon = new Date('2024-07-19T12:00:00.123Z');
const noonPlus = (milliseconds: number) => new Date(noon.getTime() + milliseconds);

/** The largest snowflake; as a number it would lose its last digits. */
const user = '18446744073709551615';
const channel = '1263768422184321024';
const key = { user, channel };
const cause = { pack: 'outage', pair: 'cause' };
const repair = { pack: 'outage', pair: 'repair' };

describe.each(backends)('The store on $name', (backend) => {
  let db: Database;
  let close: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    ({ db, close } = await backend.open());
  });
  afterAll(() => close?.());
  beforeEach(async () => {
    for (const table of ['languages', 'shown', 'tallies'] as const) await db.deleteFrom(table).execute();
  });

  describe('languages', () => {
    it('knows no language of a member who chose none', async () => {
      expect(await readLanguage(db, user)).toBeNull();
    });

    it('gives back the language chosen last, to that member alone', async () => {
      await saveLanguage(db, user, 'en');
      await saveLanguage(db, '2', 'en');
      await saveLanguage(db, user, 'ko');
      expect(await readLanguage(db, user)).toBe('ko');
      expect(await readLanguage(db, '2')).toBe('en');
      expect(await readLanguage(db, '18446744073709551614')).toBeNull();
    });

    it('keeps no row of a member who is back to automatic', async () => {
      await saveLanguage(db, user, 'en');
      await saveLanguage(db, user, null);
      await saveLanguage(db, user, null);
      expect(await readLanguage(db, user)).toBeNull();
      expect(await db.selectFrom('languages').selectAll().execute()).toEqual([]);
    });

    it('takes a language that it does not speak for no choice', async () => {
      await db.insertInto('languages').values({ user_id: user, language: 'ja' }).execute();
      expect(await readLanguage(db, user)).toBeNull();
    });

    it('stores one row when a member chooses many times at once', async () => {
      await Promise.all(Array.from({ length: 30 }, () => saveLanguage(db, user, 'en')));
      expect(await db.selectFrom('languages').selectAll().execute()).toEqual([
        { user_id: user, language: 'en' },
      ]);
    });
  });

  describe('shown', () => {
    it('gives back the pair shown last, per member and channel', async () => {
      await saveShown(db, { ...key, ...cause, at: noon });
      await saveShown(db, { ...key, ...repair, at: noonPlus(minute) });
      await saveShown(db, { user, channel: '5', ...cause, at: noon });
      await saveShown(db, { user: '6', channel, ...cause, at: noon });
      expect(await readShown(db, key, noon)).toEqual(repair);
      expect(await readShown(db, { user, channel: '5' }, noon)).toEqual(cause);
      expect(await readShown(db, { user: '6', channel }, noon)).toEqual(cause);
      expect(await readShown(db, { user: '6', channel: '5' }, noon)).toBeNull();
    });

    it('leaves out, to the millisecond, what was shown before the limit', async () => {
      await saveShown(db, { ...key, ...cause, at: noon });
      expect(await readShown(db, key, noonPlus(-1))).toEqual(cause);
      expect(await readShown(db, key, noon)).toEqual(cause);
      expect(await readShown(db, key, noonPlus(1))).toBeNull();
    });

    it('stores one row when two pairs are shown at once', async () => {
      await Promise.all([cause, repair].map((pair) => saveShown(db, { ...key, ...pair, at: noon })));
      const rows = await db.selectFrom('shown').selectAll().execute();
      expect(rows).toHaveLength(1);
      expect(rows[0]?.shown_at).toBe(noon.getTime());
    });

    it('forgets what was shown before a moment and says how many rows that were', async () => {
      await saveShown(db, { user: '1', channel, ...cause, at: noonPlus(-2) });
      await saveShown(db, { user: '2', channel, ...cause, at: noonPlus(-1) });
      await saveShown(db, { user: '3', channel, ...cause, at: noon });
      expect(await forgetShown(db, noon)).toBe(2);
      expect(await forgetShown(db, noon)).toBe(0);
      expect(await db.selectFrom('shown').select('user_id').execute()).toEqual([{ user_id: '3' }]);
    });
  });

  describe('tallies', () => {
    it('loses no count when forty events come at once', async () => {
      const row = { day: '2024-07-19', pack: 'outage', pair: 'cause', event: 'answered' } as const;
      await Promise.all(Array.from({ length: 40 }, () => addTally(db, row)));
      expect(await db.selectFrom('tallies').selectAll().execute()).toEqual([{ ...row, count: 40 }]);
    });

    it('counts each day, pair and event by itself', async () => {
      const row = { day: '2024-07-19', pack: 'outage', pair: 'cause', event: 'helpful' } as const;
      await addTally(db, row);
      await addTally(db, row);
      await addTally(db, { ...row, day: '2024-07-20' });
      await addTally(db, { ...row, pair: 'repair' });
      await addTally(db, { day: row.day, pack: '', pair: '', event: 'abstained' });
      const rows = await db
        .selectFrom('tallies')
        .selectAll()
        .orderBy('day')
        .orderBy('event')
        .orderBy('pair')
        .execute();
      expect(rows).toEqual([
        { day: '2024-07-19', pack: '', pair: '', event: 'abstained', count: 1 },
        { ...row, count: 2 },
        { ...row, pair: 'repair', count: 1 },
        { ...row, day: '2024-07-20', count: 1 },
      ]);
    });

    it('gives a count of rows as a number', async () => {
      await addTally(db, { day: '2024-07-19', pack: '', pair: '', event: 'abstained' });
      const { rows } = await sql`select count(*) as rows, max(count) as most from tallies`.execute(db);
      expect(rows).toEqual([{ rows: 1, most: 1 }]);
    });
  });

  describe('migrations', () => {
    it('change nothing the second time', async () => {
      await saveLanguage(db, user, 'en');
      await migrate(db, backend.kind);
      expect(await readLanguage(db, user)).toBe('en');
      const { rows } = await sql`select name from meoktong_migration`.execute(db);
      expect(rows).toEqual([
        { name: '001-init' },
        { name: '002-summaries' },
        { name: '003-quizzes' },
        { name: '004-seasons' },
        { name: '005-homes' },
      ]);
    });

    it('refuse a database of a newer version, in words, and leave it as it is', async () => {
      await saveLanguage(db, user, 'en');
      await sql`insert into meoktong_migration values ('999-later', '2030-01-01T00:00:00.000Z')`.execute(db);
      try {
        await expect(migrate(db, backend.kind)).rejects.toMatchObject({
          name: 'StoreError',
          code: 'newer',
          message:
            'The database was made by a newer version of Meoktong (it has 999-later). Start that version, ' +
            'or a newer one, or name another database in DATABASE_URL. Nothing was changed.',
        });
      } finally {
        await sql`delete from meoktong_migration where name = '999-later'`.execute(db);
      }
      expect(await readLanguage(db, user)).toBe('en');
    });
  });
});
