import { describe, expect, test } from 'vitest';
import type { Effect, Feedback, Game, GameEvent, Step, Style } from '../../src/quiz/game.ts';
import { reduce } from '../../src/quiz/game.ts';
import {
  choice,
  choose,
  does,
  lobby,
  nextQuestion,
  opened,
  order,
  play,
  points,
  ring,
  show,
  start,
  type,
  typed,
} from './support/game.ts';

const three = [choice('one'), choice('two'), choice('three')];

function feedbackOf(effects: readonly Effect[]): readonly Feedback[] {
  return effects.flatMap((effect) => (effect.type === 'feedback' ? [effect.feedback] : []));
}

function endOf(effects: readonly Effect[]): Extract<Effect, { type: 'end' }> | undefined {
  return effects.find((effect) => effect.type === 'end');
}

const inLobby = reduce(lobby(three), { type: 'join', id: 'join', user: 'player' }, start).state;
const asking = ring(inLobby);
const open = show(asking);
const closing = ring(open);
const revealed = ring(closing);
const paused = ring(ring(ring(show(ring(revealed)))));
const ended = ring(paused);
const states: readonly Game[] = [inLobby, asking, open, closing, revealed, paused, ended];

/** In every phase half a second before its end, unless the name says otherwise. */
const events: Readonly<Record<string, (state: Game) => GameEvent>> = {
  'deadline, early': () => ({ type: 'deadline' }),
  deadline: () => ({ type: 'deadline' }),
  'lobby shown': () => ({ type: 'lobby-shown', message: 'lobby' }),
  shown: ({ current, attempt }) => ({ type: 'shown', question: current, attempt, message: 'new' }),
  'shown, stale': ({ current }) => ({ type: 'shown', question: current, attempt: 0, message: 'old' }),
  failed: ({ current, attempt }) => ({ type: 'failed', question: current, attempt }),
  'failed, stale': ({ current }) => ({ type: 'failed', question: current, attempt: 0 }),
  unknown: ({ current, attempt }) => ({ type: 'unknown', question: current, attempt }),
  'unknown, stale': ({ current }) => ({ type: 'unknown', question: current, attempt: 0 }),
  'message gone': ({ message }) => ({ type: 'message-gone', message: message ?? 'none' }),
  'other message gone': () => ({ type: 'message-gone', message: 'other' }),
  'channel gone': () => ({ type: 'channel-gone' }),
  forbidden: () => ({ type: 'forbidden' }),
  'restart, two minutes down': ({ until }) => ({ type: 'restart', since: (until ?? start) - 120_500 }),
  'restart, longer down': ({ until }) => ({ type: 'restart', since: (until ?? start) - 120_501 }),
  join: () => ({ type: 'join', id: '1', user: 'newcomer' }),
  'join again': () => ({ type: 'join', id: '1', user: 'player' }),
  leave: () => ({ type: 'leave', id: '1', user: 'player' }),
  'leave, stranger': () => ({ type: 'leave', id: '1', user: 'stranger' }),
  choose: ({ current }) => ({ type: 'choose', id: '1', user: 'player', question: current, picks: [1] }),
  'choose, question before': ({ current }) => ({
    ...{ type: 'choose', id: '1', user: 'player', question: current - 1, picks: [1] },
  }),
  'choose, no such place': ({ current }) => ({
    ...{ type: 'choose', id: '1', user: 'player', question: current, picks: [4] },
  }),
  type: ({ current }) => ({ type: 'type', id: '1', user: 'player', question: current, verdict: 'right' }),
  hint: ({ current }) => ({ type: 'hint', id: '1', user: 'player', question: current }),
  'skip, starter': () => ({ type: 'skip', id: '1', user: 'starter', isModerator: false }),
  'skip, half': () => ({ type: 'skip', id: '1', user: 'player', isModerator: false }),
  'skip, stranger': () => ({ type: 'skip', id: '1', user: 'stranger', isModerator: false }),
  'stop, starter': () => ({ type: 'stop', id: '1', user: 'starter', isModerator: false }),
  'stop, moderator': () => ({ type: 'stop', id: '1', user: 'stranger', isModerator: true }),
  'stop, half': () => ({ type: 'stop', id: '1', user: 'player', isModerator: false }),
  'stop, stranger': () => ({ type: 'stop', id: '1', user: 'stranger', isModerator: false }),
  continue: () => ({ type: 'continue', id: '1', user: 'player' }),
};

