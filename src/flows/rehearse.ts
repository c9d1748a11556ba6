import { type Card, cardOf, type Offer, offerOf } from '../conversation/pairs.ts';
import type { Completion } from '../search/result.ts';
import type { FlowDeps } from './deps.ts';

export interface Rehearsal {
  readonly card: Card;
  readonly offers: readonly Offer[];
  readonly completions: readonly Completion[];
}

/** Goes the way of a question for every pair of every pack; nothing is remembered or counted. */
export function rehearse({ packs, search }: FlowDeps): Rehearsal[] {
  return [...packs.values()].flatMap((pack) =>
    pack.pairs.flatMap(({ id, question }) => {
      const card = cardOf(packs, { pack: pack.id, pair: id });
      if (card === null) return [];
      const { candidates } = search.find(question, { previous: card });
      const offers = candidates.slice(0, 3).map((candidate) => offerOf(packs, candidate, null));
      return [{ card, offers, completions: search.complete(question.slice(0, 3)) }];
    }),
  );
}
