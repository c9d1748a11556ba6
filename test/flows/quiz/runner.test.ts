import { describe, expect, it } from 'vitest';
import { act } from '../../../src/flows/quiz/act.ts';
import type { Asked, Host } from '../../../src/flows/quiz/host.ts';
import { createRunner, leaseTime } from '../../../src/flows/quiz/runner.ts';
import { startGame } from '../../../src/flows/quiz/start.ts';
import type { Alarm } from '../../../src/flows/summary/scheduler.ts';
import { readGame, readLiveGame } from '../../../src/store/quizGames.ts';
import { type TestDeps, testDeps } from '../../support/flows.ts';
import {
  choose,
  gameOf,
  neverRings,
  noon,
  openTown,
  pack,
  pass,
  request,
  right,
  testHost,
} from './support/town.ts';

/** In minutes, as the clock of the tests counts. */
const seconds = (count: number) => count / 60;
const lease = seconds(leaseTime / 1_000);

const phases = [
  { phase: 'lobby', after: 0, lines: ['lobby mina'] },
  { phase: 'asking', after: 5, lines: ['ask 0.2', 'close lobby'] },
  { phase: 'open', after: 5, lines: ['withdraw message-0-1', 'ask 0.2', 'close lobby'] },
  { phase: 'closing', after: 25, lines: ['reveal 0 0,0'] },
  { phase: 'revealed', after: 26, lines: ['reveal 0 0,0'] },
  { phase: 'paused', after: 59, lines: ['pause'] },
  { phase: 'ended', after: 0, lines: ['end stopped '] },
] as const;

describe.each(phases)('A process that dies in phase $phase', ({ phase, after, lines }) => {
  const silence: Partial<Record<string, Partial<Host>>> = {
    asking: { ask: () => new Promise(() => {}) },
    ended: { end: () => new Promise(() => {}) },
  };

  async function die() {
    const { deps, runner, id } = await openTown({ count: 4 }, silence[phase]);
    if (phase === 'ended')
      await act(deps, runner, id, { type: 'stop', id: 's', user: 'mina', isModerator: true });
    else if (phase === 'asking') {
      deps.wait(seconds(after));
      await runner.wake();
    } else await pass(deps, runner, after);
    expect((await gameOf(deps, id)).phase).toBe(phase);
    const next = testHost();
    return { deps, id, next, second: createRunner(deps, next.host, neverRings, 'second') };
  }

  it('is followed by another one after two minutes at most', async () => {
    const { deps, next, second, id } = await die();
    deps.wait(1);
    await second.start();
    await second.settled();
    expect(next.lines).toEqual(lines);
    expect((await readGame(deps.db, id))?.runner).toBe(phase === 'ended' ? 'first' : 'second');
    await pass(deps, second, 200);
    expect(await readLiveGame(deps.db, 'square')).toBeNull();
    expect(next.lines.filter((line) => line.startsWith('end'))).toHaveLength(1);
  });

  it('ends the game after a longer time, and frees the channel', async () => {
    const { deps, next, second } = await die();
    deps.wait(3);
    await second.start();
    await second.settled();
    expect(next.lines).toEqual([phase === 'ended' ? 'end stopped ' : 'end restarted ']);
    expect((await startGame(deps, second, request)).kind).toBe('started');
  });
});

it('answers and points outlast the process', async () => {
  const { deps, runner, id } = await openTown();
  await pass(deps, runner, 5);
  await act(deps, runner, id, choose('mina', 0, right));
  const next = testHost();
  const second = createRunner(deps, next.host, neverRings, 'second');
  deps.wait(1);
  await second.start();
  await act(deps, second, id, choose('jun', 0, right));
  await pass(deps, second, 120);
  expect(next.lines.at(-1)).toBe('end finished mina 2,jun 2');
});

