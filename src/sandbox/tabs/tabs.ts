import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ActName, Notice, Request } from '../protocol.ts';
import type { Backend } from '../rest/backend.ts';
import type { ShownModal } from '../user/modal.ts';
import { NotPossible } from '../user/resolve.ts';
import { SandboxUser } from '../user.ts';
import type { Person, WorldEvent } from '../world.ts';
import { type ActContext, acts } from './acts.ts';
import { messageView, townView } from './views.ts';

export interface TabsSettings {
  readonly backend: Backend;
  readonly botIsOnline: () => boolean;
  /** Everything back to how it began. */
  readonly reset: () => Promise<void>;
  readonly log: (line: string) => void;
}

/** One message of a tab; a file of 10 MB in base64 fits. */
const messageLimit = 16 * 1024 * 1024;
/** Tabs at the same time. */
const tabLimit = 100;
/** A tab that reads nothing is let go before what waits for it fills the memory. */
const backlogLimit = 64 * 1024 * 1024;
/** A tab sees by itself what follows the acknowledgement. */
const noPatience = { patienceMs: 0, quietMs: 0 };

/** The browser tabs: each acts as one person and is told what that person sees. */
export class Tabs {
  readonly #settings: TabsSettings;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: messageLimit });
  readonly #refreshes = new Set<() => void>();

  constructor(settings: TabsSettings) {
    this.#settings = settings;
  }

  /** Takes over an HTTP upgrade to `/tab?as=NAME`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const name = new URLSearchParams(request.url?.split('?')[1]).get('as') ?? '';
    const { world } = this.#settings.backend;
    const person = world.findPerson(name) ?? [...world.people.values()].find(({ isBot }) => !isBot);
    if (person === undefined || person.isBot || this.#server.clients.size >= tabLimit) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => this.#welcome(client, person));
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket, person: Person): void {
    const { backend, botIsOnline, reset, log } = this.#settings;
    const { world } = backend;
    const tell = (notice: Notice) => send(socket, notice);
    const town = (): Notice => ({ type: 'town', town: townView(world, person, botIsOnline()) });
    const refresh = () => tell(town());
    const context: ActContext = {
      world,
      person,
      user: new SandboxUser(person, { backend, limits: noPatience }),
      modals: new Map<string, ShownModal>(),
      speak: (locale) => this.#speak(person, locale),
      reset,
    };
    const stop = world.watch((event) => {
      for (const notice of noticesOf(event, context, town)) tell(notice);
    });
    this.#refreshes.add(refresh);
    socket.on('message', (data) => void answer(context, String(data), tell, log));
    socket.on('error', (error) => log(`A tab's connection failed: ${error.message}`));
    socket.on('close', () => {
      stop();
      this.#refreshes.delete(refresh);
    });
    refresh();
  }

  #speak(person: Person, locale: string): void {
    person.locale = locale;
    for (const refresh of this.#refreshes) refresh();
  }
}

function send(socket: WebSocket, notice: Notice): void {
  if (socket.bufferedAmount > backlogLimit) socket.terminate();
  else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(notice));
}

/** What a tab is told of an event, as far as its person sees it. */
function noticesOf(event: WorldEvent, { world, person }: ActContext, town: () => Notice): Notice[] {
  switch (event.type) {
    case 'messageCreate':
    case 'messageUpdate':
    case 'reactionAdd':
    case 'reactionRemove':
      if (!world.canSee(person, event.post)) return [];
      return [{ type: 'message', message: messageView(event.post, person) }];
    case 'messageDelete': {
      const { channel, message } = event.post;
      if (!world.canSee(person, event.post)) return [];
      return [{ type: 'messageGone', channel: channel.id, message: message.id }];
    }
    case 'typing':
      if (!world.sees(person, event.channel)) return [];
      return [{ type: 'typing', channel: event.channel.id, person: event.person.id }];
    case 'commandsChange':
      return [{ type: 'commands' }];
    case 'reset':
      return [{ type: 'reset' }, town()];
    case 'threadCreate':
    case 'channelUpdate':
    case 'channelDelete':
    case 'botPresence':
      return [town()];
    default:
      return [];
  }
}

async function answer(
  context: ActContext,
  text: string,
  tell: (notice: Notice) => void,
  log: (line: string) => void,
): Promise<void> {
  const request = parse(text);
  if (request === undefined) return;
  const { id, act, given } = request;
  try {
    tell({ type: 'done', id, gives: await carryOut(context, act, given) });
  } catch (error) {
    if (!(error instanceof NotPossible)) log(`The act ${act} of a tab broke off: ${String(error)}`);
    tell({ type: 'refused', id, why: error instanceof Error ? error.message : String(error) });
  }
}

function carryOut<Name extends ActName>(context: ActContext, act: Name, given: Request['given']): unknown {
  return acts[act](context, given as never);
}

/** A request in the form of the protocol; what is given is checked by the act. */
function parse(text: string): Request | undefined {
  try {
    const request = JSON.parse(text) as Request;
    return Object.hasOwn(acts, request.act) && typeof request.given === 'object' ? request : undefined;
  } catch {
    return undefined;
  }
}
