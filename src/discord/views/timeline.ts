import type { APIEmbed } from 'discord-api-types/v10';
import { endonyms } from '../../i18n/locales.ts';
import type { Wording } from '../../i18n/translator.ts';
import { type TimelinePicture, timelineAltText } from '../../pictures/timeline.ts';
import type { CommandMention } from '../commandMention.ts';
import { button, type MessageBody, type MessageFile, type Place, type Row, row, select } from './message.ts';
import { questionOf, titleOf } from './packText.ts';
import { cut, greyLines, lengthOf, paragraphs } from './text.ts';

/** Discord's limits, in code points and in options. */
const embedDescription = 4096;
const footerText = 2048;
const mostOptions = 25;
const fileName = 'timeline.png';

/** What happened when, by the ids of the events; see `flows/timeline.ts`. */
export interface Timeline {
  readonly pack: string;
  readonly asOf: string;
  readonly events: readonly {
    readonly id: string;
    readonly dated: boolean;
    readonly pair: string;
    readonly position: number;
  }[];
}

export interface TimelineCard {
  readonly timeline: Timeline;
  readonly wording: Wording;
  readonly asker: string;
  readonly place: Place;
  /** PNG of {@link timelinePicture}; null shows the text alone. */
  readonly png: Uint8Array | null;
}

/** The events as text with the pairs that speak of them, and as a picture. */
export function timelineCard(card: TimelineCard): MessageBody {
  const { timeline, wording, asker, place, png } = card;
  const { t, language } = wording;
  const other = language === 'ko' ? 'en' : 'ko';
  return {
    embeds: [embed(card)],
    components: [
      pairSelect(timeline, wording),
      row(
        button(
          { name: 'timeline|turn', pack: timeline.pack, language, asker },
          { label: endonyms[other], emoji: '🌐' },
        ),
        ...(place === 'public'
          ? [button({ name: 'card|delete', asker }, { label: t('button.delete'), emoji: '🗑️' })]
          : []),
      ),
    ],
    ...(png === null ? {} : { files: [file(timeline, wording, png)] }),
  };
}

/** What a pack without a timeline has to say. */
export function noTimeline({ t }: Wording, mention: CommandMention): MessageBody {
  return { content: t('timeline.none', { topics: mention('topics') }) };
}

/** What of a timeline is drawn. */
export interface DrawnTimeline extends Pick<Timeline, 'pack' | 'asOf'> {
  readonly events: readonly Pick<Timeline['events'][number], 'id' | 'dated'>[];
}

/** The timeline in the words of the reader, as it is to be drawn. */
export function timelinePicture({ pack, asOf, events }: DrawnTimeline, wording: Wording): TimelinePicture {
  const text = (event: string, part: 'when' | 'text') =>
    wording.packText(pack, ['timeline', event, part]).text;
  return {
    heading: wording.t('timeline.title'),
    title: titleOf(wording, pack),
    source: wording.t('timeline.source', { source: wording.packText(pack, ['author']).text, asOf }),
    events: events.map(({ id, dated }) => ({ when: text(id, 'when'), text: text(id, 'text'), dated })),
  };
}

function embed({ timeline, wording, png }: TimelineCard): APIEmbed {
  const { t } = wording;
  const source = t('timeline.source', { source: titleOf(wording, timeline.pack), asOf: timeline.asOf });
  return {
    title: t('timeline.title'),
    description: description(timeline, wording),
    ...(png === null ? {} : { image: { url: `attachment://${fileName}` } }),
    footer: { text: cut(source, footerText) },
  };
}

/** One paragraph an event, as many as there is room for. */
function description({ pack, events }: Timeline, { t, packText }: Wording): string {
  const texts = events.map(({ id, position }) => {
    const when = packText(pack, ['timeline', id, 'when']);
    const text = packText(pack, ['timeline', id, 'text']);
    const pair = t('timeline.pair', { position });
    return {
      line: `**${when.text}** — ${text.text} (${pair})`,
      translated: when.translated && text.translated,
    };
  });
  const note = texts.every(({ translated }) => translated) ? '' : greyLines([t('error.E-LANG')]);
  const written = (count: number) =>
    paragraphs(
      ...texts.slice(0, count).map(({ line }) => line),
      count < texts.length ? t('timeline.more', { count: texts.length - count }) : '',
      note,
    );
  let count = texts.length;
  while (lengthOf(written(count)) > embedDescription) count -= 1;
  return written(count);
}

/** The pairs that speak of the events, each once, in reading order. */
function pairSelect({ pack, events }: Timeline, wording: Wording): Row {
  const positions = new Map(events.map(({ pair, position }) => [pair, position]));
  const options = [...positions]
    .sort(([, one], [, other]) => one - other)
    .slice(0, mostOptions)
    .map(([pair, position]) => ({
      label: `${position}. ${questionOf(wording, { pack, pair })}`,
      value: pair,
    }));
  return row(select({ name: 'topics|open', pack }, wording.t('topics.placeholder'), options));
}

function file(timeline: Timeline, wording: Wording, png: Uint8Array): MessageFile {
  const more = (count: number) => wording.t('timeline.more', { count });
  return {
    name: fileName,
    bytes: png,
    description: timelineAltText(timelinePicture(timeline, wording), more),
  };
}
