import { describe, expect, test } from 'vitest';
import { cardOf } from '../../src/conversation/pairs.ts';
import { aboutPacks } from '../../src/discord/views/about.ts';
import { type AnswerCard, answerCard } from '../../src/discord/views/answer.ts';
import { questionChoices, termChoices } from '../../src/discord/views/choices.ts';
import { feedbackThanks, reasonSelect } from '../../src/discord/views/feedback.ts';
import { help, shortHelp } from '../../src/discord/views/help.ts';
import { languagePanel, languageSaved } from '../../src/discord/views/language.ts';
import { suggestionList } from '../../src/discord/views/suggest.ts';
import { nearestTerms, termCard } from '../../src/discord/views/term.ts';
import { topicsPage } from '../../src/discord/views/topics.ts';
import { accepted } from '../support/accepted.ts';
import { outageInEnglish } from '../support/pack.ts';
import { inLanguage, mentions, plainMentions } from '../support/wording.ts';

const mina = '111111111111111111';
const packs = new Map([[outageInEnglish.id, outageInEnglish]]);

function answer(pair: string, rest: Partial<AnswerCard> = {}): AnswerCard {
  const card = cardOf(packs, { pack: 'outage', pair });
  if (card === null) throw new Error(`no pair ${pair}`);
  return {
    card,
    wording: inLanguage('ko'),
    asker: mina,
    place: 'public',
    mayShare: true,
    certain: true,
    ...rest,
  };
}

