import type { Selectable, Transaction } from 'kysely';
import type { Draft, Post, Revision, Target } from '../summary/post.ts';
import type { Database } from './database.ts';
import { inWords } from './error.ts';
import { fromSummary, fromTarget, toSummary, toTarget } from './summaryColumns.ts';
import { reopenDraft, useDraft } from './summaryDrafts.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/*
 * How nothing is posted twice and nothing is lost. A post is written down, as `posting`, before it is sent, under
 * the id of the draft or run it comes from: the key lets that happen once. Whoever wrote it holds a lease; when the
 * message is there, it is confirmed; when Discord refused, it is taken back. Where a process died in between,
 * the lease runs out, another takes it over and looks into the channel first. An update is a new revision,
 * written down as `editing` where the one it is based on is still the newest; sending it twice does no harm.
 *
 * A transaction writes first and reads later: SQLite would refuse to turn a reader into a writer when another
 * process wrote meanwhile.
 */

/** What is written down before it is sent. */
export interface NewPost {
  readonly id: string;
  readonly guild: string;
  readonly target: Target;
  /** null: posted by hand. */
  readonly schedule: string | null;
  readonly revision: Revision;
  readonly dueAt: Date;
  readonly leaseUntil: Date;
}

export async function insertPost(db: Transaction<Tables>, post: NewPost): Promise<void> {
  await db
    .insertInto('summary_posts')
    .values({
      id: post.id,
      guild_id: post.guild,
      ...fromTarget(post.target),
      schedule_id: post.schedule,
      state: 'posting',
      revision: post.revision.number,
      due_at: post.dueAt.getTime(),
      lease_until: post.leaseUntil.getTime(),
      gone_at: null,
    })
    .execute();
  await insertRevision(db, post.id, post.revision);
}

async function insertRevision(db: Transaction<Tables>, post: string, revision: Revision): Promise<void> {
  await db
    .insertInto('summary_revisions')
    .values({
      post_id: post,
      number: revision.number,
      ...fromSummary(revision.summary),
      hash: revision.hash,
      pack_version: revision.packVersion,
      author_id: revision.author,
      made_at: revision.at.getTime(),
    })
    .execute();
}

/** Turns the draft, as it was read, into a post. True for one caller only. */
export async function claimPost(db: Database, draft: Draft, post: NewPost): Promise<boolean> {
  const work = inTransaction(db, async (transaction) => {
    if (!(await useDraft(transaction, draft, 'post'))) return false;
    await insertPost(transaction, post);
    return true;
  });
  return inWords(work);
}

/**
 * Turns the draft, as it was read, into the revision after its base.
 * `draft`: somebody has used or changed the draft; `post`: the base is not the newest, or the post is not settled.
 */
export async function claimUpdate(
  db: Database,
  draft: Draft,
  claim: { readonly post: string; readonly revision: Revision; readonly leaseUntil: Date },
): Promise<'claimed' | 'draft' | 'post'> {
  const { post, revision, leaseUntil } = claim;
  const work = inTransaction(db, async (transaction) => {
    if (!(await useDraft(transaction, draft, 'update'))) return 'draft';
    const { numUpdatedRows } = await transaction
      .updateTable('summary_posts')
      .set({ state: 'editing', revision: revision.number, lease_until: leaseUntil.getTime() })
      .where('id', '=', post)
      .where('revision', '=', revision.number - 1)
      .where('state', '=', 'posted')
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) {
      await reopenDraft(transaction, draft.id);
      return 'post';
    }
    await insertRevision(transaction, post, revision);
    return 'claimed';
  });
  return inWords(work);
}

/** Takes over from whoever let the lease run out. True for one caller only. */
export async function takeOver(db: Database, post: string, now: Date, leaseUntil: Date): Promise<boolean> {
  const { numUpdatedRows } = await inWords(
    db
      .updateTable('summary_posts')
      .set({ lease_until: leaseUntil.getTime() })
      .where('id', '=', post)
      .where('lease_until', '<=', now.getTime())
      .executeTakeFirstOrThrow(),
  );
  return numUpdatedRows === 1n;
}

