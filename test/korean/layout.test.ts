import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initials, putTogether, vowels } from '../../src/korean/jamo.ts';
import { typedAsHangul, typedAsLatin } from '../../src/korean/layout.ts';

test.each([
  ['dho qmffntmzmfls', '왜 블루스크린'],
  ['zmffkdnem', '클라우드'],
  ['ajrxhd', '먹통'],
  ['rkqt', '값'],
  ['rkqtdl', '값이'],
  ['rkqtk', '갑사'],
  ['rksk', '가나'],
  ['RoTdj', '깼어'],
  ['Eho', '뙈'],
  ['dkfrp', '알게'],
  ['2024sus?', '2024년?'],
  ['', ''],
])('한글 자판이었다면 %j은 %j', (keys, hangul) => {
  expect(typedAsHangul(keys)).toBe(hangul);
});

test.each([
  ['ㅊ개ㅈㅇㄴㅅ갸ㅏㄷ', 'crowdstrike'],
  ['왜', 'dho'],
  ['클라우드', 'zmffkdnem'],
  ['값', 'rkqt'],
  ['깨', 'ro'],
  ['MS 왜?', 'ms dho?'],
])('영문 자판이었다면 %j은 %j', (hangul, keys) => {
  expect(typedAsLatin(hangul)).toBe(keys);
});

const unshiftedInitials = initials.filter((letter) => !'ㄲㄸㅃㅆㅉ'.includes(letter));
const unshiftedVowels = vowels.filter((letter) => !'ㅒㅖ'.includes(letter));
const unshiftedFinals = ['', ...'ㄱㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅇㅈㅊㅋㅌㅍㅎ'];
const unshifted = fc
  .tuple(
    fc.constantFrom(...unshiftedInitials),
    fc.constantFrom(...unshiftedVowels),
    fc.constantFrom(...unshiftedFinals),
  )
  .map(([initial, vowel, final]) => putTogether({ initial, vowel, final }));

test('윗글쇠 없이 치는 음절은 영문으로 쳤다가 되돌려도 그대로이다', () => {
  fc.assert(
    fc.property(fc.string({ unit: unshifted, maxLength: 12 }), (text) => {
      expect(typedAsHangul(typedAsLatin(text))).toBe(text);
    }),
    { numRuns: 3_000 },
  );
});

test('윗글쇠로 치는 글자는 소문자가 되면서 여린 글자로 돌아온다', () => {
  expect(['깨', '얘', '계', '뿔'].map((text) => typedAsHangul(typedAsLatin(text)))).toEqual([
    '개',
    '애',
    '게',
    '불',
  ]);
});

test('어떤 글자에도 멎지 않고, 소문자와 숫자가 아닌 것은 그대로 둔다', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof typedAsHangul(text)).toBe('string');
      expect(typedAsLatin(text)).toBe(typedAsLatin(typedAsLatin(text)));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 .?!漢🙂') }), (text) => {
      expect([typedAsHangul(text), typedAsLatin(text)]).toEqual([text, text]);
    }),
  );
});
