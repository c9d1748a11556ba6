const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/**
 * The lines of a text that is at most `width` wide. Lines break at spaces; a word that is wider than a whole line
 * breaks between its letters, as Korean may. Nothing is left out; a single letter wider than `width` has its own line.
 */
export function wrap(text: string, width: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (longer: string) => widthOf(longer) <= width;
  for (const word of wordsOf(text)) {
    if (line !== '' && fits(`${line} ${word}`)) {
      line = `${line} ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = fits(word) ? [word] : piecesOf(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

/** Control characters have no place in a picture (nor in XML). */
function wordsOf(text: string): string[] {
  return text
    .toWellFormed()
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '');
}

function piecesOf(word: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
