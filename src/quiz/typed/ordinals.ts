/** The ordinals of English, as far as days of a month go. */

const words =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
  fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`.split(/\s+/u);
const tens = new Map([
  ['twenty', 20],
  ['thirty', 30],
]);

/** The source of an expression for one. */
export const ordinalWord = `(?:(?:twenty|thirty)[ -])?(?:${words.join('|')})|thirtieth`;

/** Of a word or two: third → 3, twenty-first → 21; null for anything else. */
export function ordinalOf(text: string): number | null {
  const parts = text.toLowerCase().split(/[ -]/u);
  const last = parts.at(-1) ?? '';
  if (parts.length === 1 && last === 'thirtieth') return 30;
  const ones = words.indexOf(last) + 1;
  const ten = parts.length === 1 ? 0 : tens.get(parts[0] ?? '');
  return ones === 0 || ten === undefined || parts.length > 2 ? null : ten + ones;
}
