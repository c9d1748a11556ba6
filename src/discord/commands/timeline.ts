import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { openTimeline } from '../../flows/timeline.ts';
import { UserError } from '../errors.ts';
import type { SlashCommand } from '../handler.ts';
import { packOf, packOption } from '../packOption.ts';
import { placeFor, refuseWhileAsked } from '../present.ts';
import { send } from '../reply.ts';
import { showTimeline } from '../showTimeline.ts';
import { noTimeline } from '../views/timeline.ts';

/** /timeline: what happened when, as a picture and as text. */
export const timelineCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    key: 'timeline',
    options: [
      { type: ApplicationCommandOptionType.String, name: 'language', choices: ['ko', 'en'] },
      packOption,
    ],
  },
  guildOnly: false,
  cooldown: true,
  deferral: () => 'public',
  language: (interaction) => {
    const language = interaction.options.getString('language');
    return language === 'ko' || language === 'en' ? language : null;
  },

  async run(interaction, context) {
    const { flows, wording, mention, direct } = context;
    const timeline = openTimeline(flows, packOf(interaction, context));
    if (timeline === null) throw new UserError('E-OLD');
    if (timeline.events.length === 0) {
      return send(noTimeline(wording, mention), direct ? 'direct' : 'private');
    }
    await refuseWhileAsked(context, timeline.pack);
    // No pair has such an id.
    const shown = { pack: timeline.pack, pair: '@timeline' };
    const place = direct ? 'direct' : placeFor(context, shown, 'public');
    return await showTimeline(context, interaction, { timeline, wording, place });
  },
} as const satisfies SlashCommand;
