import { describe, expect, test } from 'vitest';
import type { FindOptions } from '../../src/search/engine.ts';
import { ownPhrasings, pack, packs, ref, search } from './support/shipped.ts';

const readingOrder = pack.pairs.map(({ id }) => id);

function lines(text: string, options: FindOptions = {}): string[] {
  return search.complete(text, options).map(({ pair, why }) => `${why} ${pair}`);
}

/** The lines which are not there for mere nearness. */
function sure(text: string): string[] {
  return lines(text).filter((line) => !line.startsWith('fuzzy '));
}

describe('before anything is typed', () => {
  test.each(['', ' ', '\t'])('%j offers the questions in reading order', (text) => {
    expect(search.complete(text)).toEqual(
      readingOrder.map((pair) => ({ pack: pack.id, pair, why: 'hoisted' })),
    );
  });

  test.each(pack.pairs)('the follow-ups of $id come first, once', ({ id, followUps }) => {
    const first = followUps.map(({ to }) => to);
    const rest = readingOrder.filter((pair) => !first.includes(pair));
    expect(lines('', { previous: ref(id) })).toEqual([...first, ...rest].map((pair) => `hoisted ${pair}`));
  });

  test('a pair shown before that no longer exists changes nothing', () => {
    expect(lines('', { previous: ref('gone') })).toEqual(lines(''));
  });
});

describe('while someone types', () => {
  test('every question in full is exact and first', () => {
    const firsts = pack.pairs.map(({ question }) => lines(question)[0]);
    expect(firsts).toEqual(readingOrder.map((pair) => `exact ${pair}`));
  });

  test('every tenth phrasing in full is exact and first', () => {
    const some = ownPhrasings.filter((_, position) => position % 10 === 0);
    expect(some.map(({ text }) => lines(text)[0])).toEqual(some.map(({ pair }) => `exact ${pair}`));
  });

  test('the start of a question, with and without its spaces', () => {
    expect(lines('근데')[0]).toBe('prefix not-the-cloud');
    expect(lines('데이터 센터를')[0]).toBe('prefix datacenter-dispersal');
    expect(sure('데이터센터를')).toEqual(['prefix datacenter-dispersal']);
    expect(sure('그럼 한')).toEqual(['prefix multi-cloud']);
    expect(sure('7월')).toEqual(['prefix why-it-happened']);
  });

  test('the start of an alias comes after the start of a question', () => {
    expect(sure('근데')).toEqual(['prefix not-the-cloud', 'alias microsoft-statement']);
    expect(sure('진짜 원인은')).toEqual(['alias not-the-cloud']);
    expect(sure('배상')).toEqual(['alias crowdstrike-compensation']);
    expect(sure('카카오')).toEqual(['alias kakao-precedent']);
    expect(sure('multi')).toEqual(['alias multi-cloud']);
  });

  test('half-composed syllables: ㄱ, 그, 금 on the way to 그럼', () => {
    const prefixes = (text: string) => lines(text).filter((line) => line.startsWith('prefix '));
    const startingWith = (start: RegExp) =>
      packs
        .flatMap(({ pairs }) => pairs)
        .filter(({ question }) => start.test(question))
        .map(({ id }) => `prefix ${id}`);
    expect(prefixes('ㄱ')).toEqual(startingWith(/^[가-깋]/u));
    expect(prefixes('그')).toEqual(startingWith(/^[그-긓]/u));
    expect(prefixes('그러')).toEqual(startingWith(/^그[러-렇]/u));
    expect(sure('금')).toEqual(['alias cloud-risk', 'alias single-cloud-risk']);
  });

  test('a final consonant may turn out to begin the next syllable: 댕 on the way to 대응', () => {
    expect(sure('댕')).toEqual(['prefix customers-helpless', 'alias multi-cloud']);
    expect(sure('카캉')).toEqual(['alias kakao-precedent']);
  });

  test('initial consonants', () => {
    expect(lines('ㅋㅋㅇ')).toEqual(['choseong kakao-precedent']);
    expect(lines('ㅁㅌ')[0]).toBe('choseong why-it-happened');
    expect([...new Set(search.complete('ㅋㄹㅇㄷ').map(({ why }) => why))]).toEqual(['choseong']);
  });

  test('the other keyboard layout', () => {
    expect(lines('zkzkdh')).toEqual(['layout kakao-precedent']);
    expect(sure('qhrrn')).toEqual(['layout recovery-status', 'layout crowdstrike-compensation']);
    expect(sure('rmsep')).toEqual(['layout not-the-cloud', 'layout microsoft-statement']);
  });

  test('what is merely near comes last, at most eight', () => {
    const whys = search.complete('복구').map(({ why }) => why);
    expect(whys).toEqual(['alias', 'alias', ...Array.from({ length: 6 }, () => 'fuzzy')]);
  });

  test.each(['🙃', 'ㅃㅉㅃㅉ', '칠월'])('%s offers nothing', (text) => {
    expect(search.complete(text)).toEqual([]);
  });

  test('what may yet be laughter offers what begins so: 컴 켜자마자, 카카오', () => {
    expect(lines('ㅋㅋ')).toEqual(['choseong why-it-happened', 'choseong kakao-precedent']);
  });

  test('every start of a question keeps its pair in the list, at most 25 lines, none twice', () => {
    for (const { id, question } of pack.pairs)
      for (const length of [1, 2, 3, 5, 8, 13]) {
        const pairs = search.complete(question.slice(0, length)).map(({ pair }) => pair);
        expect(pairs.length).toBeLessThanOrEqual(25);
        expect(new Set(pairs).size).toBe(pairs.length);
        expect(pairs.includes(id), `${id}: ${question.slice(0, length)}`).toBe(true);
      }
  });
});
