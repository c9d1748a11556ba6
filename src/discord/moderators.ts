import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Moderator } from '../flows/summary/draft.ts';
import { UserError } from './errors.ts';

/** The policy of what is pressed and sent in a moderator's windows. */
export const forModerators = { cooldown: false, moderatorsOnly: true } as const;

/** As Discord says in the interaction itself, so it is true at this moment. */
export function mayManageMessages({ memberPermissions }: BaseInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
}

/** Who acts, and where. Throws a UserError in a DM. */
export function moderatorOf({ guildId, user }: BaseInteraction): Moderator {
  if (guildId === null) throw new UserError('E-DM');
  return { guild: guildId, user: user.id };
}
