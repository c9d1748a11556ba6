import { type APIMessage, ChannelType, PermissionFlagsBits as Flags } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { createPictures } from '../../src/pictures/pictures.ts';
import { giveScores } from '../support/quizRecords.ts';
import { people, postedIn, there } from '../support/quizTable.ts';
import { openTown, read, type Town, type TownOptions } from '../support/town.ts';

const first = [
  '무슨 일이 있었던 거야?',
  '컴퓨터가 한꺼번에 멈췄어.',
  '출처: 멈춘 컴퓨터 · 1/12 · 2024-07 기준',
  '[왜 그랬는데?] [누가 피해를 봤어?]',
];
const mark = '1261000000000000021';
const lacksKo = `<#${mark}>에서 이렇게 하려면 본인에게도 **메시지 보내기** 권한이 있어야 해요.`;
const lacksEn = `To do that in <#${mark}>, you need **Send Messages** there yourself.`;

function silence({ sandbox }: Town, name: string, channel = '광장'): void {
  sandbox.world.overwrite(channel, name, { deny: Flags.SendMessages });
}

/** A town in which some may not write in the first channel. */
async function openSilent(names: readonly string[], options: TownOptions = {}): Promise<Town> {
  const town = await openTown(options);
  for (const name of names) silence(town, name);
  return town;
}

function rowOf(message: APIMessage | undefined): string | undefined {
  return read(message).at(-1);
}

describe('whoever may not write in a channel is answered alone', () => {
  test('/질문에는 나만 보는 답이 오고, 공개 단추가 없다', async () => {
    const town = await openSilent(['mina', 'alex']);
    const { message, ephemeral } = await town.sandbox.as('mina').command('질문', { 내용: '무슨 일이야?' });
    expect([read(message), ephemeral]).toEqual([[...first, '[English] [도움됐어요] [아니에요]'], true]);
    const picked = await town.sandbox.as('alex').command('ask', { question: 'outage:who-was-hit' });
    expect([rowOf(picked.message), picked.ephemeral]).toEqual(['[한국어] [Helpful] [Not helpful]', true]);
    expect([postedIn(town), town.complaints()]).toEqual([[], []]);
  });

  test('다른 사람이 받을 답을 막지 않는다', async () => {
    const town = await openSilent(['mina']);
    await town.sandbox.as('mina').command('질문', { 내용: '무슨 일이야?' });
    const { ephemeral } = await town.sandbox.as('mod').command('질문', { 내용: '무슨 일이야?' });
    expect(ephemeral).toBe(false);
  });

  test('혹시 하고 묻는 목록도 나만 본다', async () => {
    const town = await openSilent(['mina']);
    const { sandbox } = town;
    const { message, ephemeral } = await sandbox.as('mina').command('질문', { 내용: '벌어진 질문이야' });
    expect([read(message)[0], ephemeral]).toEqual(['혹시 이 질문인가요?', true]);
    const { updated } = await sandbox.as('mina').click(there(message), '왜 이런 일이 벌어진 거야?');
    expect([rowOf(updated), postedIn(town)]).toEqual(['[English] [도움됐어요] [아니에요]', []]);
  });

  test('모두가 보는 목록에서 고르면 그 목록은 그대로이고, 답은 나만 본다', async () => {
    const town = await openTown();
    const mina = town.sandbox.as('mina');
    const { message } = await mina.command('질문', { 내용: '벌어진 질문이야' });
    silence(town, 'mina');
    const before = postedIn(town).map(read);
    const picked = await mina.click(there(message), '왜 이런 일이 벌어진 거야?');
    expect([read(picked.message)[0], picked.ephemeral]).toEqual(['왜 이런 일이 벌어진 거야?', true]);
    expect(postedIn(town).map(read)).toEqual(before);
  });

  test('/타임라인도, 그리는 데 오래 걸려도 나만 본다', async () => {
    const { promise, resolve } = Promise.withResolvers<Uint8Array>();
    const town = await openSilent(['mina'], { pictures: createPictures(() => promise) });
    const seen: number[] = [];
    town.sandbox.watch((event) => {
      if (event.type !== 'messageCreate') return;
      seen.push(event.post.message.flags ?? 0);
      resolve(new TextEncoder().encode('a picture'));
    });
    const { message, ephemeral } = await town.sandbox.as('mina').command('타임라인');
    expect([read(message)[0], rowOf(message), ephemeral]).toEqual(['타임라인', '[English]', true]);
    expect([seen.length, postedIn(town)]).toEqual([1, []]);
  });

  test('이어지는 질문을 누르면 답을 나만 본다', async () => {
    const town = await openSilent(['mina']);
    const { message } = await town.sandbox.as('alex').command('ask', { question: '무슨 일이야?' });
    const next = await town.sandbox.as('mina').click(there(message), 'Who was hit?');
    expect([read(next.message)[0], rowOf(next.message), next.ephemeral]).toEqual([
      '누가 피해를 봤어?',
      '[English] [도움됐어요] [아니에요]',
      true,
    ]);
    const copy = await town.sandbox.as('mina').click(there(message), '한국어');
    expect([rowOf(copy.message), copy.ephemeral]).toEqual(['[English] [도움됐어요] [아니에요]', true]);
    expect(postedIn(town)).toHaveLength(1);
  });

  test('목차에서 연 답과 메시지 메뉴의 답에도 공개 단추가 없다', async () => {
    const town = await openTown();
    const { sandbox } = town;
    const written = await sandbox.as('alex').say('무슨 일이야?');
    silence(town, 'mina');
    const mina = sandbox.as('mina');
    const { message: topics } = await mina.command('목차');
    const opened = await mina.select(there(topics), '4. 누가 피해를 봤어?');
    expect(rowOf(opened.message)).toBe('[English] [도움됐어요] [아니에요]');
    const answered = await mina.messageCommand('이 메시지에 답하기', written);
    expect(rowOf(answered.message)).toBe('[English] [도움됐어요] [아니에요]');
  });

  test('in a DM everything is as before', async () => {
    const town = await openSilent(['mina']);
    const { message } = await town.sandbox
      .as('mina')
      .command('질문', { 내용: '무슨 일이야?' }, { channel: 'dm' });
    expect(rowOf(message)).toBe('[English] [도움됐어요] [아니에요]');
  });
});

