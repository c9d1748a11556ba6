import { ApplicationCommandType } from 'discord-api-types/v10';
import { ask } from '../../flows/ask.ts';
import type { MessageCommand } from '../handler.ts';
import { presentOnce } from '../present.ts';

/** In the menu of a message: its text as a question; the answer is for the member alone, who may share it. */
export const answerMessageCommand = {
  data: { type: ApplicationCommandType.Message, key: 'answerMessage' },
  guildOnly: false,
  cooldown: true,

  async run(interaction, context) {
    const query = interaction.targetMessage.content;
    const result = await ask(context.flows, { ...context.asker, query });
    return presentOnce(result, context, context.direct ? 'direct' : 'private');
  },
} as const satisfies MessageCommand;
