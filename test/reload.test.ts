import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '../src/app.ts';
import { openLocal } from '../src/local.ts';
import { folderWith } from './cli/support/folders.ts';
import { sound } from './content/support/smallPack.ts';
import { handAlarm } from './support/handAlarm.ts';
import { memoryLog } from './support/log.ts';
import { read } from './support/town.ts';

const pairs = 'content/small/pairs.yaml';

interface Desk {
  /** Writes over what a file of the folder says. */
  readonly edit: (file: string, from: string, to: string) => void;
  readonly path: (file: string) => string;
}

function desk(): Desk {
  const root = folderWith(sound);
  const path = (file: string) => join(root, file);
  return {
    path,
    edit: (file, from, to) =>
      writeFileSync(path(file), readFileSync(path(file), 'utf8').replaceAll(from, to)),
  };
}

/** The sandbox of an author, whose folder is looked at when the test says so. */
async function author() {
  const { edit, path } = desk();
  const clock = handAlarm();
  const log = memoryLog();
  const local = await openLocal({
    contentFolder: path('content'),
    reload: true,
    alarm: clock.alarm,
    log,
    now: () => new Date('2024-07-19T12:00:00Z'),
    random: () => 0,
    port: 0,
    seed: false,
  });
  onTestFinished(() => local.stop());
  const reloads = () => log.lines.filter(({ event }) => event.startsWith('packs-'));
  return {
    edit,
    path,
    sandbox: local.sandbox,
    lines: log.lines,
    reloads,
    /** Two looks: it changed, and it is quiet. */
    async settle() {
      await clock.ring();
      await clock.ring();
    },
    look: clock.ring,
    async ask(question: string, options = {}) {
      const { message } = await local.sandbox.as('mina').command('질문', { 내용: question, ...options });
      return read(message)[1] ?? read(message)[0];
    },
  };
}

test('고친 답은 다시 물으면 바로 나오고, 무엇이 바뀌었는지 로그에 남는다', async () => {
  const { edit, ask, settle, reloads } = await author();
  expect(await ask('무슨 일이야?')).toBe('컴퓨터가 멈췄어.');
  edit(pairs, '컴퓨터가 멈췄어.', '컴퓨터가 다시 살아났어.');
  edit(pairs, '무슨 일 났어?', '별일 없어?');
  await settle();
  expect(await ask('별일 없어?')).toBe('컴퓨터가 다시 살아났어.');
  expect(reloads()).toEqual([
    { level: 'info', event: 'packs-reloaded', fields: { added: [], changed: ['small'], removed: [] } },
  ]);
});

test('틀린 데가 있으면 옛 답이 그대로 나오고, 어디를 고칠지 로그에 한 번 남는다', async () => {
  const { edit, ask, settle, look, reloads } = await author();
  edit(pairs, 'answer: 컴퓨터가 멈췄어.', 'answer:');
  await settle();
  await look();
  await settle();
  expect(await ask('무슨 일이야?')).toBe('컴퓨터가 멈췄어.');
  expect(reloads()).toEqual([
    {
      level: 'error',
      event: 'packs-not-reloaded',
      fields: {
        note: 'The packs stay as they were before; they are read again once these are mended and saved.',
        problems: [expect.stringMatching(/^small\/pairs\.yaml · line 3 · \[0\]\.answer /)],
      },
    },
  ]);
  edit(pairs, 'answer:\n', 'answer: 고친 답이야.\n');
  await settle();
  expect([await ask('왜 그랬어?'), reloads().at(-1)?.event]).toEqual([
    '업데이트 때문이야.',
    'packs-reloaded',
  ]);
});

test('여러 번 잇따라 저장해도 한 번만 읽는다', async () => {
  const { edit, look, settle, reloads, ask } = await author();
  edit(pairs, '컴퓨터가 멈췄어.', '절반만 쓴');
  await look();
  edit(pairs, '절반만 쓴', '끝까지 쓴 답이야.');
  await settle();
  await look();
  expect([reloads().length, await ask('무슨 일이야?')]).toEqual([1, '끝까지 쓴 답이야.']);
});

