import { readSchedule, saveCancelled } from '../../store/summarySchedules.ts';
import type { Schedule } from '../../summary/schedule.ts';
import type { FlowDeps } from '../deps.ts';
import { orStoreFailed, type StoreFailed } from './draft.ts';

export type CancelResult =
  | { readonly kind: 'cancelled'; readonly schedule: Schedule }
  /** It has run, or was cancelled before. */
  | { readonly kind: 'over'; readonly schedule: Schedule }
  | { readonly kind: 'no-schedule' }
  | StoreFailed;

/** From then on it does not run; a run that is on its way is not held up. */
export async function cancelSchedule(deps: FlowDeps, guild: string, id: string): Promise<CancelResult> {
  return orStoreFailed(deps, cancel(deps, guild, id));
}

async function cancel({ db }: FlowDeps, guild: string, id: string): Promise<CancelResult> {
  const cancelled = await saveCancelled(db, guild, id);
  const schedule = await readSchedule(db, guild, id);
  if (schedule === null) return { kind: 'no-schedule' };
  return { kind: cancelled ? 'cancelled' : 'over', schedule };
}
