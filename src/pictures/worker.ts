import { parentPort, workerData } from 'node:worker_threads';
import { loadMeasure } from './font.ts';
import { toPng } from './png.ts';
import type { TimelinePicture } from './timeline.ts';
import { timelineSvg } from './timelineSvg.ts';

/** One picture, drawn on a thread of its own, which ends with it. */
const picture = workerData as TimelinePicture;
const png = toPng(timelineSvg(picture, loadMeasure()));
parentPort?.postMessage(png);
