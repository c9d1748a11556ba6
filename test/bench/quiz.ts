import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from '../../src/cli/bench/figure.ts';
import { percentile } from '../../src/cli/latency.ts';
import { type LoopDelay, watchLoop } from './loopDelay.ts';
import { type Audience, openFlowStage, type Stage, type StageOptions } from './quizStage.ts';

export interface QuizCounts {
  readonly games: number;
  readonly players: number;
  readonly questions: number;
  readonly seconds: number;
}

export const quizCounts: QuizCounts = { games: 200, players: 20, questions: 3, seconds: 10 };

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
  readonly busySeconds: number;
  readonly complaints: readonly string[];
}

type OpenStage = (options: StageOptions, audience: Audience) => Promise<Stage>;

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
  { games, players, questions, seconds }: QuizCounts,
  { store, startWithin, joinWithin }: Scenario,
): Promise<Played> {
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
  const stage = await openStage({ store, questions, seconds, discord }, audience);
  const stopWatching = watchLoop();
  const cpu = process.cpuUsage();
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
  const { user, system } = process.cpuUsage(cpu);
  const loop = stopWatching();
  const busySeconds = (loop.busy * (performance.now() - since)) / 1_000;
  await Promise.all(presses);
  const complaints = stage.complaints();
  await stage.close();
  return { ended, late, waits, loop, cpuSeconds: (user + system) / 1e6, busySeconds, complaints };
}

const scenarios: readonly (Scenario & { readonly name: string })[] = [
  { name: 'begun one right after the other', store: 'file', startWithin: 0, joinWithin: lobby },
];

/** Many games at once in one process. */
export async function measureQuiz(counts: QuizCounts): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const scenario of scenarios)
    figures.push(figureOf(await play(openFlowStage, counts, scenario), counts, scenario.name));
  return figures;
}

export function figureOf(
  played: Played,
  { games, players, questions, seconds }: QuizCounts,
  name: string,
): Figure {
  const { ended, late, waits, loop, cpuSeconds, busySeconds, complaints } = played;
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
      `${questions} questions of ${seconds} s from the shipped pack, by a real clock, with the store in a SQLite file. Everybody joins in the`,
      `lobby and answers each question at a random moment. Over the flows: Discord is a wait of ${discord / 2} to ${(discord * 3) / 2} ms.`,
      'Delay: how late a timer of 1 ms rings; a stall is one such timer. At any moment: how long anything waits that comes at',
      'a random moment, so that a stall counts for as long as it lasts; the last line is what other programs have no part in.',
      `The players are in the same process. It took ${cpuSeconds.toFixed(1)} s of CPU; the event loop was busy for ${busySeconds.toFixed(1)} s. Where that is far more,`,
      'the machine was doing other things, and the delays are partly theirs.',
      'How late: from the deadline in the store to what it brings being handed to Discord. The close of a question shows',
      'nothing, so it is seen in the reveal, a second after it.',
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
