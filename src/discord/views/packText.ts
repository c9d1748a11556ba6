import type { PackText, Wording } from '../../i18n/translator.ts';
import type { PairRef } from '../../search/result.ts';
import { cut, lengthOf } from './text.ts';

const mostTitles = 10;
const titleLength = 60;
/** Of a title that tells two entries of a list apart. */
const addedTitle = 40;

export function questionOf(wording: Wording, { pack, pair }: PairRef): string {
  return wording.packText(pack, ['pairs', pair, 'question']).text;
}

export function answerOf(wording: Wording, { pack, pair }: PairRef): PackText {
  return wording.packText(pack, ['pairs', pair, 'answer']);
}

/** Packs in a sentence: their titles, the first few. */
export function packTitles(packs: readonly string[], wording: Wording): string {
  const titles = packs.slice(0, mostTitles).map((pack) => cut(titleOf(wording, pack), titleLength));
  return [...titles, ...(packs.length > mostTitles ? ['…'] : [])].join(' · ');
}

export function titleOf(wording: Wording, pack: string): string {
  return wording.packText(pack, ['title']).text;
}

/**
 * The entries of a list of at most 100 code points each. To a text that another pack has as well, the title of its pack
 * is added.
 */
export function toldApart<Entry extends { readonly pack: string; readonly text: string }>(
  entries: readonly Entry[],
  wording: Wording,
  length = 100,
): Entry[] {
  return entries.map((entry) => {
    const isShared = entries.some(({ pack, text }) => pack !== entry.pack && text === entry.text);
    if (!isShared) return entry;
    const title = ` · ${cut(titleOf(wording, entry.pack), addedTitle)}`;
    return { ...entry, text: `${cut(entry.text, length - lengthOf(title))}${title}` };
  });
}
