import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { village } from '../../src/sandbox/village.ts';
import { quizPack } from '../support/quizPack.ts';
import { write as writeInto } from '../support/quizRecords.ts';
import { readForm } from '../support/quizTable.ts';
import { openTown, read, type Town } from '../support/town.ts';

const days = { order: 0, choice: 1, truth: 2, typed: 3 } as const;

/** A town on the day whose question is of that kind, and what somebody is shown there. */
async function openOn(kind: keyof typeof days, name = 'mina') {
  const town = await openTown({ packs: [quizPack] });
  town.wait(days[kind] * 24 * 60);
  const user = town.sandbox.as(name);
  return { town, user, question: await ask(town, name) };
}

async function ask({ sandbox }: Town, name = 'mina') {
  const { message, ephemeral } = await sandbox.as(name).command('quiz', { do: 'daily' });
  if (message === undefined) throw new Error('no message');
  expect(ephemeral).toBe(true);
  return message;
}

const changed = ({ updated }: { updated?: APIMessage | undefined }) => read(updated);

test('고르는 문제: 그 자리에서 풀이와 연속 기록과 다음 문제를 본다', async () => {
  const { town, user, question } = await openOn('choice');
  expect(read(question)).toEqual([
    '오늘의 문제',
    [
      '### 컴퓨터는 왜 멈췄나요?',
      '🇦 업데이트',
      '🇧 정전',
      '🇨 해킹',
      '🇩 화재',
      '',
      '-# 답은 한 번만 낼 수 있어요.',
      '-# 날마다 풀면 연속 기록이 쌓여요. 틀려도 괜찮아요.',
    ].join('\n'),
    '멈춘 컴퓨터',
    '[A] [B] [C] [D]',
  ]);
  expect(changed(await user.click(question, 'B'))).toEqual([
    '오늘의 문제',
    [
      '**아쉽지만 아니에요.**',
      '내 답: B',
      '',
      '### 컴퓨터는 왜 멈췄나요?',
      '✅ 정답: **A. 업데이트**',
      '',
      '업데이트 하나가 잘못됐어.',
      '',
      '🇧 정전',
      '-# 전기는 멀쩡했어.',
      '🇨 해킹',
      '-# 해킹은 아니었어.',
      '🇩 화재',
      '-# 불은 나지 않았어.',
      '',
      '🔥 연속 1일째 (최고 1일)',
      '⏳ 다음 문제는 <t:1721487600:R> 나와요.',
    ].join('\n'),
    '멈춘 컴퓨터',
    '[자료에서 보기] [문제 신고]',
  ]);
  expect(town.complaints()).toEqual([]);
});

test('whoever reads English answers in English', async () => {
  const { user, question } = await openOn('truth', 'alex');
  expect(read(question)).toEqual([
    'Question of the day',
    [
      '### Airports were hit, too.',
      '',
      '-# You have one try.',
      '-# Answer every day to build a streak. Wrong answers count, too.',
    ].join('\n'),
    'The day the computers stopped',
    '[True] [False]',
  ]);
  expect(changed(await user.click(question, 'True'))).toEqual([
    'Question of the day',
    [
      '**🎉 Right!**',
      '',
      '### Airports were hit, too.',
      '✅ Answer: **⭕ True**',
      '',
      'Airports and hospitals were hit badly.',
      '',
      '❌ False',
      '-# Airports were hit badly.',
      '',
      '🔥 Days in a row: 1 (best: 1)',
      '⏳ The next question comes <t:1721574000:R>.',
    ].join('\n'),
    'The day the computers stopped',
    '[See in the article] [Report a problem]',
  ]);
});

