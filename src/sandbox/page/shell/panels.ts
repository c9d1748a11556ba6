import type { Client } from '../client.ts';

/** Which columns stand beside the channel; on a narrow window the stylesheet shows one at a time. */
const shown = { side: false, members: true };

export function isSideShown(): boolean {
  return shown.side;
}

export function areMembersShown(): boolean {
  return shown.members;
}

/** The side column always stands on a wide window; on a narrow one it takes the place of the channel. */
export function showSide(client: Client): void {
  client.update(() => (shown.side = true));
}

export function hideSide(client: Client): void {
  client.update(() => (shown.side = false));
}

export function toggleMembers(client: Client): void {
  client.update(() => (shown.members = !shown.members));
}
