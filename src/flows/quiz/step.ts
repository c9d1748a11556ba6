import { dateIn } from '../../quiz/calendar.ts';
import { dealtName } from '../../quiz/deck.ts';
import { type Effect, type Game, type GameEvent, reduce } from '../../quiz/game.ts';
import { counted } from '../../quiz/points.ts';
import { type Record, readGame, type StoredGame, saveGame } from '../../store/quizGames.ts';
import type { Booking } from '../../store/quizScores.ts';
import type { FlowDeps } from '../deps.ts';
import { zoneOf } from '../server.ts';

export interface Stepped {
  readonly stored: StoredGame;
  readonly effects: readonly Effect[];
}

/** Each lets another process through, of the few that there may be. */
const attempts = 20;

/**
 * Lets an event happen to a game and writes down what it changes, with the answers at a reveal and the points at the
 * end. Null for an unknown game. Safe in several processes: what was changed meanwhile is read again.
 * Throws a StoreError.
 */
export async function step(deps: FlowDeps, id: string, event: GameEvent): Promise<Stepped | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await readGame(deps.db, id);
    if (before === null) return null;
    const now = deps.now();
    const { state, effects } = reduce(before.game, event, now.getTime());
    if (state === before.game) return { stored: before, effects };
    if (await saveGame(deps.db, before, state, recordOf(before, state, effects, now)))
      return { stored: { ...before, game: state, version: before.version + 1 }, effects };
  }
  throw new Error(`quiz ${id} was changed by others ${attempts} times in a row`);
}

function recordOf(before: StoredGame, game: Game, effects: readonly Effect[], at: Date): Record {
  const isRevealed = game.phase === 'revealed' && before.game.phase !== 'revealed';
  const isOver = game.phase === 'ended' && before.game.phase !== 'ended';
  const isShown = game.phase === 'open' && before.game.phase === 'asking';
  return {
    seen: isShown ? nameOf(game) : null,
    answers: isRevealed ? answersOf(game) : [],
    booking: isOver ? bookingOf(before, effects, at) : null,
    at,
  };
}

/** Of the current question: `pack/id`. */
function nameOf({ current, questions }: Game): string | null {
  const question = questions[current];
  return question === undefined ? null : dealtName(question);
}

function answersOf(game: Game): Record['answers'] {
  const { current, gains } = game;
  const name = nameOf(game);
  if (name === null) return [];
  return gains.map(({ user, right }) => ({ question: current, user, name, right }));
}

function bookingOf({ id, guild }: StoredGame, effects: readonly Effect[], at: Date): Booking | null {
  const end = effects.find(({ type }) => type === 'end');
  if (end?.type !== 'end') return null;
  const scores = end.standings.filter(({ points }) => points > 0);
  const day = dateIn(zoneOf(guild), at);
  return { game: id, guild, day, at, practice: !end.counts, scores, counted };
}
