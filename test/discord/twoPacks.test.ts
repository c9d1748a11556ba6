import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { English, Pack, Pair } from '../../src/content/schema.ts';
import { createSearch } from '../../src/search/engine.ts';
import { openDatabase } from '../../src/store/database.ts';
import { outage } from '../support/pack.ts';
import { openTown, read, type Town } from '../support/town.ts';

type Texts = readonly [ko: string, en: string];

interface Words {
  readonly title: Texts;
  readonly salt: readonly [question: Texts, answer: Texts];
  readonly sugar: readonly [question: Texts, answer: Texts];
  readonly label: Texts;
  readonly time: readonly [question: Texts, answer: Texts];
  readonly dough: Texts;
}

/** Packs of this form have the same ids throughout: pairs, terms and events. */
function packOf(id: string, { title, salt, sugar, label, time, dough }: Words): Pack {
  const pairs = { salt, sugar, time };
  const followUps = (language: 0 | 1) => ({ salt: [{ to: 'sugar', label: label[language] }] });
  const korean = Object.entries(pairs).map(
    ([name, [question, answer]]): Pair => ({
      id: name,
      question: question[0],
      answer: answer[0],
      contextOnly: false,
      aliases: [],
      elliptical: [],
      followUps: name === 'salt' ? followUps(0).salt : [],
    }),
  );
  const english: English = {
    title: title[1],
    description: 'A test.',
    source: 'Test',
    author: 'Hong',
    pairs: Object.fromEntries(
      Object.entries(pairs).map(([name, [question, answer]]) => [
        name,
        {
          question: question[1],
          answer: answer[1],
          aliases: [],
          elliptical: [],
          followUps: name === 'salt' ? { sugar: label[1] } : {},
        },
      ]),
    ),
    terms: { dough: { term: 'dough', definition: dough[1] } },
    timeline: { start: { when: '2024', text: `${title[1]} began.` } },
    quiz: {},
  };
  return {
    ...outage,
    id,
    title: title[0],
    description: '시험',
    pairs: korean,
    terms: [{ id: 'dough', term: '반죽', spellings: ['dough'], definition: dough[0], pair: 'salt' }],
    timeline: [{ id: 'start', date: '2024', when: '2024년', text: `${title[0]} 시작.`, pair: 'time' }],
    english,
  };
}

const bread = packOf('bread', {
  title: ['빵 굽기', 'Bread'],
  salt: [
    ['빵에 소금은 왜 넣어?', 'Why is there salt in bread?'],
    ['반죽이 단단해져.', 'It firms the dough.'],
  ],
  sugar: [
    ['빵에 설탕은 왜 넣어?', 'Why is there sugar in bread?'],
    ['이스트가 먹어.', 'The yeast eats it.'],
  ],
  label: ['빵에 설탕은?', 'And sugar in bread?'],
  time: [
    ['오븐에 얼마나 구워?', 'How long in the oven?'],
    ['삼십 분.', 'Thirty minutes.'],
  ],
  dough: ['빵이 되기 전.', 'Bread before baking.'],
});

const cake = packOf('cake', {
  title: ['케이크 굽기', 'Cake'],
  salt: [
    ['케이크에 소금이 들어가?', 'Does salt go into a cake?'],
    ['한 꼬집만.', 'A pinch.'],
  ],
  sugar: [
    ['케이크에 설탕을 줄여도 돼?', 'May a cake have less sugar?'],
    ['퍽퍽해져.', 'It gets dry.'],
  ],
  label: ['케이크 설탕은?', 'And sugar in a cake?'],
  time: [
    ['오븐에 얼마나 구워?', 'How long in the oven?'],
    ['오십 분.', 'Fifty minutes.'],
  ],
  dough: ['케이크가 되기 전.', 'Cake before baking.'],
});

const both = [bread, cake];

function open(packs: readonly Pack[] = both): Promise<Town> {
  return openTown({ packs, search: createSearch });
}

function there(message: APIMessage | undefined): APIMessage {
  if (message === undefined) throw new Error('no message');
  return message;
}

