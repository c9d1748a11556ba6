import type { DraftUse } from '../../store/summaryDrafts.ts';
import { claimPost, claimUpdate, type NewPost, readPost, takeOver } from '../../store/summaryPosts.ts';
import type { Edition } from '../../summary/card.ts';
import type { Draft, Post, Revision, Update } from '../../summary/post.ts';
import type { FlowDeps } from '../deps.ts';
import type { Courier, Problem, Warning } from './courier.ts';
import {
  editionOf,
  findDraft,
  type Moderator,
  orStoreFailed,
  type Preview,
  preview,
  type SeenDraft,
  type StoreFailed,
  versionOf,
} from './draft.ts';
import {
  editionOfPost,
  findRun,
  leaseFrom,
  putOff,
  recordPost,
  runOf,
  type SendResult,
  sendPost,
  sendUpdate,
} from './send.ts';

export type PublishResult =
  | { readonly kind: 'posted' | 'updated'; readonly post: Post; readonly warnings: readonly Warning[] }
  /** An earlier press did it. */
  | { readonly kind: 'already'; readonly post: Post }
  /** Another press is at it. */
  | { readonly kind: 'busy' }
  /** What would be posted is not what was seen: here it is. */
  | { readonly kind: 'changed'; readonly preview: Preview }
  /** The post shows that already. */
  | { readonly kind: 'same'; readonly post: Post }
  /** Somebody else was first: `post` has what they made of it, the draft is kept. */
  | { readonly kind: 'stale'; readonly post: Post; readonly preview: Preview }
  /** The messages were deleted. The record and the draft are kept. */
  | { readonly kind: 'gone'; readonly post: Post }
  /** Nothing was sent; the draft is open again. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Discord gave no answer. Pressing once more is safe, and it is looked after without that too. */
  | { readonly kind: 'unsure' }
  /** It is in the channel, but could not be written down so far. */
  | { readonly kind: 'unrecorded'; readonly messages: readonly string[] }
  | { readonly kind: 'expired' | 'used' | 'no-summary' | 'no-post' }
  | StoreFailed;

/** Posts a draft, or brings its update to its post: once, however often and wherever it is pressed. */
export async function publishDraft(
  deps: FlowDeps,
  courier: Courier,
  moderator: Moderator,
  seen: SeenDraft,
): Promise<PublishResult> {
  return orStoreFailed(deps, publish(deps, courier, moderator, seen));
}

async function publish(
  deps: FlowDeps,
  courier: Courier,
  moderator: Moderator,
  seen: SeenDraft,
): Promise<PublishResult> {
  const found = await findDraft(deps, moderator, seen.draft);
  if (found.kind === 'expired') return found;
  if (found.kind === 'used') return resume(deps, courier, found.draft, found.usedFor);
  const { draft } = found;
  const edition = editionOf(deps, draft);
  if (edition === null) return { kind: 'no-summary' };
  if (versionOf(draft, edition) !== seen.version) return asChanged(deps, draft);
  const { update } = draft;
  const published =
    update === null
      ? await publishNew(deps, courier, draft, edition)
      : await publishUpdate(deps, courier, draft, update, edition);
  // Somebody came between; the second look says who.
  return published === 'outrun' ? publish(deps, courier, moderator, seen) : published;
}

async function asChanged(deps: FlowDeps, draft: Draft): Promise<PublishResult> {
  const shown = await preview(deps, draft);
  return shown.kind === 'draft' ? { kind: 'changed', preview: shown.preview } : { kind: 'no-post' };
}

async function publishNew(
  deps: FlowDeps,
  courier: Courier,
  draft: Draft,
  edition: Edition,
): Promise<PublishResult | 'outrun'> {
  const { id, guild, target, author } = draft;
  const dueAt = deps.now();
  const revision = revisionOf(draft, edition);
  const post: NewPost = { id, guild, target, schedule: null, revision, dueAt, leaseUntil: leaseFrom(dueAt) };
  if (!(await claimPost(deps.db, draft, post))) return 'outrun';
  return inWords(
    await sendPost(deps, courier, { id, guild, target, edition, author, since: dueAt }),
    'posted',
  );
}

async function publishUpdate(
  deps: FlowDeps,
  courier: Courier,
  draft: Draft,
  update: Update,
  edition: Edition,
): Promise<PublishResult | 'outrun'> {
  const post = await readPost(deps.db, draft.guild, update.post);
  if (post === null || post.state === 'posting') return { kind: 'no-post' };
  if (post.state === 'gone') return { kind: 'gone', post };
  if (post.revision.number !== update.base) return asStale(deps, draft, post);
  if (post.state === 'editing') return { kind: 'busy' };
  if (post.revision.hash === edition.card.hash) return { kind: 'same', post };
  const revision = revisionOf(draft, edition);
  const claim = { post: post.id, revision, leaseUntil: leaseFrom(deps.now()) };
  if ((await claimUpdate(deps.db, draft, claim)) !== 'claimed') return 'outrun';
  return inWords(await sendUpdate(deps, courier, { ...post, revision }, edition, update.notify), 'updated');
}

async function asStale(deps: FlowDeps, draft: Draft, post: Post): Promise<PublishResult> {
  const shown = await preview(deps, draft);
  return shown.kind === 'draft' ? { kind: 'stale', post, preview: shown.preview } : { kind: 'no-post' };
}

function revisionOf(draft: Draft, { card, revision }: Edition): Revision {
  const { summary, author, changedAt } = draft;
  return { number: revision, summary, hash: card.hash, packVersion: card.version, author, at: changedAt };
}

/** The draft was used before: either that is done, or whoever was at it has let go of it. */
async function resume(
  deps: FlowDeps,
  courier: Courier,
  draft: Draft,
  usedFor: DraftUse,
): Promise<PublishResult> {
  if (usedFor === 'schedule') return { kind: 'used' };
  const post = await readPost(deps.db, draft.guild, draft.update?.post ?? draft.id);
  // Taken back at this very moment.
  if (post === null) return { kind: 'busy' };
  if (post.state === 'gone') return { kind: 'gone', post };
  if (post.state === 'posted') return { kind: 'already', post };
  const now = deps.now();
  if (!(await takeOver(deps.db, post.id, now, leaseFrom(now)))) return { kind: 'busy' };
  const edition = editionOfPost(deps, post);
  if (edition === null) {
    await putOff(deps, post.id);
    return { kind: 'no-summary' };
  }
  if (post.state === 'posting') return resumePost(deps, courier, draft, post, edition);
  const notify = draft.update?.notify ?? false;
  return inWords(await sendUpdate(deps, courier, post, edition, notify), 'updated');
}

async function resumePost(
  deps: FlowDeps,
  courier: Courier,
  draft: Draft,
  post: Post,
  edition: Edition,
): Promise<PublishResult> {
  const run = runOf(post, edition, draft.changedAt);
  const found = await findRun(deps, courier, run);
  if (found.kind === 'found') return inWords(await recordPost(deps, run, found.messages, []), 'posted');
  if (found.kind === 'absent') return inWords(await sendPost(deps, courier, run), 'posted');
  await putOff(deps, post.id);
  return { kind: 'unsure' };
}

function inWords(sent: SendResult, done: 'posted' | 'updated'): PublishResult {
  return sent.kind === 'sent' ? { ...sent, kind: done } : sent;
}
