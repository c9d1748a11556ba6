import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from '../../src/cli/bench/figure.ts';
import { percentile } from '../../src/cli/latency.ts';
import type { LoopDelay } from './loopDelay.ts';
import { type Audience, openFlowStage, type Stage, type StageOptions } from './quizStage.ts';
import { openTownStage } from './quizTown.ts';

export interface QuizCounts {
  readonly games: number;
  readonly players: number;
  readonly questions: number;
  /** How long a question stays open. */
  readonly seconds: number;
}

/** Milliseconds. Those who made the promise: no deadline missed by more, and the event loop never long away. */
const latestDeadline = 250;
const longestLoopDelay = 20;
const discord = 30;
/** The lobby is open for five seconds; whoever joins does so in the first four. */
const lobby = 4_000;
const firstPress = 200;

export interface Played {
  readonly ended: number;
  /** How late each deadline was handled, in milliseconds. */
  readonly late: readonly number[];
  /** How long each press waited for its answer, in milliseconds. */
  readonly waits: readonly number[];
  readonly loop: LoopDelay;
  readonly cpuSeconds: number;
  /** Seconds, from the first start to the last end. */
  readonly lasted: number;
  readonly complaints: readonly string[];
}

type OpenStage = (options: StageOptions, audience: Audience, counts: QuizCounts) => Promise<Stage>;

export interface Scenario {
  readonly store: StageOptions['store'];
  /** The games begin at random moments within about so many milliseconds; 0: one right after the other. */
  readonly startWithin: number;
  /** How many milliseconds of the lobby the players take to join. */
  readonly joinWithin: number;
}

/** Plays all games at once, by a real clock, and says how that went. */
export async function play(
  openStage: OpenStage,
  counts: QuizCounts,
  { store, startWithin, joinWithin }: Scenario,
): Promise<Played> {
  const { games, players, questions, seconds } = counts;
  const late: number[] = [];
  const waits: number[] = [];
  const presses: Promise<void>[] = [];
  const all = Promise.withResolvers<void>();
  let ended = 0;
  const press = async (after: number, work: () => Promise<void>) => {
    // From the moment of the press, not from when the event loop came to it.
    const since = performance.now() + after;
    await sleep(after);
    await work();
    waits.push(performance.now() - since);
  };
  const audience: Audience = {
    opened(game, question, options) {
      for (let player = 0; player < players; player++) {
        const after = firstPress + Math.random() * (seconds * 1_000 - 2 * firstPress);
        const option = Math.floor(Math.random() * options);
        presses.push(press(after, () => stage.choose(game, player, question, option)));
      }
    },
    rang: (milliseconds) => late.push(milliseconds),
    ended() {
      ended++;
      if (ended === games) all.resolve();
    },
  };
  const stage = await openStage({ store, questions, seconds, discord }, audience, counts);
  const stopWatching = await stage.watch();
  const since = performance.now();
  const begin = async (game: number) => {
    await stage.start(game);
    for (let player = 1; player < players; player++)
      presses.push(press(Math.random() * joinWithin, () => stage.join(game, player)));
  };
  for (let game = 0; game < games; game++) {
    await begin(game);
    // Each comes by itself from Discord, too.
    await sleep((Math.random() * 2 * startWithin) / games);
  }
  const longest = startWithin + 10_000 + questions * (seconds * 1_000 + 15_000);
  await Promise.race([all.promise, sleep(longest, undefined, { ref: false })]);
  const { loop, cpuSeconds } = await stopWatching();
  const lasted = (performance.now() - since) / 1_000;
  await Promise.all(presses);
  const complaints = stage.complaints();
  await stage.close();
  return { ended, late, waits, loop, cpuSeconds, lasted, complaints };
}

/** How something is measured, in words. */
interface Setting extends Scenario {
  readonly openStage: OpenStage;
  readonly counts: QuizCounts;
  readonly name: string;
  readonly notes: readonly string[];
}

