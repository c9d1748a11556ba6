import { fontWeights } from './font.ts';

/** Ink and a seal on paper, with an edge of its own: it stands out on Discord's dark grey and on its white. */
export const colours = {
  paper: '#fbf7ee',
  edge: '#e3d9c4',
  ink: '#25211c',
  soft: '#6f675b',
  line: '#cdbfa5',
  seal: '#b8321f',
} as const;

/** Pixels. A phone shows 1,000 of them across its width, so nothing is set smaller than 28. */
export const width = 1000;
export const sealSize = 92;
/** Discord's previews are WebP, whose sides end here. */
export const highest = 16_383;

/** What everything lies on. */
export function sheet(height: number): string {
  return `<rect x="1.5" y="1.5" width="${width - 3}" height="${height - 3}" rx="34" fill="${colours.paper}" stroke="${colours.edge}" stroke-width="3"/>`;
}

/** 먹통 in white on red, as a stamp. */
export function seal(x: number, y: number): string {
  const middle = x + sealSize / 2;
  const text = `text-anchor="middle" font-size="36" font-weight="${fontWeights.bold}" fill="${colours.paper}"`;
  return [
    `<rect x="${x}" y="${y}" width="${sealSize}" height="${sealSize}" rx="18" fill="${colours.seal}"/>`,
    `<text x="${middle}" y="${y + 59}" ${text}>먹통</text>`,
  ].join('\n');
}

export function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`);
}
