import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { languageOf } from '../../flows/language.ts';
import { changeLanguage, isSetting } from '../changeLanguage.ts';
import type { SlashCommand } from '../handler.ts';
import { send } from '../reply.ts';
import { languagePanel } from '../views/language.ts';

/** /language: the language of a member's answers; without the option, what it is and a button for each choice. */
export const languageCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    key: 'language',
    options: [{ type: ApplicationCommandOptionType.String, name: 'language', choices: ['ko', 'en', 'auto'] }],
  },
  guildOnly: false,
  cooldown: false,
  deferral: () => 'private',

  async run(interaction, context) {
    const place = context.direct ? 'direct' : 'private';
    const setting = interaction.options.getString('language');
    if (isSetting(setting)) return send(await changeLanguage(context, setting, interaction.locale), place);
    const now = await languageOf(context.flows, context.asker.user);
    return send(languagePanel(now, context.wording), place);
  },
} as const satisfies SlashCommand;
