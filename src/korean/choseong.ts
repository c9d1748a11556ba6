import { takeApart } from './jamo.ts';

/** The initial consonants of a text; Latin letters, digits and lone consonants stay: '데이터 센터' → 'ㄷㅇㅌ ㅅㅌ'. */
export function choseong(text: string): string {
  let letters = '';
  for (const character of text) letters += takeApart(character)?.initial ?? character;
  return letters;
}

/** Whether a text is typed as initial consonants only (spaces, digits aside), at least two of them. */
export function isChoseong(text: string): boolean {
  return /^[ㄱ-ㅎ\d\s]*$/u.test(text) && (text.match(/[ㄱ-ㅎ]/gu)?.length ?? 0) >= 2;
}
