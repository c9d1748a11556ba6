import type { APIEmbed } from 'discord-api-types/v10';
import type { Language } from '../../i18n/locales.ts';
import type { PackPath } from '../../i18n/packTexts.ts';
import type { Wording } from '../../i18n/translator.ts';
import { type TimelinePicture, timelineAltText } from '../../pictures/timeline.ts';
import type { Edition, SummaryCard } from '../../summary/card.ts';
import { parseCustomId } from '../customId.ts';
import { button, type MessageBody, type Row, row } from './message.ts';
import { titleOf } from './packText.ts';
import { cut, escaped, greyLines, lengthOf, paragraphs } from './text.ts';
import { relativeTime } from './time.ts';
import { timelinePicture } from './timeline.ts';

/** Discord's limits: code points of an embed's description and footer, of all embeds of a message; fields of an embed. */
const embedDescription = 4096;
const footerText = 2048;
const embedTotal = 6000;
const mostFields = 25;

/** One message of a summary. */
export interface SummaryMessage {
  readonly body: MessageBody;
  /** To be drawn and sent along; the embeds show them as `attachment://<name>`. */
  readonly files: readonly SummaryFile[];
}

export interface SummaryFile {
  readonly name: string;
  /** Alt text, at most 1,024 code points. */
  readonly description: string;
  readonly picture: TimelinePicture;
}

export interface SummaryOptions {
  readonly edition: Edition;
  readonly inLanguage: (language: Language) => Wording;
  /** The id of the run that posts it, which every message carries in its button; null: no button (a preview, an edit). */
  readonly run: string | null;
  /** The role that is named at the top; null: none. Of an edit always null, since edits ping nobody. */
  readonly ping: string | null;
  /** How many messages the post has that is edited; null: none so far. */
  readonly parts: number | null;
}

/**
 * A summary as it is posted, previewed and edited: the same for all three. Usually one message; both languages are two
 * where one would be too small, or where the post has two already. An edit whose messages are not as many as those of
 * its post cannot be made.
 */
export function summaryMessages(options: SummaryOptions): readonly SummaryMessage[] {
  const { card } = options.edition;
  const wordings = card.languages.map(options.inLanguage);
  const together = wordings.flatMap((wording) => embedsOf(card, wording, everything(card)));
  const fits = options.parts !== 2 && wordings.length > 1 && isFitting(together);
  const groups = fits ? [wordings] : wordings.map((wording) => [wording]);
  return groups.map((group, part) => ({
    body: {
      content: contentOf(options, group, part),
      embeds: fits ? together : group.flatMap((wording) => fittingEmbeds(card, wording)),
      ...(options.run === null ? {} : { components: [readRow(options, options.run, part)] }),
    },
    files: isDrawn(card) ? group.map((wording) => fileOf(card, wording)) : [],
  }));
}

/** Which message of which run has these buttons; null for a message that is no summary of ours. */
export function runOf(rows: readonly Row[]): { readonly post: string; readonly part: number } | null {
  const components = rows.flatMap((one) => one.components);
  const actions = components.map((one) => ('custom_id' in one ? parseCustomId(one.custom_id) : null));
  const own = actions.find((action) => action?.name === 'summary|read');
  return own?.name === 'summary|read' ? { post: own.post, part: own.part } : null;
}

