import type { Transaction } from 'kysely';
import type { Entry } from '../quiz/score.ts';
import type { Database } from './database.ts';
import { inWords } from './error.ts';
import type { Tables } from './tables.ts';

/** What a game brought, to be booked once. */
export interface Booking {
  readonly game: string;
  readonly guild: string;
  /** YYYY-MM-DD in the server's zone. */
  readonly day: string;
  readonly at: Date;
  /** Played alone: kept, but on no leaderboard. */
  readonly practice: boolean;
  readonly scores: readonly { readonly user: string; readonly points: number }[];
  /** How many points count for somebody who has earned some on that day. */
  readonly counted: (points: number, earnedToday: number) => number;
}

/** Books within a transaction, in three statements however many have played. A second time, nothing happens. */
export async function bookScores(transaction: Transaction<Tables>, booking: Booking): Promise<void> {
  const { game, guild, day, at, practice, counted } = booking;
  if (booking.scores.length === 0) return;
  // In the same order everywhere, or two games that end together could wait for each other for ever.
  const scores = [...booking.scores].sort((left, right) => (left.user < right.user ? -1 : 1));
  const earned = practice ? new Map() : await holdDays(transaction, booking, scores);
  const rows = scores.map(({ user, points }) => ({
    ...{ guild_id: guild, user_id: user, game_id: game, day, booked_at: at.getTime() },
    ...{ points: practice ? points : counted(points, earned.get(user) ?? 0), practice: practice ? 1 : 0 },
  }));
  const booked = await transaction
    .insertInto('quiz_scores')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['guild_id', 'user_id', 'game_id']).doNothing())
    .returning(['user_id as user', 'points'])
    .execute();
  if (!practice && booked.length > 0) await addToDays(transaction, booking, booked);
}

/** What each has earned on the day so far. Nobody else can book for them until the transaction ends. */
async function holdDays(
  transaction: Transaction<Tables>,
  { guild, day }: Booking,
  scores: Booking['scores'],
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction
    .insertInto('quiz_days')
    .values(scores.map(({ user }) => ({ guild_id: guild, user_id: user, day, points: 0 })))
    .onConflict((conflict) =>
      conflict
        .columns(['guild_id', 'user_id', 'day'])
        // It changes nothing, but holds the row.
        .doUpdateSet((eb) => ({ points: eb.ref('quiz_days.points') })),
    )
    .returning(['user_id', 'points'])
    .execute();
  return new Map(rows.map(({ user_id, points }) => [user_id, points]));
}

async function addToDays(
  transaction: Transaction<Tables>,
  { guild, day }: Booking,
  booked: Booking['scores'],
): Promise<void> {
  await transaction
    .insertInto('quiz_days')
    .values(booked.map(({ user, points }) => ({ guild_id: guild, user_id: user, day, points })))
    .onConflict((conflict) =>
      conflict
        .columns(['guild_id', 'user_id', 'day'])
        .doUpdateSet((eb) => ({ points: eb('quiz_days.points', '+', eb.ref('excluded.points')) })),
    )
    .execute();
}

/** Deletes how much was earned on each of the days before one (YYYY-MM-DD); the number of rows. The points stay. */
export async function forgetDays(db: Database, before: string): Promise<number> {
  const { numDeletedRows } = await inWords(
    db.deleteFrom('quiz_days').where('day', '<', before).executeTakeFirstOrThrow(),
  );
  return Number(numDeletedRows);
}

/**
 * The points of a server's members since a moment (null: all), without those who want to be on no leaderboard.
 *
 * @param until The moment itself is left out; null: to this day.
 */
export async function readPoints(
  db: Database,
  guild: string,
  since: Date | null,
  until: Date | null = null,
): Promise<readonly Entry[]> {
  const rows = await inWords(
    db
      .selectFrom('quiz_scores')
      .select((eb) => ['user_id', eb.fn.sum<number | string>('points').as('points')])
      .where('guild_id', '=', guild)
      .where('practice', '=', 0)
      .where('booked_at', '>=', since?.getTime() ?? 0)
      .$if(until !== null, (query) => query.where('booked_at', '<', until?.getTime() ?? 0))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('quiz_hidden')
              .select('quiz_hidden.user_id')
              .where('quiz_hidden.guild_id', '=', guild)
              .whereRef('quiz_hidden.user_id', '=', 'quiz_scores.user_id'),
          ),
        ),
      )
      .groupBy('user_id')
      .execute(),
  );
  return rows.map(({ user_id: user, points }) => ({ user, points: Number(points) }));
}

/** Whether somebody is on no leaderboard of a server. */
export async function saveHidden(db: Database, guild: string, user: string, hidden: boolean): Promise<void> {
  if (!hidden) {
    await inWords(
      db.deleteFrom('quiz_hidden').where('guild_id', '=', guild).where('user_id', '=', user).execute(),
    );
    return;
  }
  await inWords(
    db
      .insertInto('quiz_hidden')
      .values({ guild_id: guild, user_id: user })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** Whether somebody wants to be on no leaderboard of a server. */
export async function readHidden(db: Database, guild: string, user: string): Promise<boolean> {
  const row = await inWords(
    db
      .selectFrom('quiz_hidden')
      .select('user_id')
      .where('guild_id', '=', guild)
      .where('user_id', '=', user)
      .executeTakeFirst(),
  );
  return row !== undefined;
}
