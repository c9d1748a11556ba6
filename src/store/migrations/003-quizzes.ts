import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('quiz_games')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('live_channel_id', 'text', (column) => column.unique())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('deadline', 'bigint')
    .addColumn('runner', 'text', (column) => column.notNull())
    .addColumn('alive_at', 'bigint', (column) => column.notNull())
    .addColumn('told_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('quiz_games_by_told')
    .on('quiz_games')
    .columns(['told_at', 'deadline'])
    .execute();

  await db.schema
    .createTable('quiz_answers')
    .addColumn('game_id', 'text', (column) => column.notNull())
    .addColumn('question', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('right', 'integer', (column) => column.notNull())
    .addColumn('answered_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('quiz_answers_key', ['game_id', 'question', 'user_id'])
    .execute();
  await db.schema
    .createIndex('quiz_answers_by_user')
    .on('quiz_answers')
    .columns(['user_id', 'answered_at'])
    .execute();

  await db.schema
    .createTable('quiz_scores')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('game_id', 'text', (column) => column.notNull())
    .addColumn('points', 'integer', (column) => column.notNull())
    .addColumn('practice', 'integer', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('booked_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('quiz_scores_key', ['guild_id', 'user_id', 'game_id'])
    .execute();
  await db.schema
    .createIndex('quiz_scores_by_time')
    .on('quiz_scores')
    .columns(['guild_id', 'booked_at'])
    .execute();

  await db.schema
    .createTable('quiz_days')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('points', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('quiz_days_key', ['guild_id', 'user_id', 'day'])
    .execute();

  await db.schema
    .createTable('quiz_hidden')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('quiz_hidden_key', ['guild_id', 'user_id'])
    .execute();

  await db.schema
    .createTable('quiz_seen')
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('quiz_seen_key', ['channel_id', 'name'])
    .execute();

  await db.schema
    .createTable('quiz_daily')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('right', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('quiz_daily_key', ['guild_id', 'user_id', 'day'])
    .execute();

  await db.schema
    .createTable('quiz_practice')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('stability', 'double precision', (column) => column.notNull())
    .addColumn('difficulty', 'double precision', (column) => column.notNull())
    .addColumn('reviews', 'integer', (column) => column.notNull())
    .addColumn('lapses', 'integer', (column) => column.notNull())
    .addColumn('last', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('quiz_practice_key', ['user_id', 'name'])
    .execute();
}
