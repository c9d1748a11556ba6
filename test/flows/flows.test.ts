import { expect, test } from 'vitest';
import { ask } from '../../src/flows/ask.ts';
import { complete } from '../../src/flows/complete.ts';
import { giveFeedback, refuseOffers } from '../../src/flows/feedback.ts';
import { languageOf, setLanguage } from '../../src/flows/language.ts';
import { openPair } from '../../src/flows/openPair.ts';
import { describePacks } from '../../src/flows/packs.ts';
import { completeTerm, lookUpTerm, openTerm } from '../../src/flows/terms.ts';
import { listTopics } from '../../src/flows/topics.ts';
import { tallies, testDeps } from '../support/flows.ts';

const mina = { user: '111111111111111111', channel: '222222222222222222' };
const ref = (pair: string) => ({ pack: 'outage', pair });

test('a pair that is opened is what the next question leans on', async () => {
  const deps = await testDeps();
  expect(await openPair(deps, mina, ref('what-happened'), 'chosen')).toMatchObject({
    kind: 'card',
    card: ref('what-happened'),
  });
  expect(await ask(deps, { ...mina, query: 'next' })).toMatchObject({ card: ref('why-it-happened') });
  expect(await tallies(deps)).toEqual([
    'answered outage/why-it-happened 2024-07-19: 1',
    'chosen outage/what-happened 2024-07-19: 1',
  ]);
});

test('a pair that is gone opens nothing and is not counted', async () => {
  const deps = await testDeps();
  expect(await openPair(deps, mina, ref('gone'), 'answered')).toEqual({ kind: 'gone' });
  expect(await tallies(deps)).toEqual([]);
});

test('before anything is typed, what follows the last answer is on offer', async () => {
  const deps = await testDeps();
  expect(await complete(deps, mina, '', undefined)).toEqual([]);
  await openPair(deps, mina, ref('what-happened'), 'answered');
  expect(await complete(deps, mina, '', undefined)).toEqual([
    { ...ref('why-it-happened'), why: 'hoisted' },
    { ...ref('who-was-hit'), why: 'hoisted' },
  ]);
});

test('풀어쓴 글자로 쳐도 자동 완성이 된다', async () => {
  const deps = await testDeps();
  expect(await complete(deps, mina, '누가'.normalize('NFD'), 'outage')).toEqual([
    { ...ref('who-was-hit'), why: 'prefix' },
  ]);
});

test('opinions are counted for each pair, without a member', async () => {
  const deps = await testDeps();
  expect(await giveFeedback(deps, ref('one'), 'helpful')).toBe(true);
  expect(await giveFeedback(deps, ref('one'), 'helpful')).toBe(true);
  expect(await giveFeedback(deps, ref('one'), 'unhelpful-old')).toBe(true);
  expect(await giveFeedback(deps, ref('gone'), 'helpful')).toBe(false);
  await refuseOffers(deps);
  expect(await tallies(deps)).toEqual([
    'helpful outage/one 2024-07-19: 2',
    'none-of-these / 2024-07-19: 1',
    'unhelpful-old outage/one 2024-07-19: 1',
  ]);
});

test('a member has no language until one is chosen, and none again after going back to automatic', async () => {
  const deps = await testDeps();
  expect(await languageOf(deps, mina.user)).toBeNull();
  expect(await setLanguage(deps, mina.user, 'en')).toBe('saved');
  expect(await languageOf(deps, mina.user)).toBe('en');
  expect(await setLanguage(deps, mina.user, null)).toBe('saved');
  expect(await languageOf(deps, mina.user)).toBeNull();
});

test('a store that fails is told when a language is set, and is no obstacle when one is read', async () => {
  const deps = await testDeps();
  await deps.db.destroy();
  expect(await setLanguage(deps, mina.user, 'en')).toBe('not-saved');
  expect(await languageOf(deps, mina.user)).toBeNull();
  expect(deps.log.lines.map(({ level, event }) => `${level} ${event}`)).toEqual([
    'error language-not-saved',
    'error store-failed',
  ]);
});

test('topics come ten a page, in reading order', async () => {
  const deps = await testDeps();
  const pages = { pack: 'outage', pages: 2, total: 12 };
  expect(listTopics(deps, undefined, 0)).toMatchObject({ ...pages, page: 0 });
  expect(listTopics(deps, undefined, 0)?.entries.map(({ position }) => position)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  expect(listTopics(deps, 'outage', 1)).toEqual({
    ...pages,
    packs: ['outage'],
    page: 1,
    entries: [
      { pair: 'seven', position: 11 },
      { pair: 'untranslated', position: 12 },
    ],
  });
  expect(listTopics(deps, 'outage', 2)).toBeNull();
  expect(listTopics(deps, 'gone', 0)).toBeNull();
});

test('a term is found by any of its spellings, with the pair that speaks of it', async () => {
  const deps = await testDeps();
  expect(await lookUpTerm(deps, ' BSOD ')).toEqual({
    kind: 'found',
    term: { pack: 'outage', term: 'blue-screen', pair: null },
  });
  expect(openTerm(deps, { pack: 'outage', term: 'update' })).toEqual({
    pack: 'outage',
    term: 'update',
    pair: 'why-it-happened',
  });
  expect(openTerm(deps, { pack: 'outage', term: 'gone' })).toBeNull();
});

test('to an unknown word the three nearest are given', async () => {
  expect(await lookUpTerm(await testDeps(), '점심')).toEqual({
    kind: 'unknown',
    nearest: ['update', 'blue-screen', 'kernel'].map((term) => ({ pack: 'outage', term })),
  });
});

test('while a word is typed, the terms that begin with it come first, and each once', async () => {
  const deps = await testDeps();
  const terms = async (text: string) => (await completeTerm(deps, text)).map(({ term }) => term);
  expect(await terms('')).toEqual(['update', 'blue-screen', 'kernel', 'driver']);
  expect(await terms('드')).toEqual(['driver', 'update', 'blue-screen', 'kernel']);
  expect(await terms('블루스크린')).toEqual(['blue-screen']);
  expect(await terms('Blue s')).toEqual(['blue-screen', 'update', 'kernel']);
});

test('every pack is described, or the one that is named', async () => {
  const deps = await testDeps();
  const facts = [{ pack: 'outage', licence: 'CC BY 4.0', asOf: '2024-07', version: 2, pairs: 12 }];
  expect(describePacks(deps, undefined)).toEqual(facts);
  expect(describePacks(deps, 'outage')).toEqual(facts);
  expect(describePacks(deps, 'gone')).toEqual([]);
});
