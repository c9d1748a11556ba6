import { parentPort, workerData } from 'node:worker_threads';
import { loadEmoji } from './emoji.ts';
import { loadAdvance, loadMeasure } from './font.ts';
import { leaderboardSvg } from './leaderboardSvg.ts';
import { createLetters } from './letters.ts';
import type { Drawable } from './pictures.ts';
import { findInk, toPng } from './png.ts';
import { timelineSvg } from './timelineSvg.ts';

/** One picture, drawn on a thread of its own, which ends with it. */
function draw(drawable: Drawable): Uint8Array {
  if (drawable.kind === 'timeline') return toPng(timelineSvg(drawable.picture, loadMeasure()));
  const [advance, emoji] = [loadAdvance(), loadEmoji()];
  const tools = { advance, emoji, letters: createLetters(advance, emoji), findInk };
  return toPng(leaderboardSvg(drawable.picture, tools), { colours: 256 });
}

parentPort?.postMessage(draw(workerData));
