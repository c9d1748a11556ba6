import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { type Face, families, family, fontFiles } from './font.ts';

/** One byte could tell 256 apart; of 64 the eye sees no difference in plain drawings, and the file is smaller. */
const fewColours = 64;

const font = { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: family };

/**
 * Draws an SVG. The same SVG gives the same bytes: the fonts are the project's own, never those of the machine.
 * Takes tens of milliseconds, so not for the main thread.
 */
export function toPng(svg: string, { colours = fewColours }: { readonly colours?: number } = {}): Uint8Array {
  const image = new Resvg(svg, { font }).render();
  return encode(image.pixels, image.width, image.height, colours);
}

/** Where across the ink of an SVG is whose only font is that of a face, in pixels; null where there is none. */
export function findInk(svg: string, face: Face): { readonly x: number; readonly width: number } | null {
  const only = { loadSystemFonts: false, fontFiles: [fontFiles[face]], defaultFontFamily: families[face] };
  const box = new Resvg(svg, { font: only }).innerBBox();
  return box === undefined ? null : { x: box.x, width: box.width };
}

/** Pictures here have few colours and their blends, so one byte a pixel and a palette do: a third of the size. */
function encode(rgba: Uint8Array, width: number, height: number, mostColours: number): Uint8Array {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4);
  const { palette, indexOf } = choosePalette(pixels, mostColours);
  const rows = Buffer.alloc(height * (width + 1));
  let [last, index] = [pixels[0] ?? 0, indexOf(pixels[0] ?? 0)];
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    // Each row begins with its filter: none.
    to += 1;
    for (let x = 0; x < width; x += 1) {
      const colour = pixels[from++] ?? 0;
      if (colour !== last) {
        last = colour;
        index = indexOf(colour);
      }
      rows[to++] = index;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const opaque = palette.map((colour) => Buffer.from(channels(colour).slice(0, 3)));
  const alphas = palette.map((colour) => channels(colour)[3]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.concat(opaque)),
    chunk('tRNS', Buffer.from(alphas)),
    // Level 9 takes six times as long for a file a tenth smaller.
    chunk('IDAT', deflateSync(rows, { level: 7 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Palette {
  readonly palette: readonly number[];
  readonly indexOf: (colour: number) => number;
}

/**
 * Colours that are nearly the same become the most frequent one among them; flat areas stay as they were. Where that
 * leaves too many, the rarest, which are blends at edges, become the nearest of the others.
 */
function choosePalette(pixels: Uint32Array, mostColours: number): Palette {
  const counts = new Map<number, number>();
  for (let from = 0, to = 0; from < pixels.length; from = to) {
    const colour = pixels[from] ?? 0;
    while (pixels[to] === colour) to += 1;
    counts.set(colour, (counts.get(colour) ?? 0) + to - from);
  }
  const byCount = [...counts].sort(([a, some], [b, more]) => more - some || a - b);
  const groups = new Map<number, { readonly colour: number; count: number }>();
  for (const [colour, count] of byCount) {
    const group = groups.get(nearness(colour));
    if (group === undefined) groups.set(nearness(colour), { colour, count });
    else group.count += count;
  }
  const byGroup = [...groups].sort(
    ([, one], [, other]) => other.count - one.count || one.colour - other.colour,
  );
  const palette = byGroup.slice(0, mostColours).map(([, { colour }]) => colour);
  const indices = new Map(
    byGroup.map(([near, { colour }], index) => [
      near,
      index < mostColours ? index : nearest(colour, palette),
    ]),
  );
  return { palette, indexOf: (colour) => indices.get(nearness(colour)) ?? 0 };
}

/** The same for colours of which no eye tells one from the other. */
function nearness(colour: number): number {
  return (colour & 0xf8f8f8f8) >>> 0;
}

function nearest(colour: number, palette: readonly number[]): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, other] of palette.entries()) {
    let distance = 0;
    for (let shift = 0; shift < 32; shift += 8) {
      distance += (((colour >>> shift) & 0xff) - ((other >>> shift) & 0xff)) ** 2;
    }
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/** Red, green, blue and alpha of a pixel as it lies in memory, where the first three are multiplied by the last. */
function channels(colour: number): [number, number, number, number] {
  const alpha = colour >>> 24;
  const plain = (channel: number) => (alpha === 0 ? 0 : Math.min(255, Math.round((channel * 255) / alpha)));
  return [plain(colour & 0xff), plain((colour >>> 8) & 0xff), plain((colour >>> 16) & 0xff), alpha];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
