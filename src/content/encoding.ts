import { type Message, messages } from './messages.ts';
import type { Position } from './problem.ts';

/** A file's text, and the fault of its encoding, if it has one; without a text, nothing else can be said of the file. */
export interface Decoded {
  readonly text: string | null;
  readonly fault: { readonly at: Position; readonly words: Message } | null;
}

const start: Position = { line: 1, column: 1 };

export function decodeUtf8(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { text: null, fault: { at: start, words: messages.notUtf8('UTF-16') } };
  const text = strictly(bytes);
  if (text === null)
    return { text: null, fault: { at: firstFault(bytes), words: messages.notUtf8('EUC-KR, CP949') } };
  const hasMark = text.startsWith('\uFEFF');
  return {
    text: hasMark ? text.slice(1) : text,
    fault: hasMark ? { at: start, words: messages.byteOrderMark() } : null,
  };
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function firstFault(bytes: Uint8Array): Position {
  let from = 0;
  for (let line = 1; from <= bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, from);
    const end = feed === -1 ? bytes.length : feed;
    const part = bytes.subarray(from, end);
    if (strictly(part) === null)
      return { line, column: new TextDecoder().decode(part).indexOf('\uFFFD') + 1 };
    from = end + 1;
  }
  return start;
}
