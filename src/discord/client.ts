import { Client, GatewayIntentBits, Options, REST } from 'discord.js';
import type { Wire } from './respond.ts';

/** A token of an interaction lives 15 minutes; what is kept for it is swept soon after. */
const sweepMilliseconds = 5 * 60_000;

/**
 * The connection to Discord. No privileged intent, and not Guilds either: interactions carry all that is needed,
 * and a server's channels and roles would take most of the memory. Nothing that can be left out is cached.
 *
 * @param api where Discord's REST interface is; null: at Discord
 */
export function createClient(api: string | null): Client {
  return new Client({
    // As many as Discord recommends; one until a bot is in 2,500 servers or so.
    shards: 'auto',
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      GuildMessageManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 100, keepOverLimit: (user) => user.id === user.client.user.id },
      VoiceStateManager: 0,
    }),
    ...(api === null ? {} : { rest: { api } }),
  });
}

/**
 * What responds to interactions goes through a client of its own: Discord does not count those requests, while
 * discord.js would hold them to 50 a second.
 */
export function createWire(client: Client, api: string | null): Wire & { readonly close: () => void } {
  const interactions = new REST({
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    handlerSweepInterval: sweepMilliseconds,
    ...(api === null ? {} : { api }),
  });
  return {
    interactions,
    bot: client.rest,
    close: () => {
      interactions.clearHandlerSweeper();
      interactions.clearHashSweeper();
    },
  };
}
