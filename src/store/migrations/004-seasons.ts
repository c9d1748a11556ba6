import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('quiz_seasons')
    .addColumn('guild_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .alterTable('quiz_games')
    .addColumn('retold', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();

  // Of an end there was no deadline until now; the few that were not shown are not shown any more.
  await sql`update quiz_games set told_at = alive_at where live_channel_id is null and told_at is null`.execute(
    db,
  );

  // What is forgotten after a while is looked for by time.
  await db.schema.createIndex('quiz_answers_by_time').on('quiz_answers').column('answered_at').execute();
  await db.schema.createIndex('quiz_seen_by_time').on('quiz_seen').column('seen_at').execute();
  await db.schema.createIndex('quiz_days_by_day').on('quiz_days').column('day').execute();
  await db.schema.createIndex('quiz_daily_by_day').on('quiz_daily').column('day').execute();
}
