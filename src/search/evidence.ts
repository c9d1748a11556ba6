import { isQuestionWord } from '../korean/functionWords.ts';
import { withoutParticle } from '../korean/stem.ts';
import type { Word } from './analysis.ts';
import type { SearchIndex } from './index.ts';
import type { Ranking } from './rank.ts';

/** What speaks for and against the first pair of a ranking; each 0…1 unless it says otherwise. */
export interface Evidence {
  /** Score of the first pair. */
  readonly score: number;
  /** Similarity of its nearest phrasing. */
  readonly nearest: number;
  /** Lead over the second, as a share of the score. */
  readonly margin: number;
  /** Rarity-weighted share of the query's topic words which the first pair's texts use. */
  readonly covered: number;
  /** Topic words which no text of the packs uses. */
  readonly strange: number;
  /** How much nearer the query is to a question that is not covered; negative where it is farther. −1…1. */
  readonly outside: number;
  /** It has a word which marks a topic that is not covered. */
  readonly outsideWord: boolean;
  /** Words, those written together cut apart. */
  readonly words: number;
  /** Topic words among them. */
  readonly topics: number;
  /** It is one word that asks nothing: "네", "ok", "7". */
  readonly isBare: boolean;
  /** It follows a pair that was shown, in a phrasing stored for such a place. */
  readonly isEllipsis: boolean;
  /** It follows a pair that was shown. */
  readonly inContext: boolean;
}

export function gather(index: SearchIndex, ranking: Ranking, inContext: boolean): Evidence {
  const [first, second] = ranking.ranked;
  const score = first?.score ?? 0;
  const topics = ranking.words.filter(({ isContent }) => isContent);
  return {
    score,
    nearest: first?.nearest ?? 0,
    margin: first === undefined ? 0 : (score - (second?.score ?? 0)) / score,
    covered: first === undefined ? 0 : coverage(index, ranking, first.target),
    strange: topics.filter((each) => !index.lexicon.isKnown(each)).length,
    outside: ranking.outside - (first?.nearest ?? 0),
    outsideWord: topics.some(({ surface }) => isOutside(index, surface)),
    words: ranking.words.length,
    topics: topics.length,
    isBare: isBare(ranking.words),
    isEllipsis: ranking.isEllipsis,
    inContext,
  };
}

function isBare([only, ...more]: readonly Word[]): boolean {
  if (only === undefined || more.length > 0) return false;
  return (
    /^\d/u.test(only.surface) || !(only.isContent || isQuestionWord(only.key) || isQuestionWord(only.surface))
  );
}

/** Whole words, particles aside; never part of another word (AWS in lawsuit). */
export function isOutside({ outsideWords }: Pick<SearchIndex, 'outsideWords'>, surface: string): boolean {
  return outsideWords.has(surface) || outsideWords.has(withoutParticle(surface));
}

/** Unknown words weigh most, as they are rarest. 1 for a query without topic words, which nothing speaks against. */
function coverage(index: SearchIndex, ranking: Ranking, target: number): number {
  let covered = 0;
  let all = 0;
  for (const each of ranking.words) {
    if (!each.isContent) continue;
    for (const concept of new Set(index.lexicon.concepts([each]))) {
      const rarity = index.views.words.rarity(concept);
      all += rarity;
      if (index.vocabulary[target]?.has(concept) === true) covered += rarity;
    }
  }
  return all === 0 ? 1 : covered / all;
}
