import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.ts';
import { bread, folderWith } from './support/folders.ts';

function check(files: Readonly<Record<string, string>>) {
  return run('cli/content.ts', ['check', join(folderWith(files), 'content')]).ended;
}

const english = JSON.parse(bread['locales/en/bread.json']);

test("the project's own packs are sound, and fully translated", async () => {
  const { code, stdout, stderr } = await run('cli/content.ts', ['check']).ended;
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.trimEnd().split('\n')).toContainEqual(
    expect.stringMatching(
      /^crowdstrike-outage: 20 pairs, \d+ phrasings, \d+ quiz questions, complete English$/,
    ),
  );
});

test('a pack is counted, and what it lacks in English is told', async () => {
  expect(await check(bread)).toEqual({
    code: 0,
    stdout: 'bread: 3 pairs, 7 phrasings, English without 1 pair\n',
    stderr: '',
  });
});

test('terms, events and the summary count as English, too', async () => {
  const { stdout } = await check({
    ...bread,
    'content/bread/glossary.yaml': 'terms: [{ id: yeast, term: 효모, definition: 빵을 부풀리는 균. }]',
    'content/bread/timeline.yaml': '[{ id: first, when: 옛날, text: 첫 빵을 구웠다., pair: dough }]',
    'content/bread/summary.yaml':
      'line: 빵을 굽는다.\nshort: 빵을 굽는다.\nfull: [{ heading: 굽기, body: 빵을 굽는다., pairs: [dough] }]',
  });
  expect(stdout).toBe('bread: 3 pairs, 7 phrasings, English without 1 pair, 1 term, 1 event, the summary\n');
});

test('quiz questions are counted, and so are the pairs that have too few of them', async () => {
  const question =
    '{ id: ID, pair: dough, kind: truth, difficulty: easy, question: 반죽은 부푼다., right: true, why: 부풀어., explanation: 효모 때문이야. }';
  const one = { ...bread, 'content/bread/quiz.yaml': `[${question.replace('ID', 'one')}]` };
  expect((await check(one)).stdout).toBe(
    'bread: 3 pairs, 7 phrasings, 1 quiz question (fewer than two on 3 pairs), English without 1 pair, 1 quiz question\n',
  );
  const two = `[${['one', 'two'].map((id) => question.replace('ID', id)).join(', ')}]`;
  expect((await check({ ...bread, 'content/bread/quiz.yaml': two })).stdout).toContain(
    ', 2 quiz questions (fewer than two on 2 pairs), ',
  );
});

test('a pack in Korean alone, and one in both languages', async () => {
  const { 'locales/en/bread.json': _, ...korean } = bread;
  const emptied = { ...korean, 'locales/en/other.json': '{}' };
  expect((await check(emptied)).stdout).toBe('bread: 3 pairs, 4 phrasings, no English\n');
  const crust = { question: 'How does the crust turn crisp?', answer: 'Spray some water.' };
  const whole = { ...english, pairs: { ...english.pairs, crust } };
  expect((await check({ ...bread, 'locales/en/bread.json': JSON.stringify(whole) })).stdout).toBe(
    'bread: 3 pairs, 8 phrasings, complete English\n',
  );
});

test('a mistake is named with file, line and remedy', async () => {
  const pack = bread['content/bread/pack.yaml'].replace('version: 1', 'version: 0');
  const { code, stdout, stderr } = await check({ ...bread, 'content/bread/pack.yaml': pack });
  expect([code, stdout]).toEqual([1, expect.stringMatching(/^bread\/pack\.yaml · line 4 · version .+\n$/)]);
  expect(stderr).toMatch(/^1 problem in .+\n$/);
});

test.each([
  ['nothing to do', [], "Say what to do: 'check' or 'import'."],
  ['something else to do', ['mend'], "Say what to do: 'check' or 'import', not 'mend'."],
  ['two folders', ['check', 'a', 'b'], 'One folder at a time.'],
  ['an unknown option', ['check', '--fix'], "Unknown option '--fix'."],
])('%s: a sentence and the usage', async (_, args, words) => {
  const { code, stdout, stderr } = await run('cli/content.ts', args).ended;
  expect([code, stdout, stderr.split('\n').slice(0, 3)]).toEqual([
    2,
    '',
    [words, '', 'Checks the content packs, or makes a new one of an article.'],
  ]);
});
