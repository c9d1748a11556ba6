import { expect, test } from 'vitest';
import { figuresOf, figuresTable, type Outcome } from '../../src/cli/figures.ts';
import { hostileQueries, longQueriesOf, percentile } from '../../src/cli/latency.ts';
import { firstSentence } from '../../src/cli/pairsFile.ts';

const outcomes: readonly Outcome[] = [
  { tier: 'answer', candidates: ['a', 'b'], expected: ['a'] },
  { tier: 'answer', candidates: ['b', 'a'], expected: ['a'] },
  { tier: 'suggest', candidates: ['b', 'c', 'a'], expected: ['a', 'd'] },
  { tier: 'suggest', candidates: ['b', 'c', 'd', 'a'], expected: ['a'] },
  { tier: 'none', candidates: ['a'], expected: ['a'] },
  { tier: 'none', candidates: [], expected: ['a'] },
  { tier: 'answer', candidates: ['a'], expected: [] },
  { tier: 'suggest', candidates: ['a'], expected: [] },
  { tier: 'none', candidates: [], expected: [] },
  { tier: 'none', candidates: ['a'], expected: [] },
];

test('every share is taken of what it is a share of', () => {
  expect(figuresOf(outcomes)).toEqual({
    n: 10,
    hit1: 2 / 6,
    hit3: 4 / 6,
    answered: 1 / 6,
    resolved: 2 / 6,
    wrong: 1 / 6,
    false: 1 / 4,
    overall: 4 / 10,
    wrongOfAnswers: 2 / 3,
  });
});

test('there is no share of nothing', () => {
  const none = { hit1: null, hit3: null, answered: null, resolved: null, wrong: null };
  expect(figuresOf([])).toEqual({ n: 0, ...none, false: null, overall: null, wrongOfAnswers: null });
  expect(figuresOf(outcomes.slice(8))).toEqual({ n: 2, ...none, false: 0, overall: 1, wrongOfAnswers: null });
});

test('the table lines up', () => {
  expect(
    figuresTable([
      ['all', figuresOf(outcomes)],
      ['off topic', figuresOf(outcomes.slice(8))],
    ]).split('\n'),
  ).toEqual([
    '            n   hit1   hit3  answered  resolved  wrong  false  overall  wrong of answers',
    'all        10  0.333  0.667     0.167     0.333  0.167  0.250    0.400             0.667',
    'off topic   2      -      -         -         -      -  0.000    1.000                 -',
  ]);
});

test('a percentile is one of the values', () => {
  expect([0.5, 0.99, 1].map((part) => percentile([3, 1, 2, 4], part))).toEqual([2, 4, 4]);
  expect(percentile([], 0.5)).toBe(0);
});

test('long and hostile queries are 500 characters long', () => {
  const long = longQueriesOf(['왜 이런 일이 벌어진 거야?', 'why', '']);
  expect(long).toHaveLength(10);
  expect(new Set([...long, ...hostileQueries].map((query) => [...query].length))).toEqual(new Set([500]));
  expect(longQueriesOf([])).toEqual([]);
});

test.each([
  ['한 시간이면 돼. 더는 안 돼.', '한 시간이면 돼.'],
  ['Version 1.5 is out. Get it.', 'Version 1.5 is out.'],
  ['정말? 그래.', '정말?'],
  ['첫 줄\n둘째 줄.', '첫 줄'],
  ['끝이 없는 말', '끝이 없는 말'],
  ['가'.repeat(201), '가'.repeat(200)],
])('첫 문장: %s', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});
