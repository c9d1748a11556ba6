import type { MessageComponentInteraction } from 'discord.js';
import { refuseOffers } from '../../flows/feedback.ts';
import { openPair } from '../../flows/openPair.ts';
import type { Language } from '../../i18n/locales.ts';
import type { PairRef } from '../../search/result.ts';
import { parseValue } from '../customId.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler, Context } from '../handler.ts';
import { cardFrom, mayWrite, permitted } from '../present.ts';
import { type Reply, send } from '../reply.ts';
import { answerCard } from '../views/answer.ts';
import { notice } from '../views/notice.ts';
import { chosenValue, onlyAsker, placeOf } from './source.ts';

const listMinutes = 5;

export const pick: ComponentHandler<'suggest|pick'> = {
  cooldown: false,
  async run(interaction, { pack, pair, language, asker }, context) {
    return openOffer(interaction, { pack, pair }, { language, asker }, context);
  },
};

export const pickFromList: ComponentHandler<'suggest|list'> = {
  cooldown: false,
  async run(interaction, { language, asker }, context) {
    const value = parseValue(chosenValue(interaction) ?? '');
    if (value === null) throw new UserError('E-OLD');
    return openOffer(interaction, { pack: value.pack, pair: value.id }, { language, asker }, context);
  },
};

/** None of the offered questions was meant. */
export const none: ComponentHandler<'suggest|none'> = {
  cooldown: false,
  async run(interaction, { language, asker }, context) {
    stillOpen(interaction, asker, context);
    await refuseOffers(context.flows);
    return { kind: 'replace', message: notice('E-NOMATCH', context.inLanguage(language), context.mention) };
  },
};

/** The list turns into the answer; below a public one, whoever may not write any more gets an answer of their own. */
async function openOffer(
  interaction: MessageComponentInteraction,
  ref: PairRef,
  { language, asker }: { readonly language: Language; readonly asker: string },
  context: Context,
): Promise<Reply> {
  stillOpen(interaction, asker, context);
  const card = cardFrom(await openPair(context.flows, context.asker, ref, 'chosen'));
  const wording = context.inLanguage(language);
  const place = permitted(context, placeOf(interaction));
  const message = answerCard({ card, wording, asker, place, mayShare: mayWrite(context), certain: true });
  return place === placeOf(interaction) ? { kind: 'replace', message } : send(message, place);
}

/** The message's own time stamp tells its age, whichever process sent it. */
function stillOpen(interaction: MessageComponentInteraction, asker: string, context: Context): void {
  onlyAsker(context, asker);
  const age = context.flows.now().getTime() - interaction.message.createdTimestamp;
  if (age > listMinutes * 60_000) throw new UserError('E-AMBIG');
}
