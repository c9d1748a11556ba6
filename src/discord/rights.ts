import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  ChannelType,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import type { Problem } from '../flows/summary/courier.ts';
import type { Moderator } from '../flows/summary/draft.ts';
import { within } from './deadline.ts';
import { missingAmong, type PostingPermission, permissionsIn, postingPermissions } from './permissions.ts';
import { hasCode, type Wire } from './respond.ts';

/** Milliseconds; a member waits for it. */
const deadline = 5_000;

/** What somebody wants done in a channel. */
export interface Act {
  readonly guild: string;
  readonly channel: string;
  /** The moderator in whose name it is done. */
  readonly author: string;
  readonly attaches: boolean;
  readonly pins: boolean;
  readonly startsThread: boolean;
  /** A role to ping. */
  readonly ping: string | null;
}

export type Clearance =
  | {
      readonly kind: 'clear';
      /** The role, which may be pinged; null where none was wanted, or it is gone. */
      readonly ping: string | null;
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** How Discord is asked. */
export interface Inquiry {
  readonly wire: Pick<Wire, 'bot'>;
  /** The bot's own id. */
  readonly self: () => string;
  readonly now: () => Date;
}

/**
 * Whether the bot and the moderator may do something in a channel at this moment; names all that is missing. Nothing
 * of this is remembered, since no intent tells the bot when it changes. Rejects where Discord gives no answer.
 */
export async function clearanceFor(inquiry: Inquiry, act: Act, signal: AbortSignal): Promise<Clearance> {
  const place = await placeOf(inquiry, act, signal);
  if ('kind' in place) return { kind: 'refused', problem: place };
  if (place.isThread && act.startsThread) return { kind: 'refused', problem: { kind: 'channel-type' } };
  const role = place.guild.roles.find(({ id }) => id === act.ping) ?? null;
  const problem = await lackOf(inquiry, act, place, (of) => neededFor(act, of, place, role), signal);
  if (problem !== null) return { kind: 'refused', problem };
  return { kind: 'clear', ping: role?.id ?? null };
}

/**
 * What keeps a moderator from having the bot delete its messages in a channel; null: nothing. The bot may delete its
 * own wherever it sees them. Rejects where Discord gives no answer.
 */
export async function removalProblem(
  inquiry: Inquiry,
  act: Pick<Act, 'guild' | 'channel' | 'author'>,
  signal: AbortSignal,
): Promise<Problem | null> {
  const place = await placeOf(inquiry, act, signal);
  if ('kind' in place) return place;
  const needed = { bot: ['ViewChannel'], moderator: ['ViewChannel', 'ManageMessages'] } as const;
  return lackOf(inquiry, act, place, (of) => needed[of], signal);
}

/** What the bot lacks, or else the moderator; null: nothing. */
async function lackOf(
  inquiry: Inquiry,
  { guild, author }: Pick<Act, 'guild' | 'author'>,
  place: Place,
  needed: (of: 'bot' | 'moderator') => readonly PostingPermission[],
  signal: AbortSignal,
): Promise<Problem | null> {
  const actors = [
    ['bot', inquiry.self()],
    ['moderator', author],
  ] as const;
  const found = actors.map(async ([of, id]) => {
    const member = await memberOf(inquiry, guild, id, signal);
    const missing = missingAmong(mayDo(inquiry, place, member), needed(of));
    return { kind: 'permission', missing, of } as const;
  });
  return (await Promise.all(found)).find(({ missing }) => missing.length > 0) ?? null;
}

/** Whether what was written in a channel can be found there: `gone`, since with a channel all that was in it goes. */
export async function readableBy(
  inquiry: Inquiry,
  { guild, channel }: Pick<Act, 'guild' | 'channel'>,
  signal: AbortSignal,
): Promise<'readable' | 'unreadable' | 'gone'> {
  const place = await placeOf(inquiry, { guild, channel }, signal);
  if ('kind' in place) return place.kind === 'channel-gone' ? 'gone' : 'unreadable';
  const bot = await memberOf(inquiry, guild, inquiry.self(), signal);
  const missing = missingAmong(mayDo(inquiry, place, bot), ['ViewChannel', 'ReadMessageHistory']);
  return missing.length === 0 ? 'readable' : 'unreadable';
}

/** Whether somebody may manage messages in the whole server. Rejects where Discord gives no answer in time. */
export type ServerModeration = (moderator: Moderator) => Promise<boolean>;

/** By roles alone: what a channel grants, or denies, holds in that channel. */
export function createServerModeration(inquiry: Inquiry): ServerModeration {
  return ({ guild, user }) =>
    within(deadline, async (signal) => {
      const [server, member] = await Promise.all([
        inquiry.wire.bot.get(Routes.guild(guild), { signal }) as Promise<APIGuild>,
        memberOf(inquiry, guild, user, signal),
      ]);
      const everywhere = { guild: server, overwrites: [], isThread: false };
      return missingAmong(mayDo(inquiry, everywhere, member), ['ManageMessages']).length === 0;
    });
}

interface Place {
  readonly guild: Pick<APIGuild, 'id' | 'owner_id' | 'roles'>;
  readonly overwrites: readonly APIOverwrite[];
  readonly isThread: boolean;
}

type Member = Pick<APIGuildMember, 'roles' | 'communication_disabled_until'> & { readonly id: string };

const channels: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
const threads: readonly ChannelType[] = [ChannelType.PublicThread, ChannelType.AnnouncementThread];

async function placeOf(
  { wire }: Inquiry,
  { guild, channel }: Pick<Act, 'guild' | 'channel'>,
  signal: AbortSignal,
): Promise<Place | Problem> {
  try {
    const [server, found] = await Promise.all([
      wire.bot.get(Routes.guild(guild), { signal }) as Promise<APIGuild>,
      wire.bot.get(Routes.channel(channel), { signal }) as Promise<APIChannel>,
    ]);
    if (!('guild_id' in found) || found.guild_id !== guild) return { kind: 'channel-gone' };
    if (channels.includes(found.type)) {
      return { guild: server, overwrites: overwritesOf(found), isThread: false };
    }
    const above = 'parent_id' in found ? (found.parent_id ?? null) : null;
    if (!threads.includes(found.type) || above === null) return { kind: 'channel-type' };
    const parent = (await wire.bot.get(Routes.channel(above), { signal })) as APIChannel;
    return { guild: server, overwrites: overwritesOf(parent), isThread: true };
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.UnknownChannel, RESTJSONErrorCodes.UnknownGuild)) {
      return { kind: 'channel-gone' };
    }
    // Whoever cannot see a channel is told nothing of it.
    if (hasCode(error, RESTJSONErrorCodes.MissingAccess)) {
      return { kind: 'permission', missing: ['ViewChannel'], of: 'bot' };
    }
    throw error;
  }
}

