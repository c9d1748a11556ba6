import type { ExpressionBuilder, Transaction } from 'kysely';
import type { Game, Phase, Style } from '../quiz/game.ts';
import type { Database } from './database.ts';
import { inWords } from './error.ts';
import { type Booking, bookScores } from './quizScores.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

export interface StoredGame {
  readonly id: string;
  readonly guild: string;
  readonly channel: string;
  /** Where its questions count as seen: the channel, or the one of which it is a thread. */
  readonly home: string;
  readonly language: 'ko' | 'en';
  readonly game: Game;
  readonly version: number;
  /** The process that keeps it alive, and when it last did; {@link nobody} after it has let go. */
  readonly runner: string;
  readonly aliveAt: Date;
}

/** The game is on. For "is not null", SQLite would read every game of the last 30 days; this finds it by the index. */
const isOn = (eb: ExpressionBuilder<Tables, 'quiz_games'>) => eb('live_channel_id', '>', '');

/** In place of a process: the next one that looks takes the game over at once. */
const nobody = '';

/**
 * Takes a channel for a new game. False where a game is on there: true for one caller only, in however many processes.
 */
export async function claimChannel(db: Database, stored: StoredGame): Promise<boolean> {
  const { id, guild, channel, home, language, game, version, runner, aliveAt } = stored;
  const { numInsertedOrUpdatedRows } = await inWords(
    db
      .insertInto('quiz_games')
      .values({
        ...{ id, guild_id: guild, channel_id: channel, live_channel_id: channel, home_id: home, language },
        ...{ state: JSON.stringify(game), version, deadline: game.until },
        ...{ runner, alive_at: aliveAt.getTime(), told_at: null, retold: 0 },
      })
      .onConflict((conflict) => conflict.column('live_channel_id').doNothing())
      .executeTakeFirstOrThrow(),
  );
  return numInsertedOrUpdatedRows === 1n;
}

/** An answer as it is revealed. */
export interface RevealedAnswer {
  readonly question: number;
  readonly user: string;
  /** `pack/id` */
  readonly name: string;
  readonly right: boolean;
}

/** What is written down along with a step of a game, or not at all. */
export interface Record {
  /** The question (`pack/id`) that everybody can see from now on; else null. */
  readonly seen: string | null;
  readonly answers: readonly RevealedAnswer[];
  /** At the end; else null. */
  readonly booking: Booking | null;
  readonly at: Date;
}

/** How long the end of a game may take to be shown before it is shown again, in milliseconds. */
export const tellTime = 30_000;

/** Writes a game over what was read as `before`; false, and nothing written, where it was changed meanwhile. */
export async function saveGame(
  db: Database,
  before: StoredGame,
  game: Game,
  record: Record,
): Promise<boolean> {
  const { seen, answers, booking } = record;
  // Most steps are a press, and one statement needs no transaction around it.
  if (seen === null && answers.length === 0 && booking === null)
    return inWords(overwrite(db, before, game, record));
  const work = inTransaction(db, async (transaction) => {
    if (!(await overwrite(transaction, before, game, record))) return false;
    await addSeen(transaction, before, record);
    await addAnswers(transaction, before, record);
    if (booking !== null) await bookScores(transaction, booking);
    return true;
  });
  return inWords(work);
}

async function overwrite(
  db: Database,
  { id, channel, version }: StoredGame,
  game: Game,
  { at }: Record,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('quiz_games')
    .set({
      ...{ state: JSON.stringify(game), version: version + 1 },
      deadline: game.until ?? at.getTime() + tellTime,
      live_channel_id: game.phase === 'ended' ? null : channel,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

async function addSeen(
  transaction: Transaction<Tables>,
  { home }: StoredGame,
  { seen, at }: Record,
): Promise<void> {
  if (seen === null) return;
  const seen_at = at.getTime();
  await transaction
    .insertInto('quiz_seen')
    .values({ channel_id: home, name: seen, seen_at })
    .onConflict((conflict) => conflict.columns(['channel_id', 'name']).doUpdateSet({ seen_at }))
    .execute();
}

async function addAnswers(
  transaction: Transaction<Tables>,
  { id, guild }: StoredGame,
  { answers, at }: Record,
): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ question, user, name, right }) => ({
    ...{ game_id: id, question, user_id: user, guild_id: guild, name },
    ...{ right: right ? 1 : 0, answered_at: at.getTime() },
  }));
  await transaction
    .insertInto('quiz_answers')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['game_id', 'question', 'user_id']).doNothing())
    .execute();
}

/** Null where it is unknown, or cannot be read. */
export async function readGame(db: Database, id: string): Promise<StoredGame | null> {
  const row = await inWords(db.selectFrom('quiz_games').selectAll().where('id', '=', id).executeTakeFirst());
  return row === undefined ? null : toStored(row);
}