describe('the answer', () => {
  test('공개된 답에는 출처와 이어지는 질문, 언어, 평가, 지우기가 있다', () => {
    expect(accepted(answerCard(answer('what-happened')))).toEqual({
      embeds: [
        {
          title: '무슨 일이 있었던 거야?',
          description: '컴퓨터가 한꺼번에 멈췄어.',
          footer: { text: '출처: 멈춘 컴퓨터 · 1/12 · 2024-07 기준' },
        },
      ],
      components: [
        {
          type: 1,
          components: [
            {
              type: 2,
              style: 2,
              label: '왜 그랬는데?',
              custom_id: `v1|card|next|outage|why-it-happened|ko|${mina}`,
            },
            {
              type: 2,
              style: 2,
              label: '누가 피해를 봤어?',
              custom_id: `v1|card|next|outage|who-was-hit|ko|${mina}`,
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
              custom_id: `v1|card|turn|outage|what-happened|ko|${mina}|true`,
            },
            {
              type: 2,
              style: 2,
              label: '도움됐어요',
              emoji: { name: '👍' },
              custom_id: `v1|card|good|outage|what-happened|ko|${mina}`,
            },
            {
              type: 2,
              style: 2,
              label: '아니에요',
              emoji: { name: '👎' },
              custom_id: `v1|card|bad|outage|what-happened|ko|${mina}`,
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
  });

  const labels = (message: ReturnType<typeof answerCard>) =>
    (message.components ?? []).map(({ components }) =>
      components.map((component) => ('label' in component ? component.label : component.type)),
    );

  test('in English all of it is English', () => {
    const message = accepted(answerCard(answer('why-it-happened', { wording: inLanguage('en') })));
    expect(message.embeds).toEqual([
      {
        title: 'Why did this happen?',
        description: 'One update was faulty.\n\nThat is all.',
        footer: { text: 'Source: The day the computers stopped · 2/12 · as of 2024-07' },
      },
    ]);
    expect(labels(message)).toEqual([['What now?'], ['한국어', 'Helpful', 'Not helpful', 'Delete']]);
  });

  test('a private one can be shared, one in a DM neither shared nor deleted', () => {
    expect(labels(answerCard(answer('one', { place: 'private' })))).toEqual([
      ['English', '도움됐어요', '아니에요', '공개'],
    ]);
    expect(labels(answerCard(answer('one', { place: 'private', mayShare: false })))).toEqual([
      ['English', '도움됐어요', '아니에요'],
    ]);
    expect(labels(answerCard(answer('one', { place: 'direct' })))).toEqual([
      ['English', '도움됐어요', '아니에요'],
    ]);
  });

  test('one that has no English is given in Korean, and says so', () => {
    const message = accepted(answerCard(answer('untranslated', { wording: inLanguage('en') })));
    expect(message.embeds?.[0]).toMatchObject({
      title: '번역이 없는 질문이야?',
      description: '한국어로만 있는 답이야.\n\n-# Not translated yet; shown in Korean.',
    });
  });

  test('확실하지 않으면 그렇다고 하고, 고친 글자를 알려 준다', () => {
    const slips = [{ kind: 'layout', from: 'dho', to: '왜' }] as const;
    const message = accepted(answerCard(answer('one', { certain: false, slips, place: 'private' })));
    expect(message.embeds?.[0]?.description).toBe(
      '5번째 답이야.\n\n-# 가장 가까운 설명을 골랐어요. 물어보신 것과 다를 수 있어요.\n' +
        "-# 'dho'를 '왜'로 바꿔 찾았어요.",
    );
  });

  test('a channel is not told what the member typed', () => {
    const slips = [
      { kind: 'layout', from: 'dho', to: '왜' },
      { kind: 'spelling', from: '업대이트', to: '업데이트' },
    ] as const;
    expect(answerCard(answer('one', { slips })).embeds?.[0]?.description).toBe(
      '5번째 답이야.\n\n-# 한/영 키를 바꿔 읽고 찾았어요.\n-# 오타를 고쳐서 찾았어요.',
    );
  });

  test('what a member typed can neither format, mention nor run on', () => {
    const slips = [
      { kind: 'spelling', from: `**@everyone**\n${'가'.repeat(100)}`, to: '<@1> [x](y)' },
    ] as const;
    const message = accepted(
      answerCard(answer('one', { slips, place: 'direct', wording: inLanguage('en') })),
    );
    expect(message.embeds?.[0]?.description).toBe(
      `Answer 5.\n\n-# Searched for “\\<\\@1\\> \\[x\\]\\(y\\)” instead of “\\*\\*\\@everyone\\*\\* ${'가'.repeat(15)}…”.`,
    );
  });

  test('the longest texts fit', () => {
    const [pair] = outageInEnglish.pairs;
    if (pair === undefined) throw new Error('the pack has no pair');
    const long = { ...pair, question: '가'.repeat(200), answer: '😀'.repeat(3500) };
    const slip = { kind: 'spelling', from: '*'.repeat(200), to: '_'.repeat(200) } as const;
    const card = answer('what-happened', { certain: false, slips: [slip, slip, slip], place: 'direct' });
    const wording = {
      ...card.wording,
      packText: (_pack: string, path: readonly string[]) => ({
        text:
          path.at(-1) === 'answer' ? long.answer : path.at(-1) === 'title' ? '가'.repeat(200) : long.question,
        translated: false,
      }),
    };
    accepted(answerCard({ ...card, wording }));
  });
});

describe('the suggestions', () => {
  const offers = ['why-it-happened', 'who-was-hit'].map((pair) => ({ pack: 'outage', pair, after: null }));
  const none = { type: 2, style: 2, label: '이 중에 없어요', custom_id: `v1|suggest|none|ko|${mina}` };

  test('a button for each question, and one for none of them', () => {
    const message = suggestionList({ offers, wording: inLanguage('ko'), asker: mina, place: 'public' });
    expect(accepted(message)).toEqual({
      content: '혹시 이 질문인가요?',
      components: [
        {
          type: 1,
          components: [
            {
              type: 2,
              style: 2,
              label: '왜 이런 일이 벌어진 거야?',
              custom_id: `v1|suggest|pick|outage|why-it-happened|ko|${mina}`,
            },
          ],
        },
        {
          type: 1,
          components: [
            {
              type: 2,
              style: 2,
              label: '누가 피해를 봤어?',
              custom_id: `v1|suggest|pick|outage|who-was-hit|ko|${mina}`,
            },
          ],
        },
        { type: 1, components: [none] },
      ],
    });
  });

  test('앞 질문이 있어야 뜻이 통하는 질문은 앞 질문과 함께 목록으로 보여 준다', () => {
    const withContext = [{ pack: 'outage', pair: 'then-what', after: 'why-it-happened' }, ...offers];
    const slips = [{ kind: 'layout', from: 'dho', to: '왜' }] as const;
    const message = suggestionList({
      offers: withContext,
      wording: inLanguage('ko'),
      asker: mina,
      place: 'private',
      slips,
    });
    expect(accepted(message)).toEqual({
      content: "혹시 이 질문인가요?\n-# 'dho'를 '왜'로 바꿔 찾았어요.",
      components: [
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: `v1|suggest|list|ko|${mina}`,
              placeholder: '질문을 골라 주세요',
              options: [
                {
                  label: '그럼 이제 어떻게 해?',
                  value: 'outage:then-what',
                  description: '앞 질문: 왜 이런 일이 벌어진 거야?',
                },
                { label: '왜 이런 일이 벌어진 거야?', value: 'outage:why-it-happened' },
                { label: '누가 피해를 봤어?', value: 'outage:who-was-hit' },
              ],
            },
          ],
        },
        { type: 1, components: [none] },
      ],
    });
  });
});

describe('the topics', () => {
  const page = (number: number, pages: number, pairs: readonly string[]) => ({
    pack: 'outage',
    packs: ['outage'],
    page: number,
    pages,
    total: 12,
    entries: pairs.map((pair, index) => ({ pair, position: number * 10 + index + 1 })),
  });

  test('a page lists its questions, opens one, and turns', () => {
    expect(accepted(topicsPage(page(0, 2, ['what-happened', 'untranslated']), inLanguage('en')))).toEqual({
      embeds: [
        {
          title: 'The day the computers stopped',
          description: '1. What happened?\n2. 번역이 없는 질문이야?',
          footer: { text: 'Page 1 of 2 · 12 questions' },
        },
      ],
      components: [
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: 'v1|topics|open|outage',
              placeholder: 'Choose a question to read',
              options: [
                { label: '1. What happened?', value: 'what-happened' },
                { label: '2. 번역이 없는 질문이야?', value: 'untranslated' },
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
              label: 'Back',
              emoji: { name: '◀️' },
              custom_id: 'v1|topics|page|outage|0',
              disabled: true,
            },
            { type: 2, style: 2, label: 'Next', emoji: { name: '▶️' }, custom_id: 'v1|topics|page|outage|1' },
          ],
        },
      ],
    });
  });

  test('in the middle both buttons turn, at the end only one', () => {
    const buttons = (number: number) =>
      accepted(topicsPage(page(number, 3, ['one']), inLanguage('ko'))).components?.[1]?.components.map(
        (button) => [
          'custom_id' in button ? button.custom_id : '',
          button.type === 2 && button.disabled === true ? 'off' : 'on',
        ],
      );
    expect(buttons(1)).toEqual([
      ['v1|topics|page|outage|0', 'on'],
      ['v1|topics|page|outage|2', 'on'],
    ]);
    expect(buttons(2)).toEqual([
      ['v1|topics|page|outage|1', 'on'],
      ['v1|topics|page|outage|2', 'off'],
    ]);
  });

  test('a single page does not turn', () => {
    expect(accepted(topicsPage(page(0, 1, ['one']), inLanguage('ko'))).components).toHaveLength(1);
  });
});

describe('the glossary', () => {
  test('a term, its meaning, and the way to the pair that speaks of it', () => {
    const term = { pack: 'outage', term: 'update', pair: 'why-it-happened' };
    expect(accepted(termCard(term, inLanguage('ko'), mina))).toEqual({
      embeds: [
        {
          title: '업데이트',
          description: '프로그램을 새 판으로 바꾸는 일.',
          footer: { text: '출처: 멈춘 컴퓨터' },
        },
      ],
      components: [
        {
          type: 1,
          components: [
            {
              type: 2,
              style: 2,
              label: '관련 설명 보기',
              custom_id: `v1|card|next|outage|why-it-happened|ko|${mina}`,
            },
          ],
        },
      ],
    });
  });

  test('a term of which no pair speaks has no button', () => {
    expect(
      accepted(termCard({ pack: 'outage', term: 'kernel', pair: null }, inLanguage('en'), mina)),
    ).toEqual({
      embeds: [
        {
          title: 'kernel',
          description: 'The core of an operating system.',
          footer: { text: 'Source: The day the computers stopped' },
        },
      ],
      components: [],
    });
  });

  test('an unknown word is answered with the nearest', () => {
    const nearest = ['update', 'kernel'].map((term) => ({ pack: 'outage', term }));
    expect(accepted(nearestTerms(nearest, inLanguage('ko')))).toEqual({
      content: '그 낱말은 용어집에 없어요. 혹시 이 중에 있나요?',
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: 2, label: '업데이트', custom_id: 'v1|term|show|outage|update' },
            { type: 2, style: 2, label: '커널', custom_id: 'v1|term|show|outage|kernel' },
          ],
        },
      ],
    });
    expect(nearestTerms([], inLanguage('en'))).toEqual({ content: 'That word is not in the glossary.' });
  });
});

