import { inVisualOrder, type Placed } from './bidi.ts';
import type { Emoji } from './emoji.ts';
import { type Advance, type Face, families, fontWeights, type Weight } from './font.ts';
import type { Letter, ReadLetters } from './letters.ts';
import { escaped, width as pictureWidth } from './paper.ts';

export interface LabelStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
}

/** One line of text: how wide it is, and its SVG with the left end of its base line at a point. */
export interface Label {
  readonly width: number;
  readonly at: (x: number, y: number) => string;
}

/** Where the ink of an SVG is whose only font is that of a face, in pixels; null where there is none. */
export type FindInk = (svg: string, face: Face) => { readonly x: number; readonly width: number } | null;

export interface LabelTools {
  readonly advance: Advance;
  readonly emoji: Emoji;
  readonly letters: ReadLetters;
  readonly findInk: FindInk;
}

type TextLetter = Extract<Letter, { kind: 'text' }>;

const ellipsis = '…';

/**
 * A line of what can be drawn of a text, at most `across` wide: a longer one ends in "…", between two letters.
 * Null where nothing can be drawn.
 */
export function createLabel(
  text: string,
  style: LabelStyle,
  across: number,
  tools: LabelTools,
): Label | null {
  const letters = fitted(tools.letters(text, style.weight), across / style.size, style.weight, tools.advance);
  if (letters.every(isSpace)) return null;
  return {
    width: widthOf(letters) * style.size,
    at: (x, y) => drawn(runsOf(letters, tools.advance), style, x, y, tools),
  };
}

function widthOf(letters: readonly Letter[]): number {
  return letters.reduce((sum, { width }) => sum + width, 0);
}

/** Reads no more letters than are needed to know that they are too many. */
function fitted(letters: Iterable<Letter>, across: number, weight: Weight, advance: Advance): Letter[] {
  const kept: Letter[] = [];
  let width = 0;
  for (const letter of letters) {
    // What was left out between two spaces leaves one.
    if (isSpace(letter) && (kept.length === 0 || isSpace(kept.at(-1)))) continue;
    kept.push(letter);
    width += letter.width;
    // One more may be a space that is not drawn.
    if (width > across && !isSpace(letter)) return cut(kept, across, weight, advance);
  }
  return isSpace(kept.at(-1)) ? kept.slice(0, -1) : kept;
}

function cut(letters: readonly Letter[], across: number, weight: Weight, advance: Advance): Letter[] {
  const end: Letter = { kind: 'text', text: ellipsis, face: weight, width: advance(ellipsis, weight) ?? 0 };
  const kept = [...letters];
  while (kept.length > 0 && (isSpace(kept.at(-1)) || widthOf(kept) + end.width > across)) kept.pop();
  return [...kept, end];
}

function isSpace(letter: Letter | undefined): boolean {
  return letter?.kind === 'text' && letter.text.trim() === '';
}

/** What is drawn in one go: an emoji, or letters of one face and direction in the order in which they are read. */
type Run = Extract<Letter, { kind: 'emoji' }> | (TextLetter & { readonly backwards: boolean });

/** From left to right. The renderer mixes up fonts that meet in one text, so no run has two. */
function runsOf(letters: readonly Letter[], advance: Advance): Run[] {
  const placed = inVisualOrder(letters, (letter) => (letter.kind === 'text' ? letter.text : ''));
  const runs: Run[] = [];
  for (const [index, { letter, backwards }] of placed.entries()) {
    if (letter.kind === 'emoji') {
      runs.push(letter);
      continue;
    }
    const next = backwards ? turned(letter, placed[index - 1], placed[index + 1], advance) : letter;
    const last = runs.at(-1);
    if (
      last?.kind === 'text' &&
      last.face === next.face &&
      last.backwards === backwards &&
      (!backwards || isRightToLeft(next.face))
    ) {
      const text = backwards ? next.text + last.text : last.text + next.text;
      runs[runs.length - 1] = { ...last, text, width: last.width + next.width };
    } else {
      runs.push({ ...next, backwards });
    }
  }
  return runs;
}

function isRightToLeft(face: Face): boolean {
  return face === 'hebrew' || face === 'arabic';
}

const mirrors = new Map(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap(
    ([a = '', b = '']) =>
      [
        [a, b],
        [b, a],
      ] as const,
  ),
);

/** As it stands among letters that are read from right to left: a bracket turned round, a space of their own font. */
function turned(
  letter: TextLetter,
  left: Placed<Letter> | undefined,
  right: Placed<Letter> | undefined,
  advance: Advance,
): TextLetter {
  const mirror = mirrors.get(letter.text);
  if (mirror !== undefined)
    return { ...letter, text: mirror, width: advance(mirror, letter.face) ?? letter.width };
  const face = left === undefined ? null : faceOf(left.letter);
  if (!isSpace(letter) || face === null || !isRightToLeft(face)) return letter;
  if (!left?.backwards || !right?.backwards || faceOf(right.letter) !== face) return letter;
  return { ...letter, face, width: advance(letter.text, face) ?? letter.width };
}

function faceOf(letter: Letter): Face | null {
  return letter.kind === 'text' ? letter.face : null;
}

function drawn(runs: readonly Run[], style: LabelStyle, x: number, y: number, tools: LabelTools): string {
  const parts: string[] = [];
  let left = x;
  for (const run of runs) {
    if (run.kind === 'emoji') {
      parts.push(emojiAt(run, left, y, style, tools.emoji));
      left += run.width * style.size;
    } else if (run.face === 'arabic') {
      const { shift, width } = joinedUp(run, style, tools.findInk);
      parts.push(textAt(run, left + shift, y, style));
      left += width;
    } else {
      if (!isSpace(run)) parts.push(textAt(run, left, y, style));
      left += run.width * style.size;
    }
  }
  return parts.join('');
}

/** Arabic letters change their widths when they join, so the drawing tells how wide they are together. */
function joinedUp(
  run: TextLetter,
  style: LabelStyle,
  findInk: FindInk,
): { readonly shift: number; readonly width: number } {
  const text = textAt(run, style.size, 2 * style.size, style);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * pictureWidth}" height="${4 * style.size}">${text}</svg>`;
  const ink = findInk(svg, run.face);
  if (ink === null) return { shift: 0, width: run.width * style.size };
  const beside = 0.05 * style.size;
  return { shift: beside + style.size - ink.x, width: ink.width + 2 * beside };
}

function textAt(
  { text, face }: TextLetter,
  x: number,
  y: number,
  { size, weight, fill }: LabelStyle,
): string {
  const place = `x="${rounded(x)}" y="${rounded(y)}" font-size="${size}"`;
  const font = `font-family="${families[face]}" font-weight="${fontWeights[weight]}"`;
  // The font has one weight, a thin one.
  const stroke =
    face === 'hanja' && weight === 'bold' ? ` stroke="${fill}" stroke-width="${rounded(size / 26)}"` : '';
  return `<text xml:space="preserve" ${place} ${font} fill="${fill}"${stroke}>${escaped(text)}</text>`;
}

function emojiAt(
  { name, width }: Extract<Letter, { kind: 'emoji' }>,
  left: number,
  y: number,
  { size }: LabelStyle,
  emoji: Emoji,
): string {
  const side = 0.9 * width * size;
  // Hangul stands from about 0.1 below the base line to 0.8 above it.
  return emoji.at(
    name,
    rounded(left + (width * size - side) / 2),
    rounded(y - 0.35 * size - side / 2),
    rounded(side),
  );
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
