import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * One start, in a process of its own: `node --expose-gc startupProcess.ts WHAT`. What is not started is not even loaded.
 */

/** Milliseconds and megabytes; for a bot since the process began, for an index since its packs were there. */
export interface Started {
  readonly ready: number;
  readonly answered: number;
  readonly memory: number;
}

const megabyte = 1024 * 1024;
const question = '이 난리가 난 이유가 뭐야?';
const what = process.argv[2] ?? '';

async function startSandbox(): Promise<Started> {
  const { openLocal } = await import('../../src/local.ts');
  const { createLog } = await import('../../src/log.ts');
  const { contentFolder } = await import('../../src/paths.ts');
  const local = await openLocal({
    ...{ contentFolder, log: createLog('warn'), port: 0, seed: false },
    ...{ now: () => new Date(), random: Math.random },
  });
  const ready = performance.now();
  await local.sandbox.as('mina').command('ask', { question });
  const answered = performance.now();
  const memory = process.memoryUsage.rss() / megabyte;
  await local.stop();
  return { ready, answered, memory };
}

async function startBare(): Promise<Started> {
  const { openSandbox } = await import('../../src/sandbox/sandbox.ts');
  const { startBareBot } = await import('./bareBot.ts');
  const sandbox = await openSandbox({ now: Date.now });
  const client = await startBareBot(sandbox.api, sandbox.token);
  const ready = performance.now();
  await sandbox.as('mina').command('ask', { question });
  const answered = performance.now();
  const memory = process.memoryUsage.rss() / megabyte;
  await client.destroy();
  await sandbox.close();
  return { ready, answered, memory };
}

async function buildIndex(name: string): Promise<Started> {
  const { engines } = await import('./rivals.ts');
  const { loadPacks } = await import('../../src/content/load.ts');
  const { contentFolder, localesOf } = await import('../../src/paths.ts');
  const engine = engines.find((one) => one.name === name);
  if (engine === undefined) throw new Error(`No engine is called ${name}.`);
  const packs = loadPacks({ content: contentFolder, locales: localesOf(contentFolder) });
  const before = await heldMegabytes();
  const since = performance.now();
  const find = engine.build(packs);
  const ready = performance.now() - since;
  const asked = performance.now();
  find(question);
  const answered = performance.now() - asked;
  const memory = (await heldMegabytes()) - before;
  // Asked once more, so that the index is still there when it is weighed.
  find(question);
  return { ready, answered, memory };
}

async function heldMegabytes(): Promise<number> {
  // Once is not enough: code that is not used any more goes only after it was old several times.
  for (let times = 0; times < 8; times++) {
    globalThis.gc?.();
    await sleep(5);
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / megabyte;
}

const starts: Readonly<Record<string, () => Promise<Started>>> = { sandbox: startSandbox, bare: startBare };
const started = await (starts[what]?.() ?? buildIndex(what));
process.stdout.write(JSON.stringify(started));
