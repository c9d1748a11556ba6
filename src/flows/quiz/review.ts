import { type Card, cardName } from '../../quiz/deck.ts';
import { type Learner, readWrong } from '../../store/quizLearning.ts';
import type { FlowDeps } from '../deps.ts';
import { orStoreFailed, type StoreFailed } from '../summary/draft.ts';
import { cardsOf } from './start.ts';

export type ReviewResult = { readonly kind: 'review'; readonly cards: readonly Card[] } | StoreFailed;

/** The questions that a member last answered wrong in a game on a server, the latest first. */
export function reviewWrong(deps: FlowDeps, learner: Learner): Promise<ReviewResult> {
  const cards = new Map(cardsOf(deps.packs).map((card) => [cardName(card), card]));
  const work = readWrong(deps.db, learner).then(
    (names) => ({ kind: 'review', cards: names.flatMap((name) => cards.get(name) ?? []) }) as const,
  );
  return orStoreFailed(deps, work);
}
