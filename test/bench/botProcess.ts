import process from 'node:process';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/log.ts';
import { contentFolder } from '../../src/paths.ts';
import { startBareBot } from './bareBot.ts';
import { type LoopDelay, watchLoop } from './loopDelay.ts';

/*
 * A bot in a process of its own: `fork botProcess.ts ours|bare API TOKEN DATABASE_URL`, answering what it is asked for.
 */

export type Wanted = 'cpu' | 'memory' | 'watch' | 'loop';

/** To 'cpu': milliseconds so far; to 'memory': megabytes; to 'watch', which begins it: 0; to 'loop', what was seen. */
export type Told = number | LoopDelay;

const [kind, api = '', token = '', databaseUrl = ''] = process.argv.slice(2);
const megabyte = 1024 * 1024;
let stopWatching = watchLoop();

function tell(wanted: Wanted): Told {
  if (wanted === 'cpu') {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  }
  if (wanted === 'memory') {
    globalThis.gc?.();
    return process.memoryUsage.rss() / megabyte;
  }
  const loop = stopWatching();
  if (wanted === 'watch') stopWatching = watchLoop();
  return wanted === 'watch' ? 0 : loop;
}

async function startOurs(): Promise<void> {
  const app = createApp({
    config: { api, token, databaseUrl, contentFolder },
    log: createLog('warn'),
    now: () => new Date(),
    random: Math.random,
    onTurnedAway: (error) => {
      throw error;
    },
  });
  await app.start();
}

stopWatching();
if (kind === 'ours') await startOurs();
else await startBareBot(api, token);
process.on('message', (wanted: Wanted) => process.send?.(tell(wanted)));
process.on('disconnect', () => process.exit());
process.send?.(0);
