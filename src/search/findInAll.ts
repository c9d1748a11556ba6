import { find, nothing } from './find.ts';
import type { SearchIndex } from './index.ts';
import type { PairRef, SearchResult, Tier } from './result.ts';

export interface FindOptions {
  /** The pair shown last to this member in this channel; follow-ups lean on it. */
  readonly previous?: PairRef;
  /** Search this pack only. */
  readonly pack?: string;
}

const mostCandidates = 10;

/**
 * Finds the pairs for a query in each pack by itself, and gives the word to the pack that is surest. How rare a word is, which
 * words are known and what is not covered are matters of one pack: a pack more changes nothing in what another says.
 */
export function findInAll(
  indexes: readonly SearchIndex[],
  query: string,
  { previous, pack }: FindOptions,
): SearchResult {
  const results = indexes
    .filter((index) => pack === undefined || index.pack === pack)
    .map((index) => find(index, query, previous?.pack === index.pack ? previous.pair : null))
    .sort(bySureness);
  const [best, ...others] = results;
  return best === undefined ? nothing(query) : { ...best, candidates: mergeCandidates(best, others) };
}

const tiers: readonly Tier[] = ['answer', 'suggest', 'none'];

/** The surest first; those as sure as each other stay in the order of the packs. */
function bySureness(left: SearchResult, right: SearchResult): number {
  return (
    tiers.indexOf(left.tier) - tiers.indexOf(right.tier) ||
    Number(right.exact) - Number(left.exact) ||
    right.confidence - left.confidence
  );
}

/** Where several packs have something to offer, the likeliest come first; what a pack would not show comes after that. */
function mergeCandidates(best: SearchResult, others: readonly SearchResult[]): SearchResult['candidates'] {
  const [first, ...rest] = best.candidates;
  const asSure = others.filter(({ tier }) => tier === best.tier).flatMap(({ candidates }) => candidates);
  const lessSure = others.filter(({ tier }) => tier !== best.tier).flatMap(({ candidates }) => candidates);
  const next = [...rest, ...asSure].sort((left, right) => right.score - left.score);
  return [...(first === undefined ? [] : [first]), ...next, ...lessSure].slice(0, mostCandidates);
}
