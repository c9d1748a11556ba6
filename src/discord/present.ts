import type { AskResult } from '../flows/ask.ts';
import type { Card, Opened } from '../flows/openPair.ts';
import { isPackHeldBack } from '../flows/quiz/held.ts';
import { UserError } from './errors.ts';
import type { Context } from './handler.ts';
import { type Reply, type Send, send } from './reply.ts';
import { answerCard } from './views/answer.ts';
import type { Place } from './views/message.ts';
import { endOfPack, notice } from './views/notice.ts';
import { suggestionList } from './views/suggest.ts';

/** What came of a question, as a message for `place`. Where there is no answer, only the member is told. */
export function presentResult(result: AskResult, context: Context, place: Place): Send {
  const { wording, mention } = context;
  const asker = context.asker.user;
  const mayShare = mayWrite(context);
  const alone: Place = place === 'direct' ? 'direct' : 'private';
  switch (result.kind) {
    case 'answer': {
      const { card, certain, slips } = result;
      return send(answerCard({ card, wording, asker, place, mayShare, certain, slips }), place);
    }
    case 'suggest':
      return send(
        suggestionList({ offers: result.offers, wording, asker, place, slips: result.slips }),
        place,
      );
    case 'end':
      return send(endOfPack(wording, mention), alone);
    case 'held-back':
      return send(notice('E-LIVE', wording, mention), alone);
    case 'none':
      return send(notice('E-NOMATCH', wording, mention), alone);
    case 'empty':
      return send(notice('E-EMPTY', wording, mention), alone);
    case 'too-long':
      return send(notice('E-LONG', wording, mention, { n: result.length }), alone);
  }
}

/** An answer that the channel has just been given is not given to all of it again. */
export function presentOnce(result: AskResult, context: Context, place: Place): Reply {
  const shown = result.kind === 'answer' ? placeFor(context, result.card, place) : permitted(context, place);
  return presentResult(result, context, shown);
}

/** The card of a pair. Throws a UserError where it cannot be shown now, or any more. */
export function cardFrom(opened: Opened): Card {
  if (opened.kind === 'held-back') throw new UserError('E-LIVE');
  if (opened.kind === 'gone') throw new UserError('E-OLD');
  return opened.card;
}

/** Throws a UserError while a quiz in the channel is asking about the pack. */
export async function refuseWhileAsked({ flows, asker }: Context, pack: string): Promise<void> {
  if (await isPackHeldBack(flows, asker.channel, pack)) throw new UserError('E-LIVE');
}

/** Whether the bot may write to all who read here, for this member. */
export function mayWrite({ lacking }: Context): boolean {
  return lacking.length === 0;
}

/** `place`, or 'private' for a member who may not write here. */
export function permitted(context: Context, place: Place): Place {
  return place === 'public' && !mayWrite(context) ? 'private' : place;
}

/** The same, and 'private' as well for a pair that was shown to the channel just now. */
export function placeFor(
  context: Context,
  pair: { readonly pack: string; readonly pair: string },
  place: Place,
): Place {
  const { pairLimit, asker } = context;
  if (permitted(context, place) !== 'public') return permitted(context, place);
  return pairLimit(`${asker.channel}:${pair.pack}:${pair.pair}`).allowed ? 'public' : 'private';
}