/** `→ phase` where it changes, `!` where something else does, then the effects. */
function summary(before: Game, event: GameEvent, now: number): string {
  const { state, effects } = reduce(before, event, now);
  const change = state === before ? '' : state.phase === before.phase ? '!' : `→ ${state.phase}`;
  const words = effects.map((effect) => {
    if (effect.type === 'feedback') return effect.feedback.kind;
    if (effect.type === 'schedule') return `+${(effect.at - now) / 1_000}s`;
    return effect.type === 'end' ? `end:${effect.reason}` : effect.type;
  });
  return [change, ...words].filter((word) => word !== '').join(' ') || '-';
}

const six = (cell: string) => Array.from({ length: 6 }, () => cell);
const all = (cell: string) => [...six(cell), cell];
const stopped = '→ ended done end:stopped';
const table: Readonly<Record<string, readonly string[]>> = {
  'deadline, early': all('-'),
  deadline: [
    '→ asking ask +15s',
    '! ask +15s',
    '→ closing +1s',
    '→ revealed reveal +6s',
    '→ asking ask +15s',
    '→ ended end:idle',
    '-',
  ],
  'lobby shown': ['!', ...Array.from({ length: 6 }, () => 'withdraw')],
  shown: ['withdraw', '→ open +20s', 'withdraw', 'withdraw', 'withdraw', 'withdraw', 'withdraw'],
  'shown, stale': all('withdraw'),
  failed: ['-', '! +5s', '-', '-', '-', '-', '-'],
  'failed, stale': all('-'),
  unknown: ['-', '! ask +15s', '-', '-', '-', '-', '-'],
  'unknown, stale': all('-'),
  'message gone': ['-', '-', '→ asking ask +15s', '-', '-', '-', '-'],
  'other message gone': all('-'),
  'channel gone': [...six('→ ended end:gone'), '-'],
  forbidden: [...six('→ ended end:forbidden'), '-'],
  'restart, two minutes down': [
    '! lobby +5s',
    '! ask +15s',
    '→ asking withdraw ask +15s',
    '→ revealed reveal +6s',
    '! reveal +6s',
    '! pause +30s',
    'end:idle',
  ],
  'restart, longer down': [...six('→ ended end:restarted'), 'end:idle'],
  join: ['! joined lobby', '! joined', '! joined', '! joined', '! joined', '! joined', 'over'],
  'join again': [...six('already-joined'), 'over'],
  leave: ['! left lobby', '! left', '! left', '! left', '! left', '! left', 'over'],
  'leave, stranger': [...six('not-playing'), 'over'],
  choose: ['late', '! chosen', '! chosen', '! chosen', 'late', 'late', 'over'],
  'choose, question before': [...six('late'), 'over'],
  'choose, no such place': ['late', 'impossible', 'impossible', 'impossible', 'late', 'late', 'over'],
  type: ['late', 'impossible', 'impossible', 'impossible', 'late', 'late', 'over'],
  hint: ['nothing-to-hint', '! hint', '! hint', '! hint', 'nothing-to-hint', 'nothing-to-hint', 'over'],
  'skip, starter': [
    'nothing-to-skip',
    'nothing-to-skip',
    '→ closing done +1s',
    'nothing-to-skip',
    'nothing-to-skip',
    'nothing-to-skip',
    'over',
  ],
  'skip, half': [
    'nothing-to-skip',
    'nothing-to-skip',
    '→ closing done +1s',
    'nothing-to-skip',
    'nothing-to-skip',
    'nothing-to-skip',
    'over',
  ],
  'skip, stranger': [
    'nothing-to-skip',
    'nothing-to-skip',
    'not-playing',
    'nothing-to-skip',
    'nothing-to-skip',
    'nothing-to-skip',
    'over',
  ],
  'stop, starter': [...six(stopped), 'over'],
  'stop, moderator': [...six(stopped), 'over'],
  'stop, half': [...six('! voted'), 'over'],
  'stop, stranger': [...six('not-playing'), 'over'],
  continue: [
    'not-paused',
    'not-paused',
    'not-paused',
    'not-paused',
    'not-paused',
    '→ asking done ask +15s',
    'over',
  ],
};

