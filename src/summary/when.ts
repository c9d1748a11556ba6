import { Temporal } from 'temporal-polyfill';
import { dayIn, momentOf, type Rule, weeklyAfter } from './schedule.ts';

/** Nobody needs more, and what is longer would take the expressions below long. */
const longestText = 100;
/** A schedule may not be further away. */
export const farthestDays = 366;

export type When =
  | { readonly kind: 'when'; readonly rule: Rule; readonly nextAt: Date }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'past' }
  | { readonly kind: 'too-far' };

/**
 * Reads a date and a time, or a weekday and a time, as a moderator types them in Korean or English:
 * "2026-11-24 09:00", "11/24 9:00", "내일 9시", "오후 3시 30분", "매주 월 9시", "tomorrow 9am", "every Monday 09:00".
 * A date is written in the order year, month, day; one without a year is the nearest, and one without a date is today.
 * Midnight in words is not read, since people disagree about the day to which it belongs.
 */
export function readWhen(text: string, zone: string, now: Date): When {
  if (text.length > longestText) return { kind: 'unreadable' };
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[,()]/g, ' ')
    .replace(/(\d)t(\d)/, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim();
  const parted = part(words);
  if (parted === null) return { kind: 'unreadable' };
  const { date, time } = parted;
  const weekly = everyWeek.exec(date)?.groups?.['day'];
  if (weekly !== undefined) return everyWeekOn(weekly, time, zone, now);
  const moment = readMoment(date, time, zone, now);
  if (moment === null) return { kind: 'unreadable' };
  if (moment <= now) return { kind: 'past' };
  const far = moment.getTime() - now.getTime() > farthestDays * 24 * 60 * 60_000;
  return far ? { kind: 'too-far' } : { kind: 'when', rule: { kind: 'once' }, nextAt: moment };
}

/** The date as it is written, and the time as HH:MM. */
function part(words: string): { readonly date: string; readonly time: string } | null {
  for (const order of [dateFirst, timeFirst]) {
    const { date = '', clock = '' } = order.exec(words)?.groups ?? {};
    const time = readTime(clock);
    if (time !== null) return { date, time };
  }
  return null;
}

function everyWeekOn(day: string, time: string, zone: string, now: Date): When {
  const weekday = weekdays.get(day);
  if (weekday === undefined) return { kind: 'unreadable' };
  const rule = { kind: 'weekly', weekday, time } as const;
  return { kind: 'when', rule, nextAt: weeklyAfter(rule, zone, now) };
}

const everyWeek = /^(?:매주|every|weekly(?: on)?|every week on) ?(?<day>[가-힣]+|[a-z]+)$/;

/** By every name they go by: 월, 월요일, mon, monday, mondays. */
const weekdays: ReadonlyMap<string, number> = new Map(
  ['월', '화', '수', '목', '금', '토', '일']
    .flatMap((name, index): [string, number][] => [
      [name, index + 1],
      [`${name}요일`, index + 1],
    ])
    .concat(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].flatMap(
        (name, index) => [
          [name, index + 1],
          [`${name}s`, index + 1],
          [name.slice(0, 3), index + 1],
        ],
      ),
    )
    .concat([
      ['tues', 2],
      ['thur', 4],
      ['thurs', 4],
    ]),
);