test('두 자료에서 함께 찾고, 답마다 어느 자료인지 나온다', async () => {
  const { sandbox, complaints } = await open();
  const mina = sandbox.as('mina');
  const answers = ['빵에 소금은 왜 넣어?', '케이크에 소금이 들어가?'].map(async (question) => {
    const { message } = await mina.command('질문', { 내용: question });
    return read(message).slice(1, 4);
  });
  expect(await Promise.all(answers)).toEqual([
    ['반죽이 단단해져.', '출처: 빵 굽기 · 1/3 · 2024-07 기준', '[빵에 설탕은?]'],
    ['한 꼬집만.', '출처: 케이크 굽기 · 1/3 · 2024-07 기준', '[케이크 설탕은?]'],
  ]);
  expect(complaints()).toEqual([]);
});

test('언어 바꾸기, 이어지는 질문, 평가는 같은 id의 다른 자료로 새지 않는다', async () => {
  const town = await open();
  const mina = town.sandbox.as('mina');
  const asked = await mina.command('질문', { 내용: '케이크에 소금이 들어가?' });
  const { updated } = await mina.click(there(asked.message), 'English');
  expect(read(updated).slice(0, 4)).toEqual([
    'Does salt go into a cake?',
    'A pinch.',
    'Source: Cake · 1/3 · as of 2024-07',
    '[And sugar in a cake?]',
  ]);
  const next = await mina.click(there(updated), 'And sugar in a cake?');
  expect(read(next.message).slice(0, 2)).toEqual(['May a cake have less sugar?', 'It gets dry.']);
  await mina.click(there(next.message), 'Helpful');
  const more = await mina.command('질문', { 내용: '더 알려줘' });
  expect(read(more.message)[1]).toBe('오십 분.');
  await town.stop();
  const db = await openDatabase(town.databaseUrl);
  const tallies = await db.selectFrom('tallies').selectAll().orderBy('event').orderBy('pair').execute();
  const shown = await db.selectFrom('shown').select(['pack', 'pair']).execute();
  await db.destroy();
  expect(tallies.map(({ event, pack, pair, count }) => `${event} ${pack}/${pair}: ${count}`)).toEqual([
    'answered cake/salt: 1',
    'answered cake/sugar: 1',
    'answered cake/time: 1',
    'helpful cake/sugar: 1',
  ]);
  expect(shown).toEqual([{ pack: 'cake', pair: 'time' }]);
});

test('a question that both packs answer is offered with the names of both', async () => {
  const { sandbox } = await open();
  const mina = sandbox.as('mina');
  const { message } = await mina.command('질문', { 내용: '오븐에 얼마나 구워?' });
  const rows = (message?.components ?? []).flatMap((row) => ('components' in row ? [row.components] : []));
  const options = rows
    .flat()
    .flatMap((component) => ('options' in component ? component.options : []))
    .map(({ label, description }) => [label, description]);
  expect(read(message)[0]).toBe('혹시 이 질문인가요?');
  expect(options.slice(0, 2)).toEqual([
    ['오븐에 얼마나 구워?', '빵 굽기'],
    ['오븐에 얼마나 구워?', '케이크 굽기'],
  ]);
  expect(await mina.autocomplete('질문', '내용', '오븐에')).toMatchObject([
    { name: '오븐에 얼마나 구워? · 빵 굽기', value: 'bread:time' },
    { name: '오븐에 얼마나 구워? · 케이크 굽기', value: 'cake:time' },
  ]);
});

test('whoever is reading one of them means that one', async () => {
  const { sandbox } = await open();
  const alex = sandbox.as('alex');
  await alex.command('ask', { question: 'Does salt go into a cake?' });
  const { message } = await alex.command('ask', { question: 'How long in the oven?' });
  expect(read(message).slice(1, 3)).toEqual(['Fifty minutes.', 'Source: Cake · 3/3 · as of 2024-07']);
});

test('자료를 고르면 그 안에서만 찾는다', async () => {
  const { sandbox } = await open();
  const mina = sandbox.as('mina');
  const ask = async (자료: string) =>
    read((await mina.command('질문', { 내용: '오븐에 얼마나 구워?', 자료 })).message)[1];
  expect(await ask('cake')).toBe('오십 분.');
  expect(await ask('빵 굽기')).toBe('삼십 분.');
  const list = await mina.autocomplete('질문', '내용', '오븐', { 자료: 'cake' });
  expect(list.map(({ value }) => value)).toEqual(['cake:time']);
});

test('in a pack that was chosen, what was shown of another one is not leant on', async () => {
  const { sandbox } = await open();
  const mina = sandbox.as('mina');
  await mina.command('질문', { 내용: '빵에 소금은 왜 넣어?' });
  const { message } = await mina.command('질문', { 내용: '더 알려줘', 자료: 'cake' });
  expect(read(message)).toEqual(['이 자료에는 없는 내용이에요. </topics>에서 다룬 질문을 볼 수 있어요.']);
});

