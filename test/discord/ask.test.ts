import { expect, test } from 'vitest';
import { lateSearch } from '../../src/search/late.ts';
import { outage } from '../support/pack.ts';
import { wordSearch } from '../support/search.ts';
import { openTown, read } from '../support/town.ts';

const first = [
  '무슨 일이 있었던 거야?',
  '컴퓨터가 한꺼번에 멈췄어.',
  '출처: 멈춘 컴퓨터 · 1/12 · 2024-07 기준',
  '[왜 그랬는데?] [누가 피해를 봤어?]',
];

test('/질문에 채널에서 바로 답한다', async () => {
  const { sandbox, complaints } = await openTown();
  const { message, ephemeral } = await sandbox.as('mina').command('질문', { 내용: '무슨 일이야?' });
  expect(read(message)).toEqual([...first, '[English] [도움됐어요] [아니에요] [지우기]']);
  expect(ephemeral).toBe(false);
  expect(complaints()).toEqual([]);
});

test('what is asked before the search is built waits for it; what needs no search does not', async () => {
  const built = Promise.withResolvers<void>();
  const { sandbox, complaints } = await openTown({
    search: (packs) => lateSearch(packs, () => built.promise.then(() => wordSearch(packs))),
  });
  const mina = sandbox.as('mina');
  let isAnswered = false;
  const answer = mina.command('질문', { 내용: '무슨 일이야?' }).finally(() => {
    isAnswered = true;
  });
  const suggestions = mina.autocomplete('질문', '내용', '무슨');
  const meaning = mina.command('용어', { 낱말: '블루스크린' });
  expect(read((await mina.command('목차')).message)[0]).toBe('멈춘 컴퓨터');
  expect(isAnswered).toBe(false);
  built.resolve();
  expect(read((await answer).message)).toEqual([...first, '[English] [도움됐어요] [아니에요] [지우기]']);
  expect((await suggestions).length).toBeGreaterThan(0);
  expect(read((await meaning).message)[0]).toBe('블루스크린');
  expect(complaints()).toEqual([]);
});

test('a search that cannot be built is told like any other fault', async () => {
  const { sandbox, complaints } = await openTown({
    search: (packs) => lateSearch(packs, () => Promise.reject(new Error('broken'))),
  });
  const { message } = await sandbox.as('mina').command('질문', { 내용: '무슨 일이야?' });
  expect(read(message)[0]).toMatch(/^문제가 생겼어요/);
  expect(complaints()).toEqual(['not-warmed-up', 'handler-failed']);
});

test('the bot connects with two intents, neither of which is privileged', async () => {
  const { sandbox } = await openTown();
  expect(sandbox.gateway.sessions.map(({ intents }) => intents)).toEqual([(1 << 9) | (1 << 12)]);
});

test('whoever uses Discord in another language is answered in English', async () => {
  const { sandbox } = await openTown();
  const { message } = await sandbox.as('alex').command('ask', { question: '무슨 일이야?' });
  expect(read(message)).toEqual([
    'What happened?',
    'Computers stopped all at once.',
    'Source: The day the computers stopped · 1/12 · as of 2024-07',
    '[Why?] [Who was hit?]',
    '[한국어] [Helpful] [Not helpful] [Delete]',
  ]);
});

test('the option of the command decides on the language', async () => {
  const { sandbox } = await openTown();
  const { message } = await sandbox.as('alex').command('ask', { question: 'What happened?', language: 'ko' });
  expect(read(message)[0]).toBe('무슨 일이 있었던 거야?');
});

test('나만보기로 물으면 나에게만 보이고, 공개할 수 있다', async () => {
  const { sandbox } = await openTown();
  const mina = sandbox.as('mina');
  const { message, ephemeral } = await mina.command('질문', { 내용: '무슨 일이야?', 나만보기: true });
  expect(ephemeral).toBe(true);
  expect(sandbox.as('alex').visibleMessages()).toEqual([]);
  if (message === undefined) throw new Error('no answer');

  const outcome = await mina.click(message, '공개');
  expect(read(outcome.updated).at(-1)).toBe('[English] [도움됐어요] [아니에요] (공개)');
  await outcome.followUp();
  expect(sandbox.as('alex').visibleMessages().map(read)).toEqual([
    [...first, '[English] [도움됐어요] [아니에요] [지우기]'],
  ]);
});

