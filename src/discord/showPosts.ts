import type { Moderator } from '../flows/summary/draft.ts';
import { isOutdated, listPosts } from '../flows/summary/listPosts.ts';
import { listSchedules } from '../flows/summary/listSchedules.ts';
import { type HistoryResult, postHistory } from '../flows/summary/postHistory.ts';
import { type PostKey, startUpdate } from '../flows/summary/startUpdate.ts';
import type { Post } from '../summary/post.ts';
import { UserError } from './errors.ts';
import type { Context } from './handler.ts';
import { type Reply, send } from './reply.ts';
import { panelOf, withDraft } from './showSummary.ts';
import type { MessageBody } from './views/message.ts';
import { messageIn } from './views/summaryLink.ts';
import { deleteQuestion, historyList, postItem, postList } from './views/summaryList.ts';
import { goneNotice } from './views/summaryOutcome.ts';
import { scheduleList } from './views/summarySchedules.ts';

/** The message that a moderator means. Throws a UserError for what is neither its link nor its id. */
export function keyOf(text: string): PostKey {
  const message = messageIn(text);
  if (message === null) throw new UserError('E-LINK');
  return { message };
}

/** Throws a UserError for what is no post of this server. */
export async function findPost(context: Context, moderator: Moderator, key: PostKey): Promise<Post> {
  return (await readHistory(context, moderator, key)).post;
}

/** One post and what can be done with it; what is gone can only be posted anew. */
export function itemOf({ flows, wording }: Context, post: Post): MessageBody {
  if (post.state === 'gone') return goneNotice({ post: post.id }, wording);
  return postItem({ post, outdated: isOutdated(flows, post) }, wording);
}

/** The newest posts of a server. */
export async function listOf(
  { flows, wording, mention }: Context,
  { guild }: Moderator,
): Promise<MessageBody> {
  const list = await listPosts(flows, guild);
  if (list.kind === 'store-failed') throw new UserError('E-SAVE');
  return postList(list, wording, mention);
}

/** The workbench of an update. */
export async function updateOf(context: Context, moderator: Moderator, key: PostKey): Promise<Reply> {
  const result = await startUpdate(context.flows, moderator, key);
  return withDraft(context, result, (preview) => send(panelOf(context, preview, 'content'), 'private'));
}

export async function historyOf(context: Context, moderator: Moderator, key: PostKey): Promise<MessageBody> {
  const { post, revisions } = await readHistory(context, moderator, key);
  return historyList(post, revisions, context.wording);
}

export async function deletionOf(context: Context, moderator: Moderator, key: PostKey): Promise<MessageBody> {
  return deleteQuestion(await findPost(context, moderator, key), context.wording);
}

/** What waits in a server. `draft`: what a new one would be made of. */
export async function schedulesOf(
  { flows, wording, mention }: Context,
  { guild }: Moderator,
  draft: string | null,
): Promise<MessageBody> {
  const list = await listSchedules(flows, guild);
  if (list.kind === 'store-failed') throw new UserError('E-SAVE');
  return scheduleList(list, draft, wording, mention);
}

async function readHistory(
  { flows }: Context,
  { guild }: Moderator,
  key: PostKey,
): Promise<Extract<HistoryResult, { kind: 'history' }>> {
  const found = await postHistory(flows, guild, key);
  if (found.kind === 'store-failed') throw new UserError('E-SAVE');
  if (found.kind === 'no-post') throw new UserError('E-FOREIGN');
  return found;
}
