import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ChannelType } from 'discord-api-types/v10';
import { type Figure, ratioTo, spreadOf } from '../../src/cli/bench/figure.ts';
import { percentile } from '../../src/cli/latency.ts';
import { readQuestions } from '../../src/cli/questions.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { type Setting, village } from '../../src/sandbox/village.ts';
import type { Wanted } from './botProcess.ts';
import { type BotProcess, forkBot } from './forkBot.ts';
import type { LoopDelay } from './loopDelay.ts';

export interface BotCounts {
  readonly rounds: number;
  /** Questions a bot answers in a round, one after the other; as many go before the first, as a warm-up. */
  readonly questions: number;
  /** Questions a second, for so many seconds in each of these rounds, however many are still being answered. */
  readonly rate: number;
  readonly seconds: number;
  readonly loadRounds: number;
}

export const botCounts: BotCounts = { rounds: 5, questions: 60, rate: 40, seconds: 3, loadRounds: 3 };

interface Bot extends BotProcess {
  readonly ask: (turn: number) => Promise<number>;
}

const kinds = [
  { kind: 'ours', name: 'Meoktong' },
  { kind: 'bare', name: 'a bare discord.js bot that says pong' },
] as const;

/** A question on Discord, from the press to what the member sees, and the event loop while many are asked. */
export async function measureBot(counts: BotCounts): Promise<Figure[]> {
  const bots: Bot[] = [];
  try {
    for (const { kind } of kinds) bots.push(await openBot(kind));
    return [await roundTrip(bots, counts), await underLoad(bots, counts)];
  } finally {
    for (const bot of bots) await bot.stop();
  }
}

/** People and channels enough that no limit is met: a member asks little, an answer seldom comes twice in a channel. */
const people = 400;
const channels = 61;

function largeTown(): Setting {
  const id = (at: number) => String(1_262_000_000_000_000_000n + BigInt(at));
  return {
    ...village,
    channels: Array.from({ length: channels }, (_, at) => ({
      ...{ id: id(at), name: `골목-${at}`, type: ChannelType.GuildText },
    })),
    people: Array.from({ length: people }, (_, at) => ({
      ...{ id: id(1_000 + at), name: `member-${at}`, displayName: `주민 ${at}`, locale: 'ko', roles: [] },
    })),
  };
}

/** One for each pair, as somebody put it who had not seen the pack. */
function oneForEachPair(): string[] {
  const path = fileURLToPath(new URL('../golden/questions.jsonl', import.meta.url));
  const questions = readQuestions(path).filter(({ expected, previous }) => expected.length > 0 && !previous);
  return [...Map.groupBy(questions, ({ expected }) => expected[0]).values()].flatMap(
    ([first]) => first?.query ?? [],
  );
}

async function openBot(kind: (typeof kinds)[number]['kind']): Promise<Bot> {
  const sandbox = await openSandbox({ now: Date.now, setting: largeTown() });
  const { tell, stop } = await forkBot(kind, sandbox);
  const questions = oneForEachPair();
  return {
    ask: (turn) => ask(sandbox, turn, questions[turn % questions.length] ?? ''),
    tell,
    async stop() {
      await stop();
      await sandbox.close();
    },
  };
}

/** Milliseconds until the answer is there. */
async function ask(sandbox: Sandbox, turn: number, question: string): Promise<number> {
  const member = sandbox.as(`member-${turn % people}`);
  const since = performance.now();
  const outcome = await member.command('ask', { question }, { channel: `골목-${turn % channels}` });
  const time = performance.now() - since;
  if (outcome.message === undefined) throw new Error(`No answer to '${question}': ${outcome.failed}`);
  return time;
}

async function numberFrom(bot: Bot, wanted: Wanted): Promise<number> {
  return (await bot.tell(wanted)) as number;
}

