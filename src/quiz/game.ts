import { type Dealt, type Filter, isAnswer, isRight } from './deck.ts';
import { gain } from './points.ts';

/** `race`: the faster, the more points; `together`: the same for all; `hardcore`: one try, and wrong costs a point. */
export type Style = 'race' | 'together' | 'hardcore';

export type Phase = 'lobby' | 'asking' | 'open' | 'closing' | 'revealed' | 'paused' | 'ended';

/**
 * Why a game is over. `finished`: all questions were asked; `nobody`: all left before the first one; `idle`: nobody
 * answered any more; `unreachable`: the question could not be shown; `forbidden`: the bot may not write there any more;
 * `gone`: the channel was deleted; `restarted`: the bot was down for too long.
 */
export type EndReason =
  | 'finished'
  | 'stopped'
  | 'nobody'
  | 'idle'
  | 'unreachable'
  | 'forbidden'
  | 'gone'
  | 'restarted';

export interface Player {
  readonly user: string;
  /** Never below 0. */
  readonly points: number;
  /** Right answers in a row. */
  readonly streak: number;
  readonly right: number;
  readonly answered: number;
  /** Somebody who left keeps the points, but is neither waited for nor counted in a vote. */
  readonly left: boolean;
}

/** What somebody did about the current question. */
export interface Turn {
  readonly user: string;
  /** Places in `shown`; null where nothing was chosen, as in typed questions. */
  readonly picks: readonly number[] | null;
  readonly right: boolean;
  /** How many right answers had been given before this one. */
  readonly before: number;
  /** Typed answers so far. */
  readonly tries: number;
  readonly hinted: boolean;
}

/** A game as it is stored: plain JSON. Moments are in milliseconds since the epoch. */
export interface Game {
  readonly style: Style;
  /** How long a question stays open. */
  readonly seconds: number;
  readonly starter: string;
  readonly questions: readonly Dealt[];
  readonly phase: Phase;
  /** When the phase is over, unless something ends it before; null for `ended`. */
  readonly until: number | null;
  /** The message of the lobby, once Discord confirmed it. */
  readonly lobby: string | null;
  /** Place of the current question; -1 in the lobby. */
  readonly current: number;
  /** How often the current question was asked; from 1. */
  readonly attempt: number;
  /** The last attempt whose message Discord confirmed; 0: none. Later ones may all have come to the same message. */
  readonly confirmed: number;
  /** The message with the current question, once Discord confirmed it. */
  readonly message: string | null;
  readonly turns: readonly Turn[];
  readonly votes: { readonly skip: readonly string[]; readonly stop: readonly string[] };
  readonly skipped: boolean;
  /** What the current question brought, once it is revealed. */
  readonly gains: readonly Gain[];
  /** Questions in a row that nobody answered. */
  readonly unanswered: number;
  readonly players: readonly Player[];
  /** Ids of the last events of members that changed something; the same event again changes nothing. */
  readonly handled: readonly string[];
  readonly reason: EndReason | null;
  /** What was asked for, for another game like this one. */
  readonly wanted?: Wanted;
}

/** Which questions a game was to be made of; `pack` null: of all packs. */
export interface Wanted extends Filter {
  readonly pack: string | null;
}

export interface Gain {
  readonly user: string;
  readonly right: boolean;
  /** Below 0 for a wrong answer in `hardcore`, unless there was nothing to lose. */
  readonly points: number;
  readonly streak: number;
}

/** An act of a member; `id` is that of the interaction. */
interface Act {
  readonly id: string;
  readonly user: string;
}

interface AnswerAct extends Act {
  /** The question under which the button stands. */
  readonly question: number;
}

export type MemberEvent =
  | (Act & { readonly type: 'join' | 'leave' })
  /** `picks`: places in `shown`, one for a choice, all in order for an order. */
  | (AnswerAct & { readonly type: 'choose'; readonly picks: readonly number[] })
  /** The text is judged before it comes here, and is not kept. */
  | (AnswerAct & { readonly type: 'type'; readonly verdict: 'right' | 'near' | 'wrong' })
  | (AnswerAct & { readonly type: 'hint' })
  | (Act & { readonly type: 'skip' | 'stop'; readonly isModerator: boolean })
  | (Act & { readonly type: 'continue' });

