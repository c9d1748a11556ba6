import { contextStart } from '../conversation/context.ts';
import type { PairRef } from '../search/result.ts';
import { readShown } from '../store/shown.ts';
import { type Asker, type FlowDeps, orElse } from './deps.ts';

/** The pair the asker saw last in this channel, where that was not too long ago. */
export async function previousPair(deps: FlowDeps, { user, channel }: Asker): Promise<PairRef | null> {
  return await orElse(deps, readShown(deps.db, { user, channel }, contextStart(deps.now())), null);
}
