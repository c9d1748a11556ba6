import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { SqliteDialect } from 'kysely';

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
  return new SqliteDialect({ database });
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