export type GameEvent =
  | MemberEvent
  /** Discord confirmed a message with the lobby. */
  | { readonly type: 'lobby-shown'; readonly message: string }
  /** Discord confirmed the message of that attempt. */
  | { readonly type: 'shown'; readonly question: number; readonly attempt: number; readonly message: string }
  /** The message of that attempt could not be sent, after retries. */
  | { readonly type: 'failed'; readonly question: number; readonly attempt: number }
  /** The question is not in its pack any more. */
  | { readonly type: 'unknown'; readonly question: number; readonly attempt: number }
  /** The alarm clock rang. */
  | { readonly type: 'deadline' }
  | { readonly type: 'message-gone'; readonly message: string }
  | { readonly type: 'channel-gone' | 'forbidden' }
  /** `since`: when the bot was last known to be up. */
  | { readonly type: 'restart'; readonly since: number };

/** What only the member who acted sees. */
export type Feedback =
  | { readonly kind: 'joined' | 'already-joined' | 'left' | 'not-playing' }
  | { readonly kind: 'chosen'; readonly picks: readonly number[] }
  | { readonly kind: 'already-chosen'; readonly picks: readonly number[] }
  | { readonly kind: 'typed'; readonly verdict: 'right' | 'near' | 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'already-right' | 'no-tries-left' }
  /** After the close, or under a question of before. */
  | { readonly kind: 'late' }
  /** `free`: it costs nothing, as the answer was given before. */
  | { readonly kind: 'hint'; readonly free: boolean }
  | { readonly kind: 'no-hint' }
  /** Nothing of that kind can be answered to the question. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'voted'; readonly for: 'skip' | 'stop'; readonly votes: number; readonly needed: number }
  | { readonly kind: 'done'; readonly what: 'skip' | 'stop' | 'continue' }
  | { readonly kind: 'nothing-to-skip' | 'nothing-to-hint' | 'not-paused' | 'over' };

/** What is to be done. Before `reveal`, none of them tells what is right. */
export type Effect =
  /** Show the lobby as it is now, then tell by `lobby-shown`. */
  | { readonly type: 'lobby' }
  /** The lobby is over: its buttons are to go. */
  | { readonly type: 'close-lobby'; readonly message: string }
  /** Show the current question, then tell by `shown` or `failed`. */
  | { readonly type: 'ask'; readonly question: number; readonly attempt: number }
  /** Delete a message that another has replaced. */
  | { readonly type: 'withdraw'; readonly message: string }
  | { readonly type: 'feedback'; readonly event: string; readonly user: string; readonly feedback: Feedback }
  | {
      readonly type: 'reveal';
      readonly question: number;
      readonly message: string | null;
      readonly right: readonly number[];
      /** How many chose each place in `shown`. */
      readonly counts: readonly number[];
      readonly gains: readonly Gain[];
      readonly skipped: boolean;
    }
  /** Ask whether to go on. */
  | { readonly type: 'pause' }
  /** Ring by `deadline` at that moment; it replaces any alarm before. */
  | { readonly type: 'schedule'; readonly at: number }
  | {
      readonly type: 'end';
      readonly reason: EndReason;
      /** The question that was open: its buttons are to go. */
      readonly message: string | null;
      readonly standings: readonly Player[];
      /** Whether the points count on the leaderboard: not for somebody who played alone. */
      readonly counts: boolean;
    };

export interface Step {
  readonly state: Game;
  readonly effects: readonly Effect[];
}

const second = 1_000;
export const lobbyTime = 5 * second;
/** How long Discord may take to confirm a question before it is asked again. */
export const confirmTime = 15 * second;
/** Between an attempt to show a question and the next: once, twice, three times as long. */
export const retryTime = 5 * second;
/** For clicks that were under way at the close. */
export const graceTime = 1 * second;
export const revealTime = 6 * second;
export const pauseTime = 30 * second;
/** Whoever waits longer than this for a bot that is down, waits no more. */
export const longestDown = 120 * second;
export const triesTyped = 3;
/** With so many right answers a race is run. */
export const podium = 3;
/** A question that cannot be shown in so many attempts is given up, and the game with it. */
const attempts = 4;
const unansweredBeforePause = 2;
const handledKept = 200;

