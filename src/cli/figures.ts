import type { Tier } from '../search/result.ts';

/** What was done with a question, and what would have been right. */
export interface Outcome {
  readonly tier: Tier;
  /** Names of pairs, best first. */
  readonly candidates: readonly string[];
  /** Names of the pairs that answer it; empty where nothing does. */
  readonly expected: readonly string[];
}

/** Shares, 0…1; null where there was nothing to take a share of. */
export interface Figures {
  readonly n: number;
  /** Answerable, the first candidate is right, whatever the tier. */
  readonly hit1: number | null;
  /** Answerable, one of the first three candidates is right, whatever the tier. */
  readonly hit3: number | null;
  /** Answerable, and answered rightly. */
  readonly answered: number | null;
  /** Answerable, and answered rightly or offered among three. */
  readonly resolved: number | null;
  /** Answerable, and answered wrongly. */
  readonly wrong: number | null;
  /** Not answerable, and answered all the same. */
  readonly false: number | null;
  /** Answerable and answered rightly, or not answerable and not answered; of all. */
  readonly overall: number | null;
  /** Answers that were wrong, whether there was a right one or not; of all answers given. */
  readonly wrongOfAnswers: number | null;
}

const offered = 3;

/** How well a list of questions was dealt with. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const answerable = outcomes.filter(({ expected }) => expected.length > 0);
  const others = outcomes.filter(({ expected }) => expected.length === 0);
  const answers = outcomes.filter(({ tier }) => tier === 'answer');
  const kept = others.filter(({ tier }) => tier !== 'answer').length;
  return {
    n: outcomes.length,
    hit1: share(answerable, (one) => hits(one, 1)),
    hit3: share(answerable, (one) => hits(one, offered)),
    answered: share(answerable, isAnswered),
    resolved: share(answerable, (one) => isAnswered(one) || (one.tier === 'suggest' && hits(one, offered))),
    wrong: share(answerable, isWrong),
    false: share(others, isWrong),
    overall: outcomes.length === 0 ? null : (answerable.filter(isAnswered).length + kept) / outcomes.length,
    wrongOfAnswers: share(answers, isWrong),
  };
}

function hits({ candidates, expected }: Outcome, among: number): boolean {
  return candidates.slice(0, among).some((candidate) => expected.includes(candidate));
}

function isAnswered(outcome: Outcome): boolean {
  return outcome.tier === 'answer' && hits(outcome, 1);
}

function isWrong(outcome: Outcome): boolean {
  return outcome.tier === 'answer' && !hits(outcome, 1);
}

function share(outcomes: readonly Outcome[], counts: (outcome: Outcome) => boolean): number | null {
  return outcomes.length === 0 ? null : outcomes.filter(counts).length / outcomes.length;
}

const columns = [
  'hit1',
  'hit3',
  'answered',
  'resolved',
  'wrong',
  'false',
  'overall',
  'wrongOfAnswers',
] as const satisfies readonly (keyof Figures)[];
const headings: Readonly<Record<string, string>> = { wrongOfAnswers: 'wrong of answers' };

/** A table with one line a group. */
export function figuresTable(groups: readonly (readonly [name: string, figures: Figures])[]): string {
  const head = ['', 'n', ...columns.map((column) => headings[column] ?? column)];
  const lines = groups.map(([name, figures]) => [
    name,
    String(figures.n),
    ...columns.map((column) => figures[column]?.toFixed(3) ?? '-'),
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...lines].map((line) => line[at]?.length ?? 0)));
  const inLine = (line: readonly string[]) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return [head, ...lines].map(inLine).join('\n');
}
