import { once } from 'node:events';
import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { inWords } from '../../src/store/error.ts';
import { readLanguage, saveLanguage } from '../../src/store/languages.ts';
import { hasPostgres, type TemporarySchema, temporarySchema } from './backends.ts';

const password = 'correct-horse-battery';

/** The error of opening `url`, and all that a log could print of it. */
async function openingError(url: string): Promise<{ error: unknown; printed: string }> {
  const error: unknown = await openDatabase(url).then(
    () => 'opened',
    (reason) => reason,
  );
  return { error, printed: inspect(error, { depth: 20, showHidden: true }) };
}

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('A PostgreSQL server that does not answer', () => {
  it('is told in words, without the password', async () => {
    const url = `postgres://bot:${password}@127.0.0.1:${await unusedPort()}/meoktong`;
    const { error, printed } = await openingError(url);
    expect(error).toMatchObject({
      name: 'StoreError',
      code: 'unreachable',
      message:
        'The database server does not answer. Start it, or correct the host and the port in DATABASE_URL.',
    });
    expect(printed).toContain('ECONNREFUSED');
    expect(printed).not.toContain(password);
  });

  it('is told the same when it hangs up at once', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { error, printed } = await openingError(`postgres://bot:${password}@127.0.0.1:${port}/meoktong`);
    server.close();
    expect(error).toMatchObject({ name: 'StoreError', code: 'unreachable' });
    expect(printed).not.toContain(password);
  });

  it('is told without the password even when the address cannot be read', async () => {
    const { error, printed } = await openingError(`postgres://bot:${password}@host:port/x`);
    expect(error).toMatchObject({ name: 'StoreError', code: 'failed' });
    expect(printed).not.toContain(password);
  });
});

describe.skipIf(!hasPostgres)('On a PostgreSQL server', () => {
  let schema: TemporarySchema | undefined;
  let opened: Database[] = [];

  beforeAll(async () => {
    schema = await temporarySchema();
  });
  afterEach(async () => {
    for (const db of opened) await db.destroy();
    opened = [];
  });
  afterAll(() => schema?.drop());

  function its(): TemporarySchema {
    if (schema === undefined) throw new Error('no schema');
    return schema;
  }

  async function open(settings: Readonly<Record<string, string>> = {}): Promise<Database> {
    const db = await openDatabase(its().url(settings));
    opened.push(db);
    return db;
  }

  it('the tables are made once when six processes start at once', async () => {
    const databases = await Promise.all(Array.from({ length: 6 }, () => open()));
    await Promise.all(databases.map((db, index) => saveLanguage(db, String(index), 'en')));
    const [db] = databases;
    if (db === undefined) throw new Error('not opened');
    expect((await sql`select name from meoktong_migration`.execute(db)).rows).toEqual([
      { name: '001-init' },
      { name: '002-summaries' },
      { name: '003-quizzes' },
      { name: '004-seasons' },
      { name: '005-homes' },
    ]);
    expect((await sql`select count(*) as members from languages`.execute(db)).rows).toEqual([{ members: 6 }]);
  });

  it('tables in another schema of the same database are none of ours', async () => {
    const other = await temporarySchema();
    try {
      await open();
      const db = await openDatabase(other.url());
      await saveLanguage(db, 'elsewhere', 'ko');
      await db.destroy();
      expect(await readLanguage(await open(), 'elsewhere')).toBeNull();
    } finally {
      await other.drop();
    }
  });

  async function endConnection(db: Database): Promise<void> {
    const pid = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid;
    const { rows } = await its().admin.query('select pg_terminate_backend($1, 5000) as ended', [pid]);
    expect(rows).toEqual([{ ended: true }]);
    // One more way there and back, in which the news arrives here too.
    await its().admin.query('select 1');
  }

  it('idle connections may be lost: the next query gets a new one', async () => {
    const db = await open();
    await endConnection(db);
    await expect.poll(() => readLanguage(db, 'nobody').catch(() => 'lost')).toBeNull();
  });

  it('a connection lost between two queries of a transaction does not end the process', async () => {
    const db = await open();
    const written = db.transaction().execute(async (transaction) => {
      await saveLanguage(transaction, 'nobody', 'en');
      await endConnection(transaction);
      await saveLanguage(transaction, 'nobody', 'ko');
    });
    await expect(inWords(written)).rejects.toMatchObject({ name: 'StoreError', code: 'unreachable' });
    await expect.poll(() => readLanguage(db, 'nobody').catch(() => 'lost')).toBeNull();
  });

  it('a connection lost during a write is told, and the next write succeeds', async () => {
    const db = await open();
    const { admin } = its();
    await admin.query('begin');
    await admin.query(`lock table ${its().name}.languages in access exclusive mode`);
    const lost = saveLanguage(db, '7', 'en').then(
      () => 'saved',
      (reason: unknown) => reason,
    );
    const waiting = `select pid from pg_locks where not granted and relation = '${its().name}.languages'::regclass`;
    await expect.poll(async () => (await admin.query(waiting)).rowCount).toBe(1);
    await admin.query(`select pg_terminate_backend(pid) from (${waiting}) as waiting`);
    expect(await lost).toMatchObject({ name: 'StoreError', code: 'unreachable' });
    await admin.query('rollback');
    // The pool drops the connection once it sees it closed, a moment after the query has failed.
    await expect.poll(() => readLanguage(db, '7').catch(() => 'lost')).toBeNull();
    await saveLanguage(db, '7', 'ko');
    expect(await readLanguage(db, '7')).toBe('ko');
  });

  it('a write to a replica is told as read-only', async () => {
    await open();
    const db = await open({ default_transaction_read_only: 'on' });
    await expect(saveLanguage(db, '8', 'en')).rejects.toMatchObject({
      name: 'StoreError',
      code: 'read-only',
    });
  });

  it('a user who may not create tables is told so', async () => {
    const empty = await temporarySchema();
    try {
      const asMonitor = empty.url({ role: 'pg_monitor' });
      expect((await openingError(asMonitor)).error).toMatchObject({
        code: 'denied',
        message:
          'The search_path names no schema that exists and that this user may use. Create the schema, and grant ' +
          'the user CREATE and USAGE on it.',
      });
      await empty.admin.query(`grant usage on schema ${empty.name} to pg_monitor`);
      expect((await openingError(asMonitor)).error).toMatchObject({
        code: 'denied',
        message:
          'The database server does not let this user do that. Grant it CREATE and USAGE on the schema, and make ' +
          'it the owner of the tables.',
      });
    } finally {
      await empty.drop();
    }
  });

  it('a wrong user and a wrong database are told, without the password', async () => {
    const stranger = new URL(its().url());
    stranger.username = 'meoktong_stranger';
    stranger.password = password;
    const refused = await openingError(stranger.href);
    expect(refused.error).toMatchObject({ name: 'StoreError', code: 'denied' });
    expect(refused.printed).not.toContain(password);

    const elsewhere = new URL(its().url());
    elsewhere.pathname = '/meoktong_nowhere';
    expect((await openingError(elsewhere.href)).error).toMatchObject({
      code: 'failed',
      message:
        'The database server has no database of that name. Create it, or correct the name in DATABASE_URL.',
    });
  });
});
