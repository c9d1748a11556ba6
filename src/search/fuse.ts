import Fuse from 'fuse.js';

/**
 * fuse.js holds the phrasings of the pairs, word keys joined by spaces, and says how closely a query matches some of them.
 * It scans linearly (about a second on a thousand long texts), so it is asked about a few candidates only, never about all.
 */
export interface PhrasingIndex {
  /** 0…1, how closely the query matches one phrasing; 1 is the same text. */
  closeness(query: string, phrasing: number): number;
  /** The phrasings that match best among some, best first. */
  best(query: string, among: readonly number[], limit: number): number[];
}

const options = { ignoreLocation: true, threshold: 0.6, includeScore: true, minMatchCharLength: 2 };

export function createPhrasingIndex(texts: readonly string[]): PhrasingIndex {
  return {
    closeness(query, phrasing) {
      const { isMatch, score } = Fuse.match(query, texts[phrasing] ?? '', options);
      return isMatch ? 1 - score : 0;
    },
    best(query, among, limit) {
      const candidates = among.map((phrasing) => texts[phrasing] ?? '');
      const found = new Fuse(candidates, options).search(query, { limit });
      return found.flatMap(({ refIndex }) => among[refIndex] ?? []);
    },
  };
}
