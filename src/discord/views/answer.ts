import type { APIEmbed } from 'discord-api-types/v10';
import type { Card } from '../../conversation/pairs.ts';
import { endonyms } from '../../i18n/locales.ts';
import type { Wording } from '../../i18n/translator.ts';
import type { Slip } from '../../search/result.ts';
import { button, type MessageBody, type Place, type Row, row } from './message.ts';
import { answerOf, questionOf, titleOf } from './packText.ts';
import { cut, greyLines, paragraphs, quoted } from './text.ts';

/** Discord's limit, in code points. */
const embedTitle = 256;
const footerText = 2048;
/** Two mended words, 30 characters of each, stay far below what the answer leaves of the description. */
const slipsTold = 2;
const slipText = 30;

export interface AnswerCard {
  readonly card: Card;
  readonly wording: Wording;
  readonly asker: string;
  readonly place: Place;
  /** Whether the reader may show a private one to the channel. */
  readonly mayShare: boolean;
  /** False adds a line that says so. */
  readonly certain: boolean;
  readonly slips?: readonly Slip[];
}

/** A pair as an answer: question, answer, where it comes from, and the buttons. */
export function answerCard(answer: AnswerCard): MessageBody {
  const leadsOn = answer.card.followUps.length > 0;
  return {
    embeds: [embed(answer)],
    components: [...(leadsOn ? [followUps(answer)] : []), actions(answer)],
  };
}

function embed({ card, wording, place, certain, slips = [] }: AnswerCard): APIEmbed {
  const { position, total, asOf } = card;
  const answer = answerOf(wording, card);
  const notes = [
    ...(answer.translated ? [] : [wording.t('error.E-LANG')]),
    ...(certain ? [] : [wording.t('answer.lowCertainty')]),
    ...slipNotes(wording, slips, place),
  ];
  const title = titleOf(wording, card.pack);
  return {
    title: cut(questionOf(wording, card), embedTitle),
    description: paragraphs(answer.text, greyLines(notes)),
    footer: { text: cut(wording.t('answer.footer', { title, position, total, asOf }), footerText) },
  };
}

/** What was mended before searching. A channel is not told what the member typed. */
export function slipNotes(wording: Wording, slips: readonly Slip[], place: Place): string[] {
  const told = slips.slice(0, slipsTold);
  if (place === 'public') {
    const kinds = new Set(told.map(({ kind }) => kind));
    return [...kinds].map((kind) =>
      wording.t(kind === 'layout' ? 'answer.slipOfLayout' : 'answer.slipOfSpelling'),
    );
  }
  const texts = told.map(({ from, to }) =>
    wording.t('answer.slip', { from: quoted(from, slipText), to: quoted(to, slipText) }),
  );
  return texts.length === 0 ? [] : [texts.join(' ')];
}

function followUps({ card, wording, asker }: AnswerCard): Row {
  const { pack, pair: parent } = card;
  return row(
    ...card.followUps.map((pair) =>
      button(
        { name: 'card|next', pack, pair, language: wording.language, asker },
        { label: wording.packText(pack, ['pairs', parent, 'followUps', pair]).text },
      ),
    ),
  );
}

function actions({ card, wording, asker, place, mayShare, certain }: AnswerCard): Row {
  const { t, language } = wording;
  const shown = { pack: card.pack, pair: card.pair, language, asker };
  const other = language === 'ko' ? 'en' : 'ko';
  return row(
    button({ name: 'card|turn', ...shown, certain }, { label: endonyms[other], emoji: '🌐' }),
    button({ name: 'card|good', ...shown }, { label: t('button.helpful'), emoji: '👍' }),
    button({ name: 'card|bad', ...shown }, { label: t('button.unhelpful'), emoji: '👎' }),
    ...(place === 'private' && mayShare
      ? [button({ name: 'card|share', ...shown, certain }, { label: t('button.share'), emoji: '📢' })]
      : []),
    ...(place === 'public'
      ? [button({ name: 'card|delete', asker }, { label: t('button.delete'), emoji: '🗑️' })]
      : []),
  );
}
