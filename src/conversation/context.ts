/** Whoever asks later than this starts a new conversation. */
export const contextMinutes = 10;

/** A pair shown before this moment says nothing about a query asked `now`. */
export function contextStart(now: Date): Date {
  return new Date(now.getTime() - contextMinutes * 60_000);
}
