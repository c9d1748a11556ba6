import { village } from '../../src/sandbox/village.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import type { Town } from './town.ts';

const noon = Date.parse('2024-07-19T12:00:00Z');
const guild_id = village.guild.id;

/** Points that somebody got in a game of the town, so many minutes after noon. */
export interface Score {
  readonly user: string;
  readonly points: number;
  readonly after?: number;
}

export async function giveScores(town: Town, scores: readonly Score[]): Promise<void> {
  const rows = scores.map(({ user, points, after = 0 }, index) => ({
    ...{ guild_id, user_id: user, points, game_id: `game-${index}-${after}` },
    ...{ practice: 0, day: '2024-07-19', booked_at: noon + after * 60_000 },
  }));
  await write(town, async (db) => {
    await db.insertInto('quiz_scores').values(rows).execute();
  });
}

/** What somebody answered in a game of the town, one question after the other; names are `pack/id`. */
export async function giveAnswers(
  town: Town,
  user: string,
  answers: readonly { readonly name: string; readonly right: boolean }[],
): Promise<void> {
  const rows = answers.map(({ name, right }, question) => ({
    ...{ game_id: 'game-0', question, user_id: user, guild_id, name },
    ...{ right: right ? 1 : 0, answered_at: noon },
  }));
  await write(town, async (db) => {
    await db.insertInto('quiz_answers').values(rows).execute();
  });
}

/** While the app itself writes nothing: two that write at once would wait for each other. */
export async function write(
  { databaseUrl, wake }: Town,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  await wake();
  const db = await openDatabase(databaseUrl);
  await work(db);
  await db.destroy();
}
