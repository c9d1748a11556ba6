import type { Emoji } from './emoji.ts';
import type { Advance, Face, Weight } from './font.ts';

/** What is drawn as one: a letter with its marks, or an emoji. `width` is a part of the font's size. */
export type Letter =
  | { readonly kind: 'text'; readonly text: string; readonly face: Face; readonly width: number }
  | { readonly kind: 'emoji'; readonly name: string; readonly width: number };

export type ReadLetters = (text: string, weight: Weight) => Iterable<Letter>;

export const emojiWidth = 1.2;
/** Hebrew and Thai need no more than that on one letter; who piles up more gets these. */
const mostMarks = 3;

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });
const others = ['hanja', 'hebrew', 'arabic', 'thai'] as const;

/**
 * The letters of a text that can be drawn, in the order of the text. What no font has is drawn as the letter that it
 * is a form of (𝓐 as A) and otherwise left out, as are control and invisible characters, so nothing turns into a box.
 */
export function createLetters(advance: Advance, emoji: Emoji): ReadLetters {
  const faceOf = (character: string, weight: Weight) =>
    [weight, ...others].find((face) => advance(character, face) !== null);

  function* lettersOf(grapheme: string, weight: Weight): Generator<Letter> {
    const visible = withoutInvisible(grapheme);
    const [base = '', ...rest] = visible;
    if (!canStand(base)) return;
    const face = faceOf(base, weight);
    if (face === undefined) return yield* formsOf(base, weight);
    // The letters of the first two fonts hold their accents; a mark of its own would stand beside its letter.
    const marks =
      face === weight ? [] : rest.filter((mark) => advance(mark, face) !== null).slice(0, mostMarks);
    const text = [base, ...marks].join('');
    const width = [...text].reduce((sum, character) => sum + (advance(character, face) ?? 0), 0);
    yield { kind: 'text', text, face, width };
  }

  function* formsOf(character: string, weight: Weight): Generator<Letter> {
    for (const form of character.normalize('NFKC')) {
      const face = form !== character && canStand(form) ? faceOf(form, weight) : undefined;
      if (face !== undefined) {
        yield { kind: 'text', text: form, face, width: advance(form, face) ?? 0 };
      }
    }
  }

  return function* read(text, weight) {
    for (const { segment } of graphemes.segment(prepared(text))) {
      const names = isPlainSign(segment, advance, weight) ? [] : emoji.namesOf(segment);
      if (names.length > 0) {
        for (const name of names) yield { kind: 'emoji', name, width: emojiWidth };
      } else {
        yield* lettersOf(segment, weight);
      }
    }
  };
}

/** One space between words, none around them; accents within their letters. */
function prepared(text: string): string {
  return (
    text
      .replace(/\p{Cs}/gu, '')
      // No letter of any language has more, and to put thousands of them in order takes seconds.
      .replace(/(\p{M}{8})\p{M}+/gu, '$1')
      .normalize('NFC')
      .replace(/(?:(?!\ufeff)[\s\p{Cc}])+/gu, ' ')
      // Sara am is a mark and a letter; as one character the letter after it would be drawn over it.
      .replace(/([\u0e34-\u0e3a\u0e47-\u0e4c]{0,4})\u0e33/g, '\u0e4d$1\u0e32')
      .trim()
  );
}

/** Without what is not seen: joiners, fillers, directions. Persian needs one of them between its letters. */
function withoutInvisible(grapheme: string): string {
  return grapheme.replace(/(?!(?<=\p{Script=Arabic})\u200c)\p{Default_Ignorable_Code_Point}/gu, '');
}

/** No mark without a letter, nothing private or unassigned. */
function canStand(character: string): boolean {
  return /^[^\p{C}\p{M}\ufffd]$/u.test(character);
}

/** ♥ and ☎ as the font has them: nobody asked for the emoji. */
function isPlainSign(segment: string, advance: Advance, weight: Weight): boolean {
  return /^(?!\p{Emoji_Presentation}).$/u.test(segment) && advance(segment, weight) !== null;
}
