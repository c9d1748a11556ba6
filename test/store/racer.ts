import process from 'node:process';
import { createInterface } from 'node:readline';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { claimChannel, readGame, saveGame, takeOverGame } from '../../src/store/quizGames.ts';
import { claimDaily } from '../../src/store/quizLearning.ts';
import { endSeason } from '../../src/store/quizSeasons.ts';
import { claimPost, claimUpdate, takeOver } from '../../src/store/summaryPosts.ts';
import { claimRun } from '../../src/store/summarySchedules.ts';
import { bookingOf, endedGame, silent, soon, storedGame } from './quizValues.ts';
import { claimOf, draft, later, post, schedule, second, updateOf } from './summaryValues.ts';

/*
 * A process that tries to be the first: `node racer.ts DATABASE_URL NAME`. For each line `{ task, ids }` it writes a line
 * with what it won.
 */

const [url = '', name = ''] = process.argv.slice(2);

const tasks = {
  post: (db: Database, id: string) => claimPost(db, { ...draft, id }, { ...post, id }),
  run: (db: Database, id: string) => {
    const run = { ...post, id: `${id}-1`, schedule: id };
    const claim = { next: later(99), outcome: 'posting', at: later(61), post: run } as const;
    return claimRun(db, { ...schedule, id }, claim);
  },
  'take-over': (db: Database, id: string) => takeOver(db, id, later(2), later(4)),
  update: async (db: Database, id: string) => {
    return (await claimUpdate(db, updateOf(`${id}${name}`, 1, id), claimOf(second, id))) === 'claimed';
  },
  channel: (db: Database, channel: string) =>
    claimChannel(db, { ...storedGame, id: `${channel}${name}`, channel }),
  'take-over-game': (db: Database, id: string) => takeOverGame(db, { ...storedGame, id }, name, soon(20)),
  end: (db: Database, id: string) => {
    const record = { ...silent, booking: bookingOf(id) };
    return saveGame(db, { ...storedGame, id, channel: id }, endedGame, record);
  },
  daily: (db: Database, user: string) =>
    claimDaily(db, { guild: 'town', user }, { day: '2024-07-19', name: 'outage/one', right: true }),
  season: async (db: Database, guild: string) => (await endSeason(db, guild, null, soon(0))) !== null,
  'next-season': async (db: Database, guild: string) =>
    (await endSeason(db, guild, soon(0), soon(60))) !== null,
  book: async (db: Database, id: string) => {
    const own = `${id}${name}`;
    await claimChannel(db, { ...storedGame, id: own, channel: own });
    const stored = await readGame(db, own);
    const record = { ...silent, booking: bookingOf(own) };
    return stored !== null && saveGame(db, stored, endedGame, record);
  },
};
export type Task = keyof typeof tasks;

const db = await openDatabase(url);
process.stdout.write('"ready"\n');
for await (const line of createInterface({ input: process.stdin })) {
  const { task, ids } = JSON.parse(line) as { task: Task; ids: readonly string[] };
  const won: boolean[] = [];
  for (const id of ids) won.push(await tasks[task](db, id));
  process.stdout.write(`${JSON.stringify(won)}\n`);
}
await db.destroy();