test('/about names the article, its author, its licence and its date', () => {
  const facts = { pack: 'outage', licence: 'CC BY 4.0', asOf: '2024-07', version: 2, pairs: 12 };
  expect(accepted(aboutPacks([facts], inLanguage('ko')))).toEqual({
    embeds: [
      {
        title: '멈춘 컴퓨터',
        description: '2024년 7월의 먹통 사태를 다룬 시험용 기사예요.',
        fields: [
          { name: '원문', value: '시험용 원문' },
          { name: '글쓴이', value: '홍길동', inline: true },
          { name: '이용 조건', value: 'CC BY 4.0', inline: true },
          { name: '기준', value: '2024-07', inline: true },
          { name: '자료 판', value: '2판', inline: true },
          { name: '질문 수', value: '12개', inline: true },
        ],
      },
    ],
  });
});

test('/about of many packs stays within what one message holds', () => {
  const facts = { pack: 'outage', licence: 'x'.repeat(60), asOf: '2024-07', version: 2, pairs: 12 };
  expect(accepted(aboutPacks(Array(25).fill(facts), inLanguage('ko'))).embeds).toHaveLength(10);
  const long = { ...facts, licence: '가'.repeat(1000) };
  expect(accepted(aboutPacks(Array(25).fill(long), inLanguage('ko'))).embeds?.length).toBeLessThan(6);
});

