import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuestions } from '../../src/cli/questions.ts';
import { thresholds } from '../../src/search/confidence.ts';
import { createSearch } from '../../src/search/engine.ts';
import type { PairRef, SearchResult } from '../../src/search/result.ts';
import { pack, packs, ref, search } from './support/shipped.ts';

const questions = readQuestions(fileURLToPath(new URL('../golden/questions.jsonl', import.meta.url)))
  .filter((_, position) => position % 4 === 0)
  .slice(0, 100)
  .map(({ query, previous }) => ({ query, options: previous === null ? {} : { previous: ref(previous) } }));

describe('the same query always gives the same result', () => {
  test('in a fresh engine, in the opposite order, and a second time', () => {
    expect(questions.length).toBe(100);
    const fresh = createSearch(packs);
    const first = questions.map(({ query, options }) => search.find(query, options));
    const backwards = [...questions].reverse().map(({ query, options }) => fresh.find(query, options));
    const again = questions.map(({ query, options }) => search.find(query, options));
    expect(backwards.reverse()).toEqual(first);
    expect(again).toEqual(first);
  });

  test('and so do autocomplete and glossary', () => {
    const fresh = createSearch(packs);
    const words = questions.map(({ query }) => query.slice(0, 6));
    const completed = words.map((text) => search.complete(text));
    const lookedUp = words.map((text) => search.lookUp(text));
    const backwards = [...words].reverse();
    expect(backwards.map((text) => fresh.lookUp(text)).reverse()).toEqual(lookedUp);
    expect(backwards.map((text) => fresh.complete(text)).reverse()).toEqual(completed);
  });
});

const ids = pack.pairs.map(({ id }) => id);
const names = new Set(packs.flatMap(({ id, pairs }) => pairs.map((pair) => `${id}:${pair.id}`)));

function expectWellFormed({ tier, candidates, confidence, exact, slips, language }: SearchResult): void {
  const scores = candidates.map(({ score }) => score);
  expect(scores.length).toBeLessThanOrEqual(10);
  expect(scores.filter((score) => !(score >= 0 && score <= 1))).toEqual([]);
  expect(scores).toEqual([...scores].sort((left, right) => right - left));
  expect(new Set(candidates.map(({ pair }) => pair)).size).toBe(candidates.length);
  expect(candidates.filter((each) => !names.has(`${each.pack}:${each.pair}`))).toEqual([]);
  expect(confidence).toBe(scores[0] ?? 0);
  expect(['ko', 'en'].includes(language)).toBe(true);
  expect(slips.length).toBeLessThanOrEqual(1);
  if (candidates.length === 0) expect(tier).toBe('none');
  if (tier === 'answer') expect(confidence).toBeGreaterThanOrEqual(thresholds.answer);
  if (tier === 'none') expect(exact).toBe(false);
}

const jamoLetters = [...'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣ'];
/** Always the same 500 letters; the step has no factor in common with their number. */
const manyJamo = Array.from(
  { length: 500 },
  (_, at) => jamoLetters[(at * at + at * 7) % jamoLetters.length],
).join('');

describe('whatever is typed, the result is well-formed', () => {
  test.each([
    ['one syllable 500 times', '왜'.repeat(500)],
    ['a word 200 times', '크라우드스트라이크'.repeat(200)],
    ['a word 500 times, with spaces', '복구 '.repeat(500)],
    ['500 letters that make no syllable', manyJamo],
    ['one consonant 500 times', 'ㄱ'.repeat(500)],
    ['500 Latin letters of the other layout', 'dho'.repeat(167)],
    ['heaped diacritics', `왜${'\u0300\u0489\u0336'.repeat(150)} b\u0336l\u0337u\u0338e`],
    ['decomposed syllables with a stray mark', '\u1100\u1161\u0301\u11A8'.repeat(100)],
    ['right to left', '\u202Eلماذا تعطلت الأنظمة؟ למה זה קרה?'],
    ['SQL', "'; DROP TABLE pairs; -- 복구' OR 1=1"],
    ['a regular expression', '(a+)+$ [\\w\\d]{1,1000}(?=왜)*\\p{L}'],
    ['YAML', '- id: *anchor\n  question: !!js/function >\n    왜?\n'],
    ['names of an object’s own', '__proto__ constructor toString hasOwnProperty'],
    ['a long number', '9'.repeat(500)],
    ['lone surrogates', '\uD83D왜\uDE43'.repeat(60)],
    ['joined emoji', '👩‍👩‍👧‍👦'.repeat(60)],
  ])('%s', (_, query) => {
    expectWellFormed(search.find(query));
    expectWellFormed(search.find(query, { previous: ref('multi-cloud') }));
    expect(search.complete(query).length).toBeLessThanOrEqual(25);
    expect(search.lookUp(query).nearest.length).toBeLessThanOrEqual(3);
  });

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...jamoLetters, ' '), maxLength: 20 }),
    fc.constantFrom('복구', '왜', '크라우드스트라이크', 'MS', 'cloud', '배상', 'dho', '\u200D', '주가'),
  );
  const query = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  const previous: fc.Arbitrary<PairRef | null> = fc.option(fc.constantFrom(...ids.map(ref)));

  test('200 arbitrary texts, with and without a pair shown before', () => {
    fc.assert(
      fc.property(query, previous, (text, shown) => {
        expectWellFormed(search.find(text, shown === null ? {} : { previous: shown }));
      }),
      { numRuns: 200, seed: 20240719 },
    );
  });

  test('200 arbitrary texts to complete: at most 25, none twice', () => {
    fc.assert(
      fc.property(query, (text) => {
        const pairs = search.complete(text).map(({ pair }) => pair);
        expect(pairs.length).toBeLessThanOrEqual(25);
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
      { numRuns: 200, seed: 20240719 },
    );
  });

  test('a pair shown before that no longer exists does not change the order', () => {
    const gone = { pack: pack.id, pair: 'gone' };
    const candidates = search.find('복구됐어?', { previous: gone }).candidates;
    expect(candidates.map(({ pair }) => pair)).toEqual(
      search.find('복구됐어?').candidates.map(({ pair }) => pair),
    );
  });
});
