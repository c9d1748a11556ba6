import { asksForMore } from '../conversation/more.ts';
import { type Packs, pairAfter } from '../conversation/pairs.ts';
import type { Search } from '../search/engine.ts';
import type { PairRef, SearchResult } from '../search/result.ts';

export interface Library {
  readonly packs: Packs;
  readonly search: Search;
}

/** What the bot does with a query: what the search says, except that "tell me more" leads on in reading order. */
export function respond({ packs, search }: Library, query: string, previous: PairRef | null): SearchResult {
  const result = search.find(query, previous === null ? {} : { previous });
  if (previous === null || result.exact || !asksForMore(query)) return result;
  const next = pairAfter(packs, previous);
  if (next === null) return { ...result, tier: 'none', candidates: [], confidence: 0 };
  const others = result.candidates.filter(({ pack, pair }) => pack !== next.pack || pair !== next.pair);
  const candidates = [{ ...next, score: 1 }, ...others].slice(0, mostCandidates);
  return { ...result, tier: 'answer', candidates, confidence: 1 };
}

/** As many as a search gives. */
const mostCandidates = 10;

/** The pair that is answered with; null where nothing is. */
export function answeredPair({ tier, candidates }: SearchResult): PairRef | null {
  return tier === 'answer' ? (candidates[0] ?? null) : null;
}
