import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';

/** Discord on loopback, with the app in a process that can be killed. */
export interface MortalTown {
  readonly sandbox: Sandbox;
  /** So many seconds later, and what is due by then has been done; what the app has complained of so far. */
  readonly pass: (seconds: number) => Promise<readonly string[]>;
  /** Ends the process without a chance to say or save anything. */
  readonly kill: () => Promise<void>;
  /** Another process on the same data, so many seconds later; resolves when it has looked at the games. */
  readonly revive: (seconds: number) => Promise<void>;
}

/** Seconds: a process of which nothing was heard for longer counts as dead. */
const beat = 5;

export async function openMortalTown(): Promise<MortalTown> {
  let time = Date.parse('2024-07-19T12:00:00Z');
  const sandbox = await openSandbox({ now: () => time, limits: { quietMs: 5_000 } });
  const folder = mkdtempSync(join(tmpdir(), 'meoktong-'));
  const databaseUrl = `sqlite:${join(folder, 'test.sqlite')}`;
  let app = await startProcess(sandbox, databaseUrl, time);
  onTestFinished(async () => {
    await app.kill();
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });
  return {
    sandbox,
    async pass(seconds) {
      let complaints: readonly string[] = [];
      for (let left = seconds; left > 0; left -= beat) {
        time += Math.min(left, beat) * 1000;
        complaints = await app.wake(time);
      }
      return complaints;
    },
    kill: () => app.kill(),
    async revive(seconds) {
      time += seconds * 1000;
      app = await startProcess(sandbox, databaseUrl, time);
    },
  };
}

async function startProcess({ api, token }: Sandbox, databaseUrl: string, time: number) {
  const script = fileURLToPath(new URL('quizProcess.ts', import.meta.url));
  const child = spawn(process.execPath, [script, api, token, databaseUrl, String(time)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => JSON.parse(String((await lines.next()).value));
  await answer();
  return {
    wake(moment: number): Promise<readonly string[]> {
      child.stdin.write(`${moment}\n`);
      return answer();
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}
