/** What phrasings have in common that differ in spaces, punctuation and case only: one of them leads to one pair. */
export function phrasingKey(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}]/gu, '');
}
