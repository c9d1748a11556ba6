import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.ts';
import { folderWith } from './support/folders.ts';

const article =
  '집빵 입문\n홍길동 기자\n\n🍞 뭐부터 사야 해?\n강력분하고 이스트.\n\n️소금은 왜 넣어?\n반죽을 잡아 줘.\n|\n';

function place(text = article) {
  const root = folderWith({ 'article.txt': text });
  const file = join(root, 'article.txt');
  const into = join(root, 'packs');
  const pairs = join(into, 'bread', 'pairs.yaml');
  const importing = (...more: readonly string[]) =>
    run('cli/content.ts', ['import', file, '--id', 'bread', '--into', into, ...more]).ended;
  return { root, file, into, pairs, importing };
}

test('an article becomes a pack that answers: what was recognised and skipped is told', async () => {
  const { into, file, importing } = place();
  const { code, stdout, stderr } = await importing('--yes');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.split('\n').slice(0, 13)).toEqual([
    `${file} · text in UTF-8`,
    'Title: 집빵 입문 (line 1)',
    'Recognised 2 pairs by an emoji before the question, or the variation selector that is left of one',
    'Skipped 2 lines:',
    '  line 2 · a by-line · 홍길동 기자',
    '  line 9 · nothing to read in it · |',
    '',
    '  1. 뭐부터 사야 해?  [saya]',
    '     강력분하고 이스트.',
    '  2. 소금은 왜 넣어?  [sogeumeun-neoeo]',
    '     반죽을 잡아 줘.',
    '',
    `Written: ${join(into, 'bread')} and ${join(into, '..', 'locales', 'en', 'bread.json')}`,
  ]);
  const asked = await run('cli/ask.ts', ['--content', into, '--json', '소금은 왜 넣어?']).ended;
  expect(JSON.parse(asked.stdout)).toMatchObject({ tier: 'answer', pair: 'sogeumeun-neoeo' });
  const checked = await run('cli/content.ts', ['check', into]).ended;
  expect([checked.code, checked.stdout.split('\n').at(-3)]).toEqual([
    0,
    'bread: 2 pairs, 2 phrasings, English without title, description, source, author, 2 pairs; to fill in: author, licence, source',
  ]);
});

test('without a terminal nothing is written unless it is told to', async () => {
  const { root, importing } = place();
  const { code, stdout, stderr } = await importing();
  expect([code, stderr.split('\n')[0]]).toEqual([
    2,
    'Nothing was written: there is no terminal to ask on. Say --yes to write without asking.',
  ]);
  expect(stdout).toContain('Recognised 2 pairs');
  expect([existsSync(join(root, 'packs')), existsSync(join(root, 'locales'))]).toEqual([false, false]);
});

test('a pack that exists is replaced only where that is said', async () => {
  const { file, pairs, importing } = place();
  await importing('--yes');
  writeFileSync(file, 'Q. 왜?\n그냥.');
  const refused = await importing('--yes');
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringMatching(/bread exists: choose another --id, or replace it with --overwrite\n$/),
  ]);
  expect(readFileSync(pairs, 'utf8')).toContain('소금은 왜 넣어?');
  expect((await importing('--yes', '--overwrite')).code).toBe(0);
  expect(readFileSync(pairs, 'utf8')).not.toContain('소금은 왜 넣어?');
});

test('a text without a pair is refused with an example of what would work', async () => {
  const { into, importing } = place('대란의 기록\n\n19일 오후 전산이 멈췄다.\n');
  const { code, stderr } = await importing('--yes');
  expect([code, existsSync(into)]).toEqual([1, false]);
  expect(stderr).toContain('holds no question with an answer that could be recognised');
  expect(stderr).toContain('Q. 왜 갑자기 멈췄어?');
});

test('a file that is not there, or of another kind', async () => {
  const { root } = place();
  const importing = (file: string) =>
    run('cli/content.ts', ['import', join(root, file), '--id', 'bread', '--into', root, '--yes']).ended;
  expect(await importing('none.txt')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('none.txt · cannot be read'),
  });
  writeFileSync(join(root, 'a.pdf'), '%PDF');
  expect(await importing('a.pdf')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('save it as .txt'),
  });
});

test.each([
  ['no file', ['--id', 'a'], "Name one file to import: 'import article.txt'."],
  ['two files', ['a.txt', 'b.txt', '--id', 'a'], "Name one file to import: 'import article.txt'."],
  ['no id', ['a.txt'], "Name the new pack: '--id my-article'."],
  [
    'a poor id',
    ['a.txt', '--id', 'My_Article'],
    "--id takes a-z, 0-9 and single hyphens, at most 24 characters, not 'My_Article'.",
  ],
  [
    'an id that leads elsewhere',
    ['a.txt', '--id', '../a'],
    "--id takes a-z, 0-9 and single hyphens, at most 24 characters, not '../a'.",
  ],
  ['an unknown option', ['a.txt', '--force'], "Unknown option '--force'."],
])('%s: a sentence and the usage', async (_, args, words) => {
  const { code, stdout, stderr } = await run('cli/content.ts', ['import', ...args]).ended;
  expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', words]);
});
