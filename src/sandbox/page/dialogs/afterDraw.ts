import type { Client } from '../client.ts';

/**
 * Changes what is on the screen, draws it at once and acts on the page. A frame later would be too late: the
 * keys of a quick typist would meet the old page.
 */
export function updateThen(client: Client, change: () => void, act: () => void): void {
  client.updateNow(change);
  act();
}

/** An input method is at work on a syllable: Enter, Tab, Escape and the arrows are meant for it. */
export function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}
