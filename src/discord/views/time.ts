/** Moments as Discord shows them, each reader in their own zone and language. */

/** "3 minutes ago" */
export function relativeTime(moment: Date): string {
  return timestamp(moment, 'R');
}

/** "Tuesday, 24 November 2026 09:00" */
export function fullTime(moment: Date): string {
  return timestamp(moment, 'F');
}

/** "24 November 2026 09:00" */
export function shortTime(moment: Date): string {
  return timestamp(moment, 'f');
}

/** "24 November 2026" */
export function dayOf(moment: Date): string {
  return timestamp(moment, 'D');
}

function timestamp(moment: Date, style: string): string {
  return `<t:${Math.floor(moment.getTime() / 1000)}:${style}>`;
}
