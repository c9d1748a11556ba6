import { showScore } from '../flows/quiz/score.ts';
import type { Phase } from '../quiz/game.ts';
import { UserError } from './errors.ts';
import type { Context } from './handler.ts';

/** While a question can still be answered. */
const live: readonly Phase[] = ['asking', 'open', 'closing'];

/** Throws a UserError where a quiz is just asking about the pair in the channel. */
export async function refuseSpoiler(
  { flows, asker }: Pick<Context, 'flows' | 'asker'>,
  { pack, pair }: { readonly pack: string; readonly pair: string },
): Promise<void> {
  const result = await showScore(flows, asker.channel);
  if (result.kind !== 'game') return;
  const { phase, questions, current } = result.stored.game;
  const asked = questions[current];
  if (live.includes(phase) && asked?.pack === pack && asked.pair === pair) throw new UserError('E-LIVE');
}
