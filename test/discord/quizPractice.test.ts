import { expect, test } from 'vitest';
import { quizPack } from '../support/quizPack.ts';
import { readForm } from '../support/quizTable.ts';
import { openTown, read, type Town } from '../support/town.ts';

/** The test pack with one question alone. */
function only(id: string) {
  return { ...quizPack, quiz: quizPack.quiz.filter((question) => question.id === id) };
}

async function practise({ sandbox }: Town, name = 'mina') {
  const { message, ephemeral } = await sandbox.as(name).command('quiz', { do: 'practice' });
  if (message === undefined) throw new Error('no message');
  expect(ephemeral).toBe(true);
  return message;
}

test('문제, 힌트, 풀이가 한 자리에서 이어진다', async () => {
  const town = await openTown({ packs: [only('cause')] });
  const user = town.sandbox.as('mina');
  const question = await practise(town);
  const lines = ['### 컴퓨터는 왜 멈췄나요?', '🇦 해킹', '🇧 정전', '🇨 화재', '🇩 업데이트', ''];
  expect(read(question)).toEqual([
    '연습',
    [...lines, '-# 복습할 문제 0개 · 아직 연습하지 않은 문제 1개 · 익힌 문제 0개'].join('\n'),
    '멈춘 컴퓨터',
    '[A] [B] [C] [D]',
    '[힌트]',
  ]);
  const { updated: hinted } = await user.click(question, '힌트');
  expect(read(hinted)).toEqual([
    '연습',
    [...lines, '💡 고치려다 생긴 일이에요.'].join('\n'),
    '멈춘 컴퓨터',
    '[A] [B] [C] [D]',
  ]);
  if (hinted === undefined) throw new Error('no hint');
  const { updated: solved } = await user.click(hinted, 'D');
  expect(read(solved)).toEqual([
    '연습',
    [
      '**🎉 맞았어요!**',
      '',
      '### 컴퓨터는 왜 멈췄나요?',
      '✅ 정답: **D. 업데이트**',
      '',
      '업데이트 하나가 잘못됐어.',
      '',
      '🇦 해킹',
      '-# 해킹은 아니었어.',
      '🇧 정전',
      '-# 전기는 멀쩡했어.',
      '🇨 화재',
      '-# 불은 나지 않았어.',
      '',
      '🔁 이 문제는 <t:1721563200:R> 다시 나와요.',
    ].join('\n'),
    '멈춘 컴퓨터',
    '[다음 문제] [자료에서 보기] [문제 신고]',
  ]);
  expect(town.complaints()).toEqual([]);
});

test('in English, and with the explanation of the article a press away', async () => {
  const town = await openTown({ packs: [only('airports')] });
  const user = town.sandbox.as('alex');
  const question = await practise(town, 'alex');
  expect(read(question)).toEqual([
    'Practice',
    '### Airports were hit, too.\n\n-# To review: 0 · not practised yet: 1 · known: 0',
    'The day the computers stopped',
    '[True] [False]',
  ]);
  const { updated } = await user.click(question, 'False');
  expect(read(updated)).toEqual([
    'Practice',
    [
      '**Sorry, that is not it.**',
      'Your answer: ❌ False',
      '',
      '### Airports were hit, too.',
      '✅ Answer: **⭕ True**',
      '',
      'Airports and hospitals were hit badly.',
      '',
      '❌ False',
      '-# Airports were hit badly.',
      '',
      '🔁 This question comes again <t:1721476800:R>.',
    ].join('\n'),
    'The day the computers stopped',
    '[Next question] [See in the article] [Report a problem]',
  ]);
  if (updated === undefined) throw new Error('no solution');
  const { message, ephemeral } = await user.click(updated, 'See in the article');
  expect([read(message)[0], ephemeral]).toEqual(['Who was hit?', true]);
});

