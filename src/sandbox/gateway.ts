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
import { guildCreatePayload, memberPayload, userPayload } from './payloads.ts';
import { isObject, type Json } from './problem.ts';
import { Session } from './session.ts';
import type { World } from './world.ts';

/** Bytes a client may send in one payload. */
const payloadLimit = 4096;
/** Payloads a client may send in a minute. */
const sendLimit = 120;
/** Sessions kept while nobody is connected to them. */
const idleSessionLimit = 20;
const privileged = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
const everyIntent = Object.values(Intent).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

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
  sends: { since: number; count: number };
}

/** The WebSocket side of Discord: sessions, heartbeats, intents, RESUME. */
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
      for (const session of this.#sessions.values()) {
        const wanted = dispatch.intent === 0 || (session.intents & dispatch.intent) !== 0;
        if (!wanted || !session.serves(dispatch.inGuild ? world.guildId : undefined)) continue;
        session.dispatch(dispatch.t, dispatch.d(session.intents));
      }
    });
  }

  /** Sessions as the bot opened them; a session without a connection can still be resumed. */
  get sessions(): { id: string; intents: number; shard: readonly [number, number]; connected: boolean }[] {
    return [...this.#sessions.values()].map(({ id, intents, shard, socket }) => {
      return { id, intents, shard, connected: socket !== undefined };
    });
  }

  readsContent(): boolean {
    const sessions = [...this.#sessions.values()];
    return sessions.length === 0 || sessions.some(({ intents }) => (intents & Intent.MessageContent) !== 0);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (client) =>
      this.#server.emit('connection', client, request),
    );
  }

  dropSockets(): void {
    for (const client of this.#server.clients) client.terminate();
    for (const session of this.#sessions.values()) session.socket = undefined;
  }

  invalidateSessions(): void {
    for (const { socket } of this.#sessions.values())
      if (socket !== undefined) send(socket, Op.InvalidSession, false);
    this.#sessions.clear();
  }

  requestReconnect(): void {
    for (const { socket } of this.#sessions.values())
      if (socket !== undefined) send(socket, Op.Reconnect, null);
  }

  ignoreHeartbeats(count: number): void {
    this.#heartbeatsToIgnore = count;
  }

  close(): void {
    this.dropSockets();
    this.#sessions.clear();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    const connection: Connection = { socket, sends: { since: this.#world.now(), count: 0 } };
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
    const idle = [...this.#sessions.values()].filter((other) => other.socket === undefined);
    for (const { id } of idle.slice(0, -idleSessionLimit)) this.#sessions.delete(id);
  }

  /** Takes one payload; the close code if it is one too many or makes no sense. */
  #receive(connection: Connection, text: string): Close | undefined {
    if (this.#sendsTooMuch(connection)) return Close.RateLimited;
    const payload = Buffer.byteLength(text) > payloadLimit ? undefined : parse(text);
    if (payload === undefined) return Close.DecodeError;
    const { socket, session } = connection;
    const d = isObject(payload['d']) ? payload['d'] : {};
    switch (payload['op']) {
      case Op.Heartbeat:
        if (this.#heartbeatsToIgnore > 0) this.#heartbeatsToIgnore -= 1;
        else send(socket, Op.HeartbeatAck, undefined);
        return undefined;
      case Op.Identify:
        return this.#identify(connection, d);
      case Op.Resume:
        return this.#resume(connection, d);
      case Op.RequestGuildMembers:
        if (session !== undefined) this.#sendMembers(session, d);
        return session === undefined ? Close.NotAuthenticated : undefined;
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
        return session === undefined ? Close.NotAuthenticated : undefined;
      default:
        return Close.UnknownOpcode;
    }
  }

  #sendsTooMuch({ sends }: Connection): boolean {
    const now = this.#world.now();
    if (now - sends.since >= 60_000) Object.assign(sends, { since: now, count: 0 });
    sends.count += 1;
    return sends.count > sendLimit;
  }

  #identify(connection: Connection, d: Json): Close | undefined {
    if (connection.session !== undefined) return Close.AlreadyAuthenticated;
    if (!this.#knows(d['token'])) return Close.AuthenticationFailed;
    const intents = Number(d['intents']);
    if (!Number.isInteger(intents) || (intents & ~everyIntent) !== 0) return Close.InvalidIntents;
    if (!this.#settings.privilegedIntents && (intents & privileged) !== 0) return Close.DisallowedIntents;
    const shard = shardOf(d['shard']);
    if (shard === undefined) return Close.InvalidShard;
    const session = new Session(connection.socket, intents, shard);
    connection.session = session;
    this.#sessions.set(session.id, session);
    this.#introduce(session);
    return undefined;
  }

  #introduce(session: Session): void {
    const { guildId, setting } = this.#world;
    const hasGuild = session.serves(guildId);
    session.dispatch(Event.Ready, {
      v: 10,
      user: { ...userPayload(this.#world.bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: hasGuild ? [{ id: guildId, unavailable: true }] : [],
      session_id: session.id,
      resume_gateway_url: this.#settings.url(),
      shard: session.shard,
      application: { id: setting.applicationId, flags: 0, flags_new: '0' },
      private_channels: [],
      relationships: [],
      user_settings: {},
    });
    if (!hasGuild || (session.intents & Intent.Guilds) === 0) return;
    const withMembers = (session.intents & Intent.GuildPresences) !== 0;
    session.dispatch(Event.GuildCreate, guildCreatePayload(this.#world, withMembers));
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
    return undefined;
  }

  #sendMembers(session: Session, d: Json): void {
    const wanted = d['user_ids'] === undefined ? undefined : [d['user_ids']].flat();
    const query = typeof d['query'] === 'string' ? d['query'] : '';
    const people = [...this.#world.people.values()].filter(({ id, name, displayName }) =>
      wanted ? wanted.includes(id) : name.startsWith(query) || displayName.startsWith(query),
    );
    const chunk = { guild_id: this.#world.guildId, chunk_index: 0, chunk_count: 1, not_found: [] };
    const nonce = d['nonce'] === undefined ? {} : { nonce: d['nonce'] };
    session.dispatch(Event.GuildMembersChunk, { ...chunk, ...nonce, members: people.map(memberPayload) });
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

/** `[id, count]`; a client that says nothing is the only one. */
function shardOf(value: unknown): readonly [number, number] | undefined {
  if (value === undefined || value === null) return [0, 1];
  const [id, count] = Array.isArray(value) ? value.map(Number) : [];
  if (id === undefined || count === undefined) return undefined;
  return Number.isInteger(id) && Number.isInteger(count) && id >= 0 && id < count ? [id, count] : undefined;
}
