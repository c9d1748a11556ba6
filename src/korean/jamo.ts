const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const VOWELS_TIMES_FINALS = 588;
const FINALS = 28;

/** Compatibility letters in the order in which Unicode composes syllables. */
export const initials = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
export const vowels = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'];
export const finals = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];

export interface Syllable {
  readonly initial: string;
  readonly vowel: string;
  /** '' where the syllable is open. */
  readonly final: string;
}

export function isSyllable(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
}

/** Takes a syllable block apart; null for any other character. */
export function takeApart(character: string): Syllable | null {
  if (!isSyllable(character)) return null;
  const index = character.charCodeAt(0) - FIRST_SYLLABLE;
  return {
    initial: initials[Math.floor(index / VOWELS_TIMES_FINALS)] ?? '',
    vowel: vowels[Math.floor((index % VOWELS_TIMES_FINALS) / FINALS)] ?? '',
    final: finals[index % FINALS] ?? '',
  };
}

/** Puts a syllable block together from letters that form one. */
export function putTogether({ initial, vowel, final }: Syllable): string {
  const index =
    initials.indexOf(initial) * VOWELS_TIMES_FINALS + vowels.indexOf(vowel) * FINALS + finals.indexOf(final);
  return String.fromCharCode(FIRST_SYLLABLE + index);
}

/** The letters of a text, syllables taken apart, everything else as it is: '왜 MS' → 'ㅇㅙ MS'. */
export function jamo(text: string): string {
  let letters = '';
  for (const character of text) {
    const syllable = takeApart(character);
    letters += syllable === null ? character : syllable.initial + syllable.vowel + syllable.final;
  }
  return letters;
}

/**
 * Edit distance between two letter strings with adjacent transpositions (optimal string alignment), cut off: any
 * distance above `limit` is given as `limit + 1`.
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = nextRow(left, right, row, last, beforeLast);
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[right.length] ?? 0, limit + 1);
}

function nextRow(left: string, right: string, row: number, last: number[], beforeLast: number[]): number[] {
  const current = [row];
  for (let column = 1; column <= right.length; column++) {
    const substitution = (last[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
    let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, substitution);
    const swapped =
      row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
    if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
    current.push(cost);
  }
  return current;
}
