import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { family, fontFiles, fontWeights, loadMeasure, type Weight } from '../../src/pictures/font.ts';

const measure = loadMeasure();
const weights = ['regular', 'bold'] as const;
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;

test.each(weights)('한글 음절이 빠짐없이 있고, 너비가 모두 같다: %s', (weight) => {
  const widths = new Set<number>();
  for (let code = firstSyllable; code <= lastSyllable; code += 1) {
    widths.add(measure(String.fromCodePoint(code), 1000, weight));
  }
  expect(widths.size).toBe(1);
});

test.each(weights)('Latin letters and the signs of a text are there: %s', (weight) => {
  const signs = 'ABCXYZabcxyz0123456789éñßüø.,:;!?()[]%&+-–—·…“”‘’「」『』₩€$→';
  for (const sign of signs) expect(measure(sign, 1, weight)).toBeGreaterThan(0);
});

test('a character that the font does not have is named', () => {
  expect(() => measure('불🔥', 30, 'regular')).toThrow(new RangeError('the font has no U+1F525'));
  expect(() => measure('漢', 30, 'bold')).toThrow(new RangeError('the font has no U+6F22'));
});

/** From the left edge of what is drawn to its right edge. */
function drawnWidth(text: string, size: number, weight: Weight): number {
  const style = `font-family="${family}" font-size="${size}" font-weight="${fontWeights[weight]}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="100" y="100" ${style}>${text}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles: Object.values(fontFiles) };
  return new Resvg(svg, { font }).innerBBox()?.width ?? 0;
}

test.each(weights)('what is measured is what is drawn: %s', (weight) => {
  for (const text of ['똠방각하와 뷁', 'CrowdStrike AVATAR To. 1.0', '2024년 7월 19일, SK C와 D가']) {
    const measured = measure(text, 40, weight);
    const drawn = drawnWidth(text, 40, weight);
    expect([drawn <= measured, drawn > 0.95 * measured]).toEqual([true, true]);
  }
});
