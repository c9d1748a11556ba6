import { type APIOverwrite, PermissionFlagsBits as Flags, OverwriteType } from 'discord-api-types/v10';

export interface PermissionQuery {
  guildId: string;
  ownerId: string;
  roles: readonly { id: string; permissions: bigint }[];
  member: { id: string; roles: readonly string[] };
  overwrites: readonly APIOverwrite[];
}

export const allPermissions = Object.values(Flags).reduce((all, flag) => all | flag, 0n);

/** What one may do in a direct message with the bot. */
export const directPermissions =
  Flags.ViewChannel |
  Flags.SendMessages |
  Flags.EmbedLinks |
  Flags.AttachFiles |
  Flags.ReadMessageHistory |
  Flags.MentionEveryone |
  Flags.UseExternalEmojis |
  Flags.AddReactions |
  Flags.UseApplicationCommands |
  Flags.PinMessages;

/**
 * A member's permissions in a channel, by Discord's rules: roles together, then the overwrites of
 * @everyone, of the roles (denials before grants) and of the member, and last the implied denials.
 */
export function permissionsOf({ guildId, ownerId, roles, member, overwrites }: PermissionQuery): bigint {
  const held = roles.filter(({ id }) => id === guildId || member.roles.includes(id));
  const base = held.reduce((sum, role) => sum | role.permissions, 0n);
  if (member.id === ownerId || has(base, Flags.Administrator)) return allPermissions;
  const isFor = (target: OverwriteType, test: (id: string) => boolean) =>
    overwrites.filter(({ type, id }) => type === target && test(id));
  const layers = [
    isFor(OverwriteType.Role, (id) => id === guildId),
    isFor(OverwriteType.Role, (id) => id !== guildId && member.roles.includes(id)),
    isFor(OverwriteType.Member, (id) => id === member.id),
  ];
  return withoutImplied(layers.reduce(apply, base));
}

function apply(permissions: bigint, layer: readonly APIOverwrite[]): bigint {
  const denied = layer.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
  const allowed = layer.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
  return (permissions & ~denied) | allowed;
}

/** Who cannot see a channel can do nothing there; who cannot write cannot attach, embed or ping. */
function withoutImplied(permissions: bigint): bigint {
  if (!has(permissions, Flags.ViewChannel)) return 0n;
  if (has(permissions, Flags.SendMessages)) return permissions;
  return (
    permissions & ~(Flags.MentionEveryone | Flags.SendTTSMessages | Flags.AttachFiles | Flags.EmbedLinks)
  );
}

export function has(permissions: bigint, flag: bigint): boolean {
  return (permissions & flag) === flag;
}