describe('Within the lease of another process', () => {
  it('a game is not taken over', async () => {
    const { deps, id, lines } = await openTown();
    const next = testHost();
    deps.wait(seconds(4));
    await createRunner(deps, next.host, neverRings, 'second').start();
    expect(next.lines).toEqual([]);
    expect(lines).toEqual(['lobby mina']);
    expect(await readGame(deps.db, id)).toMatchObject({ runner: 'first', aliveAt: new Date(noon) });
  });

  it('its deadlines are left to it, and what it left undone is done first, once the lease is over', async () => {
    const { deps, id, runner } = await openTown({}, { reveal: () => new Promise(() => {}) });
    await pass(deps, runner, 5);
    await act(deps, runner, id, choose('mina', 0, right));
    while ((await gameOf(deps, id)).phase !== 'revealed') {
      deps.wait(seconds(1));
      await runner.wake();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const next = testHost();
    const second = createRunner(deps, next.host, neverRings, 'second');
    deps.wait(seconds(7));
    await second.start();
    await second.settled();
    expect(next.lines).toEqual([]);
    await pass(deps, second, 9);
    expect(next.lines).toEqual(['reveal 0 1,0']);
    await pass(deps, second, 6);
    expect(next.lines).toEqual(['reveal 0 1,0', 'ask 1.1']);
    expect((await readGame(deps.db, id))?.runner).toBe('second');
  });
});

it('a game of a process that stopped in order goes on at once', async () => {
  const { deps, id, runner } = await openTown();
  await pass(deps, runner, 5);
  await runner.stop();
  const next = testHost();
  const second = createRunner(deps, next.host, neverRings, 'second');
  await second.start();
  await second.settled();
  expect(next.lines).toEqual(['withdraw message-0-1', 'ask 0.2', 'close lobby']);
  expect((await readGame(deps.db, id))?.runner).toBe('second');
});

describe('A solution that cannot be shown', () => {
  /** Rings at once, so that nothing has to be waited for. */
  const impatient: Alarm = (milliseconds, ring) => {
    if (milliseconds < leaseTime / 3) setImmediate(ring);
    return () => {};
  };

  async function revealed(failures: number) {
    const deps = await testDeps(pack);
    const { host, lines } = testHost();
    let tries = 0;
    const failing: Host = {
      ...host,
      reveal: (...all) =>
        ++tries <= failures ? Promise.reject(new Error('Discord is down')) : host.reveal(...all),
    };
    const runner = createRunner(deps, failing, impatient, 'first');
    await runner.start();
    const started = await startGame(deps, runner, request);
    if (started.kind !== 'started') throw new Error(started.kind);
    await runner.settled();
    await pass(deps, runner, 5);
    await act(deps, runner, started.stored.id, choose('mina', 0, right));
    lines.length = 0;
    while (!lines.some((line) => line.startsWith('ask 1'))) await pass(deps, runner, 1);
    return { lines, tries };
  }

  it.each([1, 2])('%i times is shown all the same, before the next question', async (failures) => {
    expect((await revealed(failures)).lines).toEqual(['reveal 0 1,0', 'ask 1.1']);
  });

  it('is given up after the third time, and the game goes on', async () => {
    expect(await revealed(9)).toEqual({ lines: ['ask 1.1'], tries: 3 });
  });
});

describe('When the clock is set', () => {
  it('back by an hour, a question is asked anew and its game is not stuck', async () => {
    const { deps, id, lines, runner } = await openTown();
    await pass(deps, runner, 5);
    lines.length = 0;
    deps.wait(-60);
    await pass(deps, runner, 1);
    expect(lines).toEqual(['withdraw message-0-1', 'ask 0.2', 'close lobby']);
    await pass(deps, runner, 21);
    expect((await gameOf(deps, id)).phase).toBe('revealed');
    expect(deps.log.lines.map(({ event }) => event)).toEqual(['clock-set-back']);
  });

  it('back by a second, nothing happens', async () => {
    const { deps, lines, runner } = await openTown();
    await pass(deps, runner, 5);
    lines.length = 0;
    deps.wait(seconds(-1));
    await runner.wake();
    await runner.settled();
    expect(lines).toEqual([]);
  });
});

it('where a step cannot be written down, the next try waits for a second', async () => {
  const deps = await testDeps(pack);
  const { host } = testHost();
  const waits: number[] = [];
  const alarm: Alarm = (milliseconds) => {
    waits.push(milliseconds);
    return () => {};
  };
  const runner = createRunner(deps, host, alarm, 'first');
  await runner.start();
  const started = await startGame(deps, runner, request);
  if (started.kind !== 'started') throw new Error(started.kind);
  await pass(deps, runner, 5);
  await act(deps, runner, started.stored.id, choose('mina', 0, right));
  await deps.db.schema.alterTable('quiz_answers').renameTo('away').execute();
  await pass(deps, runner, 21);
  expect(deps.log.lines.map(({ event }) => event)).toContain('quiz-not-written');
  expect(waits.at(-1)).toBe(1_000);
});

describe('After the lease', () => {
  it('a game is taken over by one of several processes', async () => {
    const { deps, host, lines } = await openTown();
    const others = ['second', 'third'].map((name) => createRunner(deps, host, neverRings, name));
    deps.wait(lease + seconds(1));
    await Promise.all(others.map((other) => other.start()));
    await Promise.all(others.map((other) => other.settled()));
    expect(lines).toEqual(['lobby mina', 'lobby mina']);
  });

  it('a process that was only away does not take its game back', async () => {
    const { deps, id, host, lines, runner } = await openTown();
    const second = createRunner(deps, host, neverRings, 'second');
    deps.wait(lease + seconds(1));
    await second.start();
    await second.settled();
    await runner.wake();
    await runner.settled();
    expect(lines).toEqual(['lobby mina', 'lobby mina']);
    expect((await readGame(deps.db, id))?.runner).toBe('second');
  });

  it('a question that was on its way is taken back when it arrives', async () => {
    let arrive: (asked: Asked) => void = () => {};
    const asked = new Promise<Asked>((resolve) => {
      arrive = resolve;
    });
    const { deps, lines, runner } = await openTown({}, { ask: () => asked });
    deps.wait(seconds(5));
    await runner.wake();
    const next = testHost();
    const second = createRunner(deps, next.host, neverRings, 'second');
    deps.wait(lease + seconds(1));
    await second.start();
    await second.settled();
    arrive({ kind: 'shown', message: 'late' });
    await runner.settled();
    expect(next.lines).toEqual(['ask 0.2', 'close lobby']);
    expect(lines).toEqual(['lobby mina', 'close lobby', 'withdraw late']);
  });
});

it('of two processes, one rings a deadline', async () => {
  const { deps, lines, host, runner } = await openTown();
  const second = createRunner(deps, host, neverRings, 'second');
  await second.start();
  deps.wait(5 / 60);
  await Promise.all([runner.wake(), second.wake()]);
  await Promise.all([runner.settled(), second.settled()]);
  expect(lines).toEqual(['lobby mina', 'ask 0.1', 'close lobby']);
});

describe('An end that cannot be shown', () => {
  /** A game that was stopped; its host fails so many times to show it. */
  async function stopped(failures: number) {
    const deps = await testDeps(pack);
    const { host, lines } = testHost();
    let tries = 0;
    const failing: Host = {
      ...host,
      end: async (...all) => {
        lines.push(`try ${++tries} at ${(deps.now().getTime() - noon) / 1_000}`);
        if (tries <= failures) throw new Error('Discord is down');
        await host.end(...all);
      },
    };
    const runner = createRunner(deps, failing, neverRings, 'failing');
    await runner.start();
    const started = await startGame(deps, runner, request);
    if (started.kind !== 'started') throw new Error(started.kind);
    await runner.settled();
    await act(deps, runner, started.stored.id, { type: 'stop', id: 's', user: 'mina', isModerator: false });
    await runner.settled();
    expect(await readLiveGame(deps.db, 'square')).toBeNull();
    return { deps, host, lines, runner };
  }
  const events = ({ log }: TestDeps) => log.lines.map(({ event }) => event);

  it.each([1, 2])('%i times is shown again, after longer and longer pauses', async (failures) => {
    const { deps, lines, runner } = await stopped(failures);
    await pass(deps, runner, 200);
    const times = ['try 1 at 0', 'try 2 at 30', 'try 3 at 90'].slice(0, failures + 1);
    expect(lines).toEqual(['lobby mina', ...times, 'end stopped ']);
    expect(events(deps)).toEqual(Array(failures).fill('quiz-not-shown'));
  });

  it('for an hour is given up, with a line in the log', async () => {
    const { deps, lines, runner } = await stopped(99);
    for (let passed = 0; passed < 90; passed++) {
      deps.wait(1);
      await runner.wake();
      await runner.settled();
    }
    expect(lines).toHaveLength(16);
    expect(lines.at(-1)).toBe('try 15 at 3360');
    expect(events(deps)).toEqual([...Array(15).fill('quiz-not-shown'), 'quiz-end-not-told']);
  });

  it('is shown by another process, once, where the first has died', async () => {
    const { deps, host, lines } = await stopped(1);
    const [one, other] = ['one', 'other'].map((id) => createRunner(deps, host, neverRings, id));
    deps.wait(1);
    await Promise.all([one?.start(), other?.start()]);
    await Promise.all([one?.settled(), other?.settled()]);
    expect(lines).toEqual(['lobby mina', 'try 1 at 0', 'end stopped ']);
  });
});
