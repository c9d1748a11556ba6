import { family } from './font.ts';
import { createLabel, type Label, type LabelStyle, type LabelTools } from './label.ts';
import { type LeaderboardPicture, type LeaderboardRow, mostRows } from './leaderboard.ts';
import { colours, seal, sealSize, sheet, width } from './paper.ts';
import { wrap } from './wrap.ts';

/** Pixels, as all lengths here. */
const margin = 48;
const rowHeight = 70;
const rowStep = rowHeight + 12;
const rankWidth = 92;
const trackLeft = margin + rankWidth;
const trackWidth = width - margin - trackLeft;
const round = 18;
/** Between the end of the track and the words on it. */
const inset = 24;
/** A longer score would leave no room for the name. */
const widestScore = 300;
/** How many lines a text may have before its end is cut. */
const mostLines = 3;

/** Gold, silver, bronze: the medal, and its bar, on which ink is read. */
const medals: Readonly<Record<number, { readonly medal: string; readonly bar: string }>> = {
  1: { medal: '#d9a300', bar: '#f6d77c' },
  2: { medal: '#8d96a0', bar: '#d5d9dc' },
  3: { medal: '#b06f3a', bar: '#ebc19b' },
};
const track = '#f2eada';
const bar = '#e4d4b4';

interface Style extends LabelStyle {
  readonly leading: number;
}

const title: Style = { size: 50, leading: 66, weight: 'bold', fill: colours.ink };
const subtitle: Style = { size: 30, leading: 44, weight: 'regular', fill: colours.soft };
const note: Style = { size: 32, leading: 46, weight: 'regular', fill: colours.soft };
const name: LabelStyle = { size: 36, weight: 'bold', fill: colours.ink };
const rank: LabelStyle = { size: 34, weight: 'bold', fill: colours.soft };

/** The picture as SVG, 1,000 pixels wide and as high as its rows need. */
export function leaderboardSvg(picture: LeaderboardPicture, tools: LabelTools): string {
  const { rows, empty } = picture;
  const block = (text: string, style: Style, across: number) => textBlock(text, style, across, tools);
  const beside = width - 2 * margin - sealSize - 32;
  const titleBlock = block(picture.title, title, beside);
  const subtitleBlock = block(picture.subtitle, subtitle, beside);
  const top = Math.max(titleBlock.height + 6 + subtitleBlock.height, sealSize) + margin + 34;
  const list =
    rows.length === 0 ? emptyList(block(empty, note, trackWidth), top) : rowList(picture, top, tools);
  const height = list.bottom + margin - 12;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${family}">`,
    sheet(height),
    seal(width - margin - sealSize, margin),
    titleBlock.at(margin, margin),
    subtitleBlock.at(margin, margin + titleBlock.height + 6),
    ...list.parts,
    '</svg>',
  ].join('\n');
}

/** Lines of one style, one below the other, and how high they are together. */
interface Block {
  readonly height: number;
  readonly at: (x: number, y: number) => string;
}

function textBlock(text: string, style: Style, across: number, tools: LabelTools): Block {
  const { size, leading } = style;
  const widthOf = (line: string) => {
    let sum = 0;
    for (const letter of tools.letters(line, style.weight)) sum += letter.width * size;
    return sum;
  };
  const lines = wrap(text, across, widthOf);
  const kept = [...lines.slice(0, mostLines - 1), lines.slice(mostLines - 1).join(' ')];
  const labels = kept.flatMap((line) => createLabel(line, style, across, tools) ?? []);
  return {
    height: labels.length * leading,
    at: (x, y) =>
      labels.map((label, index) => label.at(x, y + index * leading + baseline(leading, size))).join(''),
  };
}

/** Hangul stands from about 0.1 below the base line to 0.8 above it. */
function baseline(height: number, size: number): number {
  return height / 2 + size * 0.35;
}

interface List {
  readonly parts: readonly string[];
  readonly bottom: number;
}

function emptyList(block: Block, top: number): List {
  const height = block.height + 96;
  const box = `<rect x="${margin}" y="${top}" width="${width - 2 * margin}" height="${height}" rx="${round}" fill="${track}"/>`;
  return { parts: [box, block.at(margin + 46, top + 48)], bottom: top + height + 12 };
}

function rowList({ rows, nameless }: LeaderboardPicture, top: number, tools: LabelTools): List {
  const most = Math.max(...rows.map(pointsOf));
  const shown = rows.slice(0, mostRows);
  const parts = shown.map((row, index) => rowAt(top + index * rowStep, row, most, nameless, tools));
  return { parts, bottom: top + shown.length * rowStep };
}

function pointsOf({ points }: LeaderboardRow): number {
  return Number.isFinite(points) ? Math.max(0, points) : 0;
}

function rowAt(y: number, row: LeaderboardRow, most: number, nameless: string, tools: LabelTools): string {
  const fill = medals[row.rank]?.bar ?? bar;
  const points = pointsOf(row);
  const box = (across: number, paint: string) =>
    `<rect x="${trackLeft}" y="${y}" width="${across}" height="${rowHeight}" rx="${round}" ${paint}/>`;
  const line = y + baseline(rowHeight, name.size);
  const score = createLabel(row.score, name, widestScore, tools);
  const beside = trackWidth - 2 * inset - (score === null ? 0 : score.width + inset);
  const label =
    createLabel(row.name, name, beside, tools) ??
    createLabel(nameless, { ...name, fill: colours.soft }, beside, tools);
  return [
    rankAt(y, row.rank, tools),
    box(trackWidth, `fill="${track}"`),
    // Not narrower than its round ends.
    ...(points > 0 ? [box(Math.max(2 * round, (trackWidth * points) / most), `fill="${fill}"`)] : []),
    label?.at(trackLeft + inset, line) ?? '',
    score?.at(trackLeft + trackWidth - inset - score.width, line) ?? '',
  ].join('\n');
}

function rankAt(y: number, place: number, tools: LabelTools): string {
  const medal = medals[place]?.medal;
  const middle = margin + 35;
  const fill = medal === undefined ? rank.fill : colours.paper;
  const label = createLabel(String(place), { ...rank, fill }, rankWidth - 12, tools);
  const disc =
    medal === undefined ? '' : `<circle cx="${middle}" cy="${y + rowHeight / 2}" r="29" fill="${medal}"/>`;
  return disc + centred(label, middle, y + baseline(rowHeight, rank.size));
}

function centred(label: Label | null, middle: number, y: number): string {
  return label?.at(middle - label.width / 2, y) ?? '';
}
