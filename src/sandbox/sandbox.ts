import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandBook } from './commands.ts';
import { Faults } from './faults.ts';
import { FileStore } from './files.ts';
import { Gateway } from './gateway.ts';
import { Interactions } from './interactions.ts';
import type { Backend } from './rest/backend.ts';
import { type RestSettings, serveRest } from './rest/router.ts';
import { SandboxUser } from './user.ts';
import { type Setting, village } from './village.ts';
import { World, type WorldEvent } from './world.ts';

export interface SandboxOptions {
  /** Milliseconds since 1970. */
  now: () => number;
  /** 0, the default, takes a free port. */
  port?: number;
  /** What the sandbox has to say: unknown routes, broken connections. Silent by default. */
  log?: (line: string) => void;
  /** The bot's token; by default one that nobody could mistake for a real one. */
  token?: string;
  /** Refuse other tokens (gateway close 4004, REST 401). Off by default. */
  checkToken?: boolean;
  /** Let the bot use privileged intents; on by default, off closes with 4014. */
  privilegedIntents?: boolean;
  /** The people and places; the village by default. */
  setting?: Setting;
  limits?: Partial<SandboxLimits>;
}

export interface SandboxLimits {
  /** Time to the first response to an interaction. */
  acknowledgeMs: number;
  /** Life of an interaction's token. */
  tokenMs: number;
  heartbeatMs: number;
  /** How long a person waits for what the bot will still do (deferred answers, replies to messages). */
  patienceMs: number;
  /** How long a person waits for a visible change after a silent acknowledgement (type 6). */
  quietMs: number;
  /** Messages kept in a channel. */
  messages: number;
  threads: number;
}

/** Discord's own figures, where it has one. */
const defaultLimits: SandboxLimits = {
  acknowledgeMs: 3_000,
  tokenMs: 15 * 60_000,
  heartbeatMs: 41_250,
  patienceMs: 10_000,
  quietMs: 300,
  messages: 1_000,
  threads: 200,
};

export interface Sandbox {
  /** `rest: { api }` of the client: `http://127.0.0.1:PORT/api`. */
  readonly api: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly token: string;
  readonly world: World;
  readonly faults: Faults;
  readonly gateway: Pick<Gateway, 'sessions'>;
  readonly commands: Pick<CommandBook, 'list' | 'available'>;
  /** A person of the setting, by name, ready to act. The same object each time. */
  as(name: string): SandboxUser;
  /** Calls back for everything that happens, until the returned function is called. */
  watch(watcher: (event: WorldEvent) => void): () => void;
  close(): Promise<void>;
}

const gatewayPath = '/gateway';
/** An uploaded page must not run beside the sandbox's own. */
const fileSafety = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
};

/** Opens Discord on loopback. Nobody but this machine can reach it. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { now, token = 'sandbox.no-real.token', log = () => {} } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const world = new World(options.setting ?? village, now, limits);
  const server = createServer();
  const { port } = await listen(server, options.port ?? 0);
  const origin = `http://127.0.0.1:${port}`;
  const gatewayUrl = () => `ws://127.0.0.1:${port}${gatewayPath}`;
  const expected = options.checkToken ? token : undefined;
  const privilegedIntents = options.privilegedIntents ?? true;
  const { heartbeatMs } = limits;
  const gateway = new Gateway(world, {
    token: expected,
    privilegedIntents,
    heartbeatMs,
    url: gatewayUrl,
    log,
  });
  const faults = new Faults(gateway, now);
  const commands = new CommandBook(world);
  const interactions = new Interactions(world, limits);
  const files = new FileStore(() => origin);
  const botReadsContent = () => gateway.readsContent();
  const backend: Backend = { world, files, commands, interactions, gatewayUrl, botReadsContent };
  openDoor(server, port, { backend, faults, log, token: expected }, gateway);
  const people = [...world.people.values()].filter(({ isBot }) => !isBot);
  const users = new Map(people.map((person) => [person, new SandboxUser(person, { backend, limits })]));
  return {
    api: `${origin}/api`,
    origin,
    token,
    world,
    faults,
    gateway,
    commands,
    as(name) {
      const user = users.get(world.person(name));
      if (user === undefined) throw new Error(`${name} is the bot.`);
      return user;
    },
    watch: (watcher) => world.watch(watcher),
    async close() {
      interactions.close();
      world.close();
      gateway.close();
      await shut(server);
    },
  };
}

/** Lets in whom `isOurs` lets in: REST, uploaded files and the gateway. */
function openDoor(server: Server, port: number, rest: RestSettings, gateway: Gateway): void {
  const { backend, log } = rest;
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request);
    if (!isOurs(request, port)) response.writeHead(403).end();
    else if (!path.startsWith('/api/')) sendFile(backend.files, path, response);
    else
      serveRest(rest, request, response).catch((error: unknown) =>
        log(`A request broke off: ${String(error)}`),
      );
  });
  server.on('upgrade', (request, socket, head) => {
    if (isOurs(request, port) && pathOf(request) === gatewayPath)
      return gateway.upgrade(request, socket, head);
    socket.on('error', (error) => log(`A refused connection broke off: ${error.message}`));
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
  });
}

function sendFile(files: FileStore, path: string, response: ServerResponse): void {
  const file = files.find(path);
  if (file === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': file.type, ...fileSafety }).end(file.bytes);
}

/**
 * No website may drive the sandbox: the host must be this server under a loopback name (which defeats
 * DNS rebinding), and an origin, where a browser sends one, must be the same.
 */
function isOurs({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) return false;
  return headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`);
}

/** The path as it was sent, which may be no URL at all. A library may write `/gateway/?v=10` for `/gateway`. */
function pathOf({ url = '/' }: IncomingMessage): string {
  const [path = ''] = url.split('?');
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

function listen(server: Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
