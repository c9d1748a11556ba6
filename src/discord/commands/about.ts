import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { describePacks } from '../../flows/packs.ts';
import { UserError } from '../errors.ts';
import type { SlashCommand } from '../handler.ts';
import { send } from '../reply.ts';
import { aboutPacks } from '../views/about.ts';

/** /about: which article the answers come from. */
export const aboutCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    key: 'about',
    options: [{ type: ApplicationCommandOptionType.String, name: 'pack', choices: 'packs' }],
  },
  guildOnly: false,
  cooldown: false,
  deferral: () => 'private',

  async run(interaction, { flows, wording, direct }) {
    const packs = describePacks(flows, interaction.options.getString('pack') ?? undefined);
    if (packs.length === 0) throw new UserError('E-OLD');
    return send(aboutPacks(packs, wording), direct ? 'direct' : 'private');
  },
} as const satisfies SlashCommand;
