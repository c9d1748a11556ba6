import { readPost } from '../../store/summaryPosts.ts';
import type { FlowDeps } from '../deps.ts';
import { rewriteDraft } from './changeDraft.ts';
import { type DraftResult, findDraft, type Moderator, orStoreFailed } from './draft.ts';

/** After somebody else was first: the draft keeps its text and takes the place of theirs. */
export async function rebaseDraft(deps: FlowDeps, moderator: Moderator, id: string): Promise<DraftResult> {
  return orStoreFailed(deps, rebase(deps, moderator, id));
}

async function rebase(deps: FlowDeps, moderator: Moderator, id: string): Promise<DraftResult> {
  const found = await findDraft(deps, moderator, id);
  if (found.kind !== 'open') return { kind: found.kind };
  const post =
    found.draft.update === null ? null : await readPost(deps.db, moderator.guild, found.draft.update.post);
  if (post === null) return { kind: 'no-post' };
  if (post.state === 'gone') return { kind: 'gone', post };
  return rewriteDraft(deps, moderator, id, ({ update, ...draft }) => ({
    ...draft,
    update: update === null ? null : { ...update, base: post.revision.number },
  }));
}
