import { type APIGuildMember, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { within } from './deadline.ts';
import { hasCode, type Wire } from './respond.ts';

/** Milliseconds; a member waits for them. */
const deadline = 2_500;
const keptMilliseconds = 10 * 60_000;
/** About 100 bytes each. */
const mostKept = 5_000;

/**
 * What members of a server are called there, by id; whoever is gone, or cannot be asked about in time, is left out.
 * Never rejects.
 */
export type MemberNames = (guild: string, users: readonly string[]) => Promise<ReadonlyMap<string, string>>;

interface Kept {
  /** Null for somebody who is not in the server. */
  readonly name: string | null;
  readonly until: number;
}

/**
 * Asks Discord for each name, since no intent brings them, and keeps it for some minutes.
 *
 * @param patience Milliseconds for all names together.
 */
export function createMemberNames(
  { bot }: Pick<Wire, 'bot'>,
  now: () => Date,
  patience = deadline,
): MemberNames {
  const kept = new Map<string, Kept>();

  function keep(key: string, name: string | null): void {
    kept.delete(key);
    kept.set(key, { name, until: now().getTime() + keptMilliseconds });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }

  function known(key: string): Kept | null {
    const found = kept.get(key);
    return found === undefined || found.until <= now().getTime() ? null : found;
  }

  return async (guild, users) => {
    const keyOf = (user: string) => `${guild}:${user}`;
    const missing = users.filter((user) => known(keyOf(user)) === null);
    const ask = (signal: AbortSignal) =>
      Promise.allSettled(
        missing.map(async (user) => keep(keyOf(user), await nameOf({ bot }, guild, user, signal))),
      );
    // Those that come too late are kept for the next time.
    if (missing.length > 0) await within(patience, ask).catch(() => {});
    const names = users.map((user) => [user, known(keyOf(user))?.name ?? null] as const);
    return new Map(names.flatMap(([user, name]) => (name === null ? [] : [[user, name]])));
  };
}

/** Null for somebody who is not in the server (any more). Rejects where Discord gives no answer. */
async function nameOf(
  { bot }: Pick<Wire, 'bot'>,
  guild: string,
  user: string,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const member = (await bot.get(Routes.guildMember(guild, user), { signal })) as APIGuildMember;
    return member.nick ?? member.user.global_name ?? member.user.username;
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser)) return null;
    throw error;
  }
}
