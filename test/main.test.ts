import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openSandbox, type Sandbox, type SandboxOptions } from '../src/sandbox/sandbox.ts';
import { run } from './support/run.ts';

async function discord(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await openSandbox({ now: Date.now, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

const inMemory = { DATABASE_URL: 'sqlite::memory:' };

/** The address that a start without a token prints, once it is printed. */
async function address(output: () => string): Promise<string> {
  await expect.poll(output, { timeout: 15_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  return output().trim();
}

test('without a token it opens the sandbox, prints its address alone and leaves in order', async () => {
  const { child, output, ended } = run('main.ts', ['--seed']);
  const page = await fetch(await address(output));
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('two sandboxes at once take two ports', async () => {
  const both = [run('main.ts'), run('main.ts')];
  const [first, second] = await Promise.all(both.map(({ output }) => address(output)));
  expect(first).not.toBe(second);
  for (const { child } of both) child.kill('SIGTERM');
  expect((await Promise.all(both.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([0, 0]);
});

test('an unknown option is named, with the known one', async () => {
  const { code, stdout, stderr } = await run('main.ts', ['--sead']).ended;
  expect([code, stdout, stderr.trimEnd().split('\n')]).toEqual([
    1,
    '',
    [expect.stringMatching(/--sead.*--seed.*--sead.*--seed/)],
  ]);
});

test('an installation without the development packages says in one line what is missing', async () => {
  const { code, stdout, stderr } = await run(productionCopy()).ended;
  expect([code, stdout, stderr.trimEnd().split('\n')]).toEqual([
    1,
    '',
    [expect.stringMatching(/DISCORD_TOKEN.*npm ci.*DISCORD_TOKEN.*npm ci/)],
  ]);
});

const root = fileURLToPath(new URL('..', import.meta.url));

/** The path of `main.ts` in a copy of the project that has the packages of `npm ci --omit=dev` alone. */
function productionCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'meoktong-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  for (const name of ['src', 'content', 'locales', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  for (const [path, { dev }] of Object.entries(packages)) {
    if (dev === true || !/^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) || !existsSync(join(root, path)))
      continue;
    mkdirSync(join(copy, path, '..'), { recursive: true });
    symlinkSync(join(root, path), join(copy, path));
  }
  return join(copy, 'src', 'main.ts');
}

test('everything that is wrong with the settings is named at once', async () => {
  const env = { DISCORD_TOKEN: 'short', LOG_LEVEL: 'loud', HTTP_PORT: 'x' };
  const { code, stdout, stderr } = await run('main.ts', [], env).ended;
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr.split('\n').map((line) => line.split(' ')[1])).toEqual([
    'are',
    'DISCORD_TOKEN',
    'LOG_LEVEL',
    'HTTP_PORT',
    undefined,
  ]);
});

test('a content folder without a pack is told in words', async () => {
  const { api, token } = await discord();
  const folder = mkdtempSync(join(tmpdir(), 'meoktong-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const env = { ...inMemory, DISCORD_TOKEN: token, DISCORD_API: api, CONTENT: folder };
  const { code, stderr } = await run('main.ts', [], env).ended;
  expect([code, stderr]).toEqual([
    1,
    `${folder} · holds no pack: add a folder with pack.yaml and pairs.yaml\n`,
  ]);
});

test('a token that Discord refuses is told in one line', async () => {
  const { api } = await discord({ checkToken: true });
  const env = { ...inMemory, DISCORD_TOKEN: 'wrong', DISCORD_API: api };
  const { code, stderr } = await run('main.ts', [], env).ended;
  expect([code, stderr.trimEnd().split('\n')]).toEqual([
    1,
    [expect.stringMatching(/토큰.*DISCORD_TOKEN.*refuses this token.*DISCORD_TOKEN/)],
  ]);
});

test.each(['SIGTERM', 'SIGINT'] as const)('it answers, and leaves in order on %s', async (signal) => {
  const { api, token, as } = await discord();
  const { child, output, ended } = run('main.ts', [], {
    ...inMemory,
    DISCORD_TOKEN: token,
    DISCORD_API: api,
  });
  await expect.poll(output, { timeout: 10_000 }).toContain('"event":"ready"');
  const { message } = await as('mina').command('목차');
  expect(message?.embeds[0]?.footer?.text).toBe('1/2쪽 · 질문 20개');
  child.kill(signal);
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});