const settings: readonly Setting[] = [
  {
    ...{
      name: 'on Discord',
      openStage: openTownStage,
      store: 'file',
      startWithin: 30_000,
      joinWithin: lobby,
    },
    counts: { games: 200, players: 20, questions: 3, seconds: 20 },
    notes: [
      'All through the sandbox: the bot in a process of its own, with its store in a SQLite file, everybody in person in a',
      'channel for each game. The games begin within 30 s, as Discord lets a bot make 50 requests a second, and then all are on at',
      'once. How late: from the deadline, by the clock of who looks on, to what it brings being on Discord.',
    ],
  },
  {
    ...{ name: 'begun one right after the other', openStage: openFlowStage, store: 'file' },
    ...{ startWithin: 0, joinWithin: lobby },
    counts: { games: 200, players: 20, questions: 3, seconds: 10 },
    notes: [
      `The same without Discord, over the flows: it is a wait of ${discord / 2} to ${(discord * 3) / 2} ms. So all games reach each deadline in the same`,
      'moment. How late: from the deadline in the store to what it brings being handed to Discord. The close of a question',
      'shows nothing, so it is seen in the reveal, a second after it. The players are in the same process.',
    ],
  },
];

/** Many games at once in one process. */
export async function measureQuiz(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const setting of settings) {
    const { openStage, counts } = setting;
    figures.push(figureOf(await play(openStage, counts, setting), setting));
  }
  return figures;
}

export function figureOf(
  played: Played,
  { counts: { games, players, questions, seconds }, name, notes }: Pick<Setting, 'counts' | 'name' | 'notes'>,
): Figure {
  const { ended, late, waits, loop, cpuSeconds, lasted, complaints } = played;
  const latest = Math.max(0, ...late);
  return {
    title: `Quizzes: ${games} games of ${players} players at once, ${name}`,
    columns: [
      { name: 'p50', unit: 'ms' },
      { name: 'p99', unit: 'ms' },
      { name: 'longest', unit: 'ms' },
      { name: 'of', unit: 'count' },
    ],
    rows: [
      {
        name: 'deadlines, how late',
        values: [percentile(late, 0.5), percentile(late, 0.99), latest, late.length],
      },
      {
        name: 'presses, until answered',
        values: [percentile(waits, 0.5), percentile(waits, 0.99), Math.max(0, ...waits), waits.length],
      },
      { name: 'event loop, delay', values: [loop.p50, loop.p99, loop.max, null] },
      { name: 'the same, at any moment', values: [null, loop.p99AtAnyMoment, null, null] },
      { name: 'of that, our own CPU', values: [null, loop.workAtAnyMoment, loop.longestWork, null] },
    ],
    notes: [
      ...notes,
      `${questions} questions of ${seconds} s from the shipped packs, by a real clock. Everybody joins in the lobby and answers each question at a`,
      `random moment. It lasted ${lasted.toFixed(0)} s and took ${cpuSeconds.toFixed(1)} s of CPU; the event loop was busy for ${(loop.busy * lasted).toFixed(1)} s. Where that is far more,`,
      'the machine was doing other things, and the delays are partly theirs.',
      'Delay: how late a timer of 1 ms rings; a stall is one such timer. At any moment: how long anything waits that comes at',
      'a random moment, so that a stall counts for as long as it lasts; the last line is what other programs have no part in.',
      ...complaintsIn(complaints),
    ],
    goals: [
      { says: 'games that did not come to their end', measured: games - ended, limit: 0, unit: 'count' },
      { says: 'complaints', measured: complaints.length, limit: 0, unit: 'count' },
      { says: 'the latest deadline', measured: latest, limit: latestDeadline, unit: 'ms' },
      { says: 'event loop delay, p99', measured: loop.p99, limit: longestLoopDelay, unit: 'ms' },
    ],
  };
}

function complaintsIn(complaints: readonly string[]): string[] {
  return [...new Set(complaints)].slice(0, 5).map((one) => `Complaint: ${one}`);
}
