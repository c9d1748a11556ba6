import { expect, test } from 'vitest';
import { loadPacks } from '../../src/content/load.ts';
import { contentFolder, localesFolder } from '../../src/paths.ts';
import { createSearch } from '../../src/search/engine.ts';
import { openTown, read, type Town } from '../support/town.ts';

const packs = loadPacks({ content: contentFolder, locales: localesFolder });
const search = createSearch(packs);
const [pack] = packs;

function question(id: string, language: 'ko' | 'en' = 'ko'): string | undefined {
  return language === 'ko'
    ? pack?.pairs.find((pair) => pair.id === id)?.question
    : pack?.english?.pairs[id]?.question;
}

function openOutage(): Promise<Town> {
  return openTown({ packs, search: () => search });
}

async function titleOf(town: Town, user: string, text: string): Promise<string | undefined> {
  const { message } = await town.sandbox.as(user).command('ask', { question: text });
  return read(message)[0];
}

test('실린 자료로, 진짜 클라이언트로: 반말로 물어도 맞는 설명이 나온다', async () => {
  const town = await openOutage();
  expect(await titleOf(town, 'mina', '서버 선이라도 뽑았다 꽂으면 됐던 거 아냐?')).toBe(
    question('customers-helpless'),
  );
});

test('자판을 바꿔 치거나 띄어 쓰지 않아도 찾는다', async () => {
  const town = await openOutage();
  expect(await titleOf(town, 'mina', 'akth cordladms djqtdj?')).toBe(question('microsoft-responsibility'));
  expect(await titleOf(town, 'mod', '카카오톡때는소상공인한테뭐해줬어')).toBe(question('kakao-precedent'));
});

test('an English question gets the English explanation, which i18next supplies', async () => {
  const town = await openOutage();
  expect(await titleOf(town, 'alex', 'why are the data centres so far apart?')).toBe(
    question('datacenter-dispersal', 'en'),
  );
});

test('바로 앞 설명에 기대어 짧게 되물을 수 있다', async () => {
  const town = await openOutage();
  const { sandbox } = town;
  const answer = await sandbox.as('mina').type('@먹통 클라우드를 여러 군데 나눠 쓰면 돼?');
  expect(read(answer)[0]).toBe(question('multi-cloud'));
  const followUp = await sandbox.as('mina').type('자체?', { replyTo: answer, ping: true });
  expect(read(followUp)[0]).toBe(question('own-servers'));
});

test('자료에 없는 것은 없다고 한다', async () => {
  const town = await openOutage();
  const { message, ephemeral } = await town.sandbox
    .as('mina')
    .command('질문', { 내용: '크스 주가 얼마나 빠졌어?' });
  expect(read(message)).toEqual(['이 자료에는 없는 내용이에요. </topics>에서 다룬 질문을 볼 수 있어요.']);
  expect(ephemeral).toBe(true);
});

test('자동 완성은 치는 도중의 글자로도 질문을 권한다', async () => {
  const { sandbox } = await openOutage();
  const choices = await sandbox.as('mina').autocomplete('질문', '내용', '제주하');
  expect(choices.map(({ value }) => value).slice(0, 1)).toEqual(['crowdstrike-outage:why-it-happened']);
  const hoisted = await sandbox.as('mina').autocomplete('질문', '내용', '');
  expect(hoisted.map(({ value }) => value)).toEqual(pack?.pairs.map(({ id }) => `crowdstrike-outage:${id}`));
});

test('봇에 대한 질문에는 봇의 자료가 답하고, 출처도 그렇게 적힌다', async () => {
  const town = await openOutage();
  const { message } = await town.sandbox.as('mina').command('질문', { 내용: '너 뭐 할 수 있어?' });
  const [title, , footer] = read(message);
  expect(title).toBe('너 뭐 할 수 있어?');
  expect(footer).toMatch(/^출처: 먹통이 먹통에 대해 · 3\/24 · /);
});

test('“고마워” and “thanks” are answered, each in its language', async () => {
  const town = await openOutage();
  expect(await titleOf(town, 'mina', '고마워')).toBe('고마워');
  expect(await titleOf(town, 'alex', 'thanks')).toBe('Thank you!');
});

test('자료를 고르지 않으면 목차, 타임라인, 요약은 기사의 것이고, 출처는 기사가 먼저다', async () => {
  const { sandbox } = await openOutage();
  const mina = sandbox.as('mina');
  const articles = pack?.title ?? '';
  expect(read((await mina.command('목차', {})).message)[0]).toBe(articles);
  const { message } = await mina.command('출처', {});
  expect(message?.embeds.map(({ title }) => title)).toEqual([articles, '먹통이 먹통에 대해']);
  const timeline = await mina.command('타임라인', {});
  expect(read(timeline.message).join('\n')).toContain(articles);
  const summary = await sandbox.as('mod').command('요약', {});
  expect(read(summary.message).join('\n')).toContain(articles);
});

test('봇의 자료에도 목차가 있고, 타임라인은 없다고 한다', async () => {
  const { sandbox } = await openOutage();
  const mina = sandbox.as('mina');
  const topics = await mina.command('목차', { 자료: 'about-meoktong' });
  expect(read(topics.message)[0]).toBe('먹통이 먹통에 대해');
  const timeline = await mina.command('타임라인', { 자료: 'about-meoktong' });
  expect(read(timeline.message)[0]).toMatch(/^이 자료에는 타임라인이 없어요\./);
});
