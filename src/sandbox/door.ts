import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** Whoever answers a request or takes over a connection. */
export interface Door {
  /** Below `/api/`. */
  rest(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** A file by its path: of the page, or uploaded. */
  file(path: string): ServedFile | undefined;
  /** WebSockets by their path. */
  upgrades: Readonly<Record<string, Upgrade>>;
  log(line: string): void;
}

export interface ServedFile {
  type: string;
  body: string | Uint8Array;
  /** A page of ours may run scripts and connect; anything else may do nothing. */
  isOurs: boolean;
}

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** An HTTP server on loopback that listens and lets nobody in yet. */
export async function listenOnLoopback(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer();
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
  return { server, port: address.port };
}

/** Lets in whom `isWelcome` lets in. */
export function openDoor(server: Server, port: number, door: Door): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request);
    if (!isWelcome(request, port)) return refuse(response);
    if (!path.startsWith('/api/')) return sendFile(door.file(path), port, response);
    door.rest(request, response).catch((error: unknown) => door.log(`A request broke off: ${String(error)}`));
  });
  server.on('upgrade', (request, socket, head) => {
    const upgrade = door.upgrades[pathOf(request)];
    if (upgrade !== undefined && isWelcome(request, port)) return upgrade(request, socket, head);
    socket.on('error', (error) => door.log(`A refused connection broke off: ${error.message}`));
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
  });
}

export function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * No website may drive the sandbox or look into it. The host must be this server under a loopback name, which
 * defeats DNS rebinding; an origin, where a browser sends one, must be the same; and a browser says where a
 * request without an origin comes from, too: another site may not even link here.
 */
function isWelcome({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin, 'sec-fetch-site': site = 'none' } = headers;
  if (!hosts.includes(host) || !['same-origin', 'none'].includes(String(site))) return false;
  return origin === undefined || origin === `http://${host}`;
}

function refuse(response: ServerResponse): void {
  const words = 'The sandbox takes no requests from other sites: type its address into the browser.\n';
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(words);
}

/** For all files: no guessing of types, no other site may embed, frame or open them. */
const isolation = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** An uploaded file must not run beside the page. */
const inertPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** The page loads what comes from here and nothing else; `'self'` does not mean WebSockets in every browser. */
function pagePolicy(port: number): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // Lit's styleMap writes the attribute once; style elements stay forbidden.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function sendFile(file: ServedFile | undefined, port: number, response: ServerResponse): void {
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  const policy = file.isOurs ? pagePolicy(port) : inertPolicy;
  const headers = { ...isolation, 'content-type': file.type, 'content-security-policy': policy };
  response.writeHead(200, headers).end(file.body);
}

/** The path as it was sent, which may be no URL at all. A library may write `/gateway/?v=10` for `/gateway`. */
function pathOf({ url = '/' }: IncomingMessage): string {
  const [path = ''] = url.split('?');
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