/** The game that is on in a channel. */
export async function readLiveGame(db: Database, channel: string): Promise<StoredGame | null> {
  const row = await inWords(
    db.selectFrom('quiz_games').selectAll().where('live_channel_id', '=', channel).executeTakeFirst(),
  );
  return row === undefined ? null : toStored(row);
}

/** The games that are on in a channel and in its threads. */
export async function readLiveGamesAt(db: Database, home: string): Promise<readonly StoredGame[]> {
  const rows = await inWords(
    db
      .selectFrom('quiz_games')
      .selectAll()
      .where(isOn)
      .where(({ or, eb }) => or([eb('channel_id', '=', home), eb('home_id', '=', home)]))
      .execute(),
  );
  return rows.flatMap((row) => toStored(row) ?? []);
}

/** The games that are on on a server. */
export async function readLiveGames(db: Database, guild: string): Promise<readonly StoredGame[]> {
  const rows = await inWords(
    db.selectFrom('quiz_games').selectAll().where(isOn).where('guild_id', '=', guild).execute(),
  );
  return rows.flatMap((row) => toStored(row) ?? []);
}

/** A game that is over, and how often its end was shown again, in vain. */
export interface UntoldGame {
  readonly id: string;
  readonly retold: number;
}

/** The games that are over and whose end was not shown in time, longest due first. */
export async function readUntold(db: Database, now: Date): Promise<readonly UntoldGame[]> {
  return inWords(
    db
      .selectFrom('quiz_games')
      .select(['id', 'retold'])
      .where('told_at', 'is', null)
      .where('live_channel_id', 'is', null)
      .where('deadline', '<=', now.getTime())
      .orderBy('deadline')
      .execute(),
  );
}

/** Takes it upon a process to show an end again; unless it is shown by `until`, somebody does. True for one only. */
export async function claimTelling(db: Database, { id, retold }: UntoldGame, until: Date): Promise<boolean> {
  const { numUpdatedRows } = await inWords(
    db
      .updateTable('quiz_games')
      .set({ retold: retold + 1, deadline: until.getTime() })
      .where('id', '=', id)
      .where('retold', '=', retold)
      .where('told_at', 'is', null)
      .executeTakeFirstOrThrow(),
  );
  return numUpdatedRows === 1n;
}

/** Whether there is a game of which something is left to do. */
export async function hasUntold(db: Database): Promise<boolean> {
  const row = await inWords(
    db.selectFrom('quiz_games').select('id').where('told_at', 'is', null).limit(1).executeTakeFirst(),
  );
  return row !== undefined;
}

/**
 * Ids of the games that a process runs and whose deadline has passed, longest due first. Those of others are theirs: if
 * one has died, what it left undone comes first, when its games are taken over.
 */
export async function readDueGames(
  db: Database,
  runner: string,
  now: Date,
  aliveSince: Date,
): Promise<readonly string[]> {
  const rows = await inWords(
    db
      .selectFrom('quiz_games')
      .select('id')
      .where(isOn)
      .where('deadline', '<=', now.getTime())
      .where('runner', '=', runner)
      .where('alive_at', '>=', aliveSince.getTime())
      .orderBy('deadline')
      .execute(),
  );
  return rows.map(({ id }) => id);
}

/** Ids of the games that a process runs. */
export async function readRunning(db: Database, runner: string): Promise<readonly string[]> {
  const rows = await inWords(
    db.selectFrom('quiz_games').select('id').where(isOn).where('runner', '=', runner).orderBy('id').execute(),
  );
  return rows.map(({ id }) => id);
}

/** The games that are on and that a process has let go of, or none has kept alive since that moment. */
export async function readAbandoned(db: Database, aliveSince: Date): Promise<readonly StoredGame[]> {
  const rows = await inWords(
    db
      .selectFrom('quiz_games')
      .selectAll()
      .where(isOn)
      .where((eb) => eb.or([eb('alive_at', '<', aliveSince.getTime()), eb('runner', '=', nobody)]))
      .orderBy('id')
      .execute(),
  );
  return rows.flatMap((row) => toStored(row) ?? []);
}

/** When the next phase of a game is over that a process runs, or an end is to be shown again; null where neither. */
export async function nextDeadline(db: Database, runner: string, aliveSince: Date): Promise<Date | null> {
  const row = await inWords(
    db
      .selectFrom('quiz_games')
      .select('deadline')
      .where('told_at', 'is', null)
      .where('deadline', 'is not', null)
      .where(({ or, and, eb }) =>
        or([
          eb('live_channel_id', 'is', null),
          and([eb('alive_at', '>=', aliveSince.getTime()), eb('runner', '=', runner)]),
        ]),
      )
      .orderBy('deadline')
      .limit(1)
      .executeTakeFirst(),
  );
  return row?.deadline == null ? null : new Date(row.deadline);
}

