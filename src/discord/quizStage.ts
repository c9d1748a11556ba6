import {
  type APIChannel,
  type APIThreadChannel,
  ChannelType,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import type { Problem } from '../flows/summary/courier.ts';
import { within } from './deadline.ts';
import { missingAmong, type PostingPermission } from './permissions.ts';
import { hasCode, type Wire } from './respond.ts';

/** Where a member waits for it. */
const deadline = 5_000;
/** Minutes without a message after which Discord puts a thread away. */
const archiveMinutes = 60;
/** Discord's limit of a thread's name, in code points. */
export const threadName = 100;

export interface StageRequest {
  readonly channel: string;
  /** What Discord says the bot may do there, in the interaction itself. */
  readonly permissions: bigint;
  /** And what the member may do, for whom it would write. */
  readonly member: bigint;
  /** The name of the thread in which it is to be played; null: in the channel itself. */
  readonly thread: string | null;
}

export type Staged =
  | {
      readonly kind: 'ready';
      readonly channel: string;
      /** The channel itself, or the one of which it is a thread. */
      readonly home: string;
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Finds, or makes, the place where a game is played. */
export type Stage = (request: StageRequest) => Promise<Staged>;

const channels: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
const threads: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];
/** A voice or stage channel has a text channel of its own. */
const chats: readonly ChannelType[] = [ChannelType.GuildVoice, ChannelType.GuildStageVoice];

export function createStage({ bot }: Pick<Wire, 'bot'>): Stage {
  return (request) => within(deadline, (signal) => prepare({ bot }, request, signal));
}

async function prepare(
  { bot }: Pick<Wire, 'bot'>,
  { channel, permissions, member, thread }: StageRequest,
  signal: AbortSignal,
): Promise<Staged> {
  try {
    const place = (await bot.get(Routes.channel(channel), { signal })) as APIChannel;
    const { type } = place;
    const isThread = threads.includes(type);
    if (!isThread && !channels.includes(type) && !chats.includes(type))
      return refused({ kind: 'channel-type' });
    const opensThread = thread !== null && channels.includes(type);
    const missing = missingAmong(permissions, neededFor({ isThread, opensThread }));
    if (missing.length > 0) return refused({ kind: 'permission', missing, of: 'bot' });
    const lacking = missingAmong(member, neededOf({ isThread, opensThread }));
    if (lacking.length > 0) return refused({ kind: 'permission', missing: lacking, of: 'moderator' });
    const home = isThread && 'parent_id' in place ? (place.parent_id ?? channel) : channel;
    if (!opensThread) return { kind: 'ready', channel, home };
    const body = {
      name: thread,
      auto_archive_duration: archiveMinutes,
      type: type === ChannelType.GuildText ? ChannelType.PublicThread : ChannelType.AnnouncementThread,
    };
    const { id } = (await bot.post(Routes.threads(channel), { body, signal })) as APIThreadChannel;
    return { kind: 'ready', channel: id, home };
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.UnknownChannel)) return refused({ kind: 'channel-gone' });
    // Whoever cannot see a channel is told nothing of it.
    if (hasCode(error, RESTJSONErrorCodes.MissingAccess))
      return refused({ kind: 'permission', missing: ['ViewChannel'], of: 'bot' });
    throw error;
  }
}

interface StagePlace {
  readonly isThread: boolean;
  readonly opensThread: boolean;
}

function neededFor(place: StagePlace): readonly PostingPermission[] {
  return ['ViewChannel', 'EmbedLinks', ...neededOf(place)];
}

/** Who may not write somewhere, or open threads, does not get to do so by way of the bot. */
function neededOf({ isThread, opensThread }: StagePlace): readonly PostingPermission[] {
  return [
    isThread || opensThread ? 'SendMessagesInThreads' : 'SendMessages',
    ...(opensThread ? (['CreatePublicThreads'] as const) : []),
  ];
}

function refused(problem: Problem): Staged {
  return { kind: 'refused', problem };
}
