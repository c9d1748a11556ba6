import { isChatInitials } from '../korean/chatSpelling.ts';
import { isChoseong } from '../korean/choseong.ts';
import { analyse, exactKey } from './analysis.ts';
import { confidence, thresholds, tierOf } from './confidence.ts';
import { type Evidence, gather } from './evidence.ts';
import { type Hypothesis, readings } from './hypotheses.ts';
import type { SearchIndex } from './index.ts';
import { type Ranking, rank } from './rank.ts';
import type { Candidate, Language, PairRef, SearchResult } from './result.ts';

const mostCandidates = 10;
/** A reading with a slip mended has to be this much better, as a share of its score. */
const mendedPenalty = 0.05;
/** Longer queries are refused before they come here; what is searched is bounded all the same. */
const longestQuery = 500;

/** What one pack says to a query. */
export interface Finding {
  readonly result: SearchResult;
  /** What speaks for its first candidate; null where there is none, or nothing but initial consonants to go by. */
  readonly evidence: Evidence | null;
}

/** Finds the pairs of a pack for a query: reads it, ranks each reading, judges the best. `shown` is the pair shown before. */
export function find(index: SearchIndex, query: string, shown: string | null): Finding {
  const text = [...query].slice(0, longestQuery).join('');
  // ㄱㅅ is a word of its own where a pack says so.
  if (isChoseong(text.trim()) && !index.exact.has(exactKey(analyse(text))))
    return { result: findByInitials(index, text), evidence: null };
  const ranked = readings(text, index).map((reading) => ({
    reading,
    ranking: rank(index, reading.analysis, shown),
  }));
  const [typed] = ranked;
  if (typed === undefined || (ranked.length === 1 && typed.ranking.words.length === 0))
    return { result: nothing(text), evidence: null };
  const best = ranked.reduce((winner, each) => (worth(each) > worth(winner) ? each : winner), typed);
  return judge(index, best.reading, best.ranking, shown !== null);
}

function worth({ reading, ranking }: { reading: Hypothesis; ranking: Ranking }): number {
  return (
    (ranking.ranked[0]?.score ?? 0) -
    (reading.slip === null ? 0 : mendedPenalty * (ranking.ranked[0]?.score ?? 0))
  );
}

function judge(index: SearchIndex, reading: Hypothesis, ranking: Ranking, inContext: boolean): Finding {
  const [first] = ranking.ranked;
  const language = languageOf(reading.analysis.text);
  const slips = reading.slip === null ? [] : [reading.slip];
  if (first === undefined)
    return { result: { ...nothing(reading.analysis.text), language, slips }, evidence: null };
  const evidence = gather(index, ranking, inContext);
  const exact = ranking.exact !== null;
  const sure = exact ? 1 : confidence(evidence);
  const needsPredecessor = index.pairs[first.target]?.contextOnly === true && !inContext;
  const saysNoMore = ranking.isQuestion || (!exact && evidence.topics < 2 && sure >= thresholds.suggest);
  const lacksPredecessor = needsPredecessor && saysNoMore;
  const tier = tierOf({ evidence, confidence: sure, exact, initialsOnly: false, lacksPredecessor });
  const candidates = ranking.ranked.slice(0, mostCandidates).map(({ target: at, score }): Candidate => {
    return { ...refOf(index, at), score: round((sure * score) / first.score) };
  });
  const result = { tier, candidates, confidence: round(sure), exact, language, slips };
  return { result, evidence };
}

/** Initial consonants give pairs to choose from, whose question or alias holds them from the start of a word. */
function findByInitials(index: SearchIndex, query: string): SearchResult {
  const wanted = query.replace(/\s+/gu, '');
  if (isChatInitials(wanted)) return nothing(query);
  const found = new Map<number, number>();
  for (const { target, initials } of index.beginnings) {
    if (initials.some((each) => each.startsWith(wanted))) found.set(target, (found.get(target) ?? 0) + 1);
  }
  const candidates = [...found]
    .sort((left, right) => right[1] - left[1] || left[0] - right[0])
    .slice(0, 3)
    .map(
      ([target, count]): Candidate => ({ ...refOf(index, target), score: round(Math.min(0.5, 0.1 * count)) }),
    );
  const tier = candidates.length === 0 ? 'none' : 'suggest';
  return { tier, candidates, confidence: candidates[0]?.score ?? 0, exact: false, language: 'ko', slips: [] };
}

export function nothing(text: string): SearchResult {
  return { tier: 'none', candidates: [], confidence: 0, exact: false, language: languageOf(text), slips: [] };
}

export function refOf(index: SearchIndex, target: number): PairRef {
  return { pack: index.pack, pair: index.pairs[target]?.id ?? '' };
}

/** Korean wherever there is a Hangul letter: Koreans mix English words in, not the other way round. */
function languageOf(text: string): Language {
  return /\p{Script=Hangul}/u.test(text) || !/\p{L}/u.test(text) ? 'ko' : 'en';
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
