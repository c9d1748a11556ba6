/**
 * Cosine similarity of sparse binary vectors weighted by rarity (inverse document frequency), over an inverted index, so
 * that a query touches only the texts which share something with it.
 */
export interface VectorIndex {
  /**
   * Adds `weight` × cosine of the query with every text to `into` (one number a text). A feature that no text has counts
   * in the query's norm with the greatest rarity: a query about something else never looks like a full match.
   */
  addSimilarities(query: readonly string[], weight: number, into: Float64Array): void;
  /** Rarity of a feature, or that of one never seen. */
  rarity(feature: string): number;
}

/** A step a text, and a feature. */
export function* createVectorIndex(texts: readonly (readonly string[])[]): Generator<void, VectorIndex> {
  const postings = new Map<string, number[]>();
  for (const [index, featureList] of texts.entries()) {
    for (const feature of featureList) {
      const list = postings.get(feature);
      if (list === undefined) postings.set(feature, [index]);
      else list.push(index);
    }
    yield;
  }
  const unseen = Math.log(1 + texts.length);
  const squares = new Float64Array(texts.length);
  const entries = new Map<string, Entry>();
  for (const [feature, list] of postings) {
    const rarity = Math.log(1 + texts.length / list.length);
    entries.set(feature, { rarity, texts: Uint32Array.from(list) });
    for (const text of list) squares[text] = (squares[text] ?? 0) + rarity ** 2;
    yield;
  }
  const inverseNorms = squares.map((square) => 1 / Math.sqrt(square));

  return {
    rarity: (feature) => entries.get(feature)?.rarity ?? unseen,
    addSimilarities(query, weight, into) {
      const found: Entry[] = [];
      let square = 0;
      for (const feature of query) {
        const entry = entries.get(feature);
        square += (entry?.rarity ?? unseen) ** 2;
        if (entry !== undefined) found.push(entry);
      }
      const scale = weight / Math.sqrt(square);
      for (const { rarity, texts: list } of found) {
        const share = scale * rarity ** 2;
        for (const text of list) into[text] = (into[text] ?? 0) + share * (inverseNorms[text] ?? 0);
      }
    },
  };
}

interface Entry {
  readonly rarity: number;
  /** Positions of the texts which have the feature. */
  readonly texts: Uint32Array;
}
