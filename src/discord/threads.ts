import { ChannelType, type GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';

/** About 100 bytes each. */
const mostKept = 1_000;

export const threadTypes: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** Which channels are threads. */
export interface Threads {
  /** Learns it from an interaction; each has to come here before it is answered. */
  readonly note: (interaction: Pick<GatewayInteractionCreateDispatchData, 'channel'>) => void;
  readonly has: (channel: string) => boolean;
}

/** Interactions say what their channel is; discord.js forgets that, since without the Guilds intent it knows no channels. */
export function createThreads(): Threads {
  const kept = new Set<string>();
  return {
    note({ channel }) {
      if (channel === undefined || !threadTypes.includes(channel.type)) return;
      kept.delete(channel.id);
      kept.add(channel.id);
      const [oldest] = kept;
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
    has: (channel) => kept.has(channel),
  };
}
