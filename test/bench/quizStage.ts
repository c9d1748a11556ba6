import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadPacks } from '../../src/content/load.ts';
import type { FlowDeps } from '../../src/flows/deps.ts';
import { act } from '../../src/flows/quiz/act.ts';
import type { Host } from '../../src/flows/quiz/host.ts';
import { createRunner } from '../../src/flows/quiz/runner.ts';
import { startGame } from '../../src/flows/quiz/start.ts';
import { contentFolder, localesOf } from '../../src/paths.ts';
import { graceTime, type MemberEvent } from '../../src/quiz/game.ts';
import { openDatabase } from '../../src/store/database.ts';
import { memoryLog } from '../support/log.ts';
import { wordSearch } from '../support/search.ts';
import { type LoopDelay, watchLoop } from './loopDelay.ts';

/** Where games are played. Games are numbered from 0, and so are the players of each; player 0 starts it. */
export interface Stage {
  readonly start: (game: number) => Promise<void>;
  /** Resolves when the player sees the answer to the press. */
  readonly join: (game: number, player: number) => Promise<void>;
  readonly choose: (game: number, player: number, question: number, option: number) => Promise<void>;
  /** Watches the process of the bot until the returned function is called. */
  readonly watch: () => Promise<() => Promise<Load>>;
  /** What went wrong, in words. */
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** What games asked of the process of the bot. */
export interface Load {
  readonly loop: LoopDelay;
  readonly cpuSeconds: number;
}

/** What a stage tells while it is played on. */
export interface Audience {
  /** A question can be answered from now on. */
  readonly opened: (game: number, question: number, options: number) => void;
  /** What a deadline brings has come, so many milliseconds after the deadline that is stored. */
  readonly rang: (milliseconds: number) => void;
  readonly ended: (game: number) => void;
}

export interface StageOptions {
  readonly store: 'file' | 'memory';
  readonly questions: number;
  /** How long a question stays open. */
  readonly seconds: number;
  /** How long Discord takes for a request, in milliseconds: half of it to one and a half of it. */
  readonly discord: number;
}

/**
 * Games over the flows, with the shipped questions, a real clock and a real store; Discord is a wait. The close of a
 * question shows nothing, and clicks count by the clock, not by the alarm: the deadline after it, the reveal's, is the
 * first that anybody could see missed. It is known from what each press is answered with.
 */
export async function openFlowStage(options: StageOptions, audience: Audience): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'meoktong-bench-'));
  const db = await openDatabase(
    options.store === 'file' ? `sqlite:${join(folder, 'bench.sqlite')}` : 'sqlite::memory:',
  );
  const packs = loadPacks({ content: contentFolder, locales: localesOf(contentFolder) });
  const log = memoryLog();
  const deps: FlowDeps = {
    ...{ db, log, random: Math.random, now: () => new Date() },
    ...{ search: wordSearch(packs), packs: new Map(packs.map((pack) => [pack.id, pack])) },
  };
  const ids = new Map<number, string>();
  /** When what comes next in a game is due, in milliseconds since the epoch. */
  const due = new Map<string, number>();
  const ring = (key: string) => {
    const at = due.get(key);
    if (at !== undefined) audience.rang(performance.timeOrigin + performance.now() - at);
    due.delete(key);
  };
  const gameOf = (channel: string) => Number(channel.slice(channelPrefix.length));
  const shown = async () => {
    await sleep(options.discord * (0.5 + Math.random()));
    return 'shown' as const;
  };
  const host: Host = {
    async lobby({ id }) {
      await shown();
      return { kind: 'shown', message: id };
    },
    async closeLobby() {
      await shown();
    },
    async ask({ id, channel, game }, { question, attempt }) {
      ring(`${id} ask`);
      await shown();
      audience.opened(gameOf(channel), question, game.questions[question]?.shown.length ?? 0);
      return { kind: 'shown', message: `${id} ${question} ${attempt}` };
    },
    async withdraw() {
      await shown();
    },
    reveal({ id, game }) {
      ring(`${id} reveal`);
      if (game.until !== null) due.set(`${id} ask`, game.until);
      return shown();
    },
    pause: shown,
    async end({ id, channel }) {
      ring(`${id} ask`);
      await shown();
      audience.ended(gameOf(channel));
    },
  };
  const runner = createRunner(deps, host, alarm, 'bench');
  await runner.start();

  let presses = 0;
  const press = async (game: number, event: (id: string) => MemberEvent): Promise<void> => {
    const result = await act(deps, runner, ids.get(game) ?? '', event(`press-${presses++}`));
    if (result.kind !== 'feedback') return void log.error({ kind: result.kind }, 'press-without-feedback');
    const { kind } = result.feedback;
    if (kind !== 'joined' && kind !== 'chosen') log.error({ kind }, 'press-refused');
    const { id, game: state } = result.stored;
    if (state.phase === 'open' && state.until !== null) due.set(`${id} reveal`, state.until + graceTime);
  };
  return {
    async start(game) {
      const result = await startGame(deps, runner, {
        ...{ guild: `guild-${game % 20}`, channel: `${channelPrefix}${game}`, user: userOf(game, 0) },
        ...{ language: 'ko', style: 'together', count: options.questions, seconds: options.seconds },
        ...{ difficulty: 'any', kinds: ['choice', 'truth'] },
      });
      if (result.kind !== 'started') return void log.error({ kind: result.kind }, 'not-started');
      ids.set(game, result.stored.id);
      if (result.stored.game.until !== null) due.set(`${result.stored.id} ask`, result.stored.game.until);
    },
    join: (game, player) => press(game, (id) => ({ type: 'join', id, user: userOf(game, player) })),
    choose: (game, player, question, option) =>
      press(game, (id) => ({
        ...({ type: 'choose', id, question } as const),
        ...{ user: userOf(game, player), picks: [option] },
      })),
    async watch() {
      const stopWatching = watchLoop();
      const before = process.cpuUsage();
      return async () => {
        const { user, system } = process.cpuUsage(before);
        return { loop: stopWatching(), cpuSeconds: (user + system) / 1e6 };
      };
    },
    complaints: () =>
      log.lines.map(({ event, fields }) => `${event} ${fields['kind'] ?? fields['error'] ?? ''}`),
    async close() {
      await runner.stop();
      await db.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

/** As long as ids of Discord are. */
const channelPrefix = '12610000000000';
const userOf = (game: number, player: number) =>
  String(1_270_000_000_000_000_000n + BigInt(game * 100 + player));

const alarm = (milliseconds: number, ring: () => void) => {
  const timer = setTimeout(ring, milliseconds);
  return () => clearTimeout(timer);
};
