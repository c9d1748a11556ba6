import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap } from '../../src/pictures/wrap.ts';

/** Hangul as wide as two Latin letters. */
const widthOf = (line: string) =>
  [...line].reduce((sum, letter) => sum + (/\p{Script=Hangul}/u.test(letter) ? 2 : 1), 0);

test('띄어쓴 곳에서 줄을 바꾼다', () => {
  expect(wrap('파일 하나를 지우면 돼.', 10, widthOf)).toEqual(['파일', '하나를', '지우면 돼.']);
  expect(wrap('파일 하나를 지우면 돼.', 11, widthOf)).toEqual(['파일 하나를', '지우면 돼.']);
});

test('한 줄보다 긴 낱말은 글자 사이에서 나눈다', () => {
  expect(wrap('아, 크라우드스트라이크가 또', 10, widthOf)).toEqual(['아,', '크라우드스', '트라이크가', '또']);
});

test('what belongs to one letter stays together', () => {
  expect(wrap('👩‍👩‍👧👩‍👩‍👧', 5, widthOf)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
  expect(wrap('e\u0301e\u0301', 2, widthOf)).toEqual(['e\u0301', 'e\u0301']);
});

test('a text without words has no lines', () => {
  expect(wrap(' \n\u0007\t', 10, widthOf)).toEqual([]);
});

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('가', '뷁', 'a', 'W', '1', '.', ' ', '\n') }),
);
const letters = (text: string) => text.toWellFormed().replace(/[\s\p{Cc}]/gu, '');

test('nothing is lost, whatever the text and the width', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, width) => {
      expect(letters(wrap(text, width, widthOf).join(''))).toBe(letters(text));
    }),
  );
});

test('no line is too wide, but for a single letter that is', () => {
  const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, width) => {
      const wide = wrap(text, width, widthOf).filter((line) => widthOf(line) > width);
      expect(wide.filter((line) => [...graphemes.segment(line)].length > 1)).toEqual([]);
    }),
  );
});

test('no line could take the first word of the next one', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, width) => {
      const words = text
        .toWellFormed()
        .split(/[\s\p{Cc}]+/u)
        .filter((word) => word !== '');
      fc.pre(words.every((word) => widthOf(word) <= width));
      const lines = wrap(text, width, widthOf);
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const [index, line] of lines.slice(0, -1).entries()) {
        const [next = ''] = (lines[index + 1] ?? '').split(' ');
        expect(widthOf(`${line} ${next}`)).toBeGreaterThan(width);
      }
    }),
  );
});
