import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GameEvent } from '../../quiz/game.ts';
import {
  claimTelling,
  hasUntold,
  keepAlive,
  nextDeadline,
  readAbandoned,
  readDueGames,
  readRunning,
  readUntold,
  releaseGames,
  type StoredGame,
  saveTold,
  takeOverGame,
  tellTime,
  type UntoldGame,
} from '../../store/quizGames.ts';
import type { FlowDeps } from '../deps.ts';
import type { Alarm } from '../summary/scheduler.ts';
import type { Host } from './host.ts';
import { createLines } from './lines.ts';
import { createShows } from './shows.ts';
import { type Stepped, step } from './step.ts';

/** How often a process says that it is there, and after how long without it another takes its games over. */
const beat = 5_000;
export const leaseTime = 15_000;
/** How often an end that could not be shown is shown again before it is given up: for about an hour. */
const retellings = 14;
/** So many games at a time: with a store in this process, hundreds that are due at once would hold up all else. */
const slice = 4;
/** So that what fails does not keep the process busy, in milliseconds: where all is well, and where something is not. */
const shortestSleep = 20;
const troubledSleep = 1_000;
/** Milliseconds by which a clock may be corrected without a word. */
const clockSlack = 2_000;

export interface Runner {
  /** Of this process, and of no other that ever was. */
  readonly id: string;
  /** Goes on with what was left, and from then on rings every deadline in time. */
  readonly start: () => Promise<void>;
  /** Shows what a game brings, and returns at once. */
  readonly perform: (stepped: Stepped) => void;
  /**
   * Lets an event happen, once those before it have, and shows what it brings; resolves when it is written down. Null for
   * an unknown game. Rejects with a StoreError.
   */
  readonly step: (game: string, event: GameEvent) => Promise<Stepped | null>;
  /** The same for what nobody waits for, such as a deleted message. Never rejects. */
  readonly happen: (game: string, event: GameEvent) => Promise<void>;
  /** Resolves when all that was asked for has been shown. */
  readonly settled: () => Promise<void>;
  /** Looks for what is due at once. */
  readonly wake: () => Promise<void>;
  /** Finishes what is being shown; the games stay, for the next process, which goes on with them at once. */
  readonly stop: () => Promise<void>;
}

/** The deadlines are rows in the store; this is their alarm clock. */
export function createRunner(deps: FlowDeps, host: Host, alarm: Alarm, id: string): Runner {
  const steps = createLines();
  const shows = createShows({ deps, host, alarm, happen });
  let stopped = true;
  let working: Promise<void> | null = null;
  let askedAgain = false;
  /** When this process last said that it is there, and last looked at its games; milliseconds since the epoch. */
  let beatAt = Number.NEGATIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;
  /** How many events could not be written down. */
  let troubles = 0;
  let cancel = () => {};

  function perform({ stored, effects }: Stepped): void {
    shows.show(stored, effects);
    if (effects.some(({ type }) => type === 'schedule')) void wake();
  }

  function stepOn(game: string, event: GameEvent): Promise<Stepped | null> {
    return steps.add(game, async () => {
      const stepped = await step(deps, game, event);
      if (stepped !== null) perform(stepped);
      return stepped;
    });
  }

  async function happen(game: string, event: GameEvent): Promise<void> {
    try {
      await stepOn(game, event);
    } catch (error) {
      troubles++;
      deps.log.error({ error, game }, 'quiz-not-written');
    }
  }

  async function work(): Promise<void> {
    let sleep: number;
    do {
      askedAgain = false;
      sleep = await ring();
    } while (askedAgain && !stopped);
    working = null;
    if (!stopped) cancel = alarm(sleep, () => void wake());
  }

  /** Does what is due; how many milliseconds there are until the next. */
  async function ring(): Promise<number> {
    const before = troubles;
    try {
      // Without a game, nothing is written: a bot at rest takes no lock on the store.
      if (!(await hasUntold(deps.db))) return beat;
      const aliveSince = await look(deps.now());
      const next = await nextDeadline(deps.db, id, aliveSince);
      const left = next === null ? beat : next.getTime() - deps.now().getTime();
      return Math.min(Math.max(left, troubles > before ? troubledSleep : shortestSleep), beat);
    } catch (error) {
      deps.log.error({ error }, 'quizzes-not-run');
      return beat;
    }
  }

  /** Since when a process must have been heard of to count as alive. */
  async function look(now: Date): Promise<Date> {
    const time = now.getTime();
    const aliveSince = new Date(time - leaseTime);
    const isSetBack = time < lookedAt - clockSlack;
    lookedAt = time;
    if (isSetBack || time - beatAt >= beat) {
      beatAt = time;
      await keepAlive(deps.db, id, now, aliveSince);
    }
    if (isSetBack) await startAnew(now);
    await inSlices(await readAbandoned(deps.db, aliveSince), (stored) => takeOver(stored, now));
    await inSlices(await readDueGames(deps.db, id, now, aliveSince), (game) =>
      happen(game, { type: 'deadline' }),
    );
    await inSlices(await readUntold(deps.db, now), (untold) => retell(untold, now));
    return aliveSince;
  }

  /** The clock was set back, and every deadline is as far away as that. */
  async function startAnew(now: Date): Promise<void> {
    deps.log.warn({ now }, 'clock-set-back');
    await inSlices(await readRunning(deps.db, id), (game) =>
      happen(game, { type: 'restart', since: now.getTime() }),
    );
  }

  async function takeOver(stored: StoredGame, now: Date): Promise<void> {
    if (!(await takeOverGame(deps.db, stored, id, now))) return;
    await happen(stored.id, { type: 'restart', since: stored.aliveAt.getTime() });
  }

  /** The channel has been free since the end; what is left is to say so there, each time after a longer pause. */
  async function retell(untold: UntoldGame, now: Date): Promise<void> {
    const { id: game, retold } = untold;
    if (retold >= retellings) {
      deps.log.error({ game }, 'quiz-end-not-told');
      return saveTold(deps.db, game, now);
    }
    const until = new Date(now.getTime() + (retold + 2) * tellTime);
    if (await claimTelling(deps.db, untold, until))
      await happen(game, { type: 'restart', since: now.getTime() });
  }

  async function wake(): Promise<void> {
    if (stopped) return;
    cancel();
    askedAgain = true;
    working ??= work();
    await working;
  }

  return {
    id,
    start() {
      stopped = false;
      return wake();
    },
    ...{ perform, step: stepOn, happen, settled: shows.settled, wake },
    async stop() {
      stopped = true;
      cancel();
      await working;
      await steps.settled();
      await shows.stop();
      await releaseGames(deps.db, id, deps.now()).catch((error: unknown) => {
        deps.log.error({ error }, 'quizzes-not-released');
      });
    },
  };
}

async function inSlices<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += slice) {
    if (at > 0) await nextTurn();
    await Promise.all(items.slice(at, at + slice).map(work));
  }
}