/** The first line stands in the notification; what a moderator wrote comes right below it. */
function contentOf({ edition, inLanguage, ping }: SummaryOptions, group: Wording[], part: number): string {
  const { card, revision, editedAt } = edition;
  const { pack, note } = card.summary;
  const title = (wording: Wording) => wording.t('summary.lead', { title: titleOf(wording, pack) });
  const leads = group.map(title).join('\n');
  const grey = [
    ...(card.untranslated ? [inLanguage('en').t('error.E-LANG')] : []),
    ...(editedAt === null
      ? []
      : group.map(({ t }) => t('summary.revised', { when: relativeTime(editedAt), number: revision }))),
  ];
  const isFirst = part === 0;
  return [
    isFirst && ping !== null ? `<@&${ping}> ${leads}` : leads,
    isFirst && note !== null ? escaped(note) : '',
    greyLines(grey),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** How much of the texts is shown. */
interface Extent {
  readonly sections: number;
  readonly events: number;
}

function everything({ sections, events }: SummaryCard): Extent {
  return { sections: Math.min(sections, mostFields), events: events.length };
}

/** Whatever the author wrote, some of it fits: events give way first, then sections, whole ones each. */
function fittingEmbeds(card: SummaryCard, wording: Wording): APIEmbed[] {
  let extent = everything(card);
  let embeds = embedsOf(card, wording, extent);
  while (!isFitting(embeds) && extent.sections + extent.events > 0) {
    extent =
      extent.events > 0
        ? { ...extent, events: extent.events - 1 }
        : { ...extent, sections: extent.sections - 1 };
    embeds = embedsOf(card, wording, extent);
  }
  return embeds;
}

function isFitting(embeds: readonly APIEmbed[]): boolean {
  const long = ({ description = '' }: APIEmbed) => lengthOf(description) > embedDescription;
  const many = ({ fields = [] }: APIEmbed) => fields.length > mostFields;
  return sizeOf(embeds) <= embedTotal && !embeds.some((embed) => long(embed) || many(embed));
}

function sizeOf(embeds: readonly APIEmbed[]): number {
  return embeds
    .flatMap(({ title, description, fields = [], footer }) => [
      title,
      description,
      footer?.text,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ])
    .reduce((sum, text) => sum + lengthOf(text ?? ''), 0);
}

function embedsOf(card: SummaryCard, wording: Wording, extent: Extent): APIEmbed[] {
  const text = textEmbed(card, wording, extent);
  return card.events.length === 0 ? [text] : [text, eventsEmbed(card, wording, extent)];
}

/** An article without a timeline has no picture of it. */
function isDrawn({ summary, events }: SummaryCard): boolean {
  return summary.image && events.length > 0;
}

function textEmbed({ summary, asOf, sections }: SummaryCard, wording: Wording, extent: Extent): APIEmbed {
  const { t } = wording;
  const text = (path: PackPath) => wording.packText(summary.pack, path).text;
  const left = sections - extent.sections;
  const section = (index: number) => ({
    name: text(['summary', 'full', `${index}`, 'heading']),
    value: text(['summary', 'full', `${index}`, 'body']),
  });
  const body =
    summary.length === 'full'
      ? {
          ...(left === 0 ? {} : { description: t('summary.moreSections', { count: left }) }),
          fields: Array.from({ length: extent.sections }, (_, index) => section(index)),
        }
      : { description: text(['summary', summary.length]) };
  // A full stop before the next part of the line would look like a slip.
  const source = text(['source']).replace(/\.$/, '');
  return {
    title: titleOf(wording, summary.pack),
    ...body,
    footer: { text: cut(t('summary.source', { source, asOf }), footerText) },
  };
}

function eventsEmbed({ summary, events }: SummaryCard, wording: Wording, extent: Extent): APIEmbed {
  const { t, packText } = wording;
  const texts = events.slice(0, extent.events).map(({ id }) => {
    const when = packText(summary.pack, ['timeline', id, 'when']);
    const text = packText(summary.pack, ['timeline', id, 'text']);
    return { line: `**${when.text}** — ${text.text}`, translated: when.translated && text.translated };
  });
  const left = events.length - extent.events;
  const description = paragraphs(
    ...texts.map(({ line }) => line),
    left === 0 ? '' : t('timeline.more', { count: left }),
    texts.every(({ translated }) => translated) ? '' : greyLines([t('error.E-LANG')]),
  );
  return {
    title: t('timeline.title'),
    ...(summary.timeline ? { description } : {}),
    ...(summary.image ? { image: { url: `attachment://${fileName(wording)}` } } : {}),
  };
}

function fileOf({ summary, asOf, events }: SummaryCard, wording: Wording): SummaryFile {
  const picture = timelinePicture({ pack: summary.pack, asOf, events }, wording);
  const description = timelineAltText(picture, (count) => wording.t('timeline.more', { count }));
  return { name: fileName(wording), description, picture };
}

/** Two pictures in one message need two names. */
function fileName({ language }: Wording): string {
  return `timeline-${language}.png`;
}

function readRow({ edition, inLanguage }: SummaryOptions, run: string, part: number): Row {
  const labels = edition.card.languages.map((language) => inLanguage(language).t('summary.read'));
  return row(button({ name: 'summary|read', post: run, part }, { label: labels.join(' · '), emoji: '📖' }));
}
