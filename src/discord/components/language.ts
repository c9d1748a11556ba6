import { changeLanguage } from '../changeLanguage.ts';
import type { ComponentHandler } from '../handler.ts';

export const chooseSetting: ComponentHandler<'language|set'> = {
  cooldown: false,
  async run(interaction, { setting }, context) {
    return { kind: 'replace', message: await changeLanguage(context, setting, interaction.locale) };
  },
};
