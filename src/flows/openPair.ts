import { type Card, cardOf } from '../conversation/pairs.ts';
import type { PairRef } from '../search/result.ts';
import type { Asker, FlowDeps } from './deps.ts';
import { remember } from './remember.ts';

/** Null for a pair that is gone. `chosen` counts a pair picked from a list of suggestions. */
export async function openPair(
  deps: FlowDeps,
  asker: Asker,
  ref: PairRef,
  event: 'answered' | 'chosen',
): Promise<Card | null> {
  const card = cardOf(deps.packs, ref);
  if (card !== null) await remember(deps, asker, card, event);
  return card;
}

/** The same pair once more, in another language or for others: nothing is remembered. */
export function reopenPair(deps: FlowDeps, ref: PairRef): Card | null {
  return cardOf(deps.packs, ref);
}
