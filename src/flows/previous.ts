import { contextStart } from '../conversation/context.ts';
import { cardOf } from '../conversation/pairs.ts';
import type { PairRef } from '../search/result.ts';
import { readShown } from '../store/shown.ts';
import { type Asker, type FlowDeps, orElse } from './deps.ts';

/** What a query may lean on. */
export interface Leaning {
  /** Where only this pack is searched, a pair of another one says nothing. */
  readonly pack?: string | undefined;
  /** The pair the query refers to; without it, the one shown last. */
  readonly previous?: PairRef | undefined;
}

/** The pair the asker saw last in this channel, where that was not too long ago; null where it is gone by now. */
export async function previousPair(
  deps: FlowDeps,
  { user, channel }: Asker,
  { pack, previous }: Leaning = {},
): Promise<PairRef | null> {
  const shown = readShown(deps.db, { user, channel }, contextStart(deps.now()));
  const ref = previous ?? (await orElse(deps, shown, null));
  if (ref === null || (pack !== undefined && ref.pack !== pack)) return null;
  return cardOf(deps.packs, ref) === null ? null : ref;
}