describe('every event in every phase', () => {
  test('the table names every event, and the states every phase', () => {
    expect(Object.keys(table)).toEqual(Object.keys(events));
    expect(states.map(({ phase }) => phase)).toEqual([
      ...['lobby', 'asking', 'open', 'closing', 'revealed', 'paused', 'ended'],
    ]);
  });

  test.each(Object.entries(table))('%s', (name, expected) => {
    const make = events[name];
    const late = name === 'deadline' ? 0 : 500;
    expect(
      states.map((state) => summary(state, make?.(state) as GameEvent, (state.until ?? start) - late)),
    ).toEqual(expected);
  });
});

describe('lobby', () => {
  test('the starter is in it, and it is shown anew whenever somebody comes or goes', () => {
    const { state, effects } = play(
      lobby(three),
      [{ type: 'join', id: '1', user: 'b' }, start + 1],
      [{ type: 'leave', id: '2', user: 'starter' }, start + 2],
    );
    expect(effects.filter(({ type }) => type === 'lobby')).toHaveLength(2);
    expect(state.players.filter(({ left }) => !left).map(({ user }) => user)).toEqual(['b']);
  });

  const shown = { type: 'lobby-shown', message: 'lobby' } as const;
  const closed = [{ type: 'close-lobby', message: 'lobby' }];
  const closings = ({ effects }: Step) => effects.filter(({ type }) => type === 'close-lobby');

  test('it is closed with the first question, each time that is asked, and with no other', () => {
    const seen = reduce(lobby(three), shown, start).state;
    const asked = reduce(seen, { type: 'deadline' }, seen.until ?? 0);
    expect(closings(asked)).toEqual(closed);
    const again = reduce(show(asked.state), { type: 'message-gone', message: 'message-0-1' }, start + 7_000);
    expect(closings(again)).toEqual(closed);
    const first = ring(ring(show(again.state)));
    expect(closings(reduce(first, { type: 'deadline' }, first.until ?? 0))).toEqual([]);
  });

  test('another one takes the place of one that was deleted; what is confirmed too late is taken back', () => {
    const seen = reduce(lobby(three), shown, start).state;
    expect(reduce(seen, { ...shown, message: 'other' }, start).state.lobby).toBe('other');
    expect(reduce(ring(seen), { ...shown, message: 'other' }, start + 6_000).effects).toEqual([
      { type: 'withdraw', message: 'other' },
    ]);
    expect(reduce(ring(seen), shown, start + 6_000).effects).toEqual([]);
  });

  test('when all left, there is no game', () => {
    const left = play(lobby(three), [{ type: 'leave', id: '1', user: 'starter' }, start + 1]).state;
    expect(ring(left)).toMatchObject({ phase: 'ended', reason: 'nobody' });
  });
});