/** A new game, in its lobby. `questions` are at least one. */
export function begin(
  {
    style,
    seconds,
    starter,
    questions,
    ...more
  }: Pick<Game, 'style' | 'seconds' | 'starter' | 'questions' | 'wanted'>,
  now: number,
): Step {
  const until = now + lobbyTime;
  const state: Game = {
    ...{ style, seconds, starter, questions, ...more },
    ...{ phase: 'lobby', until, lobby: null, current: -1, attempt: 0, confirmed: 0, message: null },
    ...{ turns: [], votes: { skip: [], stop: [] }, skipped: false, gains: [], unanswered: 0 },
    ...{ players: [newPlayer(starter)], handled: [], reason: null },
  };
  return { state, effects: [{ type: 'lobby' }, { type: 'schedule', at: until }] };
}

/**
 * What an event changes, and what is to be done about it. Pure; an event that comes late, twice or out of place changes
 * nothing, though a member may be told so in private.
 *
 * @param now Milliseconds since the epoch.
 */
export function reduce(state: Game, event: GameEvent, now: number): Step {
  if ('id' in event) return schedule(state, act(state, event, now));
  return schedule(state, happen(state, event, now));
}

/** A deadline that moved is one to wake up for. */
function schedule(before: Game, { state, effects }: Step): Step {
  const moved = state.until !== before.until && state.until !== null;
  return { state, effects: moved ? [...effects, { type: 'schedule', at: state.until }] : effects };
}

function happen(state: Game, event: Exclude<GameEvent, MemberEvent>, now: number): Step {
  if (state.phase === 'ended') return happenAfter(state, event);
  switch (event.type) {
    case 'lobby-shown':
      return onLobbyShown(state, event.message);
    case 'shown':
      return onShown(state, event, now);
    case 'failed':
      return isAwaited(state, event) ? tryLater(state, now) : nothing(state);
    case 'unknown':
      return isAwaited(state, event) ? passOver(state, now) : nothing(state);
    case 'deadline':
      return state.until !== null && now >= state.until ? onDeadline(state, now) : nothing(state);
    case 'message-gone':
      return state.phase === 'open' && event.message === state.message
        ? askAgain({ ...state, message: null }, now)
        : nothing(state);
    case 'channel-gone':
      return end(state, 'gone');
    case 'forbidden':
      return end(state, 'forbidden');
    case 'restart':
      return now - event.since > longestDown ? end(state, 'restarted') : goOn(state, now);
  }
}

/** The end is told again after a restart, as it may not have been heard; what is confirmed too late is taken back. */
function happenAfter(state: Game, event: Exclude<GameEvent, MemberEvent>): Step {
  if (event.type === 'restart') return { state, effects: [endEffect(state)] };
  if (event.type === 'shown') return withdrawn(state, event.message);
  return event.type === 'lobby-shown' ? onLobbyShown(state, event.message) : nothing(state);
}

/** Unless it is the message that counts. */
function withdrawn(state: Game, message: string): Step {
  const isStale = message !== state.message && message !== state.lobby;
  return { state, effects: isStale ? [{ type: 'withdraw', message }] : [] };
}

/** Where the first was deleted, there is another one; where the game has begun meanwhile, nobody needs it. */
function onLobbyShown(state: Game, message: string): Step {
  return state.phase === 'lobby' ? nothing({ ...state, lobby: message }) : withdrawn(state, message);
}

function nothing(state: Game): Step {
  return { state, effects: [] };
}

function isAwaited(
  { phase, current, attempt }: Game,
  event: { readonly question: number; readonly attempt: number },
): boolean {
  return phase === 'asking' && event.question === current && event.attempt === attempt;
}

