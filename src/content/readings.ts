import type { Pack } from './schema.ts';

/** How the packs' names in Latin letters are read in Korean, by the name in lower case: ms → 엠에스. */
export function koreanReadings(packs: readonly Pack[]): ReadonlyMap<string, string> {
  return new Map(
    packs.flatMap(({ terms }) =>
      terms.flatMap(({ term, reading }) => (reading === undefined ? [] : [[term.toLowerCase(), reading]])),
    ),
  );
}