/** For whoever could not find out how it went: the next try comes at `next`. */
export async function postpone(db: Database, post: string, next: Date): Promise<void> {
  await inWords(
    db
      .updateTable('summary_posts')
      .set({ lease_until: next.getTime() })
      .where('id', '=', post)
      .where('lease_until', 'is not', null)
      .execute(),
  );
}

/** The post is in the channel. The second time, nothing happens. */
export async function confirmPost(db: Database, post: string, messages: readonly string[]): Promise<void> {
  const work = inTransaction(db, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('summary_posts')
      .set({ state: 'posted', lease_until: null })
      .where('id', '=', post)
      .where('state', '=', 'posting')
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) return;
    const rows = messages.map((message_id, position) => ({ message_id, post_id: post, position }));
    await transaction.insertInto('summary_messages').values(rows).execute();
  });
  await inWords(work);
}

/** The revision is what the messages show. */
export async function confirmUpdate(db: Database, post: string, revision: number): Promise<void> {
  await inWords(
    db
      .updateTable('summary_posts')
      .set({ state: 'posted', lease_until: null })
      .where('id', '=', post)
      .where('revision', '=', revision)
      .where('state', '=', 'editing')
      .execute(),
  );
}

/** Nothing was posted: the post leaves no trace, and the draft it came from, if any, is open again. */
export async function takeBackPost(db: Database, post: string): Promise<void> {
  const work = inTransaction(db, async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('summary_posts')
      .where('id', '=', post)
      .where('state', '=', 'posting')
      .executeTakeFirstOrThrow();
    if (numDeletedRows !== 1n) return;
    await transaction.deleteFrom('summary_revisions').where('post_id', '=', post).execute();
    await reopenDraft(transaction, post);
  });
  await inWords(work);
}

/** The messages still show the revision before, and the draft this one came from is open again. */
export async function takeBackUpdate(db: Database, post: string, revision: number): Promise<void> {
  const work = inTransaction(db, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('summary_posts')
      .set({ state: 'posted', revision: revision - 1, lease_until: null })
      .where('id', '=', post)
      .where('revision', '=', revision)
      .where('state', '=', 'editing')
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) return;
    await transaction
      .deleteFrom('summary_revisions')
      .where('post_id', '=', post)
      .where('number', '=', revision)
      .execute();
    await transaction
      .updateTable('summary_drafts')
      .set({ used_for: null })
      .where('post_id', '=', post)
      .where('base', '=', revision - 1)
      .where('used_for', '=', 'update')
      .execute();
  });
  await inWords(work);
}

/** Its messages were deleted. The record stays until it is forgotten. */
export async function savePostGone(db: Database, post: string, at: Date): Promise<void> {
  await inWords(
    db
      .updateTable('summary_posts')
      .set({ state: 'gone', lease_until: null, gone_at: at.getTime() })
      .where('id', '=', post)
      .where('state', '=', 'posted')
      .execute(),
  );
}

/** Deletes the posts that have been gone since before that moment, with all that belongs to them; their number. */
export async function forgetPosts(db: Database, before: Date): Promise<number> {
  const work = inTransaction(db, async (transaction) => {
    const gone = await transaction
      .deleteFrom('summary_posts')
      .where('gone_at', '<', before.getTime())
      .returning('id')
      .execute();
    const ids = gone.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await transaction.deleteFrom('summary_revisions').where('post_id', 'in', ids).execute();
    await transaction.deleteFrom('summary_messages').where('post_id', 'in', ids).execute();
    return ids.length;
  });
  return inWords(work);
}

/** Null where the server has no such post on record. */
export async function readPost(db: Database, guild: string, id: string): Promise<Post | null> {
  const [post] = await inWords(
    readPosts(db, (query) => query.where('guild_id', '=', guild).where('id', '=', id)),
  );
  return post ?? null;
}

/** The post a message is part of. */
export async function readPostOf(db: Database, guild: string, message: string): Promise<Post | null> {
  const [post] = await inWords(
    readPosts(db, (query) =>
      query
        .where('guild_id', '=', guild)
        .where('id', 'in', (sub) =>
          sub.selectFrom('summary_messages').select('post_id').where('message_id', '=', message),
        ),
    ),
  );
  return post ?? null;
}

