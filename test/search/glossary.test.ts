import { describe, expect, test } from 'vitest';
import { createSearch } from '../../src/search/engine.ts';
import { outage } from '../support/pack.ts';
import { pack, packs, search } from './support/shipped.ts';

function term(id: string) {
  return { pack: pack.id, term: id };
}

function found(id: string) {
  return { found: term(id), nearest: [] };
}

function offered(...ids: readonly string[]) {
  return { found: null, nearest: ids.map(term) };
}

describe('a glossary term', () => {
  test('is found by its name and by every spelling, Korean or English', () => {
    const wrong = pack.terms.flatMap(({ id, term: name, spellings }) =>
      [name, ...spellings, pack.english?.terms[id]?.term ?? name].filter(
        (spelling) => search.lookUp(spelling).found?.term !== id,
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['먹통이', 'meoktong'],
    ['먹통은', 'meoktong'],
    ['클라우드는', 'cloud'],
    ['애저를', 'azure'],
    ['데이타 센터에서', 'data-center'],
    ['윈도우즈가', 'windows'],
  ])('%s is found in spite of its particle', (word, id) => {
    expect(search.lookUp(word)).toEqual(found(id));
  });

  test.each([
    ['CROWDSTRIKE', 'crowdstrike'],
    ['ＭＳ', 'microsoft'],
    ['멀티클라우드', 'multi-cloud'],
    ['먹통'.normalize('NFD'), 'meoktong'],
    ['  먹통?? ', 'meoktong'],
  ])('%j is found in spite of its form', (word, id) => {
    expect(search.lookUp(word)).toEqual(found(id));
  });

  test.each([
    ['zmffkdnem', 'cloud'],
    ['ajrxhd', 'meoktong'],
  ])('%s is found on the other keyboard layout', (word, id) => {
    expect(search.lookUp(word)).toEqual(found(id));
  });

  test('an English term typed in Korean letters is found', () => {
    expect(search.lookUp('ㅊ개ㅈㅇㄴㅅ갸ㅏㄷ')).toEqual(found('crowdstrike'));
  });
});

describe('initial consonants of a term', () => {
  test.each([
    ['ㅋㄹㅇㄷ', 'cloud'],
    ['ㅁㅌ', 'meoktong'],
    ['ㅁㅌㅋㄹㅇㄷ', 'multi-cloud'],
    ['ㄷㅇㅌㅅㅌ', 'data-center'],
    ['ㄷㅇㅌ ㅅㅌ', 'data-center'],
  ])('%s fit one term in whole', (word, id) => {
    expect(search.lookUp(word)).toEqual(found(id));
  });

  test('that begin several terms offer those', () => {
    expect(search.lookUp('ㅋㄹ')).toEqual(offered('crowdstrike', 'cloud', 'cloud-provider'));
  });

  test('that begin one term offer that first, and two guesses', () => {
    const { found, nearest } = search.lookUp('ㄷㅇㅌ');
    expect(found).toBe(null);
    expect(nearest.map(({ term }) => term).slice(0, 1)).toEqual(['data-center']);
    expect(nearest.length).toBe(3);
  });

  test('that begin none offer the three nearest', () => {
    expect(search.lookUp('ㅃㅃ').nearest.length).toBe(3);
  });
});

describe('a word that is no term', () => {
  test.each([
    ['클라으드', ['cloud', 'cloud-provider', 'crowdstrike']],
    ['크라우드', ['cloud', 'crowdstrike', 'meoktong']],
    ['데이터쎈타', ['data-center', 'update-file', 'meoktong']],
    ['블록체인', ['meoktong', 'it-chaos', 'crowdstrike']],
    ['', ['meoktong', 'it-chaos', 'crowdstrike']],
  ])('%j gives exactly the three nearest', (word, ids) => {
    expect(search.lookUp(word)).toEqual(offered(...ids));
  });
});

describe('the glossary of one pack among two', () => {
  const both = createSearch([...packs, outage]);

  test('finds a term of either', () => {
    expect(both.lookUp('커널')).toEqual({ found: { pack: 'outage', term: 'kernel' }, nearest: [] });
    expect(both.lookUp('먹통')).toEqual(found('meoktong'));
  });

  test('restricted to one, does not find the other’s', () => {
    expect(both.lookUp('먹통', { pack: 'outage' }).found).toBe(null);
    const nearest = both.lookUp('먹통', { pack: 'outage' }).nearest;
    expect(nearest.map((each) => each.pack)).toEqual(['outage', 'outage', 'outage']);
    expect(both.lookUp('커널', { pack: pack.id }).found).toBe(null);
  });

  test('an unknown pack has no terms', () => {
    expect(both.lookUp('먹통', { pack: 'gone' })).toEqual({ found: null, nearest: [] });
  });
});

describe('questions of one pack among two', () => {
  const both = createSearch([...packs, outage]);

  test('each pack answers its own questions', () => {
    expect(both.find('누가 피해를 봤어?')).toMatchObject({ tier: 'answer', exact: true });
    expect(both.find('누가 피해를 봤어?').candidates[0]).toEqual({
      pack: 'outage',
      pair: 'who-was-hit',
      score: 1,
    });
    expect(both.find('7월 19일 IT 대란, 대체 왜 벌어진 거야?').candidates[0]).toEqual({
      pack: pack.id,
      pair: 'why-it-happened',
      score: 1,
    });
  });

  test.each([pack.id, 'outage'])('the pack option keeps to %s', (only) => {
    const queries = ['왜 이런 일이 벌어진 거야?', '누가 피해를 봤어?', '복구됐어?', 'ㅁㅅㅇ', '업데이트'];
    const found = queries.flatMap((query) => both.find(query, { pack: only }).candidates);
    expect([...new Set(found.map((each) => each.pack))]).toEqual([only]);
    const completed = ['', '누', '왜', 'ㅁ'].flatMap((text) => both.complete(text, { pack: only }));
    expect([...new Set(completed.map((each) => each.pack))]).toEqual([only]);
  });

  test('a phrasing of another pack is not exact in this one', () => {
    const result = both.find('누가 피해를 봤어?', { pack: pack.id });
    expect(result.exact).toBe(false);
  });

  test('a pack that is not there finds nothing', () => {
    expect(both.find('복구됐어?', { pack: 'gone' })).toMatchObject({
      tier: 'none',
      candidates: [],
      confidence: 0,
    });
    expect(both.complete('복구', { pack: 'gone' })).toEqual([]);
  });

  test('follow-ups are hoisted from the pack of the pair shown before, though both have a pair of that name', () => {
    const [first, second] = both.complete('', { previous: { pack: 'outage', pair: 'why-it-happened' } });
    expect([first, second]).toEqual([
      { pack: 'outage', pair: 'then-what', why: 'hoisted' },
      { pack: pack.id, pair: 'why-it-happened', why: 'hoisted' },
    ]);
    const [led] = both.complete('', { previous: { pack: pack.id, pair: 'why-it-happened' } });
    expect(led).toEqual({ pack: pack.id, pair: 'not-the-cloud', why: 'hoisted' });
  });

  test('no more than 25 lines are offered of 32 pairs', () => {
    expect(both.complete('').length).toBe(25);
  });
});