describe('the clock', () => {
  test('the time runs from the word of Discord that the question is there', () => {
    const shownAt = start + 5_000 + 3_210;
    const event = { type: 'shown', question: 0, attempt: 1, message: 'm' } as const;
    expect(reduce(asking, event, shownAt).state.until).toBe(shownAt + 20_000);
  });

  test.each([
    ['before the close', -1, 'chosen'],
    ['one second after it', 1_000, 'chosen'],
    ['later', 1_001, 'late'],
  ])('a click %s counts accordingly, even if the alarm has not rung', (_, after, kind) => {
    const click = { type: 'choose', id: '1', user: 'player', question: 0, picks: [1] } as const;
    const { effects } = reduce(open, click, (open.until ?? 0) + after);
    expect(feedbackOf(effects).map((one) => one.kind)).toEqual([kind]);
  });

  test('after the grace a click is late, even if the alarm has not rung', () => {
    const click = { type: 'choose', id: '1', user: 'player', question: 0, picks: [1] } as const;
    const kinds = [0, 1].map((after) => {
      const { effects } = reduce(closing, click, (closing.until ?? 0) + after);
      return feedbackOf(effects).map((one) => one.kind);
    });
    expect(kinds).toEqual([['chosen'], ['late']]);
  });

  test('a click that is here before the word of Discord counts', () => {
    expect(points(ring(ring(show(choose(asking, 'player', 1)))))).toEqual({ starter: 0, player: 2 });
  });

  test('whoever comes too late plays on', () => {
    const late = choose(revealed, 'latecomer', 1);
    expect(late.players.map(({ user }) => user)).toEqual(['starter', 'player', 'latecomer']);
  });

  test('a question that Discord does not confirm is asked four times, then the game ends', () => {
    const game = ring(ring(ring(ring(asking))));
    expect(game).toMatchObject({ phase: 'ended', reason: 'unreachable' });
  });

  test('a question that was asked again opens with the first message that is confirmed; another is taken back', () => {
    const again = ring(asking);
    const now = (again.until ?? 0) - 1;
    const event = { type: 'shown', question: 0, attempt: 1, message: 'first' } as const;
    const opened = reduce(again, event, now).state;
    expect(opened).toMatchObject({ phase: 'open', message: 'first', confirmed: 2, until: now + 20_000 });
    expect(reduce(opened, { ...event, attempt: 2 }, now)).toEqual({ state: opened, effects: [] });
    expect(reduce(opened, { ...event, attempt: 2, message: 'second' }, now)).toEqual({
      state: opened,
      effects: [{ type: 'withdraw', message: 'second' }],
    });
  });

  test('where a confirmed question is asked anew, its old message does not open it', () => {
    const anew = reduce(open, { type: 'message-gone', message: 'message-0-1' }, start + 7_000).state;
    const event = { type: 'shown', question: 0, attempt: 1, message: 'message-0-1' } as const;
    expect(reduce(anew, event, start + 8_000)).toEqual({
      state: anew,
      effects: [{ type: 'withdraw', message: 'message-0-1' }],
    });
  });
});

describe('choosing', () => {
  test('together, a choice can be changed until the close; the last one counts', () => {
    const game = choose(choose(choose(open, 'player', 1), 'starter', 1), 'player', 0);
    expect(points(ring(ring(game)))).toEqual({ starter: 2, player: 0 });
  });

  test.each<Style>(['race', 'hardcore'])('in %s the first choice stands', (style) => {
    const game = choose(opened(lobby(three, style), 'player'), 'player', 0);
    const { state, effects } = does(game, { type: 'choose', user: 'player', question: 0, picks: [1] });
    expect(state).toBe(game);
    expect(feedbackOf(effects)).toEqual([{ kind: 'already-chosen', picks: [0] }]);
  });

  test('a race closes when three were right, or when all have chosen', () => {
    const race = opened(lobby(three, 'race'), 'b', 'c', 'd');
    const podium = choose(choose(choose(race, 'd', 1), 'c', 1), 'b', 1);
    expect(podium.phase).toBe('closing');
    const all = choose(choose(choose(choose(race, 'd', 0), 'c', 0), 'b', 1), 'starter', 1);
    expect(all.phase).toBe('closing');
    expect(choose(choose(race, 'd', 1), 'c', 1).phase).toBe('open');
  });

  test('who leaves is not waited for; when all have left, the question stays open for others', () => {
    const race = choose(opened(lobby(three, 'race'), 'b'), 'starter', 0);
    expect(does(race, { type: 'leave', user: 'b' }).state.phase).toBe('closing');
    const one = does(opened(lobby(three, 'race')), { type: 'leave', user: 'starter' }).state;
    expect(one.phase).toBe('open');
  });

  test('together, the question stays open, as everybody may still change the choice', () => {
    expect(choose(choose(open, 'player', 1), 'starter', 1).phase).toBe('open');
  });

  test('an order is right as a whole', () => {
    const game = opened(lobby([choice('one', order)]), 'b', 'c');
    const answered = choose(choose(game, 'b', 1, 2, 0), 'c', 1, 0, 2);
    expect(points(ring(ring(answered)))).toEqual({ starter: 0, b: 2, c: 0 });
  });

  test.each([[[]], [[1, 1, 2]], [[0, 1]], [[0, 1, 3]], [[-1, 0, 1]], [[0.5, 1, 2]]])(
    '%j is no order',
    (picks) => {
      const game = opened(lobby([choice('one', order)]));
      expect(choose(game, 'starter', ...picks)).toBe(game);
    },
  );
});

