import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.ts';
import { bread, folderWith } from './support/folders.ts';

function ask(...args: readonly string[]) {
  const content = join(folderWith(bread), 'content');
  return run('cli/ask.ts', ['--content', content, ...args]).ended;
}

async function asJson(...args: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await ask('--json', ...args);
  expect([code, stderr, stdout.split('\n').length]).toEqual([0, '', 2]);
  return JSON.parse(stdout);
}

test('한국어로 물으면 한국어로 질문과 답과 출처를 보여 준다', async () => {
  expect(await ask('오븐은 몇 도로 맞춰?')).toEqual({
    code: 0,
    stdout: '오븐은 몇 도로 맞춰?\n\n이백 도로 맞춰.\n\n출처: 빵 굽기 · 2/3 · 2024-07 기준\n',
    stderr: '',
  });
});

test('a question in English is answered in English', async () => {
  expect(await ask('oven heat')).toEqual({
    code: 0,
    stdout: 'How hot is the oven?\n\nTwo hundred degrees.\n\nSource: Baking bread · 2/3 · as of 2024-07\n',
    stderr: '',
  });
});

test('--language chooses the language, and a missing translation is told', async () => {
  const { stdout } = await ask('--language', 'en', '껍질을 바삭하게 하려면?');
  expect(stdout).toBe(
    '껍질을 바삭하게 하려면?\n\n물을 뿌려.\n\nNot translated yet; shown in Korean.\n\n' +
      'Source: Baking bread · 3/3 · as of 2024-07\n',
  );
});

test('the words of a question need no quotation marks', async () => {
  expect(await asJson('오븐은', '몇', '도로', '맞춰?')).toMatchObject({ tier: 'answer', pair: 'oven' });
});

test('what no pair is about is told as such', async () => {
  const { code, stdout } = await ask('리눅스 주가');
  expect([code, stdout]).toEqual([0, '이 자료에는 없는 내용이에요. /목차에서 다룬 질문을 볼 수 있어요.\n']);
});

test('--json says all of it in one line', async () => {
  const answer = await asJson('발효 시간');
  expect(Object.keys(answer ?? {})).toEqual([
    'tier',
    'pair',
    'confidence',
    'candidates',
    'language',
    'notes',
  ]);
  expect(answer).toEqual({
    tier: 'answer',
    pair: 'dough',
    confidence: expect.any(Number),
    candidates: expect.arrayContaining([{ id: 'dough', score: expect.any(Number) }]),
    language: 'ko',
    notes: [],
  });
});

test('--json names no pair where nothing is answered', async () => {
  expect(await asJson('리눅스 주가')).toMatchObject({ tier: 'none', pair: null, language: 'ko', notes: [] });
});

test('the keyboard in the wrong layout is noted', async () => {
  expect(await asJson('qkfgy tlrks')).toMatchObject({
    candidates: [{ id: 'dough' }],
    notes: ["'qkfgy tlrks'를 '발효 시간'으로 바꿔 찾았어요."],
  });
});

test('더 알려 달라고 하면 앞 질문 다음을 답한다', async () => {
  const { stdout } = await ask('--previous', 'dough', '더 알려줘');
  expect(stdout.split('\n')[0]).toBe('오븐은 몇 도로 맞춰?');
  expect(await asJson('--previous', 'bread:dough', '그래서?')).toMatchObject({
    tier: 'answer',
    pair: 'oven',
    confidence: 1,
  });
});

test('after the last pair there is no more', async () => {
  expect(await asJson('--previous', 'crust', '더 알려줘')).toMatchObject({ tier: 'none', candidates: [] });
});

test('what the bot would not search is refused as the bot refuses it', async () => {
  const nothing = { tier: 'none', pair: null, confidence: 0, candidates: [] };
  expect(await asJson('--language', 'ko', '?!')).toEqual({
    ...nothing,
    language: 'ko',
    notes: ['질문을 글로 적어 주세요.'],
  });
  expect(await asJson('왜'.repeat(201))).toEqual({
    ...nothing,
    language: 'ko',
    notes: ['200자까지 물어볼 수 있어요. (지금 201자)'],
  });
});

test.each([
  ['no question', [], 'There is no question: write one in quotation marks.'],
  ['an empty question', [' '], 'There is no question: write one in quotation marks.'],
  ['an unknown option', ['--loud', '왜?'], "Unknown option '--loud'."],
  ['an option without its value', ['왜?', '--previous'], "Option '--previous <value>' argument missing."],
  ['another language', ['--language', 'ja', '왜?'], "--language takes ko or en, not 'ja'."],
  [
    'an unknown pair',
    ['--previous', 'butter', '왜?'],
    "--previous takes the id of a pair, and 'butter' is none.",
  ],
])('%s: a sentence and the usage', async (_, args, words) => {
  const { code, stdout, stderr } = await ask(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.split('\n').slice(0, 5)).toEqual([
    words,
    '',
    'Answers one question on the terminal.',
    '',
    '  npm run ask -- "왜 이런 일이 벌어진 거야?"',
  ]);
});

test('packs with mistakes are told, every mistake a line', async () => {
  const content = join(
    folderWith({ ...bread, 'content/bread/pairs.yaml': '- id: Dough\n  question: 왜?\n' }),
    'content',
  );
  const { code, stdout, stderr } = await run('cli/ask.ts', ['--content', content, '왜?']).ended;
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr.split('\n')).toEqual([
    'bread/pairs.yaml · line 1 · [0].id must be kebab-case English: a-z, 0-9 and single hyphens',
    expect.stringMatching(/^bread\/pairs\.yaml · line 1 · \[0\]\.answer /),
    '',
  ]);
});
