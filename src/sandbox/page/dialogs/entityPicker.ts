import type { ChannelView, PersonView, RoleView, TownView } from '../../protocol.ts';
import type { Client } from '../client.ts';
import { nearest } from './nearest.ts';

export type EntityType = 'user' | 'role' | 'mentionable' | 'channel';

/** A person, role or channel that can be chosen. */
export interface Entity {
  readonly id: string;
  readonly kind: 'user' | 'role' | 'channel';
  readonly name: string;
  /** `#rrggbb`, of a role or of a person's highest role. */
  readonly color: string | null;
  /** Said beside the name: a person's user name, the channel of a thread. */
  readonly detail: string;
}

/** Discord's client lists no more at a time. */
const limit = 25;
const directMessages = 1;

/**
 * Who or what can be chosen where Discord asks for a user, a role, either, or a channel: those whose name (also
 * the user name) holds the filter; no channel types: any.
 */
export function entitiesFor(
  { town }: Pick<Client, 'town'>,
  type: EntityType,
  filter: string,
  channelTypes: readonly number[] = [],
): readonly Entity[] {
  if (town === null) return [];
  const all = allOf(town, type, channelTypes);
  return nearest(all, filter, ({ kind, name, detail }) => (kind === 'user' ? [name, detail] : [name]))
    .slice(0, limit)
    .map((entity) => (entity.kind === 'user' ? { ...entity, detail: `@${entity.detail}` } : entity));
}

/** Those of the ids that are known, in the ids' order. */
export function entitiesOf({ town }: Pick<Client, 'town'>, ids: readonly string[]): readonly Entity[] {
  if (town === null) return [];
  const all = [...allOf(town, 'mentionable', []), ...allOf(town, 'channel', [])];
  return ids.flatMap((id) => all.find((entity) => entity.id === id) ?? []);
}

/** As it is written in a text: `@미나`, `#광장`. */
export function shownEntity({ kind, name }: Entity): string {
  return `${kind === 'channel' ? '#' : '@'}${name}`;
}

function allOf(town: TownView, type: EntityType, channelTypes: readonly number[]): readonly Entity[] {
  switch (type) {
    case 'user':
      return town.people.map(personEntity);
    case 'role':
      return town.roles.map(roleEntity);
    case 'mentionable':
      return [...town.people.map(personEntity), ...town.roles.map(roleEntity)];
    case 'channel':
      return town.channels
        .filter((channel) => isOffered(channel, channelTypes))
        .map((channel) => channelEntity(town, channel));
  }
}

function isOffered({ type }: ChannelView, wanted: readonly number[]): boolean {
  return type !== directMessages && (wanted.length === 0 || wanted.includes(type));
}

function personEntity({ id, displayName, name, color }: PersonView): Entity {
  return { id, kind: 'user', name: displayName, color, detail: name };
}

function roleEntity({ id, name, color }: RoleView): Entity {
  return { id, kind: 'role', name, color, detail: '' };
}

function channelEntity({ channels }: TownView, { id, name, parentId }: ChannelView): Entity {
  const parent = channels.find((channel) => channel.id === parentId);
  return { id, kind: 'channel', name, color: null, detail: parent === undefined ? '' : `#${parent.name}` };
}
