import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { figuresOf, figuresTable } from '../../src/cli/figures.ts';
import { readQuestions } from '../../src/cli/questions.ts';
import { phrasingKey } from '../../src/content/phrasingKey.ts';
import type { Pack } from '../../src/content/schema.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createSearch } from '../../src/search/engine.ts';
import type { PairRef, SearchResult } from '../../src/search/result.ts';
import { pack as article, brief, find, ownPhrasings, packs, search } from './support/shipped.ts';

const bot = packs.find(({ role }) => role === 'bot') ?? article;
const golden = (name: string) =>
  readQuestions(fileURLToPath(new URL(`../golden/${name}.jsonl`, import.meta.url)));

function refOf(pair: string | null): PairRef | undefined {
  const pack = packs.find(({ pairs }) => pairs.some(({ id }) => id === pair));
  return pair === null || pack === undefined ? undefined : { pack: pack.id, pair };
}

function phrasingsOf({ pairs, english }: Pack) {
  return pairs.flatMap((pair) =>
    [pair, english?.pairs[pair.id]].flatMap((one) =>
      one === undefined ? [] : [one.question, ...one.aliases].map((text) => ({ pair: pair.id, text })),
    ),
  );
}

function isOfBot({ tier, candidates }: SearchResult): boolean {
  return tier !== 'none' && candidates[0]?.pack === bot.id;
}

/** The pair that is answered with. */
function answer(query: string): PairRef | null {
  const { tier, candidates } = find(query);
  const [first] = candidates;
  return tier === 'answer' && first !== undefined ? { pack: first.pack, pair: first.pair } : null;
}