test('쓰는 문제는 창에 답을 쓴다', async () => {
  const town = await openTown({ packs: [only('remedy')] });
  const user = town.sandbox.as('mina');
  const question = await practise(town);
  const write = async (text: string) => {
    const { modal } = await user.click(question, '답 쓰기');
    expect(readForm(modal)).toEqual(['답 쓰기', '### 무엇을 지워야 하나요?', '[답]']);
    return user.submit(modal, { 답: text });
  };
  for (const blank of [' ', 'ㅤ'])
    expect(read((await write(blank)).message)).toEqual(['답을 글자로 적어 주세요.']);
  const [, text] = read((await write('파일이요')).updated);
  expect(text?.split('\n').slice(0, 4)).toEqual([
    '**🎉 맞았어요!**',
    '',
    '### 무엇을 지워야 하나요?',
    '✅ 정답: **파일**',
  ]);
});

test('순서 문제는 번호를 쓴다', async () => {
  const town = await openTown({ packs: [only('course')] });
  const user = town.sandbox.as('mina');
  const question = await practise(town);
  expect(read(question)[1]?.split('\n').slice(1, 4)).toEqual([
    '**1** 컴퓨터가 멈춘다',
    '**2** 파일을 지운다',
    '**3** 업데이트가 나간다',
  ]);
  const write = async (text: string) => {
    const { modal } = await user.click(question, '순서 쓰기');
    expect(readForm(modal)).toEqual([
      '순서 쓰기',
      [
        '### 일어난 순서대로 놓아 보세요.',
        '**1** 컴퓨터가 멈춘다',
        '**2** 파일을 지운다',
        '**3** 업데이트가 나간다',
      ].join('\n'),
      '[번호를 순서대로]',
    ]);
    return user.submit(modal, { '번호를 순서대로': text });
  };
  expect(read((await write('3 1')).message)[0]).toMatch(/^1부터 3까지/);
  const [, text] = read((await write('2, 1, 3')).updated);
  expect(text?.split('\n').slice(0, 2)).toEqual(['**아쉽지만 아니에요.**', '내 답: 2 → 1 → 3']);
});

test('다음 문제는 방금 푼 것이 아니고, 같은 자리에 나온다', async () => {
  const quiz = quizPack.quiz.filter(({ kind }) => kind === 'choice' || kind === 'truth');
  const town = await openTown({ packs: [{ ...quizPack, quiz }] });
  const user = town.sandbox.as('mina');
  const asked: (string | undefined)[] = [];
  let shown = await practise(town);
  for (let turn = 0; turn < 4; turn += 1) {
    asked.push(read(shown)[1]?.split('\n')[0]);
    const { updated: solved } = await user.click(
      shown,
      read(shown)[3] === '[맞아요] [아니에요]' ? '맞아요' : 'A',
    );
    if (solved === undefined) throw new Error('no solution');
    const { updated: next } = await user.click(solved, '다음 문제');
    if (next === undefined) throw new Error('no question');
    shown = next;
  }
  expect(new Set(asked.slice(0, 2)).size).toBe(2);
  expect(asked.slice(2)).toEqual(asked.slice(0, 2));
  expect(read(shown)[1]).toMatch(/-# 복습할 문제 0개 · 아직 연습하지 않은 문제 0개 · 익힌 문제 2개$/);
});

test('두 번째 답은 기록하지 않고, 그렇다고 말한다', async () => {
  const town = await openTown({ packs: [only('airports')] });
  const user = town.sandbox.as('mina');
  const [first, second] = [await practise(town), await practise(town)];
  await user.click(first, '맞아요');
  const { updated } = await user.click(second, '아니에요');
  expect(read(updated)[1]?.split('\n').at(-1)).toBe('-# 조금 전에 푼 문제라서 이번 답은 기록하지 않았어요.');
});

test('자료가 바뀌어 없어진 문제는 더는 풀 수 없다', async () => {
  const town = await openTown({ packs: [only('cause')] });
  const user = town.sandbox.as('mina');
  const question = await practise(town);
  await town.restart([only('airports')]);
  const gone = await user.click(question, 'A');
  expect(read(gone.updated).slice(-1)).toEqual(['멈춘 컴퓨터']);
  expect(read(await gone.followUp())).toEqual(['자료가 바뀌어 더는 볼 수 없어요.']);
});

test('문제가 하나도 없으면 없다고 한다', async () => {
  const town = await openTown();
  expect(read(await practise(town))).toEqual(['지금은 낼 수 있는 문제가 없어요.']);
});
