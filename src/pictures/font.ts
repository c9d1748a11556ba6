import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

export type Weight = 'regular' | 'bold';
/** The two weights of the project's own family, and what it lacks: only people's names need those. */
export type Face = Weight | 'hanja' | 'hebrew' | 'arabic' | 'thai';

/** Gothic A1: all 11,172 Hangul syllables, Kana, Latin with its accents, Greek, Cyrillic. Korean and English look alike in it. */
export const family = 'Gothic A1';
/** As the files call themselves. Both weights are of the same family; `font-weight` tells them apart. */
export const families: Readonly<Record<Face, string>> = {
  regular: family,
  bold: family,
  hanja: 'MotoyaLCedar',
  hebrew: 'Secular One',
  arabic: 'Noto Sans Arabic',
  thai: 'Noto Sans Thai',
};
export const fontFiles: Readonly<Record<Face, string>> = {
  regular: resolve('@expo-google-fonts/gothic-a1/500Medium/GothicA1_500Medium.ttf'),
  bold: resolve('@expo-google-fonts/gothic-a1/800ExtraBold/GothicA1_800ExtraBold.ttf'),
  hanja: resolve('@expo-google-fonts/kosugi/Kosugi_400Regular.ttf'),
  hebrew: resolve('@expo-google-fonts/secular-one/400Regular/SecularOne_400Regular.ttf'),
  arabic: resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  thai: resolve('@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf'),
};
export const fontWeights: Readonly<Record<Weight, number>> = { regular: 500, bold: 800 };

/**
 * The width of a text on one line, in the unit of `size`; kerning may draw it a little narrower.
 * @throws RangeError for a character that the font does not have.
 */
export type Measure = (text: string, size: number, weight: Weight) => number;

/** How wide a character is as a part of the font's size; null where the font does not have it. */
export type Advance = (character: string, face: Face) => number | null;

/** Reads the two font files of the family. */
export function loadMeasure(): Measure {
  const fonts = { regular: readWidths(fontFiles.regular), bold: readWidths(fontFiles.bold) };
  return (text, size, weight) => {
    let width = 0;
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const advance = fonts[weight](codePoint);
      if (advance === null) {
        throw new RangeError(`the font has no U+${codePoint.toString(16).toUpperCase()}`);
      }
      width += advance;
    }
    return width * size;
  };
}

/** Reads each font file when it is first needed. */
export function loadAdvance(): Advance {
  const fonts = new Map<Face, Widths>();
  return (character, face) => {
    const widths = fonts.get(face) ?? readWidths(fontFiles[face]);
    fonts.set(face, widths);
    return widths(character.codePointAt(0) ?? 0);
  };
}

type Widths = (codePoint: number) => number | null;

/** Advance widths by code point, as parts of the font's size; null where there is no glyph. */
function readWidths(file: string): Widths {
  const bytes = readFileSync(file);
  const table = tablesOf(bytes);
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18);
  const metrics = bytes.readUInt16BE(table('hhea') + 34);
  const advances = table('hmtx');
  const glyphOf = readCharacterMap(bytes, table('cmap'));
  return (codePoint) => {
    const glyph = glyphOf(codePoint);
    if (glyph === 0) return null;
    // The glyphs after the last metric are all as wide as that one.
    return bytes.readUInt16BE(advances + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
  };
}

/** Where each table of a TrueType file begins. */
function tablesOf(bytes: Buffer): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const record = 12 + 16 * index;
    offsets.set(bytes.toString('latin1', record, record + 4), bytes.readUInt32BE(record + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new RangeError(`the font has no table ${tag}`);
    return offset;
  };
}

const segmentedMap = 4;

/** Code point → glyph, 0 where there is none: the map of the basic plane, which is format 4 of `cmap`. */
function readCharacterMap(bytes: Buffer, cmap: number): (codePoint: number) => number {
  const subtables = Array.from(
    { length: bytes.readUInt16BE(cmap + 2) },
    (_, index) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * index),
  );
  const map = subtables.find((offset) => bytes.readUInt16BE(offset) === segmentedMap);
  if (map === undefined) throw new RangeError('the font has no map of the basic plane');
  const doubled = bytes.readUInt16BE(map + 6);
  const segment = (codePoint: number, low = 0, high = doubled / 2 - 1): number => {
    if (low >= high) return low;
    const middle = (low + high) >> 1;
    return bytes.readUInt16BE(map + 14 + 2 * middle) >= codePoint
      ? segment(codePoint, low, middle)
      : segment(codePoint, middle + 1, high);
  };
  return (codePoint) => {
    if (codePoint >= 0xffff) return 0;
    const starts = map + 16 + doubled + 2 * segment(codePoint);
    const start = bytes.readUInt16BE(starts);
    if (codePoint < start) return 0;
    const delta = bytes.readUInt16BE(starts + doubled);
    const rangeAt = starts + 2 * doubled;
    const range = bytes.readUInt16BE(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = bytes.readUInt16BE(rangeAt + range + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}
