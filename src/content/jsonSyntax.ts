import type { JsonFault } from './messages.ts';

export interface JsonSyntaxFault {
  readonly fault: JsonFault;
  /** Index into the text. */
  readonly offset: number;
}

/** As deep as no translation is. */
const deepest = 100;

class Stop extends Error {
  readonly found: JsonSyntaxFault;

  constructor(fault: JsonFault, offset: number) {
    super(fault);
    this.found = { fault, offset };
  }
}

/** The first place at which a text is not JSON, and what is wrong there; null where nothing is. */
export function jsonSyntaxFault(text: string): JsonSyntaxFault | null {
  try {
    const end = blank(text, value(text, blank(text, 0), 0));
    if (end < text.length) throw new Stop(strayed(text, end, 'rest'), end);
    return null;
  } catch (error) {
    if (error instanceof Stop) return error.found;
    throw error;
  }
}

/** Each of these gives the index behind what it has read. */
function blank(text: string, from: number): number {
  let at = from;
  while (/[ \t\r\n]/u.test(text[at] ?? '')) at += 1;
  return at;
}

function value(text: string, at: number, depth: number): number {
  if (depth > deepest) throw new Stop('deep', at);
  if (at >= text.length) throw new Stop('end', at);
  if (text[at] === '{') return members(text, at, '}', depth);
  if (text[at] === '[') return members(text, at, ']', depth);
  if (text[at] === '"') return string(text, at);
  const plain = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/u.exec(
    text.slice(at, at + 400),
  );
  if (plain === null) throw new Stop(strayed(text, at, 'value'), at);
  return at + plain[0].length;
}

/** An object or a list, from its opening bracket on. */
function members(text: string, from: number, closing: '}' | ']', depth: number): number {
  let at = blank(text, from + 1);
  if (text[at] === closing) return at + 1;
  for (;;) {
    if (closing === '}') at = name(text, at);
    at = blank(text, value(text, at, depth + 1));
    if (text[at] === closing) return at + 1;
    if (at >= text.length) throw new Stop('end', at);
    if (text[at] !== ',') throw new Stop(strayed(text, at, 'comma'), at);
    const comma = at;
    at = blank(text, at + 1);
    if (text[at] === closing) throw new Stop('trailing', comma);
  }
}

function name(text: string, from: number): number {
  if (from >= text.length) throw new Stop('end', from);
  if (text[from] !== '"') throw new Stop(strayed(text, from, 'quote'), from);
  const colon = blank(text, string(text, from));
  if (text[colon] !== ':') throw new Stop('colon', colon);
  return blank(text, colon + 1);
}

function string(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character === '\\') {
      if (!/^(?:["\\/bfnrt]|u[\da-fA-F]{4})/u.test(text.slice(at + 1, at + 6))) throw new Stop('escape', at);
      at += 1;
    } else if (character < ' ') break;
  }
  throw new Stop('open', from);
}

/** What people write who take it for JavaScript or YAML. */
function strayed(text: string, at: number, otherwise: JsonFault): JsonFault {
  if (/^(?:\/[/*]|#)/u.test(text.slice(at, at + 2))) return 'comment';
  if (otherwise !== 'comma' && /['‘’“”\p{L}]/u.test(text.charAt(at))) return 'quote';
  return otherwise;
}
