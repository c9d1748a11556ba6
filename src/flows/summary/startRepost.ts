import type { FlowDeps } from '../deps.ts';
import { rewriteDraft } from './changeDraft.ts';
import { type DraftResult, type Moderator, orStoreFailed } from './draft.ts';
import { beginDraft } from './startDraft.ts';
import { findPost } from './startUpdate.ts';

/**
 * A draft that posts anew what was deleted: what the post showed last, or what an update that found it gone was
 * about to make of it. Where the channel has gone as well, another one has to be chosen.
 */
export async function startRepost(
  deps: FlowDeps,
  moderator: Moderator,
  of: { readonly post: string } | { readonly draft: string },
): Promise<DraftResult> {
  if ('draft' in of) {
    const asNew = rewriteDraft(deps, moderator, of.draft, (draft) => ({ ...draft, update: null }));
    return orStoreFailed(deps, asNew);
  }
  const post = await findPost(deps, moderator.guild, of);
  if (post === null || 'kind' in post) return post ?? { kind: 'no-post' };
  const { target, revision } = post;
  return beginDraft(deps, moderator, { summary: revision.summary, target, update: null });
}
