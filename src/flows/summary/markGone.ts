import { savePostGone } from '../../store/summaryPosts.ts';
import type { Post } from '../../summary/post.ts';
import type { FlowDeps } from '../deps.ts';
import { orStoreFailed, type StoreFailed } from './draft.ts';
import { findPost, type PostKey } from './startUpdate.ts';

export type GoneResult =
  | { readonly kind: 'gone'; readonly post: Post }
  | { readonly kind: 'no-post' }
  /** It is being edited at this moment. */
  | { readonly kind: 'busy' }
  | StoreFailed;

/** The messages of a post are no more: a moderator had them deleted, or they were found missing. */
export async function markGone(deps: FlowDeps, guild: string, key: PostKey): Promise<GoneResult> {
  const before = await findPost(deps, guild, key);
  if (before === null || 'kind' in before) return before ?? { kind: 'no-post' };
  const saved = savePostGone(deps.db, before.id, deps.now()).then(() => ({ kind: 'saved' as const }));
  const result = await orStoreFailed(deps, saved);
  if (result.kind === 'store-failed') return result;
  const post = await findPost(deps, guild, { post: before.id });
  if (post === null || 'kind' in post) return post ?? { kind: 'no-post' };
  return post.state === 'gone' ? { kind: 'gone', post } : { kind: 'busy' };
}