test('packs are found by typing their title, in the language of whoever types', async () => {
  const { sandbox } = await open();
  const names = async (name: 'mina' | 'alex', typed: string) =>
    (await sandbox.as(name).autocomplete('ask', 'pack', typed)).map((choice) => choice.name);
  expect(await names('mina', '')).toEqual(['빵 굽기', '케이크 굽기']);
  // As an input method sends it on the way to 케이크.
  expect(await names('mina', '케잌')).toEqual(['케이크 굽기']);
  expect(await names('mina', 'ㅃㄱㄱ')).toEqual(['빵 굽기']);
  expect(await names('mina', '굽기')).toEqual(['빵 굽기', '케이크 굽기']);
  expect(await names('alex', 'ca')).toEqual(['Cake']);
  expect(await names('alex', 'nothing')).toEqual([]);
});

test.each(['topics', 'timeline', 'about', 'summary'] as const)(
  '/%s offers the packs, too, and says where there is none of that name',
  async (command) => {
    const { sandbox } = await open();
    const mod = sandbox.as('mod');
    const choices = await mod.autocomplete(command, 'pack', 'bread');
    expect(choices.map(({ value }) => value)).toEqual(['bread']);
    const { message, ephemeral } = await mod.command(command, { pack: 'pie' });
    expect([read(message), ephemeral]).toEqual([
      ['그런 자료는 없어요. 목록에서 골라 주세요. 지금 있는 자료: 빵 굽기 · 케이크 굽기'],
      true,
    ]);
  },
);

test('two packs of one title are told apart', async () => {
  const { sandbox } = await open([bread, { ...cake, title: '빵 굽기' }]);
  const mina = sandbox.as('mina');
  expect(await mina.autocomplete('질문', '자료', '빵')).toEqual([
    { name: 'bread: 빵 굽기', value: 'bread' },
    { name: 'cake: 빵 굽기', value: 'cake' },
  ]);
  const { message } = await mina.command('출처', { 자료: '빵 굽기' });
  expect(read(message)[0]).toMatch(/^그런 자료는 없어요/);
});

test('목차에서 다른 자료로 넘어가고, 거기서 연 질문은 그 자료의 것이다', async () => {
  const { sandbox } = await open([bread, { ...cake, summary: { line: '한 줄', short: '짧게', full: [] } }]);
  const mina = sandbox.as('mina');
  const { message } = await mina.command('목차');
  expect(read(message)).toEqual([
    '케이크 굽기',
    '1. 케이크에 소금이 들어가?\n2. 케이크에 설탕을 줄여도 돼?\n3. 오븐에 얼마나 구워?',
    '1/1쪽 · 질문 3개',
    '<1. 케이크에 소금이 들어가?> <2. 케이크에 설탕을 줄여도 돼?> <3. 오븐에 얼마나 구워?>',
    '<빵 굽기> <케이크 굽기>',
  ]);
  const { updated } = await mina.select(there(message), '빵 굽기', 'v1|topics|pack');
  expect(read(updated)[0]).toBe('빵 굽기');
  const opened = await mina.select(there(updated), '3. 오븐에 얼마나 구워?', 'v1|topics|open|bread');
  expect(read(opened.message)[1]).toBe('삼십 분.');
});

test('a word that both glossaries have names its article', async () => {
  const { sandbox } = await open();
  const mina = sandbox.as('mina');
  expect(await mina.autocomplete('용어', '낱말', '반')).toEqual([
    { name: '반죽 · 빵 굽기', value: 'bread:dough' },
    { name: '반죽 · 케이크 굽기', value: 'cake:dough' },
  ]);
  const { message } = await mina.command('용어', { 낱말: 'cake:dough' });
  expect(read(message)).toEqual(['반죽', '케이크가 되기 전.', '출처: 케이크 굽기', '[관련 설명 보기]']);
  const related = await mina.click(there(message), '관련 설명 보기');
  expect(read(related.message)[1]).toBe('한 꼬집만.');
});

test('the timeline of a pack names it', async () => {
  const { sandbox } = await open();
  const { message } = await sandbox.as('alex').command('timeline', { pack: 'cake' });
  expect(read(message).slice(0, 3)).toEqual([
    'Timeline',
    '**2024** — Cake began. (question 3)',
    'Source: Cake · as of 2024-07',
  ]);
});