test('도움말은 여덟 줄이고, 명령은 눌러서 쓸 수 있다', () => {
  expect(accepted(help(inLanguage('ko'), mentions.ko)).content?.split('\n')).toEqual([
    '**먹통**은 기사 한 편을 질문과 답으로 풀어 주는 봇이에요. 어떤 기사인지는 </about:104>에서 볼 수 있어요.',
    '</ask:101> 궁금한 것을 편하게 물어보세요. 오타나 초성도 괜찮아요.',
    '</topics:102> 다룬 질문을 차례대로 볼 수 있어요.',
    '</term:103> 어려운 낱말의 뜻을 알려 드려요.',
    '</quiz:107> 퀴즈를 함께 풀고, 혼자 연습하고, 오늘의 문제에 도전해요.',
    '</language:106> 답을 한국어로 볼지 영어로 볼지 정해요.',
    '저를 멘션하거나, 제 답에 답장하거나, DM으로 물어봐도 돼요.',
    '메시지를 길게 누르거나 오른쪽 클릭한 뒤 앱 → **이 메시지에 답하기**를 골라도 돼요.',
  ]);
});

test('where the ids of the commands are not known, they are named in the language of the reader', () => {
  expect(shortHelp(inLanguage('ko'), plainMentions.ko).content).toBe(
    '무엇이 궁금한가요? 저를 멘션하고 질문을 함께 적어 주세요.\n`/질문` 명령으로 물어봐도 돼요.\n' +
      '다룬 질문은 `/목차`에 있어요.',
  );
  expect(shortHelp(inLanguage('en'), plainMentions.en).content?.split('\n')).toEqual([
    'What would you like to know? Mention me together with your question.',
    'You can ask with `/ask`, too.',
    'The questions I can answer are in `/topics`.',
  ]);
});