/** The newest posts that are in a channel, newest first, and how many there are in all. */
export async function readPostsOf(
  db: Database,
  guild: string,
  most: number,
): Promise<{ readonly posts: readonly Post[]; readonly total: number }> {
  const posts = inWords(
    readPosts(db, (query) =>
      query
        .where('guild_id', '=', guild)
        .where('state', 'in', ['posted', 'editing'])
        .orderBy('due_at', 'desc')
        .orderBy('id')
        .limit(most),
    ),
  );
  const count = inWords(
    db
      .selectFrom('summary_posts')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('guild_id', '=', guild)
      .where('state', 'in', ['posted', 'editing'])
      .executeTakeFirstOrThrow(),
  );
  return { posts: await posts, total: Number((await count).total) };
}

/** Newest first. */
export async function readRevisions(db: Database, post: string): Promise<readonly Revision[]> {
  const rows = await inWords(
    db
      .selectFrom('summary_revisions')
      .selectAll()
      .where('post_id', '=', post)
      .orderBy('number', 'desc')
      .execute(),
  );
  return rows.map(toRevision);
}

/** A post of which nobody knows whether it arrived: its lease ran out. */
export interface Unsettled {
  readonly post: Post;
  readonly schedule: string | null;
  readonly dueAt: Date;
}

/** Oldest first. */
export async function readUnsettled(db: Database, now: Date): Promise<readonly Unsettled[]> {
  const rows = await inWords(
    db
      .selectFrom('summary_posts')
      .select(['id', 'schedule_id', 'due_at'])
      .where('lease_until', '<=', now.getTime())
      .orderBy('due_at')
      .orderBy('id')
      .execute(),
  );
  if (rows.length === 0) return [];
  const posts = await inWords(
    readPosts(db, (query) =>
      query.where(
        'id',
        'in',
        rows.map(({ id }) => id),
      ),
    ),
  );
  return rows.flatMap(({ id, schedule_id, due_at }) => {
    const post = posts.find((one) => one.id === id);
    return post === undefined ? [] : [{ post, schedule: schedule_id, dueAt: new Date(due_at) }];
  });
}

/** When the next lease runs out; null where there is none. */
export async function nextLease(db: Database): Promise<Date | null> {
  const row = await inWords(
    db
      .selectFrom('summary_posts')
      .select('lease_until')
      .where('lease_until', 'is not', null)
      .orderBy('lease_until')
      .limit(1)
      .executeTakeFirst(),
  );
  return typeof row?.lease_until === 'number' ? new Date(row.lease_until) : null;
}

type PostQuery = ReturnType<typeof postQuery>;

function postQuery(db: Database) {
  return db.selectFrom('summary_posts').selectAll();
}

async function readPosts(db: Database, narrow: (query: PostQuery) => PostQuery): Promise<readonly Post[]> {
  const rows = await narrow(postQuery(db)).execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const revisions = await db
    .selectFrom('summary_revisions')
    .selectAll()
    .where('post_id', 'in', ids)
    .execute();
  const messages = await db
    .selectFrom('summary_messages')
    .selectAll()
    .where('post_id', 'in', ids)
    .orderBy('position')
    .execute();
  return rows.flatMap((row) => {
    const revision = revisions.find(({ post_id, number }) => post_id === row.id && number === row.revision);
    // Between two of these queries another process may have taken the post back.
    if (revision === undefined) return [];
    return [
      {
        id: row.id,
        guild: row.guild_id,
        target: toTarget(row),
        messages: messages.filter(({ post_id }) => post_id === row.id).map(({ message_id }) => message_id),
        state: row.state,
        revision: toRevision(revision),
      },
    ];
  });
}

function toRevision(row: Selectable<Tables['summary_revisions']>): Revision {
  return {
    number: row.number,
    summary: toSummary(row),
    hash: row.hash,
    packVersion: row.pack_version,
    author: row.author_id,
    at: new Date(row.made_at),
  };
}
