import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../src/content/load.ts';
import type { EnglishQuizQuestion, QuizQuestion } from '../../src/content/schema.ts';
import { normalize } from '../../src/korean/normalize.ts';
import { contentFolder, localesFolder } from '../../src/paths.ts';
import { answerKey, readTerms } from '../../src/quiz/typed/key.ts';
import { judge } from '../../src/quiz/typedAnswer.ts';

const [outage] = loadPacks({ content: contentFolder, locales: localesFolder });
const quiz: readonly QuizQuestion[] = outage?.quiz ?? [];
const english: Readonly<Record<string, EnglishQuizQuestion>> = outage?.english?.quiz ?? {};

type Choice = Extract<QuizQuestion, { kind: 'choice' }>;
const choices = quiz.filter((question): question is Choice => question.kind === 'choice');
const typed = quiz.filter((question) => question.kind === 'typed');

/** Where the right option stands, and the texts of all four. */
function optionsOf(language: 'ko' | 'en') {
  return choices.map(({ id, options }) => ({
    id,
    at: options.findIndex(({ right }) => right),
    texts:
      language === 'ko'
        ? options.map(({ text }) => text)
        : (english[id]?.options ?? []).map(({ text }) => text),
  }));
}

/** How often a player is right who knows nothing and picks one of the options whose length is `extreme`. */
function rightByLength(language: 'ko' | 'en', extreme: (...lengths: number[]) => number): number {
  const odds = optionsOf(language).map(({ at, texts }) => {
    const lengths = texts.map((text) => [...text].length);
    const picked = lengths.filter((length) => length === extreme(...lengths)).length;
    return lengths[at] === extreme(...lengths) ? 1 / picked : 0;
  });
  return odds.reduce((sum, chance) => sum + chance, 0) / odds.length;
}

function share(count: number, of: number = quiz.length): number {
  return count / of;
}

test('there are at least 52 questions, and every pair has two or more', () => {
  expect(quiz.length).toBeGreaterThanOrEqual(52);
  const thin = outage?.pairs.filter(({ id }) => quiz.filter(({ pair }) => pair === id).length < 2);
  expect(thin?.map(({ id }) => id)).toEqual([]);
});

test('about half are choices, and each other kind has at least eight', () => {
  const count = (kind: QuizQuestion['kind']) => quiz.filter((question) => question.kind === kind).length;
  expect(share(count('choice'))).toBeGreaterThan(0.45);
  expect(share(count('choice'))).toBeLessThan(0.55);
  for (const kind of ['truth', 'typed', 'order'] as const) expect(count(kind)).toBeGreaterThanOrEqual(8);
});

test.each([
  ['easy', 0.4],
  ['medium', 0.4],
  ['hard', 0.2],
])('about the intended share is %s', (difficulty, intended) => {
  const count = quiz.filter((question) => question.difficulty === difficulty).length;
  expect(Math.abs(share(count) - intended)).toBeLessThan(0.05);
});

test('every question is in English, too, with a hint in both languages, and nothing else is', () => {
  expect(Object.keys(english)).toEqual(quiz.map(({ id }) => id));
  expect(quiz.filter(({ id, hint }) => !hint || !english[id]?.hint).map(({ id }) => id)).toEqual([]);
});

test('the right option stands in each of the four places about as often', () => {
  for (const place of [0, 1, 2, 3]) {
    const there = choices.filter(({ options }) => options[place]?.right).length;
    expect(share(there, choices.length)).toBeGreaterThanOrEqual(0.15);
    expect(share(there, choices.length)).toBeLessThanOrEqual(0.35);
  }
});

describe.each(['ko', 'en'] as const)('the form of an option does not betray it (%s)', (language) => {
  /** The questions in which the right option is the only one that `has` it, or the only one that has not. */
  function betrayedBy(has: (text: string) => boolean): readonly string[] {
    return optionsOf(language)
      .filter(({ at, texts }) => {
        const having = texts.map(has);
        return having.every((it, place) => (place === at) === (it === having[at]));
      })
      .map(({ id }) => id);
  }

  test('its length, over all questions: a guess by it is right hardly more often than any other', () => {
    expect(rightByLength(language, Math.max)).toBeLessThanOrEqual(0.3);
    expect(rightByLength(language, Math.min)).toBeLessThanOrEqual(0.3);
  });

  test('its length, in any question: it does not stand out among the others', () => {
    const outstanding = optionsOf(language).filter(({ at, texts }) => {
      const [right = 0] = texts.filter((_, place) => place === at).map((text) => [...text].length);
      const others = texts.filter((_, place) => place !== at).map((text) => [...text].length);
      const [shortest, longest] = [Math.min(...others), Math.max(...others)];
      const isLong = right > longest * 1.25 && right > longest + 4;
      const isShort = right < shortest / 1.25 && right < shortest - 4;
      return isLong || isShort;
    });
    expect(outstanding.map(({ id }) => id)).toEqual([]);
  });

  test.each([...'?!.,:;…·%()"“”~'])('a sign: %s', (sign) => {
    expect(betrayedBy((text) => text.includes(sign))).toEqual([]);
  });

  test('a word that leaves no exception', () => {
    const sweeping =
      language === 'ko'
        ? /절대|항상|언제나|늘 |반드시|무조건|전부|모두|전혀|하나도/u
        : /\b(?:never|always|all|every\w*|nothing|nobody|none|entirely|completely)\b/iu;
    expect(betrayedBy((text) => sweeping.test(text))).toEqual([]);
  });
});

