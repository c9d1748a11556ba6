import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { listTopics } from '../../flows/topics.ts';
import { UserError } from '../errors.ts';
import type { SlashCommand } from '../handler.ts';
import { send } from '../reply.ts';
import { topicsPage } from '../views/topics.ts';

/** /topics: what the article covers, in reading order. */
export const topicsCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    key: 'topics',
    options: [{ type: ApplicationCommandOptionType.String, name: 'pack', choices: 'packs' }],
  },
  guildOnly: false,
  cooldown: false,
  deferral: () => 'private',

  async run(interaction, { flows, wording, direct }) {
    const topics = listTopics(flows, interaction.options.getString('pack') ?? undefined, 0);
    if (topics === null) throw new UserError('E-OLD');
    return send(topicsPage(topics, wording), direct ? 'direct' : 'private');
  },
} as const satisfies SlashCommand;
