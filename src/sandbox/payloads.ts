import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIMessage,
  type APIRole,
  type APIUser,
  ChannelType,
} from 'discord-api-types/v10';
import type { Channel, Person, Post, World } from './world.ts';

/** Widened to number, because the literal 0 is no member of the flag enums. */
const noFlags: number = 0;
/** When everybody joined: of no interest, but clients read it. */
const longAgo = '2024-07-01T00:00:00.000000+00:00';

export function userPayload(person: Person): APIUser {
  const { id, name, displayName, isBot } = person;
  return {
    id,
    username: name,
    discriminator: isBot ? '0001' : '0',
    global_name: isBot ? null : displayName,
    avatar: null,
    ...(isBot ? { bot: true } : {}),
  };
}

export function memberPayload(person: Person): APIGuildMember {
  return { user: userPayload(person), ...memberBesideUser(person), deaf: false, mute: false };
}

/** A member as a message carries it: the user stands beside it. */
export function memberBesideUser(person: Person): Omit<APIGuildMember, 'user' | 'deaf' | 'mute'> {
  return {
    nick: null,
    avatar: null,
    roles: [...person.roles],
    joined_at: longAgo,
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    flags: noFlags,
  };
}

export function rolePayloads(world: World): APIRole[] {
  return world.setting.roles.map(({ id, name, permissions, color = 0, mentionable = false }, position) => ({
    id,
    name,
    color,
    colors: { primary_color: color, secondary_color: null, tertiary_color: null },
    hoist: false,
    position,
    permissions: String(permissions),
    managed: world.bot.roles.includes(id),
    mentionable,
    flags: noFlags,
  }));
}

export function channelPayload(world: World, channel: Channel): APIChannel {
  const { id, name, type, recipient, thread, overwrites, topic, position, posts } = channel;
  const last_message_id = [...posts.keys()].at(-1) ?? null;
  if (recipient !== undefined) {
    return { id, type: ChannelType.DM, name: null, recipients: [userPayload(recipient)], last_message_id };
  }
  const base = { id, name, guild_id: world.guildId, rate_limit_per_user: 0, last_message_id };
  if (thread === undefined) {
    const permission_overwrites = overwrites.map((overwrite) => ({ ...overwrite }));
    const place = { topic, position, parent_id: null, nsfw: false, permission_overwrites };
    return { ...base, ...place, type: type as ChannelType.GuildText };
  }
  return {
    ...base,
    type: type as ChannelType.PublicThread,
    parent_id: thread.parent.id,
    owner_id: thread.owner.id,
    message_count: posts.size,
    member_count: 1,
    total_message_sent: posts.size,
    thread_metadata: {
      archived: false,
      locked: false,
      auto_archive_duration: thread.archiveMinutes,
      archive_timestamp: thread.createdAt,
      create_timestamp: thread.createdAt,
    },
  };
}

/** What libraries and small bots read of a guild. */
export function guildPayload(world: World): Partial<APIGuild> {
  const { id, name, ownerId, preferredLocale } = world.setting.guild;
  return {
    id,
    name,
    icon: null,
    description: null,
    owner_id: ownerId,
    roles: rolePayloads(world),
    emojis: [],
    stickers: [],
    features: [],
    preferred_locale: preferredLocale as APIGuild['preferred_locale'],
    system_channel_id: null,
    premium_tier: 0,
    nsfw_level: 0,
  };
}

/** Discord lists the bot alone among the members where it does not know who is present. */
export function guildCreatePayload(world: World): object {
  const channels = [...world.channels.values()].filter(({ recipient }) => recipient === undefined);
  const payload = (channel: Channel) => channelPayload(world, channel);
  return {
    ...guildPayload(world),
    joined_at: longAgo,
    large: false,
    unavailable: false,
    member_count: world.people.size,
    voice_states: [],
    members: [memberPayload(world.bot)],
    channels: channels.filter(({ thread }) => thread === undefined).map(payload),
    threads: channels.filter(({ thread }) => thread !== undefined).map(payload),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
  };
}

/**
 * A message as the bot gets it. Without the privileged message content intent Discord leaves out the
 * content of what does not concern the bot: not its own, not a direct message, not a mention of it.
 */
export function messageForBot({ bot }: World, { message, channel }: Post, withContent: boolean): APIMessage {
  const concerned =
    message.author.id === bot.id ||
    channel.type === ChannelType.DM ||
    message.mentions.some(({ id }) => id === bot.id);
  if (withContent || concerned) return message;
  return { ...message, content: '', embeds: [], attachments: [], components: [] };
}
