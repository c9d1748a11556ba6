import { finals, initials, jamo, putTogether, vowels } from './jamo.ts';

/** The two-set layout (두벌식, KS X 5002): which letter stands on which Latin key. Shift matters for seven keys only. */
const letterOfKey = new Map<string, string>([
  ...pairUp('qwertyuiopasdfghjklzxcvbnm', 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ'),
  ...pairUp('QWERTOP', 'ㅃㅉㄸㄲㅆㅒㅖ'),
]);
const keyOfLetter = new Map([...letterOfKey].map(([key, letter]) => [letter, key]));

/** Letters typed with two keys. */
const compounds = new Map<string, string>([
  ['ㅗㅏ', 'ㅘ'],
  ['ㅗㅐ', 'ㅙ'],
  ['ㅗㅣ', 'ㅚ'],
  ['ㅜㅓ', 'ㅝ'],
  ['ㅜㅔ', 'ㅞ'],
  ['ㅜㅣ', 'ㅟ'],
  ['ㅡㅣ', 'ㅢ'],
  ['ㄱㅅ', 'ㄳ'],
  ['ㄴㅈ', 'ㄵ'],
  ['ㄴㅎ', 'ㄶ'],
  ['ㄹㄱ', 'ㄺ'],
  ['ㄹㅁ', 'ㄻ'],
  ['ㄹㅂ', 'ㄼ'],
  ['ㄹㅅ', 'ㄽ'],
  ['ㄹㅌ', 'ㄾ'],
  ['ㄹㅍ', 'ㄿ'],
  ['ㄹㅎ', 'ㅀ'],
  ['ㅂㅅ', 'ㅄ'],
]);
const partsOfCompound = new Map([...compounds].map(([parts, whole]) => [whole, parts]));

function pairUp(keys: string, letters: string): [string, string][] {
  const split = [...letters];
  return [...keys].map((key, index) => [key, split[index] ?? '']);
}

function letterAt(character: string): string {
  return letterOfKey.get(character) ?? letterOfKey.get(character.toLowerCase()) ?? character;
}

/**
 * What the Latin keys would have typed on a Korean keyboard; other characters stay.
 *
 * @example typedAsHangul('dho qmffntmzmfls') // '왜 블루스크린'
 */
export function typedAsHangul(text: string): string {
  const letters = [...text].map(letterAt);
  let typed = '';
  let position = 0;
  while (position < letters.length) {
    const [syllable, used] = composeAt(letters, position);
    typed += syllable;
    position += used;
  }
  return typed;
}

/** The syllable that starts at a position, and how many letters it takes; a letter that starts none is itself. */
function composeAt(letters: readonly string[], start: number): [string, number] {
  const initial = letters[start] ?? '';
  if (!initials.includes(initial)) return composeVowel(letters, start);
  const [vowel, vowelLength] = longest(letters, start + 1, vowels);
  if (vowelLength === 0) return [initial, 1];
  const [final, finalLength] = finalAt(letters, start + 1 + vowelLength);
  return [putTogether({ initial, vowel, final }), 1 + vowelLength + finalLength];
}

function composeVowel(letters: readonly string[], start: number): [string, number] {
  const [vowel, length] = longest(letters, start, vowels);
  return length === 0 ? [letters[start] ?? '', 1] : [vowel, length];
}

/** A final consonant, unless it begins the next syllable: of 'ㄱㅏㄴㅏ' the ㄴ belongs to 나. */
function finalAt(letters: readonly string[], start: number): [string, number] {
  const [final, length] = longest(letters, start, finals);
  if (length === 0 || !vowels.includes(letters[start + length] ?? '')) return [final, length];
  return length === 2 ? [letters[start] ?? '', 1] : ['', 0];
}

/** The longest letter of a set (one or two keys) at a position, with its length in keys; ['', 0] for none. */
function longest(letters: readonly string[], start: number, among: readonly string[]): [string, number] {
  const first = letters[start] ?? '';
  const two = compounds.get(first + (letters[start + 1] ?? ''));
  if (two !== undefined && among.includes(two)) return [two, 2];
  return first !== '' && among.includes(first) ? [first, 1] : ['', 0];
}

/**
 * What the Korean letters would have typed on a Latin keyboard, in lower case; other characters stay.
 *
 * @example typedAsLatin('ㅊ개ㅈㅇㄴㅅ갸ㅏㄷ') // 'crowdstrike'
 */
export function typedAsLatin(text: string): string {
  let typed = '';
  for (const letter of jamo(text))
    for (const part of partsOfCompound.get(letter) ?? letter) typed += keyOfLetter.get(part) ?? part;
  return typed.toLowerCase();
}
