import { relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadPacks } from '../content/load.ts';
import { createSearch } from '../search/engine.ts';
import type { SearchResult } from '../search/result.ts';
import { readArguments, runTool, UsageError } from './commandLine.ts';
import { figuresOf, figuresTable, type Outcome } from './figures.ts';
import { hostileQueries, longQueriesOf, measureEach, measureSlowest } from './latency.ts';
import { type PairNames, packFolders, pairNames } from './packs.ts';
import { readPairsFile } from './pairsFile.ts';
import { type GoldenQuestion, readQuestions } from './questions.ts';
import { answeredPair, type Library, respond } from './respond.ts';

const usage = `Measures how well and how fast questions are answered.

  npm run eval

  --questions FILE   one JSON object a line: id, query, lang, style, previous, expected (pair ids; [] for none);
                     without it, test/golden/questions.jsonl
  --each             one line of JSON a question instead of the table
  --content FOLDER   the folder that holds the packs; their English in locales/en beside it
  --pairs FILE       pairs instead of packs, one JSON object a line: id, question, aliases, answer
`;

const options = {
  questions: { type: 'string' },
  each: { type: 'boolean', default: false },
  content: { type: 'string' },
  pairs: { type: 'string' },
} as const;

const goldenQuestions = fileURLToPath(new URL('../../test/golden/questions.jsonl', import.meta.url));

interface Asked {
  readonly question: GoldenQuestion;
  readonly result: SearchResult;
}

async function evaluate(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  if (positionals.length > 0)
    throw new UsageError(`'${positionals[0]}' stands alone: --questions takes the file.`);
  if (values.content !== undefined && values.pairs !== undefined)
    throw new UsageError('--content and --pairs exclude each other: choose one.');
  const file = values.questions ?? relative('', goldenQuestions);
  const questions = readQuestions(file);
  const packs =
    values.pairs === undefined ? loadPacks(packFolders(values.content)) : [readPairsFile(values.pairs)];
  const names = pairNames(packs);
  const library = { packs: new Map(packs.map((pack) => [pack.id, pack])), search: createSearch(packs) };
  warnOfUnknown(questions, names);
  const asked = questions.map((question) => ({ question, result: answer(library, question, names) }));
  process.stdout.write(values.each ? eachLine(asked, names) : `${report(asked, names, library)}\n`);
  return 0;
}

/** A misspelt id would otherwise count as a fault of the search. */
function warnOfUnknown(questions: readonly GoldenQuestion[], names: PairNames): void {
  const ids = questions.flatMap(({ previous, expected }) => [
    ...expected,
    ...(previous === null ? [] : [previous]),
  ]);
  const unknown = [...new Set(ids)].filter((id) => names.find(id) === null);
  if (unknown.length > 0) process.stderr.write(`No pair has these ids: ${unknown.join(', ')}\n`);
}

function answer(library: Library, { query, previous }: GoldenQuestion, names: PairNames): SearchResult {
  return respond(library, query, previous === null ? null : names.find(previous));
}

function eachLine(asked: readonly Asked[], names: PairNames): string {
  return asked
    .map(({ question: { id }, result }) => {
      const answered = answeredPair(result);
      const pair = answered === null ? null : names.nameOf(answered);
      const candidates = result.candidates.map((one) => ({ id: names.nameOf(one), score: one.score }));
      return `${JSON.stringify({ id, tier: result.tier, pair, candidates })}\n`;
    })
    .join('');
}

function report(asked: readonly Asked[], names: PairNames, library: Library): string {
  const groups = [
    ...groupsBy(asked, ({ question }) => `style ${question.style}`),
    ...groupsBy(asked, ({ question }) => `language ${question.lang}`),
    ['all', asked] as const,
  ];
  const outcomeOf = ({ question: { expected }, result: { tier, candidates } }: Asked): Outcome => ({
    tier,
    candidates: candidates.map(names.nameOf),
    // An id that several packs use may be written with its pack or, where that is clear, without.
    expected: expected.map((id) => nameOfId(id, names)),
  });
  const table = figuresTable(groups.map(([name, members]) => [name, figuresOf(members.map(outcomeOf))]));
  return `${table}\n\n${latencyReport(asked, names, library)}`;
}

function nameOfId(id: string, names: PairNames): string {
  const ref = names.find(id);
  return ref === null ? id : names.nameOf(ref);
}

function groupsBy<Member>(
  members: readonly Member[],
  keyOf: (member: Member) => string,
): (readonly [string, readonly Member[]])[] {
  return [...Map.groupBy(members, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A running bot's code is compiled by the time it matters: every question goes through this often before the clock runs. */
const warmUpRounds = 3;

function latencyReport(asked: readonly Asked[], names: PairNames, library: Library): string {
  const find = (query: string) => void respond(library, query, null);
  for (let round = 0; round < warmUpRounds; round++)
    for (const { question } of asked) answer(library, question, names);
  const each = measureEach(
    asked.map(
      ({ question }) =>
        () =>
          void answer(library, question, names),
    ),
  );
  const long = measureSlowest(longQueriesOf(asked.map(({ question }) => question.query)), find);
  const hostile = measureSlowest(hostileQueries, find);
  return [
    'CPU time of one query, in ms (process.cpuUsage, after a warm-up)',
    `p50 ${each.p50.toFixed(2)}  p99 ${each.p99.toFixed(2)}`,
    `slowest of 500 characters ${long.toFixed(2)}  slowest hostile ${hostile.toFixed(2)}`,
  ].join('\n');
}

await runTool(usage, evaluate);
