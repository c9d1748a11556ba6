import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Effect, GameEvent } from '../../quiz/game.ts';
import {
  claimTelling,
  hasUntold,
  keepAlive,
  nextDeadline,
  readAbandoned,
  readDueGames,
  readGame,
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
import type { Asked, Host, Shown } from './host.ts';
import { createPaced } from './paced.ts';
import { type Stepped, step } from './step.ts';

/** How often a process says that it is there, and after how long without it another takes its games over. */
const beat = 5_000;
export const leaseTime = 15_000;
/** How often an end that could not be shown is shown again before it is given up. */
const retellings = 2;
/** Milliseconds between two edits of a lobby, and lobbies edited at once: Discord has little patience with edits. */
const lobbyPause = 1_500;
const lobbiesAtOnce = 4;
/** So many games at a time: with a store in this process, hundreds that are due at once would hold up all else. */
const slice = 4;
/** So that a store that fails does not keep the process busy. */
const shortestSleep = 20;

export interface Runner {
  /** Of this process, and of no other that ever was. */
  readonly id: string;
  /** Goes on with what was left, and from then on rings every deadline in time. */
  readonly start: () => Promise<void>;
  /** Does what a step asks for, and returns at once. */
  readonly perform: (stepped: Stepped) => void;
  /** Lets an event of Discord's happen, such as a deleted message. */
  readonly happen: (game: string, event: GameEvent) => Promise<void>;
  /** Resolves when all that was asked for has been shown. */
  readonly settled: () => Promise<void>;
  /** Looks for what is due at once. */
  readonly wake: () => Promise<void>;
  /** Finishes what is being shown; the games stay, for the next process, which goes on with them at once. */
  readonly stop: () => Promise<void>;
}

/** The deadlines are rows in the store; this is their alarm clock, and the hand that shows what they bring. */
export function createRunner(deps: FlowDeps, host: Host, alarm: Alarm, id: string): Runner {
  const chains = new Map<string, Promise<void>>();
  const lobbies = createPaced({ pause: lobbyPause, atOnce: lobbiesAtOnce, alarm, show: showLobby });
  let stopped = true;
  let working: Promise<void> | null = null;
  let askedAgain = false;
  /** When this process last said that it is there; milliseconds since the epoch. */
  let beatAt = Number.NEGATIVE_INFINITY;
  let cancel = () => {};

  function perform({ stored, effects }: Stepped): void {
    const shown = effects.filter(({ type }) => type !== 'feedback' && type !== 'schedule');
    if (shown.length > 0) enqueue(stored, shown);
    if (effects.some(({ type }) => type === 'schedule')) void wake();
  }

  function enqueue(stored: StoredGame, effects: readonly Effect[]): void {
    const before = chains.get(stored.id) ?? Promise.resolve();
    const chain = before.then(async () => {
      for (const effect of effects) await show(stored, effect);
      if (chains.get(stored.id) === chain) chains.delete(stored.id);
    });
    chains.set(stored.id, chain);
  }

  async function show(stored: StoredGame, effect: Effect): Promise<void> {
    if (effect.type === 'ask') return answerTo(stored, effect, await safely(host.ask(stored, effect)));
    if (effect.type === 'lobby') return lobbies.put(stored.id);
    if (effect.type === 'reveal') return heed(stored, await safely(host.reveal(stored, effect)));
    if (effect.type === 'pause') return heed(stored, await safely(host.pause(stored)));
    if (effect.type === 'withdraw') await safely(host.withdraw(stored, effect));
    // What is still on its way would open it again.
    if (effect.type === 'close-lobby' || effect.type === 'end') await lobbies.close(stored.id);
    if (effect.type === 'close-lobby') await safely(host.closeLobby(stored, effect));
    if (effect.type === 'end') await tell(stored, effect);
  }

  /** As it is now: people come and go faster than it can be shown. */
  async function showLobby(game: string): Promise<void> {
    const stored = await safely(readGame(deps.db, game));
    if (stored?.game.phase !== 'lobby') return;
    const placed = await safely(host.lobby(stored));
    if (placed?.kind !== 'shown') return heed(stored, placed?.kind ?? null);
    const { message } = placed;
    if (message !== stored.game.lobby) await happen(game, { type: 'lobby-shown', message });
  }

  /** Unless it is written down that the end was shown, its row rings again. */
  async function tell(stored: StoredGame, effect: Extract<Effect, { type: 'end' }>): Promise<void> {
    const told = await safely(host.end(stored, effect).then(() => true));
    if (told) await safely(saveTold(deps.db, stored.id, deps.now()));
  }

  /** Null, and a line in the log, for what rejects. */
  async function safely<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      deps.log.error({ error }, 'quiz-not-shown');
      return null;
    }
  }

  async function answerTo(
    stored: StoredGame,
    { question, attempt }: Extract<Effect, { type: 'ask' }>,
    asked: Asked | null,
  ): Promise<void> {
    if (asked?.kind === 'shown')
      return happen(stored.id, { type: 'shown', question, attempt, message: asked.message });
    if (asked?.kind === 'gone' || asked?.kind === 'forbidden') return heed(stored, asked.kind);
    const type = asked?.kind === 'unknown' ? 'unknown' : 'failed';
    return happen(stored.id, { type, question, attempt });
  }

  /** Of a lobby, a reveal or a pause that could not be shown, the game goes on. */
  async function heed({ id: game }: StoredGame, shown: Shown | null): Promise<void> {
    if (shown === 'gone') await happen(game, { type: 'channel-gone' });
    if (shown === 'forbidden') await happen(game, { type: 'forbidden' });
  }

  async function happen(game: string, event: GameEvent): Promise<void> {
    const stepped = await safely(step(deps, game, event));
    if (stepped !== null) perform(stepped);
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
    try {
      // Without a game, nothing is written: a bot at rest takes no lock on the store.
      if (!(await hasUntold(deps.db))) return beat;
      const now = deps.now();
      const aliveSince = new Date(now.getTime() - leaseTime);
      if (now.getTime() - beatAt >= beat) {
        beatAt = now.getTime();
        await keepAlive(deps.db, id, now, aliveSince);
      }
      const abandoned = await readAbandoned(deps.db, aliveSince);
      await inSlices(abandoned, (stored) => takeOver(stored, now));
      const due = await readDueGames(deps.db, now, aliveSince);
      await inSlices(due, (game) => happen(game, { type: 'deadline' }));
      const untold = await readUntold(deps.db, now);
      await inSlices(untold, (game) => retell(game, now));
      const next = await nextDeadline(deps.db, aliveSince);
      const left = next === null ? beat : next.getTime() - deps.now().getTime();
      return Math.min(Math.max(left, shortestSleep), beat);
    } catch (error) {
      deps.log.error({ error }, 'quizzes-not-run');
      return beat;
    }
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

  async function settled(): Promise<void> {
    await lobbies.settled();
    while (chains.size > 0) await Promise.all(chains.values());
  }

  return {
    id,
    start() {
      stopped = false;
      return wake();
    },
    ...{ perform, happen, settled, wake },
    async stop() {
      stopped = true;
      cancel();
      await working;
      await lobbies.stop();
      await settled();
      await safely(releaseGames(deps.db, id, deps.now()));
    },
  };
}

async function inSlices<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += slice) {
    if (at > 0) await nextTurn();
    await Promise.all(items.slice(at, at + slice).map(work));
  }
}
