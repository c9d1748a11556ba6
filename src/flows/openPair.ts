import { type Card, cardOf } from '../conversation/pairs.ts';
import type { PairRef } from '../search/result.ts';
import type { Asker, FlowDeps } from './deps.ts';
import { isHeldBack } from './quiz/held.ts';
import { remember } from './remember.ts';

export type { Card };

export type Opened =
  | { readonly kind: 'card'; readonly card: Card }
  /** A quiz in the channel is asking about it. */
  | { readonly kind: 'held-back' }
  | { readonly kind: 'gone' };

/** `chosen` counts a pair picked from a list of suggestions. */
export async function openPair(
  deps: FlowDeps,
  asker: Asker,
  ref: PairRef,
  event: 'answered' | 'chosen',
): Promise<Opened> {
  const card = cardOf(deps.packs, ref);
  if (card === null) return { kind: 'gone' };
  if (await isHeldBack(deps, asker.channel, card)) return { kind: 'held-back' };
  await remember(deps, asker, card, event);
  return { kind: 'card', card };
}

/** The same pair once more, in another language or for others: nothing is remembered. */
export function reopenPair(deps: FlowDeps, ref: PairRef): Card | null {
  return cardOf(deps.packs, ref);
}
