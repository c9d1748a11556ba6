import iconv from 'iconv-lite';
import { UnreadableArticle } from './article.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** From this share of zero bytes on it is no stray one: UTF-16 has one in every space and line end. */
const zerosOfUtf16 = 0.01;

/**
 * The text of a file in UTF-8 or UTF-16, with or without a byte order mark, or in CP949 (which holds EUC-KR), the
 * encodings of Korean texts; the byte order mark is left out, lines end with \n.
 * @throws UnreadableArticle where it is none of them
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const text = encoding === 'cp949' ? decodeCp949(bytes) : decodeAs(encoding, bytes);
  if (text === null)
    throw new UnreadableArticle('is no text in UTF-8, UTF-16 or CP949 (EUC-KR): save it as UTF-8');
  return { text: text.replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n'), encoding: encoding.toUpperCase() };
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 1].map((parity) => bytes.filter((byte, at) => byte === 0 && at % 2 === parity).length);
  const [high = 0, low = 0] = zeros;
  if (high + low > bytes.length * zerosOfUtf16) return high > low ? 'utf-16be' : 'utf-16le';
  return decodeAs('utf-8', bytes) === null ? 'cp949' : 'utf-8';
}

/** Null where the bytes mean nothing in that encoding. */
function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Node's own decoder for Korean knows EUC-KR alone, which lacks 8,822 of the syllables (됬, 똠, 펲). */
function decodeCp949(bytes: Uint8Array): string | null {
  const text = iconv.decode(bytes, 'cp949');
  return text.includes('\uFFFD') ? null : text;
}
