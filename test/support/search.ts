import type { Pack, Pair } from '../../src/content/schema.ts';
import { normalize } from '../../src/korean/normalize.ts';
import type { FindOptions, Search } from '../../src/search/engine.ts';
import type { Candidate, Completion, SearchResult, Slip, TermRef } from '../../src/search/result.ts';

/**
 * Just enough of a search to drive the rest: a stored phrasing to the letter is exact; a query all of whose words
 * stand in one question is answered without certainty; a shared word makes a suggestion. "dho" is mended to "왜".
 */
export function wordSearch(packs: readonly Pack[]): Search {
  return {
    find: (query, options) => find(packs, query, options),
    complete: (text, options) => complete(packs, text, options),
    lookUp: (word) => lookUp(packs, word),
  };
}

function find(packs: readonly Pack[], query: string, { previous, pack }: FindOptions = {}): SearchResult {
  const slips: Slip[] = /^dho\b/.test(query) ? [{ kind: 'layout', from: 'dho', to: '왜' }] : [];
  const words = normalize(query.replace(/^dho\b/, '왜')).split(' ');
  const candidates = packs
    .filter(({ id }) => pack === undefined || id === pack)
    .flatMap((one) => one.pairs.map((pair) => candidate(one, pair, words)))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 10);
  const [best] = candidates;
  const leaning = best !== undefined && previous?.pack === best.pack;
  const confidence = best?.score ?? 0;
  const exact = confidence === 1;
  const needsMore = best?.pair === 'then-what' && !leaning;
  const tier = confidence >= 0.7 && !needsMore ? 'answer' : best === undefined ? 'none' : 'suggest';
  const language = /\p{Script=Hangul}/u.test(words.join('')) ? 'ko' : 'en';
  return { tier, candidates, confidence, exact, language, slips };
}

function candidate(pack: Pack, pair: Pair, words: readonly string[]): Candidate {
  const english = pack.english?.pairs[pair.id]?.question ?? '';
  const phrasings = [pair.question, ...pair.aliases, english].map((phrasing) => normalize(phrasing));
  const shared = Math.max(
    ...phrasings.map((phrasing) => words.filter((word) => phrasing.split(' ').includes(word)).length),
  );
  const exact = phrasings.includes(words.join(' '));
  return { pack: pack.id, pair: pair.id, score: exact ? 1 : (shared / words.length) * 0.75 };
}

function complete(packs: readonly Pack[], text: string, { previous, pack }: FindOptions = {}): Completion[] {
  const typed = normalize(text);
  const pairs = packs
    .filter(({ id }) => pack === undefined || id === pack)
    .flatMap((one) => one.pairs.map((pair) => ({ pack: one.id, pair })));
  if (typed === '') {
    const led = pairs.find(({ pair }) => pair.id === previous?.pair)?.pair.followUps ?? [];
    return led.map(({ to }) => ({ pack: previous?.pack ?? '', pair: to, why: 'hoisted' }));
  }
  return pairs
    .filter(({ pair }) => normalize(pair.question).startsWith(typed))
    .map(({ pack: id, pair }) => ({ pack: id, pair: pair.id, why: 'prefix' }));
}

function lookUp(packs: readonly Pack[], word: string): { found: TermRef | null; nearest: TermRef[] } {
  const terms = packs.flatMap((pack) => pack.terms.map((term) => ({ pack: pack.id, ...term })));
  const found = terms.find(({ term, spellings }) =>
    [term, ...spellings].some((spelling) => spelling.toLowerCase() === word.toLowerCase()),
  );
  const nearest = terms.slice(0, 3).map(({ pack, id }) => ({ pack, term: id }));
  return found === undefined
    ? { found: null, nearest }
    : { found: { pack: found.pack, term: found.id }, nearest: [] };
}
