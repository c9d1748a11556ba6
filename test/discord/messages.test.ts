import { expect, test } from 'vitest';
import { openTown, read } from '../support/town.ts';

test('멘션하면 그 메시지에 답장한다', async () => {
  const { sandbox, complaints } = await openTown();
  const mina = sandbox.as('mina');
  const said = await mina.say('@먹통 무슨 일이야?');
  const answer = await mina.next({ after: said.id });
  expect(read(answer)).toEqual([
    '무슨 일이 있었던 거야?',
    '컴퓨터가 한꺼번에 멈췄어.',
    '출처: 멈춘 컴퓨터 · 1/12 · 2024-07 기준',
    '[왜 그랬는데?] [누가 피해를 봤어?]',
    '[English] [도움됐어요] [아니에요] [지우기]',
  ]);
  expect(answer.message_reference?.message_id).toBe(said.id);
  expect(answer.mentions).toEqual([]);
  expect(complaints()).toEqual([]);
});

test('a message is answered in the language it is written in', async () => {
  const { sandbox } = await openTown();
  expect(read(await sandbox.as('mina').type('@먹통 What happened?'))[0]).toBe('What happened?');
  expect(read(await sandbox.as('alex').type('무슨 일이야? @먹통'))[0]).toBe('무슨 일이 있었던 거야?');
});

test('DM은 멘션 없이도 답한다', async () => {
  const { sandbox } = await openTown();
  const mina = sandbox.as('mina');
  const answer = await mina.dm('무슨 일이야?');
  expect(read(answer).at(-1)).toBe('[English] [도움됐어요] [아니에요]');
  expect(read((await mina.click(answer, 'English')).updated)[0]).toBe('What happened?');
  const next = await mina.click(answer, 'Why?');
  expect([read(next.message)[0], next.ephemeral]).toEqual(['Why did this happen?', false]);
  expect(read(await mina.dm('더 알려줘'))[0]).toBe('그럼 이제 어떻게 해?');
});

test('봇의 답에 답장하면 그 답에서 이어진다, 오래됐어도', async () => {
  const { sandbox, wait } = await openTown();
  const mina = sandbox.as('mina');
  const answer = await mina.type('@먹통 원인이 뭐야?');
  await mina.type('@먹통 누가 피해를 봤어?');
  wait(60);
  expect(read(await mina.type('그럼 이제 어떻게 해?', { replyTo: answer }))[1]).toBe(
    '파일 하나를 지우면 돼.',
  );
});

test('a reply to an answer that was given to a command goes on from it, too', async () => {
  const { sandbox } = await openTown();
  const { message } = await sandbox.as('mina').command('질문', { 내용: '무슨 일이야?' });
  if (message === undefined) throw new Error('no answer');
  expect(read(await sandbox.as('alex').type('next', { replyTo: message }))[0]).toBe('Why did this happen?');
});

test('an empty mention is answered with three lines', async () => {
  const { sandbox } = await openTown();
  expect(read(await sandbox.as('mina').type('@먹통'))[0]?.split('\n')).toEqual([
    '무엇이 궁금한가요? 저를 멘션하고 질문을 함께 적어 주세요.',
    '</ask> 명령으로 물어봐도 돼요.',
    '다룬 질문은 </topics>에 있어요.',
  ]);
});

test.each([
  ['부호뿐인', '@먹통 ?!?!', '질문을 글로 적어 주세요.'],
  ['너무 긴', `@먹통 ${'가'.repeat(201)}`, '200자까지 물어볼 수 있어요. (지금 201자)'],
  [
    '자료에 없는',
    '@먹통 오늘 점심은?',
    '이 자료에는 없는 내용이에요. </topics>에서 다룬 질문을 볼 수 있어요.',
  ],
])('%s 멘션', async (_, said, answer) => {
  const { sandbox } = await openTown();
  expect(read(await sandbox.as('mina').type(said))).toEqual([answer]);
});

test('several questions that might be meant are offered to whoever wrote', async () => {
  const { sandbox } = await openTown();
  const list = await sandbox.as('mina').type('@먹통 이런 질문이야?');
  expect(read(list)[0]).toBe('혹시 이 질문인가요?');
  const refused = await sandbox.as('alex').click(list, '5번째 질문이야?');
  expect(refused.ephemeral).toBe(true);
  const { updated } = await sandbox.as('mina').click(list, '5번째 질문이야?');
  expect(read(updated).slice(0, 2)).toEqual(['5번째 질문이야?', '5번째 답이야.']);
});

test('nobody is answered who does not speak to the bot', async () => {
  const { sandbox } = await openTown();
  const mina = sandbox.as('mina');
  const answer = await mina.type('@먹통 무슨 일이야?');
  await mina.say('무슨 일이야?');
  await mina.say('@alex 무슨 일이야?');
  await mina.say('원인이 뭐야?', { replyTo: answer, ping: false });
  // The answer to what is said last is the next that is written: there is none in between.
  const last = await mina.say('@먹통 누가 피해를 봤어?');
  expect(read(await mina.next({ after: answer.id }))[0]).toBe('누가 피해를 봤어?');
  expect((await mina.next({ after: answer.id })).message_reference?.message_id).toBe(last.id);
});

test('whoever asks too much gets a single hourglass', async () => {
  const { sandbox, wait } = await openTown();
  const mina = sandbox.as('mina');
  for (const question of ['무슨 일이야?', '원인이 뭐야?', '누가 피해를 봤어?'])
    await mina.type(`@먹통 ${question}`);
  const fourth = await mina.say('@먹통 무슨 일이야?');
  const marked = await mina.watchUntil(fourth, ({ reactions = [] }) => reactions.length > 0);
  expect(marked.reactions?.map(({ emoji, count }) => [emoji.name, count])).toEqual([['⏳', 1]]);
  const fifth = await mina.say('@먹통 무슨 일이야?');
  // Messages are taken in the order in which they are written: with this one answered, the fifth has been seen.
  await sandbox.as('alex').type('@먹통 What happened?');
  expect(mina.see(fifth)?.reactions ?? []).toEqual([]);
  wait(0.2);
  expect(read(await mina.type('@먹통 원인이 뭐야?'))[0]).toBe('왜 이런 일이 벌어진 거야?');
});

test('where the bot may not write, it is silent and goes on', async () => {
  const { sandbox, complaints } = await openTown();
  const mod = sandbox.as('mod');
  const channel = sandbox.world.channel('놀이터');
  const bot = { id: sandbox.world.bot.id, type: 1, allow: '0', deny: String(1 << 11) } as const;
  channel?.overwrites.push(bot);
  await mod.say('@먹통 무슨 일이야?', { channel: '놀이터' });
  expect(read(await mod.type('@먹통 원인이 뭐야?', { channel: '광장' }))[0]).toBe(
    '왜 이런 일이 벌어진 거야?',
  );
  await expect.poll(complaints).toEqual(['message-not-answered']);
});

test('where the bot may not show embeds, it answers in plain text', async () => {
  const { sandbox } = await openTown();
  const channel = sandbox.world.channel('놀이터');
  const bot = { id: sandbox.world.bot.id, type: 1, allow: '0', deny: String(1 << 14) } as const;
  channel?.overwrites.push(bot);
  const answer = await sandbox.as('mina').type('@먹통 무슨 일이야?', { channel: '놀이터' });
  expect(read(answer)[0]).toBe(
    '**무슨 일이 있었던 거야?**\n\n컴퓨터가 한꺼번에 멈췄어.\n\n출처: 멈춘 컴퓨터 · 1/12 · 2024-07 기준',
  );
});
