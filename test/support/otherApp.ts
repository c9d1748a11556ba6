import process from 'node:process';
import { createInterface } from 'node:readline';
import { createApp } from '../../src/app.ts';
import { memoryLog } from './log.ts';
import { wordSearch } from './search.ts';
import { summarised } from './summaries.ts';

/*
 * The app in a process of its own: `node otherApp.ts API TOKEN DATABASE_URL`. For each line with a moment it has the
 * schedules looked at, at that moment, and writes a line with what it has complained of so far.
 */

const [api = '', token = '', databaseUrl = ''] = process.argv.slice(2);
const packs = [summarised];
const log = memoryLog();
let moment = new Date(0);

const app = createApp({
  config: { api, token, databaseUrl, contentFolder: '' },
  log,
  now: () => moment,
  random: () => 0,
  onTurnedAway: () => {},
  content: { packs, search: wordSearch(packs) },
});
await app.start();
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
