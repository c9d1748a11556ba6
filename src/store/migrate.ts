import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StoreError } from './error.ts';
import * as init from './migrations/001-init.ts';
import * as summaries from './migrations/002-summaries.ts';
import * as quizzes from './migrations/003-quizzes.ts';
import * as seasons from './migrations/004-seasons.ts';
import * as homes from './migrations/005-homes.ts';
import type { Tables } from './tables.ts';

/** In order, by name. What has been released is never changed: a correction is a migration of its own. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-init': init,
  '002-summaries': summaries,
  '003-quizzes': quizzes,
  '004-seasons': seasons,
  '005-homes': homes,
};

/** Names of our own, because a PostgreSQL database may also serve another program that uses Kysely. */
const migrationTable = 'meoktong_migration';
const lockTable = 'meoktong_migration_lock';

export type DatabaseKind = 'sqlite' | 'postgres';

/**
 * Brings the tables up to the newest, or throws and changes nothing. Safe when several processes start at
 * once: PostgreSQL is locked by Kysely; for SQLite Kysely assumes a single process, so we lock the file.
 */
export async function migrate(db: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  if (kind === 'postgres') return toNewest(db, await currentSchema(db));
  await db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      await toNewest(connection);
      // Deletes nothing, but a file that cannot be written shows it now and not at the first question.
      await sql`delete from ${sql.table(lockTable)} where 0 = 1`.execute(connection);
      await sql`commit`.execute(connection);
    } catch (error) {
      // SQLite itself rolls back when, say, the disk is full; then there is nothing left to roll back.
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}

/** Kysely looks for its tables in every schema unless told which; two bots may share a database, a schema each. */
async function currentSchema(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  const name = rows[0]?.name ?? null;
  if (name === null) {
    throw new StoreError(
      'denied',
      'The search_path names no schema that exists and that this user may use. Create the schema, and grant the ' +
        'user CREATE and USAGE on it.',
    );
  }
  return name;
}

async function toNewest(db: Kysely<Tables>, schema?: string): Promise<void> {
  await refuseNewer(db, schema);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: migrationTable,
    migrationLockTableName: lockTable,
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // A newer version that starts at the same moment may have come between.
  await refuseNewer(db, schema);
  throw error;
}

async function refuseNewer(db: Kysely<Tables>, schema?: string): Promise<void> {
  const tables = await db.introspection.getTables();
  const known = tables.some(
    (table) => table.name === migrationTable && (schema === undefined || table.schema === schema),
  );
  if (!known) return;
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(migrationTable)}`.execute(db);
  const unknown = rows.map((row) => row.name).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) {
    throw new StoreError(
      'newer',
      `The database was made by a newer version of Meoktong (it has ${unknown.sort().join(', ')}). ` +
        'Start that version, or a newer one, or name another database in DATABASE_URL. Nothing was changed.',
    );
  }
}
