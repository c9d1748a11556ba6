import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../src/content/schema.ts';
import { limits } from '../../src/content/schema.ts';
import type { ModalBody } from '../../src/discord/views/message.ts';
import { runOf, type SummaryOptions, summaryMessages } from '../../src/discord/views/summary.ts';
import { messageIn } from '../../src/discord/views/summaryLink.ts';
import { historyList, linkForm, postItem, postList } from '../../src/discord/views/summaryList.ts';
import {
  goneNotice,
  publishedNotice,
  scheduledNotice,
  unrecordedNotice,
} from '../../src/discord/views/summaryOutcome.ts';
import { noteForm, type Panel, summaryPanel, timeForm } from '../../src/discord/views/summaryPanel.ts';
import { scheduleItem, scheduleList } from '../../src/discord/views/summarySchedules.ts';
import { escaped, lengthOf } from '../../src/discord/views/text.ts';
import type { Preview } from '../../src/flows/summary/draft.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { validateBody } from '../../src/sandbox/validate.ts';
import { cardFor, type Edition } from '../../src/summary/card.ts';
import type { Post } from '../../src/summary/post.ts';
import type { Schedule } from '../../src/summary/schedule.ts';
import { lengths, newSummary, type Summary, summaryLanguages } from '../../src/summary/summary.ts';
import { accepted } from '../support/accepted.ts';
import { summarised } from '../support/summaries.ts';
import { mentions, simpleJosa } from '../support/wording.ts';

const guild = '1261000000000000001';
const square = '1261000000000000021';
const role = '1261000000000000011';
const jun = '1261000000000000033';
const noon = new Date('2024-07-19T12:00:00Z');

function translatorOf(pack: Pack) {
  return createTranslator({
    locales,
    packs: [pack],
    josa: simpleJosa,
    onMissing: (key) => {
      throw new Error(`missing: ${key}`);
    },
  });
}

const inLanguage = translatorOf(summarised);
const ko = inLanguage('ko');
const en = inLanguage('en');

function editionOf(summary: Partial<Summary> = {}, revision = 1, pack = summarised): Edition {
  const card = cardFor(new Map([[pack.id, pack]]), { ...newSummary(pack.id, 'ko'), ...summary });
  if (card === null) throw new Error('no summary');
  return { card, revision, editedAt: revision === 1 ? null : noon };
}

/** The messages of an edition, which Discord takes. */
function messagesOf(edition: Edition, rest: Partial<SummaryOptions> = {}, pack = summarised) {
  const options = { edition, inLanguage: translatorOf(pack), run: null, ping: null, parts: null, ...rest };
  const messages = summaryMessages(options);
  for (const { body, files } of messages) {
    accepted(body);
    for (const { description } of files) expect(lengthOf(description)).toBeLessThanOrEqual(1024);
  }
  return messages;
}

/** A form that Discord takes. */
function form(modal: ModalBody): ModalBody {
  expect(validateBody('interactionCallback', { type: 9, data: modal })).toEqual([]);
  return modal;
}

