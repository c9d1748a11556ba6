import {
  confirmPost,
  confirmUpdate,
  postpone,
  readPost,
  savePostGone,
  takeBackPost,
  takeBackUpdate,
} from '../../store/summaryPosts.ts';
import { cardFor, type Edition } from '../../summary/card.ts';
import type { Post } from '../../summary/post.ts';
import { type FlowDeps, orElse } from '../deps.ts';
import type { Courier, Edited, Found, Problem, Run, Sent, Warning } from './courier.ts';

/** How long whoever sends has it alone; see {@link Courier}. */
const leaseMilliseconds = 120_000;
/** After that, another try to find out how it went. */
const retryMilliseconds = 30_000;

export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + leaseMilliseconds);
}

export type SendResult =
  | { readonly kind: 'sent'; readonly post: Post; readonly warnings: readonly Warning[] }
  /** It is in the channel, but the store does not say so yet; it is found again when the lease runs out. */
  | { readonly kind: 'unrecorded'; readonly messages: readonly string[] }
  | { readonly kind: 'gone'; readonly post: Post }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unsure' };

/** The newest revision of a post, as it is to be shown; null where its pack is gone. */
export function editionOfPost(deps: FlowDeps, { revision }: Post): Edition | null {
  const card = cardFor(deps.packs, revision.summary);
  const { number, at } = revision;
  return card === null ? null : { card, revision: number, editedAt: number === 1 ? null : at };
}

export function runOf(post: Post, edition: Edition, since: Date): Run {
  const { id, guild, target, revision } = post;
  return { id, guild, target, edition, author: revision.author, since };
}

/** Sends what has been claimed as a new post, and writes down how it went. */
export async function sendPost(deps: FlowDeps, courier: Courier, run: Run): Promise<SendResult> {
  const unsure: Sent = { kind: 'unsure' };
  const sent = await orUnsure(deps, () => courier.post(run), unsure);
  if (sent.kind === 'posted') return recordPost(deps, run, sent.messages, sent.warnings);
  if (sent.kind === 'refused') await orElse(deps, takeBackPost(deps.db, run.id), undefined);
  else await putOff(deps, run.id);
  return sent;
}

/** Writes down that a post is in its channel. */
export async function recordPost(
  deps: FlowDeps,
  { guild, id }: Pick<Run, 'guild' | 'id'>,
  messages: readonly string[],
  warnings: readonly Warning[],
): Promise<SendResult> {
  const post = await recorded(deps, { guild, id }, confirmPost(deps.db, id, messages));
  return post === null ? { kind: 'unrecorded', messages } : { kind: 'sent', post, warnings };
}

/** The post as it is after that; null, and a line in the log, where it could not be written. */
async function recorded(
  deps: FlowDeps,
  { guild, id }: Pick<Post, 'guild' | 'id'>,
  confirmed: Promise<void>,
): Promise<Post | null> {
  const read = confirmed.then(() => readPost(deps.db, guild, id));
  const post = await orElse(deps, read, null);
  if (post === null) deps.log.warn({ guild, post: id }, 'post-not-recorded');
  return post;
}

/** Looks whether what was claimed as a new post is in the channel. */
export async function findRun(deps: FlowDeps, courier: Courier, run: Run): Promise<Found> {
  const unknown: Found = { kind: 'unknown' };
  return orUnsure(deps, () => courier.find(run), unknown);
}

/** Sends what has been claimed as the newest revision of `post`, and writes down how it went. */
export async function sendUpdate(
  deps: FlowDeps,
  courier: Courier,
  post: Post,
  edition: Edition,
  notify: boolean,
): Promise<SendResult> {
  const { id, guild, target, messages, revision } = post;
  const edit = { guild, channel: target.channel, messages, edition, author: revision.author };
  const unsure: Edited = { kind: 'unsure' };
  const edited = await orUnsure(deps, () => courier.edit({ ...edit, notify }), unsure);
  switch (edited.kind) {
    case 'edited':
      return recordUpdate(deps, post, edited.warnings);
    case 'gone':
      await orElse(deps, takeBackUpdate(deps.db, id, revision.number), undefined);
      await orElse(deps, savePostGone(deps.db, id, deps.now()), undefined);
      return { kind: 'gone', post: (await orElse(deps, readPost(deps.db, guild, id), null)) ?? post };
    case 'refused':
      await orElse(deps, takeBackUpdate(deps.db, id, revision.number), undefined);
      return edited;
    case 'unsure':
      await putOff(deps, id);
      return edited;
  }
}

async function recordUpdate(
  deps: FlowDeps,
  { id, guild, messages, revision }: Post,
  warnings: readonly Warning[],
): Promise<SendResult> {
  const post = await recorded(deps, { guild, id }, confirmUpdate(deps.db, id, revision.number));
  return post === null ? { kind: 'unrecorded', messages } : { kind: 'sent', post, warnings };
}

/** Lets go of what may or may not have arrived; whoever takes it over looks first. */
export async function putOff(deps: FlowDeps, post: string): Promise<void> {
  const next = new Date(deps.now().getTime() + retryMilliseconds);
  await orElse(deps, postpone(deps.db, post, next), undefined);
}

/** A courier that breaks may have sent something before. */
async function orUnsure<Result>(
  deps: FlowDeps,
  work: () => Promise<Result>,
  unsure: Result,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    deps.log.error({ error }, 'courier-failed');
    return unsure;
  }
}
