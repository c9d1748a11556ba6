import type { Line, Source } from './article.ts';

/** A plain text, line by line. */
export function readText(text: string): Source {
  return { format: 'text', unit: 'line', title: null, lines: linesOf(text) };
}

function linesOf(text: string): Line[] {
  let startsBlock = true;
  return text.split('\n').flatMap((raw, index): Line[] => {
    const line = cleanLine(raw);
    if (line === '') {
      startsBlock = true;
      return [];
    }
    const found = { number: index + 1, text: line, style: null, startsBlock };
    startsBlock = false;
    return [found];
  });
}

/** Neither seen nor part of a word, but in the way of comparing: control characters, soft hyphens, zero width spaces. */
const UNSEEN = /[\p{Cc}\u00AD\u200B\u2060\uFEFF]/gu;

/** One line in NFC, without what nobody sees and without spaces at its ends. */
export function cleanLine(raw: string): string {
  return raw.toWellFormed().replace(/\s+/gu, ' ').replace(UNSEEN, '').normalize('NFC').trim();
}
