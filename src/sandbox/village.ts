import {
  type APIOverwrite,
  ChannelType,
  PermissionFlagsBits as Flags,
  OverwriteType,
} from 'discord-api-types/v10';

/** The people and places a sandbox opens with; plain data, so that a test may pass its own. */
export interface Setting {
  applicationId: string;
  bot: { id: string; name: string; roles: string[] };
  guild: { id: string; name: string; preferredLocale: string; ownerId: string };
  roles: { id: string; name: string; permissions: bigint; color?: number; mentionable?: boolean }[];
  channels: { id: string; name: string; type: GuildTextType; topic?: string; overwrites?: APIOverwrite[] }[];
  people: SettingPerson[];
}

export type GuildTextType = ChannelType.GuildText | ChannelType.GuildAnnouncement;

export interface SettingPerson {
  readonly id: string;
  /** How `sandbox.as(name)` calls the person; also the user name. */
  readonly name: string;
  readonly displayName: string;
  locale: string;
  roles: string[];
  /** Whether the bot may write to this person first; yes by default. */
  acceptsDirectMessages?: boolean;
}

const guildId = '1261000000000000001';
const role = {
  moderator: '1261000000000000011',
  bot: '1261000000000000012',
  newcomer: '1261000000000000013',
};

const everyday =
  Flags.ViewChannel |
  Flags.SendMessages |
  Flags.SendMessagesInThreads |
  Flags.CreatePublicThreads |
  Flags.EmbedLinks |
  Flags.AttachFiles |
  Flags.AddReactions |
  Flags.ReadMessageHistory |
  Flags.UseExternalEmojis |
  Flags.UseApplicationCommands;

const moderation =
  Flags.ManageMessages |
  Flags.PinMessages |
  Flags.ManageThreads |
  Flags.ManageChannels |
  Flags.ManageGuild |
  Flags.ModerateMembers |
  Flags.MentionEveryone;

const voice =
  Flags.SendMessages | Flags.AddReactions | Flags.EmbedLinks | Flags.AttachFiles | Flags.CreatePublicThreads;

function forRole(id: string, rule: { allow?: bigint; deny?: bigint }): APIOverwrite {
  return { id, type: OverwriteType.Role, allow: String(rule.allow ?? 0n), deny: String(rule.deny ?? 0n) };
}

/** A Korean community of four, with one member who may hardly do anything. */
export const village: Setting = {
  applicationId: '1261000000000000100',
  bot: { id: '1261000000000000101', name: '먹통', roles: [role.bot] },
  guild: { id: guildId, name: '먹통 마을', preferredLocale: 'ko', ownerId: '1261000000000000199' },
  roles: [
    { id: guildId, name: '@everyone', permissions: everyday },
    { id: role.moderator, name: '관리자', permissions: everyday | moderation, color: 0xe67e22 },
    { id: role.bot, name: '먹통', permissions: everyday | Flags.PinMessages, color: 0x5865f2 },
    { id: role.newcomer, name: '새내기', permissions: 0n },
  ],
  channels: [
    {
      id: '1261000000000000021',
      name: '광장',
      type: ChannelType.GuildText,
      topic: '무엇이든 물어보는 곳',
      overwrites: [forRole(role.newcomer, { deny: voice })],
    },
    {
      id: '1261000000000000022',
      name: '놀이터',
      type: ChannelType.GuildText,
      overwrites: [forRole(role.newcomer, { deny: Flags.ViewChannel })],
    },
    {
      id: '1261000000000000023',
      name: '공지',
      type: ChannelType.GuildAnnouncement,
      overwrites: [
        forRole(guildId, { deny: voice }),
        forRole(role.moderator, { allow: voice }),
        forRole(role.bot, { allow: voice }),
      ],
    },
  ],
  people: [
    { id: '1261000000000000031', name: 'mina', displayName: '미나', locale: 'ko', roles: [] },
    { id: '1261000000000000032', name: 'alex', displayName: 'Alex', locale: 'en-US', roles: [] },
    {
      id: '1261000000000000033',
      name: 'mod',
      displayName: '관리자 준',
      locale: 'ko',
      roles: [role.moderator],
    },
    {
      id: '1261000000000000034',
      name: 'newcomer',
      displayName: '새내기',
      locale: 'ko',
      roles: [role.newcomer],
      acceptsDirectMessages: false,
    },
  ],
};
