import { saveDraft } from '../../store/summaryDrafts.ts';
import type { Draft, Target, Update } from '../../summary/post.ts';
import { type Summary, toNote } from '../../summary/summary.ts';
import type { FlowDeps } from '../deps.ts';
import { type DraftResult, faultOf, findDraft, type Moderator, orStoreFailed, preview } from './draft.ts';

/** What stays as it is, is left out. Of an update, the channel and what belongs to it stay as they are. */
export type DraftChange = Partial<Summary & Target & Pick<Update, 'notify'>>;

/** Changes a draft, which then has its full time again. What cannot be shown changes nothing. */
export async function changeDraft(
  deps: FlowDeps,
  moderator: Moderator,
  id: string,
  change: DraftChange,
): Promise<DraftResult> {
  return orStoreFailed(
    deps,
    rewriteDraft(deps, moderator, id, (draft) => withChange(draft, change)),
  );
}

/** Writes another value of a draft over it. Where two do so at once, both happen, one after the other. */
export async function rewriteDraft(
  deps: FlowDeps,
  moderator: Moderator,
  id: string,
  rewrite: (draft: Draft) => Draft | DraftResult,
): Promise<DraftResult> {
  const found = await findDraft(deps, moderator, id);
  if (found.kind !== 'open') return { kind: found.kind };
  const { draft } = found;
  const rewritten = rewrite(draft);
  if ('kind' in rewritten) return rewritten;
  const fault = faultOf(deps, rewritten);
  if (fault !== null) return fault;
  // Two changes within a millisecond still have to be told apart.
  const changedAt = new Date(Math.max(deps.now().getTime(), draft.changedAt.getTime() + 1));
  const changed = { ...rewritten, changedAt };
  if (await saveDraft(deps.db, draft, changed)) return preview(deps, changed);
  return rewriteDraft(deps, moderator, id, rewrite);
}

function withChange({ summary, target, update, ...draft }: Draft, change: DraftChange): Draft {
  const { pack, length, language, timeline, image, note } = { ...summary, ...change };
  const { channel, pin, thread, ping } = { ...target, ...change };
  return {
    ...draft,
    summary: { pack, length, language, timeline, image, note: toNote(note) },
    target: update === null ? { channel, pin, thread, ping } : target,
    update: update === null ? null : { ...update, notify: change.notify ?? update.notify },
  };
}