describe('요약', () => {
  test('한 줄 요약은 제목과 글과 출처뿐이다', () => {
    expect(messagesOf(editionOf({ length: 'line' }))).toEqual([
      {
        body: {
          content: '📢 멈춘 컴퓨터 요약이에요.',
          embeds: [
            {
              title: '멈춘 컴퓨터',
              description: '업데이트 하나가 컴퓨터를 멈췄어요.',
              footer: { text: '출처: 시험용 원문 · 2024-07 기준' },
            },
          ],
        },
        files: [],
      },
    ]);
  });

  test('전체를 두 언어로, 멘션과 메모와 타임라인까지: 한국어가 먼저다', () => {
    const summary = {
      length: 'full',
      language: 'both',
      timeline: true,
      image: true,
      note: '*꼭* @here',
    } as const;
    const [message, ...others] = messagesOf(editionOf(summary, 3), { run: 'run000000001', ping: role });
    expect(others).toEqual([]);
    expect(message).toEqual({
      body: {
        content: [
          `<@&${role}> 📢 멈춘 컴퓨터 요약이에요.`,
          '📢 The day the computers stopped, in brief',
          '\\*꼭\\* \\@here',
          '-# 수정 <t:1721390400:R> · 3판',
          '-# Edited <t:1721390400:R> · revision 3',
        ].join('\n'),
        embeds: [
          {
            title: '멈춘 컴퓨터',
            fields: [
              { name: '무슨 일이었나요?', value: '컴퓨터가 한꺼번에 멈췄어요.' },
              { name: '왜 그랬나요?', value: '업데이트 하나가 잘못됐어요.' },
            ],
            footer: { text: '출처: 시험용 원문 · 2024-07 기준' },
          },
          {
            title: '타임라인',
            description: '**7월 19일** — 컴퓨터가 멈췄어요.\n\n**그 뒤** — 파일을 지웠어요.',
            image: { url: 'attachment://timeline-ko.png' },
          },
          {
            title: 'The day the computers stopped',
            fields: [
              { name: 'What happened?', value: 'Computers stopped all at once.' },
              { name: 'Why?', value: 'One update was faulty.' },
            ],
            footer: { text: 'Source: Test original · as of 2024-07' },
          },
          {
            title: 'Timeline',
            description: '**19 July** — Computers stopped.\n\n**Afterwards** — The file was deleted.',
            image: { url: 'attachment://timeline-en.png' },
          },
        ],
        components: [
          {
            type: 1,
            components: [
              {
                type: 2,
                style: 2,
                label: '질문 보기 · Questions',
                emoji: { name: '📖' },
                custom_id: 'v1|summary|read|run000000001|0',
              },
            ],
          },
        ],
      },
      files: [
        {
          name: 'timeline-ko.png',
          description: [
            '타임라인: 멈춘 컴퓨터',
            '7월 19일: 컴퓨터가 멈췄어요.',
            '그 뒤: 파일을 지웠어요.',
            '출처: 홍길동 · 2024-07 기준',
          ].join('\n'),
          picture: {
            heading: '타임라인',
            title: '멈춘 컴퓨터',
            source: '출처: 홍길동 · 2024-07 기준',
            events: [
              { when: '7월 19일', text: '컴퓨터가 멈췄어요.', dated: true },
              { when: '그 뒤', text: '파일을 지웠어요.', dated: false },
            ],
          },
        },
        {
          name: 'timeline-en.png',
          description: [
            'Timeline: The day the computers stopped',
            '19 July: Computers stopped.',
            'Afterwards: The file was deleted.',
            'Source: Hong Gildong · as of 2024-07',
          ].join('\n'),
          picture: {
            heading: 'Timeline',
            title: 'The day the computers stopped',
            source: 'Source: Hong Gildong · as of 2024-07',
            events: [
              { when: '19 July', text: 'Computers stopped.', dated: true },
              { when: 'Afterwards', text: 'The file was deleted.', dated: false },
            ],
          },
        },
      ],
    });
    expect(runOf(message?.body.components ?? [])).toEqual({ post: 'run000000001', part: 0 });
  });

  test('글 없이 그림만, 그림 없이 글만 실을 수 있다', () => {
    const second = (summary: Partial<Summary>) => messagesOf(editionOf(summary))[0]?.body.embeds?.[1];
    expect(second({ image: true })).toEqual({
      title: '타임라인',
      image: { url: 'attachment://timeline-ko.png' },
    });
    expect(second({ timeline: true })?.image).toBeUndefined();
    expect(second({})).toBeUndefined();
  });

  test('Korean takes the place of English that is not there, and says so', () => {
    const pack = { ...summarised, english: null };
    const [message] = messagesOf(editionOf({ language: 'en' }, 1, pack), {}, pack);
    expect(message?.body.content).toBe('📢 멈춘 컴퓨터 요약이에요.\n-# Not translated yet; shown in Korean.');
  });

  test('두 언어가 한 메시지에 다 들어가지 않으면 언어마다 한 메시지다', () => {
    const pack = packOf({ sections: 3, body: 1000, events: 0 });
    const edition = editionOf({ length: 'full', language: 'both', note: '읽어 주세요' }, 1, pack);
    const messages = messagesOf(edition, { run: 'run000000001', ping: role }, pack);
    expect(messages.map(({ body }) => body.content)).toEqual([
      `<@&${role}> 📢 ${'제'.repeat(200)} 요약이에요.\n읽어 주세요`,
      `📢 ${'t'.repeat(200)}, in brief`,
    ]);
    expect(messages.map(({ body }) => runOf(body.components ?? []))).toEqual([
      { post: 'run000000001', part: 0 },
      { post: 'run000000001', part: 1 },
    ]);
  });

  test('메시지 두 개로 올린 글은 짧아져도 두 개로 고친다', () => {
    const edition = editionOf({ language: 'both' }, 2);
    expect(messagesOf(edition)).toHaveLength(1);
    expect(messagesOf(edition, { parts: 1 })).toHaveLength(1);
    expect(messagesOf(edition, { parts: 2 })).toHaveLength(2);
    expect(messagesOf(editionOf({}, 2), { parts: 2 })).toHaveLength(1);
  });

  test('한 언어도 다 들어가지 않으면 사건부터, 그다음 대목을 통째로 덜고 그렇게 말한다', () => {
    const pack = packOf({ sections: 8, body: 1000, events: 30 });
    const [message] = messagesOf(editionOf({ length: 'full', timeline: true }, 1, pack), {}, pack);
    const [text, timeline] = message?.body.embeds ?? [];
    expect(text?.description).toBe('자리가 모자라 뒤의 4가지는 싣지 못했어요.');
    expect(text?.fields).toHaveLength(4);
    expect(timeline?.description).toBe('이 뒤로 30가지 일이 더 있어요.');
  });

  test('타임라인 한 편이 한 칸에 다 들어가지 않아도 언어마다 한 메시지다', () => {
    const short = packOf({ sections: 1, body: 1, events: 12 });
    const english = short.english && { ...short.english, title: 't', source: 's', timeline: {} };
    const event = (id: string) => ({ id, when: 'e', text: 'e', pair: 'what-happened' });
    const brief = Object.fromEntries(short.timeline.map(({ id }) => [id, event(id)]));
    const pack = { ...short, english: english && { ...english, timeline: brief } };
    const [first, second] = messagesOf(
      editionOf({ length: 'line', language: 'both', timeline: true }, 1, pack),
      {},
      pack,
    );
    expect(first?.body.embeds?.[1]?.description).toMatch(/이 뒤로 1가지 일이 더 있어요\.$/);
    expect(second?.body.embeds?.[1]?.description?.split('\n\n')).toHaveLength(12);
  });

  test('whatever a pack may hold and a moderator may choose, Discord takes it', () => {
    const shape = fc.record({
      sections: fc.integer({ min: 1, max: 30 }),
      body: fc.integer({ min: 1, max: limits.summarySection }),
      events: fc.integer({ min: 0, max: 40 }),
    });
    const summary = fc.record({
      length: fc.constantFrom(...lengths),
      language: fc.constantFrom(...summaryLanguages),
      timeline: fc.boolean(),
      image: fc.boolean(),
      note: fc.option(fc.string({ unit: 'binary', maxLength: 500 })),
    });
    fc.assert(
      fc.property(shape, summary, fc.integer({ min: 1, max: 99_999 }), (of, chosen, revision) => {
        const pack = packOf(of);
        const edition = editionOf(chosen, revision, pack);
        const messages = messagesOf(edition, { run: 'run000000001-zzzzzzzz', ping: role }, pack);
        expect(messages.length).toBeLessThanOrEqual(edition.card.languages.length);
        const shown = messages.flatMap(({ body }) => body.embeds?.map(({ image }) => image?.url) ?? []);
        const sent = messages.flatMap(({ files }) => files.map(({ name }) => `attachment://${name}`));
        expect(sent).toEqual(shown.filter((url) => url !== undefined));
      }),
      { numRuns: 60 },
    );
  });
});

