import { giveFeedback } from '../../flows/feedback.ts';
import { openPair, reopenPair } from '../../flows/openPair.ts';
import { isHeldBack } from '../../flows/quiz/held.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler } from '../handler.ts';
import { mayManageMessages } from '../moderators.ts';
import { cardFrom, mayWrite, placeFor } from '../present.ts';
import { send } from '../reply.ts';
import { answerCard } from '../views/answer.ts';
import { reasonSelect } from '../views/feedback.ts';
import { isRated, rated, shared } from '../views/rows.ts';
import { onlyAsker, onlyWriters, placeOf, rowsOf } from './source.ts';

/** The other language: in place for whoever asked, as a copy of their own for anybody else. */
export const turn: ComponentHandler<'card|turn'> = {
  cooldown: false,
  async run(interaction, { pack, pair, language, asker, certain }, context) {
    const card = reopenPair(context.flows, { pack, pair });
    if (card === null) throw new UserError('E-OLD');
    if (await isHeldBack(context.flows, context.asker.channel, card)) throw new UserError('E-LIVE');
    const wording = context.inLanguage(language === 'ko' ? 'en' : 'ko');
    const place = placeOf(interaction);
    const mayShare = mayWrite(context);
    if (asker !== context.asker.user) {
      const copy = { card, wording, asker: context.asker.user, place: 'private', mayShare, certain } as const;
      return send(answerCard(copy), 'private');
    }
    const message = answerCard({ card, wording, asker, place, mayShare, certain });
    const rows = message.components ?? [];
    return {
      kind: 'replace',
      message: isRated(rowsOf(interaction)) ? { ...message, components: rated(rows) } : message,
    };
  },
};

/** A follow-up: a new answer beside the one that led to it, in the language its reader was reading. */
export const next: ComponentHandler<'card|next'> = {
  cooldown: true,
  async run(interaction, { pack, pair, language, asker }, context) {
    const card = cardFrom(await openPair(context.flows, context.asker, { pack, pair }, 'answered'));
    const reader = context.asker.user;
    const wording = reader === asker ? context.inLanguage(language) : context.wording;
    const place = placeFor(context, card, placeOf(interaction));
    const mayShare = mayWrite(context);
    return send(answerCard({ card, wording, asker: reader, place, mayShare, certain: true }), place);
  },
};

export const good: ComponentHandler<'card|good'> = {
  cooldown: false,
  async run(interaction, { pack, pair, asker }, context) {
    onlyAsker(context, asker);
    if (!(await giveFeedback(context.flows, { pack, pair }, 'helpful'))) throw new UserError('E-OLD');
    return { kind: 'rows', rows: rated(rowsOf(interaction)) };
  },
};

/** Counted once the member has said why. */
export const bad: ComponentHandler<'card|bad'> = {
  cooldown: false,
  async run(interaction, { pack, pair, asker }, context) {
    onlyAsker(context, asker);
    if (reopenPair(context.flows, { pack, pair }) === null) throw new UserError('E-OLD');
    const why = send(reasonSelect({ pack, pair }, context.wording), context.direct ? 'direct' : 'private');
    return { kind: 'rows', rows: rated(rowsOf(interaction)), afterwards: why };
  },
};

/** A private answer for the whole channel, unless it has just been there. */
export const share: ComponentHandler<'card|share'> = {
  cooldown: true,
  async run(interaction, { pack, pair, language, certain }, context) {
    onlyWriters(context);
    const card = reopenPair(context.flows, { pack, pair });
    if (card === null) throw new UserError('E-OLD');
    if (await isHeldBack(context.flows, context.asker.channel, card)) throw new UserError('E-LIVE');
    const taken = context.pairLimit(`${context.asker.channel}:${pack}:${pair}`);
    if (!taken.allowed) throw new UserError('E-COOL', { s: taken.seconds });
    const wording = context.inLanguage(language);
    const asker = context.asker.user;
    const message = answerCard({ card, wording, asker, place: 'public', mayShare: true, certain });
    return { kind: 'rows', rows: shared(rowsOf(interaction)), afterwards: send(message, 'public') };
  },
};

/** By whoever asked, or by whoever may delete messages here. */
export const remove: ComponentHandler<'card|delete'> = {
  cooldown: false,
  async run(interaction, { asker }, context) {
    if (!mayManageMessages(interaction)) onlyAsker(context, asker);
    return { kind: 'remove' };
  },
};
