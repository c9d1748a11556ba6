import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadEmoji } from '../../src/pictures/emoji.ts';
import { type Face, families, fontFiles, loadAdvance } from '../../src/pictures/font.ts';
import { createLabel, type LabelStyle } from '../../src/pictures/label.ts';
import { createLetters } from '../../src/pictures/letters.ts';
import { findInk } from '../../src/pictures/png.ts';

const [advance, emoji] = [loadAdvance(), loadEmoji()];
const tools = { advance, emoji, letters: createLetters(advance, emoji), findInk };
const style: LabelStyle = { size: 40, weight: 'bold', fill: '#000000' };

function svgOf(text: string, across = 500): string | null {
  return createLabel(text, style, across, tools)?.at(0, 100) ?? null;
}

/** The words as they are handed over, from left to right; emoji as *. */
function words(text: string, across = 500): string {
  const parts = [...(svgOf(text, across) ?? '').matchAll(/<text[^>]*>([^<]*)<\/text>|<g transform/g)];
  return parts.map(([, word]) => word ?? '*').join('|');
}

/** From 0 to the right end of what is drawn. */
function drawnTo(svg: string): number {
  const font = { loadSystemFonts: false, fontFiles: Object.values(fontFiles) };
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200">${svg}</svg>`;
  const box = new Resvg(whole, { font }).innerBBox();
  return box === undefined ? 0 : box.x + box.width;
}

test.each(Object.keys(fontFiles) as Face[])('the font file goes by the name of its family: %s', (face) => {
  const letters: Record<Face, string> = {
    regular: '가',
    bold: '가',
    hanja: '漢',
    hebrew: 'ש',
    arabic: 'ع',
    thai: 'ก',
  };
  const text = `<text x="10" y="50" font-size="40" font-family="${families[face]}">${letters[face]}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${text}</svg>`;
  expect(findInk(svg, face)?.width).toBeGreaterThan(10);
});

test('긴 이름은 글자 사이에서 잘리고 줄임표로 끝난다', () => {
  expect(words('가나다라마바사아자차카타파하', 300)).toBe('가나다라마바…');
  expect(words('가나다 라마바사아자차카타파하', 170)).toBe('가나다…');
  expect(words('가나다', 300)).toBe('가나다');
});

test('an emoji is not cut in two', () => {
  expect(words('👨‍👩‍👧‍👦'.repeat(20), 200)).toBe('*|*|*|…');
  expect(words('가👨‍👩‍👧‍👦나')).toBe('가|*|나');
});

test('a text that just fits is not cut, though a space comes after it', () => {
  const across = (advance('가', 'bold') ?? 0) * style.size;
  expect(words('가 \u202e', across + 1)).toBe('가');
});

test('letters of two fonts are drawn apart', () => {
  expect(words('田中 さくら')).toBe('田中| さくら');
  expect(svgOf('漢')).toContain('stroke="#000000"');
});

test('from right to left: words in the order in which they are read, runs in the order in which they stand', () => {
  expect(words('محمد علي')).toBe('محمد علي');
  expect(words('דני 🎉 (אב) dani')).toBe('dani|(|אב|)|*|דני');
  expect(words('abc שלום דני 12')).toBe('abc 12|שלום דני');
});

test('nothing to draw is no label', () => {
  for (const text of ['', ' ', '\u200b\u3164\u202e', 'नमस्ते', '\ud800', '\u0301\u0301']) {
    expect(createLabel(text, style, 500, tools)).toBeNull();
  }
});

test('signs of XML are words like others', () => {
  expect(words(`<b>"Tom" & 'Jerry'</b>`)).toBe(`&#60;b&#62;"Tom" &#38; 'Jerry'&#60;/b&#62;`);
  expect(drawnTo(svgOf(`</text>&<![CDATA[`) ?? '')).toBeGreaterThan(100);
});

const wild = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'محمدعليلاهيىﻻ ab1(가😀'), maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'שלוםדני ab1(가漢สม🎉'), maxLength: 60 }),
);

test('whatever the text, it can be drawn and is not wider than it may be', () => {
  fc.assert(
    fc.property(wild, fc.integer({ min: 60, max: 600 }), (text, across) => {
      const svg = svgOf(text, across);
      if (svg !== null) expect(drawnTo(svg)).toBeLessThanOrEqual(across + 8);
    }),
    {
      numRuns: 60,
      examples: [
        ['ﷺ ﷺ ﷺ', 300],
        ['ممممممممممم', 600],
        ['ههههههههه', 600],
        ['ىىىى ىىىى', 600],
      ],
    },
  );
}, 30_000);
