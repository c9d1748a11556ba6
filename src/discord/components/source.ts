import { type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { UserError } from '../errors.ts';
import type { Context } from '../handler.ts';
import type { Place, Row } from '../views/message.ts';
import { errorOf } from '../views/problem.ts';
import { rowsAmong } from '../views/rows.ts';

/** Where the message with the component is read. */
export function placeOf({ message, guildId }: MessageComponentInteraction): Place {
  if (message.flags.has(MessageFlags.Ephemeral)) return 'private';
  return guildId === null ? 'direct' : 'public';
}

/** The rows of buttons of that message, as they are now. */
export function rowsOf({ message }: MessageComponentInteraction): Row[] {
  return rowsAmong(message.components.map((component) => component.toJSON()));
}

/** Other members are told whose button it is. */
export function onlyAsker(context: Context, asker: string): void {
  if (context.asker.user !== asker) throw new UserError('E-NOTYOU', { user: `<@${asker}>` });
}

/** Who may not write here does not get the bot to do it: they are told what is missing. */
export function onlyWriters({ lacking, wording, asker }: Context): void {
  if (lacking.length === 0) return;
  const problem = { kind: 'permission', missing: lacking, of: 'moderator' } as const;
  const { key, variables } = errorOf(problem, wording, asker.channel);
  throw new UserError(key, variables);
}

/** What was chosen in a select; null for a button. */
export function chosenValue(interaction: MessageComponentInteraction): string | null {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? null) : null;
}
