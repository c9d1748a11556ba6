import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import process from 'node:process';

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
  /** The longest stretch of this thread's own work, in milliseconds of CPU: what other programs do is not in it. */
  readonly longestWork: number;
  /** The same, as waited for by somebody who comes at any moment. */
  readonly workAtAnyMoment: number;
  /** Share of the time in which the loop was busy. */
  readonly busy: number;
}

/** Watches the event loop of this process until the returned function is called. */
export function watchLoop(): () => LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution });
  const before = performance.eventLoopUtilization();
  const gaps: number[] = [];
  const work: number[] = [];
  let last = performance.now();
  let worked = threadMilliseconds();
  const look = setInterval(() => {
    const [now, total] = [performance.now(), threadMilliseconds()];
    gaps.push(now - last);
    work.push(total - worked);
    [last, worked] = [now, total];
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
      p99AtAnyMoment: lateAtAnyMoment(gaps, gaps, 0.99),
      longestWork: work.reduce((most, one) => Math.max(most, one), 0),
      workAtAnyMoment: lateAtAnyMoment(work, gaps, 0.99),
      busy: performance.eventLoopUtilization(before).utilization,
    };
  };
}

function threadMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/**
 * How long somebody waits who comes at a random moment: in a stretch of w milliseconds anything from 0 to w, evenly. The
 * answer is the wait that is exceeded for `1 - part` of the time.
 *
 * @param gaps between two looks; all the time there was
 */
export function lateAtAnyMoment(stretches: readonly number[], gaps: readonly number[], part: number): number {
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  const timeOver = (wait: number) => stretches.reduce((sum, one) => sum + Math.max(0, one - wait), 0);
  let [low, high] = [0, stretches.reduce((most, one) => Math.max(most, one), 0)];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (timeOver(middle) > total * (1 - part)) low = middle;
    else high = middle;
  }
  return Math.max(0, high - resolution);
}
