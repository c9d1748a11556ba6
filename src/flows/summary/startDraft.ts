import { addDraft } from '../../store/summaryDrafts.ts';
import type { Draft, Target, Update } from '../../summary/post.ts';
import { newSummary, type Summary, type SummaryLanguage, toNote } from '../../summary/summary.ts';
import type { FlowDeps } from '../deps.ts';
import { type DraftResult, faultOf, type Moderator, newId, orStoreFailed, preview } from './draft.ts';

export interface DraftStart extends Partial<Summary> {
  readonly language: SummaryLanguage;
  readonly target: Target;
}

/** A draft of a new post. Without `pack`, of the first that has a summary; of what is not chosen, short and plain. */
export async function startDraft(
  deps: FlowDeps,
  moderator: Moderator,
  { target, ...choices }: DraftStart,
): Promise<DraftResult> {
  const pack = choices.pack ?? [...deps.packs.values()].find((one) => one.summary !== null)?.id;
  if (pack === undefined) return { kind: 'no-summary' };
  const summary = { ...newSummary(pack, choices.language), ...choices, note: toNote(choices.note ?? null) };
  return beginDraft(deps, moderator, { summary, target, update: null });
}

/** Stores a new draft, whatever it is to become. */
export async function beginDraft(
  deps: FlowDeps,
  { guild, user }: Moderator,
  value: { readonly summary: Summary; readonly target: Target; readonly update: Update | null },
): Promise<DraftResult> {
  const draft: Draft = { id: newId(deps), guild, author: user, ...value, changedAt: deps.now() };
  const fault = faultOf(deps, draft);
  if (fault !== null) return fault;
  const work = addDraft(deps.db, draft).then(() => preview(deps, draft));
  return orStoreFailed(deps, work);
}