function onShown(state: Game, event: Extract<GameEvent, { type: 'shown' }>, now: number): Step {
  const { phase, current, attempt, confirmed } = state;
  const isNew = event.attempt > confirmed && event.attempt <= attempt;
  if (phase === 'asking' && event.question === current && isNew) {
    const until = now + state.seconds * second;
    const { message } = event;
    return settle(nothing({ ...state, phase: 'open', message, confirmed: attempt, until }), now);
  }
  // Confirmed after it was asked again: two of the same question would stand there.
  return withdrawn(state, event.message);
}

function onDeadline(state: Game, now: number): Step {
  switch (state.phase) {
    case 'lobby':
      return active(state).length === 0 ? end(state, 'nobody') : ask(state, 0, now);
    case 'asking':
      return askAgain(state, now);
    case 'open':
      return close(state, state.until ?? now);
    case 'closing':
      return reveal(state, now);
    case 'revealed':
      return next(state, now);
    case 'paused':
      return end(state, 'idle');
    case 'ended':
      return nothing(state);
  }
}

/** After a restart: the question that was open is asked again, with all its time; answers and points are kept. */
function goOn(state: Game, now: number): Step {
  switch (state.phase) {
    case 'lobby':
      return { state: { ...state, until: now + lobbyTime }, effects: [{ type: 'lobby' }] };
    case 'asking':
    case 'open':
      return askAgain(state, now);
    case 'closing':
      return reveal(state, now);
    case 'revealed':
      return { state: { ...state, until: now + revealTime }, effects: [revealEffect(state)] };
    case 'paused':
      return { state: { ...state, until: now + pauseTime }, effects: [{ type: 'pause' }] };
    case 'ended':
      return nothing(state);
  }
}

function ask(state: Game, current: number, now: number): Step {
  return {
    state: {
      ...state,
      ...{ phase: 'asking', until: now + confirmTime, current, attempt: 1, confirmed: 0, message: null },
      ...{ turns: [], votes: { skip: [], stop: [] }, skipped: false, gains: [] },
    },
    effects: [{ type: 'ask', question: current, attempt: 1 }, ...lobbyOver(state.lobby, current)],
  };
}

/** Once the first question is there. */
function lobbyOver(message: string | null, current: number): readonly Effect[] {
  return message !== null && current === 0 ? [{ type: 'close-lobby', message }] : [];
}

/** Discord may be out for a while: the deadline asks again. */
function tryLater(state: Game, now: number): Step {
  if (state.attempt >= attempts) return end(state, 'unreachable');
  return nothing({ ...state, until: now + retryTime * state.attempt });
}

function passOver(state: Game, now: number): Step {
  return state.current + 1 < state.questions.length
    ? ask(state, state.current + 1, now)
    : end(state, 'finished');
}

function askAgain(state: Game, now: number): Step {
  if (state.attempt >= attempts) return end(state, 'unreachable');
  const attempt = state.attempt + 1;
  return {
    state: { ...state, phase: 'asking', until: now + confirmTime, attempt, message: null },
    effects: [
      ...(state.message === null ? [] : [{ type: 'withdraw', message: state.message } as const]),
      { type: 'ask', question: state.current, attempt },
      ...lobbyOver(state.lobby, state.current),
    ],
  };
}

function close(state: Game, at: number): Step {
  return { state: { ...state, phase: 'closing', until: at + graceTime }, effects: [] };
}

/** Gives the points, once, and shows what was right. A question that was skipped is worth nothing to anybody. */
function reveal(state: Game, now: number): Step {
  const answered = state.skipped ? [] : state.turns.filter(hasAnswered);
  const gains = answered.map((turn) => gainOf(state, turn));
  const wasAnswered = gains.length > 0 || state.skipped;
  // Nobody is to blame for no answer to a question that others closed.
  const spares = state.skipped || isRun(state);
  const revealed: Game = {
    ...state,
    ...{ phase: 'revealed', until: now + revealTime, gains },
    unanswered: wasAnswered ? 0 : state.unanswered + 1,
    players: state.players.map((player) => credit(player, gains, spares)),
  };
  return { state: revealed, effects: [revealEffect(revealed)] };
}

