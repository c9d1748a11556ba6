import { claimSchedule, readWaiting } from '../../store/summarySchedules.ts';
import type { Draft } from '../../summary/post.ts';
import type { Schedule } from '../../summary/schedule.ts';
import { farthestDays, readWhen } from '../../summary/when.ts';
import type { FlowDeps } from '../deps.ts';
import { zoneOf } from '../server.ts';
import {
  editionOf,
  findDraft,
  type Moderator,
  orStoreFailed,
  type Preview,
  preview,
  type SeenDraft,
  type StoreFailed,
  versionOf,
} from './draft.ts';

/** That wait, for one server: as many as a select menu holds. */
const mostSchedules = 25;

export type ScheduleResult =
  | { readonly kind: 'scheduled'; readonly schedule: Schedule }
  /** The text is no date and time. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'past'; readonly zone: string }
  | { readonly kind: 'too-far'; readonly days: number }
  | { readonly kind: 'too-many'; readonly most: number }
  /** Only new posts are scheduled, no updates. */
  | { readonly kind: 'not-new' }
  | { readonly kind: 'changed'; readonly preview: Preview }
  | { readonly kind: 'expired' | 'used' | 'no-summary' }
  | StoreFailed;

/** Schedules a draft; `text` is the time as the moderator wrote it, in the zone of the server. */
export async function scheduleDraft(
  deps: FlowDeps,
  moderator: Moderator,
  seen: SeenDraft,
  text: string,
): Promise<ScheduleResult> {
  return orStoreFailed(deps, schedule(deps, moderator, seen, text));
}

async function schedule(
  deps: FlowDeps,
  moderator: Moderator,
  seen: SeenDraft,
  text: string,
): Promise<ScheduleResult> {
  const found = await findDraft(deps, moderator, seen.draft);
  if (found.kind !== 'open') return { kind: found.kind };
  const { draft } = found;
  const fault = await faultIn(deps, draft, seen);
  if (fault !== null) return fault;
  const zone = zoneOf(draft.guild);
  const when = readWhen(text, zone, deps.now());
  if (when.kind === 'past') return { kind: 'past', zone };
  if (when.kind === 'too-far') return { kind: 'too-far', days: farthestDays };
  if (when.kind === 'unreadable') return when;
  const waiting = await readWaiting(deps.db, draft.guild);
  if (waiting.length >= mostSchedules) return { kind: 'too-many', most: mostSchedules };
  const { id, guild, author, summary, target } = draft;
  const { rule, nextAt } = when;
  const made: Schedule = {
    ...{ id, guild, author, summary, target, zone, rule, nextAt },
    state: 'waiting',
    last: null,
  };
  const claimed = await claimSchedule(deps.db, draft, made);
  return claimed ? { kind: 'scheduled', schedule: made } : schedule(deps, moderator, seen, text);
}

async function faultIn(deps: FlowDeps, draft: Draft, { version }: SeenDraft): Promise<ScheduleResult | null> {
  if (draft.update !== null) return { kind: 'not-new' };
  const edition = editionOf(deps, draft);
  if (edition === null) return { kind: 'no-summary' };
  if (versionOf(draft, edition) === version) return null;
  const shown = await preview(deps, draft);
  return shown.kind === 'draft' ? { kind: 'changed', preview: shown.preview } : { kind: 'expired' };
}