test('자동 완성에서 고른 질문은 그 질문의 답이 된다', async () => {
  const { sandbox } = await openTown();
  const mina = sandbox.as('mina');
  const choices = await mina.autocomplete('질문', '내용', '누가');
  expect(choices).toEqual([{ name: '누가 피해를 봤어?', value: 'outage:who-was-hit' }]);
  const { message } = await mina.command('질문', { 내용: 'outage:who-was-hit' });
  expect(read(message)[1]).toBe('공항과 병원이 크게 당했어.');
});

test('before anything is typed, the follow-ups of the last answer are on offer', async () => {
  const { sandbox } = await openTown();
  const alex = sandbox.as('alex');
  expect(await alex.autocomplete('ask', 'question', '')).toEqual([]);
  await alex.command('ask', { question: 'What happened?' });
  expect(await alex.autocomplete('ask', 'question', '')).toEqual([
    { name: '📌 Why did this happen?', value: 'outage:why-it-happened' },
    { name: '📌 Who was hit?', value: 'outage:who-was-hit' },
  ]);
});

test('a value that names a pair that is gone says so; one of no pack is a question like any other', async () => {
  const { sandbox } = await openTown();
  const gone = await sandbox.as('mina').command('질문', { 내용: 'outage:gone' });
  expect([read(gone.message), gone.ephemeral]).toEqual([['자료가 바뀌어 더는 볼 수 없어요.'], true]);
  const typed = await sandbox.as('mina').command('질문', { 내용: 'aws:azure' });
  expect([read(typed.message), typed.ephemeral]).toEqual([
    ['이 자료에는 없는 내용이에요. </topics>에서 다룬 질문을 볼 수 있어요.'],
    true,
  ]);
});

test('비슷한 질문이 여럿이면 고르게 하고, 고르면 그 자리가 답이 된다', async () => {
  const { sandbox } = await openTown();
  const mina = sandbox.as('mina');
  const { message } = await mina.command('질문', { 내용: '이런 질문이야?' });
  if (message === undefined) throw new Error('no answer');
  expect(read(message)).toEqual([
    '혹시 이 질문인가요?',
    '[왜 이런 일이 벌어진 거야?]',
    '[5번째 질문이야?]',
    '[6번째 질문이야?]',
    '[이 중에 없어요]',
  ]);
  const { updated } = await mina.click(message, '왜 이런 일이 벌어진 거야?');
  expect(read(updated).slice(0, 2)).toEqual([
    '왜 이런 일이 벌어진 거야?',
    '업데이트 하나가 잘못됐어.\n\n그게 다야.',
  ]);
  const next = await mina.command('질문', { 내용: '더 알려줘' });
  expect(read(next.message)[0]).toBe('그럼 이제 어떻게 해?');
});

test('앞 질문이 있어야 하는 질문은 목록에서 고른다', async () => {
  const { sandbox } = await openTown();
  const mina = sandbox.as('mina');
  const { message } = await mina.command('질문', { 내용: '그럼 이제 어떻게 해?', 나만보기: true });
  if (message === undefined) throw new Error('no answer');
  expect(read(message)).toEqual(['혹시 이 질문인가요?', '<그럼 이제 어떻게 해?>', '[이 중에 없어요]']);
  const { updated } = await mina.select(message, '그럼 이제 어떻게 해?');
  expect(read(updated)).toEqual([
    '그럼 이제 어떻게 해?',
    '파일 하나를 지우면 돼.',
    '출처: 멈춘 컴퓨터 · 3/12 · 2024-07 기준',
    '[English] [도움됐어요] [아니에요] [공개]',
  ]);
});

test('none of the offered questions', async () => {
  const { sandbox } = await openTown();
  const mina = sandbox.as('mina');
  const { message } = await mina.command('질문', { 내용: '이런 질문이야?' });
  if (message === undefined) throw new Error('no answer');
  const { updated } = await mina.click(message, '이 중에 없어요');
  expect(read(updated)).toEqual(['이 자료에는 없는 내용이에요. </topics>에서 다룬 질문을 볼 수 있어요.']);
});