/** A pack whose texts are as long as they may be. */
function packOf({ sections, body, events }: { sections: number; body: number; events: number }): Pack {
  const full = (letter: string) =>
    Array.from({ length: sections }, () => ({ heading: letter.repeat(100), body: letter.repeat(body) }));
  const event = (letter: string) => ({ when: letter.repeat(60), text: letter.repeat(300) });
  const ids = Array.from({ length: events }, (_, index) => `event-${index}`);
  const english = summarised.english;
  if (english === null) throw new Error('no English');
  return {
    ...summarised,
    title: '제'.repeat(200),
    source: '원'.repeat(300),
    summary: {
      line: '줄'.repeat(limits.summaryLine),
      short: '짧'.repeat(limits.summaryShort),
      full: full('글').map((section) => ({ ...section, pairs: ['what-happened'] })),
    },
    timeline: ids.map((id) => ({ id, ...event('일'), pair: 'what-happened' })),
    english: {
      ...english,
      title: 't'.repeat(200),
      source: 's'.repeat(300),
      summary: { line: 'l'.repeat(250), short: 's'.repeat(1000), full: full('x') },
      timeline: Object.fromEntries(ids.map((id) => [id, event('e')])),
    },
  };
}

describe('메모', () => {
  test('꾸밀 수도, 부를 수도, 이을 수도 없고 줄은 그대로다', () => {
    expect(escaped('# 제목\n- 하나\n12. 둘\n\n\n\n<@&1> @everyone [a](https://b.c) `x` ||y|| ~~z~~')).toBe(
      [
        '\\# 제목',
        '\\- 하나',
        '12\\. 둘',
        '',
        '\\<\\@&1\\> \\@everyone \\[a\\]\\(https\\://b.c\\) \\`x\\` \\|\\|y\\|\\| \\~\\~z\\~\\~',
      ].join('\n'),
    );
    expect(escaped('👩‍💻 \u202eabc\u0007')).toBe('👩‍💻 abc ');
  });
});

