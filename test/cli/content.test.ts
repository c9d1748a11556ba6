import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../src/content/jsonSchemas.ts';
import { run } from '../support/run.ts';
import { bread, folderWith } from './support/folders.ts';

/** What a check says, with the folder's own path left out. */
async function check(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const root = folderWith(files);
  const { code, stdout, stderr } = await run('cli/content.ts', ['check', join(root, 'content'), ...args], env)
    .ended;
  return { code, stderr, lines: stdout.replaceAll(`${root}/`, '').trimEnd().split('\n') };
}

const english = JSON.parse(bread['locales/en/bread.json']);

test("the project's own packs are sound, and fully translated", async () => {
  const { code, stdout, stderr } = await run('cli/content.ts', ['check', '--strict']).ended;
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-1)).toBe('content: 0 errors, 0 warnings');
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^crowdstrike-outage: 20 pairs, \d+ phrasings, \d+ quiz questions, complete English$/,
    ),
  );
}, 60_000);

const crustMissing =
  'content/bread/pairs.yaml:9:3 warning pairs[2] — has no English in locales/en/bread.json: until it is written, readers see Korean';

test('a pack is counted, and what it lacks in English is told', async () => {
  expect(await check(bread)).toEqual({
    code: 0,
    lines: [
      crustMissing,
      'bread: 3 pairs, 7 phrasings, English without 1 pair',
      'content: 0 errors, 1 warning',
    ],
    stderr: '',
  });
});

test('told to be strict, a warning is a failure', async () => {
  expect((await check(bread, ['--strict'])).code).toBe(1);
});

test('terms, events and the summary count as English, too', async () => {
  const { lines } = await check({
    ...bread,
    'content/bread/glossary.yaml': 'terms: [{ id: yeast, term: 효모, definition: 빵을 부풀리는 균. }]',
    'content/bread/timeline.yaml': '[{ id: first, when: 옛날, text: 첫 빵을 구웠다., pair: dough }]',
    'content/bread/summary.yaml':
      'line: 빵을 굽는다.\nshort: 빵을 굽는다.\nfull: [{ heading: 굽기, body: 빵을 굽는다., pairs: [dough] }]',
  });
  expect(lines.at(-2)).toBe(
    'bread: 3 pairs, 7 phrasings, English without 1 pair, 1 term, 1 event, the summary',
  );
});

test('quiz questions are counted, and so are the pairs that have too few of them', async () => {
  const question =
    '{ id: ID, pair: dough, kind: truth, difficulty: easy, question: 반죽은 부푼다., right: true, why: 부풀어., explanation: 효모 때문이야. }';
  const one = { ...bread, 'content/bread/quiz.yaml': `[${question.replace('ID', 'one')}]` };
  expect((await check(one)).lines.at(-2)).toBe(
    'bread: 3 pairs, 7 phrasings, 1 quiz question (fewer than two on 3 pairs), English without 1 pair, 1 quiz question',
  );
  const two = `[${['one', 'two'].map((id) => question.replace('ID', id)).join(', ')}]`;
  expect((await check({ ...bread, 'content/bread/quiz.yaml': two })).lines.at(-2)).toContain(
    ', 2 quiz questions (fewer than two on 2 pairs), ',
  );
});

test('a pack in Korean alone, and one in both languages', async () => {
  const { 'locales/en/bread.json': _, ...korean } = bread;
  const emptied = { ...korean, 'locales/en/other.json': '{}' };
  expect((await check(emptied)).lines).toEqual([
    'bread: 3 pairs, 4 phrasings, no English',
    'content: 0 errors, 0 warnings',
  ]);
  const crust = { question: 'How does the crust turn crisp?', answer: 'Spray some water.' };
  const whole = { ...english, pairs: { ...english.pairs, crust } };
  expect((await check({ ...bread, 'locales/en/bread.json': JSON.stringify(whole) })).lines).toEqual([
    'bread: 3 pairs, 8 phrasings, complete English',
    'content: 0 errors, 0 warnings',
  ]);
});

