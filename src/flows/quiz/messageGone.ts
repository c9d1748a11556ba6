import { readLiveGame } from '../../store/quizGames.ts';
import { type FlowDeps, orElse } from '../deps.ts';
import type { Runner } from './runner.ts';

/** Messages of a channel were deleted, perhaps the question of a game that is on there: it is asked again then. */
export async function messageGone(
  deps: FlowDeps,
  runner: Runner,
  channel: string,
  messages: readonly string[],
): Promise<void> {
  const live = await orElse(deps, readLiveGame(deps.db, channel), null);
  const message = live?.game.message ?? null;
  if (live !== null && message !== null && messages.includes(message))
    await runner.happen(live.id, { type: 'message-gone', message });
}
