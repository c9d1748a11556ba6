import type { PairRef } from '../../search/result.ts';
import { readLiveGame } from '../../store/quizGames.ts';
import { type FlowDeps, orElse } from '../deps.ts';

/** Whether a game in the channel is asking just now about what the pair explains. It can be read afterwards. */
export async function isHeldBack(deps: FlowDeps, channel: string, { pack, pair }: PairRef): Promise<boolean> {
  const live = await orElse(deps, readLiveGame(deps.db, channel), null);
  if (live === null || !['asking', 'open', 'closing'].includes(live.game.phase)) return false;
  const question = live.game.questions[live.game.current];
  return question?.pack === pack && question.pair === pair;
}
