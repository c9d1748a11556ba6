import { REST } from 'discord.js';
import { type APIMessage, Routes } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { Pack } from '../../src/content/schema.ts';
import type { Search } from '../../src/search/engine.ts';
import { openDatabase } from '../../src/store/database.ts';
import { outage } from '../support/pack.ts';
import { wordSearch } from '../support/search.ts';
import { openTown, read } from '../support/town.ts';

function there(message: APIMessage | undefined): APIMessage {
  if (message === undefined) throw new Error('no message');
  return message;
}

test('목차를 넘기고, 거기서 질문을 연다', async () => {
  const { sandbox } = await openTown();
  const mina = sandbox.as('mina');
  const topics = await mina.command('목차');
  expect(topics.ephemeral).toBe(true);
  expect(read(topics.message)[2]).toBe('1/2쪽 · 질문 12개');
  expect(read(topics.message).at(-1)).toBe('(이전) [다음]');
  const turned = await mina.click(there(topics.message), '다음');
  expect(read(turned.updated)).toEqual([
    '멈춘 컴퓨터',
    '11. 11번째 질문이야?\n12. 번역이 없는 질문이야?',
    '2/2쪽 · 질문 12개',
    '<11. 11번째 질문이야?> <12. 번역이 없는 질문이야?>',
    '[이전] (다음)',
  ]);
  const opened = await mina.select(there(turned.updated), '11. 11번째 질문이야?');
  expect(read(opened.message).slice(0, 2)).toEqual(['11번째 질문이야?', '11번째 답이야.']);
  expect(opened.ephemeral).toBe(true);
  expect(read((await mina.click(there(turned.updated), '◀️')).updated)[2]).toBe('1/2쪽 · 질문 12개');
});

test('용어를 찾고, 관련 설명으로 간다', async () => {
  const { sandbox } = await openTown();
  const mina = sandbox.as('mina');
  expect(await mina.autocomplete('용어', '낱말', '업')).toMatchObject([{ name: '업데이트' }, {}, {}]);
  const term = await mina.command('용어', { 낱말: 'outage:update' });
  expect(read(term.message)).toEqual([
    '업데이트',
    '프로그램을 새 판으로 바꾸는 일.',
    '출처: 멈춘 컴퓨터',
    '[관련 설명 보기]',
  ]);
  const related = await mina.click(there(term.message), '관련 설명 보기');
  expect([read(related.message)[0], related.ephemeral]).toEqual(['왜 이런 일이 벌어진 거야?', true]);
});

test('to an unknown word the nearest three are given, and open in place', async () => {
  const { sandbox } = await openTown();
  const alex = sandbox.as('alex');
  const { message } = await alex.command('term', { word: 'lunch' });
  expect(read(message)).toEqual([
    'That word is not in the glossary. Is it one of these?',
    '[update] [blue screen] [kernel]',
  ]);
  const { updated } = await alex.click(there(message), 'kernel');
  expect(read(updated)).toEqual([
    'kernel',
    'The core of an operating system.',
    'Source: The day the computers stopped',
  ]);
});

test('출처를 알려 준다', async () => {
  const { sandbox } = await openTown({ packs: [outage, { ...outage, id: 'other', title: '둘째 자료' }] });
  const all = await sandbox.as('mina').command('출처');
  expect(all.message?.embeds.map(({ title }) => title)).toEqual(['멈춘 컴퓨터', '둘째 자료']);
  const one = await sandbox.as('mina').command('출처', { 자료: '둘째 자료' });
  expect([one.message?.embeds.map(({ title }) => title), one.ephemeral]).toEqual([['둘째 자료'], true]);
});

test('/help leads to the commands as they are registered', async () => {
  const { sandbox } = await openTown();
  const { message, ephemeral } = await sandbox.as('alex').command('help');
  const ask = sandbox.commands.list('global').find(({ name }) => name === 'ask');
  expect(message?.content.split('\n')).toHaveLength(8);
  expect(message?.content.split('\n')[1]).toBe(`</ask:${ask?.id}> Ask anything about it; typos are fine.`);
  expect(ephemeral).toBe(true);
});

test('a language that a member sets holds for commands, buttons and messages, until it is automatic again', async () => {
  const { sandbox, restart } = await openTown();
  const mina = sandbox.as('mina');
  const { message } = await mina.command('언어', { 언어: 'en' });
  expect(read(message)).toEqual(["From now on I'll answer you in English."]);
  await restart();
  expect(read((await mina.command('질문', { 내용: '무슨 일이야?' })).message)[0]).toBe('What happened?');
  expect(read(await mina.type('@먹통 원인이 뭐야?'))[0]).toBe('Why did this happen?');

  const panel = await mina.command('언어');
  expect(read(panel.message)).toEqual([
    'Current setting: **English**\nChoose the language of your answers.',
    '[한국어] (English) [Automatic]',
  ]);
  const { updated } = await mina.click(there(panel.message), 'Automatic');
  expect(read(updated)).toEqual(['이제 디스코드 언어 설정을 따를게요.']);
});