function hasAnswered({ picks, tries }: Turn): boolean {
  return picks !== null || tries > 0;
}

function gainOf(state: Game, turn: Turn): Gain {
  const { streak: before = 0, points: has = 0 } = playerOf(state, turn.user) ?? {};
  const streak = turn.right ? before + 1 : 0;
  const points = Math.max(gain(state.style, turn, streak), 0 - has);
  return { user: turn.user, right: turn.right, points, streak };
}

/** `spares`: who has not answered keeps the streak. */
function credit(player: Player, gains: readonly Gain[], spares: boolean): Player {
  const won = gains.find(({ user }) => user === player.user);
  if (won === undefined) return spares ? player : { ...player, streak: 0 };
  return {
    ...player,
    points: player.points + won.points,
    streak: won.streak,
    right: player.right + (won.right ? 1 : 0),
    answered: player.answered + 1,
  };
}

function revealEffect(state: Game): Effect {
  const question = state.questions[state.current];
  const isOneOf = question?.kind === 'choice' || question?.kind === 'truth';
  const countOf = (place: number) => state.turns.filter(({ picks }) => picks?.[0] === place).length;
  return {
    type: 'reveal',
    question: state.current,
    message: state.message,
    right: question?.right ?? [],
    counts: isOneOf ? question.shown.map((_, place) => countOf(place)) : [],
    gains: state.gains,
    skipped: state.skipped,
  };
}

function next(state: Game, now: number): Step {
  if (state.current + 1 >= state.questions.length) return end(state, 'finished');
  if (state.unanswered < unansweredBeforePause) return ask(state, state.current + 1, now);
  return { state: { ...state, phase: 'paused', until: now + pauseTime }, effects: [{ type: 'pause' }] };
}

function end(state: Game, reason: EndReason): Step {
  const isAsked = ['asking', 'open', 'closing'].includes(state.phase);
  const message = isAsked ? state.message : null;
  const ended: Game = {
    ...{ ...state, phase: 'ended', until: null, message, reason },
    // Who did what is nobody's business any more.
    ...{ turns: [], votes: { skip: [], stop: [] }, gains: [], handled: [] },
  };
  return { state: ended, effects: [endEffect(ended)] };
}

function endEffect(state: Game): Effect {
  const standings = state.players
    .filter(({ answered }) => answered > 0)
    .sort((left, right) => right.points - left.points || right.right - left.right);
  const { reason, message } = state;
  return { type: 'end', reason: reason ?? 'finished', message, standings, counts: standings.length > 1 };
}

/** Acts of members. */
function act(state: Game, event: MemberEvent, now: number): Step {
  if (state.handled.includes(event.id)) return nothing(state);
  if (state.phase === 'ended') return tell(state, event, { kind: 'over' });
  const step = actIn(state, event, now);
  if (step.state === state || step.state.phase === 'ended') return step;
  return { ...step, state: { ...step.state, handled: [...state.handled, event.id].slice(-handledKept) } };
}

function actIn(state: Game, event: MemberEvent, now: number): Step {
  switch (event.type) {
    case 'join':
      return join(state, event);
    case 'leave':
      return leave(state, event, now);
    case 'choose':
    case 'type':
      return takes(state, event.question, now) ? take(state, event, now) : comeLate(state, event);
    case 'hint':
      return takes(state, event.question, now)
        ? take(state, event, now)
        : tell(state, event, { kind: 'nothing-to-hint' });
    case 'skip':
    case 'stop':
      return vote(state, event, now);
    case 'continue':
      return state.phase === 'paused'
        ? also(ask({ ...state, unanswered: 0 }, state.current + 1, now), event, {
            kind: 'done',
            what: 'continue',
          })
        : tell(state, event, { kind: 'not-paused' });
  }
}

function tell(state: Game, { id, user }: Act, feedback: Feedback): Step {
  return also(nothing(state), { id, user }, feedback);
}

/** The member's own line comes first: Discord waits for it. */
function also({ state, effects }: Step, { id, user }: Act, feedback: Feedback): Step {
  return { state, effects: [{ type: 'feedback', event: id, user, feedback }, ...effects] };
}

