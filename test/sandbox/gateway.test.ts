import { once } from 'node:events';
import { Events, GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { sandboxAlone, stage } from './support/stage.ts';
import { startBot } from './support/testBot.ts';

interface Payload {
  op: number;
  s: number | null;
  t: string | null;
  d: Record<string, unknown>;
}

/** A client without a library, to say what a library never would. */
async function connect(sandbox: Sandbox, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${sandbox.origin.replace('http', 'ws')}/gateway/?v=10&encoding=json`, {
    headers,
  });
  const received: Payload[] = [];
  socket.on('message', (data) => received.push(JSON.parse(String(data)) as Payload));
  await once(socket, 'open');
  const closed = once(socket, 'close').then(([code]) => code as number);
  return {
    received,
    closed,
    socket,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    identify: (more: object = {}) =>
      socket.send(JSON.stringify({ op: 2, d: { token: 't', intents: 513, properties: {}, ...more } })),
  };
}

test('The client becomes ready with the guild, its language and its channels', async () => {
  const { bot, sandbox } = await stage();
  const guild = bot.client.guilds.cache.first();
  expect(guild?.name).toBe('먹통 마을');
  expect(guild?.preferredLocale).toBe('ko');
  expect(guild?.channels.cache.map(({ name }) => name)).toEqual(['광장', '놀이터', '공지']);
  expect(guild?.members.me?.permissions.has('PinMessages')).toBe(true);
  expect(bot.client.user.username).toBe('먹통');
  expect(sandbox.gateway.sessions.map(({ connected }) => connected)).toEqual([true]);
});

test('What happens while the socket is down arrives after the resume, in order and once', async () => {
  const asked: string[] = [];
  const { sandbox, bot } = await stage({
    commands: {
      ask: (interaction) => {
        asked.push(interaction.id);
        return interaction.reply('답');
      },
    },
    message: (message) => asked.push(message.content),
  });
  const resumed = once(bot.client, Events.ShardResume);
  sandbox.faults.dropSockets();
  expect(sandbox.gateway.sessions.map(({ connected }) => connected)).toEqual([false]);
  const mina = sandbox.as('mina');
  const outcome = mina.command('ask');
  await mina.say('@먹통 그사이의 말');
  expect((await outcome).message?.content).toBe('답');
  await resumed;
  expect(asked.length).toBe(2);
  expect(asked[1]).toBe('<@1261000000000000101> 그사이의 말');
  expect(sandbox.gateway.sessions.length).toBe(1);
  expect(bot.errors).toEqual([]);
});

test('A request to reconnect is followed by a resume', async () => {
  const { sandbox, bot } = await stage({ commands: { ask: (interaction) => interaction.reply('답') } });
  const resumed = once(bot.client, Events.ShardResume);
  sandbox.faults.requestReconnect();
  await resumed;
  expect((await sandbox.as('mina').command('ask')).message?.content).toBe('답');
  expect(sandbox.gateway.sessions.length).toBe(1);
});

test('An invalid session makes the client log in anew', async () => {
  const { sandbox, bot } = await stage({ commands: { ask: (interaction) => interaction.reply('답') } });
  const [before] = sandbox.gateway.sessions;
  const ready = once(bot.client, Events.ShardReady);
  sandbox.faults.invalidateSessions();
  await ready;
  const [after] = sandbox.gateway.sessions;
  expect(after?.id === before?.id).toBe(false);
  expect((await sandbox.as('mina').command('ask')).message?.content).toBe('답');
});

test('A heartbeat without an answer makes the client resume', async () => {
  const { sandbox, bot } = await stage({}, { limits: { heartbeatMs: 60 } });
  const resumed = once(bot.client, Events.ShardResume);
  sandbox.faults.ignoreHeartbeats(1);
  await resumed;
  expect(sandbox.gateway.sessions.map(({ connected }) => connected)).toEqual([true]);
});

test('A resume too far back is an invalid session', async () => {
  const { sandbox } = await sandboxAlone();
  const client = await connect(sandbox);
  client.send(GatewayOpcodes.Resume, { token: 't', session_id: 'unknown', seq: 3 });
  await expect
    .poll(() => client.received.map(({ op }) => op))
    .toEqual([GatewayOpcodes.Hello, GatewayOpcodes.InvalidSession]);
  client.socket.close();
});

test('Every breach closes with its own code', async () => {
  const { sandbox, lines } = await sandboxAlone({ privilegedIntents: false });
  const codeAfter = async (act: (client: Awaited<ReturnType<typeof connect>>) => void) => {
    const client = await connect(sandbox);
    act(client);
    return client.closed;
  };
  expect(await codeAfter((c) => c.socket.send('{'))).toBe(GatewayCloseCodes.DecodeError);
  expect(await codeAfter((c) => c.send(99, {}))).toBe(GatewayCloseCodes.UnknownOpcode);
  expect(lines).toEqual(["The sandbox does not know the gateway's op 99"]);
  expect(await codeAfter((c) => c.send(3, {}))).toBe(GatewayCloseCodes.NotAuthenticated);
  expect(await codeAfter((c) => c.identify({ intents: GatewayIntentBits.MessageContent }))).toBe(
    GatewayCloseCodes.DisallowedIntents,
  );
  const twice = await codeAfter((c) => {
    c.identify();
    c.identify();
  });
  expect(twice).toBe(GatewayCloseCodes.AlreadyAuthenticated);
});

test('A wrong token closes with 4004 if tokens are checked, and REST says 401', async () => {
  const { sandbox } = await sandboxAlone({ checkToken: true });
  const client = await connect(sandbox);
  client.identify();
  expect(await client.closed).toBe(GatewayCloseCodes.AuthenticationFailed);
  const answer = await fetch(`${sandbox.api}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } });
  expect(answer.status).toBe(401);
  const bot = await startBot(sandbox);
  expect(bot.client.user.id).toBe(sandbox.world.bot.id);
  await bot.stop();
});
