import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('quiz_games').addColumn('home_id', 'text').execute();
}
