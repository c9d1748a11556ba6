import { type APISelectMenuComponent, type APISelectMenuOption, ComponentType } from 'discord-api-types/v10';
import { html, nothing } from 'lit';
import type { Client } from '../client.ts';
import { type Entity, type EntityType, entitiesFor, entitiesOf } from './entityPicker.ts';
import { entityMark } from './entityView.ts';
import { nearest } from './nearest.ts';
import type { Choice } from './optionView.ts';

/** What a select menu of a message or a modal offers. */
export interface SelectChoice extends Choice {
  readonly value: string;
}

/** What the menu offers for what was typed. */
export function choicesFor(
  client: Client,
  select: APISelectMenuComponent,
  filter: string,
): readonly SelectChoice[] {
  if (select.type === ComponentType.StringSelect) {
    return nearest(select.options, filter, ({ label }) => [label]).map(stringChoice);
  }
  const types = select.type === ComponentType.ChannelSelect ? select.channel_types : undefined;
  return entitiesFor(client, entityType(select), filter, types).map((entity) => entityChoice(client, entity));
}

/** The choices that have these values. */
export function choicesOf(
  client: Client,
  select: APISelectMenuComponent,
  values: readonly string[],
): readonly SelectChoice[] {
  if (select.type === ComponentType.StringSelect) {
    return select.options.filter(({ value }) => values.includes(value)).map(stringChoice);
  }
  return entitiesOf(client, values).map((entity) => entityChoice(client, entity));
}

function stringChoice({ value, label, description = '', emoji }: APISelectMenuOption): SelectChoice {
  const face = emoji?.id ? `:${emoji.name ?? ''}:` : emoji?.name;
  const mark = face ? html`<span class="option-emoji">${face}</span>` : nothing;
  return { value, name: label, detail: description, mark };
}

function entityChoice(client: Client, entity: Entity): SelectChoice {
  const { id, name, color, detail } = entity;
  return { value: id, name, color, detail, mark: entityMark(client, entity) };
}

function entityType({ type }: APISelectMenuComponent): EntityType {
  switch (type) {
    case ComponentType.RoleSelect:
      return 'role';
    case ComponentType.ChannelSelect:
      return 'channel';
    case ComponentType.MentionableSelect:
      return 'mentionable';
    default:
      return 'user';
  }
}
