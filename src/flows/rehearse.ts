import { type Card, cardOf, type Offer, offerOf } from '../conversation/pairs.ts';
import type { Completion } from '../search/result.ts';
import type { FlowDeps } from './deps.ts';

export interface Rehearsal {
  readonly card: Card;
  readonly offers: readonly Offer[];
  readonly completions: readonly Completion[];
}

/** Goes the way of a question for every pair of every pack; nothing is remembered or counted. */
export async function* rehearse({ packs, search }: FlowDeps): AsyncGenerator<Rehearsal> {
  for (const pack of packs.values())
    for (const { id, question } of pack.pairs) {
      const card = cardOf(packs, { pack: pack.id, pair: id });
      if (card === null) continue;
      const { candidates } = await search.find(question, { previous: card });
      const offers = candidates.slice(0, 3).map((candidate) => offerOf(packs, candidate, null));
      yield { card, offers, completions: await search.complete(question.slice(0, 3)) };
    }
}
