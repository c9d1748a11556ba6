import type { Transaction } from 'kysely';
import type { Entry } from '../quiz/score.ts';
import type { Database } from './database.ts';
import { inWords } from './error.ts';
import { readPoints } from './quizScores.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** When the season of a server began; null for the first, which nobody has closed yet. */
export async function readSeason(db: Database, guild: string): Promise<Date | null> {
  const row = await inWords(
    db.selectFrom('quiz_seasons').select('started_at').where('guild_id', '=', guild).executeTakeFirst(),
  );
  return row === undefined ? null : new Date(row.started_at);
}

/**
 * Ends the season that began at that moment, and begins the next. The points that were earned in it, or null, and
 * nothing changed, where another season is on: not null for one caller only.
 */
export async function endSeason(
  db: Database,
  guild: string,
  began: Date | null,
  at: Date,
): Promise<readonly Entry[] | null> {
  const work = inTransaction(db, async (transaction) => {
    const begun = await beginSeason(transaction, guild, began, at);
    return begun ? readPoints(transaction, guild, began, at) : null;
  });
  return inWords(work);
}

async function beginSeason(
  transaction: Transaction<Tables>,
  guild: string,
  before: Date | null,
  at: Date,
): Promise<boolean> {
  if (before === null) {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('quiz_seasons')
      .values({ guild_id: guild, started_at: at.getTime() })
      .onConflict((conflict) => conflict.column('guild_id').doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await transaction
    .updateTable('quiz_seasons')
    .set({ started_at: at.getTime() })
    .where('guild_id', '=', guild)
    .where('started_at', '=', before.getTime())
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