async function roundTrip(bots: readonly Bot[], { rounds, questions }: BotCounts): Promise<Figure> {
  const seen = bots.map(() => ({ middle: [] as number[], high: [] as number[], cpu: [] as number[] }));
  for (let round = -1; round < rounds; round++)
    for (const [at, bot] of bots.entries()) {
      const cpu = await numberFrom(bot, 'cpu');
      const times: number[] = [];
      for (let turn = 0; turn < questions; turn++) times.push(await bot.ask((round + 1) * questions + turn));
      if (round < 0) continue;
      seen[at]?.middle.push(percentile(times, 0.5));
      seen[at]?.high.push(percentile(times, 0.99));
      seen[at]?.cpu.push(((await numberFrom(bot, 'cpu')) - cpu) / questions);
    }
  await sleep(idleMilliseconds);
  const memory = await Promise.all(bots.map((bot) => numberFrom(bot, 'memory')));
  const [ours, bare] = seen;
  const ratio = (key: 'middle' | 'high' | 'cpu') => ratioTo(bare?.[key] ?? [], ours?.[key] ?? []);
  return {
    title: 'A question on Discord: `/ask` in the sandbox',
    columns: [
      { name: 'round trip p50', unit: 'ms' },
      { name: 'p99', unit: 'ms' },
      { name: 'CPU of an answer', unit: 'ms' },
      { name: 'memory at rest', unit: 'MB' },
    ],
    rows: kinds.map(({ name }, at) => {
      const { middle = [], high = [], cpu = [] } = seen[at] ?? {};
      return { name, values: [spreadOf(middle), spreadOf(high), spreadOf(cpu), memory[at] ?? null] };
    }),
    notes: [
      `Ours takes ${times(ratio('middle'))} the bare bot's round trip in the middle, ${times(ratio('high'))} at the 99th of a hundred,`,
      `${times(ratio('cpu'))} its CPU, and ${((memory[0] ?? 0) / (memory[1] ?? 1)).toFixed(2)} times its memory. Median of ${rounds} rounds (least–most) of ${questions} questions one after`,
      'the other, the bots in turns, each in a process of its own, both on the same sandbox, which takes its part of the',
      'round trip; CPU and memory (RSS, garbage collected) are of the process of the bot alone. Ours keeps its store in a file.',
    ],
    goals: [],
  };
}

const idleMilliseconds = 500;

function times({ median, min, max }: { median: number; min: number; max: number }): string {
  return `${median.toFixed(2)} times (${min.toFixed(2)}–${max.toFixed(2)})`;
}

async function underLoad(bots: readonly Bot[], counts: BotCounts): Promise<Figure> {
  const { rate, seconds, loadRounds, rounds, questions } = counts;
  const seen = bots.map((): number[][] => []);
  for (let round = 0; round < loadRounds; round++)
    for (const [at, bot] of bots.entries()) {
      const first = (rounds + 1) * questions + round * rate * seconds;
      seen[at]?.push(await load(bot, first, counts));
    }
  return {
    title: `The event loop of the bot, at ${rate} questions a second`,
    columns: [
      { name: 'delay p50', unit: 'ms' },
      { name: 'p99', unit: 'ms' },
      { name: 'p99 at any moment', unit: 'ms' },
      { name: 'longest', unit: 'ms' },
      { name: 'busy', unit: 'share' },
      { name: 'round trip p99', unit: 'ms' },
    ],
    rows: kinds.map(({ name }, at) => {
      const of = seen[at] ?? [];
      return { name, values: (of[0] ?? []).map((_, column) => spreadOf(of.map((one) => one[column] ?? 0))) };
    }),
    notes: [
      `${loadRounds} rounds of ${seconds} s, the bots in turns. Delay: how late a timer of 1 ms rings (perf_hooks.monitorEventLoopDelay, less the 1 ms): how long`,
      'anything else that arrives may have to wait. "At any moment": the same for what comes at a random moment, where a',
      'long stall counts for as long as it lasts, rather than once.',
    ],
    goals: [],
  };
}

/** Delay p50, p99, p99 at any moment, the longest, the share of the time that was busy, round trip p99. */
async function load(bot: Bot, first: number, { rate, seconds }: BotCounts): Promise<number[]> {
  await bot.tell('watch');
  const asked: Promise<number>[] = [];
  for (let turn = 0; turn < rate * seconds; turn++) {
    asked.push(bot.ask(first + turn));
    await sleep(1_000 / rate);
  }
  const trips = await Promise.all(asked);
  const { p50, p99, p99AtAnyMoment, max, busy } = (await bot.tell('loop')) as LoopDelay;
  return [p50, p99, p99AtAnyMoment, max, busy, percentile(trips, 0.99)];
}
