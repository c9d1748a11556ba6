import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readWhen } from '../../src/summary/when.ts';

const seoul = 'Asia/Seoul';
/** Monday, 23 November 2026, 12:00 in Seoul. */
const now = new Date('2026-11-23T03:00:00Z');

/** As `YYYY-MM-DD HH:MM` on the wall in Seoul, after `매주 N` where it comes every week; or why it is not read. */
function read(text: string): string {
  const when = readWhen(text, seoul, now);
  if (when.kind !== 'when') return when.kind;
  const wall = when.nextAt.toLocaleString('sv', { timeZone: seoul }).slice(0, 16);
  return when.rule.kind === 'once' ? wall : `매주 ${when.rule.weekday} ${when.rule.time}, ${wall}`;
}

describe('날짜와 시각을 한국어로 적으면', () => {
  test.each([
    ['2026-11-24 09:00', '2026-11-24 09:00'],
    ['2026-11-24T09:00', '2026-11-24 09:00'],
    ['2026/11/24 9:00', '2026-11-24 09:00'],
    ['2026. 11. 24. 9:00', '2026-11-24 09:00'],
    ['2026년 11월 24일 화요일 오후 2시', '2026-11-24 14:00'],
    ['11/24 9:00', '2026-11-24 09:00'],
    ['11/24(화) 9:00', '2026-11-24 09:00'],
    ['11. 24. 오전 9시', '2026-11-24 09:00'],
    ['11월 24일 14시', '2026-11-24 14:00'],
    ['11월24일 14시30분', '2026-11-24 14:30'],
    ['내일 9시', '2026-11-24 09:00'],
    ['내일 오전 9시에', '2026-11-24 09:00'],
    ['내일 정오', '2026-11-24 12:00'],
    ['모레 새벽 3시', '2026-11-25 03:00'],
    ['오후 3시 30분', '2026-11-23 15:30'],
    ['오후 3:30', '2026-11-23 15:30'],
    ['오늘 밤 9시 반', '2026-11-23 21:30'],
    ['저녁 7시', '2026-11-23 19:00'],
    ['낮 1시', '2026-11-23 13:00'],
    ['내일 낮 12시', '2026-11-24 12:00'],
    ['오후 12시 30분', '2026-11-23 12:30'],
    ['내일 오전 12시', '2026-11-24 00:00'],
    ['월요일 9시', '2026-11-30 09:00'],
    ['월요일 오후 1시', '2026-11-23 13:00'],
    ['금 18:00', '2026-11-27 18:00'],
    ['이번 주 금요일 9시', '2026-11-27 09:00'],
    ['다음 주 월요일 9시', '2026-11-30 09:00'],
    ['다음주 금 9시', '2026-12-04 09:00'],
    ['매주 월 9시', '매주 1 09:00, 2026-11-30 09:00'],
    ['매주 월요일 오후 1시 반', '매주 1 13:30, 2026-11-23 13:30'],
    ['매주 월요일에 9시', '매주 1 09:00, 2026-11-30 09:00'],
    ['매주 일요일 21:00', '매주 7 21:00, 2026-11-29 21:00'],
    ['２０２６-１１-２４ ０９：００', '2026-11-24 09:00'],
    ['내일 9시'.normalize('NFD'), '2026-11-24 09:00'],
  ])('%s → %s', (text, moment) => {
    expect(read(text)).toBe(moment);
  });
});

describe('In English', () => {
  test.each([
    ['tomorrow 9am', '2026-11-24 09:00'],
    ['Tomorrow at 9:30 p.m.', '2026-11-24 21:30'],
    ['3:30 PM', '2026-11-23 15:30'],
    ['today 15:00', '2026-11-23 15:00'],
    ['tomorrow noon', '2026-11-24 12:00'],
    ['tomorrow 12am', '2026-11-24 00:00'],
    ['tomorrow 12pm', '2026-11-24 12:00'],
    ['Nov 24 9am', '2026-11-24 09:00'],
    ['November 24th, 2026 at 9am', '2026-11-24 09:00'],
    ['24 Nov 9:00', '2026-11-24 09:00'],
    ['11/24 Tuesday 9am', '2026-11-24 09:00'],
    ['friday 6pm', '2026-11-27 18:00'],
    ['next week monday 9am', '2026-11-30 09:00'],
    ['this Friday 6pm', '2026-11-27 18:00'],
    ['9am tomorrow', '2026-11-24 09:00'],
    ['at 9:30 p.m. on Friday', '2026-11-27 21:30'],
    ['noon tomorrow', '2026-11-24 12:00'],
    ['9:00 Fri', '2026-11-27 09:00'],
    ['9:00 every Monday', '매주 1 09:00, 2026-11-30 09:00'],
    ['Sept 1st, 2027 9am', '2027-09-01 09:00'],
    ['every Monday 09:00', '매주 1 09:00, 2026-11-30 09:00'],
    ['every mon at 1pm', '매주 1 13:00, 2026-11-23 13:00'],
    ['weekly on Fridays 18:00', '매주 5 18:00, 2026-11-27 18:00'],
  ])('%s → %s', (text, moment) => {
    expect(read(text)).toBe(moment);
  });
});

