import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, lengthOf, quoted } from '../../src/discord/views/text.ts';

const wild = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('@', '<', '>', '*', '_', '`', '\\', '|', '\n', ' ', '가', '😀', 'a', '#', '[', ']'),
  }),
);

test('lengths are those of Discord: code points', () => {
  expect([lengthOf('가나'), lengthOf('😀'), lengthOf('가'.normalize('NFD'))]).toEqual([2, 1, 2]);
});

test('a text is cut to at most so many code points, and never inside one', () => {
  fc.assert(
    fc.property(wild, fc.integer({ min: 1, max: 30 }), (text, maximum) => {
      const short = cut(text, maximum);
      expect(lengthOf(short)).toBe(Math.min(lengthOf(text), maximum));
      expect(short === text || text.startsWith(short.slice(0, -1))).toBe(true);
    }),
  );
});

test('nothing that was typed formats, mentions or breaks the line', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const shown = quoted(text);
      expect(shown.replace(/\\[^\p{L}\p{N}\s]/gu, '')).not.toMatch(/[\\*_~`|<>[\]()#:@]/);
      expect(shown).not.toMatch(/[\n\r\t]/);
      expect(lengthOf(shown)).toBeLessThanOrEqual(200);
    }),
  );
});

test('what was typed can be read back', () => {
  expect(quoted('왜 *이런* 일이 @here')).toBe('왜 \\*이런\\* 일이 \\@here');
  expect(quoted('가'.repeat(150))).toBe(`${'가'.repeat(99)}…`);
});
