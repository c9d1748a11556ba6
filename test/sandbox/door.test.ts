import { request } from 'node:http';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { sandboxAlone } from './support/stage.ts';

/** `fetch` sets Host and Origin itself, so that only a bare request can forge them. */
function status(
  sandbox: Sandbox,
  headers: Record<string, string>,
  path = '/api/v10/gateway',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${sandbox.origin}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

function upgradeStatus(sandbox: Sandbox, headers: Record<string, string>): Promise<number | undefined> {
  const socket = new WebSocket(`${sandbox.origin.replace('http', 'ws')}/gateway`, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('error', () => {});
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
  });
}

test('A website can neither ask nor listen', async () => {
  const { sandbox } = await sandboxAlone();
  const own = sandbox.origin;
  const local = own.replace('127.0.0.1', 'localhost');
  const origins = [own, local, 'https://example.org', 'http://127.0.0.1:1', 'null'];
  expect(await Promise.all(origins.map((origin) => status(sandbox, { origin })))).toEqual([
    200, 403, 403, 403, 403,
  ]);
  expect(await Promise.all(origins.map((origin) => upgradeStatus(sandbox, { origin })))).toEqual([
    101, 403, 403, 403, 403,
  ]);
});

test('What a browser asks for another site is refused, even without an origin', async () => {
  const { sandbox } = await sandboxAlone();
  const sites = ['none', 'same-origin', 'same-site', 'cross-site', 'x'];
  const answers = sites.map((site) => status(sandbox, { 'sec-fetch-site': site }));
  expect(await Promise.all(answers)).toEqual([200, 200, 403, 403, 403]);
});

test('A name that points to this machine is not enough', async () => {
  const { sandbox } = await sandboxAlone();
  const port = new URL(sandbox.origin).port;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, 'example.org', `example.org:${port}`, 'localhost'];
  expect(await Promise.all(hosts.map((host) => status(sandbox, { host })))).toEqual([
    200, 200, 403, 403, 403,
  ]);
  expect(await Promise.all(hosts.map((host) => upgradeStatus(sandbox, { host })))).toEqual([
    101, 101, 403, 403, 403,
  ]);
});

test('The sandbox listens on loopback alone', async () => {
  const { sandbox } = await sandboxAlone();
  expect(new URL(sandbox.api).hostname).toBe('127.0.0.1');
});

test('What it does not know it says, as 501 and in the log', async () => {
  const { sandbox, lines } = await sandboxAlone();
  const answer = await fetch(`${sandbox.api}/v10/guilds/1/emojis`);
  expect(answer.status).toBe(501);
  expect(await answer.json()).toEqual({
    code: 0,
    message: 'The sandbox does not know GET /api/v10/guilds/1/emojis',
  });
  expect(lines).toEqual(['The sandbox does not know GET /api/v10/guilds/1/emojis']);
});

test('A body beyond 25 MiB and a body that is no JSON are refused', async () => {
  const { sandbox, lines } = await sandboxAlone();
  const post = async (body: string) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${sandbox.api}/v10/users/@me/channels`, { method: 'POST', body, headers });
    return [answer.status, ((await answer.json()) as { code: number }).code];
  };
  expect(await post(' '.repeat(25 * 1024 * 1024 + 1))).toEqual([413, 40005]);
  expect(await post('{')).toEqual([400, 50109]);
  expect(await post('[]')).toEqual([400, 50035]);
  expect(lines).toEqual([]);
});

test('An address that is none does no harm', async () => {
  const { sandbox, lines } = await sandboxAlone();
  const paths = ['//', '/api/v10/%', '/api/v10//', '/attachments/%ff/x'];
  expect(await Promise.all(paths.map((path) => status(sandbox, {}, path)))).toEqual([404, 501, 501, 404]);
  expect(lines.length).toBe(2);
});

test('A 204 has no content type', async () => {
  const { sandbox } = await sandboxAlone();
  const channel = sandbox.world.channel('광장').id;
  const answer = await fetch(`${sandbox.api}/v10/channels/${channel}/typing`, { method: 'POST' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([204, null]);
});

test('Closing leaves nobody waiting', async () => {
  const { sandbox } = await sandboxAlone();
  const waiting = sandbox.as('mina').next();
  const failure = expect(waiting).rejects.toThrow('The sandbox was closed.');
  await sandbox.close();
  await failure;
  await expect(sandbox.as('mina').next()).rejects.toThrow('The sandbox was closed.');
});
