import type { Database } from '../../src/store/database.ts';
import { claimChannel, type Record, type StoredGame, saveGame } from '../../src/store/quizGames.ts';
import type { Booking } from '../../src/store/quizScores.ts';
import { choice, lobby } from '../quiz/support/game.ts';

const noon = new Date('2024-07-19T12:00:00Z');

/** So many seconds after noon. */
export const soon = (seconds: number) => new Date(noon.getTime() + seconds * 1_000);

const game = lobby([choice('one'), choice('two')]);
export const endedGame = { ...game, phase: 'ended', until: null, reason: 'finished' } as const;
export const storedGame: StoredGame = {
  ...{ id: 'game', guild: 'town', channel: 'square', home: 'square', language: 'ko', game },
  ...{ version: 1, runner: 'first', aliveAt: noon },
};

/** A step along with which nothing else is written down. */
export const silent: Record = { seen: null, answers: [], booking: null, at: noon };

export function bookingOf(id: string): Booking {
  return {
    ...{ game: id, guild: 'town', day: '2024-07-19', at: noon, practice: false },
    scores: [
      { user: 'mina', points: 20 },
      { user: 'jun', points: 4 },
    ],
    counted: (points, earned) => Math.max(0, Math.min(points, 30 - earned)),
  };
}

/** Books a game of its own. */
export async function book(db: Database, id: string, rest: Partial<Booking> = {}): Promise<void> {
  const its = { ...storedGame, id, channel: id, home: id };
  const booking = { ...bookingOf(id), ...rest };
  await claimChannel(db, its);
  await saveGame(db, its, endedGame, { ...silent, booking, at: booking.at });
}

/** All that have to do with quizzes. */
export const quizTables = [
  'quiz_games',
  'quiz_answers',
  'quiz_scores',
  'quiz_days',
  'quiz_hidden',
  'quiz_seasons',
  'quiz_seen',
  'quiz_daily',
  'quiz_practice',
] as const;
