import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { Pack } from '../../src/content/schema.ts';
import { quizPack } from '../support/quizPack.ts';
import { giveAnswers } from '../support/quizRecords.ts';
import { openTable, people, type Table, there, writeAnswer } from '../support/quizTable.ts';
import { read } from '../support/town.ts';

const park = '1261000000000000022';
const held = {
  ko: ['지금 나와 있는 퀴즈 문제에 힌트가 될 수 있어요. 그 문제가 끝난 뒤에 다시 해 주세요.'],
  en: ['That could give away a quiz question that is open right now. Please try again once it is over.'],
};

/** Another question about the pair of the only hard one. */
const sequel: Pack['quiz'][number] = {
  id: 'sequel',
  pair: 'what-happened',
  kind: 'truth',
  difficulty: 'easy',
  question: '컴퓨터는 하나씩 멈췄어요.',
  right: false,
  why: '한꺼번에 멈췄어.',
  explanation: '컴퓨터가 한꺼번에 멈췄어.',
};
const pack: Pack = { ...quizPack, quiz: [...quizPack.quiz, sequel] };

function only(...ids: string[]): Pack {
  return { ...pack, quiz: pack.quiz.filter(({ id }) => ids.includes(id)) };
}

/** A game with the only hard question, which is open: the order of what happened; or with the only one of medium. */
async function askAbout({ mod, wake, pass }: Table, level: 'hard' | 'medium'): Promise<void> {
  const few = await mod.command('퀴즈', { 할일: 'start', 난이도: level, 문제수: 3 });
  await mod.click(there(few.message), '시작');
  await wake();
  await pass(5);
}

/** Until the question is revealed. */
const reveal = (table: Table) => table.pass(21);

async function begin(person: Table['mina'], what: string, where = {}): Promise<APIMessage> {
  const { message, ephemeral } = await person.command('quiz', { do: what }, where);
  expect(ephemeral).toBe(true);
  return there(message);
}

const textOf = (message: APIMessage) => read(message)[1]?.split('\n')[0];

test('복습에서는 지금 나온 문제와 같은 설명의 문제를 건너뛴다', async () => {
  const table = await openTable({ packs: [pack] });
  const names = ['course', 'remedy', 'sequel'];
  const wrong = names.map((id) => ({ name: `outage/${id}`, right: false }));
  await giveAnswers(table, people.mina, wrong);
  await giveAnswers(table, people.alex, wrong.slice(0, 1));
  await askAbout(table, 'hard');
  const page = await begin(table.mina, 'review');
  expect([read(page)[0], textOf(page)]).toEqual(['복습 1/1', '### 무엇을 지워야 하나요?']);
  expect(read(await begin(table.alex, 'review'))).toEqual(held.en);
  await reveal(table);
  expect(read(await begin(table.mina, 'review'))[0]).toBe('복습 1/3');
  expect(read(await begin(table.alex, 'review'))[0]).toBe('Review 1 of 1');
});

