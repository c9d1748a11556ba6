import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Twemoji, the emoji that Discord shows: a file each, named by its code points. */
const folder = dirname(createRequire(import.meta.url).resolve('@twemoji/svg/package.json'));

/** How many units of their own the drawings are wide and high. */
const side = 36;
const joiner = '\u200d';

export interface Emoji {
  /**
   * The names of the drawings for a grapheme, from left to right. An emoji that is newer than the drawings becomes what
   * it is made of: a family its people, a person in a skin colour the yellow one. Empty for all else.
   */
  readonly namesOf: (grapheme: string) => readonly string[];
  /** SVG of a drawing as a square of `size` pixels. */
  readonly at: (name: string, x: number, y: number, size: number) => string;
}

/** Reads the folder of the drawings when the first emoji is met. */
export function loadEmoji(): Emoji {
  let names: ReadonlyMap<string, string> | null = null;
  const nameOf = (text: string) => {
    names ??= new Map(drawings().map((name) => [withoutSelectors(name), name]));
    return names.get(codePoints(text));
  };
  const found = (text: string) => nameOf(text) ?? nameOf(text.replace(/\p{Emoji_Modifier}/gu, ''));
  return {
    namesOf(grapheme) {
      if (!looksLikeEmoji(grapheme)) return [];
      const text = grapheme.replace(/(?![\ufe0f\u20e3])\p{M}/gu, '');
      const whole = found(text);
      return whole === undefined ? text.split(joiner).flatMap((part) => found(part) ?? []) : [whole];
    },
    at(name, x, y, size) {
      const drawing = readFileSync(join(folder, `${name}.svg`), 'utf8').replace(/^<svg[^>]*>|<\/svg>$/g, '');
      // The drawings call their parts by the same few names.
      const own = drawing.replace(/\bid="(?=\w)|url\(#(?=\w)/g, (start) => `${start}${name}-`);
      return `<g transform="translate(${x} ${y}) scale(${size / side})">${own}</g>`;
    },
  };
}

function drawings(): string[] {
  return readdirSync(folder).flatMap((file) => /^([0-9a-f-]+)\.svg$/.exec(file)?.[1] ?? []);
}

function codePoints(text: string): string {
  return withoutSelectors([...text].map((character) => character.codePointAt(0)?.toString(16)).join('-'));
}

/** Whether a sign is asked for as emoji is written in some sequences and left out in others. */
function withoutSelectors(name: string): string {
  return name.replace(/-fe0f\b/g, '');
}

/** Signs such as ☺ or © are letters unless they are asked for as emoji; digits are never emoji alone. */
function looksLikeEmoji(grapheme: string): boolean {
  return /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(grapheme);
}
