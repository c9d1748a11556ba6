import type { ReadPack } from '../content/load.ts';
import { messages } from '../content/messages.ts';
import { type Phrasing, phrasingsOf } from '../content/phrasings.ts';
import { type Problem, problem } from '../content/problem.ts';
import type { Pair } from '../content/schema.ts';
import { createSearch, type Search } from '../search/engine.ts';
import type { PairRef } from '../search/result.ts';

/** As many as are offered where nothing is answered. */
const offered = 3;

/** Asks every phrasing of every pack: each has to bring its pair first. */
export function checkPhrasings(packs: readonly ReadPack[]): Problem[] {
  const search = createSearch(packs.map(({ pack }) => pack));
  return packs.flatMap(({ pack, files, names }) =>
    phrasingsOf(files, names).flatMap((phrasing) => {
      const own: PairRef = { pack: pack.id, pair: phrasing.pair };
      const missed =
        phrasing.kind === 'elliptical'
          ? missedAfter(search, phrasing, own, pairBefore(pack.pairs, phrasing.pair))
          : missedAlone(search, phrasing, own);
      return missed === null ? [] : [missed];
    }),
  );
}

function missedAlone(search: Search, { text, file, at, path }: Phrasing, own: PairRef): Problem | null {
  const [first] = search.find(text).candidates;
  if (isSame(first, own)) return null;
  return problem('error', file, at, path, messages.unreachable(text, nameOf(first, own)));
}

/** What leans on another pair may be beaten to the first place, as a few of such short phrasings always are. */
function missedAfter(
  search: Search,
  { text, file, at, path }: Phrasing,
  own: PairRef,
  before: string | null,
): Problem | null {
  if (before === null) return null;
  const { candidates } = search.find(text, { previous: { pack: own.pack, pair: before } });
  const [first] = candidates;
  if (isSame(first, own)) return null;
  const isOffered = candidates.slice(0, offered).some((candidate) => isSame(candidate, own));
  return problem(
    isOffered ? 'warning' : 'error',
    file,
    at,
    path,
    messages.unreachableAfter(text, before, nameOf(first, own)),
  );
}

/** The pair after which another is most likely asked: the one before it, else one that leads to it. */
function pairBefore(pairs: readonly Pair[], id: string): string | null {
  const index = pairs.findIndex((pair) => pair.id === id);
  const leading = pairs.find(({ followUps }) => followUps.some(({ to }) => to === id));
  return pairs[index - 1]?.id ?? leading?.id ?? null;
}

function isSame(one: PairRef | undefined, other: PairRef): boolean {
  return one !== undefined && one.pack === other.pack && one.pair === other.pair;
}

function nameOf(found: PairRef | undefined, own: PairRef): string | null {
  if (found === undefined) return null;
  return found.pack === own.pack ? found.pair : `${found.pack}:${found.pair}`;
}
