import { startsOf } from './calendar.ts';

export const periods = ['today', 'week', 'month', 'season', 'all'] as const;
export type Period = (typeof periods)[number];

/**
 * The moment from which points count for a period; null for all there are.
 *
 * @param zone The server's, IANA name.
 * @param season When the season began, which is when a moderator closed the one before; null for the first.
 */
export function periodStart(period: Period, zone: string, now: Date, season: Date | null): Date | null {
  if (period === 'all') return null;
  return period === 'season' ? season : startsOf(zone, now)[period];
}

export interface Entry {
  readonly user: string;
  readonly points: number;
}

export interface Ranked extends Entry {
  /** From 1; equal points share one, and the places after it are left out: 1, 2, 2, 4. */
  readonly rank: number;
}

/** Most points first, equal ones by id; nobody without points. */
export function ranking(entries: readonly Entry[]): readonly Ranked[] {
  const ordered = entries
    .filter(({ points }) => points > 0)
    .sort((left, right) => right.points - left.points || (left.user < right.user ? -1 : 1));
  return ordered.map((entry) => ({
    ...entry,
    rank: ordered.findIndex(({ points }) => points === entry.points) + 1,
  }));
}

/** Where somebody stands; null without points. */
export function placeOf(user: string, ranked: readonly Ranked[]): Ranked | null {
  return ranked.find((entry) => entry.user === user) ?? null;
}