test('연습에서는 지금 나온 것과 다른 설명의 문제가 나온다', async () => {
  const table = await openTable({ packs: [pack] });
  await askAbout(table, 'hard');
  let card = await begin(table.mina, 'practice');
  const asked = new Set<string | undefined>();
  for (let turn = 0; turn < 6; turn++) {
    asked.add(textOf(card));
    expect(read(card)[1]).toMatch(/-# 복습할 문제 0개 · 아직 연습하지 않은 문제 \d개 · 익힌 문제 \d개$/);
    const next = await solve(table, card);
    card = there((await table.mina.click(next, '다음 문제')).updated);
  }
  expect([...asked].sort()).toEqual([
    '### 공항도 피해를 봤어요.',
    '### 무엇을 지워야 하나요?',
    '### 컴퓨터는 왜 멈췄나요?',
  ]);
});

/** Whatever it is, some answer. */
async function solve({ mina }: Table, card: APIMessage): Promise<APIMessage> {
  const buttons = read(card)[3];
  if (buttons === '[답 쓰기]') {
    const { modal } = await mina.click(card, '답 쓰기');
    return there((await mina.submit(modal, { 답: '모르겠어요' })).updated);
  }
  return there((await mina.click(card, buttons === '[A] [B] [C] [D]' ? 'A' : '맞아요')).updated);
}

test('연습할 문제가 모두 지금 나온 것이면 기다려 달라고 한다', async () => {
  const table = await openTable({ packs: [only('course', 'sequel')] });
  await askAbout(table, 'hard');
  expect(read(await begin(table.mina, 'practice'))).toEqual(held.ko);
  expect(read(await begin(table.alex, 'practice'))).toEqual(held.en);
  await reveal(table);
  expect(read(await begin(table.mina, 'practice'))[0]).toBe('연습');
});

test('문제가 나오기 전에 연 연습 문제도 그동안은 답도 힌트도 내주지 않는다', async () => {
  const table = await openTable({ packs: [only('sequel')] });
  const { mina, alex, reload } = table;
  const truth = await begin(mina, 'practice');
  const inEnglish = await begin(alex, 'practice');
  reload([only('course')]);
  const order = await begin(mina, 'practice');
  const { modal } = await mina.click(order, '순서 쓰기');
  reload([pack]);
  await askAbout(table, 'hard');
  for (const [person, card, label, told] of [
    [mina, truth, '맞아요', held.ko],
    [alex, inEnglish, 'True', held.en],
    [mina, order, '순서 쓰기', held.ko],
  ] as const) {
    const refused = await person.click(card, label);
    expect([read(refused.message), refused.ephemeral, refused.updated, refused.modal]).toEqual([
      told,
      true,
      undefined,
      undefined,
    ]);
  }
  expect(read((await mina.submit(modal, { '번호를 순서대로': '123' })).message)).toEqual(held.ko);
  await reveal(table);
  expect(read((await mina.click(truth, '아니에요')).updated)[1]).toMatch(/^\*\*🎉 맞았어요!\*\*/);
  const again = await mina.click(order, '순서 쓰기');
  expect(read((await mina.submit(again.modal, { '번호를 순서대로': '123' })).updated)[0]).toBe('연습');
});

test('연습의 힌트는 지금 나온 문제의 점수를 깎지 않고 볼 수 있는 것이 아니다', async () => {
  const hint = '마지막에 지워요.';
  const hinted = pack.quiz.map((one) => (one.id === 'course' ? { ...one, hint } : one));
  const table = await openTable({ packs: [{ ...pack, quiz: hinted.filter(({ id }) => id === 'course') }] });
  const card = await begin(table.mina, 'practice');
  await askAbout(table, 'hard');
  const refused = await table.mina.click(card, '힌트');
  expect([read(refused.message), refused.updated]).toEqual([held.ko, undefined]);
  await reveal(table);
  expect(read((await table.mina.click(card, '힌트')).updated)[1]).toContain(`💡 ${hint}`);
});

test('오늘의 문제가 지금 나온 것이면 기회를 쓰지 않고 기다린다', async () => {
  const table = await openTable();
  const { mina, alex } = table;
  const card = await begin(mina, 'daily');
  const copy = await begin(mina, 'daily');
  expect(textOf(card)).toBe('### 일어난 순서대로 놓아 보세요.');
  const { modal } = await mina.click(card, '순서 쓰기');
  // Who has answered is not shown the solution again, either.
  await writeAnswer(alex, await begin(alex, 'daily'), '123');
  await askAbout(table, 'hard');
  expect(read(await begin(mina, 'daily'))).toEqual(held.ko);
  expect(read(await begin(alex, 'daily'))).toEqual(held.en);
  const sent = await mina.submit(modal, { '번호를 순서대로': '123' });
  expect([read(sent.message), sent.updated]).toEqual([held.ko, undefined]);
  const opened = await mina.click(copy, '순서 쓰기');
  expect([read(opened.message), opened.updated, opened.modal]).toEqual([held.ko, undefined, undefined]);
  await reveal(table);
  const again = await mina.click(copy, '순서 쓰기');
  const taken = await mina.submit(again.modal, { '번호를 순서대로': '312' });
  expect(read(taken.updated)[1]).toMatch(/^\*\*.+\*\*\n/);
  expect(read(taken.updated)[1]).toContain('🔥 연속 1일째 (최고 1일)');
  expect(read(await begin(alex, 'daily'))[0]).toMatch(/^You have already taken today's question\./);
});

test('다른 채널에서 함께 푸는 문제도 그 서버 어디에서나 기다린다', async () => {
  const table = await openTable({ packs: [pack] });
  const { mina, alex, last } = table;
  for (const person of [people.mina, people.alex])
    await giveAnswers(table, person, [{ name: 'outage/course', right: false }]);
  const away = { channel: park };
  await askAbout(table, 'hard');
  await writeAnswer(mina, last(), '123');
  expect(read(await begin(mina, 'review', away))).toEqual(held.ko);
  expect(read(await begin(mina, 'daily', away))[0]).toBe('오늘의 문제');
  expect(read(await begin(alex, 'review', away))[0]).toBe('Review 1 of 1');
});

test('타임라인은 그 자료의 문제가 나온 채널에서 기다린다', async () => {
  const table = await openTable({ packs: [pack] });
  const { mina, alex, mod } = table;
  const shown = there((await mina.command('타임라인')).message);
  await askAbout(table, 'medium');
  const asked = await mina.command('타임라인');
  expect([read(asked.message), asked.ephemeral]).toEqual([held.ko, true]);
  const inEnglish = await alex.command('timeline', { language: 'en' });
  expect([read(inEnglish.message), inEnglish.ephemeral]).toEqual([held.en, true]);
  for (const [person, label, told] of [
    [mina, 'English', held.ko],
    [alex, 'English', held.en],
  ] as const) {
    const turned = await person.click(shown, label);
    expect([read(turned.message), turned.ephemeral, turned.updated]).toEqual([told, true, undefined]);
  }
  expect(read((await mod.command('타임라인', {}, { channel: park })).message)[0]).toBe('타임라인');
  await reveal(table);
  // Refused, it has not counted as shown.
  const afterwards = await mina.command('타임라인');
  expect([read(afterwards.message)[0], afterwards.ephemeral]).toEqual(['타임라인', false]);
  expect(read((await mina.click(shown, 'English')).updated)[0]).toBe('Timeline');
});

test('용어는 답이든 아니든 모두 기다려서, 무엇이 답인지 알아낼 수 없다', async () => {
  const other: Pack = { ...quizPack, id: 'other', title: '다른 자료', quiz: [], timeline: [], english: null };
  const elsewhere = {
    ...other,
    terms: [{ id: 'cloud', term: '구름', spellings: [], definition: '물방울.' }],
  };
  const table = await openTable({ packs: [pack, elsewhere] });
  const { mina, alex } = table;
  const unknown = there((await mina.command('용어', { 낱말: '커널리' })).message);
  expect(read(unknown)[1]).toContain('[커널]');
  await askAbout(table, 'medium');
  for (const word of ['업데이트', '커널', 'BSOD', 'outage:kernel']) {
    const { message, ephemeral } = await mina.command('용어', { 낱말: word });
    expect([word, read(message), ephemeral]).toEqual([word, held.ko, true]);
  }
  expect(read((await alex.command('term', { word: 'kernel' })).message)).toEqual(held.en);
  const picked = await mina.click(unknown, '커널');
  expect([read(picked.message), picked.updated]).toEqual([held.ko, undefined]);
  expect(read((await mina.command('용어', { 낱말: '구름' })).message)[0]).toBe('구름');
  expect(read((await mina.command('용어', { 낱말: '커널' }, { channel: park })).message)[0]).toBe('커널');
  await reveal(table);
  expect(read((await mina.command('용어', { 낱말: '커널' })).message)[0]).toBe('커널');
  expect(read((await mina.click(unknown, '커널')).updated)[0]).toBe('커널');
});

test('이미 나온 답을 다른 언어로 바꾸는 것도 기다린다', async () => {
  const table = await openTable({ packs: [pack] });
  const { mina, alex } = table;
  const card = there((await mina.command('질문', { 내용: '무슨 일이 있었던 거야?' })).message);
  await askAbout(table, 'hard');
  for (const [person, told] of [
    [mina, held.ko],
    [alex, held.en],
  ] as const) {
    const turned = await person.click(card, 'English');
    expect([read(turned.message), turned.ephemeral, turned.updated]).toEqual([told, true, undefined]);
  }
  await reveal(table);
  expect(read((await mina.click(card, 'English')).updated)[0]).toBe('What happened?');
});
