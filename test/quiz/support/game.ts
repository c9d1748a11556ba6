import type { Dealt } from '../../../src/quiz/deck.ts';
import {
  begin,
  type Game,
  type GameEvent,
  type MemberEvent,
  reduce,
  type Step,
} from '../../../src/quiz/game.ts';

export const start = 1_000_000;

/** A question with four options, the second of which is right. */
export function choice(id: string, rest: Partial<Dealt> = {}): Dealt {
  return {
    pack: 'outage',
    id,
    pair: id,
    kind: 'choice',
    hasHint: true,
    shown: [2, 0, 3, 1],
    right: [1],
    ...rest,
  };
}

export const typed: Partial<Dealt> = { kind: 'typed', shown: [], right: [] };
export const order: Partial<Dealt> = { kind: 'order', shown: [2, 0, 1], right: [1, 2, 0] };

/** A lobby in which `starter` waits. */
export function lobby(questions: readonly Dealt[], style: Game['style'] = 'together'): Game {
  return begin({ style, seconds: 20, starter: 'starter', questions }, start).state;
}

export type Timed = readonly [event: GameEvent, now: number];

/** All effects on the way, and the state at the end. */
export function play(state: Game, ...events: readonly Timed[]): Step {
  return events.reduce<Step>(
    (step, [event, now]) => {
      const after = reduce(step.state, event, now);
      return { state: after.state, effects: [...step.effects, ...after.effects] };
    },
    { state, effects: [] },
  );
}

/** Rings the alarm when it is due. */
export function ring(state: Game): Game {
  return reduce(state, { type: 'deadline' }, state.until ?? start).state;
}

/** Discord confirms the current question, a second after it was asked. */
export function show(state: Game): Game {
  const { current, attempt, until } = state;
  const event = {
    type: 'shown',
    question: current,
    attempt,
    message: `message-${current}-${attempt}`,
  } as const;
  return reduce(state, event, (until ?? start) - 14_000).state;
}

/** From the lobby to the first question, with these players besides the starter. */
export function opened(state: Game, ...players: readonly string[]): Game {
  const joined = players.reduce(
    (joining, user) => reduce(joining, { type: 'join', id: `join-${user}`, user }, start).state,
    state,
  );
  return show(ring(joined));
}

/** From an open question to the next one. */
export function nextQuestion(state: Game): Game {
  return show(ring(ring(ring(state))));
}

let acts = 0;

type WithoutId<Event> = Event extends unknown ? Omit<Event, 'id'> : never;

/** An act with an id of its own, in the middle of the phase. */
export function does(state: Game, act: WithoutId<MemberEvent>): Step {
  return reduce(state, { ...act, id: `act-${++acts}` } as MemberEvent, (state.until ?? start) - 500);
}

export function choose(state: Game, user: string, ...picks: readonly number[]): Game {
  return does(state, { type: 'choose', user, question: state.current, picks }).state;
}

export function type(state: Game, user: string, verdict: 'right' | 'near' | 'wrong'): Step {
  return does(state, { type: 'type', user, question: state.current, verdict });
}

/** Points by user. */
export function points(state: Game): Readonly<Record<string, number>> {
  return Object.fromEntries(state.players.map(({ user, points }) => [user, points]));
}
