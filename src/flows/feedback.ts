import { cardOf } from '../conversation/pairs.ts';
import type { PairRef } from '../search/result.ts';
import type { TallyEvent } from '../store/tallies.ts';
import type { FlowDeps } from './deps.ts';
import { count } from './remember.ts';

export type Opinion = Extract<TallyEvent, 'helpful' | `unhelpful-${string}`>;

/** False for a pair that is gone: nobody can mend it any more. */
export async function giveFeedback(deps: FlowDeps, ref: PairRef, opinion: Opinion): Promise<boolean> {
  if (cardOf(deps.packs, ref) === null) return false;
  await count(deps, opinion, ref);
  return true;
}

/** None of the offered pairs was the one. */
export async function refuseOffers(deps: FlowDeps): Promise<void> {
  await count(deps, 'none-of-these');
}
