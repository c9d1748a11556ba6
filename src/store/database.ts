import { type Dialect, Kysely } from 'kysely';
import { inWords, StoreError, toStoreError } from './error.ts';
import { type DatabaseKind, migrate } from './migrate.ts';
import { migrationLimits, postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/**
 * Opens `sqlite:PATH`, `sqlite::memory:` or `postgres://…` and brings its tables up to the newest.
 * Close it with `destroy()`. Throws a {@link StoreError}.
 */
export async function openDatabase(url: string): Promise<Database> {
  const { dialect, kind, patient = dialect } = dialectFor(url);
  const db = await openWith(patient, kind);
  if (patient === dialect) return db;
  await db.destroy();
  return new Kysely<Tables>({ dialect });
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

interface Chosen {
  readonly dialect: Dialect;
  readonly kind: DatabaseKind;
  /** For bringing the tables up to date, which may take longer than what comes after. */
  readonly patient?: Dialect;
}

function dialectFor(url: string): Chosen {
  const [, path] = /^sqlite:(.+)$/.exec(url) ?? [];
  try {
    if (path !== undefined) return { dialect: sqliteDialect(path), kind: 'sqlite' };
    if (/^postgres(ql)?:\/\//.test(url)) {
      const patient = postgresDialect(url, migrationLimits);
      return { dialect: postgresDialect(url), kind: 'postgres', patient };
    }
  } catch (error) {
    throw toStoreError(error);
  }
  throw new StoreError(
    'failed',
    'DATABASE_URL names no database. Write sqlite:PATH or postgres://USER:PASSWORD@HOST:5432/DATABASE.',
  );
}
