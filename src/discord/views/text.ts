/** Discord counts Unicode code points. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** At most `maximum` code points; where something is left off, the last of them is "…". */
export function cut(text: string, maximum: number): string {
  const characters = [...text];
  return characters.length <= maximum ? text : `${characters.slice(0, maximum - 1).join('')}…`;
}

const markup = /[\\*_~`|<>[\]()#:@-]/g;

/** What a member typed, on one line, so that it can neither format, link nor mention anything. */
export function quoted(text: string, maximum = 100): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return cut(line, maximum).replace(markup, '\\$&');
}

/** Characters that turn the direction of what follows them. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What a member typed, with its own lines, so that it can neither format, link nor mention anything. */
export function escaped(text: string): string {
  return text
    .replace(turning, '')
    .replace(/[^\n\P{Cc}]/gu, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .replace(markup, '\\$&')
    .replace(/^(\s*\d+)\./gm, '$1\\.');
}

/** Small grey lines. */
export function greyLines(lines: readonly string[]): string {
  return lines.map((line) => `-# ${line}`).join('\n');
}

/** Paragraphs, without those that are empty. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