/** Takes over a game that was abandoned, as it was read. True for one process only. */
export async function takeOverGame(
  db: Database,
  { id, runner: before, aliveAt }: StoredGame,
  runner: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await inWords(
    db
      .updateTable('quiz_games')
      .set({ runner, alive_at: now.getTime() })
      .where('id', '=', id)
      .where('runner', '=', before)
      .where('alive_at', '=', aliveAt.getTime())
      .where(isOn)
      .executeTakeFirstOrThrow(),
  );
  return numUpdatedRows === 1n;
}

/**
 * Says that the games of a process are still run, but for those given up already; their number. A process that was
 * away for too long, as when its machine slept, has to take them over like any other.
 */
export async function keepAlive(db: Database, runner: string, now: Date, aliveSince: Date): Promise<number> {
  const { numUpdatedRows } = await inWords(
    db
      .updateTable('quiz_games')
      .set({ alive_at: now.getTime() })
      .where('runner', '=', runner)
      .where(isOn)
      .where('alive_at', '>=', aliveSince.getTime())
      .executeTakeFirstOrThrow(),
  );
  return Number(numUpdatedRows);
}

/** Lets go of the games of a process that stops, so that the next one need not wait until they count as abandoned. */
export async function releaseGames(db: Database, runner: string, now: Date): Promise<void> {
  await inWords(
    db
      .updateTable('quiz_games')
      .set({ runner: nobody, alive_at: now.getTime() })
      .where('runner', '=', runner)
      .where(isOn)
      .execute(),
  );
}

/** The end was shown, or given up: nothing is left to do. */
export async function saveTold(db: Database, id: string, at: Date): Promise<void> {
  await inWords(db.updateTable('quiz_games').set({ told_at: at.getTime() }).where('id', '=', id).execute());
}

/** Deletes the games whose end was shown before that moment; their number. */
export async function forgetGames(db: Database, before: Date): Promise<number> {
  const { numDeletedRows } = await inWords(
    db.deleteFrom('quiz_games').where('told_at', '<', before.getTime()).executeTakeFirstOrThrow(),
  );
  return Number(numDeletedRows);
}

/** Deletes which questions were dealt before that moment, and not since; their number. */
export async function forgetSeen(db: Database, before: Date): Promise<number> {
  const { numDeletedRows } = await inWords(
    db.deleteFrom('quiz_seen').where('seen_at', '<', before.getTime()).executeTakeFirstOrThrow(),
  );
  return Number(numDeletedRows);
}

/** Frees a channel whose game cannot be read, as after a step back to an older version. Any other game stays. */
export async function dropUnreadable(db: Database, channel: string): Promise<void> {
  const row = await inWords(
    db.selectFrom('quiz_games').selectAll().where('live_channel_id', '=', channel).executeTakeFirst(),
  );
  if (row === undefined || toStored(row) !== null) return;
  const { id, version } = row;
  await inWords(db.deleteFrom('quiz_games').where('id', '=', id).where('version', '=', version).execute());
}

/** Names (`pack/id`) of the questions asked in a channel and its threads, the last at the end. */
export async function readSeen(db: Database, home: string): Promise<readonly string[]> {
  const rows = await inWords(
    db
      .selectFrom('quiz_seen')
      .select('name')
      .where('channel_id', '=', home)
      .orderBy('seen_at')
      .orderBy('name')
      .execute(),
  );
  return rows.map(({ name }) => name);
}

function toStored(row: Tables['quiz_games']): StoredGame | null {
  const game = parseGame(row.state);
  if (game === null) return null;
  return {
    ...{ id: row.id, guild: row.guild_id, channel: row.channel_id, language: row.language, game },
    ...{
      home: row.home_id ?? row.channel_id,
      version: row.version,
      runner: row.runner,
      aliveAt: new Date(row.alive_at),
    },
  };
}

const styles: readonly Style[] = ['race', 'together', 'hardcore'];
const phases: readonly Phase[] = ['lobby', 'asking', 'open', 'closing', 'revealed', 'paused', 'ended'];
const lists = ['questions', 'turns', 'gains', 'players', 'handled'] as const;
const numbers = ['seconds', 'current', 'attempt', 'confirmed', 'unanswered'] as const;

/** What games did not have that an earlier version began. */
const ofLate: Pick<Game, 'lobby' | 'confirmed'> = { lobby: null, confirmed: 0 };

/** Null for what another version of the bot wrote in a way of its own. */
function parseGame(text: string): Game | null {
  try {
    const game = { ...ofLate, ...(JSON.parse(text) as object) } as Game;
    const isGame =
      styles.includes(game.style) &&
      phases.includes(game.phase) &&
      lists.every((key) => Array.isArray(game[key])) &&
      numbers.every((key) => Number.isFinite(game[key])) &&
      (game.until === null) === (game.phase === 'ended') &&
      Array.isArray(game.votes.skip) &&
      Array.isArray(game.votes.stop) &&
      typeof game.starter === 'string' &&
      game.current < game.questions.length;
    return isGame ? game : null;
  } catch {
    return null;
  }
}
