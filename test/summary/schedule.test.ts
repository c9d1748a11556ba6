import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTolerable, runAfter, weeklyAfter } from '../../src/summary/schedule.ts';

const at = (text: string) => new Date(text);
const minute = 60_000;
const day = 24 * 60 * minute;

describe('A weekly schedule', () => {
  const monday = { weekday: 1, time: '09:00' };

  it('runs at the same time every week in Seoul', () => {
    const first = weeklyAfter(monday, 'Asia/Seoul', at('2026-11-23T03:00:00Z'));
    const second = weeklyAfter(monday, 'Asia/Seoul', first);
    expect([first, second]).toEqual([at('2026-11-30T00:00:00Z'), at('2026-12-07T00:00:00Z')]);
  });

  it('runs still today where its time has not come, and in a week at that very moment', () => {
    expect(weeklyAfter(monday, 'Asia/Seoul', at('2026-11-22T23:59:59Z'))).toEqual(at('2026-11-23T00:00:00Z'));
    expect(weeklyAfter(monday, 'Asia/Seoul', at('2026-11-23T00:00:00Z'))).toEqual(at('2026-11-30T00:00:00Z'));
  });

  it('stays at nine on the wall when daylight saving begins and ends', () => {
    const runs = (from: string) => {
      const first = weeklyAfter(monday, 'America/New_York', at(from));
      return [first, weeklyAfter(monday, 'America/New_York', first)];
    };
    expect(runs('2026-03-02T00:00:00Z')).toEqual([at('2026-03-02T14:00:00Z'), at('2026-03-09T13:00:00Z')]);
    expect(runs('2026-10-26T00:00:00Z')).toEqual([at('2026-10-26T13:00:00Z'), at('2026-11-02T14:00:00Z')]);
  });

  it('moves on, that once, by what daylight saving leaves out', () => {
    const night = { weekday: 7, time: '02:30' };
    const first = weeklyAfter(night, 'America/New_York', at('2026-03-02T00:00:00Z'));
    expect(first).toEqual(at('2026-03-08T07:30:00Z'));
    expect(weeklyAfter(night, 'America/New_York', first)).toEqual(at('2026-03-15T06:30:00Z'));
  });

  it('runs once at a time that comes twice, the first time', () => {
    const night = { weekday: 7, time: '01:30' };
    const first = weeklyAfter(night, 'America/New_York', at('2026-10-26T00:00:00Z'));
    expect(first).toEqual(at('2026-11-01T05:30:00Z'));
    expect(weeklyAfter(night, 'America/New_York', first)).toEqual(at('2026-11-08T06:30:00Z'));
  });

  it('comes within a week and an hour, on its weekday, in every zone', () => {
    const zones = ['Asia/Seoul', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia'];
    const moment = fc.date({
      min: at('2005-01-01T00:00:00Z'),
      max: at('2040-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 7 }),
        fc.tuple(two(23), two(59)),
        moment,
        (zone, weekday, clock, from) => {
          const next = weeklyAfter({ weekday, time: clock.join(':') }, zone, from);
          const wait = next.getTime() - from.getTime();
          expect(wait).toBeGreaterThan(0);
          // In 2011 Samoa left out a Friday; what falls on it comes a day later.
          expect(wait).toBeLessThanOrEqual(8 * day);
          if (zone === 'Pacific/Apia') return;
          const name = next.toLocaleDateString('en', { timeZone: zone, weekday: 'short' });
          expect(name).toBe(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday - 1]);
        },
      ),
    );
  });
});

it('a schedule that runs once has no next run', () => {
  expect(runAfter({ rule: { kind: 'once' }, zone: 'Asia/Seoul' }, at('2026-11-23T03:00:00Z'))).toBeNull();
});

it('what is an hour late is still posted, and a millisecond later not any more', () => {
  const due = at('2026-11-24T00:00:00Z');
  const late = (milliseconds: number) => isTolerable(due, new Date(due.getTime() + milliseconds));
  expect([late(0), late(60 * minute), late(60 * minute + 1)]).toEqual([true, true, false]);
});
