import {
  type APIMessage,
  type APIOverwrite,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { directPermissions, has, permissionsOf } from './permissions.ts';
import { snowflakes } from './snowflake.ts';
import type { Setting, SettingPerson } from './village.ts';

/** Someone of the setting, as they are now; or the bot. */
export interface Person extends Required<SettingPerson> {
  readonly isBot: boolean;
}

type SandboxChannelType =
  | ChannelType.GuildText
  | ChannelType.GuildAnnouncement
  | ChannelType.DM
  | ChannelType.AnnouncementThread
  | ChannelType.PublicThread;

export interface Channel {
  readonly id: string;
  readonly type: SandboxChannelType;
  readonly name: string;
  readonly topic: string | null;
  readonly position: number;
  readonly overwrites: APIOverwrite[];
  /** The other side of a direct message. */
  readonly recipient?: Person;
  /** Where a thread hangs, who opened it and how long it stays open (minutes). */
  readonly thread?: { parent: Channel; owner: Person; archiveMinutes: number; createdAt: string };
  /** Oldest first. */
  readonly posts: Map<string, Post>;
  readonly pins: Map<string, string>;
}

/** A message and what the sandbox knows about it beyond what Discord tells. */
export interface Post {
  readonly channel: Channel;
  message: APIMessage;
  /** An ephemeral message exists for this person alone (an id). */
  readonly audience?: string;
  /** How often the message was edited. */
  revision: number;
  /** Emoji to the ids of those who reacted, first come first. */
  readonly reactions: Map<string, string[]>;
}

/** Whether a message is still there. */
export function isPosted({ channel, message }: Post): boolean {
  return channel.posts.has(message.id);
}

export type WorldEvent =
  | { type: 'messageCreate' | 'messageUpdate' | 'messageDelete'; post: Post }
  | { type: 'reactionAdd' | 'reactionRemove'; post: Post; person: Person; emoji: string }
  | { type: 'typing'; channel: Channel; person: Person }
  | { type: 'channelUpdate' | 'channelDelete' | 'threadCreate'; channel: Channel }
  | { type: 'pinsUpdate'; channel: Channel }
  | { type: 'interactionCreate'; channel: Channel; payload: object }
  | { type: 'interactionChange' }
  | { type: 'commandsChange' }
  /** The bot came online or went away. */
  | { type: 'botPresence' }
  /** Everything is as it was at the beginning. */
  | { type: 'reset' }
  /** The end: whoever waits for something waits in vain. */
  | { type: 'close' };

export interface WorldBounds {
  /** Messages kept in each channel. */
  messages: number;
  /** Threads kept. */
  threads: number;
}

/** Everyone and everything in the sandbox, in memory and bounded. Whoever wants to follow it, watches it. */
export class World {
  readonly setting: Setting;
  readonly now: () => number;
  readonly freshId: () => string;
  readonly bot: Person;
  readonly people: ReadonlyMap<string, Person>;
  readonly channels = new Map<string, Channel>();
  readonly #bounds: WorldBounds;
  readonly #watchers = new Set<(event: WorldEvent) => void>();
  #isClosed = false;

  constructor(setting: Setting, now: () => number, bounds: WorldBounds) {
    this.setting = setting;
    this.now = now;
    this.freshId = snowflakes(now);
    this.#bounds = bounds;
    const { bot, people } = setting;
    this.bot = { ...bot, displayName: bot.name, isBot: true, locale: 'en-US', acceptsDirectMessages: false };
    const members = people.map((person) => ({ acceptsDirectMessages: true, ...person, isBot: false }));
    this.people = new Map([this.bot, ...members].map((person) => [person.id, person]));
    this.#settle();
  }

  /** Back to the beginning: the channels of the setting, empty, and everybody's own language. */
  reset(): void {
    this.channels.clear();
    for (const { id, locale, roles } of this.setting.people)
      Object.assign(this.person(id), { locale, roles });
    this.#settle();
    this.emit({ type: 'reset' });
  }

  #settle(): void {
    for (const [position, { overwrites = [], ...place }] of this.setting.channels.entries())
      this.addChannel({ ...place, position, overwrites: [...overwrites] });
  }

  get guildId(): string {
    return this.setting.guild.id;
  }

  /** A person by id or name; the bot among them. */
  findPerson(nameOrId: string): Person | undefined {
    return this.people.get(nameOrId) ?? [...this.people.values()].find(({ name }) => name === nameOrId);
  }

  /** A person by id or name. Throws for a stranger. */
  person(nameOrId: string): Person {
    const person = this.findPerson(nameOrId);
    if (person !== undefined) return person;
    const known = [...this.people.values()].map(({ name }) => name).join(', ');
    throw new Error(`Nobody here is called ${nameOrId}; there are ${known}.`);
  }

  /** A channel or thread by id or name. Throws if there is none. */
  channel(nameOrId: string): Channel {
    const channel =
      this.channels.get(nameOrId) ?? [...this.channels.values()].find(({ name }) => name === nameOrId);
    if (channel !== undefined) return channel;
    throw new Error(`There is no channel ${nameOrId}.`);
  }

  /** The direct messages between the bot and a person; opened on first use. */
  directChannel(person: Person): Channel {
    const open = [...this.channels.values()].find(({ recipient }) => recipient === person);
    if (open !== undefined) return open;
    const id = this.freshId();
    return this.addChannel({ id, name: `@${person.name}`, type: ChannelType.DM, recipient: person });
  }

  addChannel(details: Pick<Channel, 'id' | 'name' | 'type'> & Partial<Channel>): Channel {
    const empty = { topic: null, position: 0, overwrites: [], posts: new Map(), pins: new Map() };
    const channel: Channel = { ...empty, ...details };
    this.channels.set(channel.id, channel);
    const threads = [...this.channels.values()].filter(({ thread }) => thread !== undefined);
    for (const { id } of threads.slice(0, -this.#bounds.threads)) this.channels.delete(id);
    return channel;
  }

  /** A moderator deletes a channel with its threads, or a thread. */
  deleteChannel(nameOrId: string): void {
    const channel = this.channel(nameOrId);
    const threads = [...this.channels.values()].filter(({ thread }) => thread?.parent === channel);
    for (const { id, posts } of [...threads, channel]) {
      this.channels.delete(id);
      posts.clear();
    }
    this.emit({ type: 'channelDelete', channel });
  }

  addPost(details: Omit<Post, 'revision' | 'reactions'>): Post {
    const post: Post = { ...details, revision: 0, reactions: new Map() };
    const { posts } = post.channel;
    posts.set(post.message.id, post);
    for (const id of posts.keys()) {
      if (posts.size <= this.#bounds.messages) break;
      posts.delete(id);
    }
    this.emit({ type: 'messageCreate', post });
    return post;
  }

  changePost(post: Post, changes: Partial<APIMessage>): void {
    post.message = { ...post.message, ...changes };
    post.revision += 1;
    this.emit({ type: 'messageUpdate', post });
  }

  deletePost(post: Post): void {
    post.channel.pins.delete(post.message.id);
    if (post.channel.posts.delete(post.message.id)) this.emit({ type: 'messageDelete', post });
  }

  /** What a person may do in a channel: in a direct message, what both sides may. */
  permissions(person: Person, channel: Channel): bigint {
    if (channel.type === ChannelType.DM) {
      return person.isBot || channel.recipient === person ? directPermissions : 0n;
    }
    const { guild, roles } = this.setting;
    const { overwrites } = channel.thread?.parent ?? channel;
    return permissionsOf({ guildId: guild.id, ownerId: guild.ownerId, roles, member: person, overwrites });
  }

  may(person: Person, channel: Channel, ...flags: bigint[]): boolean {
    const permissions = this.permissions(person, channel);
    return flags.every((flag) => has(permissions, flag));
  }

  sees(person: Person, channel: Channel): boolean {
    return this.may(person, channel, PermissionFlagsBits.ViewChannel);
  }

  canSee(person: Person, post: Post): boolean {
    if (post.audience !== undefined && post.audience !== person.id) return false;
    return this.sees(person, post.channel);
  }

  /** Replaces the overwrite of a role or person in a channel, as a moderator would. */
  overwrite(channelName: string, target: string, rule: { allow?: bigint; deny?: bigint }): void {
    const channel = this.channel(channelName);
    const { overwrites } = channel;
    const role = this.setting.roles.find(({ id, name }) => id === target || name === target);
    const id = role?.id ?? this.person(target).id;
    const type = role === undefined ? OverwriteType.Member : OverwriteType.Role;
    const kept = overwrites.filter((overwrite) => overwrite.id !== id);
    const added = { id, type, allow: String(rule.allow ?? 0n), deny: String(rule.deny ?? 0n) };
    overwrites.splice(0, overwrites.length, ...kept, added);
    this.emit({ type: 'channelUpdate', channel });
  }

  /** Calls back for everything that happens, until the returned function is called. */
  watch(watcher: (event: WorldEvent) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  emit(event: WorldEvent): void {
    for (const watcher of this.#watchers) watcher(event);
  }

  /**
   * The first value that `read` gives, now or after something happened. Rejects with `complaint`
   * after `waitMs` of real time, or when the sandbox closes.
   */
  until<T>(read: () => T | undefined, waitMs: number, complaint: string): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const look = () => {
      if (this.#isClosed) return reject(new Error('The sandbox was closed.'));
      try {
        const value = read();
        if (value !== undefined) resolve(value);
      } catch (error) {
        reject(error);
      }
    };
    const stop = this.watch(look);
    const timer = setTimeout(() => reject(new Error(complaint)), waitMs);
    look();
    return promise.finally(() => {
      clearTimeout(timer);
      stop();
    });
  }

  close(): void {
    this.#isClosed = true;
    this.emit({ type: 'close' });
    this.#watchers.clear();
  }
}
