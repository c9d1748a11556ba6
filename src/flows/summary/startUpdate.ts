import { readPost, readPostOf } from '../../store/summaryPosts.ts';
import type { Post } from '../../summary/post.ts';
import type { FlowDeps } from '../deps.ts';
import { type DraftResult, type Moderator, orStoreFailed } from './draft.ts';
import { beginDraft } from './startDraft.ts';

/** A post, or the post that a message is part of. */
export type PostKey = { readonly post: string } | { readonly message: string };

/** A draft with what the post shows, on the newest revision of it. */
export async function startUpdate(deps: FlowDeps, moderator: Moderator, key: PostKey): Promise<DraftResult> {
  const post = await findPost(deps, moderator.guild, key);
  if (post === null || 'kind' in post) return post ?? { kind: 'no-post' };
  return updateWith(deps, moderator, post, post.revision.summary);
}

export async function findPost(deps: FlowDeps, guild: string, key: PostKey) {
  const work = 'post' in key ? readPost(deps.db, guild, key.post) : readPostOf(deps.db, guild, key.message);
  return orStoreFailed(deps, work);
}

/** A draft of the revision after the newest. */
export async function updateWith(
  deps: FlowDeps,
  moderator: Moderator,
  post: Post,
  summary: Post['revision']['summary'],
): Promise<DraftResult> {
  if (post.state === 'gone') return { kind: 'gone', post };
  if (post.state === 'posting') return { kind: 'no-post' };
  const update = { post: post.id, base: post.revision.number, notify: false };
  return beginDraft(deps, moderator, { summary, target: post.target, update });
}
