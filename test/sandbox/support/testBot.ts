import { once } from 'node:events';
import {
  type ApplicationCommandData,
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  Partials,
} from 'discord.js';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';

export interface BotHandlers {
  /** Slash commands by name; each is registered. */
  commands?: Readonly<Record<string, (interaction: ChatInputCommandInteraction) => unknown>>;
  /** Commands with more to them than a name. */
  data?: readonly ApplicationCommandData[];
  /** Every other interaction, and the commands of `data`. */
  interaction?: (interaction: Interaction) => unknown;
  /** Messages of people. */
  message?: (message: Message) => unknown;
}

export interface TestBot {
  client: Client<true>;
  /** Everything that went wrong in a handler or in the client, in order. */
  errors: unknown[];
  stop(): Promise<void>;
}

const usualIntents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.GuildMessageReactions,
];

/** The unmodified discord.js client, logged in to a sandbox. */
export async function startBot(
  sandbox: Sandbox,
  handlers: BotHandlers = {},
  options: Partial<ClientOptions> = {},
): Promise<TestBot> {
  const client = new Client({
    intents: usualIntents,
    partials: [Partials.Channel, Partials.Message, Partials.Reaction],
    // The library waits five seconds between two logins of a shard; no test needs that.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    ...options,
    rest: { ...options.rest, api: sandbox.api },
  });
  const errors: unknown[] = [];
  const collect = async (work: () => unknown) => {
    try {
      await work();
    } catch (error) {
      errors.push(error);
    }
  };
  client.on(Events.Error, (error) => errors.push(error));
  client.on(Events.InteractionCreate, (interaction) => collect(() => dispatch(handlers, interaction)));
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) void collect(() => handlers.message?.(message));
  });
  const ready = once(client, Events.ClientReady);
  await client.login(sandbox.token);
  await ready;
  return { client: client as Client<true>, errors, stop: () => client.destroy() };
}

function dispatch({ commands, interaction: others }: BotHandlers, interaction: Interaction): unknown {
  const command = interaction.isChatInputCommand() ? commands?.[interaction.commandName] : undefined;
  return command && interaction.isChatInputCommand() ? command(interaction) : others?.(interaction);
}

export const ephemeral = { flags: MessageFlags.Ephemeral } as const;
