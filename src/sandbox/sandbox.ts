import type { Page } from './bundle.ts';
import { CommandBook } from './commands.ts';
import { listenOnLoopback, openDoor, type ServedFile, shut } from './door.ts';
import { Faults } from './faults.ts';
import { FileStore } from './files.ts';
import { Gateway } from './gateway.ts';
import { Interactions } from './interactions.ts';
import type { Backend } from './rest/backend.ts';
import { serveRest } from './rest/router.ts';
import { Tabs } from './tabs/tabs.ts';
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
  /** Serve the page for the browser; off by default, and then Vite is not even loaded. */
  page?: boolean;
  /** What else to do when everything is reset; by default the bot is told to start a new session. */
  onReset?: () => Promise<void>;
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
  /** Everything back to how it began; registered commands stay. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

const gatewayPath = '/gateway';
const tabPath = '/tab';

/** Opens Discord on loopback. Nobody but this machine can reach it. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { now, token = 'sandbox.no-real.token', log = () => {} } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const world = new World(options.setting ?? village, now, limits);
  const page = options.page === true ? await loadPage() : undefined;
  const { server, port } = await listenOnLoopback(options.port ?? 0);
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
  const startAfresh = async () => {
    interactions.reset();
    world.reset();
    if (options.onReset === undefined) gateway.invalidateSessions();
    else await options.onReset();
  };
  let resetting: Promise<void> | undefined;
  // Two people may press at once; whoever starts the bot anew must not start it twice.
  const reset = () => {
    resetting ??= startAfresh().finally(() => {
      resetting = undefined;
    });
    return resetting;
  };
  const tabs = new Tabs({ backend, botIsOnline: () => gateway.isConnected, reset, log });
  openDoor(server, port, {
    rest: (request, response) => serveRest({ backend, faults, log, token: expected }, request, response),
    file: (path) => fileAt(path, page, files),
    upgrades: {
      [gatewayPath]: (...upgrade) => gateway.upgrade(...upgrade),
      ...(page ? { [tabPath]: (...upgrade) => tabs.upgrade(...upgrade) } : {}),
    },
    log,
  });
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
    reset,
    async close() {
      interactions.close();
      world.close();
      tabs.close();
      gateway.close();
      await shut(server);
    },
  };
}

async function loadPage(): Promise<Page> {
  const { bundlePage } = await import('./bundle.ts');
  return bundlePage();
}

function fileAt(path: string, page: Page | undefined, files: FileStore): ServedFile | undefined {
  const own = page?.get(path);
  if (own !== undefined) return { ...own, isOurs: true };
  const uploaded = files.find(path);
  return uploaded && { type: uploaded.type, body: uploaded.bytes, isOurs: false };
}
