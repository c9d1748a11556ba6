import type { FlowDeps } from './deps.ts';

export interface PackFacts {
  readonly pack: string;
  readonly licence: string;
  readonly asOf: string;
  readonly version: number;
  readonly pairs: number;
}

/** Where the answers come from; without `packId`, of every pack. Empty for a pack that is gone. */
export function describePacks({ packs }: FlowDeps, packId: string | undefined): readonly PackFacts[] {
  return [...packs.values()]
    .filter(({ id }) => packId === undefined || id === packId)
    .map(({ id, licence, asOf, version, pairs }) => ({
      pack: id,
      licence,
      asOf,
      version,
      pairs: pairs.length,
    }));
}
