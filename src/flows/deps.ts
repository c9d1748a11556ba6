import type { Packs } from '../conversation/pairs.ts';
import type { Log } from '../log.ts';
import type { LateSearch } from '../search/late.ts';
import type { Database } from '../store/database.ts';

/** What every flow works with. */
export interface FlowDeps {
  readonly db: Database;
  readonly search: LateSearch;
  /** By id, in the order in which they are listed. */
  readonly packs: Packs;
  readonly now: () => Date;
  /** 0…1, as Math.random. */
  readonly random: () => number;
  readonly log: Log;
}

/** Whose conversation it is: a member in a channel. */
export interface Asker {
  readonly user: string;
  readonly channel: string;
}

/** What the store says; where it fails, the log says so and `otherwise` takes the place of its answer. */
export async function orElse<T>(deps: FlowDeps, work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    deps.log.error({ error }, 'store-failed');
    return otherwise;
  }
}
