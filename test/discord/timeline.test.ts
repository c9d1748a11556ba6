import { type APIMessage, MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../src/content/schema.ts';
import { noTimeline, timelineCard, timelinePicture } from '../../src/discord/views/timeline.ts';
import { openTimeline } from '../../src/flows/timeline.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { createPictures } from '../../src/pictures/pictures.ts';
import { village } from '../../src/sandbox/village.ts';
import { accepted } from '../support/accepted.ts';
import { testDeps } from '../support/flows.ts';
import { outage, outageInEnglish } from '../support/pack.ts';
import { openTown, read } from '../support/town.ts';
import { inLanguage, mentions, simpleJosa } from '../support/wording.ts';

const mina = '111111111111111111';
const png = new TextEncoder().encode('a picture');

async function timelineOf(pack: Pack = outageInEnglish) {
  const deps = { ...(await testDeps()), packs: new Map([[pack.id, pack]]) };
  const timeline = openTimeline(deps, pack.id);
  if (timeline === null) throw new Error('no timeline');
  return timeline;
}

/** Whether Discord shows that the bot is at it. */
function isThinking({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Loading) !== 0;
}

/** Twenty events, each as long as a pack may write it. */
const long: Pack = {
  ...outage,
  timeline: Array.from({ length: 20 }, (_, index) => ({
    id: `event-${index}`,
    when: `${index + 1}일`.padEnd(60, '째'),
    text: '뷁'.repeat(300),
    pair: outage.pairs[index % 12]?.id ?? '',
  })),
};

describe('the message', () => {
  test('사건마다 때와 질문의 차례가 있고, 그림과 그 설명이 붙는다', async () => {
    const timeline = await timelineOf();
    const card = timelineCard({ timeline, wording: inLanguage('ko'), asker: mina, place: 'public', png });
    const { files, ...message } = card;
    expect(accepted(message)).toEqual({
      embeds: [
        {
          title: '타임라인',
          description: [
            '**2024년 7월 19일** — 컴퓨터가 한꺼번에 멈췄어. (질문 1)',
            '**2024년 7월** — 파일 하나를 지웠어. (질문 3)',
            '**그 뒤** — 아직 번역하지 않은 일이 있었어. (질문 12)',
          ].join('\n\n'),
          image: { url: 'attachment://timeline.png' },
          footer: { text: '출처: 멈춘 컴퓨터 · 2024-07 기준' },
        },
      ],
      components: [
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: 'v1|topics|open|outage',
              placeholder: '읽고 싶은 질문을 골라 주세요',
              options: [
                { label: '1. 무슨 일이 있었던 거야?', value: 'what-happened' },
                { label: '3. 그럼 이제 어떻게 해?', value: 'then-what' },
                { label: '12. 번역이 없는 질문이야?', value: 'untranslated' },
              ],
            },
          ],
        },
        {
          type: 1,
          components: [
            {
              type: 2,
              style: 2,
              label: 'English',
              emoji: { name: '🌐' },
              custom_id: `v1|timeline|turn|outage|ko|${mina}`,
            },
            {
              type: 2,
              style: 2,
              label: '지우기',
              emoji: { name: '🗑️' },
              custom_id: `v1|card|delete|${mina}`,
            },
          ],
        },
      ],
    });
    expect(files).toEqual([
      {
        name: 'timeline.png',
        bytes: png,
        description: [
          '타임라인: 멈춘 컴퓨터',
          '2024년 7월 19일: 컴퓨터가 한꺼번에 멈췄어.',
          '2024년 7월: 파일 하나를 지웠어.',
          '그 뒤: 아직 번역하지 않은 일이 있었어.',
          '출처: 홍길동 · 2024-07 기준',
        ].join('\n'),
      },
    ]);
  });

  test('what has no English is shown in Korean, and said to be', async () => {
    const timeline = await timelineOf();
    const wording = inLanguage('en');
    const card = timelineCard({ timeline, wording, asker: mina, place: 'direct', png: null });
    expect(accepted(card).embeds).toEqual([
      {
        title: 'Timeline',
        description: [
          '**19 July 2024** — Computers stopped all at once. (question 1)',
          '**July 2024** — One file was deleted. (question 3)',
          '**그 뒤** — 아직 번역하지 않은 일이 있었어. (question 12)',
          '-# Not translated yet; shown in Korean.',
        ].join('\n\n'),
        footer: { text: 'Source: The day the computers stopped · as of 2024-07' },
      },
    ]);
    expect(card.files).toBeUndefined();
    expect(card.components?.[1]?.components).toHaveLength(1);
  });

  test('the picture is made of the same words', async () => {
    expect(timelinePicture(await timelineOf(), inLanguage('en'))).toEqual({
      heading: 'Timeline',
      title: 'The day the computers stopped',
      source: 'Source: Hong Gildong · as of 2024-07',
      events: [
        { when: '19 July 2024', text: 'Computers stopped all at once.', dated: true },
        { when: 'July 2024', text: 'One file was deleted.', dated: true },
        { when: '그 뒤', text: '아직 번역하지 않은 일이 있었어.', dated: false },
      ],
    });
  });

  test('스무 가지 긴 사건도 메시지에 들어가고, 몇 가지가 빠졌는지 말한다', async () => {
    const translator = createTranslator({
      locales,
      packs: [long],
      josa: simpleJosa,
      onMissing: (key) => {
        throw new Error(`missing: ${key}`);
      },
    });
    const timeline = await timelineOf(long);
    const wording = translator('ko');
    const card = timelineCard({ timeline, wording, asker: mina, place: 'public', png });
    const { files = [], ...message } = card;
    const paragraphs = accepted(message).embeds?.[0]?.description?.split('\n\n') ?? [];
    expect(paragraphs).toHaveLength(11);
    expect(paragraphs[9]).toBe(`**${'10일'.padEnd(60, '째')}** — ${'뷁'.repeat(300)} (질문 10)`);
    expect(paragraphs[10]).toBe('이 뒤로 10가지 일이 더 있어요.');
    const altText = files[0]?.description ?? '';
    expect([...altText].length).toBeLessThanOrEqual(1024);
    expect(altText).toContain('\n이 뒤로 18가지 일이 더 있어요.\n');
  });

  test('타임라인이 없는 자료는 없다고 말한다', () => {
    expect(accepted(noTimeline(inLanguage('ko'), mentions.ko))).toEqual({
      content: '이 자료에는 타임라인이 없어요. 다룬 질문은 </topics:102>에서 볼 수 있어요.',
    });
  });
});

