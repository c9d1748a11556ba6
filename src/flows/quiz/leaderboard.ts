import { type Period, periodStart, placeOf, type Ranked, ranking } from '../../quiz/score.ts';
import type { Learner } from '../../store/quizLearning.ts';
import { readHidden, readPoints, saveHidden } from '../../store/quizScores.ts';
import { readSeason } from '../../store/quizSeasons.ts';
import type { FlowDeps } from '../deps.ts';
import { zoneOf } from '../server.ts';
import { orStoreFailed, type StoreFailed } from '../summary/draft.ts';

export type LeaderboardResult =
  | {
      readonly kind: 'leaderboard';
      readonly ranked: readonly Ranked[];
      /** The member who looks; null without points, or hidden. */
      readonly own: Ranked | null;
      /** Whether that member opted out. */
      readonly hidden: boolean;
    }
  | StoreFailed;

/** Who has how many points on a server; whoever opted out is not there. */
export function showLeaderboard(
  deps: FlowDeps,
  learner: Learner,
  period: Period,
): Promise<LeaderboardResult> {
  return orStoreFailed(deps, show(deps, learner, period));
}

async function show(deps: FlowDeps, { guild, user }: Learner, period: Period): Promise<LeaderboardResult> {
  const season = period === 'season' ? await readSeason(deps.db, guild) : null;
  const since = periodStart(period, zoneOf(guild), deps.now(), season);
  const ranked = ranking(await readPoints(deps.db, guild, since));
  const hidden = await readHidden(deps.db, guild, user);
  return { kind: 'leaderboard', ranked, own: placeOf(user, ranked), hidden };
}

/** Takes a member off the leaderboards of a server, or puts them back. */
export function setHidden(
  deps: FlowDeps,
  { guild, user }: Learner,
  hidden: boolean,
): Promise<{ readonly kind: 'saved' } | StoreFailed> {
  return orStoreFailed(
    deps,
    saveHidden(deps.db, guild, user, hidden).then(() => ({ kind: 'saved' }) as const),
  );
}
