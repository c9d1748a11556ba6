import { expect, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { LoginError } from '../../src/discord/bot.ts';
import { rudeGateway } from '../support/gateway.ts';
import { type Line, memoryLog } from '../support/log.ts';
import { outageInEnglish } from '../support/pack.ts';
import { wordSearch } from '../support/search.ts';
import { openTown, read } from '../support/town.ts';

test('the commands are registered at the start', async () => {
  const { sandbox } = await openTown();
  expect(sandbox.commands.list('global').map(({ name }) => name)).toEqual([
    'ask',
    'topics',
    'term',
    'timeline',
    'about',
    'help',
    'language',
    'summary',
    'quiz',
    'Answer this message',
  ]);
});

test('what was asked while the connection was cut is answered when it is back', async () => {
  const { sandbox, lines } = await openTown();
  const mina = sandbox.as('mina');
  const sessions = sandbox.gateway.sessions.map(({ id }) => id);
  sandbox.faults.dropSockets();
  const { message } = await mina.command('질문', { 내용: '무슨 일이야?' });
  expect(read(message)[0]).toBe('무슨 일이 있었던 거야?');
  expect(read(await mina.type('@먹통 원인이 뭐야?'))[0]).toBe('왜 이런 일이 벌어진 거야?');
  expect(sandbox.gateway.sessions.map(({ id }) => id)).toEqual(sessions);
  const events = lines
    .map(({ event }) => event)
    .filter((event) => ['reconnecting', 'resumed'].includes(event));
  expect(events).toEqual(['reconnecting', 'resumed']);
});

test('a token that Discord refuses is told as such', async () => {
  const opening = openTown({ token: 'not-the-token', sandbox: { checkToken: true } });
  await expect(opening).rejects.toMatchObject({ name: 'LoginError', reason: 'token' });
});

/** An app at that address, and what it has reported. */
function appAt(api: string): { app: App; turnedAway: LoginError[]; lines: readonly Line[] } {
  const turnedAway: LoginError[] = [];
  const log = memoryLog();
  const app = createApp({
    config: { token: 'x', api, databaseUrl: 'sqlite::memory:', contentFolder: '' },
    log,
    now: () => new Date('2024-07-19T12:00:00Z'),
    random: () => 0,
    onTurnedAway: (error) => turnedAway.push(error),
    content: { packs: [outageInEnglish], search: wordSearch([outageInEnglish]) },
  });
  return { app, turnedAway, lines: log.lines };
}

test.each([
  [4004, 'token'],
  [4014, 'refused'],
])('whom the gateway turns away with %i is told why: %s', async (code, reason) => {
  const { app, turnedAway } = appAt(await rudeGateway(code, { welcome: false }));
  await expect(app.start()).rejects.toMatchObject({ name: 'LoginError', reason });
  expect(turnedAway).toEqual([]);
  await app.stop();
});

test('a bot that is turned away while it runs says so', async () => {
  const { app, turnedAway, lines } = appAt(await rudeGateway(4004, { welcome: true }));
  await app.start();
  // Nor could it register its commands there; that alone is no reason to stop.
  expect(lines.filter(({ level }) => level === 'error').map(({ event }) => event)).toEqual([
    'commands-not-registered',
  ]);
  await expect.poll(() => turnedAway).toMatchObject([{ name: 'LoginError', reason: 'token' }]);
  await app.stop();
});

test('without a Discord to connect to, the start fails in words', async () => {
  const { app } = appAt('http://127.0.0.1:9/api');
  await expect(app.start()).rejects.toMatchObject({ name: 'LoginError', reason: 'unreachable' });
  await app.stop();
});

test('a stop waits for what is being answered, and takes nothing new', async () => {
  const asked = Promise.withResolvers<void>();
  const town = await openTown({
    sandbox: { limits: { acknowledgeMs: 500 } },
    search: (packs) => {
      const search = wordSearch(packs);
      return {
        ...search,
        find: (...query) => {
          if (query[0] === '무슨 일이야?') asked.resolve();
          return search.find(...query);
        },
      };
    },
  });
  const mina = town.sandbox.as('mina');
  town.sandbox.faults.slow(100);
  const answer = mina.command('질문', { 내용: '무슨 일이야?' });
  await asked.promise;
  const stopped = town.stop();
  const late = mina.command('질문', { 내용: '원인이 뭐야?' });
  expect(read((await answer).message)[0]).toBe('무슨 일이 있었던 거야?');
  await stopped;
  expect((await late).failed).toBeDefined();
  expect(town.complaints()).toEqual([]);
});

test('a pack may have no English at all', async () => {
  const { sandbox } = await openTown({ packs: [{ ...outageInEnglish, english: null }] });
  const { message } = await sandbox.as('alex').command('ask', { question: '무슨 일이야?' });
  expect(read(message).slice(0, 2)).toEqual([
    '무슨 일이 있었던 거야?',
    '컴퓨터가 한꺼번에 멈췄어.\n\n-# Not translated yet; shown in Korean.',
  ]);
});
