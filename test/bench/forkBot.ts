import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { Told, Wanted } from './botProcess.ts';

export interface BotProcess {
  /** Asks it for a figure about itself. */
  readonly tell: (wanted: Wanted) => Promise<Told>;
  readonly stop: () => Promise<void>;
}

const file = fileURLToPath(new URL('botProcess.ts', import.meta.url));

/** Starts a bot on a sandbox, in a process of its own, with its store in a file; resolves when it answers. */
export async function forkBot(kind: 'ours' | 'bare', { api, token }: Sandbox): Promise<BotProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'meoktong-bench-'));
  const database = `sqlite:${join(folder, 'bench.sqlite')}`;
  const child = fork(file, [kind, api, token, database], { execArgv: ['--expose-gc'] });
  const failed = Promise.withResolvers<never>();
  // Also while nothing is waited for, as at the end: that is no error then.
  failed.promise.catch(() => {});
  child.once('exit', (code) => failed.reject(new Error(`The bot (${kind}) ended with ${code}.`)));
  const next = async (): Promise<Told> => {
    const answer = Promise.withResolvers<Told>();
    child.once('message', answer.resolve);
    return Promise.race([answer.promise, failed.promise]);
  };
  await next();
  return {
    tell(wanted) {
      const told = next();
      child.send(wanted);
      return told;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