describe('typing', () => {
  const game = opened(lobby([choice('one', typed), choice('two', typed)]), 'player');

  test('three tries, each judged in private', () => {
    const first = type(game, 'player', 'wrong');
    const second = type(first.state, 'player', 'near');
    const third = type(second.state, 'player', 'right');
    expect([first, second, third].flatMap(({ effects }) => feedbackOf(effects))).toEqual([
      { kind: 'typed', verdict: 'wrong', triesLeft: 2 },
      { kind: 'typed', verdict: 'near', triesLeft: 1 },
      { kind: 'typed', verdict: 'right', triesLeft: 0 },
    ]);
    expect(points(ring(ring(third.state)))).toEqual({ starter: 0, player: 2 });
  });

  test('no fourth try, and none after the right answer', () => {
    const missed = ['wrong', 'wrong', 'wrong'].reduce((state) => type(state, 'player', 'wrong').state, game);
    const right = type(game, 'player', 'right').state;
    expect(feedbackOf(type(missed, 'player', 'right').effects)).toEqual([{ kind: 'no-tries-left' }]);
    expect(feedbackOf(type(right, 'player', 'wrong').effects)).toEqual([{ kind: 'already-right' }]);
  });

  test('in hardcore one try', () => {
    const hardcore = opened(lobby([choice('one', typed)], 'hardcore'), 'player');
    const once = type(hardcore, 'player', 'near');
    expect(feedbackOf(once.effects)).toEqual([{ kind: 'typed', verdict: 'near', triesLeft: 0 }]);
    expect(feedbackOf(type(once.state, 'player', 'right').effects)).toEqual([{ kind: 'no-tries-left' }]);
  });

  test('the question closes when nobody has a try left', () => {
    expect(type(type(game, 'player', 'right').state, 'starter', 'right').state.phase).toBe('closing');
  });
});