const post: Post = {
  id: 'post00000001',
  guild,
  target: { channel: square, pin: true, thread: false, ping: role },
  messages: ['1261000000000000901'],
  state: 'posted',
  revision: {
    number: 2,
    summary: newSummary('outage', 'ko'),
    hash: 'h',
    packVersion: 2,
    author: jun,
    at: noon,
  },
};

function previewOf(rest: Partial<Preview> = {}): Preview {
  return {
    draft: 'draft0000001',
    version: 'v1',
    edition: editionOf(),
    target: { channel: square, pin: false, thread: true, ping: role },
    update: null,
    changed: true,
    expiresAt: noon,
    ...rest,
  };
}

function panelOf(rest: Partial<Panel> = {}) {
  const panel = {
    preview: previewOf(),
    tab: 'content',
    packs: ['outage'],
    hasTimeline: true,
    wording: ko,
  } as const;
  return accepted(summaryPanel({ ...panel, ...rest }));
}

const button = (label: string, id: string, emoji?: string, style = 2) => ({
  type: 2,
  style,
  label,
  ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
  custom_id: `v1|summary|${id}`,
});

describe('창', () => {
  test('올릴 곳을 고르는 쪽에는 채널과 역할과 두 가지 켜고 끄기가 있다', () => {
    expect(panelOf({ tab: 'place' })).toEqual({
      content: [
        '**요약 만들기**',
        '자료: 멈춘 컴퓨터 · 짧게 · 한국어',
        `올릴 곳: <#${square}> · <@&${role}> · 스레드`,
        '-# 이어서 고르지 않으면 <t:1721390400:R>에 닫혀요.',
      ].join('\n'),
      components: [
        {
          type: 1,
          components: [
            {
              type: 8,
              custom_id: 'v1|summary|choose|draft0000001|channel',
              placeholder: '올릴 채널',
              channel_types: [0, 5],
              default_values: [{ id: square, type: 'channel' }],
            },
          ],
        },
        {
          type: 1,
          components: [
            {
              type: 6,
              custom_id: 'v1|summary|choose|draft0000001|ping',
              placeholder: '멘션할 역할 (고르지 않으면 아무도 부르지 않아요)',
              min_values: 0,
              default_values: [{ id: role, type: 'role' }],
            },
          ],
        },
        {
          type: 1,
          components: [
            button('고정', 'toggle|draft0000001|pin|true', '⬜'),
            button('스레드', 'toggle|draft0000001|thread|false', '✅', 1),
          ],
        },
        {
          type: 1,
          components: [
            button('미리보기', 'preview|draft0000001', '👀', 1),
            button('게시', 'post|draft0000001|v1', '📢'),
            button('예약', 'plan|draft0000001|v1', '⏰'),
            button('내용 고르기', 'panel|draft0000001|content', '⬅️'),
            button('취소', 'cancel'),
          ],
        },
      ],
    });
  });

  test('the side of the contents, with several articles, in English', () => {
    const packs = ['outage', ...Array.from({ length: 26 }, (_, index) => `pack-${index}`)];
    const titled = {
      ...en,
      packText: (pack: string, path: Parameters<typeof en.packText>[1]) =>
        pack === 'outage' ? en.packText(pack, path) : { text: pack, translated: true },
    };
    const { content, components = [] } = panelOf({ packs, hasTimeline: false, wording: titled });
    expect(content?.split('\n').slice(0, 2)).toEqual([
      '**A new summary**',
      'Article: The day the computers stopped · Short · Korean',
    ]);
    expect(components[0]).toEqual({
      type: 1,
      components: [
        {
          type: 3,
          custom_id: 'v1|summary|choose|draft0000001|length',
          placeholder: 'Length',
          options: [
            { label: 'One line', value: 'line' },
            { label: 'Short', value: 'short', default: true },
            { label: 'Full', value: 'full' },
          ],
        },
      ],
    });
    const [menu] = components[2]?.components ?? [];
    expect(menu).toMatchObject({ placeholder: 'Article (2 are left out for lack of room)' });
    expect(menu !== undefined && 'options' in menu ? menu.options : []).toHaveLength(25);
    const toggles = components[3]?.components ?? [];
    expect(toggles.map((one) => 'disabled' in one && one.disabled)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(components).toHaveLength(5);
  });

  test('고칠 때에는 채널이 정해져 있고, 알릴지를 고른다', () => {
    const preview = previewOf({
      update: { post, notify: true },
      edition: editionOf({ note: '어제 쓴 말' }, 3),
    });
    const { content, components = [] } = panelOf({ preview, tab: 'place' });
    expect(content?.split('\n').slice(0, 4)).toEqual([
      '**올린 요약 고치기** · 3판이 돼요',
      '자료: 멈춘 컴퓨터 · 짧게 · 한국어',
      `올린 곳: <#${square}>`,
      '메모: 어제 쓴 말',
    ]);
    expect(components.slice(2)).toEqual([
      {
        type: 1,
        components: [
          button('타임라인 글', 'toggle|draft0000001|timeline|true', '⬜'),
          button('타임라인 그림', 'toggle|draft0000001|image|true', '⬜'),
          button('메모', 'note|draft0000001', '📝'),
          button('채널에 알리기', 'toggle|draft0000001|notify|false', '✅', 1),
        ],
      },
      {
        type: 1,
        components: [
          button('미리보기', 'preview|draft0000001', '👀', 1),
          button('수정', 'post|draft0000001|v1', '📢'),
          button('취소', 'cancel'),
        ],
      },
    ]);
  });

  test('the forms hold what was there, and Discord takes them', () => {
    expect(form(noteForm('draft0000001', '어제 쓴 말', ko))).toEqual({
      custom_id: 'v1|summary|noted|draft0000001',
      title: '메모',
      components: [
        {
          type: 18,
          label: '요약 위에 붙일 말 (500자까지)',
          component: {
            type: 4,
            custom_id: 'text',
            style: 2,
            placeholder: '비워 두면 메모 없이 올라가요.',
            value: '어제 쓴 말',
            required: false,
            max_length: 500,
          },
        },
      ],
    });
    for (const wording of [ko, en]) {
      form(noteForm('draft0000001', null, wording));
      form(timeForm({ draft: 'draft0000001', version: 'v1' }, 'Asia/Seoul', wording));
      form(linkForm(wording));
    }
  });
});

describe('목록', () => {
  const many = (count: number, outdated: boolean) =>
    Array.from({ length: count }, (_, index) => ({
      post: { ...post, id: `post${String(index).padStart(8, '0')}` },
      outdated,
    }));

  test('글마다 링크, 채널, 언어, 판이 있고, 자료가 바뀐 글에는 표시가 있다', () => {
    const [listed] = many(1, true);
    if (listed === undefined) throw new Error('none');
    const line = [
      `[멈춘 컴퓨터](https://discord.com/channels/${guild}/${square}/1261000000000000901) <#${square}>`,
      '짧게',
      '한국어',
      '2판',
      '자료 2판',
      '⚠️ 자료가 바뀌었어요',
    ].join(' · ');
    expect(accepted(postItem(listed, ko)).embeds).toEqual([{ description: line }]);
    expect(accepted(postList({ posts: [listed], total: 1 }, ko, mentions.ko))).toEqual({
      content: '올린 요약 1개',
      embeds: [{ description: `**1.** ${line}` }],
      components: [
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: 'v1|summary|open',
              placeholder: '살펴볼 글을 골라 주세요',
              options: [
                {
                  label: '1. 멈춘 컴퓨터',
                  value: 'post00000000',
                  description: '짧게 · 한국어 · ⚠️ 자료가 바뀌었어요',
                },
              ],
            },
          ],
        },
        { type: 1, components: [button('링크로 찾기', 'find', '🔗')] },
      ],
    });
  });

  test('글이 25개보다 많으면 나머지를 찾을 길을 말하고, 가장 긴 목록도 들어간다', () => {
    const titled = (wording: typeof ko) => ({
      ...wording,
      packText: () => ({ text: '*'.repeat(200), translated: true }),
    });
    for (const wording of [titled(ko), titled(en)]) {
      const posts = many(25, true).map(({ post: one, outdated }) => ({
        outdated,
        post: {
          ...one,
          revision: {
            ...one.revision,
            number: 9999,
            packVersion: 9999,
            summary: { ...one.revision.summary, language: 'both' as const },
          },
        },
      }));
      accepted(postList({ posts, total: 31 }, wording, mentions.ko));
    }
    const { content } = postList({ posts: many(25, false), total: 31 }, ko, mentions.ko);
    expect(content).toBe('올린 요약 31개\n여기 없는 예전 글 6개는 링크로 찾을 수 있어요.');
  });

  test('기록은 25판까지 고를 수 있고, 더 있으면 그렇게 말한다', () => {
    const revisions = Array.from({ length: 30 }, (_, index) => ({
      ...post.revision,
      number: 30 - index,
      summary: {
        ...post.revision.summary,
        language: 'both' as const,
        timeline: true,
        image: true,
        note: '*'.repeat(500),
      },
    }));
    const message = accepted(historyList(post, revisions, en));
    const [menu] = message.components?.[0]?.components ?? [];
    expect(menu !== undefined && 'options' in menu ? menu.options.length : 0).toBe(25);
    expect(message.content).toContain('-# 5 older revisions are not listed here.');
    accepted(historyList(post, revisions, ko));
  });

  test('예약은 25개가 다 들어가고, 고르면 취소할 수 있다', () => {
    const schedule: Schedule = {
      id: 'schedule0001',
      guild,
      author: jun,
      summary: { ...newSummary('outage', 'both'), timeline: true, image: true },
      target: { channel: square, pin: true, thread: true, ping: role },
      zone: 'Asia/Seoul',
      rule: { kind: 'weekly', weekday: 3, time: '09:00' },
      nextAt: noon,
      state: 'waiting',
      last: null,
    };
    const waiting = Array.from({ length: 25 }, (_, index) => ({
      ...schedule,
      id: `schedule${String(index).padStart(4, '0')}`,
    }));
    const over = Array.from({ length: 9 }, () => ({
      ...schedule,
      state: 'over' as const,
      last: { outcome: 'uncertain' as const, at: noon },
    }));
    for (const wording of [ko, en])
      accepted(scheduleList({ waiting, over }, 'draft0000001', wording, mentions.ko));
    const past = scheduleList({ waiting: [], over }, null, ko, mentions.ko).embeds?.[0]?.description?.split(
      '\n',
    );
    expect(past).toEqual([
      '**지난 예약**',
      ...over.map(() => `<t:1721390400:F> · <#${square}> · 올라갔는지 알 수 없어요`),
    ]);
    expect(accepted(scheduleItem(schedule, en)).embeds?.[0]?.description).toBe(
      `<t:1721390400:F> · every Wednesday 09:00 · The day the computers stopped · Short · Korean and English · <#${square}> · <@&${role}> · Pin · Thread · <@${jun}>`,
    );
    expect(accepted(scheduledNotice(schedule, ko)).content).toBe(
      [
        `예약했어요. <t:1721390400:F>에 <#${square}>에 올릴게요.`,
        '그 뒤로 매주 같은 요일, 같은 시각에 올릴게요.',
        '-# 서버 시간대: Asia/Seoul',
      ].join('\n'),
    );
    const once = { ...schedule, rule: { kind: 'once' as const } };
    const [menu] =
      scheduleList({ waiting: [once], over: [] }, null, ko, mentions.ko).components?.[0]?.components ?? [];
    expect(menu).toMatchObject({ options: [{ label: '1. 2024. 7. 19. 오후 9:00' }] });
  });
});

