import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { completeTerm, lookUpTerm, openTerm } from '../../flows/terms.ts';
import { parseValue } from '../customId.ts';
import type { SlashCommand } from '../handler.ts';
import { refuseWhileAsked } from '../present.ts';
import { send } from '../reply.ts';
import { termChoices } from '../views/choices.ts';
import { nearestTerms, termCard } from '../views/term.ts';

/** Longer than any term may be. */
const longestWord = 100;

/** /term: what a word means, or the words nearest to it. */
export const termCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    key: 'term',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'word',
        required: true,
        autocomplete: true,
        minimum: 1,
        maximum: longestWord,
      },
    ],
  },
  guildOnly: false,
  cooldown: false,
  deferral: () => 'private',

  async complete(interaction, { flows, wording }) {
    return termChoices(await completeTerm(flows, interaction.options.getFocused()), wording);
  },

  async run(interaction, context) {
    const { flows, wording, asker, direct } = context;
    const place = direct ? 'direct' : 'private';
    const word = interaction.options.getString('word', true);
    const picked = parseValue(word);
    const known = picked && openTerm(flows, { pack: picked.pack, term: picked.id });
    const result = known === null ? await lookUpTerm(flows, word) : ({ kind: 'found', term: known } as const);
    if (result.kind === 'unknown') return send(nearestTerms(result.nearest, wording), place);
    await refuseWhileAsked(context, result.term.pack);
    return send(termCard(result.term, wording, asker.user), place);
  },
} as const satisfies SlashCommand;
