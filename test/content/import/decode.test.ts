import { expect, test } from 'vitest';
import { decode } from '../../../src/content/import/decode.ts';

const text = '왜 멈췄어?\n파일이 잘못됐거든.\n';
const utf16le = Buffer.from(text, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();
/** '똠방이 뭐야?' and a line end; 똠 is in CP949 alone, not in EUC-KR. */
const cp949 = Buffer.from([0x8c, 0x63, 0xb9, 0xe6, 0xc0, 0xcc, 0x20, 0xb9, 0xb9, 0xbe, 0xdf, 0x3f, 0x0a]);

test.each([
  ['UTF-8', Buffer.from(text), 'UTF-8'],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'UTF-8'],
  ['UTF-16 LE with a byte order mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]), 'UTF-16LE'],
  ['UTF-16 BE with a byte order mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), 'UTF-16BE'],
  ['UTF-16 LE without', utf16le, 'UTF-16LE'],
  ['UTF-16 BE without', utf16be, 'UTF-16BE'],
])('%s is told from the others', (_, bytes, encoding) => {
  expect(decode(bytes)).toEqual({ text, encoding });
});

test('CP949, with a syllable that EUC-KR lacks', () => {
  expect(decode(cp949)).toEqual({ text: '똠방이 뭐야?\n', encoding: 'CP949' });
});

test('line ends of every system are one', () => {
  expect(decode(Buffer.from('a\r\nb\rc\u2028d')).text).toBe('a\nb\nc\nd');
});

test('an empty file is an empty text', () => {
  expect(decode(new Uint8Array()).text).toBe('');
});

test('what is no text is refused with what to do', () => {
  expect(() => decode(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x80, 0x41, 0xff]))).toThrow('save it as UTF-8');
});
