import type { Offer } from '../../conversation/pairs.ts';
import type { Wording } from '../../i18n/translator.ts';
import type { Slip } from '../../search/result.ts';
import { buildValue } from '../customId.ts';
import { slipNotes } from './answer.ts';
import { button, type MessageBody, type Place, type Row, row, select } from './message.ts';
import { questionOf, titleOf } from './packText.ts';
import { greyLines, lengthOf } from './text.ts';

/** What a phone shows of a button's label. */
const labelOnPhone = 38;

export interface SuggestionList {
  readonly offers: readonly Offer[];
  readonly wording: Wording;
  readonly asker: string;
  readonly place: Place;
  readonly slips?: readonly Slip[];
}

/** "Did you mean": a button for each offer, or a select where a button could not show all there is to say. */
export function suggestionList({ offers, wording, asker, place, slips = [] }: SuggestionList): MessageBody {
  const { t, language } = wording;
  const notes = greyLines(slipNotes(wording, slips, place));
  const questions = offers.map((offer) => questionOf(wording, offer));
  const fits =
    offers.every((offer) => offer.after === null) &&
    questions.every((question) => lengthOf(question) <= labelOnPhone) &&
    // Two packs may have the same question.
    new Set(questions).size === questions.length;
  return {
    content: [t('suggest.title'), notes].filter((line) => line !== '').join('\n'),
    components: [
      ...(fits ? offerButtons(offers, wording, asker) : [offerSelect(offers, wording, asker)]),
      row(button({ name: 'suggest|none', language, asker }, { label: t('button.none') })),
    ],
  };
}

/** A row each: side by side they would be cut on a phone. */
function offerButtons(offers: readonly Offer[], wording: Wording, asker: string): Row[] {
  return offers.map((offer) => {
    const { pack, pair } = offer;
    const action = { name: 'suggest|pick', pack, pair, language: wording.language, asker } as const;
    return row(button(action, { label: questionOf(wording, offer) }));
  });
}

function offerSelect(offers: readonly Offer[], wording: Wording, asker: string): Row {
  const several = new Set(offers.map(({ pack }) => pack)).size > 1;
  const options = offers.map((offer) => {
    const notes = [
      ...(offer.after === null ? [] : [previousOf(offer.pack, offer.after, wording)]),
      ...(several ? [titleOf(wording, offer.pack)] : []),
    ];
    return {
      label: questionOf(wording, offer),
      value: buildValue(offer.pack, offer.pair),
      ...(notes.length === 0 ? {} : { description: notes.join(' · ') }),
    };
  });
  const action = { name: 'suggest|list', language: wording.language, asker } as const;
  return row(select(action, wording.t('suggest.placeholder'), options));
}

function previousOf(pack: string, pair: string, wording: Wording): string {
  return wording.t('suggest.previous', { question: questionOf(wording, { pack, pair }) });
}
