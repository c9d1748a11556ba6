import type { Feedback, MemberEvent } from '../../quiz/game.ts';
import type { StoredGame } from '../../store/quizGames.ts';
import type { FlowDeps } from '../deps.ts';
import { orStoreFailed, type StoreFailed } from '../summary/draft.ts';
import type { Runner } from './runner.ts';

export type ActResult =
  | { readonly kind: 'feedback'; readonly feedback: Feedback; readonly stored: StoredGame }
  /** The same press, delivered twice: it was answered the first time. */
  | { readonly kind: 'handled' }
  | { readonly kind: 'no-game' }
  | StoreFailed;

/**
 * Join, leave, choose, hint, skip, stop, continue: what a member does in a game. The rights of moderators are checked
 * before. What it brings beyond the member's own line is shown afterwards.
 */
export function act(deps: FlowDeps, runner: Runner, game: string, event: MemberEvent): Promise<ActResult> {
  return orStoreFailed(deps, perform(runner, game, event));
}

async function perform(runner: Runner, game: string, event: MemberEvent): Promise<ActResult> {
  const stepped = await runner.step(game, event);
  if (stepped === null) return { kind: 'no-game' };
  const { stored, effects } = stepped;
  const own = effects.find((effect) => effect.type === 'feedback');
  return own?.type === 'feedback'
    ? { kind: 'feedback', feedback: own.feedback, stored }
    : { kind: 'handled' };
}
