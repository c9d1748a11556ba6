import { type Period, periodStart, placeOf, type Ranked, ranking } from '../../quiz/score.ts';
import { readPoints, saveHidden } from '../../store/quizScores.ts';
import type { FlowDeps } from '../deps.ts';
import { zoneOf } from '../server.ts';
import { orStoreFailed, type StoreFailed } from '../summary/draft.ts';

export type LeaderboardResult =
  | {
      readonly kind: 'leaderboard';
      readonly ranked: readonly Ranked[];
      /** The member who looks; null without points, or hidden. */
      readonly own: Ranked | null;
    }
  | StoreFailed;

/** Who has how many points on a server; whoever opted out is not there. */
export function showLeaderboard(
  deps: FlowDeps,
  { guild, user }: { readonly guild: string; readonly user: string },
  period: Period,
): Promise<LeaderboardResult> {
  const since = periodStart(period, zoneOf(guild), deps.now(), null);
  const work = readPoints(deps.db, guild, since).then((entries) => {
    const ranked = ranking(entries);
    return { kind: 'leaderboard', ranked, own: placeOf(user, ranked) } as const;
  });
  return orStoreFailed(deps, work);
}

/** Takes a member off the leaderboards of a server, or puts them back. */
export function setHidden(
  deps: FlowDeps,
  { guild, user }: { readonly guild: string; readonly user: string },
  hidden: boolean,
): Promise<{ readonly kind: 'saved' } | StoreFailed> {
  return orStoreFailed(
    deps,
    saveHidden(deps.db, guild, user, hidden).then(() => ({ kind: 'saved' }) as const),
  );
}
