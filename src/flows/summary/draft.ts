import { type DraftUse, readDraft } from '../../store/summaryDrafts.ts';
import { readPost } from '../../store/summaryPosts.ts';
import { cardFor, type Edition } from '../../summary/card.ts';
import { type Draft, draftMinutes, draftStart, type Post, type Target } from '../../summary/post.ts';
import { longestNote, noteLength } from '../../summary/summary.ts';
import type { FlowDeps } from '../deps.ts';

/** Who acts, and where. The rights are checked before a flow is called. */
export interface Moderator {
  readonly guild: string;
  readonly user: string;
}

/** The store could not be reached or written; nothing was changed. */
export interface StoreFailed {
  readonly kind: 'store-failed';
}

/** A draft as it would be posted now. */
export interface Preview {
  readonly draft: string;
  /** Of what is shown: 0-9 and a-z, at most 17. Another one means that something else would be posted. */
  readonly version: string;
  readonly edition: Edition;
  /** Where it goes; of an update, where the post is. */
  readonly target: Target;
  /** null: it becomes a new post. */
  readonly update: { readonly post: Post; readonly notify: boolean } | null;
  /** False for an update that shows what the post shows already. */
  readonly changed: boolean;
  readonly expiresAt: Date;
}

export type DraftResult =
  | { readonly kind: 'draft'; readonly preview: Preview }
  /** Unknown, too old, or somebody else's. */
  | { readonly kind: 'expired' }
  /** Posted or scheduled, or on its way. */
  | { readonly kind: 'used' }
  /** The pack is gone, or has no summary. */
  | { readonly kind: 'no-summary' }
  | { readonly kind: 'note-too-long'; readonly length: number; readonly most: number }
  /** No such post of this server is on record. */
  | { readonly kind: 'no-post' }
  /** The messages of the post were deleted. */
  | { readonly kind: 'gone'; readonly post: Post }
  | StoreFailed;

/** The result of `work`; where the store fails, the log says so. */
export async function orStoreFailed<Result>(
  deps: FlowDeps,
  work: Promise<Result>,
): Promise<Result | StoreFailed> {
  try {
    return await work;
  } catch (error) {
    deps.log.error({ error }, 'store-failed');
    return { kind: 'store-failed' };
  }
}

/** Twelve characters of 0-9 and a-z. They tell drafts apart and keep nothing secret: who may use one is checked. */
export function newId(deps: FlowDeps): string {
  return Array.from({ length: 12 }, () => Math.floor(deps.random() * 36).toString(36)).join('');
}

export type OpenDraft =
  | { readonly kind: 'open'; readonly draft: Draft }
  | { readonly kind: 'used'; readonly draft: Draft; readonly usedFor: DraftUse }
  | { readonly kind: 'expired' };

export async function findDraft(deps: FlowDeps, { guild, user }: Moderator, id: string): Promise<OpenDraft> {
  const found = await readDraft(deps.db, { id, guild, author: user }, draftStart(deps.now()));
  if (found === null) return { kind: 'expired' };
  const { draft, usedFor } = found;
  return usedFor === null ? { kind: 'open', draft } : { kind: 'used', draft, usedFor };
}

/** Whether a draft of this value could be shown; null where it could. */
export function faultOf(deps: FlowDeps, { summary }: Pick<Draft, 'summary'>): DraftResult | null {
  const length = noteLength(summary);
  if (length > longestNote) return { kind: 'note-too-long', length, most: longestNote };
  return cardFor(deps.packs, summary) === null ? { kind: 'no-summary' } : null;
}

export async function preview(deps: FlowDeps, draft: Draft): Promise<DraftResult> {
  const { update, target } = draft;
  const post = update === null ? null : await readPost(deps.db, draft.guild, update.post);
  if (update !== null && post === null) return { kind: 'no-post' };
  const edition = editionOf(deps, draft);
  if (edition === null) return { kind: 'no-summary' };
  return {
    kind: 'draft',
    preview: {
      draft: draft.id,
      version: versionOf(draft, edition),
      edition,
      target,
      update: update === null || post === null ? null : { post, notify: update.notify },
      changed: post === null || post.revision.hash !== edition.card.hash,
      expiresAt: new Date(draft.changedAt.getTime() + draftMinutes * 60_000),
    },
  };
}

/** A draft as a moderator saw it. */
export interface SeenDraft {
  readonly draft: string;
  /** Of the preview. */
  readonly version: string;
}

/** Both can change what is posted: the moderator the draft, a restart with newer content the pack. */
export function versionOf({ changedAt }: Draft, { card }: Edition): string {
  return changedAt.getTime().toString(36) + card.hash.slice(0, 8);
}

/**
 * What is shown in the preview, and then, to the letter, in the post: therefore it is dated by the draft. Null where
 * the pack is gone.
 */
export function editionOf(deps: FlowDeps, { summary, update, changedAt }: Draft): Edition | null {
  const card = cardFor(deps.packs, summary);
  if (card === null) return null;
  return update === null
    ? { card, revision: 1, editedAt: null }
    : { card, revision: update.base + 1, editedAt: changedAt };
}
