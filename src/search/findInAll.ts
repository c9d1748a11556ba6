import { thresholds } from './confidence.ts';
import { type Finding, find, nothing } from './find.ts';
import { readings, strangeShare } from './hypotheses.ts';
import type { SearchIndex } from './index.ts';
import type { Candidate, PairRef, SearchResult, Tier } from './result.ts';

export interface FindOptions {
  /** The pair shown last to this member in this channel; follow-ups lean on it. */
  readonly previous?: PairRef;
  /** Search this pack only. */
  readonly pack?: string;
}

const mostCandidates = 10;

/** A pack whose score is smaller than that of another by more than this share does not speak of the same thing. */
const lead = 0.3;

/** What the pack about the bot has to show; it is small, and leads by chance where nothing fits. */
const bot = {
  /** The least similarity of its nearest phrasing, and the greatest share of topic words that it does not use. */
  answer: { nearest: 0.35, strange: 0.25 },
  suggest: { nearest: 0.25, strange: 0.5 },
  /** As near as this, words without a topic ("넌 뭐야?") are not vague: they are about the bot. */
  phrasing: 0.75,
} as const;

/**
 * Finds the pairs for a query in each pack by itself. How rare a word is, which words are known and what is not covered are
 * matters of one pack, so a pack more changes nothing in what another says; only who has the word is decided here. Articles
 * come first: what is about the bot itself answers where it fits well, and clearly better than they do.
 */
export function findInAll(
  indexes: readonly SearchIndex[],
  query: string,
  { previous, pack }: FindOptions,
): SearchResult {
  const asked = indexes.filter((index) => pack === undefined || index.pack === pack);
  const findIn = (index: SearchIndex) =>
    find(index, query, previous?.pack === index.pack ? previous.pair : null);
  const articles = asked.filter(({ isBot }) => !isBot).map(findIn);
  const bots = asked.filter(({ isBot }) => isBot);
  if (articles.length === 0) return bots.length === 0 ? nothing(query) : surest(bots.map(findIn));
  if (articles.some(({ result }) => result.exact)) return toTheLetter(articles, previous);
  const rival = Math.max(...articles.map(scoreOf));
  const yielding = bots
    .filter((index) => isFamiliar(index, query))
    .flatMap((index) => yieldTo(rival, findIn(index)));
  return yielding.length === 0 ? surest(articles) : surest(yielding, articles);
}

/** Where articles share a phrasing, whoever is reading one of them means that one; anybody else has to choose. */
function toTheLetter(articles: readonly Finding[], previous: PairRef | undefined): SearchResult {
  const exact = articles.filter(({ result }) => result.exact);
  const read = exact.find(({ result }) => result.candidates[0]?.pack === previous?.pack);
  if (read !== undefined)
    return surest(
      [read],
      articles.filter((one) => one !== read),
    );
  const result = surest(articles);
  return exact.length > 1 ? { ...result, tier: 'suggest' } : result;
}

/** Whether ranking its pairs is worth the time: most questions about an article are in words that no bot uses of itself. */
function isFamiliar(index: SearchIndex, query: string): boolean {
  return readings(query, index).some(
    ({ analysis }) => strangeShare(analysis, index.lexicon) <= bot.suggest.strange,
  );
}

function scoreOf({ evidence }: Finding): number {
  return evidence?.score ?? 0;
}

/** What is left of what a pack about the bot says beside articles whose best score is `rival`: nothing, or no more than fits. */
function yieldTo(rival: number, { result, evidence }: Finding): Finding[] {
  if (evidence === null || result.tier === 'none') return [];
  if (result.exact) return [{ result, evidence }];
  if (evidence.score * (1 - lead) < rival) return [];
  const strange = evidence.topics === 0 ? 0 : evidence.strange / evidence.topics;
  const fits = (tier: 'answer' | 'suggest') =>
    evidence.nearest >= bot[tier].nearest && strange <= bot[tier].strange;
  // "왜?" is asked of an article.
  const asksNothing = evidence.topics === 0 && evidence.words === 1;
  if (!fits('suggest') || asksNothing) return [];
  const isClear = result.tier === 'answer' || (evidence.topics === 0 && evidence.nearest >= bot.phrasing);
  const tier = isClear && fits('answer') ? 'answer' : 'suggest';
  return [{ result: tier === 'answer' ? answered(result) : { ...result, tier }, evidence }];
}

/** What is answered is as sure as an answer has to be. */
function answered(result: SearchResult): SearchResult {
  const sure = Math.max(result.confidence, thresholds.answer);
  const [first, ...others] = result.candidates;
  const candidates = first === undefined ? [] : [{ ...first, score: sure }, ...others];
  return { ...result, tier: 'answer', confidence: sure, candidates };
}

/** The surest of those which speak of the same thing as the best of them; what others would offer comes after. */
function surest(findings: readonly Finding[], after: readonly Finding[] = []): SearchResult {
  const top = Math.max(...findings.map(scoreOf));
  const isNear = (finding: Finding) => scoreOf(finding) >= top * (1 - lead);
  const [best, ...others] = [
    ...findings
      .filter(isNear)
      .map(({ result }) => result)
      .sort(bySureness),
    ...[...findings.filter((finding) => !isNear(finding)), ...after].map(({ result }) => result),
  ];
  if (best === undefined) throw new Error('nothing was searched');
  return { ...best, candidates: mergeCandidates(best, others) };
}

const tiers: readonly Tier[] = ['answer', 'suggest', 'none'];

/** Those as sure as each other stay in the order of the packs. */
function bySureness(left: SearchResult, right: SearchResult): number {
  return (
    Number(right.exact) - Number(left.exact) ||
    tiers.indexOf(left.tier) - tiers.indexOf(right.tier) ||
    right.confidence - left.confidence
  );
}

/** Where several packs have something to offer, the likeliest come first; what a pack would not show comes after that. */
function mergeCandidates(best: SearchResult, others: readonly SearchResult[]): Candidate[] {
  const [first, ...rest] = best.candidates;
  const asSure = others.filter(({ tier }) => tier === best.tier).flatMap(({ candidates }) => candidates);
  const lessSure = others.filter(({ tier }) => tier !== best.tier).flatMap(({ candidates }) => candidates);
  const next = [...rest, ...asSure].sort((left, right) => right.score - left.score);
  return inFallingScore([...(first === undefined ? [] : [first]), ...next, ...lessSure]).slice(
    0,
    mostCandidates,
  );
}

/** Packs measure each by itself: what comes after another is no surer than it. */
function inFallingScore(candidates: readonly Candidate[]): Candidate[] {
  let most = 1;
  return candidates.map((each) => {
    most = Math.min(most, each.score);
    return { ...each, score: most };
  });
}