function there(message: APIMessage | undefined): APIMessage {
  if (message === undefined) throw new Error('no message');
  return message;
}

/** The first bytes and the width of the picture in a message; null without one. */
async function pictureIn(message: APIMessage | undefined): Promise<[string, number] | null> {
  const url = message?.embeds[0]?.image?.url;
  if (url === undefined) return null;
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  return [bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16)];
}

const inKorean = [
  '타임라인',
  [
    '**2024년 7월 19일** — 컴퓨터가 한꺼번에 멈췄어. (질문 1)',
    '**2024년 7월** — 파일 하나를 지웠어. (질문 3)',
    '**그 뒤** — 아직 번역하지 않은 일이 있었어. (질문 12)',
  ].join('\n\n'),
  '출처: 멈춘 컴퓨터 · 2024-07 기준',
  '<1. 무슨 일이 있었던 거야?> <3. 그럼 이제 어떻게 해?> <12. 번역이 없는 질문이야?>',
  '[English] [지우기]',
];

describe('on Discord', () => {
  test('타임라인을 채널에 그림과 글로 보여 주고, 다른 말로 바꾼다', async () => {
    const { sandbox, complaints } = await openTown();
    const user = sandbox.as('mina');
    const { message, ephemeral } = await user.command('타임라인');
    expect([read(message), ephemeral]).toEqual([inKorean, false]);
    expect(await pictureIn(message)).toEqual(['PNG', 1000]);
    const { updated } = await user.click(there(message), 'English');
    expect(read(updated)[0]).toBe('Timeline');
    expect(await pictureIn(updated)).toEqual(['PNG', 1000]);
    expect(updated?.embeds[0]?.image?.url).not.toBe(message?.embeds[0]?.image?.url);
    expect(complaints()).toEqual([]);
  });

  test('others turn a copy of their own', async () => {
    const { sandbox } = await openTown();
    const { message } = await sandbox.as('mina').command('타임라인');
    const copy = await sandbox.as('alex').click(there(message), 'English');
    expect([read(copy.message)[0], read(copy.message).at(-1), copy.ephemeral]).toEqual([
      'Timeline',
      '[한국어]',
      true,
    ]);
    expect(await pictureIn(copy.message)).toEqual(['PNG', 1000]);
  });

  test('in the language of the member, or in the one that was asked for', async () => {
    const { sandbox } = await openTown();
    const alex = sandbox.as('alex');
    expect(read((await alex.command('timeline')).message)[0]).toBe('Timeline');
    expect(read((await alex.command('timeline', { language: 'ko' })).message)[0]).toBe('타임라인');
  });

  test('사건에서 질문을 열면 나에게만 보인다', async () => {
    const { sandbox } = await openTown();
    const { message } = await sandbox.as('mina').command('타임라인');
    const opened = await sandbox.as('mina').select(there(message), '3. 그럼 이제 어떻게 해?');
    expect([read(opened.message)[0], opened.ephemeral]).toEqual(['그럼 이제 어떻게 해?', true]);
  });

  test('a channel that has just been shown it is not shown it again', async () => {
    const { sandbox, wait } = await openTown();
    const seen = async () => (await sandbox.as('mina').command('타임라인')).ephemeral;
    expect([await seen(), await seen()]).toEqual([false, true]);
    wait(1);
    expect(await seen()).toBe(false);
  });

  test('in a DM there is nothing to delete', async () => {
    const { sandbox } = await openTown();
    const { message } = await sandbox.as('mina').command('타임라인', {}, { channel: 'dm' });
    expect(read(message).at(-1)).toBe('[English]');
    expect(await pictureIn(message)).toEqual(['PNG', 1000]);
  });

  test('파일을 붙일 수 없는 채널에서는 글만 보낸다', async () => {
    const { bot, channels } = village;
    const overwrite = { id: bot.id, type: 1, allow: '0', deny: String(PermissionFlagsBits.AttachFiles) };
    const setting = {
      ...village,
      channels: channels.map((channel) => ({
        ...channel,
        overwrites: [...(channel.overwrites ?? []), overwrite],
      })),
    };
    const { sandbox, complaints } = await openTown({ sandbox: { setting } });
    const user = sandbox.as('mina');
    const { message } = await user.command('타임라인');
    expect([read(message), await pictureIn(message)]).toEqual([inKorean, null]);
    const { updated } = await user.click(there(message), 'English');
    expect([read(updated)[0], await pictureIn(updated)]).toEqual(['Timeline', null]);
    expect(complaints()).toEqual([]);
  });

  test('그림을 그리지 못하면 글만 보내고 기록해 둔다', async () => {
    const pictures = createPictures(() => Promise.reject(new Error('no memory')));
    const { sandbox, lines } = await openTown({ pictures });
    const { message, ephemeral } = await sandbox.as('mina').command('타임라인');
    expect([read(message), await pictureIn(message), ephemeral]).toEqual([inKorean, null, false]);
    const errors = lines.filter(({ level }) => level === 'error');
    expect(errors.map(({ event, fields: { pack } }) => [event, pack])).toEqual([
      ['picture-failed', 'outage'],
    ]);
  });

  test('a picture that takes long is announced and then filled in', async () => {
    const { promise, resolve } = Promise.withResolvers<Uint8Array>();
    const pictures = createPictures(() => promise);
    const { sandbox } = await openTown({ pictures });
    const unwatch = sandbox.watch((event) => {
      if (event.type === 'messageCreate' && isThinking(event.post.message)) resolve(png);
    });
    const { message } = await sandbox.as('mina').command('타임라인');
    unwatch();
    expect(read(message)[0]).toBe('타임라인');
    expect(message?.embeds[0]?.image?.url).toMatch(/timeline\.png$/);
  });

  test('타임라인이 없는 자료를 고르면 나에게만 말한다', async () => {
    const quiet = { ...outage, id: 'quiet', title: '조용한 자료', timeline: [] };
    const { sandbox, restart } = await openTown({ packs: [outageInEnglish, quiet] });
    const user = sandbox.as('mina');
    const { message, ephemeral } = await user.command('타임라인', { 자료: '조용한 자료' });
    const none = '이 자료에는 타임라인이 없어요. 다룬 질문은 </topics>에서 볼 수 있어요.';
    expect([read(message), ephemeral]).toEqual([[none], true]);

    const shown = await user.command('타임라인');
    await restart([quiet]);
    const outcome = await user.click(there(shown.message), 'English');
    expect(read(outcome.updated)).toEqual(inKorean.slice(0, 3));
    expect(read(await outcome.followUp())).toEqual(['자료가 바뀌어 더는 볼 수 없어요.']);
  });
});
