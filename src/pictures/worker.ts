import { parentPort } from 'node:worker_threads';
import { loadEmoji } from './emoji.ts';
import { loadAdvance, loadMeasure, type Measure } from './font.ts';
import type { LabelTools } from './label.ts';
import { leaderboardSvg } from './leaderboardSvg.ts';
import { createLetters } from './letters.ts';
import { findInk, toPng } from './png.ts';
import type { Drawable, Drawn } from './thread.ts';
import { timelineSvg } from './timelineSvg.ts';

let measure: Measure | null = null;
let tools: LabelTools | null = null;

/** Draws a picture. What is read from the fonts for it is kept for the next one. */
function draw(drawable: Drawable): Uint8Array {
  if (drawable.kind === 'timeline') {
    measure ??= loadMeasure();
    return toPng(timelineSvg(drawable.picture, measure));
  }
  tools ??= loadTools();
  return toPng(leaderboardSvg(drawable.picture, tools), { colours: 256 });
}

function loadTools(): LabelTools {
  const [advance, emoji] = [loadAdvance(), loadEmoji()];
  return { advance, emoji, letters: createLetters(advance, emoji), findInk };
}

function answer(drawable: Drawable): Drawn {
  try {
    return { png: draw(drawable) };
  } catch (error) {
    return { error };
  }
}

parentPort?.on('message', (drawable: Drawable) => parentPort?.postMessage(answer(drawable)));