describe('points', () => {
  test('a race gives 3, 2 and 1 by order; those in the grace after it still get 1', () => {
    const race = opened(lobby(three, 'race'), 'b', 'c', 'd', 'e');
    const run = ['e', 'c', 'starter', 'b', 'd'].reduce((state, user) => choose(state, user, 1), race);
    expect(points(ring(run))).toEqual({ e: 3, c: 2, starter: 1, b: 1, d: 1 });
  });

  test('who was wrong or silent takes no place in a race', () => {
    const race = opened(lobby(three, 'race'), 'b', 'c');
    const run = choose(choose(choose(race, 'b', 0), 'c', 1), 'starter', 1);
    expect(points(ring(run))).toEqual({ b: 0, c: 3, starter: 2 });
  });

  test('hardcore takes a point for a wrong answer, but never below 0', () => {
    const first = choose(choose(opened(lobby(three, 'hardcore'), 'b'), 'b', 0), 'starter', 1);
    const second = choose(choose(show(ring(ring(first))), 'b', 1), 'starter', 0);
    expect(points(ring(first))).toEqual({ b: 0, starter: 2 });
    expect(points(ring(second))).toEqual({ b: 2, starter: 1 });
  });

  test('the own hint halves the points, that of others does not', () => {
    const hinted = does(open, { type: 'hint', user: 'player', question: 0 });
    expect(feedbackOf(hinted.effects)).toEqual([{ kind: 'hint', free: false }]);
    const game = choose(choose(hinted.state, 'player', 1), 'starter', 1);
    expect(points(ring(ring(game)))).toEqual({ player: 1, starter: 2 });
  });

  test('a hint after the answer that stands is free', () => {
    const game = choose(opened(lobby(three, 'hardcore'), 'player'), 'player', 1);
    const { state } = does(game, { type: 'hint', user: 'player', question: 0 });
    expect(points(ring(ring(state)))).toEqual({ player: 2, starter: 0 });
  });

  test('from the third right answer in a row on, each brings one more; a miss begins anew', () => {
    const five = Array.from({ length: 6 }, (_, index) => choice(`q${index}`));
    let game = opened(lobby(five), 'player');
    const totals: number[] = [];
    for (const pick of [1, 1, 1, 1, 0, 1]) {
      const done = ring(ring(choose(game, 'player', pick)));
      totals.push(points(done)['player'] ?? 0);
      game = show(ring(done));
    }
    expect(totals).toEqual([2, 4, 7, 10, 10, 12]);
  });

  test('alone, the points do not count; with a second person who answered they do', () => {
    const alone = endOf(
      does(choose(revealed, 'x', 1), { type: 'stop', user: 'starter', isModerator: false }).effects,
    );
    const one = ring(ring(choose(open, 'player', 1)));
    const two = ring(ring(choose(choose(open, 'player', 1), 'starter', 0)));
    const stop = { type: 'stop', user: 'starter', isModerator: false } as const;
    expect(alone?.counts).toBe(false);
    expect(endOf(does(one, stop).effects)?.counts).toBe(false);
    expect(endOf(does(two, stop).effects)?.counts).toBe(true);
  });
});

describe('reveal', () => {
  test('what was right, how many chose each, and what it brought', () => {
    const game = ring(choose(choose(open, 'player', 1), 'starter', 3));
    const { effects } = reduce(game, { type: 'deadline' }, game.until ?? 0);
    expect(effects[0]).toEqual({
      type: 'reveal',
      question: 0,
      message: 'message-0-1',
      right: [1],
      counts: [0, 1, 0, 1],
      gains: [
        { user: 'player', right: true, points: 2, streak: 1 },
        { user: 'starter', right: false, points: 0, streak: 0 },
      ],
      skipped: false,
    });
  });

  test('at the end nothing is kept of who did what', () => {
    const voted = does(choose(opened(lobby(three), 'b', 'c', 'd'), 'b', 1), {
      ...{ type: 'stop', user: 'c', isModerator: false },
    }).state;
    const { state } = does(voted, { type: 'stop', user: 'starter', isModerator: false });
    expect(state).toMatchObject({ turns: [], votes: { skip: [], stop: [] }, gains: [], handled: [] });
  });

  test('after the last one come the scores, the best first', () => {
    const last = choose(choose(opened(lobby([choice('only')]), 'player'), 'player', 1), 'starter', 0);
    const after = ring(ring(last));
    const { state, effects } = reduce(after, { type: 'deadline' }, after.until ?? 0);
    expect(state.phase).toBe('ended');
    expect(endOf(effects)).toEqual({
      ...{ type: 'end', reason: 'finished', message: null, counts: true },
      standings: [
        { user: 'player', points: 2, streak: 1, right: 1, answered: 1, left: false },
        { user: 'starter', points: 0, streak: 0, right: 0, answered: 1, left: false },
      ],
    });
  });
});

