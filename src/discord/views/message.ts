import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { type Action, buildCustomId } from '../customId.ts';
import { cut } from './text.ts';

/** Discord's limits, in code points. */
const buttonLabel = 80;
const optionText = 100;
const placeholderText = 150;

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message as it leaves; who may see it and whom it may ping is decided where it is sent. */
export interface MessageBody {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: Row[];
}

/** Where an answer is read: in a channel by all, in a channel by the asker alone, or in a DM. */
export type Place = 'public' | 'private' | 'direct';

export function row(...components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

export interface ButtonOptions {
  readonly label: string;
  readonly emoji?: string;
  readonly style?: ButtonStyle.Primary | ButtonStyle.Secondary;
  readonly disabled?: boolean;
}

export function button(action: Action, options: ButtonOptions): APIButtonComponentWithCustomId {
  const { label, emoji, style = ButtonStyle.Secondary, disabled = false } = options;
  return {
    type: ComponentType.Button,
    style,
    label: cut(label, buttonLabel),
    ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
    custom_id: buildCustomId(action),
    ...(disabled ? { disabled } : {}),
  };
}

export function select(
  action: Action,
  placeholder: string,
  options: readonly APISelectMenuOption[],
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: buildCustomId(action),
    placeholder: cut(placeholder, placeholderText),
    options: options.map(({ label, value, description }) => ({
      label: cut(label, optionText),
      value,
      ...(description === undefined ? {} : { description: cut(description, optionText) }),
    })),
  };
}