test('the environment says in which language, and an option says it louder', async () => {
  const pack = bread['content/bread/pack.yaml'].replace('version: 1', 'version: 0');
  const files = { ...bread, 'content/bread/pack.yaml': pack };
  const korean = [
    'content/bread/pack.yaml:4:10 error version — 1 이상인 정수를 써 주세요.',
    'content: 오류 1개, 경고 0개',
  ];
  const inEnglish = [
    'content/bread/pack.yaml:4:10 error version — must be a whole number from 1 on',
    'content: 1 error, 0 warnings',
  ];
  expect(await check(files)).toEqual({ code: 1, lines: inEnglish, stderr: '' });
  const languages = [
    [{ LANG: 'ko_KR.UTF-8' }, [], korean],
    [{ LANG: 'ko' }, [], korean],
    [{ LC_MESSAGES: 'ko_KR.UTF-8', LANG: 'C' }, [], korean],
    [{ LC_ALL: 'en_GB.UTF-8', LANG: 'ko_KR.UTF-8' }, [], inEnglish],
    [{ LANG: 'kok_IN' }, [], inEnglish],
    [{ LANG: 'C.UTF-8' }, ['--language', 'ko'], korean],
  ] as const;
  for (const [env, args, lines] of languages) expect((await check(files, args, env)).lines).toEqual(lines);
});

/** A pack in which almost everything can be read, and little is right. */
const broken = {
  'content/bread/pack.yaml': bread['content/bread/pack.yaml']
    .replace('author', 'auther')
    .replace("'2024-07'", '2024'),
  'content/bread/pairs.yaml': `- id: dough
  question: 반죽은 얼마나 부풀려?
  answer: ""
  질문: 응?
- id: Oven One
  question: ${'가'.repeat(201)}
  answer:
  followUps: [{ to: dough, lable: 반죽 }]
`,
  'content/bread/glossary.yaml': 'terms:\n\t- id: yeast\n',
  'content/bread/outside.yaml': '- topic: rice\n  topic: rice\n',
  'content/bread/quiz.yml': '[]\n',
  'content/bread/timeline.yaml': '- *first\n',
  'locales/en/bread.json': '{\n  "title": "Baking",\n  "pairs": {},\n}\n',
};

test('a broken pack in English', async () => {
  expect((await check(broken)).lines).toEqual([
    'content/bread/glossary.yaml:2:1 error — is not valid YAML: it is indented with a tab in place of spaces; mend this line or the one before it',
    'content/bread/outside.yaml:2:3 error — stands here twice: keep one',
    'content/bread/pack.yaml:1:1 error author — is missing: write a text, in quotes where it looks like a number or a date',
    'content/bread/pack.yaml:3:7 error asOf — has the wrong kind of value: write a text, in quotes where it looks like a number or a date',
    "content/bread/pack.yaml:5:1 error auther — is a field that nobody reads (did you mean 'author'?): correct its name, or remove it",
    'content/bread/pairs.yaml:3:11 error pairs[0].answer — is empty: write the answer, or remove the pair',
    "content/bread/pairs.yaml:4:3 error pairs[0].질문 — is a field that nobody reads (did you mean 'question'?): correct its name, or remove it",
    'content/bread/pairs.yaml:5:7 error pairs[1].id — must be kebab-case English: a-z, 0-9 and single hyphens',
    'content/bread/pairs.yaml:6:13 error pairs[1].question — is 201 characters long: shorten it to at most 200',
    'content/bread/pairs.yaml:7:10 error pairs[1].answer — is empty: write a text, in quotes where it looks like a number or a date; or remove it, if it may be left out',
    'content/bread/pairs.yaml:8:15 error pairs[1].followUps[0].label — is missing: write a text, in quotes where it looks like a number or a date',
    "content/bread/pairs.yaml:8:28 error pairs[1].followUps[0].lable — is a field that nobody reads (did you mean 'label'?): correct its name, or remove it",
    "content/bread/quiz.yml warning — is a file that nobody reads (did you mean 'quiz.yaml'?): correct its name, or remove it",
    'content/bread/timeline.yaml:1:3 error — calls a name with * that no & gives, or too often: put it in quotes if it is a text',
    'locales/en/bread.json:3:14 error — is not valid JSON: a comma follows the last entry; mend this line or the one before it',
    'content: 14 errors, 1 warning',
  ]);
});

