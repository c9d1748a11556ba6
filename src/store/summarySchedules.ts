import type { Selectable } from 'kysely';
import type { Draft } from '../summary/post.ts';
import type { Outcome, Rule, Schedule } from '../summary/schedule.ts';
import type { Database } from './database.ts';
import { inWords } from './error.ts';
import { fromSummary, fromTarget, toSummary, toTarget } from './summaryColumns.ts';
import { useDraft } from './summaryDrafts.ts';
import { insertPost, type NewPost } from './summaryPosts.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

type ScheduleRow = Selectable<Tables['summary_schedules']>;

/** Turns the draft, as it was read, into a schedule. True for one caller only. */
export async function claimSchedule(db: Database, draft: Draft, schedule: Schedule): Promise<boolean> {
  const { rule } = schedule;
  const work = inTransaction(db, async (transaction) => {
    if (!(await useDraft(transaction, draft, 'schedule'))) return false;
    await transaction
      .insertInto('summary_schedules')
      .values({
        id: schedule.id,
        guild_id: schedule.guild,
        author_id: schedule.author,
        ...fromSummary(schedule.summary),
        ...fromTarget(schedule.target),
        zone: schedule.zone,
        weekday: rule.kind === 'weekly' ? rule.weekday : null,
        wall_time: rule.kind === 'weekly' ? rule.time : null,
        next_at: schedule.nextAt.getTime(),
        state: schedule.state,
        outcome: null,
        outcome_at: null,
      })
      .execute();
    return true;
  });
  return inWords(work);
}

/** Null where the server has no such schedule. */
export async function readSchedule(db: Database, guild: string, id: string): Promise<Schedule | null> {
  const row = await inWords(
    db
      .selectFrom('summary_schedules')
      .selectAll()
      .where('guild_id', '=', guild)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  return row === undefined ? null : toSchedule(row);
}

/** Those that wait, by their next run. */
export async function readWaiting(db: Database, guild: string): Promise<readonly Schedule[]> {
  const rows = await inWords(
    db
      .selectFrom('summary_schedules')
      .selectAll()
      .where('guild_id', '=', guild)
      .where('state', '=', 'waiting')
      .orderBy('next_at')
      .orderBy('id')
      .execute(),
  );
  return rows.map(toSchedule);
}

/** Those that are over, without those cancelled, planned for `since` or later; newest first. */
export async function readOver(db: Database, guild: string, since: Date): Promise<readonly Schedule[]> {
  const rows = await inWords(
    db
      .selectFrom('summary_schedules')
      .selectAll()
      .where('guild_id', '=', guild)
      .where('state', '=', 'over')
      .where('next_at', '>=', since.getTime())
      .orderBy('next_at', 'desc')
      .orderBy('id')
      .execute(),
  );
  return rows.map(toSchedule);
}

/** Those that are due, longest due first. */
export async function readDue(db: Database, now: Date): Promise<readonly Schedule[]> {
  const rows = await inWords(
    db
      .selectFrom('summary_schedules')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('next_at', '<=', now.getTime())
      .orderBy('next_at')
      .orderBy('id')
      .execute(),
  );
  return rows.map(toSchedule);
}

/** When the next of all schedules is due; null where none waits. */
export async function nextDue(db: Database): Promise<Date | null> {
  const row = await inWords(
    db
      .selectFrom('summary_schedules')
      .select('next_at')
      .where('state', '=', 'waiting')
      .orderBy('next_at')
      .limit(1)
      .executeTakeFirst(),
  );
  return row === undefined ? null : new Date(row.next_at);
}

/**
 * Takes the run that `due` is waiting for: moves the schedule on to `next` (null: it is over) and writes down the
 * post that comes of it (null: none does, and `outcome` says why). True for one caller only, in however many processes.
 */
export async function claimRun(
  db: Database,
  due: Schedule,
  claim: {
    readonly next: Date | null;
    readonly outcome: Outcome;
    readonly at: Date;
    readonly post: NewPost | null;
  },
): Promise<boolean> {
  const { next, outcome, at, post } = claim;
  const moved =
    next === null ? { state: 'over' as const } : { state: 'waiting' as const, next_at: next.getTime() };
  const work = inTransaction(db, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('summary_schedules')
      .set({ ...moved, outcome, outcome_at: at.getTime() })
      .where('id', '=', due.id)
      .where('state', '=', 'waiting')
      .where('next_at', '=', due.nextAt.getTime())
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) return false;
    if (post !== null) await insertPost(transaction, post);
    return true;
  });
  return inWords(work);
}

export async function saveOutcome(db: Database, id: string, outcome: Outcome, at: Date): Promise<void> {
  await inWords(
    db
      .updateTable('summary_schedules')
      .set({ outcome, outcome_at: at.getTime() })
      .where('id', '=', id)
      .execute(),
  );
}

/** False for one that does not wait (any more). A run that is on its way is not held up. */
export async function saveCancelled(db: Database, guild: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await inWords(
    db
      .updateTable('summary_schedules')
      .set({ state: 'cancelled' })
      .where('guild_id', '=', guild)
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow(),
  );
  return numUpdatedRows === 1n;
}

/** Deletes those that do not wait (any more) and were planned for before that moment; their number. */
export async function forgetSchedules(db: Database, before: Date): Promise<number> {
  const { numDeletedRows } = await inWords(
    db
      .deleteFrom('summary_schedules')
      .where('state', '!=', 'waiting')
      .where('next_at', '<', before.getTime())
      .executeTakeFirstOrThrow(),
  );
  return Number(numDeletedRows);
}

function toSchedule(row: ScheduleRow): Schedule {
  const { outcome, outcome_at } = row;
  return {
    id: row.id,
    guild: row.guild_id,
    author: row.author_id,
    summary: toSummary(row),
    target: toTarget(row),
    zone: row.zone,
    rule: toRule(row),
    nextAt: new Date(row.next_at),
    state: row.state,
    last: outcome === null || outcome_at === null ? null : { outcome, at: new Date(outcome_at) },
  };
}

function toRule({ weekday, wall_time: time }: ScheduleRow): Rule {
  return weekday === null || time === null ? { kind: 'once' } : { kind: 'weekly', weekday, time };
}
