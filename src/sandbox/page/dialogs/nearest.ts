const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
/** Syllables that share an initial consonant, and those that share the vowel as well. */
const perInitial = 588;
const perVowel = 28;
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/**
 * The items whose name holds what was typed; names that begin with it first, else in the given order. Initial
 * consonants stand for syllables (ㅈㅁ finds 질문), and so does a last syllable that is still being typed (지).
 */
export function nearest<T>(
  items: readonly T[],
  typed: string,
  namesOf: (item: T) => readonly string[],
): readonly T[] {
  const wanted = folded(typed.trim());
  const places = items.map((item) => ({
    item,
    place: Math.min(...namesOf(item).map((name) => placeIn(folded(name), wanted))),
  }));
  return [
    ...places.filter(({ place }) => place === 0),
    ...places.filter(({ place }) => place > 0 && place !== Number.POSITIVE_INFINITY),
  ].map(({ item }) => item);
}

function folded(text: string): readonly string[] {
  return [...text.normalize('NFC').toLowerCase()];
}

function placeIn(name: readonly string[], typed: readonly string[]): number {
  const starts = [...Array(Math.max(0, name.length - typed.length + 1)).keys()];
  const place = starts.find((start) =>
    typed.every((letter, index) => fits(name[start + index] ?? '', letter, index === typed.length - 1)),
  );
  return place ?? Number.POSITIVE_INFINITY;
}

function fits(letter: string, typed: string, isLast: boolean): boolean {
  if (letter === typed) return true;
  const syllable = syllableNumber(letter);
  if (syllable === undefined) return false;
  if (typed === initials[Math.floor(syllable / perInitial)]) return true;
  const begun = syllableNumber(typed);
  return isLast && begun !== undefined && begun === syllable - (syllable % perVowel);
}

function syllableNumber(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0;
  return code >= firstSyllable && code <= lastSyllable ? code - firstSyllable : undefined;
}