function newPlayer(user: string): Player {
  return { user, points: 0, streak: 0, right: 0, answered: 0, left: false };
}

function playerOf(state: Game, user: string): Player | undefined {
  return state.players.find((player) => player.user === user);
}

function active(state: Game): readonly Player[] {
  return state.players.filter(({ left }) => !left);
}

/** Whoever answers plays, in the lobby or not. */
function withPlayer(state: Game, user: string): Game {
  const player = playerOf(state, user);
  if (player?.left === false) return state;
  const others = state.players.filter((one) => one !== player);
  return { ...state, players: [...others, { ...(player ?? newPlayer(user)), left: false }] };
}

function lobbyEffects(state: Game): readonly Effect[] {
  return state.phase === 'lobby' ? [{ type: 'lobby' }] : [];
}

function join(state: Game, event: Act): Step {
  const joined = withPlayer(state, event.user);
  if (joined === state) return tell(state, event, { kind: 'already-joined' });
  return also({ state: joined, effects: lobbyEffects(joined) }, event, { kind: 'joined' });
}

function leave(state: Game, event: Act, now: number): Step {
  if (!isPlaying(state, event.user)) return tell(state, event, { kind: 'not-playing' });
  const players = state.players.map((player) =>
    player.user === event.user ? { ...player, left: true } : player,
  );
  const left = { ...state, players };
  const step = settle({ state: left, effects: lobbyEffects(left) }, now);
  return also(decide(step, now), event, { kind: 'left' });
}

function isPlaying(state: Game, user: string): boolean {
  return playerOf(state, user)?.left === false;
}

/**
 * Whether the question still takes answers; what came later than the grace is late, even if the alarm has not rung. A
 * click may be here before Discord's word that the message is.
 */
export function takes({ phase, current, until }: Game, question: number, now: number): boolean {
  if (question !== current || until === null) return false;
  if (phase === 'asking') return true;
  if (phase === 'open') return now <= until + graceTime;
  return phase === 'closing' && now <= until;
}

/** Too late for this question, but in time for the next. */
function comeLate(state: Game, event: Act): Step {
  return tell(withPlayer(state, event.user), event, { kind: 'late' });
}

function take(state: Game, event: Extract<MemberEvent, AnswerAct>, now: number): Step {
  const question = state.questions[state.current];
  const turn = turnOf(state, event.user);
  if (question === undefined || !isPossible(question, event))
    return tell(state, event, { kind: 'impossible' });
  switch (event.type) {
    case 'hint':
      return takeHint(state, event, question, turn);
    case 'type':
      return takeTyped(state, event, turn, now);
    case 'choose':
      return takeChoice(state, event, question, turn, now);
  }
}

function turnOf({ turns }: Game, user: string): Turn {
  const turn = turns.find((one) => one.user === user);
  return turn ?? { user, picks: null, right: false, before: 0, tries: 0, hinted: false };
}

function isPossible(question: Dealt, event: Extract<MemberEvent, AnswerAct>): boolean {
  if (event.type === 'hint') return true;
  return event.type === 'type' ? question.kind === 'typed' : isAnswer(question, event.picks);
}

/**
 * A hint is for whoever asks for it: nobody else sees it, and it halves nobody else's points. So it takes no vote, unlike
 * a skip.
 */
function takeHint(state: Game, event: Act, question: Dealt, turn: Turn): Step {
  if (!question.hasHint) return tell(state, event, { kind: 'no-hint' });
  const free = isFinal(state, turn) && !turn.hinted;
  if (turn.hinted || free) return tell(state, event, { kind: 'hint', free });
  return also(withTurn(state, { ...turn, hinted: true }), event, { kind: 'hint', free });
}

function takeTyped(
  state: Game,
  event: Extract<MemberEvent, { type: 'type' }>,
  turn: Turn,
  now: number,
): Step {
  if (turn.right) return tell(state, event, { kind: 'already-right' });
  if (isFinal(state, turn)) return tell(state, event, { kind: 'no-tries-left' });
  const tries = turn.tries + 1;
  const right = event.verdict === 'right';
  const step = settle(withTurn(state, { ...turn, tries, right, before: rightSoFar(state) }), now);
  const triesLeft = triesOf(state) - tries;
  return also(step, event, { kind: 'typed', verdict: event.verdict, triesLeft });
}

