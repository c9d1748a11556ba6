import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateIn, nextDay } from '../../src/quiz/calendar.ts';
import { counted, dayCap } from '../../src/quiz/points.ts';
import { type Period, periodStart, placeOf, ranking } from '../../src/quiz/score.ts';

describe('the leaderboard', () => {
  const ranked = ranking([
    { user: 'c', points: 5 },
    { user: 'd', points: 3 },
    { user: 'b', points: 5 },
    { user: 'a', points: 9 },
    { user: 'e', points: 0 },
  ]);

  test('equal points share a place, and the next one is left out', () => {
    expect(ranked.map(({ user, rank }) => [user, rank])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 4],
    ]);
  });

  test('whoever has no points has no place', () => {
    expect(placeOf('c', ranked)).toEqual({ user: 'c', points: 5, rank: 2 });
    expect(placeOf('e', ranked)).toBeNull();
  });

  test('the order of the entries does not matter, and a rank is one more than those who have more', () => {
    const entries = fc.uniqueArray(fc.record({ user: fc.string(), points: fc.nat(20) }), {
      selector: ({ user }) => user,
    });
    fc.assert(
      fc.property(entries, (given) => {
        const all = ranking(given);
        expect(ranking([...given].reverse())).toEqual(all);
        for (const { points, rank } of all)
          expect(rank).toBe(1 + given.filter((other) => other.points > points).length);
      }),
    );
  });
});

describe('the day cap', () => {
  test.each([
    [12, 0, 12],
    [12, 20, 10],
    [12, 30, 0],
    [12, 45, 0],
    [0, 0, 0],
    [99, 0, dayCap],
  ])('of %i points, %i earned today already, %i count', (points, earned, expected) => {
    expect(counted(points, earned)).toBe(expected);
  });
});

describe('periods begin by the time of the server', () => {
  // Monday 23 November 2026, 00:30 in Seoul, still Sunday in New York.
  const now = new Date('2026-11-22T15:30:00Z');

  test.each<[Period, string, string]>([
    ['today', 'Asia/Seoul', '2026-11-22T15:00:00.000Z'],
    ['week', 'Asia/Seoul', '2026-11-22T15:00:00.000Z'],
    ['month', 'Asia/Seoul', '2026-10-31T15:00:00.000Z'],
    ['today', 'America/New_York', '2026-11-22T05:00:00.000Z'],
    ['week', 'America/New_York', '2026-11-16T05:00:00.000Z'],
    // Daylight saving ended on the first of the month, after its midnight.
    ['month', 'America/New_York', '2026-11-01T04:00:00.000Z'],
  ])('%s in %s', (period, zone, expected) => {
    expect(periodStart(period, zone, now, null)?.toISOString()).toBe(expected);
  });

  test('a season begins where the one before was closed, and all has no beginning', () => {
    const closed = new Date('2026-09-01T00:00:00Z');
    expect(periodStart('season', 'Asia/Seoul', now, closed)).toBe(closed);
    expect(periodStart('season', 'Asia/Seoul', now, null)).toBeNull();
    expect(periodStart('all', 'Asia/Seoul', now, closed)).toBeNull();
  });

  test('a day may be 23 or 25 hours long', () => {
    const hours = (zone: string, noon: string) => {
      const start = periodStart('today', zone, new Date(noon), null)?.getTime() ?? 0;
      return (nextDay(zone, new Date(noon)).getTime() - start) / 3_600_000;
    };
    expect(hours('America/New_York', '2026-03-08T16:00:00Z')).toBe(23);
    expect(hours('America/New_York', '2026-11-01T17:00:00Z')).toBe(25);
    expect(hours('Asia/Seoul', '2026-11-01T03:00:00Z')).toBe(24);
  });

  test('where daylight saving begins at midnight, the day begins at one', () => {
    const noon = new Date('2026-09-06T16:00:00Z');
    expect(dateIn('America/Santiago', noon)).toBe('2026-09-06');
    expect(periodStart('today', 'America/Santiago', noon, null)?.toISOString()).toBe(
      '2026-09-06T04:00:00.000Z',
    );
  });

  test('now is never before the beginning of its period, nor after the end of its day', () => {
    const zones = fc.constantFrom(
      'Asia/Seoul',
      'America/New_York',
      'Europe/Berlin',
      'Pacific/Apia',
      'Asia/Kathmandu',
    );
    const moments = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zones, moments, fc.constantFrom('today', 'week', 'month'), (zone, moment, period) => {
        const begun = periodStart(period, zone, moment, null) ?? moment;
        expect(begun.getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(nextDay(zone, moment).getTime()).toBeGreaterThan(moment.getTime());
      }),
    );
  });
});
