import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';

const hello = { op: 10, d: { heartbeat_interval: 41_250 }, s: null, t: null };
const ready = {
  op: 0,
  s: 1,
  t: 'READY',
  d: {
    user: { id: '1261000000000000101', username: 'bot' },
    guilds: [],
    application: { id: '1261000000000000100' },
    session_id: 'session',
    resume_gateway_url: 'ws://127.0.0.1:1',
  },
};

/**
 * The least that passes for Discord: whoever identifies is (perhaps after a moment of welcome) turned away with a code
 * of the gateway. Returns the address for `rest: { api }`.
 */
export async function rudeGateway(code: number, options: { readonly welcome: boolean }): Promise<string> {
  const server = createServer((_request, response) => {
    const { port } = server.address() as AddressInfo;
    const session_start_limit = { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit }));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify(hello));
    socket.once('message', () => {
      if (options.welcome) socket.send(JSON.stringify(ready));
      setTimeout(() => socket.close(code), options.welcome ? 50 : 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}