function overwritesOf(channel: APIChannel): readonly APIOverwrite[] {
  return 'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
}

/** Null for somebody who is not in the server (any more). */
async function memberOf(
  { wire }: Inquiry,
  guild: string,
  id: string,
  signal: AbortSignal,
): Promise<Member | null> {
  try {
    const member = (await wire.bot.get(Routes.guildMember(guild, id), { signal })) as APIGuildMember;
    return { ...member, id };
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser)) return null;
    throw error;
  }
}

function mayDo({ now }: Inquiry, { guild, overwrites }: Place, member: Member | null): bigint {
  return member === null ? 0n : permissionsIn({ guild, overwrites, member, now: now() });
}

function neededFor(
  { guild, attaches, startsThread, pins }: Act,
  of: 'bot' | 'moderator',
  { isThread }: Place,
  role: APIRole | null,
): readonly PostingPermission[] {
  const isOpen = role === null || (role.mentionable && role.id !== guild);
  const needed: Readonly<Record<PostingPermission, boolean>> = {
    ViewChannel: true,
    SendMessages: !isThread,
    SendMessagesInThreads: isThread,
    EmbedLinks: true,
    AttachFiles: attaches,
    CreatePublicThreads: startsThread,
    PinMessages: pins,
    // A schedule outlives a role, as a button does.
    ManageMessages: of === 'moderator',
    MentionEveryone: !isOpen,
  };
  return postingPermissions.filter((name) => needed[name]);
}
