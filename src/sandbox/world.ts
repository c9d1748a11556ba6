import {
  type APIMessage,
  type APIOverwrite,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { directPermissions, has, permissionsOf } from './permissions.ts';
import { snowflakes } from './snowflake.ts';
import type { Setting } from './village.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly isBot: boolean;
  locale: string;
  roles: string[];
  acceptsDirectMessages: boolean;
}

export type SandboxChannelType =
  | ChannelType.GuildText
  | ChannelType.GuildAnnouncement
  | ChannelType.DM
  | ChannelType.AnnouncementThread
  | ChannelType.PublicThread
  | ChannelType.PrivateThread;

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
  /** Emoji key to the ids of those who reacted, first come first. */
  readonly reactions: Map<string, string[]>;
}

export type WorldEvent =
  | { type: 'messageCreate' | 'messageUpdate' | 'messageDelete'; post: Post }
  | {
      type: 'reactionAdd' | 'reactionRemove';
      post: Post;
      person: Person;
      emoji: { id: string | null; name: string };
    }
  | { type: 'typing'; channel: Channel; person: Person }
  | { type: 'threadCreate' | 'pinsUpdate'; channel: Channel }
  | { type: 'interactionCreate'; channel: Channel; payload: object }
  | { type: 'interactionChange' }
  | { type: 'commandsChange' };

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
  readonly #waits = new Set<(error: unknown) => void>();
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
    for (const [position, { id, name, type, topic, overwrites }] of setting.channels.entries()) {
      this.addChannel({
        id,
        name,
        type,
        position,
        topic: topic ?? null,
        overwrites: [...(overwrites ?? [])],
      });
    }
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
    const details = {
      id: this.freshId(),
      name: `@${person.name}`,
      type: ChannelType.DM as const,
      topic: null,
    };
    return this.addChannel({ ...details, position: 0, overwrites: [], recipient: person });
  }

  addChannel(details: Omit<Channel, 'posts' | 'pins'>): Channel {
    const channel: Channel = { ...details, posts: new Map(), pins: new Map() };
    this.channels.set(channel.id, channel);
    const threads = [...this.channels.values()].filter(({ thread }) => thread !== undefined);
    for (const { id } of threads.slice(0, -this.#bounds.threads)) this.channels.delete(id);
    return channel;
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
    const roles = this.setting.roles.map(({ id, permissions }) => ({ id, permissions: String(permissions) }));
    const { overwrites } = channel.thread?.parent ?? channel;
    const { ownerId } = this.setting.guild;
    return permissionsOf({ guildId: this.guildId, ownerId, roles, member: person, overwrites });
  }

  may(person: Person, channel: Channel, ...flags: bigint[]): boolean {
    const permissions = this.permissions(person, channel);
    return flags.every((flag) => has(permissions, flag));
  }

  canSee(person: Person, post: Post): boolean {
    if (post.audience !== undefined && post.audience !== person.id) return false;
    return this.may(person, post.channel, PermissionFlagsBits.ViewChannel);
  }

  /** Replaces the overwrite of a role or person in a channel, as a moderator would. */
  overwrite(channelName: string, target: string, rule: { allow?: bigint; deny?: bigint }): void {
    const { overwrites } = this.channel(channelName);
    const role = this.setting.roles.find(({ id, name }) => id === target || name === target);
    const id = role?.id ?? this.person(target).id;
    const type = role === undefined ? OverwriteType.Member : OverwriteType.Role;
    const kept = overwrites.filter((overwrite) => overwrite.id !== id);
    const added = { id, type, allow: String(rule.allow ?? 0n), deny: String(rule.deny ?? 0n) };
    overwrites.splice(0, overwrites.length, ...kept, added);
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
    if (this.#isClosed) return Promise.reject(closed());
    return new Promise<T>((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        stop();
        this.#waits.delete(fail);
        finish();
      };
      const fail = (error: unknown) => settle(() => reject(error));
      const look = () => {
        try {
          const value = read();
          if (value !== undefined) settle(() => resolve(value));
        } catch (error) {
          fail(error);
        }
      };
      const stop = this.watch(look);
      const timer = setTimeout(() => fail(new Error(complaint)), waitMs);
      this.#waits.add(fail);
      look();
    });
  }

  close(): void {
    this.#isClosed = true;
    for (const fail of [...this.#waits]) fail(closed());
    this.#watchers.clear();
  }
}

function closed(): Error {
  return new Error('The sandbox was closed.');
}
