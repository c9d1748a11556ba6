import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choseong, isChoseong } from '../../src/korean/choseong.ts';

test.each([
  ['데이터 센터', 'ㄷㅇㅌ ㅅㅌ'],
  ['까페', 'ㄲㅍ'],
  ['MS 클라우드 1', 'MS ㅋㄹㅇㄷ 1'],
  ['ㅋㄹㅇㄷ', 'ㅋㄹㅇㄷ'],
  ['', ''],
])('%j의 첫소리는 %j', (text, letters) => {
  expect(choseong(text)).toBe(letters);
});

test.each([
  ['ㄷㅇㅌ', true],
  ['ㄷㅇㅌ ㅅㅌ', true],
  ['ㄷㅇ 1', true],
  ['ㄷ', false],
  ['ㄷ 1', false],
  ['데ㅇㅌ', false],
  ['ㅏㅏ', false],
  ['1', false],
  ['', false],
])('%j을 첫소리로 찾는가: %j', (text, only) => {
  expect(isChoseong(text)).toBe(only);
});

test('두 음절이 넘는 한글은 첫소리로 바꾸면 첫소리로 찾는 글이 되고, 길이가 같다', () => {
  const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.string({ unit: syllable, minLength: 2 }), (word) => {
      expect(choseong(word)).toHaveLength(word.length);
      expect(isChoseong(word)).toBe(false);
      expect(isChoseong(choseong(word))).toBe(true);
    }),
  );
});
