import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { SqliteDialect, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase, openWith } from '../../src/store/database.ts';
import { readLanguage, saveLanguage } from '../../src/store/languages.ts';
import { readShown, saveShown } from '../../src/store/shown.ts';
import { temporaryFolder } from './backends.ts';

const root = new URL('../../', import.meta.url);

let folder: { path: string; remove(): void };
let file: string;
let opened: Database[];

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'store.sqlite');
  opened = [];
});
afterEach(async () => {
  for (const db of opened) await db.destroy();
  folder.remove();
});

async function open(path = file): Promise<Database> {
  const db = await openDatabase(`sqlite:${path}`);
  opened.push(db);
  return db;
}

async function createClosed(): Promise<void> {
  const db = await openDatabase(`sqlite:${file}`);
  await saveLanguage(db, '1', 'en');
  await db.destroy();
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('A SQLite file', () => {
  it('is created with its folders, for this user alone, side files too', async () => {
    const path = join(folder.path, 'a', 'b', 'store.sqlite');
    await saveLanguage(await open(path), '1', 'en');
    expect(modeOf(join(folder.path, 'a'))).toBe('700');
    expect(
      readdirSync(join(folder.path, 'a', 'b')).map((name) => [name, modeOf(join(path, '..', name))]),
    ).toEqual([
      ['store.sqlite', '600'],
      ['store.sqlite-shm', '600'],
      ['store.sqlite-wal', '600'],
    ]);
  });

  it('keeps the mode that somebody gave it', async () => {
    await createClosed();
    chmodSync(file, 0o640);
    await open();
    expect(modeOf(file)).toBe('640');
  });

  it('still has everything after it was closed and opened again', async () => {
    const shown = { user: '1', channel: '2' };
    const at = new Date('2024-07-19T12:00:00Z');
    const first = await openDatabase(`sqlite:${file}`);
    await saveLanguage(first, '1', 'en');
    await saveShown(first, { ...shown, pack: 'outage', pair: 'cause', at });
    await first.destroy();
    const second = await open();
    expect(await readLanguage(second, '1')).toBe('en');
    expect(await readShown(second, shown, at)).toEqual({ pack: 'outage', pair: 'cause' });
  });

  it('is opened with a write-ahead log, foreign keys, and a wait for locks', async () => {
    const db = await open();
    const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(db)).rows;
    expect(await pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await pragma('synchronous')).toEqual([{ synchronous: 1 }]);
    expect(await pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    expect(await pragma('busy_timeout')).toEqual([{ timeout: 2000 }]);
  });

  it('is left alone, byte for byte, when a newer version made it', async () => {
    await createClosed();
    const raw = new SqliteDatabase(file);
    raw.exec("insert into meoktong_migration values ('999-later', '2030-01-01T00:00:00.000Z')");
    raw.close();
    const before = readFileSync(file);
    await expect(open()).rejects.toMatchObject({ code: 'newer' });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder.path)).toEqual(['store.sqlite']);
  });

  it('is migrated once and counted in full when four processes start at once', async () => {
    const script = `
      import { openDatabase } from ${JSON.stringify(new URL('src/store/database.ts', root).href)};
      import { addTally } from ${JSON.stringify(new URL('src/store/tallies.ts', root).href)};
      const db = await openDatabase(${JSON.stringify(`sqlite:${file}`)});
      for (let i = 0; i < 25; i++) await addTally(db, { day: '2024-07-19', pack: '', pair: '', event: 'abstained' });
      await db.destroy();`;
    const ends = await Promise.all(Array.from({ length: 4 }, () => runNode(script)));
    expect(ends).toEqual(Array.from({ length: 4 }, () => ({ status: 0, errors: '' })));
    const db = await open();
    expect(await db.selectFrom('tallies').select('count').execute()).toEqual([{ count: 100 }]);
    expect((await sql`select name from meoktong_migration`.execute(db)).rows).toEqual([
      { name: '001-init' },
      { name: '002-summaries' },
      { name: '003-quizzes' },
      { name: '004-seasons' },
      { name: '005-homes' },
    ]);
  });
});

