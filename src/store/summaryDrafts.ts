import type { Selectable, Transaction } from 'kysely';
import type { Draft } from '../summary/post.ts';
import type { Database } from './database.ts';
import { inWords } from './error.ts';
import { fromSummary, fromTarget, toSummary, toTarget } from './summaryColumns.ts';
import type { Tables } from './tables.ts';

type DraftRow = Selectable<Tables['summary_drafts']>;
export type DraftUse = NonNullable<DraftRow['used_for']>;

export async function addDraft(db: Database, draft: Draft): Promise<void> {
  await inWords(
    db
      .insertInto('summary_drafts')
      .values({
        id: draft.id,
        guild_id: draft.guild,
        author_id: draft.author,
        ...changeable(draft),
        used_for: null,
      })
      .execute(),
  );
}

function changeable({ summary, target, update, changedAt }: Draft) {
  return {
    ...fromSummary(summary),
    ...fromTarget(target),
    post_id: update?.post ?? null,
    base: update?.base ?? null,
    notify: Number(update?.notify ?? false),
    changed_at: changedAt.getTime(),
  };
}

/** Null for a draft that is not this moderator's, or was changed last at `since` or before. `usedFor` null: still open. */
export async function readDraft(
  db: Database,
  key: Pick<Draft, 'id' | 'guild' | 'author'>,
  since: Date,
): Promise<{ readonly draft: Draft; readonly usedFor: DraftUse | null } | null> {
  const row = await inWords(
    db
      .selectFrom('summary_drafts')
      .selectAll()
      .where('id', '=', key.id)
      .where('guild_id', '=', key.guild)
      .where('author_id', '=', key.author)
      .where('changed_at', '>', since.getTime())
      .executeTakeFirst(),
  );
  return row === undefined ? null : { draft: toDraft(row), usedFor: row.used_for };
}

function toDraft(row: DraftRow): Draft {
  const { post_id: post, base } = row;
  return {
    id: row.id,
    guild: row.guild_id,
    author: row.author_id,
    summary: toSummary(row),
    target: toTarget(row),
    update: post === null || base === null ? null : { post, base, notify: row.notify === 1 },
    changedAt: new Date(row.changed_at),
  };
}

/** Writes the draft over what was read as `before`. False, and nothing written, where that is used or was changed meanwhile. */
export async function saveDraft(db: Database, before: Draft, draft: Draft): Promise<boolean> {
  const { numUpdatedRows } = await inWords(
    db
      .updateTable('summary_drafts')
      .set(changeable(draft))
      .where('id', '=', before.id)
      .where('changed_at', '=', before.changedAt.getTime())
      .where('used_for', 'is', null)
      .executeTakeFirstOrThrow(),
  );
  return numUpdatedRows === 1n;
}

/** Takes the draft, as it was read, for one use. True for one caller only, however many there are. */
export async function useDraft(db: Transaction<Tables>, draft: Draft, use: DraftUse): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('summary_drafts')
    .set({ used_for: use })
    .where('id', '=', draft.id)
    .where('changed_at', '=', draft.changedAt.getTime())
    .where('used_for', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** It can be changed and used again. */
export async function reopenDraft(db: Transaction<Tables>, id: string): Promise<void> {
  await db.updateTable('summary_drafts').set({ used_for: null }).where('id', '=', id).execute();
}

/** Deletes the drafts changed last before that moment, used or not; their number. */
export async function forgetDrafts(db: Database, before: Date): Promise<number> {
  const { numDeletedRows } = await inWords(
    db.deleteFrom('summary_drafts').where('changed_at', '<', before.getTime()).executeTakeFirstOrThrow(),
  );
  return Number(numDeletedRows);
}
