import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Figure, ratioTo, spreadOf } from '../../src/cli/bench/figure.ts';
import type { Started } from './startupProcess.ts';

export interface StartupCounts {
  readonly rounds: number;
}

export const startupCounts: StartupCounts = { rounds: 3 };

const file = fileURLToPath(new URL('startupProcess.ts', import.meta.url));
const run = promisify(execFile);

/** @param what 'sandbox', 'bare', or the name of an engine */
async function start(what: string): Promise<Started> {
  const { stdout } = await run(process.execPath, ['--expose-gc', file, what]);
  return JSON.parse(stdout) as Started;
}

const bots = [
  { what: 'sandbox', name: 'Meoktong, in its sandbox' },
  { what: 'bare', name: 'a bare discord.js bot, in the same' },
] as const;
const indexes = ['Meoktong', 'fuse.js', 'MiniSearch, bigrams'] as const;

/** From the start of a process to an answer, and what the indexes have in it. */
export async function measureStartup({ rounds }: StartupCounts): Promise<Figure[]> {
  const started = new Map<string, Started[]>();
  for (let round = 0; round < rounds; round++)
    for (const what of [...bots.map((bot) => bot.what), ...indexes])
      started.set(what, [...(started.get(what) ?? []), await start(what)]);
  const of = (what: string, key: keyof Started) => (started.get(what) ?? []).map((each) => each[key]);
  const sandbox = {
    title: 'Start: from the process to the first answer',
    columns: [
      { name: 'ready', unit: 'ms' },
      { name: 'first answer', unit: 'ms' },
      { name: 'memory', unit: 'MB' },
      { name: 'ready, to ours', unit: 'times' },
    ],
    rows: bots.map(({ what, name }, at) => ({
      name,
      values: [
        ...(['ready', 'answered', 'memory'] as const).map((key) => spreadOf(of(what, key))),
        at === 0 ? null : ratioTo(of('sandbox', 'ready'), of(what, 'ready')),
      ],
    })),
    notes: [
      'Milliseconds since the process began, each in a new one; the sandbox is in it, ours with the page that `npm start`',
      `bundles, the bare bot's without. Memory: the whole process (RSS) after that. ${rounds} rounds in turns.`,
    ],
    goals: [],
  } satisfies Figure;
  const index = {
    title: 'Start: the index alone',
    columns: [
      { name: 'build', unit: 'ms' },
      { name: 'first question', unit: 'ms' },
      { name: 'memory', unit: 'MB' },
      { name: 'build, to ours', unit: 'times' },
    ],
    rows: indexes.map((what, at) => ({
      name: what,
      values: [
        ...(['ready', 'answered', 'memory'] as const).map((key) => spreadOf(of(what, key))),
        at === 0 ? null : ratioTo(of('Meoktong', 'ready'), of(what, 'ready')),
      ],
    })),
    notes: [
      'Packs that are read already, in a process whose code is cold: what a start pays. Memory: what the index holds of',
      'the heap and beside it once garbage is collected.',
    ],
    goals: [],
  } satisfies Figure;
  return [sandbox, index];
}
