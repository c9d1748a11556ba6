import type { Pack } from '../content/schema.ts';
import type { Completion, PairRef, SearchResult } from './result.ts';

/** A glossary term, named across packs. */
export interface TermRef {
  readonly pack: string;
  readonly term: string;
}

export interface FindOptions {
  /** The pair shown last to this member in this channel; follow-ups lean on it. */
  readonly previous?: PairRef;
  /** Search this pack only. */
  readonly pack?: string;
}

export interface Search {
  find(query: string, options?: FindOptions): SearchResult;
  complete(text: string, options?: FindOptions): Completion[];
  lookUp(word: string, options?: { pack?: string }): { found: TermRef | null; nearest: readonly TermRef[] };
}

export function createSearch(packs: readonly Pack[]): Search {
  throw new Error(`not yet: ${packs.length}`);
}
