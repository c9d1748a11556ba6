import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** How it ended, with all it wrote. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Runs a file of src, or of another folder by its full path, as its users do; of the environment, it sees only what is given. */
export function run(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Run {
  const child = spawn(process.execPath, [resolve(root, 'src', file), ...args], { cwd: root, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text;
    });
  }
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((settle) => {
    child.once('close', (code) => settle({ code, ...written }));
  });
  return { child, output: () => written.stdout, ended };
}
