import { type ChatInputCommandInteraction, DiscordAPIError, HTTPError } from 'discord.js';
import { expect, test } from 'vitest';
import { handClock, sandboxAlone, stage } from './support/stage.ts';

test('A bot outlives an outage of the REST side', async () => {
  const clock = handClock();
  const ask = (interaction: ChatInputCommandInteraction) => interaction.reply('답');
  const { sandbox, bot } = await stage(
    { commands: { ask } },
    { now: clock.now, limits: { acknowledgeMs: 600 } },
  );
  sandbox.faults.restOutage(1_000);
  expect((await sandbox.as('mina').command('ask')).failed).toBe('The application did not respond');
  expect(bot.errors.map((error) => error instanceof HTTPError && error.status)).toEqual([500]);
  clock.advance(1_000);
  expect((await sandbox.as('mina').command('ask')).message?.content).toBe('답');
});

test('A surprising rate limit is waited out by the client', async () => {
  const { sandbox, bot } = await stage();
  const statuses: number[] = [];
  bot.client.rest.on('response', (_request, { status }) => statuses.push(status));
  sandbox.faults.rateLimit({ requests: 1, windowMs: 100, announced: false });
  await bot.client.users.fetch(sandbox.as('mina').id);
  expect((await bot.client.users.fetch(sandbox.as('alex').id)).username).toBe('alex');
  expect(statuses).toEqual([200, 429, 200]);
});

test('A 429 tells how long to wait', async () => {
  const clock = handClock();
  const { sandbox } = await sandboxAlone({ now: clock.now });
  sandbox.faults.rateLimit({ requests: 1, windowMs: 5_000 });
  const ask = () => fetch(`${sandbox.api}/v10/gateway`);
  expect((await ask()).headers.get('x-ratelimit-remaining')).toBe('0');
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(await refused.json()).toEqual({
    message: 'You are being rate limited.',
    retry_after: 5,
    global: false,
  });
  clock.advance(5_000);
  expect((await ask()).status).toBe(200);
  await ask();
  sandbox.faults.rateLimit();
  expect((await ask()).status).toBe(200);
});

test('What is done while answers are lost has been done', async () => {
  const { sandbox } = await sandboxAlone();
  const post = (content: string) =>
    fetch(`${sandbox.api}/v10/channels/1261000000000000021/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ content }),
      signal: AbortSignal.timeout(200),
    });
  sandbox.faults.loseAnswers(true);
  await expect(post('하나')).rejects.toThrow('timeout');
  sandbox.faults.loseAnswers(false);
  expect((await post('둘')).status).toBe(200);
  const contents = [...sandbox.world.channel('1261000000000000021').posts.values()].map(
    ({ message }) => message.content,
  );
  expect(contents).toEqual(['하나', '둘']);
});

test('Slow answers make an interaction late', async () => {
  const codes: unknown[] = [];
  const ask = (interaction: ChatInputCommandInteraction) =>
    interaction
      .reply('답')
      .catch((error: unknown) => codes.push(error instanceof DiscordAPIError && error.code));
  const { sandbox } = await stage({ commands: { ask } }, { limits: { acknowledgeMs: 20 } });
  sandbox.faults.slow(100);
  expect((await sandbox.as('mina').command('ask')).failed).toBe('The application did not respond');
  await expect.poll(() => codes).toEqual([10062]);
  sandbox.faults.slow(0);
});
