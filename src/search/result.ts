/** What a search says. All of it is plain data, in a fixed order, the same for the same query, byte for byte. */

export type Language = 'ko' | 'en';

/** What the bot does with a query: answer it, offer up to three pairs, or say that the article does not cover it. */
export type Tier = 'answer' | 'suggest' | 'none';

/** A pair, named across packs. */
export interface PairRef {
  readonly pack: string;
  readonly pair: string;
}

export interface Candidate extends PairRef {
  /** 0…1, the confidence that this pair answers the query. */
  readonly score: number;
}

/** A slip that was mended before searching, to be told in one grey line: "'dho'를 '왜'로 바꿔 찾았어요." */
export interface Slip {
  readonly kind: 'layout' | 'spelling';
  readonly from: string;
  readonly to: string;
}

export interface SearchResult {
  readonly tier: Tier;
  /** Best first, at most ten. The first is the answer where `tier` is 'answer'; the first three are offered where it is 'suggest'. */
  readonly candidates: readonly Candidate[];
  /** 0…1: score of the first candidate, 0 where there is none. */
  readonly confidence: number;
  /** The query is a stored phrasing to the letter (after normalising). */
  readonly exact: boolean;
  /** The language the query is written in. */
  readonly language: Language;
  readonly slips: readonly Slip[];
}

/** One line of an autocomplete list. `why` chooses its mark: ✅ 🔑 ⌨ 📄 📌 … */
export interface Completion extends PairRef {
  readonly why: 'exact' | 'prefix' | 'alias' | 'choseong' | 'layout' | 'fuzzy' | 'content' | 'hoisted';
}

/** A glossary term, named across packs. */
export interface TermRef {
  readonly pack: string;
  readonly term: string;
}

export interface LookUp {
  readonly found: TermRef | null;
  /** The three nearest where none is found. */
  readonly nearest: readonly TermRef[];
}
