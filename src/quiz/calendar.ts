// Node has it from 26 on; until then from its polyfill.
import { Temporal } from 'temporal-polyfill';

/** The date on which a moment falls in a zone (IANA name), YYYY-MM-DD. */
export function dateIn(zone: string, moment: Date): string {
  return dayIn(zone, moment).toString();
}

/** The moment at which the next day begins in a zone: not always at 00:00, where daylight saving begins at midnight. */
export function nextDay(zone: string, moment: Date): Date {
  return startOf(dayIn(zone, moment).add({ days: 1 }), zone);
}

/** How many days later the second date is; below 0 for an earlier one. */
export function daysBetween(first: string, second: string): number {
  return Temporal.PlainDate.from(first).until(second, { largestUnit: 'days' }).days;
}

/** The moments at which the day, the week (from Monday) and the month of a moment began in a zone. */
export function startsOf(zone: string, moment: Date): { readonly [Of in 'today' | 'week' | 'month']: Date } {
  const today = dayIn(zone, moment);
  return {
    today: startOf(today, zone),
    week: startOf(today.subtract({ days: today.dayOfWeek - 1 }), zone),
    month: startOf(today.with({ day: 1 }), zone),
  };
}

function dayIn(zone: string, moment: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}

function startOf(day: Temporal.PlainDate, zone: string): Date {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}
