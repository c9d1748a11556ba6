import type { Pack, Pair } from '../content/schema.ts';
import type { PairRef } from '../search/result.ts';

/** What an answer shows besides the texts of its pair, which are looked up in the reader's language. */
export interface Card extends PairRef {
  /** 1 for the first pair in reading order. */
  readonly position: number;
  readonly total: number;
  /** The date the article speaks of as "now". */
  readonly asOf: string;
  /** The pairs its buttons lead to, in the author's order. */
  readonly followUps: readonly string[];
}

/** A pair on offer. */
export interface Offer extends PairRef {
  /** The pair without which this one makes no sense, where that one was not shown. */
  readonly after: string | null;
}

export type Packs = ReadonlyMap<string, Pack>;

/** Null for a pair that the packs do not hold (any more). */
export function cardOf(packs: Packs, { pack: packId, pair: pairId }: PairRef): Card | null {
  const pack = packs.get(packId);
  const index = pack?.pairs.findIndex(({ id }) => id === pairId) ?? -1;
  const pair = pack?.pairs[index];
  if (pack === undefined || pair === undefined) return null;
  return {
    pack: packId,
    pair: pairId,
    position: index + 1,
    total: pack.pairs.length,
    asOf: pack.asOf,
    followUps: [...new Set(pair.followUps.map(({ to }) => to))].filter((to) => holds(pack, to)),
  };
}

function holds(pack: Pack, pairId: string): boolean {
  return pack.pairs.some(({ id }) => id === pairId);
}

/** `previous` is the pair that was shown last. */
export function offerOf(packs: Packs, { pack, pair }: PairRef, previous: PairRef | null): Offer {
  const before = pairBefore(packs, { pack, pair });
  const needed = before !== null && pairOf(packs, { pack, pair })?.contextOnly === true;
  const seen = previous?.pack === pack && previous.pair === before;
  return { pack, pair, after: needed && !seen ? before : null };
}

/** The pair that follows in reading order; null after the last. */
export function pairAfter(packs: Packs, { pack, pair }: PairRef): PairRef | null {
  const pairs = packs.get(pack)?.pairs ?? [];
  const index = pairs.findIndex(({ id }) => id === pair);
  const next = index < 0 ? undefined : pairs[index + 1];
  return next === undefined ? null : { pack, pair: next.id };
}

function pairBefore(packs: Packs, { pack, pair }: PairRef): string | null {
  const pairs = packs.get(pack)?.pairs ?? [];
  const index = pairs.findIndex(({ id }) => id === pair);
  return index < 1 ? null : (pairs[index - 1]?.id ?? null);
}

function pairOf(packs: Packs, { pack, pair }: PairRef): Pair | undefined {
  return packs.get(pack)?.pairs.find(({ id }) => id === pair);
}
