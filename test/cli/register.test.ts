import { expect, onTestFinished, test } from 'vitest';
import { openSandbox } from '../../src/sandbox/sandbox.ts';
import { validateBody } from '../../src/sandbox/validate.ts';
import { run } from '../support/run.ts';

async function discord(checkToken = false) {
  const sandbox = await openSandbox({ now: Date.now, checkToken });
  onTestFinished(() => sandbox.close());
  return { sandbox, env: { DISCORD_TOKEN: sandbox.token, DISCORD_API: sandbox.api } };
}

const all = 'ask, topics, term, timeline, about, help, language, summary, quiz, Answer this message';

test('--print shows what would be registered, without a token', async () => {
  const { code, stdout, stderr } = await run('cli/register.ts', ['--print']).ended;
  expect([code, stderr]).toEqual([0, '']);
  const commands: unknown = JSON.parse(stdout);
  expect(validateBody('commands', commands)).toEqual([]);
  expect(stdout.startsWith('[\n  {\n    "type": 1,\n    "name": "ask",')).toBe(true);
});

test('it registers, and says what changed', async () => {
  const { sandbox, env } = await discord();
  const first = await run('cli/register.ts', [], env).ended;
  expect(first).toEqual({
    code: 0,
    stdout: `added      ${all}\nchanged    -\nremoved    -\nunchanged  -\n`,
    stderr: '',
  });
  expect(sandbox.commands.list('global')).toHaveLength(10);
  const second = await run('cli/register.ts', [], env).ended;
  expect(second.stdout).toBe(`added      -\nchanged    -\nremoved    -\nunchanged  ${all}\n`);
});

test('for one server only', async () => {
  const { sandbox, env } = await discord();
  const guildId = sandbox.world.guildId;
  const { code } = await run('cli/register.ts', ['--guild', guildId], env).ended;
  expect([code, sandbox.commands.list('global'), sandbox.commands.list({ guildId }).length]).toEqual([
    0,
    [],
    10,
  ]);
});

test.each([
  ['no token', 1, [], {}, 'DISCORD_TOKEN is not set. `npm run register -- --print` needs none.\n'],
  [
    'no id of a server',
    2,
    ['--guild', 'village'],
    {},
    '--guild takes the id of a server: digits only (Developer Mode → right-click the server → Copy Server ID).\n',
  ],
])('%s: it says what to do', async (_, code, args, env, words) => {
  expect(await run('cli/register.ts', args, env).ended).toEqual({ code, stdout: '', stderr: words });
});

test('an option that it does not know is answered with those that it does', async () => {
  const { code, stderr } = await run('cli/register.ts', ['--everywhere']).ended;
  expect([code, stderr.includes('--guild ID')]).toEqual([2, true]);
});

test('a token that is refused is told as such', async () => {
  const { env } = await discord(true);
  const { code, stderr } = await run('cli/register.ts', [], { ...env, DISCORD_TOKEN: 'wrong' }).ended;
  expect([code, stderr]).toEqual([
    1,
    'Discord refuses this token: reset it on the page Bot of the Developer Portal.\n',
  ]);
});