test('a broken pack in Korean', async () => {
  expect((await check(broken, ['--language', 'ko'])).lines).toEqual([
    'content/bread/glossary.yaml:2:1 error — YAML로 읽을 수 없어요: 빈칸이 아니라 탭으로 들여 썼어요. 이 줄이나 앞줄을 고쳐 주세요.',
    'content/bread/outside.yaml:2:3 error — 같은 이름이 두 번 나와요. 하나만 남겨 주세요.',
    'content/bread/pack.yaml:1:1 error author — 빠졌어요. 글을 써 주세요.',
    "content/bread/pack.yaml:3:7 error asOf — 글이 아니라 숫자나 true/false로 읽혀요. 작은따옴표(')로 묶어 주세요.",
    "content/bread/pack.yaml:5:1 error auther — 아무도 읽지 않는 항목이에요. 'author'인가요? 이름을 고치거나 지워 주세요.",
    'content/bread/pairs.yaml:3:11 error pairs[0].answer — 비어 있어요. 답을 쓰거나 이 항목을 지워 주세요.',
    "content/bread/pairs.yaml:4:3 error pairs[0].질문 — 아무도 읽지 않는 항목이에요. 'question'인가요? 이름을 고치거나 지워 주세요.",
    'content/bread/pairs.yaml:5:7 error pairs[1].id — id는 영어 소문자(a-z)와 숫자(0-9)를 붙임표(-) 하나씩으로 이어 써 주세요.',
    'content/bread/pairs.yaml:6:13 error pairs[1].question — 201자예요. 200자 안으로 줄여 주세요.',
    'content/bread/pairs.yaml:7:10 error pairs[1].answer — 비어 있어요. 글을 써 주세요. 없어도 되는 항목이면 지워도 돼요.',
    'content/bread/pairs.yaml:8:15 error pairs[1].followUps[0].label — 빠졌어요. 글을 써 주세요.',
    "content/bread/pairs.yaml:8:28 error pairs[1].followUps[0].lable — 아무도 읽지 않는 항목이에요. 'label'인가요? 이름을 고치거나 지워 주세요.",
    "content/bread/quiz.yml warning — 아무도 읽지 않는 파일이에요. 'quiz.yaml'인가요? 이름을 고치거나 지워 주세요.",
    'content/bread/timeline.yaml:1:3 error — *로 부른 이름을 &로 붙인 곳이 없거나 너무 많이 불렀어요. 글이면 따옴표로 묶어 주세요.',
    'locales/en/bread.json:3:14 error — JSON으로 읽을 수 없어요: 마지막 항목 뒤에 쉼표가 있어요. 이 줄이나 앞줄을 고쳐 주세요.',
    'content: 오류 14개, 경고 1개',
  ]);
});

/** Three pairs that load, in which a member may go astray. */
const astray = {
  'content/bread/pack.yaml': bread['content/bread/pack.yaml'],
  'content/bread/pairs.yaml': `- id: dough
  question: 반죽은 얼마나 오래 부풀려야 해?
  answer: 24시간 동안 https://example.com/dough 를 보면서 {{name}}을 기다려.
  aliases:
    - "!!!"
- id: oven
  question: 반죽은 얼마나 오래 부풀려야 하지?
  answer: 850만 번 구웠어.
  followUps: [{ to: dough, label: 반죽은? }]
- id: crust
  question: 껍질을 바삭하게 하려면 어떻게 해?
  answer: OK
`,
  'locales/en/bread.json': JSON.stringify(
    {
      title: 'Baking bread',
      description: 'How to bake bread.',
      source: 'A test text',
      author: '',
      pairs: {
        dough: { question: 'How long does the dough rise?', answer: 'Wait for 12 hours.' },
        oven: { question: 'How hot is the oven?', answer: 'I have baked 850 thousand times.' },
        crust: { question: 'How does the crust turn crisp?', answer: 'OK' },
      },
    },
    null,
    2,
  ),
};

test('what loads and is wrong nevertheless, in English', async () => {
  expect(await check(astray)).toEqual({
    code: 1,
    stderr: '',
    lines: [
      "content/bread/pairs.yaml:5:7 error pairs[0].aliases[0] — '!!!' finds nothing: word it differently",
      "content/bread/pairs.yaml:7:13 warning pairs[1].question — is nearly the question of 'dough' (line 2, '반죽은 얼마나 오래 부풀려야 해?'): make the two differ",
      'content/bread/pairs.yaml:9:15 warning pairs[1].followUps[0] — has no English in locales/en/bread.json: until it is written, readers see Korean',
      'locales/en/bread.json:5:13 warning author — is empty: until it is written, readers see Korean',
      'locales/en/bread.json:9:17 warning pairs.dough.answer — has other variables than the Korean (only in Korean: {{name}}): check which is right',
      'locales/en/bread.json:9:17 warning pairs.dough.answer — has other links than the Korean (only in Korean: https://example.com/dough): check which is right',
      'locales/en/bread.json:9:17 warning pairs.dough.answer — has other numbers than the Korean (only in Korean: 24시간; only in English: 12 hours): check which is right',
      'locales/en/bread.json:13:17 warning pairs.oven.answer — has other numbers than the Korean (only in Korean: 850만; only in English: 850 thousand): check which is right',
      'locales/en/bread.json:17:17 warning pairs.crust.answer — is the same as the original: translate it',
      'bread: 3 pairs, 7 phrasings, English without author, 1 follow-up',
      'content: 1 error, 8 warnings',
    ],
  });
});