test('the list of another member is not for choosing', async () => {
  const { sandbox } = await openTown();
  const mina = sandbox.as('mina');
  const { message } = await mina.command('질문', { 내용: '이런 질문이야?' });
  if (message === undefined) throw new Error('no answer');
  const { message: notice, ephemeral, updated } = await sandbox.as('alex').click(message, '5번째 질문이야?');
  expect(read(notice)).toEqual([`This button belongs to <@${mina.id}>. You can ask with </ask> yourself.`]);
  expect([ephemeral, updated]).toEqual([true, undefined]);
});

test('a list of suggestions can be used for five minutes', async () => {
  const { sandbox, wait } = await openTown();
  const mina = sandbox.as('mina');
  const { message } = await mina.command('질문', { 내용: '이런 질문이야?' });
  if (message === undefined) throw new Error('no answer');
  wait(5.1);
  const outcome = await mina.click(message, '5번째 질문이야?');
  expect(read(outcome.updated)).toEqual(['혹시 이 질문인가요?']);
  expect(read(await outcome.followUp())).toEqual(['시간이 지나 선택할 수 없어요. 다시 물어봐 주세요.']);
  expect(sandbox.as('alex').visibleMessages()).toHaveLength(1);
});

test('whoever asks too much has to wait', async () => {
  const { sandbox, wait } = await openTown();
  const mina = sandbox.as('mina');
  const ask = (content: string) => mina.command('질문', { 내용: content });
  for (const question of ['무슨 일이야?', '원인이 뭐야?', '누가 피해를 봤어?']) await ask(question);
  const { message, ephemeral } = await ask('무슨 일이야?');
  expect(read(message)).toEqual(['10초 뒤에 다시 해 주세요.']);
  expect(ephemeral).toBe(true);
  wait(0.2);
  expect(read((await ask('무슨 일이야?')).message)[0]).toBe(first[0]);
});

test('what the channel has just been told, the next one to ask is told alone', async () => {
  const { sandbox, wait } = await openTown();
  await sandbox.as('mina').command('질문', { 내용: '무슨 일이야?' });
  const again = await sandbox.as('alex').command('ask', { question: 'What happened?' });
  expect([read(again.message)[0], again.ephemeral]).toEqual(['What happened?', true]);
  wait(0.2);
  expect((await sandbox.as('alex').command('ask', { question: 'What happened?' })).ephemeral).toBe(false);
});

test('글자 없이 부호만 물으면 글로 적어 달라고 한다', async () => {
  const { sandbox } = await openTown();
  const { message, ephemeral } = await sandbox.as('mina').command('질문', { 내용: '?!?!' });
  expect([read(message), ephemeral]).toEqual([['질문을 글로 적어 주세요.'], true]);
});

test('자판을 바꿔 친 것은 고쳐 찾고, 채널에는 무엇을 쳤는지 밝히지 않는다', async () => {
  const { sandbox } = await openTown();
  const mina = sandbox.as('mina');
  const shown = await mina.command('질문', { 내용: 'dho 이런' });
  expect(read(shown.message)[1]).toBe(
    '업데이트 하나가 잘못됐어.\n\n그게 다야.\n\n-# 가장 가까운 설명을 골랐어요. 물어보신 것과 다를 수 있어요.\n' +
      '-# 한/영 키를 바꿔 읽고 찾았어요.',
  );
  const alone = await mina.command('질문', { 내용: 'dho 이런', 나만보기: true });
  expect(read(alone.message)[1]?.split('\n').at(-1)).toBe("-# 'dho'를 '왜'로 바꿔 찾았어요.");
});

test('a question about one of two articles is answered from it', async () => {
  const other = { ...outage, id: 'other', title: '둘째 자료' };
  const { sandbox } = await openTown({ packs: [outage, other] });
  const { message } = await sandbox.as('mina').command('질문', { 내용: '무슨 일이야?', 자료: '둘째 자료' });
  expect(read(message)[2]).toBe('출처: 둘째 자료 · 1/12 · 2024-07 기준');
});
