import { type APIMessage, MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../src/content/schema.ts';
import { village } from '../../src/sandbox/village.ts';
import { openDatabase } from '../../src/store/database.ts';
import { long } from '../support/desk.ts';
import { seededRandom } from '../support/flows.ts';
import { summarised } from '../support/summaries.ts';
import { openTown, read, type Town, type TownOptions } from '../support/town.ts';

const square = '1261000000000000021';
const announcements = '1261000000000000023';
const moderators = '1261000000000000011';
const junId = '1261000000000000033';

/** Two moderators: Jun, who reads Korean, and Sam, who reads English. */
const setting = {
  ...village,
  people: [
    ...village.people,
    { id: '1261000000000000035', name: 'sam', displayName: 'Sam', locale: 'en-GB', roles: [moderators] },
  ],
};

async function openOffice(options: TownOptions = {}) {
  const town = await openTown({
    packs: [summarised],
    random: seededRandom(),
    ...options,
    sandbox: { setting, ...options.sandbox },
  });
  return { ...town, jun: town.sandbox.as('mod'), sam: town.sandbox.as('sam') };
}

function there(message: APIMessage | undefined): APIMessage {
  if (message === undefined) throw new Error('no message');
  return message;
}

/** The custom id of the select with these options or of this kind. */
function menu(message: APIMessage, action: string): string {
  const ids = JSON.stringify(message.components).matchAll(/"custom_id":"([^"]+)"/g);
  const found = [...ids].map(([, id = '']) => id).find((id) => id.includes(action));
  if (found === undefined) throw new Error(`no ${action}`);
  return found;
}

/** What everybody sees of the bot in a channel. */
function posted({ sandbox }: Pick<Town, 'sandbox'>, channel = square): APIMessage[] {
  return [...sandbox.world.channel(channel).posts.values()]
    .map(({ message }) => message)
    .filter(({ author, flags = 0 }) => {
      return author.id === sandbox.world.bot.id && (flags & MessageFlags.Ephemeral) === 0;
    });
}

/** What of a message must not differ between a preview and its post. */
async function substance(message: APIMessage | undefined) {
  const { content, embeds } = there(message);
  const files = embeds
    .flatMap(({ image }) => (image === undefined ? [] : [image.url]))
    .map(async (url) => ({
      name: new URL(url).pathname.split('/').at(-1),
      bytes: Buffer.from(await (await fetch(url)).arrayBuffer()).toString('base64'),
    }));
  const texts = embeds.map(({ image: _image, ...embed }) => embed);
  return { content, embeds: texts, files: await Promise.all(files) };
}

type Office = Awaited<ReturnType<typeof openOffice>>;

/** A short summary in Korean, posted by Jun in the square, and what he sees then. */
async function post(office: Pick<Office, 'jun'>, options: Record<string, string> = {}): Promise<APIMessage> {
  const preview = await office.jun.command('요약', { 할일: '미리보기', ...options });
  const { updated } = await office.jun.click(there(preview.message), '게시');
  return there(updated);
}