describe('skip and stop', () => {
  const four = opened(lobby(three), 'b', 'c', 'd');
  const skip = (state: Game, user: string) => does(state, { type: 'skip', user, isModerator: false });

  test('half of the players skip a question; who voted twice counts once', () => {
    const one = skip(four, 'b');
    const again = skip(one.state, 'b');
    const two = skip(again.state, 'c');
    expect(feedbackOf([...one.effects, ...again.effects, ...two.effects])).toEqual([
      { kind: 'voted', for: 'skip', votes: 1, needed: 2 },
      { kind: 'voted', for: 'skip', votes: 1, needed: 2 },
      { kind: 'done', what: 'skip' },
    ]);
    expect(two.state.phase).toBe('closing');
  });

  test('more than half of the players stop a game', () => {
    const stop = (state: Game, user: string) => does(state, { type: 'stop', user, isModerator: false });
    const two = stop(stop(four, 'b').state, 'c');
    expect(feedbackOf(two.effects)).toEqual([{ kind: 'voted', for: 'stop', votes: 2, needed: 3 }]);
    expect(feedbackOf(stop(two.state, 'd').effects)).toEqual([{ kind: 'done', what: 'stop' }]);
    const pair = opened(lobby(three), 'b');
    expect(feedbackOf(stop(pair, 'b').effects)).toEqual([
      { kind: 'voted', for: 'stop', votes: 1, needed: 2 },
    ]);
  });

  test('who has left has no vote, and the votes of the others may be enough then', () => {
    const left = does(skip(four, 'b').state, { type: 'leave', user: 'b' }).state;
    expect(feedbackOf(skip(left, 'c').effects)).toEqual([
      { kind: 'voted', for: 'skip', votes: 1, needed: 2 },
    ]);
    const fewer = does(skip(left, 'c').state, { type: 'leave', user: 'd' });
    expect(feedbackOf(fewer.effects)).toEqual([{ kind: 'left' }]);
    expect(fewer.state).toMatchObject({ phase: 'closing', skipped: true });
    const stop = (state: Game, user: string) => does(state, { type: 'stop', user, isModerator: false });
    const stopped = does(stop(stop(four, 'b').state, 'c').state, { type: 'leave', user: 'd' });
    expect([stopped.state.phase, stopped.state.reason]).toEqual(['ended', 'stopped']);
  });

  test('a skipped question brings nothing to anybody', () => {
    const answered = choose(choose(opened(lobby(three, 'hardcore'), 'b'), 'b', 1), 'starter', 0);
    const over = ring(skip(opened(lobby(three, 'race'), 'b'), 'starter').state);
    const both = ring(ring(answered));
    expect(points(both)).toEqual({ starter: 0, b: 2 });
    const race = choose(opened(lobby(three, 'race'), 'b'), 'b', 1);
    const skipped = ring(skip(race, 'starter').state);
    expect([points(skipped), skipped.gains, over.gains]).toEqual([{ starter: 0, b: 0 }, [], []]);
  });

  test('who is cut off by the end of a race keeps the streak, who lets the time pass does not', () => {
    const five = [choice('one'), choice('two'), choice('three'), choice('four'), choice('five')];
    const race = choose(opened(lobby(five, 'race'), 'b', 'c', 'd'), 'd', 1);
    const next = nextQuestion(race);
    const run = ['starter', 'b', 'c'].reduce((state, user) => choose(state, user, 1), next);
    expect(run.phase).toBe('closing');
    const streakOf = (state: Game) => state.players.find(({ user }) => user === 'd')?.streak;
    expect([streakOf(ring(run)), streakOf(ring(ring(next)))]).toEqual([1, 0]);
  });

  test('a hint after the answer costs nothing, and says so', () => {
    const race = choose(opened(lobby(three, 'race'), 'b'), 'b', 1);
    const hint = does(race, { type: 'hint', user: 'b', question: 0 });
    expect([feedbackOf(hint.effects), hint.state]).toEqual([[{ kind: 'hint', free: true }], race]);
    expect(points(ring(ring(hint.state)))).toEqual({ starter: 0, b: 3 });
  });

  test('in hardcore nobody loses what is not there', () => {
    const game = opened(lobby(three, 'hardcore'), 'b');
    const first = ring(choose(choose(game, 'b', 1), 'starter', 0));
    expect(first.gains.map(({ user, points }) => [user, points])).toEqual([
      ['b', 2],
      ['starter', 0],
    ]);
    const second = ring(choose(choose(show(ring(first)), 'b', 0), 'starter', 0));
    expect(second.gains.map(({ user, points }) => [user, points])).toEqual([
      ['b', -1],
      ['starter', 0],
    ]);
    expect(points(second)).toEqual({ starter: 0, b: 1 });
  });

  test('votes end with the question', () => {
    expect(skip(nextQuestion(skip(four, 'b').state), 'c').state.phase).toBe('open');
  });

  test('a skipped question breaks no streak and is not one that nobody answered', () => {
    const once = nextQuestion(choose(four, 'b', 1));
    const skipped = ring(skip(once, 'starter').state);
    expect(skipped).toMatchObject({ phase: 'revealed', unanswered: 0, skipped: true });
    expect(skipped.players.find(({ user }) => user === 'b')?.streak).toBe(1);
  });

  test('those who left are not counted', () => {
    const left = does(four, { type: 'leave', user: 'd' }).state;
    const fewer = does(left, { type: 'leave', user: 'c' }).state;
    expect(skip(fewer, 'b').state.phase).toBe('closing');
  });
});

