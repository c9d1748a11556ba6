import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { outageInEnglish } from '../support/pack.ts';
import { openTown, read, type Town } from '../support/town.ts';

/** Mina asks, for all to see. */
async function answered(town: Town, question = '무슨 일이야?', options = {}): Promise<APIMessage> {
  const { message } = await town.sandbox.as('mina').command('질문', { 내용: question, ...options });
  if (message === undefined) throw new Error('no answer');
  return message;
}

async function counts({ databaseUrl }: Town): Promise<string[]> {
  const db = await openDatabase(databaseUrl);
  const rows = await db.selectFrom('tallies').selectAll().orderBy('event').execute();
  await db.destroy();
  return rows.map(({ event, pair, count }) => `${event} ${pair}: ${count}`);
}

test('물은 사람이 언어를 바꾸면 그 자리에서 바뀐다', async () => {
  const town = await openTown();
  const mina = town.sandbox.as('mina');
  const message = await answered(town);
  const { updated } = await mina.click(message, 'English');
  expect(read(updated)).toEqual([
    'What happened?',
    'Computers stopped all at once.',
    'Source: The day the computers stopped · 1/12 · as of 2024-07',
    '[Why?] [Who was hit?]',
    '[한국어] [Helpful] [Not helpful] [Delete]',
  ]);
  expect(read((await mina.click(message, '한국어')).updated)).toEqual(read(message));
});

test('another member gets a copy in the other language, and the answer stays as it is', async () => {
  const town = await openTown();
  const message = await answered(town);
  const outcome = await town.sandbox.as('alex').click(message, 'English');
  expect([read(outcome.message)[0], outcome.ephemeral, outcome.updated]).toEqual([
    'What happened?',
    true,
    undefined,
  ]);
});