describe('운영진의 길', () => {
  test('창에서 고르고, 미리 보고, 본 그대로 올린다', async () => {
    const office = await openOffice();
    const { jun, complaints } = office;
    const opened = await jun.command('요약');
    expect([read(opened.message), opened.ephemeral]).toEqual([
      [
        [
          '**요약 만들기**',
          '자료: 멈춘 컴퓨터 · 짧게 · 한국어',
          `올릴 곳: <#${square}>`,
          '-# 이어서 고르지 않으면 <t:1721391300:R>에 닫혀요.',
        ].join('\n'),
        '<한 줄> <짧게> <전체>',
        '<한국어> <영어> <한국어와 영어>',
        '[타임라인 글] [타임라인 그림] [메모] [올린 글] [예약 목록]',
        '[미리보기] [게시] [예약] [올릴 곳 고르기] [취소]',
      ],
      true,
    ]);
    const panel = there(opened.message);
    await jun.select(panel, '전체', menu(panel, 'length'));
    await jun.select(panel, '한국어와 영어', menu(panel, '|language'));
    await jun.click(panel, '타임라인 글');
    await jun.click(panel, '타임라인 그림');
    const { modal } = await jun.click(panel, '메모');
    expect([modal?.title, modal?.fields[0]?.label]).toEqual(['메모', '요약 위에 붙일 말 (500자까지)']);
    await jun.submit(modal, { text: '모두 @everyone *꼭* 읽어 주세요.\n1. 먼저 이것' });
    const place = there((await jun.click(panel, '올릴 곳 고르기')).updated);
    await jun.select(place, '공지', menu(place, 'channel'));
    const { updated } = await jun.click(place, '고정');
    expect(read(updated)).toEqual([
      [
        '**요약 만들기**',
        '자료: 멈춘 컴퓨터 · 전체 · 한국어와 영어 · 타임라인 글 · 타임라인 그림',
        `올릴 곳: <#${announcements}> · 고정`,
        '메모: 모두 \\@everyone \\*꼭\\* 읽어 주세요. 1. 먼저 이것',
        '-# 이어서 고르지 않으면 <t:1721391300:R>에 닫혀요.',
      ].join('\n'),
      '[고정] [스레드]',
      '[미리보기] [게시] [예약] [내용 고르기] [취소]',
    ]);

    const preview = await jun.click(place, '미리보기');
    expect(preview.ephemeral).toBe(true);
    expect(read(preview.message)).toEqual([
      [
        '📢 멈춘 컴퓨터 요약이에요.',
        '📢 The day the computers stopped, in brief',
        '모두 \\@everyone \\*꼭\\* 읽어 주세요.',
        '1\\. 먼저 이것',
      ].join('\n'),
      '멈춘 컴퓨터',
      '출처: 시험용 원문 · 2024-07 기준',
      '타임라인',
      '**7월 19일** — 컴퓨터가 멈췄어요.\n\n**그 뒤** — 파일을 지웠어요.',
      'The day the computers stopped',
      'Source: Test original · as of 2024-07',
      'Timeline',
      '**19 July** — Computers stopped.\n\n**Afterwards** — The file was deleted.',
      '[게시] [바꾸기] [취소]',
    ]);
    expect(posted(office, announcements)).toEqual([]);

    const done = await jun.click(there(preview.message), '게시');
    const [message] = posted(office, announcements);
    const link = `https://discord.com/channels/${village.guild.id}/${announcements}/${message?.id}`;
    expect(read(done.updated)).toEqual([`<#${announcements}>에 게시했어요.\n${link}`, '[글 보기] [관리]']);
    const [seen, sent] = await Promise.all([substance(preview.message), substance(message)]);
    expect(sent).toEqual(seen);
    expect(seen.files.map(({ name }) => name)).toEqual(['timeline-ko.png', 'timeline-en.png']);
    expect([message?.pinned, message?.mention_everyone, message?.mention_roles]).toEqual([true, false, []]);
    expect(posted(office)).toEqual([]);
    expect(complaints()).toEqual([]);
  });

  test('고치고, 기록을 보고, 되돌리고, 지운다', async () => {
    const office = await openOffice();
    const { jun, wait, complaints } = office;
    const done = await post(office);
    const [{ id: message = '' } = {}] = posted(office);
    const item = there((await jun.click(done, '관리')).updated);
    const link = `https://discord.com/channels/${village.guild.id}/${square}/${message}`;
    expect(read(item)).toEqual([
      `[멈춘 컴퓨터](${link}) <#${square}> · 짧게 · 한국어 · 1판 · 자료 2판`,
      '[글 보기] [수정] [기록] [지우기]',
      '[올린 글]',
    ]);

    wait(3);
    const panel = there((await jun.click(item, '수정')).message);
    expect(read(panel)[0]?.split('\n')[0]).toBe('**올린 요약 고치기** · 2판이 돼요');
    expect(read(panel).at(-1)).toBe('[미리보기] [수정] [취소]');
    await jun.select(panel, '한 줄', menu(panel, 'length'));
    await jun.click(panel, '채널에 알리기');
    const preview = there((await jun.click(panel, '미리보기')).message);
    const updated = await jun.click(preview, '수정');
    expect(read(updated.updated)[0]).toBe(`고쳤어요. 이제 2판이에요.\n${link}`);
    const [now, notice] = posted(office);
    expect(now?.content).toBe('📢 멈춘 컴퓨터 요약이에요.\n-# 수정 <t:1721390580:R> · 2판');
    expect(await substance(now)).toEqual(await substance(preview));
    expect([now?.id, notice?.content.includes(link)]).toEqual([message, true]);
    expect(now?.components).toHaveLength(1);

    wait(2);
    const history = there((await jun.command('요약', { 할일: '기록', 메시지: link })).message);
    expect(read(history).slice(0, 3)).toEqual([
      `수정 기록: ${link}`,
      [
        `**2판** — <t:1721390580:f> · <@${junId}> · 한 줄 · 한국어 · 지금`,
        `**1판** — <t:1721390400:f> · <@${junId}> · 짧게 · 한국어`,
      ].join('\n'),
      '<2판> <1판>',
    ]);
    const old = there((await jun.select(history, '1판')).message);
    expect(read(old)[0]).toBe('📢 멈춘 컴퓨터 요약이에요.\n-# 수정 <t:1721390700:R> · 3판');
    await jun.click(old, '수정');
    expect(posted(office)[0]?.embeds[0]?.description).toBe(summarised.summary?.short);

    const again = there((await jun.command('요약', { 할일: '기록', 메시지: message })).message);
    expect(read(again)[1]?.split('\n')).toHaveLength(3);
    const question = there((await jun.command('요약', { 할일: '삭제', 메시지: link })).message);
    expect(read(question)).toEqual([`이 요약을 채널에서 지울까요?\n${link}`, '[지우기] [그대로 두기]']);
    const deleted = await jun.click(question, '지우기');
    expect(read(deleted.updated)).toEqual([
      '지웠어요. 30일 안에는 다시 게시할 수 있어요.',
      '[다시 게시] [올린 글]',
    ]);
    expect(posted(office).map(({ id }) => id)).not.toContain(message);
    expect(read((await jun.command('요약', { 할일: '목록' })).message)).toEqual([
      '아직 올린 요약이 없어요. </summary>에서 만들 수 있어요.',
    ]);

    const renewed = there((await jun.click(there(deleted.updated), '다시 게시')).updated);
    expect(read((await jun.click(renewed, '게시')).updated)[0]).toMatch(`<#${square}>에 게시했어요.`);
    expect(posted(office).at(-1)?.embeds[0]?.description).toBe(summarised.summary?.short);
    expect(complaints()).toEqual([]);
  });

  test('목록에서 골라 열고, 자료가 바뀐 글을 알아본다', async () => {
    const office = await openOffice();
    const { jun, restart } = office;
    await post(office);
    await post(office, { 길이: '전체', 언어: '영어 (English)' });
    const changed = {
      ...summarised,
      summary: summarised.summary && { ...summarised.summary, short: '달라졌어요.' },
    };
    await restart([changed]);
    const list = there((await jun.command('요약', { 할일: '목록' })).message);
    const lines = read(list)[1]
      ?.split('\n')
      .map((line) => line.replace(/\(.*?\)/, ''));
    expect([read(list)[0], [...(lines ?? [])].sort(), read(list).at(-1)]).toEqual([
      '올린 요약 2개',
      [
        expect.stringMatching(/^\*\*1\.\*\* \[멈춘 컴퓨터\] <#\d+> · /),
        expect.stringMatching(/^\*\*2\.\*\* \[멈춘 컴퓨터\] <#\d+> · /),
      ],
      '[링크로 찾기]',
    ]);
    const marks = lines?.map((line) => line.split(' · ').slice(1).join(' · ')).sort();
    expect(marks).toEqual([
      '전체 · 영어 · 1판 · 자료 2판',
      '짧게 · 한국어 · 1판 · 자료 2판 · ⚠️ 자료가 바뀌었어요',
    ]);
    const opened = await jun.select(list, '1. 멈춘 컴퓨터');
    expect(read(opened.message)[1]).toBe('[글 보기] [수정] [기록] [지우기]');

    const { modal } = await jun.click(list, '링크로 찾기');
    const found = await jun.submit(modal, { text: posted(office)[0]?.id ?? '' });
    expect(read(found.message)[0]).toContain('⚠️ 자료가 바뀌었어요');
    const unknown = await jun.submit((await jun.click(list, '링크로 찾기')).modal, {
      text: '1261000000000009999',
    });
    expect(read(unknown.message)).toEqual(['제가 올린 요약만 다룰 수 있어요.']);
    const nonsense = await jun.submit((await jun.click(list, '링크로 찾기')).modal, { text: '그 글이요' });
    expect(read(nonsense.message)[0]).toMatch(/^메시지 링크나 메시지 ID를 적어 주세요\./);
  });

  test('예약하고, 제때 올라가고, 남은 예약을 취소한다', async () => {
    const office = await openOffice();
    const { jun, wait, wake, complaints } = office;
    const list = there((await jun.command('요약', { 할일: '예약', 길이: '한 줄' })).message);
    expect(read(list)).toEqual(['기다리는 예약이 없어요.', '[새로 예약]']);
    const panel = there((await jun.click(list, '새로 예약')).updated);
    const { modal } = await jun.click(panel, '예약');
    expect(modal?.fields[0]?.label).toBe('언제 올릴까요? (Asia/Seoul)');
    const wrong = await jun.submit(modal, { text: '언젠가' });
    expect(read(wrong.message)[0]).toMatch(/^언제인지 읽지 못했어요\./);
    const past = await jun.submit((await jun.click(panel, '예약')).modal, { text: '오늘 9시' });
    expect(read(past.message)).toEqual(['이미 지난 시각이에요. (Asia/Seoul)']);
    const done = await jun.submit((await jun.click(panel, '예약')).modal, { text: '내일 9시' });
    expect(read(done.updated)).toEqual([
      `예약했어요. <t:1721433600:F>에 <#${square}>에 올릴게요.\n-# 서버 시간대: Asia/Seoul`,
      '[예약 목록]',
    ]);
    const weekly = there((await jun.command('요약', { 할일: '게시' })).message);
    await jun.submit((await jun.click(weekly, '예약')).modal, { text: '매주 월 9시' });

    wait(13 * 60);
    await wake();
    expect(posted(office).map(({ embeds }) => embeds[0]?.description)).toEqual([summarised.summary?.line]);

    const later = there((await jun.command('요약', { 할일: '예약' })).message);
    expect(read(later).slice(0, 4)).toEqual([
      '예약 1개',
      `**1.** <t:1721606400:F> · 매주 월요일 09:00 · 멈춘 컴퓨터 · 짧게 · 한국어 · <#${square}> · <@${junId}>`,
      expect.stringMatching(/^\*\*지난 예약\*\*\n<t:\d+:F> · <#1261000000000000021> · 올렸어요$/),
      '<1. 매주 월요일 09:00>',
    ]);
    const item = there((await jun.select(later, '1. 매주 월요일 09:00')).updated);
    const cancelled = await jun.click(item, '예약 취소');
    expect(read(cancelled.updated)).toEqual(['예약을 취소했어요.', '[예약 목록]']);
    expect(read((await jun.click(there(cancelled.updated), '예약 목록')).message)[0]).toBe(
      "기다리는 예약이 없어요. </summary>에서 올릴 내용을 고른 뒤 '예약'을 눌러 주세요.",
    );
    expect(complaints()).toEqual([]);
  });

  test('긴 요약은 언어마다 한 메시지로 보고, 두 메시지 그대로 올라가고 함께 고쳐진다', async () => {
    const office = await openOffice({ packs: [long] });
    const { jun, complaints } = office;
    const options = { 할일: '미리보기', 길이: '전체', 언어: '한국어와 영어' };
    const preview = await jun.command('요약', options);
    const second = await preview.followUp(1);
    expect(read(preview.message).at(-1)).toBe('출처: 시험용 원문 · 2024-07 기준');
    expect(read(second).at(-1)).toBe('[게시] [바꾸기] [취소]');
    await jun.click(second, '게시');
    const shown = await Promise.all([preview.message, second].map(substance));
    expect(await Promise.all(posted(office).map(substance))).toEqual(shown);

    const [first] = posted(office);
    const panel = there((await jun.command('요약', { 할일: '수정', 메시지: first?.id ?? '' })).message);
    await jun.select(panel, '짧게', menu(panel, 'length'));
    await jun.click(panel, '수정');
    expect(posted(office).map(({ embeds }) => embeds[0]?.description)).toEqual([
      long.summary?.short,
      long.english?.summary?.short,
    ]);

    const narrower = there((await jun.command('요약', { 할일: '수정', 메시지: first?.id ?? '' })).message);
    await jun.select(narrower, '한국어', menu(narrower, '|language'));
    for (const button of ['미리보기', '수정']) {
      expect(read((await jun.click(narrower, button)).message)).toEqual([
        '이 요약은 메시지 2개로 올라가 있는데 지금 내용은 1개가 필요해요. 길이나 언어를 바꾸거나, 새로 게시해 주세요.',
      ]);
    }
    expect(posted(office)).toHaveLength(2);
    expect(complaints()).toEqual([]);
  });

  test('고른 역할은 올릴 때에만 부르고, 고칠 때에는 부르지 않는다', async () => {
    const roles = village.roles.map((one) => ({ ...one, mentionable: one.id === moderators }));
    const office = await openOffice({ sandbox: { setting: { ...setting, roles } } });
    const { jun } = office;
    const panel = there((await jun.command('요약', { 할일: '게시' })).message);
    await jun.select(panel, '관리자', menu(panel, 'ping'));
    await jun.click(panel, '스레드');
    const preview = there((await jun.click(panel, '미리보기')).message);
    expect([preview.content, preview.mention_roles]).toEqual([
      `<@&${moderators}> 📢 멈춘 컴퓨터 요약이에요.`,
      [],
    ]);
    await jun.click(preview, '게시');
    const message = there(posted(office)[0]);
    expect(await substance(message)).toEqual(await substance(preview));
    expect([message.mention_roles, message.thread?.name]).toEqual([[moderators], '멈춘 컴퓨터']);

    const update = there((await jun.command('요약', { 할일: '수정', 메시지: message.id })).message);
    await jun.select(update, '한 줄', menu(update, 'length'));
    const again = there((await jun.click(update, '미리보기')).message);
    await jun.click(again, '수정');
    expect(await substance(posted(office)[0])).toEqual(await substance(again));
    expect(posted(office)[0]?.content).toBe('📢 멈춘 컴퓨터 요약이에요.\n-# 수정 <t:1721390400:R> · 2판');
  });

  test('요약 아래의 단추는 누구에게나 그 자료의 질문을 보여 준다', async () => {
    const office = await openOffice();
    await post(office);
    const opened = await office.sandbox.as('mina').click(there(posted(office)[0]), '질문 보기');
    expect([read(opened.message)[0], opened.ephemeral]).toEqual(['멈춘 컴퓨터', true]);
  });
});

describe('in English', () => {
  test('the window, the preview and the post; what is posted is in the language of the server', async () => {
    const office = await openOffice();
    const { sam } = office;
    const panel = there((await sam.command('summary')).message);
    expect(read(panel).slice(1)).toEqual([
      '<One line> <Short> <Full>',
      '<Korean> <English> <Korean and English>',
      '[Timeline in words] [Timeline picture] [Note] [Posts] [Schedules]',
      '[Preview] [Post] [Schedule] [Where it goes] [Cancel]',
    ]);
    expect(read((await sam.click(panel, 'Preview')).message)[0]).toBe('📢 멈춘 컴퓨터 요약이에요.');
    await sam.select(panel, 'English', menu(panel, '|language'));
    const done = await sam.click(panel, 'Post');
    expect(read(done.updated)[0]).toMatch(/^Posted in <#1261000000000000021>\.\n/);
    expect(posted(office)[0]?.content).toBe('📢 The day the computers stopped, in brief');
    const other = there((await sam.command('summary', { do: 'Preview' })).message);
    expect(read((await sam.click(other, 'Cancel')).updated)).toEqual(['Cancelled. Nothing has changed.']);
    expect(posted(office)).toHaveLength(1);
  });

  test('where the article has no English, it is shown in Korean, and said to be', async () => {
    const office = await openOffice({ packs: [{ ...summarised, english: null }] });
    const { message } = await office.sam.command('summary', { do: 'Preview', language: 'English' });
    expect(read(message)[0]).toBe('📢 멈춘 컴퓨터 요약이에요.\n-# Not translated yet; shown in Korean.');
  });
});

describe('권한', () => {
  test('권한이 없는 사람에게는 명령이 보이지 않는다', async () => {
    const { sandbox } = await openOffice();
    const names = (name: string) =>
      sandbox
        .as(name)
        .commands()
        .map((command) => command.name);
    expect(names('mina')).not.toContain('summary');
    expect(names('mod')).toContain('summary');
  });

  test('미리 본 뒤에 권한을 잃으면 올릴 수 없다', async () => {
    const office = await openOffice();
    const { jun, sandbox } = office;
    const preview = there((await jun.command('요약', { 할일: '미리보기' })).message);
    const person = sandbox.world.findPerson('mod');
    if (person === undefined) throw new Error('nobody');
    person.roles = [];
    for (const button of ['게시', '바꾸기']) {
      const refused = await jun.click(preview, button);
      expect([read(refused.message), refused.ephemeral]).toEqual([
        ['운영진만 쓸 수 있어요. (메시지 관리)'],
        true,
      ]);
    }
    expect(posted(office)).toEqual([]);
  });

  test('봇에게 없는 권한은 모두 이름을 대고, 아무것도 올리지 않는다', async () => {
    const office = await openOffice();
    const { jun, sandbox } = office;
    const panel = there((await jun.command('요약', { 할일: '게시' })).message);
    await jun.select(panel, '관리자', menu(panel, 'ping'));
    await jun.click(panel, '고정');
    sandbox.world.bot.roles = [];
    const refused = await jun.click(panel, '게시');
    expect(read(refused.message)).toEqual([
      `제게 <#${square}>에서 **메시지 고정 · @everyone, @here, 모든 역할 멘션하기** 권한이 필요해요. 채널 편집 → 권한에서 켜 주세요.`,
    ]);
    expect(posted(office)).toEqual([]);
  });

  test('글이 있는 채널에서 권한을 잃었으면 다른 채널에서도 지울 수 없다', async () => {
    const office = await openOffice();
    const { jun, sandbox } = office;
    await post(office);
    const message = posted(office)[0]?.id ?? '';
    const question = await jun.command('요약', { 할일: '삭제', 메시지: message }, { channel: '공지' });
    sandbox.world.overwrite('광장', 'mod', { deny: PermissionFlagsBits.ManageMessages });
    const refused = await jun.click(there(question.message), '지우기');
    expect([read(refused.message), refused.ephemeral]).toEqual([
      [`<#${square}>에서 이렇게 하려면 본인에게도 **메시지 관리** 권한이 있어야 해요.`],
      true,
    ]);
    expect(posted(office)).toHaveLength(1);
    expect(read((await jun.command('요약', { 할일: '목록' }, { channel: '공지' })).message)[0]).toBe(
      '올린 요약 1개',
    );
    sandbox.world.overwrite('광장', 'mod', {});
    await jun.click(there(question.message), '지우기');
    expect(posted(office)).toEqual([]);
  });

  test('봇이 글을 볼 수 없으면 지우지 못한다고 하고, 기록은 그대로 둔다', async () => {
    const office = await openOffice();
    const { jun, sandbox } = office;
    await post(office);
    const message = posted(office)[0]?.id ?? '';
    const question = await jun.command('요약', { 할일: '삭제', 메시지: message }, { channel: '공지' });
    sandbox.world.overwrite('광장', '먹통', { deny: PermissionFlagsBits.ViewChannel });
    expect(read((await jun.click(there(question.message), '지우기')).message)).toEqual([
      `제게 <#${square}>에서 **채널 보기** 권한이 필요해요. 채널 편집 → 권한에서 켜 주세요.`,
    ]);
    expect(posted(office)).toHaveLength(1);
  });

  test('@everyone은 고를 수 없다', async () => {
    const { jun } = await openOffice();
    const panel = there((await jun.command('요약', { 할일: '게시' })).message);
    const refused = await jun.select(panel, village.guild.id, menu(panel, 'ping'));
    expect(read(refused.message)).toEqual(['@everyone은 부를 수 없어요. 다른 역할을 골라 주세요.']);
  });
});

describe('누가 끼어들 때', () => {
  test('두 번 눌러도 한 번만 올라간다', async () => {
    const office = await openOffice();
    const { jun } = office;
    const preview = there((await jun.command('요약', { 할일: '미리보기' })).message);
    const outcomes = await Promise.all([jun.click(preview, '게시'), jun.click(preview, '게시')]);
    const texts = outcomes.map(({ message, updated }) => read(message ?? updated)[0]?.split('\n')[0]);
    expect(texts).toContain(`<#${square}>에 게시했어요.`);
    expect(posted(office)).toHaveLength(1);
  });

  test('올린 뒤에 창에서 또 누르면 이미 올라갔다고 한다', async () => {
    const office = await openOffice();
    const { jun } = office;
    const panel = there((await jun.command('요약')).message);
    const preview = there((await jun.click(panel, '미리보기')).message);
    await jun.click(preview, '게시');
    expect(read((await jun.click(panel, '게시')).updated)[0]).toMatch(/^이미 올라가 있어요\.\nhttps:/);
    expect(posted(office)).toHaveLength(1);
  });

  test('보고 나서 바뀌었으면 새로 보여 주고, 아직 올리지 않는다', async () => {
    const office = await openOffice();
    const { jun, restart } = office;
    const preview = there((await jun.command('요약', { 할일: '미리보기' })).message);
    const newer: Pack = {
      ...summarised,
      summary: summarised.summary && { ...summarised.summary, short: '새 글이에요.' },
    };
    await restart([newer]);
    const outcome = await jun.click(preview, '게시');
    expect(read(await outcome.followUp(1))).toEqual([
      '그사이 내용이 바뀌어서 아직 올리지 않았어요. 지금은 이렇게 보여요. 다시 확인해 주세요.',
    ]);
    const now = await outcome.followUp(2);
    expect(read(now)).toContain('새 글이에요.');
    expect(posted(office)).toEqual([]);
    await jun.click(now, '게시');
    expect(posted(office)[0]?.embeds[0]?.description).toBe('새 글이에요.');
  });

  test('미리 보고 올리기 전에 봇이 다시 시작돼도 올릴 수 있다', async () => {
    const office = await openOffice();
    const { jun, restart } = office;
    const preview = there((await jun.command('요약', { 할일: '미리보기' })).message);
    await restart();
    await jun.click(preview, '게시');
    expect(await substance(posted(office)[0])).toEqual(await substance(preview));
  });

  test('15분이 지나면 창이 닫혔다고 하고, 다시 시작할 길을 알려 준다', async () => {
    const { jun, wait } = await openOffice();
    const preview = there((await jun.command('요약', { 할일: '미리보기' })).message);
    wait(16);
    const late = await jun.click(preview, '게시');
    expect(read(late.message)).toEqual([
      '시간이 지났거나 다른 분이 연 창이에요. </summary>에서 다시 시작해 주세요.',
    ]);
  });

  test('예약한 것은 다시 게시할 수 없다', async () => {
    const office = await openOffice();
    const { jun } = office;
    const panel = there((await jun.command('요약')).message);
    const preview = there((await jun.click(panel, '미리보기')).message);
    await jun.submit((await jun.click(panel, '예약')).modal, { text: '내일 9시' });
    expect(read((await jun.click(preview, '게시')).message)).toEqual([
      '이미 게시했거나 예약한 요약이에요. </summary>에서 새로 시작해 주세요.',
    ]);
    expect(posted(office)).toEqual([]);
  });

  test('1년이 넘게 남은 때와 스물여섯 번째 예약은 받지 않는다', async () => {
    const { jun } = await openOffice();
    const plan = async (text: string) => {
      const panel = there((await jun.command('요약')).message);
      return jun.submit((await jun.click(panel, '예약')).modal, { text });
    };
    expect(read((await plan('2025-07-21 09:00')).message)).toEqual(['366일 안으로만 예약할 수 있어요.']);
    for (let count = 0; count < 25; count += 1) {
      expect(read((await plan('내일 9시')).updated)[0]).toMatch(/^예약했어요\./);
    }
    expect(read((await plan('내일 9시')).message)).toEqual([
      '예약은 25개까지 할 수 있어요. 예약 목록에서 하나를 취소해 주세요.',
    ]);
  });

  test('디스코드가 너무 긴 메모를 보내오면 앞의 메모를 그대로 둔다', async () => {
    const { jun } = await openOffice();
    const panel = there((await jun.command('요약')).message);
    await jun.submit((await jun.click(panel, '메모')).modal, { text: '앞의 메모' });
    const { modal } = await jun.click(panel, '메모');
    const wider = JSON.parse(JSON.stringify(modal).replace('"max_length":500', '"max_length":4000'));
    expect(read((await jun.submit(wider, { text: '가'.repeat(501) })).message)).toEqual([
      '메모는 500자까지 쓸 수 있어요. (지금 501자)',
    ]);
    const { modal: again } = await jun.click(panel, '메모');
    expect(again?.fields[0]?.value).toBe('앞의 메모');
  });

  test('올린 뒤에 적어 두지 못하면 그렇게 말하고, 곧 저절로 적어 둔다', async () => {
    let drawn = 0;
    const timeline = async () => {
      drawn += 1;
      // The preview, what the press looks at once more, and then the post.
      if (drawn === 3) await rename('summary_messages', 'elsewhere');
      return new TextEncoder().encode('a picture');
    };
    const office: Office = await openOffice({ pictures: { timeline, leaderboard: timeline } });
    const { jun, wait, wake } = office;
    const rename = async (from: string, to: string) => {
      const db = await openDatabase(office.databaseUrl);
      await db.schema.alterTable(from).renameTo(to).execute();
      await db.destroy();
    };
    const panel = there((await jun.command('요약')).message);
    await jun.click(panel, '타임라인 그림');
    const preview = there((await jun.click(panel, '미리보기')).message);
    const unrecorded = await jun.click(preview, '게시');
    await rename('elsewhere', 'summary_messages');
    const [{ id } = {}] = posted(office);
    expect(read(unrecorded.updated)).toEqual([
      [
        '게시는 했는데 아직 기록하지 못했어요. 기록은 곧 저절로 채워지니 다시 게시하지 않아도 돼요.',
        `https://discord.com/channels/${village.guild.id}/${square}/${id}`,
      ].join('\n'),
    ]);
    wait(3);
    await wake();
    expect(read((await jun.command('요약', { 할일: '목록' })).message)[0]).toBe('올린 요약 1개');
    expect(posted(office)).toHaveLength(1);
  });

  test('바뀐 것이 없으면 고치지 않는다', async () => {
    const office = await openOffice();
    const { jun } = office;
    await post(office);
    const message = posted(office)[0]?.id ?? '';
    const panel = there((await jun.command('요약', { 할일: '수정', 메시지: message })).message);
    expect(read((await jun.click(panel, '수정')).message)).toEqual(['바뀐 내용이 없어요.']);
    expect(posted(office)[0]?.edited_timestamp).toBeNull();
  });

  test('다른 사람이 먼저 고쳤으면 견주어 보고, 내 것으로 다시 할 수 있다', async () => {
    const office = await openOffice();
    const { jun, sam } = office;
    await post(office);
    const message = posted(office)[0]?.id ?? '';
    const mine = there((await jun.command('요약', { 할일: '수정', 메시지: message })).message);
    await jun.select(mine, '전체', menu(mine, 'length'));
    const theirs = there((await sam.command('summary', { do: 'Update', message })).message);
    await sam.select(theirs, 'One line', menu(theirs, 'length'));
    await sam.click(theirs, 'Update');

    const stale = there((await jun.click(mine, '수정')).message);
    expect(read(stale)).toEqual([
      '<@1261000000000000035> 님이 먼저 고쳤어요. 바뀐 내용을 보고 다시 해 주세요.',
      '[비교] [내 것으로 다시]',
    ]);
    const compared = await jun.click(stale, '비교');
    await compared.followUp(3);
    expect(compared.replies.length).toBeGreaterThan(0);
    const shown = [
      there(compared.message),
      await compared.followUp(1),
      await compared.followUp(2),
      await compared.followUp(3),
    ];
    expect(shown.map((one) => read(one)[0])).toEqual([
      '**지금 올라가 있는 글** · 2판 · <@1261000000000000035> · <t:1721390400:f>',
      '📢 멈춘 컴퓨터 요약이에요.\n-# 수정 <t:1721390400:R> · 2판',
      '**내가 고친 글**',
      '📢 멈춘 컴퓨터 요약이에요.\n-# 수정 <t:1721390400:R> · 2판',
    ]);
    expect(shown[1]?.embeds[0]?.description).toBe(summarised.summary?.line);
    expect(read(shown[3]).at(-1)).toBe('[내 것으로 다시]');
    const rebased = there((await jun.click(there(shown[3]), '내 것으로 다시')).message);
    expect(read(rebased)[0]).toMatch(/3판$/);
    await jun.click(rebased, '수정');
    expect(posted(office)[0]?.embeds[0]?.fields).toHaveLength(2);
  });

  test('메시지가 지워졌으면 새로 게시할지 묻는다', async () => {
    const office = await openOffice();
    const { jun, sandbox } = office;
    await post(office);
    const message = there(posted(office)[0]);
    const panel = there((await jun.command('요약', { 할일: '수정', 메시지: message.id })).message);
    await jun.select(panel, '한 줄', menu(panel, 'length'));
    await sandbox.as('sam').delete(message);
    const gone = there((await jun.click(panel, '수정')).message);
    expect(read(gone)).toEqual(['메시지가 지워졌어요. 새로 게시할까요?', '[게시] [취소]']);
    const again = there((await jun.click(gone, '게시')).updated);
    expect(read(again).at(-1)).toBe('[미리보기] [게시] [예약] [내용 고르기] [취소]');
    await jun.click(again, '게시');
    expect(posted(office).map(({ embeds }) => embeds[0]?.description)).toEqual([summarised.summary?.line]);
    const later = await jun.command('요약', { 할일: '수정', 메시지: message.id });
    expect(read(later.message)[0]).toBe('메시지가 지워졌어요. 새로 게시할까요?');
  });

  test('디스코드가 응답하지 않으면 그렇게 말하고, 다시 눌러도 한 번만 올라간다', async () => {
    let drawn = 0;
    const timeline = async () => {
      drawn += 1;
      // The preview, what the press looks at once more, and then the post.
      if (drawn === 3) office.sandbox.faults.restOutage(60_000);
      return new TextEncoder().encode('a picture');
    };
    const office: Office = await openOffice({ pictures: { timeline, leaderboard: timeline } });
    const { jun, lines, wait, sandbox } = office;
    const panel = there((await jun.command('요약')).message);
    await jun.click(panel, '타임라인 그림');
    const preview = there((await jun.click(panel, '미리보기')).message);
    const mending = setInterval(() => {
      if (lines.some(({ event }) => event === 'courier-failed')) sandbox.faults.restOutage(0);
    }, 1);
    const unsure = await jun.click(preview, '게시');
    clearInterval(mending);
    expect(read(unsure.message)).toEqual(['디스코드가 응답하지 않아요. 잠시 뒤 다시 해 주세요.']);
    expect(read((await jun.click(preview, '게시')).message)).toEqual([
      '아직 처리하고 있어요. 잠시 뒤 다시 눌러 주세요.',
    ]);
    expect(posted(office)).toEqual([]);
    wait(1);
    expect(read((await jun.click(preview, '게시')).updated)[0]).toMatch(/^<#\d+>에 게시했어요\./);
    expect(posted(office)).toHaveLength(1);
  });

  test('남의 메시지는 고치지 않는다', async () => {
    const { jun, sandbox } = await openOffice();
    const { id } = await sandbox.as('mina').say('안녕하세요');
    const refused = await jun.command('요약', { 할일: '수정', 메시지: id });
    expect(read(refused.message)).toEqual(['제가 올린 요약만 다룰 수 있어요.']);
  });
});