function runNode(script: string): Promise<{ status: number | null; errors: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('close', (status) => resolve({ status, errors }));
  });
}

/** Rights do not bind root, as whom containers often run tests. */
async function withoutRoot<T>(work: () => Promise<T>): Promise<T> {
  const nobody = 65_534;
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('What goes wrong with a SQLite file is told in words', () => {
  it('when the file may only be read', async () => {
    await createClosed();
    chmodSync(folder.path, 0o755);
    chmodSync(file, 0o444);
    await expect(withoutRoot(() => open())).rejects.toMatchObject({
      name: 'StoreError',
      code: 'read-only',
      message:
        'The database can be read but not written. For a file, let the user that runs the bot write it and its ' +
        'folder; for a server, name the primary in DATABASE_URL, not a replica.',
    });
  });

  it('when it is opened for reading only', async () => {
    await createClosed();
    const dialect = new SqliteDialect({ database: new SqliteDatabase(file, { readonly: true }) });
    await expect(openWith(dialect, 'sqlite')).rejects.toMatchObject({ code: 'read-only' });
  });

  it('when it becomes unwritable later', async () => {
    const db = await open();
    await sql`pragma query_only = 1`.execute(db);
    await expect(saveLanguage(db, '1', 'en')).rejects.toMatchObject({
      name: 'StoreError',
      code: 'read-only',
    });
    expect(await readLanguage(db, '1')).toBeNull();
  });

  it('when its folder may not be written', async () => {
    chmodSync(folder.path, 0o555);
    await expect(withoutRoot(() => open())).rejects.toMatchObject({ code: 'denied' });
    expect(existsSync(file)).toBe(false);
  });

  it('when the disk is full, and what was stored before is still there', async () => {
    const db = await open();
    await saveLanguage(db, '1', 'en');
    await sql`pragma max_page_count = 1`.execute(db); // SQLite raises this to the present size
    const long = { user: '1', channel: '2', pack: 'p'.repeat(20_000), pair: 'cause', at: new Date(0) };
    await expect(saveShown(db, long)).rejects.toMatchObject({
      name: 'StoreError',
      code: 'full',
      message: 'The disk of the database is full. Make room on it.',
    });
    expect(await readShown(db, long, new Date(0))).toBeNull();
    expect(await readLanguage(db, '1')).toBe('en');
  });

  it('when another program keeps it locked', async () => {
    const db = await open();
    await sql`pragma busy_timeout = 0`.execute(db);
    const other = new SqliteDatabase(file);
    other.exec('begin immediate');
    await expect(saveLanguage(db, '1', 'en')).rejects.toMatchObject({
      name: 'StoreError',
      code: 'unreachable',
    });
    other.exec('rollback');
    other.close();
    await saveLanguage(db, '1', 'en');
    expect(await readLanguage(db, '1')).toBe('en');
  });

  it('when it is a file of another kind, which stays as it is', async () => {
    const text = 'This is a diary, not a database. '.repeat(100);
    writeFileSync(file, text);
    await expect(open()).rejects.toMatchObject({
      code: 'failed',
      message:
        'What DATABASE_URL names is not a SQLite file. Name another file there; this one was left as it is.',
    });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('when it is a folder', async () => {
    mkdirSync(file);
    await expect(open()).rejects.toMatchObject({ name: 'StoreError', code: 'denied' });
  });

  it('when its folder is a file', async () => {
    writeFileSync(file, '');
    await expect(open(join(file, 'store.sqlite'))).rejects.toMatchObject({
      name: 'StoreError',
      code: 'failed',
    });
  });

  it('when the address names no database', async () => {
    for (const url of ['sqlite:', 'mysql://root@127.0.0.1/meoktong', '']) {
      await expect(openDatabase(url)).rejects.toMatchObject({
        name: 'StoreError',
        code: 'failed',
        message:
          'DATABASE_URL names no database. Write sqlite:PATH or postgres://USER:PASSWORD@HOST:5432/DATABASE.',
      });
    }
  });
});
