import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Figure, ratioTo, spreadOf } from '../../src/cli/bench/figure.ts';
import { figuresOf } from '../../src/cli/figures.ts';
import { cpuMilliseconds, hostileQueries, longQueriesOf, percentile } from '../../src/cli/latency.ts';
import { type GoldenQuestion, readQuestions } from '../../src/cli/questions.ts';
import { loadPacks } from '../../src/content/load.ts';
import { contentFolder, localesOf } from '../../src/paths.ts';
import { type Engine, engines, type Find } from './rivals.ts';

export interface SearchCounts {
  readonly rounds: number;
  /** Questions of the set that are asked at all, spread over it. */
  readonly asked: number;
  /** Questions timed in each round, spread over the set. */
  readonly timed: number;
  /** For how long an engine is given hostile queries at most, in milliseconds. */
  readonly patience: number;
}

export const searchCounts: SearchCounts = {
  rounds: 5,
  asked: Number.POSITIVE_INFINITY,
  timed: 40,
  patience: 2_000,
};

interface Built {
  readonly engine: Engine;
  readonly find: Find;
}

/** Cost and accuracy of a query, and the worst that a query can cost. */
export function measureSearch(counts: SearchCounts, list: readonly Engine[] = engines): Figure[] {
  const packs = loadPacks({ content: contentFolder, locales: localesOf(contentFolder) });
  const questions = readQuestions(fileURLToPath(new URL('../golden/questions.jsonl', import.meta.url)));
  const built = list.map((engine) => ({ engine, find: engine.build(packs) }));
  return [accuracyAndCost(built, questions, counts), worstQueries(built, questions, counts)];
}

function accuracyAndCost(
  built: readonly Built[],
  questions: readonly GoldenQuestion[],
  { rounds, asked, timed }: SearchCounts,
): Figure {
  const answerable = spreadOver(
    questions.filter(({ expected }) => expected.length > 0),
    asked,
  );
  // Going through them for the accuracy is the warm-up as well.
  const warmUp = built.map(({ find }) => accuracyOf(find, answerable));
  const sample = spreadOver(answerable, timed);
  const times = built.map((): number[][] => []);
  for (let round = 0; round < rounds; round++)
    for (const at of turned(built, round)) {
      const { find } = built[at] as Built;
      if (round >= roundsOfSlow && (warmUp[at]?.milliseconds ?? 0) > slow) continue;
      times[at]?.push(sample.map(({ query, previous }) => cpuMilliseconds(() => void find(query, previous))));
    }
  const byRound = (part: number) => times.map((each) => each.map((one) => percentile(one, part)));
  const [middle, high] = [byRound(0.5), byRound(0.99)];
  return {
    title: 'A question: what is found, and what it costs',
    columns: [
      { name: 'hit1', unit: 'share' },
      { name: 'hit3', unit: 'share' },
      { name: 'hit1 without follow-ups', unit: 'share' },
      { name: 'CPU p50', unit: 'ms' },
      { name: 'CPU p99', unit: 'ms' },
      { name: 'p50 to ours', unit: 'times' },
    ],
    rows: built.map(({ engine }, at) => ({
      name: engine.name,
      values: [
        ...(warmUp[at]?.accuracy ?? []),
        spreadOf(middle[at] ?? []),
        spreadOf(high[at] ?? []),
        at === 0 ? null : ratioTo(middle[0] ?? [], middle[at] ?? []),
      ],
    })),
    notes: [
      `hit1, hit3: the right pair is first, or among three, for the ${answerable.length} questions of test/golden/ that the article answers.`,
      'Ours was weighed on these questions; the others were set up as their documents advise, the best of several tries.',
      `Time: ${sample.length} of the questions in each of ${rounds} rounds, the engines in turns, after all questions as a warm-up`,
      `(${roundsOfSlow} rounds for an engine that needs over ${slow} ms); median of the rounds (least–most). CPU of the whole process, collecting garbage included.`,
      ...built.map(({ engine: { name, setUp } }) => `${name}: ${setUp}`),
    ],
    goals: [],
  };
}

/** Milliseconds a question, above which an engine would take minutes. */
const slow = 10;
const roundsOfSlow = 2;

/** hit1, hit3, and hit1 of what leans on no pair before; CPU milliseconds a question. */
function accuracyOf(find: Find, questions: readonly GoldenQuestion[]) {
  const since = process.cpuUsage();
  const outcomes = questions.map(({ query, previous, expected }) => ({
    isFollowUp: previous !== null,
    ...({ tier: 'suggest', candidates: find(query, previous), expected } as const),
  }));
  const { user, system } = process.cpuUsage(since);
  const alone = outcomes.filter(({ isFollowUp }) => !isFollowUp);
  const { hit1, hit3 } = figuresOf(outcomes);
  const milliseconds = (user + system) / 1_000 / questions.length;
  return { accuracy: [hit1, hit3, figuresOf(alone).hit1], milliseconds };
}

/** So many of a list, evenly spread over it. */
function spreadOver<T>(list: readonly T[], count: number): T[] {
  const length = Math.min(count, list.length);
  const step = list.length / length;
  return Array.from({ length }, (_, at) => list[Math.floor(at * step)] as T);
}

/** The places of a list, beginning with another one each round. */
function turned(list: readonly unknown[], round: number): number[] {
  return list.map((_, at) => (at + round) % list.length);
}

const repetitions = 3;

function worstQueries(
  built: readonly Built[],
  questions: readonly GoldenQuestion[],
  { patience }: SearchCounts,
): Figure {
  const long = longQueriesOf(questions.map(({ query }) => query));
  // In turns, so that an engine that runs out of patience has seen some of each.
  const queries = hostileQueries.flatMap((query, at) => [query, ...long.slice(at, at + 1)]);
  return {
    title: 'The worst single query: 500 characters',
    columns: [
      { name: 'slowest', unit: 'ms' },
      { name: 'median', unit: 'ms' },
      { name: 'queries tried', unit: 'count' },
    ],
    rows: built.map(({ engine, find }) => {
      const times = slowTimes(find, queries, patience);
      return { name: engine.name, values: [Math.max(...times), spreadOf(times).median, times.length] };
    }),
    notes: [
      `${hostileQueries.length} texts that have driven searches to exponential or quadratic work, and ${long.length} made of questions; the CPU of each is`,
      `the median of ${repetitions} after one that does not count. An engine that has used up ${patience / 1_000} s is tried on no more.`,
    ],
    goals: [],
  };
}

/** Of at least one query. */
function slowTimes(find: Find, queries: readonly string[], patience: number): number[] {
  const times: number[] = [];
  let spent = 0;
  for (const query of queries) {
    const first = cpuMilliseconds(() => void find(query));
    const each =
      first > patience / 4
        ? [first]
        : Array.from({ length: repetitions }, () => cpuMilliseconds(() => void find(query)));
    times.push(spreadOf(each).median);
    spent += [first, ...each].reduce((sum, time) => sum + time, 0);
    if (spent > patience) break;
  }
  return times;
}
