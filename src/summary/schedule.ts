// Node has it from 26 on; until then from its polyfill.
import { Temporal } from 'temporal-polyfill';
import type { Target } from './post.ts';
import type { Summary } from './summary.ts';

/** When a schedule is due. Weekly is a time on the wall: after a change to daylight saving, still nine o'clock. */
export type Rule =
  | { readonly kind: 'once' }
  | {
      readonly kind: 'weekly';
      /** 1 Monday … 7 Sunday */
      readonly weekday: number;
      /** HH:MM */
      readonly time: string;
    };

export interface Schedule {
  readonly id: string;
  readonly guild: string;
  readonly author: string;
  readonly summary: Summary;
  readonly target: Target;
  /** IANA name */
  readonly zone: string;
  readonly rule: Rule;
  /** The next run; for one that is `over` or `cancelled`, the last that was planned. */
  readonly nextAt: Date;
  readonly state: 'waiting' | 'over' | 'cancelled';
  /** How the last run went; null before the first. */
  readonly last: { readonly outcome: Outcome; readonly at: Date } | null;
}

/** `posting`: on its way; `missed`: the bot was down, or Discord was, for longer than the tolerance. */
export type Outcome = 'posting' | 'posted' | 'missed' | 'refused' | 'uncertain';

/** A post that is later than this is not made any more: nobody expects it. */
export const toleranceMinutes = 60;

/** Whether something that was due then may still be posted. */
export function isTolerable(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() <= toleranceMinutes * 60_000;
}

/** The first run after that moment; null for a schedule that runs once. */
export function runAfter({ rule, zone }: Pick<Schedule, 'rule' | 'zone'>, moment: Date): Date | null {
  return rule.kind === 'once' ? null : weeklyAfter(rule, zone, moment);
}

/**
 * The first such weekday and time on the wall after that moment. A time that daylight saving leaves out moves on by
 * what is left out (02:30 → 03:30, that once); of a time that comes twice, the first is taken.
 */
export function weeklyAfter(
  { weekday, time }: { readonly weekday: number; readonly time: string },
  zone: string,
  moment: Date,
): Date {
  const today = dayIn(zone, moment);
  const day = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 });
  const first = momentOf(day, time, zone);
  return first > moment ? first : momentOf(day.add({ days: 7 }), time, zone);
}

/** The date on which a moment falls in a zone. */
export function dayIn(zone: string, moment: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}

/** `time` is HH:MM. */
export function momentOf(day: Temporal.PlainDate, time: string, zone: string): Date {
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}
