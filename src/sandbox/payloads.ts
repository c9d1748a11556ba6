import {
  type APIApplication,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIMessage,
  type APIRole,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  type Locale,
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
    public_flags: noFlags,
    ...(isBot ? { bot: true } : {}),
  };
}

export function memberPayload(person: Person): APIGuildMember {
  return {
    user: userPayload(person),
    nick: null,
    avatar: null,
    banner: null,
    roles: [...person.roles],
    joined_at: longAgo,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: noFlags,
  };
}

/** A member as a message carries it: the author stands beside it. */
export function memberBesideUser(person: Person): Omit<APIGuildMember, 'user'> {
  const { user: _user, ...member } = memberPayload(person);
  return member;
}

export function rolePayload(world: World, roleId: string): APIRole | undefined {
  return rolePayloads(world).find(({ id }) => id === roleId);
}

export function rolePayloads(world: World): APIRole[] {
  return world.setting.roles.map(({ id, name, permissions, color = 0 }, position) => ({
    id,
    name,
    color,
    colors: { primary_color: color, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: String(permissions),
    managed: world.bot.roles.includes(id),
    mentionable: false,
    flags: noFlags,
    ...(world.bot.roles.includes(id) ? { tags: { bot_id: world.bot.id } } : {}),
  }));
}

export function channelPayload(world: World, channel: Channel): APIChannel {
  const last_message_id = lastMessageId(channel);
  if (channel.recipient !== undefined) {
    const recipients = [userPayload(channel.recipient)];
    return { id: channel.id, type: ChannelType.DM, name: null, recipients, last_message_id };
  }
  if (channel.thread !== undefined) return threadPayload(world, channel, channel.thread);
  return {
    id: channel.id,
    type:
      channel.type === ChannelType.GuildAnnouncement ? ChannelType.GuildAnnouncement : ChannelType.GuildText,
    guild_id: world.guildId,
    name: channel.name,
    topic: channel.topic,
    position: channel.position,
    permission_overwrites: channel.overwrites.map((overwrite) => ({ ...overwrite })),
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id,
  };
}

function threadPayload(
  world: World,
  channel: Channel,
  thread: NonNullable<Channel['thread']>,
): APIThreadChannel {
  return {
    id: channel.id,
    type: channel.type as APIThreadChannel['type'],
    guild_id: world.guildId,
    name: channel.name,
    parent_id: thread.parent.id,
    owner_id: thread.owner.id,
    message_count: channel.posts.size,
    member_count: 1,
    total_message_sent: channel.posts.size,
    rate_limit_per_user: 0,
    last_message_id: lastMessageId(channel),
    thread_metadata: {
      archived: false,
      locked: false,
      auto_archive_duration: thread.archiveMinutes,
      archive_timestamp: thread.createdAt,
      create_timestamp: thread.createdAt,
    },
  };
}

function lastMessageId(channel: Channel): string | null {
  return [...channel.posts.keys()].at(-1) ?? null;
}

export function guildPayload(world: World): APIGuild {
  const { id, name, ownerId, preferredLocale } = world.setting.guild;
  return {
    id,
    name,
    icon: null,
    splash: null,
    discovery_splash: null,
    description: null,
    banner: null,
    owner_id: ownerId,
    region: null,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: rolePayloads(world),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: noFlags,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: preferredLocale as Locale,
    nsfw_level: 0,
    hub_type: null,
    incidents_data: null,
    max_members: 500_000,
  };
}

/** Without the privileged presence intent Discord lists the bot alone among the members. */
export function guildCreatePayload(world: World, withMembers: boolean): GatewayGuildCreateDispatchData {
  const channels = [...world.channels.values()];
  const payloads = (wanted: (channel: Channel) => boolean) =>
    channels.filter(wanted).map((channel) => channelPayload(world, channel));
  return {
    ...guildPayload(world),
    joined_at: longAgo,
    large: false,
    unavailable: false,
    member_count: world.people.size,
    voice_states: [],
    members: (withMembers ? [...world.people.values()] : [world.bot]).map(memberPayload),
    channels: payloads(({ recipient, thread }) => recipient === undefined && thread === undefined) as never[],
    threads: payloads(({ thread }) => thread !== undefined) as never[],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function applicationPayload(world: World): APIApplication {
  const { applicationId, bot } = world.setting;
  return {
    id: applicationId,
    name: bot.name,
    icon: null,
    description: '',
    summary: '',
    bot: userPayload(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    team: null,
    flags: noFlags,
    flags_new: '0',
  };
}

/**
 * A message as the bot gets it. Without the privileged message content intent Discord leaves out the
 * content of what does not concern the bot: not its own, not a direct message, not a mention of it.
 */
export function messageForBot(world: World, post: Post, withContent: boolean): APIMessage {
  const { message, channel } = post;
  const concerned =
    message.author.id === world.bot.id ||
    channel.type === ChannelType.DM ||
    message.mentions.some(({ id }) => id === world.bot.id);
  if (withContent || concerned) return message;
  const { poll: _poll, ...rest } = message;
  return { ...rest, content: '', embeds: [], attachments: [], components: [] };
}
