import { readOver, readWaiting } from '../../store/summarySchedules.ts';
import type { Schedule } from '../../summary/schedule.ts';
import type { FlowDeps } from '../deps.ts';
import { orStoreFailed, type StoreFailed } from './draft.ts';

/** How long a schedule that is over can still be seen, with what became of it. */
export const overDays = 7;

export function overStart(now: Date): Date {
  return new Date(now.getTime() - overDays * 24 * 60 * 60_000);
}

export interface ScheduleList {
  readonly kind: 'schedules';
  /** By their next run. */
  readonly waiting: readonly Schedule[];
  /** Of the last days, newest first, without those cancelled. */
  readonly over: readonly Schedule[];
}

export async function listSchedules(deps: FlowDeps, guild: string): Promise<ScheduleList | StoreFailed> {
  return orStoreFailed(deps, read(deps, guild));
}

async function read({ db, now }: FlowDeps, guild: string): Promise<ScheduleList> {
  const [waiting, over] = await Promise.all([readWaiting(db, guild), readOver(db, guild, overStart(now()))]);
  return { kind: 'schedules', waiting, over };
}
