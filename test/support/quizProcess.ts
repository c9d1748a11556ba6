import process from 'node:process';
import { createInterface } from 'node:readline';
import { createApp } from '../../src/app.ts';
import { memoryLog } from './log.ts';
import { quizPack } from './quizPack.ts';
import { seededRandom } from './random.ts';
import { wordSearch } from './search.ts';

/*
 * The app with the test quiz in a process of its own, to be killed: `node quizProcess.ts API TOKEN DATABASE_URL MOMENT`.
 * For each line with a moment it has the games looked at, at that moment, and writes a line with what it has complained
 * of so far.
 */

/** When the first process starts. */
const firstStart = Date.parse('2024-07-19T12:00:00Z');
const [api = '', token = '', databaseUrl = '', start = ''] = process.argv.slice(2);
const packs = [quizPack];
const log = memoryLog();
let moment = new Date(Number(start));
const random = seededRandom();
// A process that comes later makes ids of its own.
for (let skipped = Number(start); skipped > firstStart; skipped -= 1000) random();

const app = createApp({
  config: { api, token, databaseUrl, contentFolder: '' },
  log,
  now: () => moment,
  random,
  onTurnedAway: () => {},
  content: { packs, search: wordSearch(packs) },
});
await app.start();
await app.wake();
process.stdout.write('"ready"\n');
for await (const line of createInterface({ input: process.stdin })) {
  moment = new Date(Number(line));
  await app.wake();
  const complaints = log.lines
    .filter(({ level }) => !['trace', 'debug', 'info'].includes(level))
    .map(({ event }) => event);
  process.stdout.write(`${JSON.stringify(complaints)}\n`);
}
await app.stop();
