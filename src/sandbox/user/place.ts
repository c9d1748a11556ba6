import {
  type APIApplicationCommand,
  type APIMessage,
  ChannelType,
  PermissionFlagsBits as Flags,
  InteractionContextType,
} from 'discord-api-types/v10';
import { has } from '../permissions.ts';
import type { Backend } from '../rest/backend.ts';
import type { Channel, Person, Post } from '../world.ts';
import { NotPossible } from './resolve.ts';

/** Where a person acts. */
export interface Where {
  /** Name or id of a channel, `dm` for the direct messages with the bot; the first channel by default. */
  channel?: string;
}

export interface Actor {
  person: Person;
  backend: Backend;
}

export function channelOf({ person, backend: { world } }: Actor, where: Where): Channel {
  const name = where.channel ?? [...world.channels.keys()][0] ?? '';
  const channel = name === 'dm' ? world.directChannel(person) : world.channel(name);
  if (!world.sees(person, channel)) throw new NotPossible(`${person.name} cannot see ${name}.`);
  return channel;
}

/** A message the person can read; undefined if it is gone or not for them. */
export function findPost(
  { person, backend: { world } }: Actor,
  message: APIMessage | string,
): Post | undefined {
  const id = typeof message === 'string' ? message : message.id;
  const [post] = [...world.channels.values()].flatMap(({ posts }) => posts.get(id) ?? []);
  return post !== undefined && world.canSee(person, post) ? post : undefined;
}

export function seenPost(actor: Actor, message: APIMessage | string): Post {
  const post = findPost(actor, message);
  if (post === undefined) throw new NotPossible(`${actor.person.name} cannot see the message.`);
  return post;
}

/** The commands a person may use in a channel: by context, and in a guild by permission ("0" is for administrators). */
export function usableCommands({ person, backend }: Actor, channel: Channel): APIApplicationCommand[] {
  const { world, commands } = backend;
  const direct = channel.type === ChannelType.DM;
  const permissions = world.permissions(person, channel);
  if (!has(permissions, Flags.UseApplicationCommands)) return [];
  const context = direct ? InteractionContextType.BotDM : InteractionContextType.Guild;
  return commands.available(direct ? undefined : world.guildId).filter((command) => {
    const { contexts, default_member_permissions } = command;
    if (contexts && !contexts.includes(context)) return false;
    if (direct || default_member_permissions === null || has(permissions, Flags.Administrator)) return true;
    const needed = BigInt(default_member_permissions);
    return needed !== 0n && has(permissions, needed);
  });
}
