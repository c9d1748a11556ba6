import type { PackText, Wording } from '../../i18n/translator.ts';
import type { PairRef } from '../../search/result.ts';

export function questionOf(wording: Wording, { pack, pair }: PairRef): string {
  return wording.packText(pack, ['pairs', pair, 'question']).text;
}

export function answerOf(wording: Wording, { pack, pair }: PairRef): PackText {
  return wording.packText(pack, ['pairs', pair, 'answer']);
}

export function titleOf(wording: Wording, pack: string): string {
  return wording.packText(pack, ['title']).text;
}
