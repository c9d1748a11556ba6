import { type Dialect, Kysely } from 'kysely';
import { inWords, StoreError, toStoreError } from './error.ts';
import { type DatabaseKind, migrate } from './migrate.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/**
 * Opens `sqlite:PATH`, `sqlite::memory:` or `postgres://…` and brings its tables up to the newest.
 * Close it with `destroy()`. Throws a {@link StoreError}.
 */
export async function openDatabase(url: string): Promise<Database> {
  const { dialect, kind } = dialectFor(url);
  return openWith(dialect, kind);
}

/** The same for a dialect of Kysely's. If it throws, the dialect has been closed. */
export async function openWith(dialect: Dialect, kind: DatabaseKind): Promise<Database> {
  const db: Database = new Kysely<Tables>({ dialect });
  try {
    await inWords(migrate(db, kind));
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function dialectFor(url: string): { dialect: Dialect; kind: DatabaseKind } {
  const [, path] = /^sqlite:(.+)$/.exec(url) ?? [];
  try {
    if (path !== undefined) return { dialect: sqliteDialect(path), kind: 'sqlite' };
    if (/^postgres(ql)?:\/\//.test(url)) return { dialect: postgresDialect(url), kind: 'postgres' };
  } catch (error) {
    throw toStoreError(error);
  }
  throw new StoreError(
    'failed',
    'DATABASE_URL names no database. Write sqlite:PATH or postgres://USER:PASSWORD@HOST:5432/DATABASE.',
  );
}