test('an answer that was not certain says so in both languages', async () => {
  const town = await openTown();
  const message = await answered(town, '누가 피해를');
  expect(read(message)[1]).toMatch(/-# 가장 가까운 설명을 골랐어요\. 물어보신 것과 다를 수 있어요\.$/);
  const { updated } = await town.sandbox.as('mina').click(message, 'English');
  expect(read(updated)[1]).toBe(
    'Airports and hospitals.\n\n-# This is the closest explanation I found; it may not be quite what you asked.',
  );
});

test('an answer without English is shown in Korean, and says so', async () => {
  const town = await openTown();
  const message = await answered(town, '번역이 없는 질문이야?');
  const { updated } = await town.sandbox.as('mina').click(message, 'English');
  expect(read(updated).slice(0, 2)).toEqual([
    '번역이 없는 질문이야?',
    '한국어로만 있는 답이야.\n\n-# Not translated yet; shown in Korean.',
  ]);
});

test('이어지는 질문을 누르면 새 답이 나오고, 거기서 이야기가 이어진다', async () => {
  const town = await openTown();
  const mina = town.sandbox.as('mina');
  const outcome = await mina.click(await answered(town), '왜 그랬는데?');
  expect([read(outcome.message)[0], outcome.ephemeral, outcome.updated]).toEqual([
    '왜 이런 일이 벌어진 거야?',
    false,
    undefined,
  ]);
  const next = await mina.command('질문', { 내용: '그럼 이제 어떻게 해?' });
  expect(read(next.message)[1]).toBe('파일 하나를 지우면 돼.');
});

test('whoever has turned the answer into English goes on in English', async () => {
  const town = await openTown();
  const mina = town.sandbox.as('mina');
  const { updated } = await mina.click(await answered(town), 'English');
  if (updated === undefined) throw new Error('not turned');
  expect(read((await mina.click(updated, 'Why?')).message)[0]).toBe('Why did this happen?');
});

test('another member goes on in a language of their own, as the one who asks now', async () => {
  const town = await openTown();
  const outcome = await town.sandbox.as('alex').click(await answered(town), '왜 그랬는데?');
  expect(read(outcome.message)[0]).toBe('Why did this happen?');
  if (outcome.message === undefined) throw new Error('no answer');
  const refused = await town.sandbox.as('mina').click(outcome.message, 'Helpful');
  expect(read(refused.message)).toEqual([
    `<@${town.sandbox.as('alex').id}> 님만 쓸 수 있는 버튼이에요. </ask>으로 직접 물어볼 수 있어요.`,
  ]);
});

test('what follows a private answer is private', async () => {
  const town = await openTown();
  const message = await answered(town, '무슨 일이야?', { 나만보기: true });
  expect((await town.sandbox.as('mina').click(message, '왜 그랬는데?')).ephemeral).toBe(true);
});

test('도움됐다고 하면 한 번만 세고, 언어를 바꿔도 다시 누를 수 없다', async () => {
  const town = await openTown();
  const mina = town.sandbox.as('mina');
  const message = await answered(town);
  const { updated } = await mina.click(message, '도움됐어요');
  expect(read(updated).at(-1)).toBe('[English] (도움됐어요) (아니에요) [지우기]');
  const turned = await mina.click(message, 'English');
  expect(read(turned.updated).at(-1)).toBe('[한국어] (Helpful) (Not helpful) [Delete]');
  await town.stop();
  expect(await counts(town)).toEqual(['answered what-happened: 1', 'helpful what-happened: 1']);
});

test('아니라고 하면 까닭을 묻고 그 까닭을 센다', async () => {
  const town = await openTown();
  const mina = town.sandbox.as('mina');
  const outcome = await mina.click(await answered(town), '아니에요');
  expect(read(outcome.updated).at(-1)).toBe('[English] (도움됐어요) (아니에요) [지우기]');
  const why = await outcome.followUp();
  expect(read(why)).toEqual([
    '어떤 점이 아쉬웠나요?',
    '<다른 질문이었어요> <설명이 어려워요> <틀린 내용 같아요> <오래됐어요>',
  ]);
  expect(town.sandbox.as('alex').see(why)).toBeUndefined();
  expect(read((await mina.select(why, '설명이 어려워요')).updated)).toEqual(['알려 주셔서 고마워요.']);
  await town.stop();
  expect(await counts(town)).toEqual(['answered what-happened: 1', 'unhelpful-hard what-happened: 1']);
});

test('an answer is deleted by whoever asked, or by a moderator, and by nobody else', async () => {
  const town = await openTown();
  const { sandbox } = town;
  const [one, other] = [await answered(town), await answered(town, '원인이 뭐야?')];
  const refused = await sandbox.as('alex').click(one, '지우기');
  expect(read(refused.message)).toEqual([
    `This button belongs to <@${sandbox.as('mina').id}>. You can ask with </ask> yourself.`,
  ]);
  await sandbox.as('mina').click(one, '지우기');
  await sandbox.as('mod').click(other, '지우기');
  expect([sandbox.as('mina').see(one), sandbox.as('mina').see(other)]).toEqual([undefined, undefined]);
});

test('a private answer is not shared with a channel that has just had it', async () => {
  const town = await openTown();
  const message = await answered(town, '무슨 일이야?', { 나만보기: true });
  await town.sandbox.as('alex').command('ask', { question: 'What happened?' });
  const outcome = await town.sandbox.as('mina').click(message, '공개');
  expect([read(outcome.message), outcome.updated]).toEqual([['10초 뒤에 다시 해 주세요.'], undefined]);
});

test('the buttons of an answer work after a restart', async () => {
  const town = await openTown();
  const mina = town.sandbox.as('mina');
  const message = await answered(town);
  const private_ = await answered(town, '이런 질문이야?');
  await town.restart();
  expect(read((await mina.click(message, 'English')).updated)[0]).toBe('What happened?');
  expect(read((await mina.click(private_, '5번째 질문이야?')).updated)[1]).toBe('5번째 답이야.');
  expect(read((await mina.command('질문', { 내용: '더 알려줘' })).message)[0]).toBe('6번째 질문이야?');
  expect(town.complaints()).toEqual([]);
});

test('an answer whose pair is gone says so and loses its buttons', async () => {
  const town = await openTown();
  const message = await answered(town, '누가 피해를 봤어?');
  const others = outageInEnglish.pairs.filter(({ id }) => id !== 'who-was-hit');
  await town.restart([{ ...outageInEnglish, pairs: others }]);
  const outcome = await town.sandbox.as('mina').click(message, '도움됐어요');
  expect(read(outcome.updated)).toEqual([
    '누가 피해를 봤어?',
    '공항과 병원이 크게 당했어.',
    '출처: 멈춘 컴퓨터 · 4/12 · 2024-07 기준',
  ]);
  const notice = await outcome.followUp();
  expect(read(notice)).toEqual(['자료가 바뀌어 더는 볼 수 없어요.']);
  expect(town.sandbox.as('alex').see(notice)).toBeUndefined();
});

test('a button of another version says that it is old, and goes', async () => {
  const town = await openTown();
  const message = await answered(town);
  const post = [...(town.sandbox.world.channel('광장')?.posts.values() ?? [])].find(
    (one) => one.message.id === message.id,
  );
  if (post === undefined) throw new Error('no message');
  post.message = {
    ...post.message,
    components: [
      { type: 1, components: [{ type: 2, style: 2, label: '옛 버튼', custom_id: 'v0|card|old|x' }] },
    ],
  };
  const outcome = await town.sandbox.as('mina').click(message, '옛 버튼');
  expect(read(outcome.updated)).toEqual(read(message).slice(0, 3));
  expect(read(await outcome.followUp())).toEqual(['자료가 바뀌어 더는 볼 수 없어요.']);
});
