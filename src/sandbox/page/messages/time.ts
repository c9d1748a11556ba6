import type { Client } from '../client.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, using it is not. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}/${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

const clock = { hour: 'numeric', minute: '2-digit' } as const;
const day = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const shortDay = { year: '2-digit', month: 'numeric', day: 'numeric' } as const;
const fullMoment = { ...day, weekday: 'long', ...clock } as const;

/** By the letter that ends `<t:seconds:letter>`. */
const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: clock,
  T: { ...clock, second: '2-digit' },
  d: { year: 'numeric', month: '2-digit', day: '2-digit' },
  D: day,
  f: { ...day, ...clock },
  F: fullMoment,
  s: { ...shortDay, ...clock },
  S: { ...shortDay, ...clock, second: '2-digit' },
};

export function clockTime({ locale }: Client, at: Date): string {
  return format(locale, clock).format(at);
}

export function fullTime({ locale }: Client, at: Date): string {
  return format(locale, fullMoment).format(at);
}

export function dayOf({ locale }: Client, at: Date): string {
  return format(locale, { ...day, weekday: 'long' }).format(at);
}

/** As beside an author's name: today the time alone, before yesterday the date, too. */
export function messageTime(client: Client, at: Date, now: Date): string {
  if (isSameDay(at, now)) return clockTime(client, at);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (isSameDay(at, yesterday)) return client.words.log.yesterday(clockTime(client, at));
  return format(client.locale, { ...shortDay, ...clock }).format(at);
}

export function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

/** `<t:seconds:style>` as Discord says it. */
export function styledTime({ locale }: Client, at: Date, style: string, now: Date): string {
  if (style === 'R') return relativeTime(locale, (at.getTime() - now.getTime()) / 1000);
  return format(locale, styles[style] ?? { ...day, ...clock }).format(at);
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function relativeTime(locale: string, seconds: number): string {
  const [unit, length] = units.find(([, least]) => Math.abs(seconds) >= least) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / length), unit);
}
