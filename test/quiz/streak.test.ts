import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateIn } from '../../src/quiz/calendar.ts';
import { daysOn, extended, type Streak } from '../../src/quiz/streak.ts';

function answeredOn(...dates: readonly string[]): Streak | null {
  return dates.reduce<Streak | null>((streak, date) => extended(streak, date) ?? streak, null);
}

test.each([
  [['2026-11-23'], { days: 1, best: 1, last: '2026-11-23' }],
  [['2026-11-23', '2026-11-24', '2026-11-25'], { days: 3, best: 3, last: '2026-11-25' }],
  [['2026-11-23', '2026-11-24', '2026-11-26'], { days: 1, best: 2, last: '2026-11-26' }],
  [['2026-02-28', '2026-03-01'], { days: 2, best: 2, last: '2026-03-01' }],
  [['2028-02-28', '2028-03-01'], { days: 1, best: 1, last: '2028-03-01' }],
  [['2026-12-31', '2027-01-01'], { days: 2, best: 2, last: '2027-01-01' }],
])('answered on %j', (dates, streak) => {
  expect(answeredOn(...dates)).toEqual(streak);
});

test('a day is answered once, and one before it not at all', () => {
  const streak = answeredOn('2026-11-23', '2026-11-24');
  expect(extended(streak, '2026-11-24')).toBeNull();
  expect(extended(streak, '2026-11-23')).toBeNull();
});

test('a streak holds through the next day, and is over after that', () => {
  const streak = answeredOn('2026-11-23', '2026-11-24');
  expect(['2026-11-24', '2026-11-25', '2026-11-26'].map((date) => daysOn(streak, date))).toEqual([2, 2, 0]);
  expect(daysOn(null, '2026-11-24')).toBe(0);
});

test.each([
  [
    'a minute before and a minute after midnight',
    'Asia/Seoul',
    ['2026-11-23T14:59:00Z', '2026-11-23T15:01:00Z'],
    2,
  ],
  ['at both ends of one day', 'Asia/Seoul', ['2026-11-22T15:00:00Z', '2026-11-23T14:59:59Z'], 1],
  [
    'over the day of 23 hours',
    'America/New_York',
    ['2026-03-08T04:59:00Z', '2026-03-08T05:01:00Z', '2026-03-09T04:01:00Z'],
    3,
  ],
  [
    'over the day of 25 hours',
    'America/New_York',
    ['2026-11-01T03:59:00Z', '2026-11-02T04:59:00Z', '2026-11-02T05:01:00Z'],
    3,
  ],
  ['in the hour that comes twice', 'America/New_York', ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'], 1],
] as const)('%s, in %s', (_, zone, moments, days) => {
  expect(answeredOn(...moments.map((moment) => dateIn(zone, new Date(moment))))?.days).toBe(days);
});

test('the best is never less than the days, and the days never more than were answered', () => {
  const dates = fc.array(
    fc.nat(40).map((day) => new Date(Date.UTC(2026, 9, 1 + day)).toISOString().slice(0, 10)),
  );
  fc.assert(
    fc.property(dates, (answered) => {
      const streak = answeredOn(...answered);
      expect(streak?.best ?? 0).toBeGreaterThanOrEqual(streak?.days ?? 0);
      expect(streak?.best ?? 0).toBeLessThanOrEqual(new Set(answered).size);
    }),
  );
});
