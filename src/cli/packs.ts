import { resolve } from 'node:path';
import process from 'node:process';
import type { Folders } from '../content/load.ts';
import type { Pack } from '../content/schema.ts';
import { contentFolder, localesOf } from '../paths.ts';
import type { PairRef } from '../search/result.ts';

/** Where the packs are: in the folder that was given, else where the environment's CONTENT says, else the project's. */
export function packFolders(given: string | undefined): Folders {
  const content = resolve(given ?? (process.env['CONTENT']?.trim() || contentFolder));
  return { content, locales: localesOf(content) };
}

/** How pairs are called on the command line: by their id, or as `pack:pair` where several packs use that id. */
export interface PairNames {
  readonly nameOf: (ref: PairRef) => string;
  /** Null for a name that no pair has. */
  readonly find: (name: string) => PairRef | null;
}

export function pairNames(packs: readonly Pack[]): PairNames {
  const byId = new Map<string, PairRef[]>();
  for (const pack of packs)
    for (const { id } of pack.pairs) byId.set(id, [...(byId.get(id) ?? []), { pack: pack.id, pair: id }]);
  const nameOf = ({ pack, pair }: PairRef) => ((byId.get(pair)?.length ?? 0) > 1 ? `${pack}:${pair}` : pair);
  const byName = new Map(
    [...byId.values()].flat().flatMap((ref) => [
      [nameOf(ref), ref],
      [longNameOf(ref), ref],
    ]),
  );
  return { nameOf, find: (name) => byName.get(name) ?? null };
}

function longNameOf({ pack, pair }: PairRef): string {
  return `${pack}:${pair}`;
}
