import type { Pack } from '../content/schema.ts';
import type { FlowDeps } from './deps.ts';

const perPage = 10;

export interface Topics {
  readonly pack: string;
  /** All there are, this one among them. */
  readonly packs: readonly string[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly entries: readonly { readonly pair: string; readonly position: number }[];
}

/** A page of a pack in reading order; without `pack`, of the main one. Null for a pack or a page that is gone. */
export function listTopics({ packs }: FlowDeps, packId: string | undefined, page: number): Topics | null {
  const pack = packId === undefined ? mainPack([...packs.values()]) : packs.get(packId);
  if (pack === undefined) return null;
  const start = page * perPage;
  const entries = pack.pairs
    .slice(start, start + perPage)
    .map(({ id }, index) => ({ pair: id, position: start + index + 1 }));
  if (entries.length === 0) return null;
  const total = pack.pairs.length;
  return { pack: pack.id, packs: [...packs.keys()], page, pages: Math.ceil(total / perPage), total, entries };
}

/** An article that can be posted as a summary comes before what only goes with it, whatever the names of the folders. */
function mainPack(packs: readonly Pack[]): Pack | undefined {
  return packs.find(({ summary }) => summary !== null) ?? packs[0];
}