test('what loads and is wrong nevertheless, in Korean', async () => {
  expect((await check(astray, ['--language', 'ko'])).lines).toEqual([
    "content/bread/pairs.yaml:5:7 error pairs[0].aliases[0] — '!!!'라고 물으면 아무것도 못 찾아요. 다르게 써 주세요.",
    "content/bread/pairs.yaml:7:13 warning pairs[1].question — 'dough'의 질문(2번째 줄, '반죽은 얼마나 오래 부풀려야 해?')과 거의 같아요. 다르게 써 주세요.",
    'content/bread/pairs.yaml:9:15 warning pairs[1].followUps[0] — locales/en/bread.json에 번역이 없어요. 쓰기 전까지는 한국어로 보여요.',
    'locales/en/bread.json:5:13 warning author — 번역이 비어 있어요. 쓰기 전까지는 한국어로 보여요.',
    'locales/en/bread.json:9:17 warning pairs.dough.answer — 두 언어의 변수가 달라요(한국어에만 {{name}}). 맞는지 확인해 주세요.',
    'locales/en/bread.json:9:17 warning pairs.dough.answer — 두 언어의 링크가 달라요(한국어에만 https://example.com/dough). 맞는지 확인해 주세요.',
    'locales/en/bread.json:9:17 warning pairs.dough.answer — 두 언어의 숫자가 달라요(한국어에만 24시간; 영어에만 12 hours). 맞는지 확인해 주세요.',
    'locales/en/bread.json:13:17 warning pairs.oven.answer — 두 언어의 숫자가 달라요(한국어에만 850만; 영어에만 850 thousand). 맞는지 확인해 주세요.',
    'locales/en/bread.json:17:17 warning pairs.crust.answer — 한국어 원문과 똑같아요. 번역해 주세요.',
    'bread: 문답 3개, 물음 7가지, 영어에 빠진 것: author, 이어지는 단추 1개',
    'content: 오류 1개, 경고 8개',
  ]);
});

test('a schema is printed, and all are written beside the packs', async () => {
  const printed = await run('cli/content.ts', ['schema', '--print', 'pairs']).ended;
  expect(printed).toEqual({ code: 0, stdout: jsonSchemas()['pairs.json'], stderr: '' });
  const folder = join(folderWith({ 'content/x': '' }), 'content');
  const { code, stdout } = await run('cli/content.ts', ['schema', folder]).ended;
  expect([code, stdout.trimEnd().split('\n').length]).toEqual([0, 8]);
  expect(readFileSync(join(folder, 'schema', 'pack.json'), 'utf8')).toBe(jsonSchemas()['pack.json']);
});

test.each([
  ['nothing to do', [], "Say what to do: 'check', 'import' or 'schema'."],
  ['something else to do', ['mend'], "Say what to do: 'check', 'import' or 'schema', not 'mend'."],
  ['two folders', ['check', 'a', 'b'], 'One folder at a time.'],
  ['an unknown option', ['check', '--fix'], "Unknown option '--fix'."],
  ['a language it does not speak', ['check', '--language', 'fr'], "--language takes ko or en, not 'fr'."],
  [
    'a schema that does not exist',
    ['schema', '--print', 'pear'],
    "--print takes one of pack, pairs, glossary, outside, quiz, summary, timeline, english, not 'pear'.",
  ],
])('%s: a sentence and the usage', async (_, args, words) => {
  const { code, stdout, stderr } = await run('cli/content.ts', args).ended;
  expect([code, stdout, stderr.split('\n').slice(0, 3)]).toEqual([
    2,
    '',
    [words, '', 'Checks the content packs, or makes a new one of an article.'],
  ]);
});
