import {
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  PermissionFlagsBits as Flags,
  OverwriteType,
} from 'discord-api-types/v10';

/** Everything that a summary may need, in the order in which it is named to a moderator. */
export const postingPermissions = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'CreatePublicThreads',
  'PinMessages',
  'ManageMessages',
  'MentionEveryone',
] as const satisfies readonly (keyof typeof Flags)[];

export type PostingPermission = (typeof postingPermissions)[number];

/** What it takes to write: in a thread, the right to write in its channel counts for nothing. */
export function writingPermission(isThread: boolean): PostingPermission {
  return isThread ? 'SendMessagesInThreads' : 'SendMessages';
}

/** Whose permissions are asked for, and where: the overwrites of a thread are those of its channel. */
export interface Standing {
  readonly guild: Pick<APIGuild, 'id' | 'owner_id' | 'roles'>;
  readonly overwrites: readonly APIOverwrite[];
  readonly member: Pick<APIGuildMember, 'roles' | 'communication_disabled_until'> & { readonly id: string };
  readonly now: Date;
}

const everything = Object.values(Flags).reduce((all, flag) => all | flag, 0n);
/** What Discord leaves to a member in a time-out. */
const whileTimedOut = Flags.ViewChannel | Flags.ReadMessageHistory;

/**
 * What a member may do in a channel, by Discord's rules: the roles together, then the overwrites of @everyone, of the
 * roles (denials before grants) and of the member. Not so what follows from a lack, such as that nobody can write
 * where they cannot see: it is the lack itself that a moderator has to be told.
 */
export function permissionsIn({ guild, overwrites, member, now }: Standing): bigint {
  const isHeld = (role: string) => role === guild.id || member.roles.includes(role);
  const base = guild.roles
    .filter(({ id }) => isHeld(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  if (member.id === guild.owner_id || (base & Flags.Administrator) !== 0n) return everything;
  const ofRoles = overwrites.filter(({ type }) => type === OverwriteType.Role);
  const layers = [
    ofRoles.filter(({ id }) => id === guild.id),
    ofRoles.filter(({ id }) => id !== guild.id && isHeld(id)),
    overwrites.filter(({ type, id }) => type === OverwriteType.Member && id === member.id),
  ];
  const permissions = layers.reduce(apply, base);
  const until = member.communication_disabled_until ?? null;
  return until !== null && new Date(until) > now ? permissions & whileTimedOut : permissions;
}

function apply(permissions: bigint, layer: readonly APIOverwrite[]): bigint {
  const denied = layer.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
  const allowed = layer.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
  return (permissions & ~denied) | allowed;
}

export function missingAmong<Name extends keyof typeof Flags>(
  permissions: bigint,
  needed: readonly Name[],
): readonly Name[] {
  return needed.filter((name) => (permissions & Flags[name]) === 0n);
}
