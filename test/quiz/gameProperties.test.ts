import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dealt } from '../../src/quiz/deck.ts';
import { begin, type Effect, type Game, type GameEvent, reduce, type Style } from '../../src/quiz/game.ts';
import { choice, order, start, typed } from './support/game.ts';

const users = fc.constantFrom('starter', 'b', 'c', 'd', '__proto__');
const ids = fc.integer({ min: 0, max: 500 }).map(String);
const question = fc.integer({ min: -2, max: 4 });
const picks = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 3 })),
  fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
  fc.array(fc.double(), { maxLength: 5 }),
);
const act = { id: ids, user: users };

type Make = (state: Game) => GameEvent;
/** An event, given the state, and how much later it comes than the one before: milliseconds, or when it is due. */
type Turn = readonly [Make, number | 'due'];

/** What takes a game on: Discord's word, or the alarm. */
const onward: Make = ({ phase, current, attempt }) =>
  phase === 'asking'
    ? { type: 'shown', question: current, attempt, message: `m${current}-${attempt}` }
    : { type: 'deadline' };

const fixed = (event: fc.Arbitrary<GameEvent>): fc.Arbitrary<Make> => event.map((one) => () => one);
const makes: fc.Arbitrary<Make> = fc.oneof(
  {
    arbitrary: fc.record({ ...act, picks }).map<Make>((rest) => ({ current }) => ({
      ...{ type: 'choose', question: current, ...rest },
    })),
    weight: 8,
  },
  {
    arbitrary: fc
      .record({ ...act, verdict: fc.constantFrom('right', 'near', 'wrong') })
      .map<Make>((rest) => ({ current }) => ({ type: 'type', question: current, ...rest })),
    weight: 5,
  },
  fixed(fc.record({ type: fc.constantFrom('join', 'leave'), ...act })),
  fixed(fc.record({ type: fc.constant('choose'), ...act, question, picks })),
  fixed(fc.record({ type: fc.constant('hint'), ...act, question })),
  fixed(fc.record({ type: fc.constant('skip'), ...act, isModerator: fc.boolean() })),
  fixed(fc.constant({ type: 'deadline' })),
  fixed(fc.record({ type: fc.constant('continue'), ...act })),
  fixed(
    fc.record({
      ...{ type: fc.constant('shown'), question, attempt: fc.integer({ min: 0, max: 5 }) },
      message: fc.constantFrom('m0-1', 'm1-1', 'x'),
    }),
  ),
  fixed(
    fc.record({
      type: fc.constantFrom('failed', 'unknown'),
      question,
      attempt: fc.integer({ min: 0, max: 5 }),
    }),
  ),
  fixed(fc.record({ type: fc.constant('lobby-shown'), message: fc.constantFrom('l', 'l2') })),
  fixed(fc.record({ type: fc.constant('message-gone'), message: fc.constantFrom('m0-1', 'm1-1') })),
);
/** What ends most games. */
const calamities = fc.oneof(
  fixed(fc.record({ type: fc.constantFrom('channel-gone', 'forbidden') })),
  fixed(fc.record({ type: fc.constant('restart'), since: fc.integer({ min: start, max: start + 400_000 }) })),
  fixed(fc.record({ type: fc.constant('stop'), ...act, isModerator: fc.boolean() })),
);

const turns: fc.Arbitrary<Turn> = fc.oneof(
  { arbitrary: fc.constant<Turn>([onward, 'due']), weight: 30 },
  { arbitrary: fc.tuple(makes, fc.integer({ min: 0, max: 3_000 })), weight: 60 },
  { arbitrary: fc.tuple(makes, fc.integer({ min: 0, max: 40_000 })), weight: 8 },
  { arbitrary: fc.tuple(calamities, fc.integer({ min: 0, max: 3_000 })), weight: 1 },
);
const steps = fc.array(turns, { maxLength: 120, size: 'max' });
const styles = fc.constantFrom<Style>('race', 'together', 'hardcore');

const right = [1];
const kinds = fc.constantFrom<Partial<Dealt>>(
  { right },
  { right },
  { kind: 'truth', shown: [0, 1] },
  typed,
  order,
);
const decks = fc.array(kinds, { minLength: 1, maxLength: 4 });

function dealt(deck: readonly Partial<Dealt>[]): readonly Dealt[] {
  return deck.map((rest, index) => choice(`q${index}`, rest));
}

interface Moment {
  readonly before: Game;
  readonly event: GameEvent;
  readonly now: number;
  readonly after: Game;
  readonly effects: readonly Effect[];
}

function wildGame(deck: readonly Partial<Dealt>[], style: Style, made: readonly Turn[]): readonly Moment[] {
  let { state } = begin({ style, seconds: 20, starter: 'starter', questions: dealt(deck) }, start);
  let now = start;
  return made.map(([make, wait]) => {
    const due = state.phase === 'asking' ? now : (state.until ?? now);
    now = wait === 'due' ? Math.max(now, due) : now + wait;
    const before = frozen(state);
    const event = make(before);
    const step = reduce(before, event, now);
    state = step.state;
    return { before, event, now, after: step.state, effects: step.effects };
  });
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}

const wild = fc.tuple(decks, styles, steps).map((parts) => wildGame(...parts));

