import type { Host } from '../../../../src/flows/quiz/host.ts';
import { createRunner, type Runner } from '../../../../src/flows/quiz/runner.ts';
import { type GameRequest, startGame } from '../../../../src/flows/quiz/start.ts';
import type { Alarm } from '../../../../src/flows/summary/scheduler.ts';
import type { Game } from '../../../../src/quiz/game.ts';
import { readGame } from '../../../../src/store/quizGames.ts';
import { type TestDeps, testDeps } from '../../../support/flows.ts';
import { outageInEnglish } from '../../../support/pack.ts';

export const truth = (id: string) => ({
  ...({ id, pair: 'what-happened', difficulty: 'easy', question: id, explanation: 'so' } as const),
  ...({ kind: 'truth', right: true, why: 'no' } as const),
});
export const pack = { ...outageInEnglish, quiz: ['one', 'two', 'three', 'four'].map(truth) };
/** In the square, by Mina. */
export const request: GameRequest = {
  ...{ guild: 'town', channel: 'square', user: 'mina', language: 'ko', style: 'together' },
  ...{ count: 2, seconds: 20, difficulty: 'any', kinds: [] },
};
/** What may be written into a form without writing an answer. */
export const blanks = ['', '  ', '\u3164', '\u200b\u2060', '?!', '%', '||  ||', '🙂', 'ㅋㅋㅋ'];
/** When the clock of the tests begins. */
export const noon = Date.parse('2024-07-19T12:00:00Z');
/** Picks of whatever is asked here. */
export const right = [0];
export const wrong = [1];

/** Says in a line what it shows. */
export function testHost() {
  const lines: string[] = [];
  const say = async (line: string) => {
    lines.push(line);
    return 'shown' as const;
  };
  const host: Host = {
    lobby: async ({ game }) => {
      await say(`lobby ${game.players.filter(({ left }) => !left).map(({ user }) => user)}`);
      return { kind: 'shown', message: 'lobby' };
    },
    closeLobby: async () => void (await say('close lobby')),
    ask: async (_, { question, attempt }) => {
      await say(`ask ${question}.${attempt}`);
      return { kind: 'shown', message: `message-${question}-${attempt}` };
    },
    withdraw: async (_, { message }) => void (await say(`withdraw ${message}`)),
    reveal: (_, { question, counts }) => say(`reveal ${question} ${counts}`),
    pause: () => say('pause'),
    end: async (_, { reason, standings }) =>
      void (await say(`end ${reason} ${standings.map(({ user, points }) => `${user} ${points}`)}`)),
  };
  return { lines, host };
}

/** A game of two questions, in its lobby; `ports` take the place of the host's own. */
export async function openTown(rest: Partial<GameRequest> = {}, ports: Partial<Host> = {}) {
  const deps = await testDeps(pack);
  const { lines, host } = testHost();
  const runner = createRunner(deps, { ...host, ...ports }, neverRings, 'first');
  await runner.start();
  const result = await startGame(deps, runner, { ...request, ...rest });
  if (result.kind !== 'started') throw new Error(result.kind);
  await runner.settled();
  await runner.wake();
  return { deps, lines, host, runner, id: result.stored.id };
}

/** The tests wake a runner themselves. */
export const neverRings: Alarm = () => () => {};

/** Some seconds pass, in steps in which the alarm rings. */
export async function pass(deps: TestDeps, runner: Runner, seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed++) {
    deps.wait(1 / 60);
    await runner.wake();
    await runner.settled();
  }
}

export async function gameOf(deps: TestDeps, id: string): Promise<Game> {
  const stored = await readGame(deps.db, id);
  if (stored === null) throw new Error('no game');
  return stored.game;
}

let presses = 0;
export const choose = (user: string, question: number, picks: readonly number[]) =>
  ({ type: 'choose', id: `press-${presses++}`, user, question, picks }) as const;