test('the panel of the language turns off what is set already', () => {
  const disabled = (setting: 'ko' | 'en' | null) =>
    accepted(languagePanel(setting, inLanguage('ko'))).components?.flatMap(({ components }) =>
      components
        .filter((button) => button.disabled === true)
        .map((button) => 'label' in button && button.label),
    );
  expect(languagePanel('en', inLanguage('ko')).content).toBe(
    '지금 설정: **영어**\n답을 받을 언어를 골라 주세요.',
  );
  expect([disabled('ko'), disabled('en'), disabled(null)]).toEqual([['한국어'], ['English'], ['자동']]);
});

test('a language that was set is confirmed in it', () => {
  expect(languageSaved('ko', inLanguage('ko')).content).toBe('이제 한국어로 답해 드릴게요.');
  expect(languageSaved('en', inLanguage('en')).content).toBe("From now on I'll answer you in English.");
  expect(languageSaved(null, inLanguage('ko')).content).toBe('이제 디스코드 언어 설정을 따를게요.');
});

test('whoever was not helped is asked why', () => {
  expect(accepted(reasonSelect({ pack: 'outage', pair: 'one' }, inLanguage('ko')))).toEqual({
    content: '어떤 점이 아쉬웠나요?',
    components: [
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'v1|why|pick|outage|one',
            placeholder: '가장 가까운 것을 골라 주세요',
            options: [
              { label: '다른 질문이었어요', value: 'other' },
              { label: '설명이 어려워요', value: 'hard' },
              { label: '틀린 내용 같아요', value: 'wrong' },
              { label: '오래됐어요', value: 'old' },
            ],
          },
        ],
      },
    ],
  });
  expect(feedbackThanks(inLanguage('ko'))).toEqual({ content: '알려 주셔서 고마워요.' });
});

describe('while typing', () => {
  test('the mark says why a question is there, and @ and # are left out', () => {
    const completions = (
      ['exact', 'prefix', 'alias', 'choseong', 'layout', 'fuzzy', 'content', 'hoisted'] as const
    ).map((why) => ({ pack: 'outage', pair: 'one', why }));
    expect(questionChoices(completions, inLanguage('en')).map(({ name }) => name)).toEqual([
      '✅ Question 5?',
      'Question 5?',
      '🔑 Question 5?',
      'Question 5?',
      '⌨️ Question 5?',
      'Question 5?',
      '📄 Question 5?',
      '📌 Question 5?',
    ]);
    const wording = { ...inLanguage('ko'), packText: () => ({ text: '@C# 질문?', translated: true }) };
    expect(questionChoices([{ pack: 'outage', pair: 'one', why: 'fuzzy' }], wording)).toEqual([
      { name: 'C 질문?', value: 'outage:one' },
    ]);
  });

  test('there are at most 25 choices of at most 100 characters', () => {
    const wording = { ...inLanguage('ko'), packText: () => ({ text: '가'.repeat(200), translated: true }) };
    const completions = Array(30).fill({ pack: 'outage', pair: 'one', why: 'exact' });
    const choices = questionChoices(completions, wording);
    expect(choices).toHaveLength(25);
    expect(choices[0]?.name).toBe(`✅ ${'가'.repeat(97)}…`);
    expect(termChoices([{ pack: 'outage', term: 'kernel' }], inLanguage('en'))).toEqual([
      { name: 'kernel', value: 'outage:kernel' },
    ]);
  });
});
