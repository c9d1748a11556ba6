import { ApplicationCommandType } from 'discord-api-types/v10';
import { describePacks } from '../../flows/packs.ts';
import type { SlashCommand } from '../handler.ts';
import { packOf, packOption } from '../packOption.ts';
import { send } from '../reply.ts';
import { aboutPacks } from '../views/about.ts';

/** /about: which article the answers come from. */
export const aboutCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    key: 'about',
    options: [packOption],
  },
  guildOnly: false,
  cooldown: false,
  deferral: () => 'private',

  async run(interaction, context) {
    const { flows, wording, direct } = context;
    const packs = describePacks(flows, packOf(interaction, context));
    return send(aboutPacks(packs, wording), direct ? 'direct' : 'private');
  },
} as const satisfies SlashCommand;
