import { isChatInitials } from '../korean/chatSpelling.ts';
import { isChoseong } from '../korean/choseong.ts';
import { confidence, thresholds, tierOf } from './confidence.ts';
import { gather } from './evidence.ts';
import { type Hypothesis, readings } from './hypotheses.ts';
import type { SearchIndex } from './index.ts';
import { type Ranking, type RankOptions, rank } from './rank.ts';
import type { Candidate, Language, PairRef, SearchResult } from './result.ts';

const mostCandidates = 10;
/** A reading with a slip mended has to be this much better, as a share of its score. */
const mendedPenalty = 0.05;
/** Longer queries are refused before they come here; what is searched is bounded all the same. */
const longestQuery = 500;

/** Finds the pairs for a query: reads it, ranks each reading, judges the best. */
export function find(index: SearchIndex, query: string, options: RankOptions): SearchResult {
  const text = [...query].slice(0, longestQuery).join('');
  if (isChoseong(text.trim())) return findByInitials(index, text, options);
  const ranked = readings(text, index).map((reading) => ({
    reading,
    ranking: rank(index, reading.analysis, options),
  }));
  const [typed] = ranked;
  if (typed === undefined || (ranked.length === 1 && typed.ranking.words.length === 0)) return nothing(text);
  const best = ranked.reduce((winner, each) => (worth(each) > worth(winner) ? each : winner), typed);
  return judge(index, best.reading, best.ranking, options);
}

function worth({ reading, ranking }: { reading: Hypothesis; ranking: Ranking }): number {
  return (
    (ranking.ranked[0]?.score ?? 0) -
    (reading.slip === null ? 0 : mendedPenalty * (ranking.ranked[0]?.score ?? 0))
  );
}

function judge(
  index: SearchIndex,
  reading: Hypothesis,
  ranking: Ranking,
  options: RankOptions,
): SearchResult {
  const [first] = ranking.ranked;
  const language = languageOf(reading.analysis.text);
  const slips = reading.slip === null ? [] : [reading.slip];
  if (first === undefined) return { ...nothing(reading.analysis.text), language, slips };
  const inContext = options.previous !== undefined;
  const evidence = gather(index, ranking, inContext);
  const exact = ranking.exact !== null;
  const sure = exact ? 1 : confidence(evidence);
  const needsPredecessor = index.targets[first.target]?.pair.contextOnly === true && !inContext;
  const saysNoMore = ranking.isQuestion || (!exact && evidence.topics < 2 && sure >= thresholds.suggest);
  const lacksPredecessor = needsPredecessor && saysNoMore;
  const judged = tierOf({ evidence, confidence: sure, exact, initialsOnly: false, lacksPredecessor });
  const tier = ranking.twins.length > 0 ? 'suggest' : judged;
  const candidates = ranking.ranked.slice(0, mostCandidates).map(({ target: at, score }): Candidate => {
    return { ...refOf(index, at), score: round((sure * score) / first.score) };
  });
  return { tier, candidates, confidence: round(sure), exact, language, slips };
}

/** Initial consonants give pairs to choose from, whose question or alias holds them from the start of a word. */
function findByInitials(index: SearchIndex, query: string, options: RankOptions): SearchResult {
  const wanted = query.replace(/\s+/gu, '');
  if (isChatInitials(wanted)) return nothing(query);
  const found = new Map<number, number>();
  for (const { target, initials } of index.beginnings) {
    if (options.pack !== undefined && index.targets[target]?.pack !== options.pack) continue;
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

function nothing(text: string): SearchResult {
  return { tier: 'none', candidates: [], confidence: 0, exact: false, language: languageOf(text), slips: [] };
}

export function refOf(index: SearchIndex, target: number): PairRef {
  const { pack, pair } = index.targets[target] ?? { pack: '', pair: { id: '' } };
  return { pack, pair: pair.id };
}

/** Korean wherever there is a Hangul letter: Koreans mix English words in, not the other way round. */
function languageOf(text: string): Language {
  return /\p{Script=Hangul}/u.test(text) || !/\p{L}/u.test(text) ? 'ko' : 'en';
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
