import { ApplicationCommandType } from 'discord-api-types/v10';
import type { SlashCommand } from '../handler.ts';
import { send } from '../reply.ts';
import { help } from '../views/help.ts';

/** /help: what the bot can do. */
export const helpCommand = {
  data: { type: ApplicationCommandType.ChatInput, key: 'help', options: [] },
  guildOnly: false,
  cooldown: false,
  deferral: () => 'private',

  async run(_interaction, { wording, mention, direct }) {
    return send(help(wording, mention), direct ? 'direct' : 'private');
  },
} as const satisfies SlashCommand;
