import type { Style, Turn } from './game.ts';

/** Points in a race, by how many were right before. */
const places = [3, 2, 1];
const flat = 2;
const penalty = -1;
/** From so many right answers in a row on, each brings one more. */
const streakFrom = 3;
/** More than this nobody earns for the leaderboard on one day of the server. */
export const dayCap = 30;

/**
 * What an answer brings. After one's own hint it is half, rounded up; a streak is worth one more.
 *
 * @param streak Right answers in a row, this one among them.
 */
export function gain(style: Style, { right, before, hinted }: Turn, streak: number): number {
  if (!right) return style === 'hardcore' ? penalty : 0;
  const whole = style === 'race' ? (places[before] ?? 1) : flat;
  return (hinted ? Math.ceil(whole / 2) : whole) + (streak >= streakFrom ? 1 : 0);
}

/** How many of the points of a game count on the leaderboard for somebody who has earned some today already. */
export function counted(points: number, earnedToday: number): number {
  return Math.max(0, Math.min(points, dayCap - earnedToday));
}
