import type { Pack } from '../content/schema.ts';
import { complete } from './complete.ts';
import { type FindOptions, findInAll } from './findInAll.ts';
import { createGlossary } from './glossary.ts';
import { buildIndex, type SearchIndex } from './index.ts';
import type { Completion, LookUp, SearchResult } from './result.ts';

export type { FindOptions } from './findInAll.ts';

/** Search over the packs it was made from: in memory, deterministic, a millisecond or so a call. */
export interface Search {
  /** The pairs for a query, and what to do with them. A query with nothing in it gives tier 'none' and no candidate. */
  find(query: string, options?: FindOptions): SearchResult;
  /** What to offer while someone types: at most 25, best first. */
  complete(text: string, options?: FindOptions): Completion[];
  /** A glossary term by any spelling, or the three nearest. */
  lookUp(word: string, options?: { pack?: string }): LookUp;
}

/** Builds an index of each pack (some tenths of a second for a pack of two thousand phrasings). */
export function createSearch(packs: readonly Pack[]): Search {
  const steps = searchSteps(packs);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, so that whoever takes them can answer questions in between. */
export function* searchSteps(packs: readonly Pack[]): Generator<void, Search> {
  const indexes: SearchIndex[] = [];
  for (const pack of packs) indexes.push(yield* buildIndex(pack));
  const lookUp = createGlossary(packs);
  return {
    find: (query, options = {}) => findInAll(indexes, query, options),
    complete: (text, options = {}) => complete(indexes, text, options),
    lookUp: (word, options = {}) => lookUp(word, options.pack),
  };
}
