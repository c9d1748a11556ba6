import { readRevisions } from '../../store/summaryPosts.ts';
import type { Post, Revision } from '../../summary/post.ts';
import type { FlowDeps } from '../deps.ts';
import { orStoreFailed, type StoreFailed } from './draft.ts';
import { findPost, type PostKey } from './startUpdate.ts';

export type HistoryResult =
  /** Newest first. */
  | { readonly kind: 'history'; readonly post: Post; readonly revisions: readonly Revision[] }
  | { readonly kind: 'no-post' }
  | StoreFailed;

/** Every revision of a post. */
export async function postHistory(deps: FlowDeps, guild: string, key: PostKey): Promise<HistoryResult> {
  const post = await findPost(deps, guild, key);
  if (post === null || 'kind' in post) return post ?? { kind: 'no-post' };
  const revisions = await orStoreFailed(deps, readRevisions(deps.db, post.id));
  return 'kind' in revisions ? revisions : { kind: 'history', post, revisions };
}
