import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../src/content/schema.ts';
import type { Outcome } from '../../src/sandbox/user/outcome.ts';
import type { Search } from '../../src/search/engine.ts';
import { seededRandom } from '../support/flows.ts';
import { outage } from '../support/pack.ts';
import { wordSearch } from '../support/search.ts';
import { summarised } from '../support/summaries.ts';
import { openTown, read, type Town } from '../support/town.ts';

const old = '자료가 바뀌어 더는 볼 수 없어요.';
/** What takes the place of the pack in which everything was shown. */
const other: Pack = { ...outage, id: 'other', title: '다른 자료', timeline: [], terms: [] };

/** The rewritten pack: the same ids with other texts. */
const rewritten: Pack = {
  ...summarised,
  title: '고친 자료',
  pairs: summarised.pairs.map((pair) => ({ ...pair, answer: `고침: ${pair.answer}` })),
  terms: summarised.terms.map((term) => ({ ...term, definition: `고침: ${term.definition}` })),
  timeline: summarised.timeline.map((event) => ({ ...event, text: `고침: ${event.text}` })),
};

function there(message: APIMessage | undefined): APIMessage {
  if (message === undefined) throw new Error('no message');
  return message;
}

interface Pressed {
  readonly message: APIMessage;
  readonly press: (town: Town, message: APIMessage) => Promise<Outcome>;
}

async function answer({ sandbox }: Town, question = '무슨 일이야?', options = {}): Promise<APIMessage> {
  return there((await sandbox.as('mina').command('질문', { 내용: question, ...options })).message);
}

function click(label: string): Pressed['press'] {
  return ({ sandbox }, message) => sandbox.as('mina').click(message, label);
}

function choose(option: string): Pressed['press'] {
  return ({ sandbox }, message) => sandbox.as('mina').select(message, option);
}

/** Something shown before the packs change, and what is pressed on it afterwards. */
const buttons: Readonly<Record<string, (town: Town) => Promise<Pressed>>> = {
  언어: async (town) => ({ message: await answer(town), press: click('English') }),
  '이어지는 질문': async (town) => ({ message: await answer(town), press: click('왜 그랬는데?') }),
  도움됐어요: async (town) => ({ message: await answer(town), press: click('도움됐어요') }),
  아니에요: async (town) => ({ message: await answer(town), press: click('아니에요') }),
  '아니었던 까닭': async (town) => {
    const outcome = await town.sandbox.as('mina').click(await answer(town), '아니에요');
    return { message: await outcome.followUp(), press: choose('설명이 어려워요') };
  },
  공개: async (town) => ({
    message: await answer(town, '무슨 일이야?', { 나만보기: true }),
    press: click('공개'),
  }),
  '혹시 이 질문인가요': async (town) => ({
    message: await answer(town, '이런 질문이야?'),
    press: click('5번째 질문이야?'),
  }),
  '혹시 이 질문인가요 (고르기)': async (town) => ({
    message: await answer(town, '그럼 어떻게'),
    press: choose('그럼 이제 어떻게 해?'),
  }),
  '목차 넘기기': async (town) => ({
    message: there((await town.sandbox.as('mina').command('목차')).message),
    press: click('다음'),
  }),
  '목차에서 열기': async (town) => ({
    message: there((await town.sandbox.as('mina').command('목차')).message),
    press: choose('1. 무슨 일이 있었던 거야?'),
  }),
  '가까운 용어': async (town) => ({
    message: there((await town.sandbox.as('mina').command('용어', { 낱말: '점심' })).message),
    press: click('커널'),
  }),
  '용어의 관련 설명': async (town) => ({
    message: there((await town.sandbox.as('mina').command('용어', { 낱말: '업데이트' })).message),
    press: click('관련 설명 보기'),
  }),
  '타임라인 언어': async (town) => ({
    message: there((await town.sandbox.as('mina').command('타임라인')).message),
    press: click('English'),
  }),
  '타임라인에서 열기': async (town) => ({
    message: there((await town.sandbox.as('mina').command('타임라인')).message),
    press: choose('1. 무슨 일이 있었던 거야?'),
  }),
  '요약의 질문 보기': async (town) => {
    const mod = town.sandbox.as('mod');
    const preview = await mod.command('요약', { 할일: '미리보기' });
    await mod.click(there(preview.message), '게시');
    const posts = [...(town.sandbox.world.channel('광장')?.posts.values() ?? [])];
    return { message: there(posts.at(-1)?.message), press: click('질문 보기') };
  },
};

