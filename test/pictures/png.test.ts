import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { toPng } from '../../src/pictures/png.ts';

const svg = (content: string, height = 30) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="${height}">${content}</svg>`;

/** What the chunks of a PNG file hold. */
function chunks(png: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(png);
  const found = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const start = at + 8;
    found.set(bytes.toString('latin1', at + 4, start), bytes.subarray(start, start + bytes.readUInt32BE(at)));
  }
  return found;
}

/** Red, green, blue, alpha. */
function pixel(png: Uint8Array, x: number, y: number): number[] {
  const parts = chunks(png);
  const width = parts.get('IHDR')?.readUInt32BE(0) ?? 0;
  const index = inflateSync(parts.get('IDAT') ?? Buffer.alloc(0))[y * (width + 1) + 1 + x] ?? 0;
  return [
    ...(parts.get('PLTE')?.subarray(3 * index, 3 * index + 3) ?? []),
    parts.get('tRNS')?.[index] ?? 255,
  ];
}

test('a PNG file of the size of the drawing', () => {
  const png = toPng(svg('<rect width="40" height="30" fill="#fff"/>'));
  expect(Buffer.from(png.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const header = chunks(png).get('IHDR');
  expect([header?.readUInt32BE(0), header?.readUInt32BE(4)]).toEqual([40, 30]);
  expect([...chunks(png).keys()]).toEqual(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
});

test('colours are those of the drawing, clear and half clear ones too', () => {
  const png = toPng(
    svg(
      '<rect width="20" height="30" fill="#b8321f"/><rect x="30" width="10" height="30" fill="#ff8000" opacity="0.5"/>',
    ),
  );
  expect([pixel(png, 5, 5), pixel(png, 25, 5), pixel(png, 35, 29)]).toEqual([
    [184, 50, 31, 255],
    [0, 0, 0, 0],
    [255, 128, 0, 128],
  ]);
});

test('of many colours the frequent ones stay as they are', () => {
  const blends = Array.from(
    { length: 40 * 20 },
    (_, index) =>
      `<rect x="${index % 40}" y="${Math.floor(index / 40)}" width="1" height="1" fill="rgb(${index % 256},${(index * 7) % 256},${(index * 31) % 256})"/>`,
  );
  const png = toPng(svg(`${blends.join('')}<rect y="20" width="40" height="80" fill="#fbf7ee"/>`, 100));
  expect(pixel(png, 20, 60)).toEqual([251, 247, 238, 255]);
  expect((chunks(png).get('PLTE')?.length ?? 0) / 3).toBeLessThanOrEqual(64);
});

test('the same drawing gives the same bytes', () => {
  const drawing = svg('<text x="2" y="20" font-family="Gothic A1" font-size="16">먹통</text>');
  expect(toPng(drawing)).toEqual(toPng(drawing));
});
