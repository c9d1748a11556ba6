import { ApplicationCommandType } from 'discord-api-types/v10';
import { listTopics } from '../../flows/topics.ts';
import { UserError } from '../errors.ts';
import type { SlashCommand } from '../handler.ts';
import { packOf, packOption } from '../packOption.ts';
import { send } from '../reply.ts';
import { topicsPage } from '../views/topics.ts';

/** /topics: what the article covers, in reading order. */
export const topicsCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    key: 'topics',
    options: [packOption],
  },
  guildOnly: false,
  cooldown: false,
  deferral: () => 'private',

  async run(interaction, context) {
    const { flows, wording, direct } = context;
    const topics = listTopics(flows, packOf(interaction, context), 0);
    if (topics === null) throw new UserError('E-OLD');
    return send(topicsPage(topics, wording), direct ? 'direct' : 'private');
  },
} as const satisfies SlashCommand;
