import { type Dealt, isStill } from '../../quiz/deck.ts';
import { takes } from '../../quiz/game.ts';
import { readGame } from '../../store/quizGames.ts';
import type { FlowDeps } from '../deps.ts';
import { orStoreFailed, type StoreFailed } from '../summary/draft.ts';

export type OpenResult =
  /** Null where its pack does not have the question any more. */
  | { readonly kind: 'open'; readonly question: Dealt | null }
  /** An answer to it would come too late; the game may be over, or gone. */
  | { readonly kind: 'closed' }
  | StoreFailed;

/** The question under a button of a game, as long as it takes answers. An answer that is begun now may still come late. */
export function openQuestion(deps: FlowDeps, game: string, question: number): Promise<OpenResult> {
  return orStoreFailed(deps, find(deps, game, question));
}

async function find(deps: FlowDeps, id: string, question: number): Promise<Exclude<OpenResult, StoreFailed>> {
  const stored = await readGame(deps.db, id);
  if (stored === null || !takes(stored.game, question, deps.now().getTime())) return { kind: 'closed' };
  const dealt = stored.game.questions[question];
  return { kind: 'open', question: dealt !== undefined && isKnown(deps, dealt) ? dealt : null };
}

/** Whether its pack still has the question as it was dealt. */
export function isKnown({ packs }: Pick<FlowDeps, 'packs'>, dealt: Dealt): boolean {
  const question = packs.get(dealt.pack)?.quiz.find(({ id }) => id === dealt.id);
  return question !== undefined && isStill(question, dealt);
}
