import { expect, test } from 'vitest';
import { openTable, press, there, writeAnswer } from '../support/quizTable.ts';
import { read } from '../support/town.ts';

test('문제가 열려 있는 동안 그 채널에서는 그 설명을 볼 수 없고, 마감하면 볼 수 있다', async () => {
  const { mina, alex, mod, last, pass, wake } = await openTable();
  const topics = there((await mina.command('목차')).message);
  await mina.command('퀴즈', { 할일: 'start', 문제수: 3 });
  await wake();
  await press(alex, last(), '참가');
  await pass(5);
  const question = last();
  // For Mina's cooldown, who began the quiz.
  await pass(5);
  const asked = await alex.command('ask', { question: '무슨 일이 있었던 거야?' });
  expect([read(asked.message), asked.replies.length]).toEqual([
    ['That could give away a quiz question that is open right now. Please try again once it is over.'],
    1,
  ]);
  const picked = await mina.command('질문', { 내용: 'outage:what-happened', 나만보기: true });
  expect(read(picked.message)).toEqual([
    '지금 나와 있는 퀴즈 문제에 힌트가 될 수 있어요. 그 문제가 끝난 뒤에 다시 해 주세요.',
  ]);
  const listed = await mina.select(topics, '1. 무슨 일이 있었던 거야?');
  expect([read(listed.message), listed.ephemeral]).toEqual([
    ['지금 나와 있는 퀴즈 문제에 힌트가 될 수 있어요. 그 문제가 끝난 뒤에 다시 해 주세요.'],
    true,
  ]);
  expect(read(await mina.type('@먹통 무슨 일이 있었던 거야?'))).toEqual([
    '지금 나와 있는 퀴즈 문제에 힌트가 될 수 있어요. 그 문제가 끝난 뒤에 다시 해 주세요.',
  ]);
  expect(read(await mina.dm('무슨 일이 있었던 거야?'))[0]).toEqual('무슨 일이 있었던 거야?');
  const other = await mod.command('질문', { 내용: '원인이 뭐야?', 나만보기: true });
  expect(read(other.message)[0]).toEqual('왜 이런 일이 벌어진 거야?');

  await writeAnswer(mina, question, '312');
  await writeAnswer(alex, question, '123');
  await pass(1);
  const shown = await mod.click(question, '자료에서 보기');
  expect([read(shown.message)[0], shown.ephemeral]).toEqual(['무슨 일이 있었던 거야?', true]);
});