/** The part of the day before the clock, which says which half is meant. */
const parts = '오전|오후|새벽|아침|낮|점심|저녁|밤|am|pm';
/** A time begins with its part of the day, or with its hour; what comes before it is the date. */
const dateFirst = new RegExp(
  `^(?<date>.*?) ?(?:에 |at )?(?<clock>(?:(?:${parts}) ?)?\\d{1,2} ?(?::|시|am|pm|a\\.m|p\\.m).*|정오에?|noon)$`,
);
/** As in English: "9am tomorrow", "at 9:00 on Monday". */
const timeFirst = /^(?:at )?(?<clock>\d{1,2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|noon) (?:on )?(?<date>[a-z].+)$/;

const spokenTime = new RegExp(
  `^(?<before>${parts})? ?(?<hour>\\d{1,2})(?:` +
    ':(?<minute>\\d{2})(?: ?(?<after>am|pm|a\\.m\\.?|p\\.m\\.?))?' +
    '|시(?: ?(?:(?<minutes>\\d{1,2})분|(?<half>반)))?' +
    '| ?(?<half12>am|pm|a\\.m\\.?|p\\.m\\.?))에?$',
);

/** HH:MM; null where it is no time. */
function readTime(text: string): string | null {
  if (/^(정오에?|noon)$/.test(text)) return '12:00';
  const found = spokenTime.exec(text)?.groups;
  if (found === undefined) return null;
  const { before, after, half12, half } = found;
  const part = before ?? (after ?? half12)?.replaceAll('.', '');
  if (before !== undefined && (after ?? half12) !== undefined) return null;
  const hour = hourIn(part, Number(found['hour']));
  const minute = half === undefined ? Number(found['minute'] ?? found['minutes'] ?? 0) : 30;
  if (hour === null || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** First and last hour, as spoken, that a part of the day has, and what is to be added to them. */
const hoursOf: Readonly<Record<string, readonly (readonly [first: number, last: number, add: number])[]>> = {
  오전: [
    [1, 11, 0],
    [12, 12, -12],
  ],
  오후: [
    [1, 11, 12],
    [12, 12, 0],
    [13, 23, 0],
  ],
  새벽: [[1, 6, 0]],
  아침: [[5, 11, 0]],
  낮: [
    [12, 12, 0],
    [1, 5, 12],
  ],
  점심: [
    [11, 12, 0],
    [1, 2, 12],
  ],
  저녁: [[5, 11, 12]],
  밤: [[6, 11, 12]],
};

function hourIn(part: string | undefined, hour: number): number | null {
  if (part === undefined) return hour <= 23 ? hour : null;
  const name = part === 'am' ? '오전' : part === 'pm' ? '오후' : part;
  // "15:00 pm" is a slip for which there is no good reading in English.
  if (name !== part && hour > 12) return null;
  const range = hoursOf[name]?.find(([first, last]) => hour >= first && hour <= last);
  return range === undefined ? null : hour + range[2];
}

const days: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['오늘', 0],
  ['today', 0],
  ['내일', 1],
  ['tomorrow', 1],
  ['모레', 2],
  ['내일모레', 2],
  ['글피', 3],
]);

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const withYear = /^(\d{4})(?:[-/]| ?[.년] ?)(\d{1,2})(?:[-/]| ?[.월] ?)(\d{1,2})(?: ?[.일])?$/;
const withoutYear = /^(\d{1,2})(?:[-/]| ?[.월] ?)(\d{1,2})(?: ?[.일])?$/;
const inEnglish =
  /^(?:(?<month>[a-z]{3,})\.? (?<day>\d{1,2})|(?<day2>\d{1,2}) (?<month2>[a-z]{3,})\.?)(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/;
const withWeekday = /^(.*\d.*) ([월화수목금토일](?:요일)?|[a-z]+day)$/;
const namedDay = /^(?:on )?(?<name>[가-힣]+|[a-z]+)$/;
const inWeek = /^(?:(?<next>다음 ?주|next week)|이번 ?주|this(?: week)?) ?(?:on )?(?<name>[가-힣]+|[a-z]+)$/;

function readMoment(date: string, time: string, zone: string, now: Date): Date | null {
  const today = dayIn(zone, now);
  const day = days.get(date);
  if (day !== undefined) return momentOf(today.add({ days: day }), time, zone);
  const weekday = weekdays.get(namedDay.exec(date)?.groups?.['name'] ?? '');
  if (weekday !== undefined) return weeklyAfter({ weekday, time }, zone, now);
  const { next, name = '' } = inWeek.exec(date)?.groups ?? {};
  const inThatWeek = weekdays.get(name);
  if (inThatWeek !== undefined) {
    const ahead = inThatWeek - today.dayOfWeek + (next === undefined ? 0 : 7);
    return momentOf(today.add({ days: ahead }), time, zone);
  }
  const [, words = date, called] = withWeekday.exec(date) ?? [];
  const written = readDay(words, today);
  // A date on another weekday than the one named beside it is a mistake in one of them.
  if (written === null || (called !== undefined && weekdays.get(called) !== written.dayOfWeek)) return null;
  return momentOf(written, time, zone);
}

function readDay(words: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const full = withYear.exec(words);
  if (full !== null) return dayOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = withoutYear.exec(words);
  if (short !== null) return nearestDay(Number(short[1]), Number(short[2]), today);
  const english = inEnglish.exec(words)?.groups;
  if (english === undefined) return null;
  const name = english['month'] ?? english['month2'] ?? '';
  const month = months.findIndex((one) => one.startsWith(name)) + 1;
  const day = Number(english['day'] ?? english['day2']);
  return english['year'] === undefined
    ? nearestDay(month, day, today)
    : dayOf(Number(english['year']), month, day);
}

/** In the year that brings it nearest, so that in December "1/3" is next January, and "12/1" is past. */
function nearestDay(month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const distance = (one: Temporal.PlainDate) => Math.abs(today.until(one, { largestUnit: 'days' }).days);
  return [today.year - 1, today.year, today.year + 1]
    .flatMap((year) => dayOf(year, month, day) ?? [])
    .reduce<Temporal.PlainDate | null>(
      (best, one) => (best === null || distance(one) < distance(best) ? one : best),
      null,
    );
}

/** Null for a date that no calendar has. */
function dayOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
