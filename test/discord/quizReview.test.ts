import { expect, test } from 'vitest';
import { quizPack } from '../support/quizPack.ts';
import { giveAnswers } from '../support/quizRecords.ts';
import { openTown, read, type Town } from '../support/town.ts';

const mina = '1261000000000000031';
const alex = '1261000000000000032';

async function review({ sandbox }: Town, name = 'mina') {
  const { message, ephemeral } = await sandbox.as(name).command('quiz', { do: 'review' });
  if (message === undefined) throw new Error('no message');
  expect(ephemeral).toBe(true);
  return message;
}

const wrong = (...ids: string[]) => ids.map((id) => ({ name: `outage/${id}`, right: false }));

test('틀린 문제를 하나씩, 나중에 틀린 것부터 넘겨 본다', async () => {
  const town = await openTown({ packs: [quizPack] });
  await giveAnswers(town, mina, [
    ...wrong('remedy', 'airports', 'cause'),
    { name: 'outage/course', right: true },
  ]);
  const user = town.sandbox.as('mina');
  const first = await review(town);
  expect(read(first)).toEqual([
    '복습 1/3',
    [
      '### 컴퓨터는 왜 멈췄나요?',
      '✅ 정답: **A. 업데이트**',
      '',
      '업데이트 하나가 잘못됐어.',
      '',
      '🇧 해킹',
      '-# 해킹은 아니었어.',
      '🇨 정전',
      '-# 전기는 멀쩡했어.',
      '🇩 화재',
      '-# 불은 나지 않았어.',
    ].join('\n'),
    '멈춘 컴퓨터',
    '(이전) [다음]',
    '[자료에서 보기] [문제 신고]',
  ]);
  const { updated: second } = await user.click(first, '다음');
  if (second === undefined) throw new Error('no page');
  expect([read(second)[0], read(second)[3]]).toEqual(['복습 2/3', '[이전] [다음]']);
  const { updated: third } = await user.click(second, '다음');
  expect(read(third)).toEqual([
    '복습 3/3',
    '### 무엇을 지워야 하나요?\n✅ 정답: **파일**\n\n파일 하나를 지우면 돼.',
    '멈춘 컴퓨터',
    '[이전] (다음)',
    '[자료에서 보기] [문제 신고]',
  ]);
  expect(town.complaints()).toEqual([]);
});

test('an order is shown as it is right, and one question needs no pages', async () => {
  const town = await openTown({ packs: [quizPack] });
  await giveAnswers(town, alex, wrong('course'));
  const [title, text, , ...buttons] = read(await review(town, 'alex'));
  expect([title, ...buttons]).toEqual(['Review 1 of 1', '[See in the article] [Report a problem]']);
  expect(text?.split('\n').slice(1, 4)).toEqual([
    '✅ Answer: **1 → 2 → 3**',
    '',
    expect.stringMatching(/^\*\*1\*\* /),
  ]);
});

test('틀린 문제가 없으면 연습으로 이어진다', async () => {
  const town = await openTown({ packs: [quizPack] });
  const nothing = await review(town);
  expect(read(nothing)).toEqual([
    '틀린 채로 남아 있는 문제가 없어요. 퀴즈에서 틀린 문제는 여기에 모여요.',
    '[연습]',
  ]);
  const { message, ephemeral } = await town.sandbox.as('mina').click(nothing, '연습');
  expect([read(message)[0], ephemeral]).toEqual(['연습', true]);
});

test('what a pack has no more is left out, and a page that is gone gives way to the last', async () => {
  const town = await openTown({ packs: [quizPack] });
  await giveAnswers(town, mina, wrong('remedy', 'airports', 'cause'));
  const first = await review(town);
  const { updated: second } = await town.sandbox.as('mina').click(first, '다음');
  if (second === undefined) throw new Error('no page');
  const quiz = quizPack.quiz.filter(({ id }) => id === 'cause' || id === 'remedy');
  await town.restart([{ ...quizPack, quiz }]);
  const { updated } = await town.sandbox.as('mina').click(second, '다음');
  expect(read(updated)[0]).toBe('복습 2/2');
});
