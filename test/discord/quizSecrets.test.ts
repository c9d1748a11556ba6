import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../src/content/load.ts';
import { answerForm } from '../../src/discord/views/quizForm.ts';
import { askedQuestion, lobby, type ShownGame, scoreBoard } from '../../src/discord/views/quizGame.ts';
import { confirmStop } from '../../src/discord/views/quizNotice.ts';
import { asksOf, solutionTexts } from '../../src/discord/views/quizQuestion.ts';
import { told } from '../../src/discord/views/quizTold.ts';
import { cardsOf } from '../../src/flows/quiz/start.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { contentFolder, localesFolder } from '../../src/paths.ts';
import { type Dealt, lay } from '../../src/quiz/deck.ts';
import { begin, type Feedback, type Game, type Style } from '../../src/quiz/game.ts';
import { seededRandom } from '../support/random.ts';
import { simpleJosa } from '../support/wording.ts';

const packs = loadPacks({ content: contentFolder, locales: localesFolder });
const byId = new Map(packs.map((pack) => [pack.id, pack]));
const random = seededRandom();
const dealt = cardsOf(byId).map((card) => lay(card, random));
const inLanguage = createTranslator({
  locales,
  packs,
  josa: simpleJosa,
  onMissing: (key) => {
    throw new Error(`missing: ${key}`);
  },
});
const languages = ['ko', 'en'] as const;
const styles: readonly Style[] = ['race', 'together', 'hardcore'];
const closesAt = new Date('2024-07-19T12:00:20Z');

/** A game at its one question. */
function gameOf(question: Dealt, style: Style): Game {
  const { state } = begin({ style, seconds: 20, starter: 'mina', questions: [question] }, 0);
  return { ...state, phase: 'open', current: 0, attempt: 1, message: '1', until: 20_000 };
}

/** All that anybody can get to see of a question while it is open, but for what is said to an answer in words. */
function seenOf(question: Dealt, language: 'ko' | 'en', style: Style): unknown {
  const wording = inLanguage(language);
  const game = gameOf(question, style);
  const shown: ShownGame = { id: 'abcdefghijkl', game, wording };
  const asks = asksOf(question);
  const picks =
    question.kind === 'order'
      ? [question.shown.map((_, place) => place)]
      : question.shown.map((_, place) => [place]);
  const feedback: readonly Feedback[] = [
    ...picks.map((picks) => ({ kind: 'chosen', picks }) as const),
    ...picks.map((picks) => ({ kind: 'already-chosen', picks }) as const),
    ...[true, false].map((free) => ({ kind: 'hint', free }) as const),
    ...(['late', 'no-hint', 'impossible', 'joined', 'already-right', 'no-tries-left'] as const).map(
      (kind) => ({
        kind,
      }),
    ),
  ];
  return [
    lobby(shown),
    askedQuestion(shown, question, closesAt),
    answerForm({ name: 'quiz|answered', game: shown.id, question: 0, asks }, { asks, question }, wording),
    ...feedback.map((one) => told(one, game, wording)),
    scoreBoard({ game, wording }),
    ...[true, false].map((decides) => confirmStop(shown, { decides })),
  ];
}

/** The same question, with something else being right. */
function otherRight(question: Dealt): readonly Dealt[] {
  const { kind, shown, right } = question;
  if (kind === 'typed') return [];
  if (kind === 'order') return [{ ...question, right: [...right].reverse() }];
  return shown.map((_, place) => ({ ...question, right: [place] }));
}

describe('before a question is over, nothing tells what is right', () => {
  test.each(dealt.map((one) => [`${one.pack}/${one.id}`, one] as const))('%s', (_, question) => {
    for (const language of languages) {
      for (const style of styles) {
        const seen = seenOf(question, language, style);
        for (const other of otherRight(question)) expect(seenOf(other, language, style)).toEqual(seen);
      }
    }
  });

  test.each(dealt.map((one) => [`${one.pack}/${one.id}`, one] as const))(
    '%s keeps its solution',
    (_, question) => {
      for (const language of languages) {
        const text = JSON.stringify(seenOf(question, language, 'race')).toLowerCase();
        const { explanation, whys, answer } = solutionTexts(inLanguage(language), question);
        const secrets = [
          explanation,
          ...whys.flatMap((why) => why ?? []),
          ...(question.kind === 'typed' ? [answer] : []),
        ];
        const given = secrets.filter((secret) =>
          text.includes(JSON.stringify(secret).slice(1, -1).toLowerCase()),
        );
        expect(given).toEqual([]);
      }
    },
  );

  test('no form holds an answer in words, not even that of the other language', () => {
    const typed = dealt.filter(({ kind }) => kind === 'typed');
    expect(typed.length).toBeGreaterThan(0);
    for (const question of typed) {
      const forms = languages.map((language) =>
        answerForm(
          { name: 'quiz|answered', game: 'abcdefghijkl', question: 0, asks: 'typed' },
          { asks: 'typed', question },
          inLanguage(language),
        ),
      );
      const text = JSON.stringify(forms).toLowerCase();
      const answers = languages.map((language) => solutionTexts(inLanguage(language), question).answer);
      expect([question.id, answers.filter((answer) => text.includes(answer.toLowerCase()))]).toEqual([
        question.id,
        [],
      ]);
    }
  });

  test('all four kinds are among the questions, and an order is never shown in the right one', () => {
    expect(new Set(dealt.map(({ kind }) => kind))).toEqual(new Set(['choice', 'truth', 'typed', 'order']));
    const orders = dealt.filter(({ kind }) => kind === 'order');
    expect(orders.filter(({ right }) => right.every((place, index) => place === index))).toEqual([]);
    expect(dealt.length).toBeGreaterThanOrEqual(56);
  });

  test('the right option is as often at one place as at another', () => {
    const counts = [0, 0, 0, 0];
    const cards = cardsOf(byId).filter(({ question }) => question.kind === 'choice');
    for (let round = 0; round < 100; round++) {
      for (const card of cards) {
        const place = lay(card, random).right[0] ?? 0;
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
    const expected = (cards.length * 100) / 4;
    for (const count of counts) expect(Math.abs(count - expected) / expected).toBeLessThan(0.1);
  });

  test('no option gives itself away by being the longest', () => {
    for (const language of languages) {
      const wording = inLanguage(language);
      const choices = cardsOf(byId).filter(({ question }) => question.kind === 'choice');
      const longest = choices.filter(({ pack, question }) => {
        if (question.kind !== 'choice') return false;
        const lengths = question.options.map(
          (_, place) =>
            wording.packText(pack, ['quiz', question.id, 'options', `${place}`, 'text']).text.length,
        );
        const right = question.options.findIndex(({ right }) => right);
        return lengths.every((length, place) => place === right || length < (lengths[right] ?? 0));
      });
      expect([language, longest.length / choices.length < 0.5]).toEqual([language, true]);
    }
  });
});
