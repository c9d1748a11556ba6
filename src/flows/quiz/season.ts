import { type Ranked, ranking } from '../../quiz/score.ts';
import { readPoints } from '../../store/quizScores.ts';
import { endSeason, readSeason } from '../../store/quizSeasons.ts';
import type { FlowDeps } from '../deps.ts';
import { type Moderator, orStoreFailed, type StoreFailed } from '../summary/draft.ts';

export interface Season {
  readonly kind: 'season';
  /** Null for the first, which is as old as the server's first game. */
  readonly began: Date | null;
  readonly ranked: readonly Ranked[];
}

export type CloseResult =
  | {
      readonly kind: 'closed';
      /** Of the season that is over. */
      readonly began: Date | null;
      readonly ended: Date;
      readonly ranked: readonly Ranked[];
    }
  /** Somebody else closed it first; the new one has begun at that moment. */
  | { readonly kind: 'closed-meanwhile'; readonly began: Date | null }
  | StoreFailed;

/** The season that is on, for a moderator to look at before closing it. */
export function showSeason(
  deps: FlowDeps,
  { guild }: Pick<Moderator, 'guild'>,
): Promise<Season | StoreFailed> {
  return orStoreFailed(deps, show(deps, guild));
}

async function show({ db }: FlowDeps, guild: string): Promise<Season> {
  const began = await readSeason(db, guild);
  return { kind: 'season', began, ranked: ranking(await readPoints(db, guild, began)) };
}

/**
 * Closes a season and begins the next; the points stay, on the leaderboard of all time. Two moderators who close the
 * same season at once, or one after the other, close it once.
 *
 * @param began Of the season that the moderator saw.
 */
export function closeSeason(
  deps: FlowDeps,
  { guild }: Pick<Moderator, 'guild'>,
  began: Date | null,
): Promise<CloseResult> {
  return orStoreFailed(deps, close(deps, guild, began));
}

async function close({ db, now }: FlowDeps, guild: string, began: Date | null): Promise<CloseResult> {
  const ended = now();
  const entries = await endSeason(db, guild, began, ended);
  return entries === null
    ? { kind: 'closed-meanwhile', began: await readSeason(db, guild) }
    : { kind: 'closed', began, ended, ranked: ranking(entries) };
}

/** How a season ended, from when it began (null: the first) until it was closed; without those who opted out since. */
export function showPastSeason(
  deps: FlowDeps,
  { guild }: Pick<Moderator, 'guild'>,
  { began, ended }: { readonly began: Date | null; readonly ended: Date },
): Promise<Season | StoreFailed> {
  const work = readPoints(deps.db, guild, began, ended).then(
    (entries) => ({ kind: 'season', began, ranked: ranking(entries) }) as const,
  );
  return orStoreFailed(deps, work);
}