async function openShown(name: string): Promise<Pressed & { readonly town: Town }> {
  const town = await openTown({ packs: [summarised], random: seededRandom(), pictures });
  const shown = await buttons[name]?.(town);
  if (shown === undefined) throw new Error(`no ${name}`);
  return { town, ...shown };
}

const draw = async () => new Uint8Array([137, 80, 78, 71]);
const pictures = { timeline: draw, leaderboard: draw };

describe('자료가 사라진 뒤 옛 버튼은 그렇다고 말하고 없어진다', () => {
  test.each(Object.keys(buttons))('%s', async (name) => {
    const { town, message, press } = await openShown(name);
    town.reload([other]);
    const outcome = await press(town, message);
    expect(outcome.updated?.components).toEqual([]);
    expect(read(await outcome.followUp())).toEqual([old]);
    expect(town.complaints()).toEqual([]);
  });
});

describe('자료를 고친 뒤에도 옛 버튼은 듣고, 고친 글이 나온다', () => {
  const shown: Readonly<Record<string, string>> = {
    '이어지는 질문': '고침: 업데이트 하나가 잘못됐어.\n\n그게 다야.',
    '혹시 이 질문인가요': '고침: 5번째 답이야.',
    '목차에서 열기': '고침: 컴퓨터가 한꺼번에 멈췄어.',
    '용어의 관련 설명': '고침: 업데이트 하나가 잘못됐어.\n\n그게 다야.',
    '타임라인에서 열기': '고침: 컴퓨터가 한꺼번에 멈췄어.',
  };
  test.each(Object.entries(shown))('%s', async (name, text) => {
    const { town, message, press } = await openShown(name);
    town.reload([rewritten]);
    const { message: sent, updated } = await press(town, message);
    expect(read(sent ?? updated).slice(1, 2)).toEqual([text]);
    expect(town.complaints()).toEqual([]);
  });
});

test('a page of the topics beyond the end is gone', async () => {
  const { town, message, press } = await openShown('목차 넘기기');
  town.reload([{ ...summarised, pairs: summarised.pairs.slice(0, 4) }]);
  const outcome = await press(town, message);
  expect([outcome.updated?.components, read(await outcome.followUp())]).toEqual([[], [old]]);
});

test('a draft whose pack is gone says that there is no summary any more', async () => {
  const town = await openTown({ packs: [summarised], random: seededRandom() });
  const mod = town.sandbox.as('mod');
  const preview = await mod.command('요약', { 할일: '미리보기' });
  town.reload([other]);
  const pressed = await mod.click(there(preview.message), '게시');
  expect(read(pressed.message ?? pressed.updated)[0]).toBe('이 자료에는 이제 요약이 없어요.');
});

test('a pair that is gone is leant on no more', async () => {
  const town = await openTown();
  await answer(town);
  town.reload([other]);
  const { message } = await town.sandbox.as('mina').command('질문', { 내용: '더 알려줘' });
  expect(read(message)).toEqual(['이 자료에는 없는 내용이에요. </topics>에서 다룬 질문을 볼 수 있어요.']);
});

test('an answer that is on its way when the packs change is of one version', async () => {
  let change = () => {};
  const search = (packs: readonly Pack[]): Search => ({
    ...wordSearch(packs),
    find(query, options) {
      if (query === '무슨 일이야?') change();
      return wordSearch(packs).find(query, options);
    },
  });
  const town = await openTown({ packs: [summarised], search });
  change = () => town.reload([other]);
  const message = await answer(town);
  expect(read(message).slice(0, 3)).toEqual([
    '무슨 일이 있었던 거야?',
    '컴퓨터가 한꺼번에 멈췄어.',
    '출처: 멈춘 컴퓨터 · 1/12 · 2024-07 기준',
  ]);
  expect(town.complaints()).toEqual([]);
});

test('what is registered with Discord stays the same', async () => {
  const town = await openTown();
  const before = town.sandbox.commands.list('global');
  town.reload([summarised, other]);
  expect(await town.sandbox.as('mina').autocomplete('질문', '자료', '')).toHaveLength(2);
  expect(town.sandbox.commands.list('global')).toEqual(before);
});