test('a pack that is added is found, offered and listed; removed, it is gone, and its old buttons say so', async () => {
  const { edit, path, sandbox, settle, reloads, lines } = await author();
  const mina = sandbox.as('mina');
  cpSync(path('content/small'), path('content/other'), { recursive: true });
  edit('content/other/pack.yaml', 'title: 시험', 'title: 다른 자료');
  edit('content/other/pairs.yaml', '무슨 일이야?', '소금은 왜 넣어?');
  edit('content/other/pairs.yaml', '컴퓨터가 멈췄어.', '반죽이 단단해져.');
  edit('content/other/pairs.yaml', '무슨 일 났어?', '소금이 왜 필요해?');
  edit('content/other/pairs.yaml', '왜 그랬는데?', '그럼 설탕은?');
  edit('content/other/pairs.yaml', '왜 그랬어?', '설탕은 왜 넣어?');
  await settle();
  expect(await mina.autocomplete('질문', '자료', '')).toEqual([
    { name: '다른 자료', value: 'other' },
    { name: '시험', value: 'small' },
  ]);
  const { message } = await mina.command('질문', { 내용: '소금은 왜 넣어?' });
  if (message === undefined) throw new Error('no answer');
  expect(read(message).slice(1, 3)).toEqual(['반죽이 단단해져.', '출처: 다른 자료 · 1/2 · 2024-07 기준']);

  rmSync(path('content/other'), { recursive: true });
  await settle();
  const pressed = await mina.click(message, '그럼 설탕은?');
  expect(read(await pressed.followUp())).toEqual(['자료가 바뀌어 더는 볼 수 없어요.']);
  expect(read(pressed.updated)).toEqual(read(message).slice(0, 3));
  const narrowed = await mina.command('목차', { 자료: 'other' });
  expect(read(narrowed.message)).toEqual(['그런 자료는 없어요. 목록에서 골라 주세요. 지금 있는 자료: 시험']);
  expect(reloads().map(({ fields }) => fields)).toEqual([
    { added: ['other'], changed: [], removed: [] },
    { added: [], changed: [], removed: ['other'] },
  ]);
  expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
});

test('the English beside a pack is read again, too', async () => {
  const { edit, sandbox, settle } = await author();
  edit('locales/en/small.json', 'Computers stopped.', 'Computers came back.');
  await settle();
  const { message } = await sandbox.as('alex').command('ask', { question: 'What happened?' });
  expect(read(message)[1]).toBe('Computers came back.');
});

test('a folder without any pack leaves the bot with those it had', async () => {
  const { path, settle, ask, reloads } = await author();
  rmSync(path('content'), { recursive: true });
  await settle();
  expect([await ask('무슨 일이야?'), reloads().map(({ event }) => event)]).toEqual([
    '컴퓨터가 멈췄어.',
    ['packs-not-reloaded'],
  ]);
});

test('a file touched without a change is read, and replaces nothing', async () => {
  const { edit, settle, reloads, path } = await author();
  edit(pairs, '멈췄어', '멈췄어');
  writeFileSync(path('content/small/glossary.yaml'), 'terms: []\n');
  await settle();
  expect(reloads().map(({ level, event }) => [level, event])).toEqual([['info', 'packs-unchanged']]);
});

test('after starting afresh the sandbox has the newest packs', async () => {
  const { edit, settle, sandbox, ask, path } = await author();
  edit(pairs, '컴퓨터가 멈췄어.', '새 답이야.');
  await settle();
  // What is wrong on the disk now does not keep the bot from starting.
  mkdirSync(path('content/half-made'));
  await sandbox.reset();
  expect(await ask('무슨 일이야?')).toBe('새 답이야.');
});

test('the files themselves are watched while the bot runs', { timeout: 30_000 }, async () => {
  const { edit, path } = desk();
  const options = { contentFolder: path('content'), log: memoryLog() };
  const { library, watch } = await openLibrary({ ...options, reload: true });
  onTestFinished(() => watch?.stop());
  edit(pairs, '컴퓨터가 멈췄어.', '새 답이야.');
  const answer = () => library.inLanguage('ko').packText('small', ['pairs', 'first', 'answer']).text;
  await expect.poll(answer, { timeout: 20_000 }).toBe('새 답이야.');
});

test('where it is switched off nothing is watched', async () => {
  const { path } = desk();
  const options = { contentFolder: path('content'), log: memoryLog() };
  expect((await openLibrary({ ...options, reload: false })).watch).toBeNull();
});
