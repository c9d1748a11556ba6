import type { ChatInputCommandInteraction } from 'discord.js';
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { ask, longestQuery } from '../../flows/ask.ts';
import { complete } from '../../flows/complete.ts';
import { openPair } from '../../flows/openPair.ts';
import { parseValue } from '../customId.ts';
import { UserError } from '../errors.ts';
import type { SlashCommand } from '../handler.ts';
import { packOf, packOption, packSoFar } from '../packOption.ts';
import { cardFrom, mayWrite, placeFor, presentOnce } from '../present.ts';
import { send } from '../reply.ts';
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
      packOption,
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
    const typed = interaction.options.getFocused();
    const pack = packSoFar(interaction, context);
    return questionChoices(await complete(context.flows, context.asker, typed, pack), context.wording);
  },

  async run(interaction, context) {
    const { flows, asker, wording } = context;
    const query = interaction.options.getString('question', true);
    const pack = packOf(interaction, context);
    const place = context.direct ? 'direct' : isPrivate(interaction) ? 'private' : 'public';
    const picked = parseValue(query);
    const ref = picked && { pack: picked.pack, pair: picked.id };
    const opened = ref && (await openPair(flows, asker, ref, 'answered'));
    if (opened !== null && opened.kind !== 'gone') {
      const card = cardFrom(opened);
      const shown = placeFor(context, card, place);
      const mayShare = mayWrite(context);
      const answer = { card, wording, asker: asker.user, place: shown, mayShare, certain: true };
      return send(answerCard(answer), shown);
    }
    // Chosen from the list just before the packs changed. With an unknown pack it is a question like any other.
    if (picked !== null && flows.packs.has(picked.pack)) throw new UserError('E-OLD');
    const result = await ask(flows, { ...asker, query, ...(pack === undefined ? {} : { pack }) });
    return presentOnce(result, context, place);
  },
} as const satisfies SlashCommand;

function isPrivate(interaction: ChatInputCommandInteraction): boolean {
  return interaction.options.getBoolean('private') ?? false;
}
