import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

/** Milliseconds between two looks at the event loop. */
const resolution = 1;

/** How late the event loop came to what was due, in milliseconds. */
export interface LoopDelay {
  /** Of all looks; a stall of any length is one look, or two. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** The same as somebody sees it who comes at any moment: a stall counts for as long as it lasts. */
  readonly p99AtAnyMoment: number;
  /** Share of the time in which the loop was busy. */
  readonly busy: number;
}

/** Watches the event loop of this process until the returned function is called. */
export function watchLoop(): () => LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution });
  const before = performance.eventLoopUtilization();
  const gaps: number[] = [];
  let last = performance.now();
  const look = setInterval(() => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }, resolution);
  histogram.enable();
  return () => {
    histogram.disable();
    clearInterval(look);
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
    return {
      p50: late(histogram.percentile(50)),
      p99: late(histogram.percentile(99)),
      max: late(histogram.max),
      p99AtAnyMoment: lateAtAnyMoment(gaps, 0.99),
      busy: performance.eventLoopUtilization(before).utilization,
    };
  };
}

/**
 * How long somebody waits who comes at a random moment: in a gap of g milliseconds anything from 0 to g, evenly. The
 * answer is the wait that is exceeded for `1 - part` of the time.
 */
export function lateAtAnyMoment(gaps: readonly number[], part: number): number {
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  const timeOver = (wait: number) => gaps.reduce((sum, gap) => sum + Math.max(0, gap - wait), 0);
  let [low, high] = [0, Math.max(0, ...gaps.map(Math.ceil))];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (timeOver(middle) > total * (1 - part)) low = middle;
    else high = middle;
  }
  return Math.max(0, high - resolution);
}