test('no statement hedges, as only a true one would', () => {
  const statements = quiz
    .filter(({ kind }) => kind === 'truth')
    .flatMap(({ id, question }) => [question, english[id]?.question ?? '']);
  const hedging =
    /보인다|수도 있|듯하|것 같다|아마|편이다|\b(?:may|might|seems?|perhaps|probably|likely)\b/iu;
  expect(statements.filter((text) => hedging.test(text))).toEqual([]);
});

test('about as many statements are true as are false', () => {
  const truths = quiz.filter((question) => question.kind === 'truth');
  const right = share(truths.filter((question) => question.right).length, truths.length);
  expect(right).toBeGreaterThanOrEqual(0.4);
  expect(right).toBeLessThanOrEqual(0.6);
});

test('no option stands for several others', () => {
  const sweeping = /모두 (맞|정답|해당)|위의|정답 없음|all of the|none of the above|both of/iu;
  const texts = [...optionsOf('ko'), ...optionsOf('en')].flatMap(({ texts }) => texts);
  expect(texts.filter((text) => sweeping.test(text))).toEqual([]);
});

test('what is shown before the answer does not contain it', () => {
  const told = (answers: readonly string[], shown: readonly (string | undefined)[]) =>
    answers
      .map(normalize)
      .filter((answer) => answer.length > 2 && shown.some((text) => normalize(text ?? '').includes(answer)));
  const leaks = [
    ...typed.map(({ id, question, hint, answers }) => [id, told(answers, [question, hint])]),
    ...typed.map(({ id }) => [
      id,
      told(english[id]?.answers ?? [], [english[id]?.question, english[id]?.hint]),
    ]),
    ...optionsOf('ko').map(({ at, texts }, index) => [
      choices[index]?.id,
      told([texts[at] ?? ''], [choices[index]?.question, choices[index]?.hint]),
    ]),
    ...optionsOf('en').map(({ at, texts }, index) => {
      const shown = english[choices[index]?.id ?? ''];
      return [choices[index]?.id, told([texts[at] ?? ''], [shown?.question, shown?.hint])];
    }),
  ];
  expect(leaks.filter(([, answers]) => answers?.length)).toEqual([]);
});

test('every listed answer is judged right, and what is listed as near is not', () => {
  const terms = outage === undefined ? [] : readTerms(outage);
  const misjudged = typed.flatMap(({ id, answers, near }) => {
    const all = [...answers, ...(english[id]?.answers ?? [])];
    const wrong = [...near, ...(english[id]?.near ?? [])];
    const key = answerKey({ answers: all, near: wrong }, terms);
    return [
      ...all.filter((guess) => judge(guess, key) !== 'right'),
      ...wrong.filter((guess) => judge(guess, key) === 'right'),
    ];
  });
  expect(misjudged).toEqual([]);
});

test('문제는 해요체로 묻거나 평서문으로 말하고, 해설은 반말이다', () => {
  const polite = quiz
    .filter(({ kind }) => kind !== 'truth')
    .filter(({ question }) => !/요[.?]$/u.test(question));
  const statements = quiz
    .filter(({ kind }) => kind === 'truth')
    .filter(({ question }) => !/다\.$/u.test(question));
  expect([...polite, ...statements].map(({ id }) => id)).toEqual([]);
  expect(quiz.filter(({ hint }) => !/요\.$/u.test(hint ?? '')).map(({ id }) => id)).toEqual([]);
  const casual = quiz.flatMap((question) => [
    question.explanation,
    ...(question.kind === 'truth' ? [question.why] : []),
    ...(question.kind === 'choice'
      ? question.options.flatMap((option) => (option.right ? [] : [option.why]))
      : []),
  ]);
  expect(casual.filter((text) => /(요|니다)[.?!]/u.test(text))).toEqual([]);
});
