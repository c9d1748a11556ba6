import { asksForMore } from '../conversation/more.ts';
import { type Card, cardOf, type Offer, offerOf, pairAfter } from '../conversation/pairs.ts';
import { isBlank } from '../korean/normalize.ts';
import { thresholds } from '../search/confidence.ts';
import type { FindOptions } from '../search/engine.ts';
import type { Language, PairRef, SearchResult, Slip } from '../search/result.ts';
import type { Asker, FlowDeps } from './deps.ts';
import { previousPair } from './previous.ts';
import { isHeldBack } from './quiz/held.ts';
import { count, remember } from './remember.ts';

/** In code points; as long as Discord lets the option of the command be. */
export const longestQuery = 200;
/** As many as fit in one list beside "none of these". */
const offered = 3;

export interface Question extends Asker {
  readonly query: string;
  /** Search this pack only. */
  readonly pack?: string;
  /** The pair the question refers to; without it, the one shown last. */
  readonly previous?: PairRef;
}

/** `language` is the one the query is written in. */
export type AskResult = { readonly language: Language } & (
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number }
  | {
      readonly kind: 'answer';
      readonly card: Card;
      readonly certain: boolean;
      readonly slips: readonly Slip[];
    }
  | { readonly kind: 'suggest'; readonly offers: readonly Offer[]; readonly slips: readonly Slip[] }
  | { readonly kind: 'end' }
  /** A quiz in the channel is asking about it. */
  | { readonly kind: 'held-back' }
  | { readonly kind: 'none' }
);

/** Answers a query, offers pairs, or says that there is nothing; remembers what was shown. */
export async function ask(deps: FlowDeps, question: Question): Promise<AskResult> {
  const query = question.query.normalize('NFC').trim();
  const length = [...query].length;
  if (length > longestQuery) return { kind: 'too-long', length, language: scriptOf(query) };
  if (isBlank(query)) return { kind: 'empty', language: scriptOf(query) };
  const previous = await previousPair(deps, question, question);
  const result = await deps.search.find(query, findOptions(question, previous));
  const { language } = result;
  // An author may have given "so?" a meaning of its own; that one is exact.
  if (previous !== null && !result.exact && asksForMore(query))
    return more(deps, question, previous, language);
  if (result.tier === 'answer') return answer(deps, question, result);
  if (result.tier === 'suggest') return suggest(deps, result, previous);
  await count(deps, 'abstained');
  return { kind: 'none', language };
}

function scriptOf(query: string): Language {
  return /\p{Script=Hangul}/u.test(query) || !/\p{Script=Latin}/u.test(query) ? 'ko' : 'en';
}

function findOptions({ pack }: Question, previous: PairRef | null): FindOptions {
  return { ...(previous === null ? {} : { previous }), ...(pack === undefined ? {} : { pack }) };
}

async function more(deps: FlowDeps, asker: Asker, previous: PairRef, language: Language): Promise<AskResult> {
  const next = pairAfter(deps.packs, previous);
  const card = next === null ? null : cardOf(deps.packs, next);
  if (card === null) return { kind: 'end', language };
  if (await isHeldBack(deps, asker.channel, card)) return { kind: 'held-back', language };
  await remember(deps, asker, card, 'answered');
  return { kind: 'answer', card, certain: true, slips: [], language };
}

async function answer(deps: FlowDeps, asker: Asker, result: SearchResult): Promise<AskResult> {
  const [best] = result.candidates;
  const card = best === undefined ? null : cardOf(deps.packs, best);
  if (card === null) throw new Error('search answers with a pair that no pack holds');
  if (await isHeldBack(deps, asker.channel, card)) return { kind: 'held-back', language: result.language };
  await remember(deps, asker, card, 'answered');
  const certain = result.exact || result.confidence >= thresholds.certain;
  return { kind: 'answer', card, certain, slips: result.slips, language: result.language };
}

async function suggest(deps: FlowDeps, result: SearchResult, previous: PairRef | null): Promise<AskResult> {
  const offers = result.candidates
    .slice(0, offered)
    .map((candidate) => offerOf(deps.packs, candidate, previous));
  await count(deps, 'suggested');
  return { kind: 'suggest', offers, slips: result.slips, language: result.language };
}
