import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Figures, figuresOf, figuresTable, type Outcome } from '../../src/cli/figures.ts';
import { readQuestions } from '../../src/cli/questions.ts';
import { find, packs, ref } from './support/shipped.ts';

const questions = readQuestions(fileURLToPath(new URL('../golden/questions.jsonl', import.meta.url)));
const asked = questions.map(({ query, style, previous, expected }) => {
  const { tier, candidates } = find(query, previous === null ? undefined : ref(previous));
  return { style, outcome: { tier, candidates: candidates.map(({ pair }) => pair), expected } };
});
const groups = new Map<string, readonly Outcome[]>([
  ...[...Map.groupBy(asked, ({ style }) => style)].map(
    ([style, members]) => [style, members.map(({ outcome }) => outcome)] as const,
  ),
  ['all', asked.map(({ outcome }) => outcome)],
]);
const figures = new Map([...groups].map(([name, outcomes]) => [name, figuresOf(outcomes)]));
const table = `\n${figuresTable([...figures])}`;

type Figure = Exclude<keyof Figures, 'n'>;
type Bounds = Readonly<Partial<Record<Figure, number>>>;

/** A little under what is measured; a question more or less of a small group must not decide. */
const floors: Readonly<Record<string, Bounds>> = {
  all: { hit1: 0.9, hit3: 0.97, answered: 0.8 },
  formal: { hit1: 0.87, hit3: 0.97, answered: 0.82 },
  casual: { hit1: 0.9, hit3: 0.98, answered: 0.86 },
  slang: { hit1: 0.92, hit3: 0.96, answered: 0.72 },
  keyword: { hit1: 0.96, hit3: 0.96, answered: 0.92 },
  typo: { hit1: 0.83, hit3: 0.93, answered: 0.63 },
  nospace: { hit1: 0.88, hit3: 0.96, answered: 0.72 },
  long: { hit1: 0.8, hit3: 0.9, answered: 0.55 },
  english: { hit1: 0.81, hit3: 0.96, answered: 0.75 },
  mixed: { hit1: 0.95, hit3: 0.95, answered: 0.9 },
  qwerty: { hit1: 0.88, hit3: 0.88, answered: 0.83 },
  followup: { hit1: 0.8, hit3: 0.93, answered: 0.75 },
};
const ceilings: Readonly<Record<string, Bounds>> = {
  all: { wrong: 0.05, wrongOfAnswers: 0.08, false: 0.15 },
  offtopic: { false: 0.2 },
  neartopic: { false: 0.15 },
};

function measured(name: string, figure: Figure): number {
  const value = figures.get(name)?.[figure] ?? null;
  if (value === null) throw new Error(`No figure ${figure} of ${name}`);
  return value;
}

function rows(bounds: Readonly<Record<string, Bounds>>) {
  return Object.entries(bounds).flatMap(([name, figureBounds]) =>
    Object.entries(figureBounds).map(([figure, bound]) => ({ name, figure: figure as Figure, bound })),
  );
}

describe('464 questions which are no phrasing of the packs', () => {
  test('are all there, and name only pairs that exist', () => {
    expect(questions.length).toBe(464);
    const ids = new Set(packs.flatMap(({ pairs }) => pairs.map(({ id }) => id)));
    const named = questions.flatMap(({ previous, expected }) =>
      previous === null ? expected : [previous, ...expected],
    );
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('are each of a style that has a bound', () => {
    const styles = [...figures.keys()].sort();
    expect(styles).toEqual([...new Set([...Object.keys(floors), ...Object.keys(ceilings)])].sort());
  });

  test.each(rows(floors))('$name: $figure is at least $bound', ({ name, figure, bound }) => {
    expect(measured(name, figure), table).toBeGreaterThanOrEqual(bound);
  });

  test.each(rows(ceilings))('$name: $figure is at most $bound', ({ name, figure, bound }) => {
    expect(measured(name, figure), table).toBeLessThanOrEqual(bound);
  });
});
