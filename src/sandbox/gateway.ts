import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes as Close,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { dispatchOf } from './dispatches.ts';
import { guildCreatePayload, userPayload } from './payloads.ts';
import { isObject, type Json } from './problem.ts';
import { Session } from './session.ts';
import type { World } from './world.ts';

const privileged = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

export interface GatewaySettings {
  /** The only token taken; any if undefined. */
  token: string | undefined;
  /** Whether the application may use privileged intents. */
  privilegedIntents: boolean;
  heartbeatMs: number;
  url: () => string;
  log: (line: string) => void;
}

interface Connection {
  socket: WebSocket;
  session?: Session;
}

/** The WebSocket side of Discord: sessions, heartbeats, intents, RESUME. One shard is all there is. */
export class Gateway {
  readonly #world: World;
  readonly #settings: GatewaySettings;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  readonly #sessions = new Map<string, Session>();
  #heartbeatsToIgnore = 0;

  constructor(world: World, settings: GatewaySettings) {
    this.#world = world;
    this.#settings = settings;
    this.#server.on('connection', (socket: WebSocket) => this.#welcome(socket));
    world.watch((event) => {
      const dispatch = dispatchOf(world, event);
      if (dispatch === undefined) return;
      const { t, intent, d } = dispatch;
      for (const session of this.#sessions.values()) {
        if (intent === 0 || (session.intents & intent) !== 0) session.dispatch(t, d(session.intents));
      }
    });
  }

  /** Sessions as the bot opened them; a session without a connection can still be resumed. */
  get sessions(): { id: string; intents: number; connected: boolean }[] {
    return [...this.#sessions.values()].map(({ id, intents, socket }) => {
      return { id, intents, connected: socket !== undefined };
    });
  }

  readsContent(): boolean {
    const { sessions } = this;
    return sessions.length === 0 || sessions.some(({ intents }) => (intents & Intent.MessageContent) !== 0);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (client) => this.#server.emit('connection', client));
  }

  get isConnected(): boolean {
    return this.sessions.some(({ connected }) => connected);
  }

  dropSockets(): void {
    for (const client of this.#server.clients) client.terminate();
    for (const session of this.#sessions.values()) session.socket = undefined;
    this.#world.emit({ type: 'botPresence' });
  }

  invalidateSessions(): void {
    this.#sendAll(Op.InvalidSession, false);
    this.#sessions.clear();
  }

  requestReconnect(): void {
    this.#sendAll(Op.Reconnect, null);
  }

  ignoreHeartbeats(count: number): void {
    this.#heartbeatsToIgnore = count;
  }

  close(): void {
    this.dropSockets();
    this.#sessions.clear();
    this.#server.close();
  }

  #sendAll(op: Op, d: unknown): void {
    for (const { socket } of this.#sessions.values()) if (socket !== undefined) send(socket, op, d);
  }

  #welcome(socket: WebSocket): void {
    const connection: Connection = { socket };
    socket.on('message', (data) => {
      const code = this.#receive(connection, String(data));
      if (code !== undefined) socket.close(code, Close[code]);
    });
    socket.on('error', (error) => this.#settings.log(`A gateway connection failed: ${error.message}`));
    socket.on('close', (code) => this.#part(connection, code));
    send(socket, Op.Hello, { heartbeat_interval: this.#settings.heartbeatMs });
  }

  /** 1000 and 1001 end the session; after any other code it can be resumed. */
  #part({ session, socket }: Connection, code: number): void {
    if (session === undefined || (session.socket !== socket && session.socket !== undefined)) return;
    session.socket = undefined;
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    this.#world.emit({ type: 'botPresence' });
  }

  /** Takes one payload; the close code if it makes no sense here. */
  #receive(connection: Connection, text: string): Close | undefined {
    const payload = parse(text);
    if (payload === undefined) return Close.DecodeError;
    const { op } = payload;
    const d = isObject(payload['d']) ? payload['d'] : {};
    switch (op) {
      case Op.Heartbeat:
        if (this.#heartbeatsToIgnore > 0) this.#heartbeatsToIgnore -= 1;
        else send(connection.socket, Op.HeartbeatAck, undefined);
        return undefined;
      case Op.Identify:
        return this.#identify(connection, d);
      case Op.Resume:
        return this.#resume(connection, d);
      case Op.PresenceUpdate:
        return connection.session === undefined ? Close.NotAuthenticated : undefined;
      default:
        this.#settings.log(`The sandbox does not know the gateway's op ${String(op)}`);
        return typeof op === 'number' && op in Op ? undefined : Close.UnknownOpcode;
    }
  }

  #identify(connection: Connection, d: Json): Close | undefined {
    if (connection.session !== undefined) return Close.AlreadyAuthenticated;
    if (!this.#knows(d['token'])) return Close.AuthenticationFailed;
    const intents = Number(d['intents']);
    if (!this.#settings.privilegedIntents && (intents & privileged) !== 0) return Close.DisallowedIntents;
    // Who logs in anew resumes nothing: so sessions do not pile up.
    for (const { id, socket } of this.#sessions.values()) if (socket === undefined) this.#sessions.delete(id);
    const session = new Session(connection.socket, intents);
    connection.session = session;
    this.#sessions.set(session.id, session);
    this.#introduce(session);
    this.#world.emit({ type: 'botPresence' });
    return undefined;
  }

  #introduce(session: Session): void {
    const { guildId, setting, bot } = this.#world;
    session.dispatch(Event.Ready, {
      v: 10,
      user: { ...userPayload(bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: [{ id: guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: this.#settings.url(),
      shard: [0, 1],
      application: { id: setting.applicationId, flags: 0 },
    });
    if ((session.intents & Intent.Guilds) !== 0) {
      session.dispatch(Event.GuildCreate, guildCreatePayload(this.#world));
    }
  }

  #resume(connection: Connection, d: Json): Close | undefined {
    if (!this.#knows(d['token'])) return Close.AuthenticationFailed;
    const session = this.#sessions.get(String(d['session_id']));
    const sequence = Number(d['seq']);
    if (session?.canReplayFrom(sequence) !== true) {
      send(connection.socket, Op.InvalidSession, false);
      return undefined;
    }
    connection.session = session;
    session.resume(connection.socket, sequence);
    session.dispatch(Event.Resumed, {});
    this.#world.emit({ type: 'botPresence' });
    return undefined;
  }

  #knows(token: unknown): boolean {
    return this.#settings.token === undefined || token === this.#settings.token;
  }
}

function send(socket: WebSocket, op: Op, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