describe('끝난 뒤의 말', () => {
  const link = `https://discord.com/channels/${guild}/${square}/1261000000000000901`;

  test('올린 뒤에 못 한 일은 하나씩 말한다', () => {
    expect(accepted(publishedNotice('posted', post, ['pin', 'thread', 'notice'], ko)).content).toBe(
      [
        `<#${square}>에 게시했어요.`,
        link,
        '⚠️ 메시지를 고정하지는 못했어요.',
        '⚠️ 스레드를 만들지는 못했어요.',
        '⚠️ 고쳤다는 알림은 보내지 못했어요.',
      ].join('\n'),
    );
  });

  test('what is there but not recorded is not said to be missing', () => {
    const notice = unrecordedNotice({ guild, channel: square }, post.messages, en);
    expect(accepted(notice).content).toBe(
      `It is posted, but could not be recorded yet. That will follow by itself, so there is no need to post it again.\n${link}`,
    );
  });

  test('지워진 글은 새로 게시할 수 있다', () => {
    expect(accepted(goneNotice({ post: post.id }, ko))).toEqual({
      content: '메시지가 지워졌어요. 새로 게시할까요?',
      components: [
        { type: 1, components: [button('게시', 'renew|post00000001', '📢', 1), button('취소', 'cancel')] },
      ],
    });
  });
});

test('a message is meant by its link, in whichever client, or by its id', () => {
  const id = '1261000000000000901';
  const links = ['discord.com', 'ptb.discord.com', 'canary.discord.com', 'discordapp.com'].map(
    (host) => `https://${host}/channels/${guild}/${square}/${id}`,
  );
  expect([id, ` ${id} `, ...links, `<${links[0]}>`].map(messageIn)).toEqual(Array(7).fill(id));
  const others = ['', 'abc', `https://example.com/channels/${guild}/${square}/${id}`, `${links[0]}/5`, '12'];
  expect(others.map(messageIn)).toEqual(others.map(() => null));
});
