import { family, fontWeights, type Measure, type Weight } from './font.ts';
import { colours, escaped, highest, seal, sealSize, sheet, width } from './paper.ts';
import type { TimelineEvent, TimelinePicture } from './timeline.ts';
import { wrap } from './wrap.ts';

/** Pixels, as all lengths here. */
const margin = 64;
const axis = margin + 15;
const textLeft = axis + 51;
const textWidth = width - margin - textLeft;

interface Style {
  readonly size: number;
  readonly leading: number;
  readonly weight: Weight;
  readonly fill: string;
}

const heading: Style = { size: 28, leading: 38, weight: 'bold', fill: colours.seal };
const title: Style = { size: 50, leading: 66, weight: 'bold', fill: colours.ink };
const when: Style = { size: 32, leading: 44, weight: 'bold', fill: colours.seal };
const body: Style = { size: 34, leading: 51, weight: 'regular', fill: colours.ink };
/** For a timeline that would be too high otherwise. */
const denseBody: Style = { ...body, size: 28, leading: 40 };
const source: Style = { size: 28, leading: 40, weight: 'regular', fill: colours.soft };

/** Lines of one style, one below the other, and how high they are together. */
interface Block {
  readonly height: number;
  readonly at: (x: number, y: number) => string;
}

/**
 * The picture as SVG, 1,000 pixels wide and as high as its texts need.
 * @throws RangeError for a character that the font does not have, and for more events than a picture can hold.
 */
export function timelineSvg(picture: TimelinePicture, measure: Measure): string {
  for (const style of [body, denseBody]) {
    const { svg, height } = drawing(picture, style, measure);
    if (height <= highest) return svg;
  }
  throw new RangeError('the timeline is too long for a picture');
}

interface Drawing {
  readonly svg: string;
  readonly height: number;
}

function drawing(picture: TimelinePicture, textStyle: Style, measure: Measure): Drawing {
  const block = (text: string, style: Style, across: number) => textBlock(text, style, across, measure);
  const beside = width - 2 * margin - sealSize - 32;
  const headingBlock = block(picture.heading, heading, beside);
  const titleBlock = block(picture.title, title, beside);
  const sourceBlock = block(picture.source, source, width - 2 * margin);
  const titleTop = margin + headingBlock.height + 4;
  const eventsTop = Math.max(titleTop + titleBlock.height, margin + sealSize) + 52;
  const rows = stack(
    picture.events.map((event) => eventRow(event, textStyle, block)),
    eventsTop,
  );
  const ruleTop = rows.bottom + 16;
  const sourceTop = ruleTop + 28;
  const height = sourceTop + sourceBlock.height + margin - 14;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${family}">`,
    sheet(height),
    seal(width - margin - sealSize, margin),
    headingBlock.at(margin, margin),
    titleBlock.at(margin, titleTop),
    ...rows.parts,
    `<path d="M${margin} ${ruleTop}H${width - margin}" stroke="${colours.edge}" stroke-width="3"/>`,
    sourceBlock.at(margin, sourceTop),
    '</svg>',
  ];
  return { svg: parts.join('\n'), height };
}

type MakeBlock = (text: string, style: Style, across: number) => Block;

interface Row {
  readonly event: TimelineEvent;
  readonly when: Block;
  readonly text: Block;
  readonly height: number;
}

function eventRow(event: TimelineEvent, textStyle: Style, block: MakeBlock): Row {
  const [above, below] = [block(event.when, when, textWidth), block(event.text, textStyle, textWidth)];
  return { event, when: above, text: below, height: above.height + 4 + below.height + 38 };
}

/** The events from `top` down, with the line that joins each to the next. */
function stack(rows: readonly Row[], top: number): { readonly parts: string[]; readonly bottom: number } {
  const parts: string[] = [];
  let y = top;
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (next !== undefined) parts.push(joint(y, y + row.height, next.event.dated));
    parts.push(mark(y, row.event.dated), row.when.at(textLeft, y));
    parts.push(row.text.at(textLeft, y + row.when.height + 4));
    y += row.height;
  }
  return { parts, bottom: y };
}

/** How far below the top of its row the middle of a mark is: beside the first line. */
const markMiddle = when.leading / 2;

function joint(from: number, to: number, whole: boolean): string {
  const dashes = whole ? '' : ' stroke-dasharray="2 13" stroke-linecap="round"';
  const path = `M${axis} ${from + markMiddle + 26}V${to + markMiddle - 26}`;
  return `<path d="${path}" stroke="${colours.line}" stroke-width="5"${dashes}/>`;
}

function mark(top: number, filled: boolean): string {
  const ring = `fill="${filled ? colours.seal : 'none'}" stroke="${colours.seal}" stroke-width="5"`;
  return `<circle cx="${axis}" cy="${top + markMiddle}" r="11.5" ${ring}/>`;
}

function textBlock(text: string, style: Style, across: number, measure: Measure): Block {
  const { size, leading, weight, fill } = style;
  const lines = wrap(text, across, (line) => measure(line, size, weight));
  // Hangul stands from about 0.1 below the base line to 0.8 above it.
  const baseline = leading / 2 + size * 0.35;
  const spans = (x: number, y: number) =>
    lines.map(
      (line, index) => `<tspan x="${x}" y="${y + baseline + index * leading}">${escaped(line)}</tspan>`,
    );
  const common = `font-size="${size}" font-weight="${fontWeights[weight]}" fill="${fill}"`;
  return {
    height: lines.length * leading,
    at: (x, y) => `<text ${common}>${spans(x, y).join('')}</text>`,
  };
}
