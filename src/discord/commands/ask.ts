import type { ChatInputCommandInteraction } from 'discord.js';
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { ask, longestQuery } from '../../flows/ask.ts';
import { complete } from '../../flows/complete.ts';
import { openPair } from '../../flows/openPair.ts';
import { parseValue } from '../customId.ts';
import type { SlashCommand } from '../handler.ts';
import { placeFor, presentOnce } from '../present.ts';
import { send } from '../reply.ts';
import { refuseSpoiler } from '../spoilers.ts';
import { answerCard } from '../views/answer.ts';
import { questionChoices } from '../views/choices.ts';

/** /ask: the answer to a question, picked from the list or freely typed. */
export const askCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    key: 'ask',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        required: true,
        autocomplete: true,
        minimum: 1,
        maximum: longestQuery,
      },
      { type: ApplicationCommandOptionType.String, name: 'language', choices: ['ko', 'en'] },
      { type: ApplicationCommandOptionType.Boolean, name: 'private' },
      { type: ApplicationCommandOptionType.String, name: 'pack', choices: 'packs' },
    ],
  },
  guildOnly: false,
  cooldown: true,
  deferral: (interaction) => (isPrivate(interaction) ? 'private' : 'public'),
  language: (interaction) => {
    const language = interaction.options.getString('language');
    return language === 'ko' || language === 'en' ? language : null;
  },

  async complete(interaction, context) {
    const pack = interaction.options.getString('pack') ?? undefined;
    const typed = interaction.options.getFocused();
    return questionChoices(await complete(context.flows, context.asker, typed, pack), context.wording);
  },

  async run(interaction, context) {
    const { flows, asker, wording } = context;
    const query = interaction.options.getString('question', true);
    const pack = interaction.options.getString('pack');
    const place = context.direct ? 'direct' : isPrivate(interaction) ? 'private' : 'public';
    const picked = parseValue(query);
    const card = picked && (await openPair(flows, asker, { pack: picked.pack, pair: picked.id }, 'answered'));
    if (card !== null) {
      await refuseSpoiler(context, card);
      const shown = placeFor(context, card, place);
      return send(answerCard({ card, wording, asker: asker.user, place: shown, certain: true }), shown);
    }
    const result = await ask(flows, { ...asker, query, ...(pack === null ? {} : { pack }) });
    if (result.kind === 'answer') await refuseSpoiler(context, result.card);
    return presentOnce(result, context, place);
  },
} as const satisfies SlashCommand;

function isPrivate(interaction: ChatInputCommandInteraction): boolean {
  return interaction.options.getBoolean('private') ?? false;
}
