import { type APIMessage, Routes } from 'discord-api-types/v10';
import type { Inquiry } from './rights.ts';
import { rowsAmong } from './views/rows.ts';
import { runOf } from './views/summary.ts';

/** Discord's limit of a page. */
const pageSize = 100;
/** A channel in which so much was written since is not searched to its end. */
const mostPages = 50;
/** The clocks of Discord and of this machine may differ. */
const clockDifference = 5 * 60_000;
/** Milliseconds of 1 January 2015, from which Discord counts. */
const firstMoment = 1_420_070_400_000;

export interface Sought {
  readonly channel: string;
  /** The id of the run that posted. */
  readonly run: string;
  readonly since: Date;
}

/**
 * The messages of a run that stand in a channel, in the order of their parts. Null where so much was written since
 * that that cannot be said. Its history has to be readable: Discord shows an empty one otherwise.
 */
export async function findParts(
  { wire, self }: Pick<Inquiry, 'wire' | 'self'>,
  { channel, run, since }: Sought,
  signal: AbortSignal,
): Promise<readonly APIMessage[] | null> {
  const parts = new Map<number, APIMessage>();
  let after = firstIdAt(since.getTime() - clockDifference);
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ after, limit: String(pageSize) });
    const messages = (await wire.bot.get(Routes.channelMessages(channel), {
      query,
      signal,
    })) as APIMessage[];
    for (const message of messages.filter(({ author }) => author.id === self())) {
      const own = runOf(rowsAmong(message.components ?? []));
      if (own?.post === run && !parts.has(own.part)) parts.set(own.part, message);
    }
    if (messages.length < pageSize) return [...parts].sort(([a], [b]) => a - b).map(([, message]) => message);
    after = messages.reduce((newest, { id }) => (isNewer(id, newest) ? id : newest), after);
  }
  return null;
}

/** Ids are snowflakes: they begin with the milliseconds, and the larger is the newer. */
function firstIdAt(moment: number): string {
  return String(BigInt(Math.max(moment - firstMoment, 0)) << 22n);
}

function isNewer(id: string, other: string): boolean {
  return BigInt(id) > BigInt(other);
}
