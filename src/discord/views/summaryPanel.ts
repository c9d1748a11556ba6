import { type APISelectMenuOption, ButtonStyle, TextInputStyle } from 'discord-api-types/v10';
import type { Preview, SeenDraft } from '../../flows/summary/draft.ts';
import type { Wording } from '../../i18n/translator.ts';
import type { Target } from '../../summary/post.ts';
import { lengths, longestNote, type Summary, summaryLanguages } from '../../summary/summary.ts';
import type { ActionOf } from '../customId.ts';
import {
  button,
  channelSelect,
  form,
  type MessageBody,
  type ModalBody,
  mostOptions,
  type Row,
  roleSelect,
  row,
  select,
} from './message.ts';
import { titleOf } from './packText.ts';
import { greyLines, quoted } from './text.ts';
import { relativeTime } from './time.ts';

export type Tab = 'content' | 'place';
type Toggle = ActionOf<'summary|toggle'>['toggle'];

/** Longer than any time that can be read. */
const longestTime = 60;

export interface Panel {
  readonly preview: Preview;
  /** What the post says, or where it goes. An update stays where it is, so it has no second side. */
  readonly tab: Tab;
  /** Ids of the packs that have a summary. */
  readonly packs: readonly string[];
  /** Whether the chosen pack has a timeline. */
  readonly hasTimeline: boolean;
  readonly wording: Wording;
}

/** The workbench of a draft: everything that can be chosen, and what can be done with it. */
export function summaryPanel(panel: Panel): MessageBody {
  const rows = panel.tab === 'place' && panel.preview.update === null ? placeRows(panel) : contentRows(panel);
  return { content: contentOf(panel), components: [...rows, actionRow(panel)] };
}

/** A moderator's own words, in a form that holds those of before. */
export function noteForm(draft: string, note: string | null, { t }: Wording): ModalBody {
  return form(
    { name: 'summary|noted', draft },
    {
      title: t('summary.note.title'),
      label: t('summary.note.label', { most: longestNote }),
      placeholder: t('summary.note.placeholder'),
      value: note,
      style: TextInputStyle.Paragraph,
      required: false,
      longest: longestNote,
    },
  );
}

/** When to post, by the clocks of a zone. */
export function timeForm({ draft, version }: SeenDraft, zone: string, { t }: Wording): ModalBody {
  return form(
    { name: 'summary|planned', draft, version },
    {
      title: t('summary.time.title'),
      label: t('summary.time.label', { zone }),
      placeholder: t('summary.time.placeholder'),
      value: null,
      style: TextInputStyle.Short,
      required: true,
      longest: longestTime,
    },
  );
}

/** What is chosen, in words: "짧게 · 한국어 · 타임라인 글". */
export function choicesOf({ length, language, timeline, image }: Summary, { t }: Wording): string {
  return [
    t(`summary.length.${length}`),
    t(`summary.language.${language}`),
    ...(timeline ? [t('summary.toggle.timeline')] : []),
    ...(image ? [t('summary.toggle.image')] : []),
  ].join(' · ');
}

/** Where it goes, and what happens there: "<#…> · <@&…> · 고정". */
export function targetOf({ channel, ping, pin, thread }: Target, { t }: Wording): string {
  return [
    `<#${channel}>`,
    ...(ping === null ? [] : [`<@&${ping}>`]),
    ...(pin ? [t('summary.toggle.pin')] : []),
    ...(thread ? [t('summary.toggle.thread')] : []),
  ].join(' · ');
}

function contentOf({ preview, wording }: Panel): string {
  const { t } = wording;
  const { edition, target, update, expiresAt } = preview;
  const { summary } = edition.card;
  return [
    update === null
      ? t('summary.panel.new')
      : t('summary.panel.update', { number: update.post.revision.number + 1 }),
    t('summary.panel.what', {
      title: quoted(titleOf(wording, summary.pack)),
      choices: choicesOf(summary, wording),
    }),
    update === null
      ? t('summary.panel.where', { target: targetOf(target, wording) })
      : t('summary.panel.there', { target: targetOf(plain(target), wording) }),
    ...(summary.note === null ? [] : [t('summary.panel.note', { note: quoted(summary.note) })]),
    greyLines([t('summary.panel.expires', { when: relativeTime(expiresAt) })]),
  ].join('\n');
}

/** Of an update, only the channel still matters. */
function plain({ channel }: Target): Target {
  return { channel, pin: false, thread: false, ping: null };
}

