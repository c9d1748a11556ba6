import { readRevisions } from '../../store/summaryPosts.ts';
import type { FlowDeps } from '../deps.ts';
import { type DraftResult, type Moderator, orStoreFailed } from './draft.ts';
import { findPost, updateWith } from './startUpdate.ts';

/**
 * A draft that takes a post back to what was chosen and written in an old revision. The texts of the pack are those
 * of today. Posting it makes a new revision: none is ever taken away.
 */
export async function startRevert(
  deps: FlowDeps,
  moderator: Moderator,
  id: string,
  number: number,
): Promise<DraftResult | { readonly kind: 'no-revision' }> {
  const post = await findPost(deps, moderator.guild, { post: id });
  if (post === null || 'kind' in post) return post ?? { kind: 'no-post' };
  const revisions = await orStoreFailed(deps, readRevisions(deps.db, id));
  if ('kind' in revisions) return revisions;
  const revision = revisions.find((one) => one.number === number);
  return revision === undefined
    ? { kind: 'no-revision' }
    : updateWith(deps, moderator, post, revision.summary);
}
