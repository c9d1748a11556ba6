import type { CreateTableBuilder, Kysely } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: the builder's own types do not know the columns of a table that is being made.
type Table = CreateTableBuilder<any, any>;

function withSummary(table: Table): Table {
  return table
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('length', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('timeline', 'integer', (column) => column.notNull())
    .addColumn('image', 'integer', (column) => column.notNull())
    .addColumn('note', 'text');
}

function withTarget(table: Table): Table {
  return table
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('pin', 'integer', (column) => column.notNull())
    .addColumn('thread', 'integer', (column) => column.notNull())
    .addColumn('ping_id', 'text');
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('summary_drafts')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('author_id', 'text', (column) => column.notNull())
    .$call(withSummary)
    .$call(withTarget)
    .addColumn('post_id', 'text')
    .addColumn('base', 'integer')
    .addColumn('notify', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('used_for', 'text')
    .execute();
  await db.schema.createIndex('summary_drafts_by_time').on('summary_drafts').column('changed_at').execute();

  await db.schema
    .createTable('summary_posts')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .$call(withTarget)
    .addColumn('schedule_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint')
    .addColumn('gone_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('summary_posts_by_guild')
    .on('summary_posts')
    .columns(['guild_id', 'due_at'])
    .execute();
  await db.schema.createIndex('summary_posts_by_lease').on('summary_posts').column('lease_until').execute();

  await db.schema
    .createTable('summary_messages')
    .addColumn('message_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('post_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('summary_messages_by_post').on('summary_messages').column('post_id').execute();

  await db.schema
    .createTable('summary_revisions')
    .addColumn('post_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .$call(withSummary)
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('pack_version', 'integer', (column) => column.notNull())
    .addColumn('author_id', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('summary_revisions_key', ['post_id', 'number'])
    .execute();

  await db.schema
    .createTable('summary_schedules')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('author_id', 'text', (column) => column.notNull())
    .$call(withSummary)
    .$call(withTarget)
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('weekday', 'integer')
    .addColumn('wall_time', 'text')
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('outcome_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('summary_schedules_by_time')
    .on('summary_schedules')
    .columns(['state', 'next_at'])
    .execute();
  await db.schema
    .createIndex('summary_schedules_by_guild')
    .on('summary_schedules')
    .column('guild_id')
    .execute();
}
