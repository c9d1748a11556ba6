import type { FlowDeps } from '../deps.ts';
import { type DraftResult, findDraft, type Moderator, orStoreFailed, preview } from './draft.ts';

/** A draft as it would be posted now; nothing is changed. */
export async function previewDraft(deps: FlowDeps, moderator: Moderator, id: string): Promise<DraftResult> {
  return orStoreFailed(deps, show(deps, moderator, id));
}

async function show(deps: FlowDeps, moderator: Moderator, id: string): Promise<DraftResult> {
  const found = await findDraft(deps, moderator, id);
  return found.kind === 'open' ? preview(deps, found.draft) : { kind: found.kind };
}