describe('pause', () => {
  test('two questions that nobody answered pause the game; one does not', () => {
    expect(ring(revealed).phase).toBe('asking');
    expect(paused).toMatchObject({ phase: 'paused', unanswered: 2, current: 1 });
  });

  test('going on, the next question is asked, and counting begins anew', () => {
    const { state } = does(paused, { type: 'continue', user: 'player' });
    expect(state).toMatchObject({ phase: 'asking', current: 2, unanswered: 0 });
  });

  test('after the last question there is no pause', () => {
    const two = ring(ring(ring(show(ring(ring(ring(opened(lobby([choice('one'), choice('two')])))))))));
    expect(two).toMatchObject({ phase: 'ended', reason: 'finished' });
  });
});

describe('after a restart', () => {
  test('the question is asked again with all its time; answers and points are kept', () => {
    const before = choose(nextQuestion(choose(open, 'player', 1)), 'starter', 1);
    const now = (before.until ?? 0) + 60_000;
    const again = reduce(before, { type: 'restart', since: now - 61_000 }, now);
    expect(again.effects).toEqual([
      { type: 'withdraw', message: 'message-1-1' },
      { type: 'ask', question: 1, attempt: 2 },
      { type: 'schedule', at: now + 15_000 },
    ]);
    expect(points(ring(ring(show(again.state))))).toEqual({ starter: 2, player: 2 });
  });

  test('a revealed question is shown once more, and brings nothing more', () => {
    const before = ring(ring(choose(open, 'player', 1)));
    const { state, effects } = reduce(before, { type: 'restart', since: start }, start + 60_000);
    expect(effects).toMatchObject([
      { type: 'reveal', gains: [{ user: 'player', right: true, points: 2, streak: 1 }] },
      { type: 'schedule' },
    ]);
    expect(points(state)).toEqual({ starter: 0, player: 2 });
  });
});

test('the same interaction twice is one', () => {
  const miss = { type: 'type', id: 'same', user: 'player', question: 0, verdict: 'wrong' } as const;
  const game = opened(lobby([choice('one', typed)]), 'player');
  const once = reduce(game, miss, game.until ?? 0);
  expect(reduce(once.state, miss, game.until ?? 0)).toEqual({ state: once.state, effects: [] });
});
