import { daysBetween } from './calendar.ts';

/** Days in a row on which somebody answered the daily question, right or wrong. Dates are the server's, YYYY-MM-DD. */
export interface Streak {
  /** As of `last`. */
  readonly days: number;
  readonly best: number;
  readonly last: string;
}

/**
 * The streak after an answer on a date; null where that day was answered already. A date before the last one, as after
 * a change of the server's zone, was answered as well.
 */
export function extended(streak: Streak | null, date: string): Streak | null {
  if (streak === null) return { days: 1, best: 1, last: date };
  const passed = daysBetween(streak.last, date);
  if (passed <= 0) return null;
  const days = passed === 1 ? streak.days + 1 : 1;
  return { days, best: Math.max(streak.best, days), last: date };
}

/** How long a streak is on a date: it holds through the next day, on which it can still be extended. */
export function daysOn(streak: Streak | null, date: string): number {
  return streak === null || daysBetween(streak.last, date) > 1 ? 0 : streak.days;
}
