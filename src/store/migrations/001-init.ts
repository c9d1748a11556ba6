import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('languages')
    .addColumn('user_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('language', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('shown')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('pair', 'text', (column) => column.notNull())
    .addColumn('shown_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('shown_key', ['user_id', 'channel_id'])
    .execute();
  await db.schema.createIndex('shown_by_time').on('shown').column('shown_at').execute();

  await db.schema
    .createTable('tallies')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('pair', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('tallies_key', ['day', 'pack', 'pair', 'event'])
    .execute();
}
