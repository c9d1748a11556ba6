import type { Memory } from '../quiz/review.ts';
import type { Database } from './database.ts';
import { inWords } from './error.ts';
import { inTransaction } from './transaction.ts';

/** Somebody on a server. */
export interface Learner {
  readonly guild: string;
  readonly user: string;
}

/** Takes the one try of a day (YYYY-MM-DD). False where it was taken: true for one caller only. */
export async function claimDaily(
  db: Database,
  { guild, user }: Learner,
  { day, name, right }: DailyRecord,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await inWords(
    db
      .insertInto('quiz_daily')
      .values({ guild_id: guild, user_id: user, day, name, right: right ? 1 : 0 })
      .onConflict((conflict) => conflict.columns(['guild_id', 'user_id', 'day']).doNothing())
      .executeTakeFirstOrThrow(),
  );
  return numInsertedOrUpdatedRows === 1n;
}

/** An answer to the question of a day. */
export interface DailyRecord {
  readonly day: string;
  /** `pack/id` */
  readonly name: string;
  readonly right: boolean;
}

/** What somebody answered on which days, first to last: what a streak is made of. */
export async function readDailies(db: Database, { guild, user }: Learner): Promise<readonly DailyRecord[]> {
  const rows = await inWords(
    db
      .selectFrom('quiz_daily')
      .select(['day', 'name', 'right'])
      .where('guild_id', '=', guild)
      .where('user_id', '=', user)
      .orderBy('day')
      .execute(),
  );
  return rows.map(({ right, ...row }) => ({ ...row, right: right === 1 }));
}

/**
 * Deletes the days before one (YYYY-MM-DD); their number. Of somebody who answered on that very day, they may belong to
 * a streak that still runs, and stay.
 */
export async function forgetDailies(db: Database, before: string): Promise<number> {
  const { numDeletedRows } = await inWords(
    db
      .deleteFrom('quiz_daily')
      .where('day', '<', before)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('quiz_daily as crossing')
              .select('crossing.day')
              .whereRef('crossing.guild_id', '=', 'quiz_daily.guild_id')
              .whereRef('crossing.user_id', '=', 'quiz_daily.user_id')
              .where('crossing.day', '=', before),
          ),
        ),
      )
      .executeTakeFirstOrThrow(),
  );
  return Number(numDeletedRows);
}

/** What somebody remembers, by name (`pack/id`). */
export async function readMemories(db: Database, user: string): Promise<ReadonlyMap<string, Memory>> {
  const rows = await inWords(
    db.selectFrom('quiz_practice').selectAll().where('user_id', '=', user).execute(),
  );
  return new Map(rows.map(({ user_id: _, name, ...memory }) => [name, memory]));
}

/**
 * Writes what is remembered after an answer, over what was read as `before` (null: nothing). False, and nothing
 * written, where another answer came between.
 */
export async function saveMemory(
  db: Database,
  { user, name }: { readonly user: string; readonly name: string },
  before: Memory | null,
  memory: Memory,
): Promise<boolean> {
  if (before === null) {
    const { numInsertedOrUpdatedRows } = await inWords(
      db
        .insertInto('quiz_practice')
        .values({ user_id: user, name, ...memory })
        .onConflict((conflict) => conflict.columns(['user_id', 'name']).doNothing())
        .executeTakeFirstOrThrow(),
    );
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await inWords(
    db
      .updateTable('quiz_practice')
      .set(memory)
      .where('user_id', '=', user)
      .where('name', '=', name)
      .where('reviews', '=', before.reviews)
      .where('last', '=', before.last)
      .executeTakeFirstOrThrow(),
  );
  return numUpdatedRows === 1n;
}

/** Names of the questions that somebody last answered wrong in a game on a server, the latest first. */
export async function readWrong(db: Database, { guild, user }: Learner): Promise<readonly string[]> {
  const rows = await inWords(
    db
      .selectFrom('quiz_answers')
      .select(['name', 'right'])
      .where('guild_id', '=', guild)
      .where('user_id', '=', user)
      .orderBy('answered_at', 'desc')
      .orderBy('question', 'desc')
      .execute(),
  );
  const last = new Map<string, number>();
  for (const { name, right } of rows) if (!last.has(name)) last.set(name, right);
  return [...last].filter(([, right]) => right === 0).map(([name]) => name);
}

/** Deletes the answers that were revealed before that moment; their number. */
export async function forgetAnswers(db: Database, before: Date): Promise<number> {
  const { numDeletedRows } = await inWords(
    db.deleteFrom('quiz_answers').where('answered_at', '<', before.getTime()).executeTakeFirstOrThrow(),
  );
  return Number(numDeletedRows);
}

const personal = [
  'quiz_answers',
  'quiz_scores',
  'quiz_days',
  'quiz_hidden',
  'quiz_daily',
  'quiz_practice',
] as const;

/** Deletes all that quizzes know of somebody; a game that is on keeps them until it is over. */
export async function forgetLearner(db: Database, user: string): Promise<void> {
  const work = inTransaction(db, async (transaction) => {
    for (const table of personal) await transaction.deleteFrom(table).where('user_id', '=', user).execute();
  });
  await inWords(work);
}