describe('What a schedule cannot be made of', () => {
  test.each([
    ['오늘 9시', 'past'],
    ['9시', 'past'],
    ['noon', 'past'],
    ['이번 주 월요일 9시', 'past'],
    ['11/22 9:00', 'past'],
    ['2025-11-24 09:00', 'past'],
    ['2028-01-01 9:00', 'too-far'],
    ['', 'unreadable'],
    ['내일', 'unreadable'],
    ['9', 'unreadable'],
    ['곧', 'unreadable'],
    ['24:00', 'unreadable'],
    ['25시', 'unreadable'],
    ['9:75', 'unreadable'],
    ['오전 15시', 'unreadable'],
    ['15:00 pm', 'unreadable'],
    ['오전 9:00 pm', 'unreadable'],
    ['2026-02-30 9:00', 'unreadable'],
    ['13/1 9:00', 'unreadable'],
    ['매주 9시', 'unreadable'],
    ['every day 9:00', 'unreadable'],
    ['hello 9:00', 'unreadable'],
    ['decent 3 9:00', 'unreadable'],
    ['next monday 9am', 'unreadable'],
    ['9 tomorrow', 'unreadable'],
    ['내일 9시쯤', 'unreadable'],
  ])('%s: %s', (text, why) => {
    expect(read(text)).toBe(why);
  });

  test.each(['내일 자정', '내일 밤 12시', 'tomorrow midnight'])(
    '%s may mean either end of the day',
    (text) => {
      expect(read(text)).toBe('unreadable');
    },
  );

  it('is a date on another weekday than the one beside it', () => {
    expect(read('11/24(월) 9:00')).toBe('unreadable');
    expect(read('11월 24일 수요일 9시')).toBe('unreadable');
    expect(read('11/24 monday 9am')).toBe('unreadable');
  });
});

it('takes a date without a year for the nearest', () => {
  const december = new Date('2026-12-20T03:00:00Z');
  expect(readWhen('1/3 9:00', seoul, december)).toEqual({
    kind: 'when',
    rule: { kind: 'once' },
    nextAt: new Date('2027-01-03T00:00:00Z'),
  });
  expect(readWhen('12/1 9:00', seoul, december)).toEqual({ kind: 'past' });
  expect(readWhen('12/31 9:00', seoul, new Date('2027-01-02T03:00:00Z'))).toEqual({ kind: 'past' });
});

it('takes 29 February for the one in a leap year', () => {
  const when = readWhen('2/29 9:00', seoul, new Date('2028-02-01T00:00:00Z'));
  expect(when).toMatchObject({ nextAt: new Date('2028-02-29T00:00:00Z') });
  expect(readWhen('2/29 9:00', seoul, new Date('2026-02-01T00:00:00Z'))).toEqual({ kind: 'unreadable' });
});

it('refuses a moment that has come, to the millisecond', () => {
  const nine = new Date('2026-11-24T00:00:00Z');
  expect(readWhen('2026-11-24 09:00', seoul, nine)).toEqual({ kind: 'past' });
  expect(readWhen('2026-11-24 09:00', seoul, new Date(nine.getTime() - 1))).toMatchObject({ nextAt: nine });
});

it('reads a time in the zone of the server', () => {
  const when = readWhen('tomorrow 9am', 'America/New_York', new Date('2026-11-24T03:00:00Z'));
  // In New York it is still the evening of the 23rd.
  expect(when).toMatchObject({ nextAt: new Date('2026-11-24T14:00:00Z') });
});

const moment = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});

it('never breaks, and never gives a moment that has passed, whatever is typed', () => {
  const word = fc.constantFrom(
    ...[
      '내일',
      '매주',
      '월',
      '다음 주',
      'every',
      'monday',
      'at',
      'am',
      '오후',
      '밤',
      '9시',
      '9:00',
      '30분',
      '반',
    ],
    ...['2026', '-', '/', '.', '11', '24', '월', '일', '년', '에', 'nov', ' '],
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word).map((words) => words.join(' ')),
    fc.array(word).map((words) => words.join('')),
  );
  fc.assert(
    fc.property(text, moment, (typed, at) => {
      const when = readWhen(typed, seoul, at);
      if (when.kind === 'when') expect(when.nextAt.getTime()).toBeGreaterThan(at.getTime());
    }),
    { numRuns: 2_000 },
  );
});

it('reads what it would write, in every zone, within a year', () => {
  const zone = fc.constantFrom(seoul, 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'UTC');
  const ahead = fc.integer({ min: 1, max: 365 * 24 * 60 });
  fc.assert(
    fc.property(moment, ahead, zone, (at, minutes, where) => {
      const then = new Date(Math.floor(at.getTime() / 60_000 + minutes) * 60_000);
      const wall = then.toLocaleString('sv', { timeZone: where }).slice(0, 16);
      const when = readWhen(wall, where, at);
      // Of an hour that comes twice, the first is taken, which may have passed by then.
      if (when.kind !== 'when') return when.kind === 'past' && minutes < 121;
      expect(when.nextAt.toLocaleString('sv', { timeZone: where }).slice(0, 16)).toBe(wall);
      return true;
    }),
  );
});

it('gives up on a long text at once', () => {
  expect(read(`${'9:'.repeat(2_000)}00`)).toBe('unreadable');
  expect(read(' '.repeat(4_000))).toBe('unreadable');
});
