import type { Wording } from '../../i18n/translator.ts';
import { packChoices } from './choices.ts';
import { button, type MessageBody, type Row, row, select } from './message.ts';
import { questionOf, titleOf } from './packText.ts';
import { cut } from './text.ts';

/** Discord's limit of an embed's title. */
const embedTitle = 256;

/** One page of the pairs of a pack, in reading order. */
export interface TopicsPage {
  readonly pack: string;
  /** All there are; where there are several, another can be chosen. */
  readonly packs: readonly string[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly entries: readonly { readonly pair: string; readonly position: number }[];
}

export function topicsPage(topics: TopicsPage, wording: Wording): MessageBody {
  const { pack, page, pages, total } = topics;
  const entries = topics.entries.map(({ pair, position }) => ({
    label: `${position}. ${questionOf(wording, { pack, pair })}`,
    value: pair,
  }));
  return {
    embeds: [
      {
        title: cut(titleOf(wording, pack), embedTitle),
        description: entries.map(({ label }) => label).join('\n'),
        footer: { text: wording.t('topics.footer', { page: page + 1, pages, total }) },
      },
    ],
    components: [
      row(select({ name: 'topics|open', pack }, wording.t('topics.placeholder'), entries)),
      ...(topics.packs.length > 1 ? [packRow(topics, wording)] : []),
      ...(pages > 1 ? [turnRow(topics, wording)] : []),
    ],
  };
}

function packRow({ pack, packs }: TopicsPage, wording: Wording): Row {
  const options = packChoices(packs, wording).map(({ name, value }) => ({
    label: name,
    value,
    default: value === pack,
  }));
  return row(select({ name: 'topics|pack' }, wording.t('topics.packs'), options));
}

/** At either end the button that leads nowhere is off; its id names the page itself, so that no two are the same. */
function turnRow({ pack, page, pages }: TopicsPage, { t }: Wording): Row {
  const first = page === 0;
  const last = page === pages - 1;
  return row(
    button(
      { name: 'topics|page', pack, page: Math.max(page - 1, 0) },
      { label: t('button.previousPage'), emoji: '◀️', disabled: first },
    ),
    button(
      { name: 'topics|page', pack, page: Math.min(page + 1, pages - 1) },
      { label: t('button.nextPage'), emoji: '▶️', disabled: last },
    ),
  );
}
