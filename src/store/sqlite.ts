import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { SqliteDialect, type SqliteStatement } from 'kysely';

/** Waiting for a lock holds up the whole process, and Discord takes an interaction back after three seconds. */
const lockWaitMilliseconds = 2_000;

/** Opens the file, or `:memory:`; a file or folder that does not exist is created for this user alone. */
export function sqliteDialect(path: string): SqliteDialect {
  if (path !== ':memory:') createFile(path);
  const database = new SqliteDatabase(path, { timeout: lockWaitMilliseconds });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  return new SqliteDialect({ database: { prepare: keeping(database), close: () => void database.close() } });
}

/** More statements than there are here; lists of values of other lengths are statements of their own. */
const mostKept = 200;

/** Compiling a statement takes longer than running it, and there are few of them: each is compiled once. */
function keeping(database: SqliteDatabase.Database): (sql: string) => SqliteStatement {
  const kept = new Map<string, SqliteStatement>();
  return (sql) => {
    const statement = kept.get(sql) ?? database.prepare<unknown[]>(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}

/**
 * SQLite would let everybody read the file; its side files (-wal, -shm) get the mode of the file. One that is
 * there already keeps its mode, which may be wider for a reason (a backup's group).
 */
function createFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