describe('an old button for sharing says what is missing', () => {
  test('under an answer', async () => {
    const town = await openTown();
    const [mina, alex] = [town.sandbox.as('mina'), town.sandbox.as('alex')];
    const ko = await mina.command('질문', { 내용: '무슨 일이야?', 나만보기: true });
    const en = await alex.command('ask', { question: '무슨 일이야?', private: true });
    for (const name of ['mina', 'alex']) silence(town, name);
    const told = [await mina.click(there(ko.message), '공개'), await alex.click(there(en.message), 'Share')];
    expect(told.map(({ message }) => read(message))).toEqual([[lacksKo], [lacksEn]]);
    expect([told.map(({ ephemeral }) => ephemeral), postedIn(town)]).toEqual([[true, true], []]);
  });

  test('under a leaderboard, which has none from then on', async () => {
    const town = await openTown();
    await giveScores(town, [{ user: people.mina, points: 12 }]);
    const mina = town.sandbox.as('mina');
    const { message } = await mina.command('퀴즈', { 할일: 'leaderboard' });
    expect(rowOf(message)).toBe('[공개] [순위에서 빼기]');
    silence(town, 'mina');
    const { message: told, ephemeral } = await mina.click(there(message), '공개');
    expect([read(told), ephemeral]).toEqual([[lacksKo], true]);
    const { updated } = await mina.click(there(message), '오늘');
    expect([rowOf(updated), postedIn(town)]).toEqual(['[순위에서 빼기]', []]);
  });

  test('under the result of a season', async () => {
    const town = await openTown();
    await giveScores(town, [{ user: people.mina, points: 12 }]);
    town.wait(1);
    const mod = town.sandbox.as('mod');
    const { message } = await mod.command('퀴즈', { 할일: 'leaderboard' });
    const { updated: asked } = await mod.click(there(message), '시즌 닫기');
    const { updated: closed } = await mod.click(there(asked), '네, 닫을게요');
    expect(rowOf(closed)).toBe('[채널에 게시] [순위 보기]');
    silence(town, 'mod');
    const { message: told } = await mod.click(there(closed), '채널에 게시');
    expect([read(told), postedIn(town)]).toEqual([[lacksKo], []]);
  });

  test('a season that is closed where one may not write is not to be posted there', async () => {
    const town = await openTown();
    await giveScores(town, [{ user: people.mina, points: 12 }]);
    town.wait(1);
    silence(town, 'mod');
    const mod = town.sandbox.as('mod');
    const { message } = await mod.command('퀴즈', { 할일: 'leaderboard' });
    const { updated: asked } = await mod.click(there(message), '시즌 닫기');
    const { updated: closed } = await mod.click(there(asked), '네, 닫을게요');
    expect(rowOf(closed)).toBe('[순위 보기]');
  });
});

describe('in a thread its own permission counts', () => {
  function openThread({ sandbox: { world } }: Town, parentName: string): string {
    const parent = world.channel(parentName);
    const createdAt = new Date(world.now()).toISOString();
    const thread = { parent, owner: world.bot, archiveMinutes: 60, createdAt };
    return world.addChannel({ id: world.freshId(), name: '이야기', type: ChannelType.PublicThread, thread })
      .id;
  }

  test('공지 채널에는 못 써도 그 스레드에는 쓸 수 있다', async () => {
    const town = await openTown();
    const mina = town.sandbox.as('mina');
    const channel = openThread(town, '공지');
    const above = await mina.command('질문', { 내용: '무슨 일이야?' }, { channel: '공지' });
    const within = await mina.command('질문', { 내용: '무슨 일이야?' }, { channel });
    expect([above.ephemeral, within.ephemeral]).toEqual([true, false]);
  });

  test('who may write in the channel, but not in its threads, is told so', async () => {
    const town = await openTown();
    const channel = openThread(town, '광장');
    const alex = town.sandbox.as('alex');
    const { message } = await alex.command('ask', { question: '무슨 일이야?', private: true }, { channel });
    town.sandbox.world.overwrite('광장', 'alex', { deny: Flags.SendMessagesInThreads });
    const { message: told } = await alex.click(there(message), 'Share');
    expect(read(told)).toEqual([
      `To do that in <#${channel}>, you need **Send Messages in Threads** there yourself.`,
    ]);
    const asked = await alex.command('ask', { question: '무슨 일이야?' }, { channel });
    town.wait(1);
    const above = await alex.command('ask', { question: '무슨 일이야?' });
    expect([asked.ephemeral, above.ephemeral]).toEqual([true, false]);
  });
});