function contentRows({ preview, packs, hasTimeline, wording }: Panel): Row[] {
  const { t } = wording;
  const { draft, update, edition } = preview;
  const { summary } = edition.card;
  const toggle = toggleFor(draft, wording);
  return [
    row(
      select(
        { name: 'summary|choose', draft, choice: 'length' },
        t('summary.choose.length'),
        lengths.map((one) => option(one, t(`summary.length.${one}`), one === summary.length)),
      ),
    ),
    row(
      select(
        { name: 'summary|choose', draft, choice: 'language' },
        t('summary.choose.language'),
        summaryLanguages.map((one) => option(one, t(`summary.language.${one}`), one === summary.language)),
      ),
    ),
    ...(packs.length > 1 ? [row(packSelect(draft, summary.pack, packs, wording))] : []),
    row(
      toggle('timeline', summary.timeline, !hasTimeline),
      toggle('image', summary.image, !hasTimeline),
      button({ name: 'summary|note', draft }, { label: t('summary.button.note'), emoji: '📝' }),
      ...(update === null
        ? [
            button({ name: 'summary|list' }, { label: t('summary.button.list'), emoji: '📋' }),
            button({ name: 'summary|schedules' }, { label: t('summary.button.schedules'), emoji: '🗓️' }),
          ]
        : [toggle('notify', update.notify)]),
    ),
  ];
}

function placeRows({ preview, wording }: Panel): Row[] {
  const { t } = wording;
  const { draft, target } = preview;
  const toggle = toggleFor(draft, wording);
  return [
    row(
      channelSelect(
        { name: 'summary|choose', draft, choice: 'channel' },
        t('summary.choose.channel'),
        target.channel,
      ),
    ),
    row(roleSelect({ name: 'summary|choose', draft, choice: 'ping' }, t('summary.choose.ping'), target.ping)),
    row(toggle('pin', target.pin), toggle('thread', target.thread)),
  ];
}

function option(value: string, label: string, chosen: boolean): APISelectMenuOption {
  return { value, label, default: chosen };
}

function packSelect(draft: string, chosen: string, packs: readonly string[], wording: Wording) {
  const { t } = wording;
  const left = packs.length - mostOptions;
  return select(
    { name: 'summary|choose', draft, choice: 'pack' },
    left > 0 ? t('summary.choose.somePacks', { count: left }) : t('summary.choose.pack'),
    packs.slice(0, mostOptions).map((id) => option(id, titleOf(wording, id), id === chosen)),
  );
}

/** What is on stands out; pressing turns it. */
function toggleFor(draft: string, { t }: Wording) {
  return (toggle: Toggle, on: boolean, disabled = false) =>
    button(
      { name: 'summary|toggle', draft, toggle, on: !on },
      {
        label: t(`summary.toggle.${toggle}`),
        emoji: on ? '✅' : '⬜',
        style: on ? ButtonStyle.Primary : ButtonStyle.Secondary,
        disabled,
      },
    );
}

function actionRow({ preview, tab, wording }: Panel): Row {
  const { t } = wording;
  const { draft, version, update } = preview;
  const other = tab === 'content' ? 'place' : 'content';
  return row(
    button(
      { name: 'summary|preview', draft },
      { label: t('summary.button.preview'), emoji: '👀', style: ButtonStyle.Primary },
    ),
    button({ name: 'summary|post', draft, version }, { label: postLabel(preview, wording), emoji: '📢' }),
    ...(update === null
      ? [
          button(
            { name: 'summary|plan', draft, version },
            { label: t('summary.button.schedule'), emoji: '⏰' },
          ),
          button(
            { name: 'summary|panel', draft, tab: other },
            { label: t(`summary.tab.${other}`), emoji: tab === 'content' ? '➡️' : '⬅️' },
          ),
        ]
      : []),
    button({ name: 'summary|cancel' }, { label: t('summary.button.cancel') }),
  );
}

/** Under a preview: what can be done with what was seen. */
export function previewRow(preview: Preview, wording: Wording): Row {
  const { t } = wording;
  const { draft, version } = preview;
  return row(
    button(
      { name: 'summary|post', draft, version },
      { label: postLabel(preview, wording), emoji: '📢', style: ButtonStyle.Primary },
    ),
    button(
      { name: 'summary|panel', draft, tab: 'content' },
      { label: t('summary.button.change'), emoji: '🛠️' },
    ),
    button({ name: 'summary|cancel' }, { label: t('summary.button.cancel') }),
  );
}

function postLabel({ update }: Preview, { t }: Wording): string {
  return update === null ? t('summary.button.post') : t('summary.button.update');
}
