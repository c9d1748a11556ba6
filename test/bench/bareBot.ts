import { once } from 'node:events';
import { ApplicationCommandOptionType, Client, Events, GatewayIntentBits } from 'discord.js';

/** The least that a bot can be: discord.js as its guide sets it up, and `/ask` answered with a word. */
export async function startBareBot(api: string, token: string): Promise<Client> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('pong');
  });
  const ready = once(client, Events.ClientReady);
  await client.login(token);
  await ready;
  const option = { name: 'question', description: 'What to answer', required: true } as const;
  const options = [{ type: ApplicationCommandOptionType.String, ...option } as const];
  await client.application?.commands.set([{ name: 'ask', description: 'Answers', options }]);
  return client;
}
