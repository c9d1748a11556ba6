import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.ts';
import { bread, folderWith, jsonLines } from './support/folders.ts';

const questions = jsonLines(
  { id: 'q1', query: '오븐은 몇 도로 맞춰?', lang: 'ko', style: 'formal', expected: ['oven'] },
  { id: 'q2', query: '그래서?', lang: 'ko', style: 'followup', previous: 'dough', expected: ['oven'] },
  { id: 'q3', query: '리눅스 주가', lang: 'ko', style: 'offtopic', expected: [] },
  { id: 'q4', query: 'oven heat', lang: 'en', style: 'formal', expected: ['dough'] },
);

function evaluate(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const folder = folderWith({ ...bread, ...files });
  const paths = args.map((one) => (one in files || one === 'content' ? join(folder, one) : one));
  return { folder, ended: run('cli/eval.ts', paths).ended };
}

const onBread = ['--content', 'content', '--questions', 'q.jsonl'];

test('--each gives a line of JSON for each question, in the order of the file', async () => {
  const { ended } = evaluate({ 'q.jsonl': questions }, ...onBread, '--each');
  const { code, stdout, stderr } = await ended;
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
  expect(lines.map((line) => Object.keys(line))).toEqual(
    Array.from({ length: 4 }, () => ['id', 'tier', 'pair', 'candidates']),
  );
  expect(lines.map(({ id, tier, pair }) => [id, tier, pair])).toEqual([
    ['q1', 'answer', 'oven'],
    ['q2', 'answer', 'oven'],
    ['q3', 'none', null],
    ['q4', 'answer', 'oven'],
  ]);
  expect(lines[1]?.['candidates']).toMatchObject({ 0: { id: 'oven', score: 1 } });
});

test('without it, a table by style and by language, and the time it takes', async () => {
  const { code, stdout, stderr } = await evaluate({ 'q.jsonl': questions }, ...onBread).ended;
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.slice(0, 8).map((line) => line.trim().split(/\s{2,}/))).toEqual([
    ['n', 'hit1', 'hit3', 'answered', 'resolved', 'wrong', 'false', 'overall', 'wrong of answers'],
    ['style followup', '1', '1.000', '1.000', '1.000', '1.000', '0.000', '-', '1.000', '0.000'],
    ['style formal', '2', '0.500', expect.any(String), '0.500', '0.500', '0.500', '-', '0.500', '0.500'],
    ['style offtopic', '1', '-', '-', '-', '-', '-', '0.000', '1.000', '-'],
    ['language en', '1', '0.000', expect.any(String), '0.000', '0.000', '1.000', '-', '0.000', '1.000'],
    ['language ko', '3', '1.000', '1.000', '1.000', '1.000', '0.000', '0.000', '1.000', '0.000'],
    ['all', '4', '0.667', expect.any(String), '0.667', '0.667', '0.333', '0.000', '0.750', '0.333'],
    [''],
  ]);
  expect(lines.slice(8)).toEqual([
    'CPU time of one query, in ms (process.cpuUsage, after a warm-up)',
    expect.stringMatching(/^p50 \d+\.\d\d {2}p99 \d+\.\d\d$/),
    expect.stringMatching(/^slowest of 500 characters \d+\.\d\d {2}slowest hostile \d+\.\d\d$/),
  ]);
});

test('--pairs takes pairs from a file, with ids of any kind', async () => {
  const pairs = jsonLines(
    { id: 'Pair 1/가', answer: '고양이는 하루에 열여섯 시간을 자요. 새끼는 더 자요.' },
    { id: '2', question: '강아지는 얼마나 자?', aliases: ['강아지 잠'], answer: '열두 시간쯤 자요.' },
  );
  const asked = jsonLines(
    { id: 'a', query: '고양이는 하루에 열여섯 시간을 자요.' },
    { id: 'b', query: '강아지 잠' },
  );
  const files = { 'p.jsonl': pairs, 'q.jsonl': asked };
  const { code, stdout } = await evaluate(files, '--pairs', 'p.jsonl', '--questions', 'q.jsonl', '--each')
    .ended;
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect([code, lines]).toMatchObject([
    0,
    [
      { id: 'a', tier: 'answer', pair: 'Pair 1/가' },
      { id: 'b', tier: 'answer', pair: '2' },
    ],
  ]);
});

test('a misspelt id is told, and does not stop the rest', async () => {
  const asked = jsonLines({ id: 'a', query: '발효 시간', previous: 'butter', expected: ['dough', 'jam'] });
  const { code, stderr } = await evaluate({ 'q.jsonl': asked }, ...onBread, '--each').ended;
  expect([code, stderr]).toEqual([0, 'No pair has these ids: jam, butter\n']);
});

test.each([
  ['no JSON', `${questions}\n{"id": "q9"`, 'line 6 · is not JSON: write one object a line'],
  ['no object', '["q9"]', 'line 1 · is no object: write {"id": …}'],
  ['no query', '{"id": "q9"}', 'line 1 · query is missing: write it in quotation marks'],
  [
    'an id that is a number',
    '{"id": 9, "query": "왜"}',
    'line 1 · id is no text: write it in quotation marks',
  ],
  [
    'an id twice',
    jsonLines({ id: 'a', query: '왜' }, { id: 'a', query: '왜' }),
    "line 2 · id 'a' is used twice: give each question an id of its own",
  ],
  [
    'an answer that is no list',
    '{"id": "a", "query": "왜", "expected": "oven"}',
    'line 1 · expected is no list of texts: write ["…"], or [] for none',
  ],
])('%s: the file and the line are named', async (_, text, words) => {
  const { folder, ended } = evaluate({ 'q.jsonl': text }, ...onBread);
  expect(await ended).toEqual({ code: 1, stdout: '', stderr: `${join(folder, 'q.jsonl')} · ${words}\n` });
});

test.each([
  [{ id: 'a' }, 'line 1 · answer is missing: write it in quotation marks'],
  [
    { id: 'a', answer: '답', aliases: 'x' },
    'line 1 · aliases is no list of texts: write ["…"], or [] for none',
  ],
])('a pair that is not whole is named: %j', async (pair, words) => {
  const files = { 'p.jsonl': jsonLines(pair), 'q.jsonl': questions };
  const { folder, ended } = evaluate(files, '--pairs', 'p.jsonl', '--questions', 'q.jsonl');
  expect(await ended).toEqual({ code: 1, stdout: '', stderr: `${join(folder, 'p.jsonl')} · ${words}\n` });
});

test('a file that is not there is named', async () => {
  expect(await run('cli/eval.ts', ['--questions', 'nowhere.jsonl']).ended).toEqual({
    code: 1,
    stdout: '',
    stderr: 'nowhere.jsonl · cannot be read: name a file with one JSON object a line\n',
  });
});

test.each([
  ['an unknown option', ['--fast'], "Unknown option '--fast'."],
  ['a file without its option', ['q.jsonl'], "'q.jsonl' stands alone: --questions takes the file."],
  [
    'packs and pairs',
    ['--content', 'a', '--pairs', 'b'],
    '--content and --pairs exclude each other: choose one.',
  ],
])('%s: a sentence and the usage', async (_, args, words) => {
  const { code, stdout, stderr } = await run('cli/eval.ts', args).ended;
  expect([code, stdout, stderr.split('\n').slice(0, 3)]).toEqual([
    2,
    '',
    [words, '', 'Measures how well and how fast questions are answered.'],
  ]);
});