function takeChoice(
  state: Game,
  event: Extract<MemberEvent, { type: 'choose' }>,
  question: Dealt,
  turn: Turn,
  now: number,
): Step {
  if (turn.picks !== null && isFinal(state, turn))
    return tell(state, event, { kind: 'already-chosen', picks: turn.picks });
  const { picks } = event;
  const right = isRight(question, picks);
  const step = settle(withTurn(state, { ...turn, picks, right, before: rightSoFar(state) }), now);
  return also(step, event, { kind: 'chosen', picks });
}

function rightSoFar({ turns }: Game): number {
  return turns.filter(({ right }) => right).length;
}

function withTurn(state: Game, turn: Turn): Step {
  const others = state.turns.filter(({ user }) => user !== turn.user);
  return nothing({ ...withPlayer(state, turn.user), turns: [...others, turn] });
}

function triesOf({ style }: Game): number {
  return style === 'hardcore' ? 1 : triesTyped;
}

/** Whether somebody cannot change the answer any more. */
function isFinal(state: Game, { picks, right, tries }: Turn): boolean {
  if (picks !== null) return state.style !== 'together';
  return tries > 0 && (right || tries >= triesOf(state));
}

/** Closes a question of which nothing more can come: everybody's answer is final, or the race is run. */
function settle({ state, effects }: Step, now: number): Step {
  const awaited = active(state);
  const areFinal = awaited.length > 0 && awaited.every(({ user }) => isFinal(state, turnOf(state, user)));
  if (state.phase !== 'open' || !(areFinal || isRun(state))) return { state, effects };
  return close(state, Math.min(now, state.until ?? now));
}

function isRun(state: Game): boolean {
  return state.style === 'race' && rightSoFar(state) >= podium;
}

type VoteAct = Extract<MemberEvent, { readonly isModerator: boolean }>;

/** The starter and moderators decide; of the others, half of the players skip, and more than half stop. */
function vote(state: Game, event: VoteAct, now: number): Step {
  const { type: what, user } = event;
  if (what === 'skip' && state.phase !== 'open') return tell(state, event, { kind: 'nothing-to-skip' });
  const done = { kind: 'done', what } as const;
  if (event.isModerator || user === state.starter) return also(carryOut(state, what, now), event, done);
  if (!isPlaying(state, user)) return tell(state, event, { kind: 'not-playing' });
  const votes = [...new Set([...state.votes[what], user])];
  const counted = { ...state, votes: { ...state.votes, [what]: votes } };
  if (isCarried(counted, what)) return also(carryOut(counted, what, now), event, done);
  const needed = neededTo(what, counted);
  return tell(counted, event, { kind: 'voted', for: what, votes: votesFor(what, counted), needed });
}

function neededTo(what: VoteAct['type'], state: Game): number {
  const players = active(state).length;
  return what === 'skip' ? Math.ceil(players / 2) : Math.floor(players / 2) + 1;
}

/** Who has left has no say any more. */
function votesFor(what: VoteAct['type'], state: Game): number {
  return state.votes[what].filter((user) => isPlaying(state, user)).length;
}

function isCarried(state: Game, what: VoteAct['type']): boolean {
  const votes = votesFor(what, state);
  return votes > 0 && votes >= neededTo(what, state);
}

/** With somebody less, the votes that there are may be enough. */
function decide({ state, effects }: Step, now: number): Step {
  const what = isCarried(state, 'stop') ? 'stop' : isCarried(state, 'skip') ? 'skip' : null;
  if (what === null || (what === 'skip' && state.phase !== 'open')) return { state, effects };
  const step = carryOut(state, what, now);
  return { state: step.state, effects: [...effects, ...step.effects] };
}

function carryOut(state: Game, what: 'skip' | 'stop', now: number): Step {
  return what === 'stop' ? end(state, 'stopped') : close({ ...state, skipped: true }, now);
}
