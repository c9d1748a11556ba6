import { contextStart } from '../conversation/context.ts';
import { forgetShown } from '../store/shown.ts';
import { type FlowDeps, orElse } from './deps.ts';

/** Forgets what was shown too long ago to matter. */
export async function tidy(deps: FlowDeps): Promise<void> {
  const forgotten = await orElse(deps, forgetShown(deps.db, contextStart(deps.now())), 0);
  deps.log.debug({ forgotten }, 'tidied');
}
