import { loadPacks } from '../../../src/content/load.ts';
import type { Pack } from '../../../src/content/schema.ts';
import { contentFolder, localesFolder } from '../../../src/paths.ts';
import { createSearch } from '../../../src/search/engine.ts';
import type { PairRef, SearchResult, Tier } from '../../../src/search/result.ts';

export const packs = loadPacks({ content: contentFolder, locales: localesFolder });
export const pack = shippedPack(packs);
/** Built once for a test file; nothing in it changes from call to call. */
export const search = createSearch(packs);

function shippedPack([first]: readonly Pack[]): Pack {
  if (first === undefined) throw new Error('No pack is shipped');
  return first;
}

export interface Phrasing {
  readonly pair: string;
  readonly text: string;
}

/** Every question and alias, Korean and English. */
export const ownPhrasings: readonly Phrasing[] = pack.pairs.flatMap((pair) =>
  [pair, pack.english?.pairs[pair.id]].flatMap((one) =>
    one === undefined ? [] : [one.question, ...one.aliases].map((text) => ({ pair: pair.id, text })),
  ),
);

export function ref(pair: string): PairRef {
  return { pack: pack.id, pair };
}

/** The pair before a pair in reading order. */
export function pairBefore(pair: string): PairRef | undefined {
  const previous = pack.pairs[pack.pairs.findIndex(({ id }) => id === pair) - 1];
  return previous === undefined ? undefined : ref(previous.id);
}

export function find(query: string, previous?: PairRef): SearchResult {
  return search.find(query, previous === undefined ? {} : { previous });
}

export interface Found {
  readonly tier: Tier;
  readonly pairs: readonly string[];
}

/** The tier and the three pairs that would be offered. */
export function brief(query: string, previous?: PairRef): Found {
  const { tier, candidates } = find(query, previous);
  return { tier, pairs: candidates.slice(0, 3).map(({ pair }) => pair) };
}

export const nothing = { tier: 'none', candidates: [], confidence: 0, exact: false, slips: [] } as const;