function credited(moment: Moment): boolean {
  return moment.after.phase === 'revealed' && moment.before.phase !== 'revealed';
}

test('no event takes a total below 0, and the state stays plain JSON', () => {
  fc.assert(
    fc.property(wild, (moments) => {
      for (const { after } of moments) {
        expect(after.players.every(({ points }) => points >= 0)).toBe(true);
        expect(JSON.parse(JSON.stringify(after))).toEqual(after);
        expect(new Set(after.players.map(({ user }) => user)).size).toBe(after.players.length);
        expect(new Set(after.turns.map(({ user }) => user)).size).toBe(after.turns.length);
        expect(after.until === null).toBe(after.phase === 'ended');
      }
    }),
    { numRuns: 300 },
  );
});

test('every question is credited at most once, and everybody at most once for it', () => {
  fc.assert(
    fc.property(wild, (moments) => {
      const reveals = moments.filter(credited);
      expect(new Set(reveals.map(({ after }) => after.current)).size).toBe(reveals.length);
      for (const { before, after } of moments)
        for (const player of after.players) {
          const earlier = before.players.find(({ user }) => user === player.user);
          const more = player.answered - (earlier?.answered ?? 0);
          expect(more === 0 || (more === 1 && after.phase === 'revealed')).toBe(true);
          if (more === 0) expect(player.points).toBe(earlier?.points ?? 0);
        }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['Discord confirms every question', true],
  ['Discord confirms none', false],
])('the alarm clock alone brings every game to its end: %s', (_, confirms) => {
  fc.assert(
    fc.property(wild, (moments) => {
      for (const { after, now } of moments) {
        let state = after;
        let time = now;
        for (let rings = 0; state.phase !== 'ended' && rings < 40; rings++) {
          const { phase, current, attempt, until } = state;
          if (phase === 'asking' && confirms)
            state = reduce(state, { type: 'shown', question: current, attempt, message: 'm' }, time).state;
          time = Math.max(time, until ?? time, state.until ?? time);
          state = reduce(state, { type: 'deadline' }, time).state;
        }
        expect(state.phase).toBe('ended');
      }
    }),
    { numRuns: 100 },
  );
});

test('whenever the deadline moves, an alarm is set to it, and whenever a game ends, the scores are told', () => {
  fc.assert(
    fc.property(wild, (moments) => {
      for (const { before, after, effects } of moments) {
        const alarms = effects.flatMap((effect) => (effect.type === 'schedule' ? [effect.at] : []));
        expect(alarms).toEqual(after.until !== before.until && after.until !== null ? [after.until] : []);
        if (after.phase === 'ended' && before.phase !== 'ended')
          expect(effects.map(({ type }) => type)).toContain('end');
      }
    }),
    { numRuns: 200 },
  );
});

test('the same state and event give the same step; the same act again changes nothing', () => {
  fc.assert(
    fc.property(wild, (moments) => {
      for (const { before, event, now, after, effects } of moments) {
        expect(reduce(before, event, now)).toEqual({ state: after, effects });
        if ('id' in event && after !== before) expect(reduce(after, event, now).state).toBe(after);
      }
    }),
    { numRuns: 200 },
  );
});

test('after the end nothing changes', () => {
  fc.assert(
    fc.property(wild, (moments) => {
      for (const { before, after } of moments) if (before.phase === 'ended') expect(after).toBe(before);
    }),
  );
});

/** The right answers elsewhere, all else the same. */
function turned(deck: readonly Partial<Dealt>[]): readonly Partial<Dealt>[] {
  return deck.map((rest) => ({ ...rest, right: rest.kind === 'order' ? [0, 2, 1] : [0] }));
}

test('what leaves before the reveal is the same, whatever is right', () => {
  const untyped = fc.constantFrom<Partial<Dealt>>(
    { right: [2] },
    { kind: 'truth', shown: [0, 1], right },
    order,
  );
  const game = fc.tuple(
    fc.array(untyped, { minLength: 1, maxLength: 4 }),
    fc.constantFrom<Style>('together', 'hardcore'),
    steps,
  );
  const told = (moments: readonly Moment[]) =>
    moments.map(({ effects }) => effects.filter(({ type }) => type !== 'reveal' && type !== 'end'));
  fc.assert(
    fc.property(game, ([deck, style, made]) => {
      expect(told(wildGame(deck, style, made))).toEqual(told(wildGame(turned(deck), style, made)));
    }),
    { numRuns: 300 },
  );
});

test('a question is revealed only after its close', () => {
  fc.assert(
    fc.property(wild, (moments) => {
      for (const { before, effects } of moments)
        if (effects.some(({ type }) => type === 'reveal'))
          expect(['closing', 'revealed']).toContain(before.phase);
    }),
  );
});

test('wild games get far: some are played to the end, some pause, some have winners', () => {
  const seen = new Set<string>();
  for (const moments of fc.sample(wild, { numRuns: 500, seed: 1 }))
    for (const { after } of moments) {
      seen.add(after.phase);
      seen.add(String(after.reason));
      if (after.players.some(({ points }) => points > 3)) seen.add('points');
    }
  const phases = ['lobby', 'asking', 'open', 'closing', 'revealed', 'paused', 'ended'];
  expect([...seen]).toEqual(expect.arrayContaining([...phases, 'finished', 'stopped', 'points']));
});
