import { type Card, cardName } from '../../quiz/deck.ts';
import { readWrong } from '../../store/quizLearning.ts';
import type { FlowDeps } from '../deps.ts';
import { orStoreFailed, type StoreFailed } from '../summary/draft.ts';
import { heldBackFrom, type Member } from './held.ts';
import { cardsOf } from './start.ts';

export type ReviewResult =
  | { readonly kind: 'review'; readonly cards: readonly Card[] }
  /** All that there is to review has to wait for a game that is asking about it just now. */
  | { readonly kind: 'held-back' }
  | StoreFailed;

/** The questions that a member last answered wrong in a game on a server, the latest first. */
export function reviewWrong(deps: FlowDeps, member: Member): Promise<ReviewResult> {
  return orStoreFailed(deps, review(deps, member));
}

async function review(deps: FlowDeps, member: Member): Promise<ReviewResult> {
  const known = new Map(cardsOf(deps.packs).map((card) => [cardName(card), card]));
  const wrong = (await readWrong(deps.db, member)).flatMap((name) => known.get(name) ?? []);
  const isHeld = await heldBackFrom(deps, member);
  const cards = wrong.filter(({ pack, question }) => !isHeld({ ...question, pack }));
  return cards.length === 0 && wrong.length > 0 ? { kind: 'held-back' } : { kind: 'review', cards };
}
