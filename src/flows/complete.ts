import type { Completion } from '../search/result.ts';
import type { Asker, FlowDeps } from './deps.ts';
import { previousPair } from './previous.ts';

/** Pairs on offer while a question is being typed; where nothing is typed yet, what follows the last answer first. */
export async function complete(
  deps: FlowDeps,
  asker: Asker,
  text: string,
  pack: string | undefined,
): Promise<readonly Completion[]> {
  const previous = await previousPair(deps, asker, { pack });
  return deps.search.complete(text.normalize('NFC'), {
    ...(previous === null ? {} : { previous }),
    ...(pack === undefined ? {} : { pack }),
  });
}