describe('the pack about the bot', () => {
  test('answers every phrasing of its own, with the article beside it', () => {
    const missed = phrasingsOf(bot).filter(({ pair, text }) => {
      const { tier, candidates } = find(text);
      return tier !== 'answer' || candidates[0]?.pair !== pair;
    });
    expect(missed).toEqual([]);
  });

  test.each([
    ['너 뭐 할 수 있어?', 'what-can-you-do'],
    ['고마워', 'thanks'],
    ['ㄱㅅ', 'thanks'],
    ['do you speak English?', 'languages'],
  ])('%s', (query, pair) => {
    expect(answer(query)).toEqual({ pack: bot.id, pair });
  });

  test('shares no phrasing and no pair’s id with the article', () => {
    const keys = new Set(phrasingsOf(article).map(({ text }) => phrasingKey(text)));
    expect(phrasingsOf(bot).filter(({ text }) => keys.has(phrasingKey(text)))).toEqual([]);
    const ids = new Set(article.pairs.map(({ id }) => id));
    expect(bot.pairs.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  test('names no command that does not exist', () => {
    const named = (texts: readonly string[]) =>
      new Set(texts.flatMap((text) => [...text.matchAll(/`\/([^`]+)`/gu)].map(([, name]) => name ?? '')));
    const known = (language: 'ko' | 'en') =>
      new Set<string>(Object.values(locales[language].commands).map(({ name }) => name));
    const korean = named(bot.pairs.map(({ answer }) => answer));
    const english = named(Object.values(bot.english?.pairs ?? {}).map(({ answer }) => answer));
    expect([...korean].filter((name) => !known('ko').has(name))).toEqual([]);
    expect([...english].filter((name) => !known('en').has(name))).toEqual([]);
    expect(english.size).toBe(korean.size);
  });

  test('has no summary, no timeline and no quiz', () => {
    expect([bot.summary, bot.timeline, bot.quiz]).toEqual([null, [], []]);
  });
});

describe('beside the article, it', () => {
  const alone = createSearch([article]);

  test('takes no phrasing of the article', () => {
    const taken = ownPhrasings.filter(({ text }) => isOfBot(find(text)));
    expect(taken).toEqual([]);
  });

  test('takes, of the questions to the article, only what nothing in the article answers', () => {
    const questions = golden('questions');
    const results = questions.map(({ id, query, previous }) => {
      const options = previous === null ? {} : { previous: { pack: article.id, pair: previous } };
      return { id, own: alone.find(query, options), both: search.find(query, options) };
    });
    const taken = results.filter(({ both }) => isOfBot(both)).map(({ id }) => id);
    expect(taken).toEqual(['g371', 'g375', 'g376', 'g418', 'g446']);
    const ofArticle = questions.filter(({ expected }) =>
      expected.some((pair) => refOf(pair)?.pack === article.id),
    );
    expect(ofArticle.filter(({ id }) => taken.includes(id))).toEqual([]);
    const changed = results.filter(
      ({ id, own, both }) =>
        !taken.includes(id) &&
        (own.tier !== both.tier ||
          own.confidence !== both.confidence ||
          own.candidates[0]?.pair !== both.candidates[0]?.pair),
    );
    expect(changed).toEqual([]);
  });

  test('answers nothing of what the article names as not covered, but for what is asked of the bot', () => {
    const queries = article.outside
      .filter(({ ofBot }) => ofBot !== true)
      .flatMap(({ words, questions }) => [...words.map((word) => `${word}?`), ...questions]);
    const answered = queries.filter((query) => {
      const result = find(query);
      return result.tier === 'answer' && isOfBot(result);
    });
    expect(queries.length).toBeGreaterThan(1200);
    expect(answered).toEqual([]);
  });

  test.each([
    ['안녕 크라우드스트라이크가 뭐야?', 'not-the-cloud'],
    ['안녕하세요! 복구는 언제 끝났나요?', 'recovery-status'],
    ['고마워, 그럼 MS는 배상 안 해도 돼?', 'kakao-precedent'],
    ['Hi! Is everything fixed now?', 'recovery-status'],
  ])('leaves a question after a greeting to the article: %s', (query, pair) => {
    expect(answer(query)).toEqual({ pack: article.id, pair });
  });

  test.each(['왜?', '뭐?', 'why?', '복구', 'cloud'])(
    'does not push in where one word is asked: %s',
    (query) => {
      expect(find(query).candidates[0]?.pack).toBe(article.id);
    },
  );

  test('is searched alone where it is chosen', () => {
    const { candidates } = search.find('왜 이런 일이 벌어진 거야?', { pack: bot.id });
    expect(candidates.filter(({ pack }) => pack !== bot.id)).toEqual([]);
    expect(search.find('고마워', { pack: article.id }).tier).not.toBe('answer');
  });

  test('is not offered before anything is typed, unless it is chosen', () => {
    expect(search.complete('').map(({ pair }) => pair)).toEqual(article.pairs.map(({ id }) => id));
    expect(search.complete('', { pack: bot.id }).map(({ pair }) => pair)).toEqual(
      bot.pairs.map(({ id }) => id),
    );
  });

  test('is offered where its words are typed', () => {
    expect(search.complete('고마').slice(0, 1)).toEqual([{ pack: bot.id, pair: 'thanks', why: 'prefix' }]);
  });

  test('leads on from its own pairs', () => {
    const previous = { pack: bot.id, pair: 'what-is-meoktong' };
    expect(brief('또 뭐 할 수 있어?', previous)).toMatchObject({ tier: 'answer' });
    expect(search.complete('', { previous }).slice(0, 1)).toEqual([
      { pack: bot.id, pair: 'what-can-you-do', why: 'hoisted' },
    ]);
  });
});

describe('104 questions about the bot and near it, written before its phrasings', () => {
  const questions = golden('about-meoktong');
  const outcomes = questions.map(({ query, previous, expected }) => {
    const { tier, candidates } = find(query, refOf(previous));
    return { tier, candidates: candidates.map(({ pair }) => pair), expected };
  });
  const figures = figuresOf(outcomes);
  const table = `\n${figuresTable([['all', figures]])}`;

  test('are all there, and name only pairs that exist', () => {
    expect(questions.length).toBe(104);
    const named = questions.flatMap(({ previous, expected }) =>
      previous === null ? expected : [previous, ...expected],
    );
    expect(named.filter((pair) => refOf(pair) === undefined)).toEqual([]);
  });

  test('are mostly resolved, and seldom answered wrongly', () => {
    expect(figures.hit3, table).toBeGreaterThanOrEqual(0.92);
    expect(figures.answered, table).toBeGreaterThanOrEqual(0.7);
    expect(figures.resolved, table).toBeGreaterThanOrEqual(0.92);
    expect(figures.wrong, table).toBeLessThanOrEqual(0.01);
    expect(figures.false, table).toBeLessThanOrEqual(0.15);
  });

  test('leave every question with a greeting before it to the article', () => {
    const polite = questions.filter(({ style }) => style === 'politely');
    const missed = polite.filter(({ query, expected }) => {
      const { tier, pairs } = brief(query);
      return tier !== 'answer' || !expected.includes(pairs[0] ?? '');
    });
    expect([polite.length, missed]).toEqual([7, []]);
  });
});
