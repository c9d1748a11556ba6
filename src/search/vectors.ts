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

export function createVectorIndex(texts: readonly (readonly string[])[]): VectorIndex {
  const postings = new Map<string, number[]>();
  for (const [index, featureList] of texts.entries())
    for (const feature of featureList) {
      const list = postings.get(feature);
      if (list === undefined) postings.set(feature, [index]);
      else list.push(index);
    }
  const unseen = Math.log(1 + texts.length);
  const rarityOf = new Map<string, number>();
  for (const [feature, list] of postings) rarityOf.set(feature, Math.log(1 + texts.length / list.length));
  const rarity = (feature: string): number => rarityOf.get(feature) ?? unseen;
  const norms = Float64Array.from(texts, (featureList) => norm(featureList, rarity));

  return {
    rarity,
    addSimilarities(query, weight, into) {
      const queryNorm = norm(query, rarity);
      if (queryNorm === 0) return;
      for (const feature of query) {
        const list = postings.get(feature);
        if (list === undefined) continue;
        const share = (weight * rarity(feature) ** 2) / queryNorm;
        for (const text of list) into[text] = (into[text] ?? 0) + share / (norms[text] ?? 1);
      }
    },
  };
}

function norm(featureList: readonly string[], rarity: (feature: string) => number): number {
  let sum = 0;
  for (const feature of featureList) sum += rarity(feature) ** 2;
  return Math.sqrt(sum);
}
