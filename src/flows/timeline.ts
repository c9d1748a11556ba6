import type { Pack } from '../content/schema.ts';
import type { FlowDeps } from './deps.ts';

export interface Timeline {
  readonly pack: string;
  /** The date the article speaks of as "now". */
  readonly asOf: string;
  /** In the author's order; empty for a pack without a timeline. */
  readonly events: readonly {
    readonly id: string;
    readonly dated: boolean;
    /** The pair that speaks of it, and its place in reading order, from 1. */
    readonly pair: string;
    readonly position: number;
  }[];
}

/** The events of a pack; without `packId`, of the first that has any. Null for a pack that is gone. */
export function openTimeline(
  { packs }: Pick<FlowDeps, 'packs'>,
  packId: string | undefined,
): Timeline | null {
  const pack = packId === undefined ? firstWithTimeline([...packs.values()]) : packs.get(packId);
  if (pack === undefined) return null;
  const positions = new Map(pack.pairs.map(({ id }, index) => [id, index + 1]));
  const events = pack.timeline.flatMap(({ id, date, pair }) => {
    const position = positions.get(pair);
    return position === undefined ? [] : [{ id, dated: date !== undefined, pair, position }];
  });
  return { pack: pack.id, asOf: pack.asOf, events };
}

function firstWithTimeline(packs: readonly Pack[]): Pack | undefined {
  return packs.find(({ timeline }) => timeline.length > 0) ?? packs[0];
}
