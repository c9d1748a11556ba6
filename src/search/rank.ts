import { type Analysis, exactKey, type Word } from './analysis.ts';
import { keyText, type SearchIndex } from './index.ts';
import { features, type ViewName, viewNames } from './views.ts';

/** How much each view says. A few other splits were tried on public Korean question sets and on the golden questions; none was better on all. */
const viewWeights: Readonly<Record<ViewName, number>> = {
  words: 0.35,
  heads: 0.3,
  syllables: 0.15,
  letters: 0.2,
};
/** An answer's sentence is weaker evidence than a question's phrasing. */
const answerWeight = 0.8;
/** A pair is as near as its nearest phrasings together; each next one counts this much of the one before. */
const decay = 0.7;
const counted = 8;
const countedTotal = (1 - decay ** counted) / (1 - decay);
/** What the pair shown before makes likelier: the pair after it, its follow-ups, an elliptical phrasing; and less: itself. */
const context = { next: 0.06, followUp: 0.03, ellipsis: 0.25, again: 0.6 } as const;
const fuseWeight = 0.1;
const fuseCandidates = 8;
/** fuse.js matches in chunks of 32 characters, each over the whole text; a long story says nothing letter by letter. */
const fuseLongest = 48;

export interface Ranked {
  readonly target: number;
  /** 0…1. */
  readonly score: number;
  /** Similarity of its nearest phrasing, 0…1. */
  readonly nearest: number;
}

export interface Ranking {
  /** The words of the query, words written together cut apart. */
  readonly words: readonly Word[];
  readonly concepts: readonly string[];
  /** Best first; pairs that share nothing with the query are left out. */
  readonly ranked: readonly Ranked[];
  /** The query is an elliptical phrasing to the letter, and a pair was shown. */
  readonly isEllipsis: boolean;
  /** The query is a pair's own question, in either language. */
  readonly isQuestion: boolean;
  /** The target whose own phrasing the query is to the letter, or null. */
  readonly exact: number | null;
  /** Similarity to the nearest question that the article does not cover, 0…1. */
  readonly outside: number;
}

/** Ranks the pairs for an analysed query; `shown` is the pair that was shown before. Ties go to reading order, so that the same query always gives the same list. */
export function rank(index: SearchIndex, analysis: Analysis, shown: string | null): Ranking {
  const concepts = index.lexicon.concepts(analysis.words);
  const similarities = compare(index, analysis, concepts);
  const key = exactKey(analysis);
  const previous = index.pairs.findIndex(({ id }) => id === shown);
  const { nearest, outside } = collect(index, similarities, previous >= 0);
  const meant = previous >= 0 ? (index.ellipses.get(key) ?? []) : [];
  const exact = index.exact.get(key)?.target ?? null;
  const ranked = nearest
    .map((list, target): Ranked => {
      const score = together(list) + (meant.includes(target) ? context.ellipsis : 0);
      return { target, score: inContext(index, target, previous, score), nearest: list[0] ?? 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score || left.target - right.target);
  const isEllipsis = meant.length > 0;
  const isQuestion = exact !== null && index.questions.has(key);
  const words = analysis.words.flatMap((each) => index.lexicon.cut(each) ?? [each]);
  if (exact === null) return { words, concepts, ranked, isEllipsis, isQuestion, exact, outside };
  const first = { target: exact, score: 1, nearest: 1 };
  return {
    words,
    concepts,
    ranked: [first, ...ranked.filter(({ target }) => target !== exact)],
    isEllipsis,
    isQuestion,
    exact,
    outside,
  };
}

function compare(index: SearchIndex, analysis: Analysis, concepts: readonly string[]): Float64Array {
  const similarities = index.similarities.fill(0);
  const query = features(analysis, concepts);
  for (const name of viewNames)
    index.views[name].addSimilarities(query[name], viewWeights[name], similarities);
  const text = keyText(analysis);
  if (text.length > fuseLongest) return similarities;
  for (const phrase of greatest(similarities, fuseCandidates)) {
    const before = similarities[phrase] ?? 0;
    similarities[phrase] = Math.min(1, before + fuseWeight * before * index.fuse.closeness(text, phrase));
  }
  return similarities;
}

/** The positions of the greatest values, greatest first; an insertion into a short list beats sorting thousands. */
function greatest(values: Float64Array, count: number): number[] {
  const best: number[] = [];
  for (let position = 0; position < values.length; position++) {
    const value = values[position] ?? 0;
    if (value <= 0 || (best.length === count && value <= (values[best[count - 1] ?? 0] ?? 0))) continue;
    let place = best.length;
    while (place > 0 && (values[best[place - 1] ?? 0] ?? 0) < value) place--;
    best.splice(place, 0, position);
    if (best.length > count) best.pop();
  }
  return best;
}

function collect(index: SearchIndex, similarities: Float64Array, withEllipses: boolean) {
  const nearest: number[][] = index.pairs.map(() => []);
  let outside = 0;
  for (let position = 0; position < similarities.length; position++) {
    const similarity = similarities[position] ?? 0;
    const phrase = index.phrases[position];
    if (similarity === 0 || phrase === undefined || (phrase.kind === 'elliptical' && !withEllipses)) continue;
    if (phrase.kind === 'outside') outside = Math.max(outside, similarity);
    else
      keepGreatest(
        nearest[phrase.target] ?? [],
        phrase.kind === 'answer' ? similarity * answerWeight : similarity,
      );
  }
  return { nearest, outside };
}

/** Puts a value into a list of the greatest, greatest first, no longer than what counts. */
function keepGreatest(list: number[], value: number): void {
  if (list.length === counted && value <= (list[counted - 1] ?? 0)) return;
  let place = list.length;
  while (place > 0 && (list[place - 1] ?? 0) < value) place--;
  list.splice(place, 0, value);
  if (list.length > counted) list.pop();
}

/** The weighted mean of the nearest phrasings; what a pair has too few of counts as the mean of what it has. */
function together(list: readonly number[]): number {
  let sum = 0;
  let weight = 1;
  for (const similarity of list) {
    sum += weight * similarity;
    weight *= decay;
  }
  return sum / countedTotal;
}

function inContext(index: SearchIndex, target: number, previous: number, score: number): number {
  const shown = index.pairs[previous];
  if (shown === undefined || score === 0) return score;
  if (target === previous) return score * context.again;
  const isNext = target === previous + 1;
  const isFollowUp = shown.followUps.some(({ to }) => to === index.pairs[target]?.id);
  return score + (isNext ? context.next : 0) + (isFollowUp ? context.followUp : 0);
}