test('순서 문제: 번호가 모자라거나 겹치면 기회를 쓰지 않는다', async () => {
  const { user, question } = await openOn('order');
  const write = async (text: string) => {
    const { modal } = await user.click(question, '순서 쓰기');
    return user.submit(modal, { '번호를 순서대로': text });
  };
  const help = ['1부터 3까지 번호를 빠짐없이 한 번씩 써 주세요. (예: 3 2 1)'];
  for (const text of ['1 2', '1 1 2', '2 3 4', '하나 둘', '3 1 2 3']) {
    expect(read((await write(text)).message)).toEqual(help);
  }
  const [, text] = changed(await write('3→1→2'));
  expect(text?.split('\n').slice(0, 7)).toEqual([
    '**🎉 맞았어요!**',
    '',
    '### 일어난 순서대로 놓아 보세요.',
    '✅ 정답: **3 → 1 → 2**',
    '',
    '**3** 업데이트가 나간다',
    '**1** 컴퓨터가 멈춘다',
  ]);
});

test('쓰는 문제: 빈 답은 기회를 쓰지 않고, 쓴 글은 서식 없이 보인다', async () => {
  const { user, question } = await openOn('typed');
  const write = async (text: string) => {
    const { modal } = await user.click(question, '답 쓰기');
    return user.submit(modal, { 답: text });
  };
  for (const blank of ['  ', 'ㅤ', '\u200b', '...']) {
    const { message, ephemeral, updated } = await write(blank);
    expect([read(message), ephemeral, updated]).toEqual([['답을 글자로 적어 주세요.'], true, undefined]);
  }
  const [, text] = changed(await write('**@everyone**'));
  expect(text?.split('\n')[1]).toBe('내 답: \\*\\*\\@everyone\\*\\*');
});

test('철자가 조금 다르면 거의 맞았다고 말한다', async () => {
  const { user, question } = await openOn('typed', 'alex');
  const { modal } = await user.click(question, 'Answer');
  expect(readForm(modal)).toEqual(['Write the answer', '### What has to be deleted?', '[Answer]']);
  const [, text] = changed(await user.submit(modal, { Answer: 'filee' }));
  expect(text?.split('\n').slice(0, 2)).toEqual([
    "**So close! But the spelling wasn't quite right, so it doesn't count.**",
    'Your answer: filee',
  ]);
});

test('한 번 답하면 끝이고, 다시 열면 풀이와 언제 새 문제가 나오는지 보여 준다', async () => {
  const { town, user, question } = await openOn('choice');
  const copy = await ask(town);
  await user.click(question, 'A');
  const done = [
    '오늘 문제는 이미 풀었어요. <t:1721487600:R> 새 문제가 나와요.\n🔥 연속 1일째예요.',
    '오늘의 문제',
    [
      '**🎉 맞았어요!**',
      '',
      '### 컴퓨터는 왜 멈췄나요?',
      '✅ 정답: **A. 업데이트**',
      '',
      '업데이트 하나가 잘못됐어.',
      '',
      '🇧 정전',
      '-# 전기는 멀쩡했어.',
      '🇨 해킹',
      '-# 해킹은 아니었어.',
      '🇩 화재',
      '-# 불은 나지 않았어.',
    ].join('\n'),
    '멈춘 컴퓨터',
    '[연습] [자료에서 보기] [문제 신고]',
  ];
  expect(read(await ask(town))).toEqual(done);
  const again = await user.click(copy, 'A');
  expect(changed(again)).toEqual(read(copy).slice(0, 3));
  expect(read(await again.followUp())).toEqual(done);
});

test('an answer that was saved but whose solution never arrived is told when it is opened again', async () => {
  const { town, user, question } = await openOn('truth', 'alex');
  const saved = { guild_id: village.guild.id, user_id: user.id, day: '2024-07-21', name: 'outage/airports' };
  await writeInto(town, async (db) => {
    await db
      .insertInto('quiz_daily')
      .values({ ...saved, right: 0 })
      .execute();
  });
  const done = [
    "You have already taken today's question. A new one comes <t:1721574000:R>.\n🔥 Days in a row: 1",
    'Question of the day',
    [
      '**Sorry, that is not it.**',
      '',
      '### Airports were hit, too.',
      '✅ Answer: **⭕ True**',
      '',
      'Airports and hospitals were hit badly.',
      '',
      '❌ False',
      '-# Airports were hit badly.',
    ].join('\n'),
    'The day the computers stopped',
    '[Practice] [See in the article] [Report a problem]',
  ];
  const again = await user.click(question, 'True');
  expect(changed(again)).toEqual(read(question).slice(0, 3));
  expect(read(await again.followUp())).toEqual(done);
  expect(read(await ask(town, 'alex'))).toEqual(done);
  expect(town.complaints()).toEqual([]);
});

