import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { countsAgain, isDue, type Memory, type Outcome, recall, reviewed } from '../../src/quiz/review.ts';

const day = 86_400_000;
const start = new Date('2026-11-23T09:00:00Z');
const right: Outcome = { right: true, hinted: false };
const hinted: Outcome = { right: true, hinted: true };
const wrong: Outcome = { right: false, hinted: false };

/** Answers, each on the day on which the question is due. */
function answered(...outcomes: readonly Outcome[]): {
  readonly memory: Memory;
  readonly days: readonly number[];
} {
  const days: number[] = [];
  let memory: Memory | null = null;
  let now = start;
  for (const outcome of outcomes) {
    memory = reviewed(memory, outcome, now);
    days.push((memory.due - now.getTime()) / day);
    now = new Date(memory.due);
  }
  if (memory === null) throw new Error('nothing was answered');
  return { memory, days };
}

describe('when a question is due again', () => {
  test.each<[string, readonly Outcome[]]>([
    ['right', [right]],
    ['after the hint', [hinted]],
    ['wrong', [wrong]],
  ])('first answer %s: in whole days, tomorrow at the earliest', (_, outcomes) => {
    const [first = 0] = answered(...outcomes).days;
    expect(first).toBeGreaterThanOrEqual(1);
    expect(Number.isInteger(first)).toBe(true);
  });

  test('right answers space it out, a wrong one brings it near again', () => {
    const { days } = answered(right, right, right, wrong);
    const [first = 0, second = 0, third = 0, fourth = 0] = days;
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
    expect(fourth).toBeLessThan(first + 1);
  });

  test('what needed the hint comes sooner than what did not, and what was wrong sooner still', () => {
    const last = (outcome: Outcome) => answered(right, right, outcome).days.at(-1) ?? 0;
    expect(last(wrong)).toBeLessThan(last(hinted));
    expect(last(hinted)).toBeLessThan(last(right));
  });

  test('it is due from that moment on', () => {
    const { memory } = answered(right);
    expect(isDue(memory, new Date(memory.due - 1))).toBe(false);
    expect(isDue(memory, new Date(memory.due))).toBe(true);
  });
});

test('within ten minutes a second answer says nothing', () => {
  const { memory } = answered(right);
  const after = (minutes: number) => countsAgain(memory, new Date(memory.last + minutes * 60_000));
  expect([-1, 0, 1, 9.99, 10, 1_440].map(after)).toEqual([false, false, false, false, true, true]);
});

describe('how well it is remembered', () => {
  test('it fades with time', () => {
    const { memory } = answered(right, right);
    const recallAfter = (days: number) => recall(memory, new Date(memory.last + days * day));
    expect(recallAfter(0)).toBeCloseTo(1, 5);
    expect(recallAfter(10)).toBeLessThan(recallAfter(1));
    expect(recallAfter(365)).toBeLessThan(0.9);
  });

  test('who was wrong remembers less than who was right', () => {
    const later = new Date(start.getTime() + 3 * day);
    expect(recall(reviewed(null, wrong, start), later)).toBeLessThan(
      recall(reviewed(null, right, start), later),
    );
  });

  test('reviews and lapses are counted', () => {
    expect(answered(right, wrong, right).memory).toMatchObject({ reviews: 3, lapses: 1 });
  });
});

test('what is kept is enough for FSRS to go on as with all of its own', () => {
  const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 365 });
  let card = createEmptyCard(start);
  const days = [Rating.Good, Rating.Good, Rating.Hard, Rating.Again, Rating.Good].map((rating) => {
    const now = card.due;
    card = scheduler.next(card, now, rating as Rating.Good).card;
    return (card.due.getTime() - now.getTime()) / day;
  });
  const { memory, days: ours } = answered(right, right, hinted, wrong, right);
  expect(ours).toEqual(days);
  expect(memory).toMatchObject({ stability: card.stability, difficulty: card.difficulty });
});

test('whatever is answered, whenever: plain JSON, due within a year and a day, no chance in it', () => {
  const history = fc.array(
    fc.tuple(fc.constantFrom(right, hinted, wrong), fc.integer({ min: 0, max: 400 * day })),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(history, (answers) => {
      let memory: Memory | null = null;
      let now = start.getTime();
      for (const [outcome, wait] of answers) {
        now += wait;
        const after = reviewed(memory, outcome, new Date(now));
        expect(reviewed(memory, outcome, new Date(now))).toEqual(after);
        expect(JSON.parse(JSON.stringify(after))).toEqual(after);
        expect(after.due - now).toBeGreaterThanOrEqual(day);
        expect(after.due - now).toBeLessThanOrEqual(366 * day);
        const remembered = recall(after, new Date(now + wait));
        expect(remembered).toBeGreaterThanOrEqual(0);
        expect(remembered).toBeLessThanOrEqual(1);
        memory = after;
      }
    }),
  );
});
