import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadEmoji } from '../../src/pictures/emoji.ts';
import { loadAdvance } from '../../src/pictures/font.ts';
import { createLetters } from '../../src/pictures/letters.ts';

const advance = loadAdvance();
const read = createLetters(advance, loadEmoji());

/** Text as it is, emoji by the names of their drawings. */
function drawn(text: string): string[] {
  return Array.from(read(text, 'bold'), (letter) =>
    letter.kind === 'text' ? letter.text : `<${letter.name}>`,
  );
}

function faces(text: string): string[] {
  return Array.from(read(text, 'bold'), (letter) => (letter.kind === 'text' ? letter.face : 'emoji'));
}

test('여러 나라 글자를 저마다의 글꼴로 그린다', () => {
  expect(faces('뷁aéЖΩがカ★')).toEqual(Array.from({ length: 8 }, () => 'bold'));
  expect(faces('漢字')).toEqual(['hanja', 'hanja']);
  expect(faces('שع')).toEqual(['hebrew', 'arabic']);
  expect(faces('สม')).toEqual(['thai', 'thai']);
  expect(drawn('Nguyễn Ångström')).toEqual([...'Nguyễn Ångström']);
});

test('what is taken apart is put together', () => {
  expect(drawn('한글 é'.normalize('NFD'))).toEqual(['한', '글', ' ', 'é']);
});

test('an emoji is one drawing, however many code points it has', () => {
  expect(drawn('😀')).toEqual(['<1f600>']);
  expect(drawn('👨‍👩‍👧‍👦')).toEqual(['<1f468-200d-1f469-200d-1f467-200d-1f466>']);
  expect(drawn('🇰🇷🇺🇳')).toEqual(['<1f1f0-1f1f7>', '<1f1fa-1f1f3>']);
  expect(drawn('👋🏽')).toEqual(['<1f44b-1f3fd>']);
  expect(drawn('1️⃣#️⃣')).toEqual(['<31-20e3>', '<23-20e3>']);
  expect(drawn('🏴󠁧󠁢󠁳󠁣󠁴󠁿')).toEqual(['<1f3f4-e0067-e0062-e0073-e0063-e0074-e007f>']);
});

test('with or without the sign that asks for an emoji', () => {
  expect(drawn('🏃‍♀️')).toEqual(drawn('🏃‍♀'));
  expect(drawn('☀️☀')).toEqual(['<2600>', '<2600>']);
  expect(drawn('♥♥️')).toEqual(['♥', '<2665>']);
});

test('an emoji without a drawing becomes what it is made of', () => {
  expect(drawn('😀\u200d😎')).toEqual(['<1f600>', '<1f60e>']);
  expect(drawn('😀\u200d🏴\u200d\u{1faff}')).toEqual(['<1f600>', '<1f3f4>']);
  expect(drawn('🦴🏽')).toEqual(['<1f9b4>']);
});

test('marks without end leave the letter, and three marks where they belong', () => {
  const flood = '\u0337\u0301\u0327\u0360'.repeat(5000);
  expect(drawn(`Z${flood}a${flood} 가${flood}`)).toHaveLength(4);
  expect(drawn(`Z${flood}`).join('').length).toBe(1);
  expect(drawn(`ש${'\u05b8\u05bc'.repeat(5000)}`).map((text) => text.length)).toEqual([4]);
  expect(drawn(`😀${flood}`)).toEqual(['<1f600>']);
  expect(drawn(`ก${'\u0e49'.repeat(50_000)}`).map((text) => text.length)).toEqual([4]);
});

test('control, invisible and unpaired characters are left out', () => {
  expect(drawn('\u0000가\u202e\u200b나\u2066\u00ad\u3164\ufeff\u{e0041}')).toEqual(['가', '나']);
  expect(drawn('\ud83d가\ude00\ufffd\ufffe\ue000')).toEqual(['가']);
  expect(drawn(' 가\n\t\u3000나 ')).toEqual(['가', ' ', '나']);
});

test('what no font has is drawn as the letter that it is a form of, or left out', () => {
  expect(drawn('𝓐𝕭㎒')).toEqual(['A', 'B', ...(advance('㎒', 'bold') === null ? ['M', 'H', 'z'] : ['㎒'])]);
  expect(drawn('नमस्ते 가')).toEqual([' ', '가']);
  expect(drawn('\u{20000}\u{1f0a1}')).toEqual([]);
});

test('Persian keeps the sign that parts its letters', () => {
  expect(drawn('می\u200cروم').join('')).toBe('می\u200cروم');
  expect(drawn('가\u200c나').join('')).toBe('가나');
});

test('Thai sara am is a mark and a letter', () => {
  expect(drawn('น้ำ')).toEqual(['น\u0e4d้', '\u0e32']);
});

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
);

test('whatever the text, each letter that is drawn is in its font', () => {
  fc.assert(
    fc.property(wild, (text) => {
      for (const letter of read(text, 'bold')) {
        if (letter.kind === 'emoji') continue;
        for (const character of letter.text) expect(advance(character, letter.face)).not.toBeNull();
      }
    }),
  );
});
