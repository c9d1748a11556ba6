import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSandbox, type Sandbox, type SandboxOptions } from '../src/sandbox/sandbox.ts';
import { run } from './support/run.ts';

async function discord(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await openSandbox({ now: Date.now, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

const inMemory = { DATABASE_URL: 'sqlite::memory:' };

test('without a token it says in one line where to get one, and what works without', async () => {
  const { code, stdout, stderr } = await run('main.ts').ended;
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/DISCORD_TOKEN.*npm run ask -- "질문".*developers\/applications.*DISCORD_TOKEN/),
  ]);
});

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