test('오늘의 문제가 그사이 바뀌었으면 이미 풀었다는 말만 한다', async () => {
  const { town, user, question } = await openOn('choice');
  await user.click(question, 'A');
  await town.restart([{ ...quizPack, quiz: quizPack.quiz.filter(({ id }) => id === 'remedy') }]);
  expect(read(await ask(town))).toEqual([
    '오늘 문제는 이미 풀었어요. <t:1721487600:R> 새 문제가 나와요.\n🔥 연속 1일째예요.',
    '[연습]',
  ]);
});

test('어제의 버튼은 오늘의 문제로 이어진다', async () => {
  const { town, user, question } = await openOn('choice');
  town.wait(24 * 60);
  const late = await user.click(question, 'A');
  expect(changed(late)).toEqual(read(question).slice(0, 3));
  const told = await late.followUp();
  expect(read(told)).toEqual([
    '지난 문제라서 이제 답할 수 없어요. 대신 오늘의 문제를 풀어 보세요.',
    '[오늘의 문제]',
  ]);
  const { message } = await user.click(told, '오늘의 문제');
  expect(read(message)[1]).toContain('### 공항도 피해를 봤어요.');
});

test('a form is not opened for a question that is over', async () => {
  const { town, user, question } = await openOn('typed');
  town.wait(24 * 60);
  const late = await user.click(question, '답 쓰기');
  expect(late.modal).toBeUndefined();
  expect(read(await late.followUp())[0]).toMatch(/^지난 문제라서/);
});

test('a form that is sent after midnight takes no try', async () => {
  const { town, user, question } = await openOn('order');
  const { modal } = await user.click(question, '순서 쓰기');
  town.wait(24 * 60);
  const late = await user.submit(modal, { '번호를 순서대로': '312' });
  expect(read(await late.followUp())[0]).toMatch(/^지난 문제라서/);
  expect(read(await ask(town))[1]).toContain('### 컴퓨터는 왜 멈췄나요?');
});

test('a question that gave way to another on the same day cannot be answered', async () => {
  const { town, user, question } = await openOn('choice');
  const quiz = quizPack.quiz.filter(({ id }) => id === 'remedy');
  await town.restart([{ ...quizPack, quiz }]);
  const late = await user.click(question, 'A');
  expect(read(await late.followUp())[0]).toMatch(/^지난 문제라서/);
});

test('이어 풀면 연속 기록이 늘고, 하루를 거르면 처음부터다', async () => {
  const { town, user, question } = await openOn('choice');
  await user.click(question, 'A');
  town.wait(24 * 60);
  const second = await ask(town);
  expect(read(second)[1]).toContain('-# 🔥 연속 1일째예요. 오늘도 풀면 하루 더 늘어요.');
  expect(changed(await user.click(second, '맞아요'))[1]).toContain('🔥 연속 2일째 (최고 2일)');
  town.wait(3 * 24 * 60);
  const fifth = await ask(town);
  expect(read(fifth)[1]).toContain('틀려도 괜찮아요.');
  expect(changed(await user.click(fifth, 'A'))[1]).toContain('🔥 연속 1일째 (최고 2일)');
});

test('문제가 하나도 없으면 없다고 한다', async () => {
  const town = await openTown();
  expect(read(await ask(town))).toEqual(['지금은 낼 수 있는 문제가 없어요.']);
});

test('기록을 읽지 못하면 그렇게 말하고 로그에 남긴다', async () => {
  const town = await openTown({ packs: [quizPack] });
  await writeInto(town, (db) => db.schema.dropTable('quiz_daily').execute());
  expect(read(await ask(town))).toEqual(['기록을 불러오지 못했어요. 잠시 뒤 다시 해 주세요.']);
  expect(town.complaints()).toEqual(['store-failed']);
});
