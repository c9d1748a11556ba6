import type { FlowDeps } from '../deps.ts';
import { nextWork, type Ports, runDue } from './runDue.ts';

/** Calls `ring` after so many milliseconds, unless cancelled by what it returns. */
export type Alarm = (milliseconds: number, ring: () => void) => () => void;

/**
 * Also where nothing is due: another process may have made a schedule meanwhile, or the clock may have been set.
 * It is far below 2^31 milliseconds, over which a timer of Node rings at once.
 */
const longestSleep = 60_000;
/** So that what cannot be done now does not keep the process busy. */
const shortestSleep = 1_000;

export interface Scheduler {
  /** Does what is due, and from then on does so in time. */
  readonly start: () => Promise<void>;
  /** Looks at once; resolves when what is due has been done. */
  readonly wake: () => Promise<void>;
  /** Finishes what runs. */
  readonly stop: () => Promise<void>;
}

/** The deadlines are rows in the store; this is their alarm clock. Nothing is lost with it. */
export function createScheduler(deps: FlowDeps, ports: Ports, alarm: Alarm): Scheduler {
  let running: Promise<void> | null = null;
  let askedAgain = false;
  let stopped = true;
  let cancel = () => {};

  async function work(): Promise<void> {
    let sleep: number;
    do {
      askedAgain = false;
      await step();
      sleep = await sleepTime();
    } while (askedAgain && !stopped);
    running = null;
    if (!stopped) cancel = alarm(sleep, () => void wake());
  }

  async function step(): Promise<void> {
    try {
      await runDue(deps, ports);
    } catch (error) {
      deps.log.error({ error }, 'schedules-not-run');
    }
  }

  async function sleepTime(): Promise<number> {
    try {
      const next = await nextWork(deps);
      const left = next === null ? longestSleep : next.getTime() - deps.now().getTime();
      return Math.min(Math.max(left, shortestSleep), longestSleep);
    } catch (error) {
      deps.log.error({ error }, 'schedules-not-read');
      return longestSleep;
    }
  }

  async function wake(): Promise<void> {
    if (stopped) return;
    cancel();
    askedAgain = true;
    running ??= work();
    await running;
  }

  return {
    start() {
      stopped = false;
      return wake();
    },
    wake,
    async stop() {
      stopped = true;
      cancel();
      await running;
    },
  };
}
