import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { hasPostgres, temporaryFolder, temporarySchema } from './backends.ts';
import type { Task } from './racer.ts';

async function sharedFile() {
  const folder = temporaryFolder();
  return { url: `sqlite:${join(folder.path, 'store.sqlite')}`, remove: async () => folder.remove() };
}

async function sharedSchema() {
  const schema = await temporarySchema();
  return { url: schema.url(), remove: schema.drop };
}

/** Where two processes can meet, each to be opened and removed. */
export const sharedDatabases = [
  { name: 'SQLite', open: sharedFile },
  ...(hasPostgres ? [{ name: 'PostgreSQL', open: sharedSchema }] : []),
];

/** One of two processes; it answers a line of ids with a line that says which of them it won. */
export function openRacer(url: string, name: 'a' | 'b') {
  const script = fileURLToPath(new URL('racer.ts', import.meta.url));
  const child = spawn(process.execPath, [script, url, name], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => JSON.parse(String((await answers.next()).value));
  return {
    ready: answer,
    race(task: Task, ids: readonly string[]): Promise<readonly boolean[]> {
      child.stdin.write(`${JSON.stringify({ task, ids })}\n`);
      return answer();
    },
    async close() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'close');
    },
  };
}
