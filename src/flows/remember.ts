import type { PairRef } from '../search/result.ts';
import { saveShown } from '../store/shown.ts';
import { addTally, type TallyEvent } from '../store/tallies.ts';
import { type Asker, type FlowDeps, orElse } from './deps.ts';

const nowhere = { pack: '', pair: '' };

/** Counts what happened, by day (UTC); no member is part of it. A store that fails loses the count, nothing else. */
export async function count(deps: FlowDeps, event: TallyEvent, ref: PairRef = nowhere): Promise<void> {
  const day = deps.now().toISOString().slice(0, 10);
  await orElse(deps, addTally(deps.db, { day, pack: ref.pack, pair: ref.pair, event }), undefined);
}

/** The pair on which the asker's next query may lean, and one more in the count. */
export async function remember(deps: FlowDeps, asker: Asker, ref: PairRef, event: TallyEvent): Promise<void> {
  const shown = { user: asker.user, channel: asker.channel, pack: ref.pack, pair: ref.pair, at: deps.now() };
  await Promise.all([orElse(deps, saveShown(deps.db, shown), undefined), count(deps, event, ref)]);
}