test('a language that cannot be saved is not said to be', async () => {
  const { sandbox, databaseUrl } = await openTown();
  const db = await openDatabase(databaseUrl);
  await db.schema.dropTable('languages').execute();
  await db.destroy();
  const { message, ephemeral } = await sandbox.as('mina').command('언어', { 언어: 'en' });
  expect(read(message)).toEqual(['저장하지 못했어요. 바뀐 것은 없어요. 잠시 뒤 다시 해 주세요.']);
  expect(ephemeral).toBe(true);
});

test('이 메시지에 답하기는 나에게만 답한다', async () => {
  const { sandbox } = await openTown();
  const said = await sandbox.as('alex').say('무슨 일이야? @mod ㅋㅋㅋ');
  const { message, ephemeral } = await sandbox.as('mina').messageCommand('이 메시지에 답하기', said);
  expect(read(message)[0]).toBe('무슨 일이 있었던 거야?');
  expect(read(message).at(-1)).toBe('[English] [도움됐어요] [아니에요] [공개]');
  expect(ephemeral).toBe(true);
});

test('a message without words is no question', async () => {
  const { sandbox } = await openTown();
  const { message: card } = await sandbox.as('mina').command('질문', { 내용: '무슨 일이야?' });
  const outcome = await sandbox.as('alex').messageCommand('Answer this message', there(card));
  expect([read(outcome.message), outcome.ephemeral]).toEqual([
    ['Please write your question in words.'],
    true,
  ]);
});

test('너무 긴 메시지는 몇 자인지 알려 준다', async () => {
  const { sandbox } = await openTown();
  const said = await sandbox.as('alex').say('가'.repeat(201));
  const { message } = await sandbox.as('mina').messageCommand('이 메시지에 답하기', said);
  expect(read(message)).toEqual(['200자까지 물어볼 수 있어요. (지금 201자)']);
});

/** A search with a fault in it. */
function faulty(packs: readonly Pack[]): Search {
  const search = wordSearch(packs);
  const fail = (text: string) => {
    if (text === '고장') throw new Error('secret detail');
  };
  return {
    ...search,
    find(query, options) {
      fail(query);
      return search.find(query, options);
    },
    complete(text, options) {
      fail(text);
      return search.complete(text, options);
    },
  };
}

test('what nobody foresaw is told with a number that stands in the log, and without its words', async () => {
  const { sandbox, lines } = await openTown({ search: faulty });
  const mina = sandbox.as('mina');
  const apology = '문제가 생겼어요. 운영진에게 번호 222222를 알려 주세요.';
  const { message, ephemeral } = await mina.command('질문', { 내용: '고장' });
  expect([read(message), ephemeral]).toEqual([[apology], true]);
  expect(read(await mina.type('@먹통 고장'))).toEqual([apology]);
  expect(await mina.autocomplete('질문', '내용', '고장')).toEqual([]);
  const errors = lines.filter(({ level }) => level === 'error');
  expect(errors.map(({ event, fields: { incident, where } }) => [event, incident, where])).toEqual([
    ['handler-failed', '222222', 'ask'],
    ['handler-failed', '222222', 'message'],
    ['autocomplete-failed', undefined, undefined],
  ]);
  expect(read((await mina.command('질문', { 내용: '무슨 일이야?' })).message)[0]).toBe(
    '무슨 일이 있었던 거야?',
  );
});

test('a command of another version says that it is old', async () => {
  const { sandbox } = await openTown();
  const rest = new REST({ api: sandbox.api }).setToken(sandbox.token);
  const { applicationId } = sandbox.world.setting;
  await rest.post(Routes.applicationCommands(applicationId), { body: { name: 'gone', description: 'gone' } });
  const { message, ephemeral } = await sandbox.as('mina').command('gone');
  expect([read(message), ephemeral]).toEqual([['자료가 바뀌어 더는 볼 수 없어요.'], true]);
});

test('in a DM there is nothing to share, and nothing of others to delete', async () => {
  const { sandbox } = await openTown();
  const { message, ephemeral } = await sandbox
    .as('mina')
    .command('질문', { 내용: '무슨 일이야?' }, { channel: 'dm' });
  expect(read(message).at(-1)).toBe('[English] [도움됐어요] [아니에요]');
  expect(ephemeral).toBe(false);
});
