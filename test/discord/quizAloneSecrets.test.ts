import { expect, test } from 'vitest';
import { loadPacks } from '../../src/content/load.ts';
import type { MessageBody, ModalBody } from '../../src/discord/views/message.ts';
import { dailyQuestion } from '../../src/discord/views/quizDaily.ts';
import { answerForm } from '../../src/discord/views/quizForm.ts';
import { askedQuestion } from '../../src/discord/views/quizGame.ts';
import { practiceCard } from '../../src/discord/views/quizPractice.ts';
import { asksOf, solutionTexts } from '../../src/discord/views/quizQuestion.ts';
import { cardsOf } from '../../src/flows/quiz/start.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator, type Wording } from '../../src/i18n/translator.ts';
import { contentFolder, localesFolder } from '../../src/paths.ts';
import { asListed, type Card, cardName, type Dealt, lay, layoutOf, nameKey } from '../../src/quiz/deck.ts';
import { begin, type Game } from '../../src/quiz/game.ts';
import { accepted } from '../support/accepted.ts';
import { seededRandom } from '../support/flows.ts';
import { simpleJosa } from '../support/wording.ts';

const packs = loadPacks({ content: contentFolder, locales: localesFolder });
const inLanguage = createTranslator({
  locales,
  packs,
  josa: simpleJosa,
  onMissing: (key) => {
    throw new Error(`missing: ${key}`);
  },
});
const cards = cardsOf(new Map(packs.map((pack) => [pack.id, pack])));
const questions = cards.flatMap((card) =>
  (['ko', 'en'] as const).map((language) => [card.question.id, language, card] as const),
);
const closesAt = new Date('2024-07-19T12:00:20Z');

/** All that is shown of a question before it is answered: messages, and the forms that their buttons open. */
function shownOf(wording: Wording, question: Dealt): readonly (MessageBody | ModalBody)[] {
  const { state } = begin({ style: 'race', seconds: 20, starter: 'mina', questions: [question] }, 0);
  const game: Game = { ...state, current: 0 };
  const inGame = { id: 'game00000001', game, wording };
  const layout = layoutOf(question);
  const key = nameKey(`${question.pack}/${question.id}`);
  const messages = [
    askedQuestion(inGame, question, closesAt),
    dailyQuestion({ question, key, day: '2024-07-19', streak: 0 }, wording),
    practiceCard({ question, key, layout, counts: { due: 1, known: 2, untried: 3 } }, wording),
    practiceCard({ question, key, layout, counts: null }, wording),
  ].map(accepted);
  const asks = asksOf(question);
  const actions = [
    { name: 'quiz|answered', game: inGame.id, question: 0, asks },
    { name: 'quiz|written', day: '2024-07-19', key, asks },
    { name: 'quiz|spelled', key, layout, hinted: false, asks },
  ] as const;
  return [...messages, ...actions.map((action) => answerForm(action, { asks, question }, wording))];
}

/** The same question as if something else were right. */
function otherwise(question: Dealt): Dealt {
  const { right, shown } = question;
  return { ...question, right: [...right].reverse().map((place) => (place + 1) % shown.length) };
}

/** All that is shown but for the question itself, its hint, the title of the article and the rule of one try. */
function besides(wording: Wording, { pack, question }: Card, shown: readonly object[]): string {
  const words = [
    wording.t('quiz.daily.once'),
    wording.packText(pack, ['title']).text,
    wording.packText(pack, ['quiz', question.id, 'question']).text,
    ...(question.hint === undefined ? [] : [wording.packText(pack, ['quiz', question.id, 'hint']).text]),
  ];
  return words.reduce((left, text) => left.replaceAll(written(text), ''), JSON.stringify(shown));
}

function written(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** `components` does not have the word "one". */
function hasWords(text: string, words: string): boolean {
  const letter = '[\\p{L}\\p{N}]';
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<!${letter})${literal}(?!${letter})`, 'u').test(text);
}

test.each(questions)(
  'what is shown of %s in %s before it is answered says nothing of the answer',
  (_, language, card) => {
    const wording = inLanguage(language);
    const dealt = lay(card, seededRandom());
    const shown = shownOf(wording, dealt);
    expect(shownOf(wording, otherwise(dealt))).toEqual(shown);
    expect(shown.every((message) => !('files' in message))).toBe(true);

    const text = besides(wording, card, shown);
    const { explanation, whys } = solutionTexts(wording, dealt);
    const secrets = [explanation, ...whys.filter((why) => why !== null), ...typedAnswers(card)];
    expect(text).not.toContain(dealt.id);
    expect(secrets.filter((secret) => hasWords(text, written(secret)))).toEqual([]);
  },
);

/** In both languages; numbers alone stand for too much in any message. */
function typedAnswers({ pack, question }: Card): readonly string[] {
  if (question.kind !== 'typed') return [];
  const english = packs.find(({ id }) => id === pack)?.english?.quiz[question.id];
  return [...question.answers, ...(english?.answers ?? [])].filter((answer) => !/^\d+$/.test(answer));
}

test('the options of a choice lead to the same buttons in every order', () => {
  const choice = cards.filter(({ question }) => question.kind === 'choice');
  expect(choice.length).toBeGreaterThan(10);
  for (const card of choice) {
    const ids = [asListed(card), lay(card, seededRandom())].map(
      (question) =>
        dailyQuestion({ question, key: 'k'.repeat(14), day: '2024-07-19', streak: 0 }, inLanguage('ko'))
          .components,
    );
    expect(ids[0]).toEqual(ids[1]);
  }
});

test('the layout of an order in a button does not stand in the right order when the items do', () => {
  const orders = cards.filter(({ question }) => question.kind === 'order');
  expect(orders.length).toBeGreaterThan(0);
  expect(orders.filter((card) => /^01(2(34?)?)?$/.test(layoutOf(asListed(card))))).toEqual([]);
});

test('the same digit does not mean right in every layout', () => {
  const digits = cards
    .filter(({ question }) => question.kind === 'choice')
    .map((card) => {
      const dealt = lay(card, seededRandom());
      return layoutOf(dealt)[dealt.right[0] ?? 0];
    });
  expect([...new Set(digits)].sort()).toEqual(['0', '1', '2', '3']);
});

test('no two questions have the same key', () => {
  expect(new Set(cards.map((card) => nameKey(cardName(card)))).size).toBe(cards.length);
});
