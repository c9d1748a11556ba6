import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIChannelSelectComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIModalInteractionResponseCallbackData,
  type APIRoleSelectComponent,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  type TextInputStyle,
} from 'discord-api-types/v10';
import { type Action, buildCustomId } from '../customId.ts';
import { cut } from './text.ts';

/** Discord's limits, in code points. */
const buttonLabel = 80;
const optionText = 100;
const placeholderText = 150;
const modalTitle = 45;
const fieldLabel = 45;
const fieldPlaceholder = 100;
const formText = 4000;
/** Options of a select. */
export const mostOptions = 25;

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message as it leaves; who may see it and whom it may ping is decided where it is sent. */
export interface MessageBody {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  readonly components?: Row[];
  /** Sent along; an embed shows one as `attachment://<name>`. */
  readonly files?: readonly MessageFile[];
}

export interface MessageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it shows, for those who cannot see it; at most 1,024 code points. */
  readonly description: string;
}

/** A form. */
export type ModalBody = APIModalInteractionResponseCallbackData;

/** Where an answer is read: in a channel by all, in a channel by the asker alone, or in a DM. */
export type Place = 'public' | 'private' | 'direct';

export function row(...components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

export interface ButtonOptions {
  readonly label: string;
  readonly emoji?: string;
  readonly style?: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger;
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

export function linkButton(url: string, label: string): APIButtonComponentWithURL {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: cut(label, buttonLabel), url };
}

/** At most {@link mostOptions} options. */
export function select(
  action: Action,
  placeholder: string,
  options: readonly APISelectMenuOption[],
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: buildCustomId(action),
    placeholder: cut(placeholder, placeholderText),
    options: options.map(({ label, value, description, default: chosen = false }) => ({
      label: cut(label, optionText),
      value,
      ...(description === undefined ? {} : { description: cut(description, optionText) }),
      ...(chosen ? { default: true } : {}),
    })),
  };
}

/** Of the channels that take announcements. */
export function channelSelect(
  action: Action,
  placeholder: string,
  chosen: string,
): APIChannelSelectComponent {
  return {
    type: ComponentType.ChannelSelect,
    custom_id: buildCustomId(action),
    placeholder: cut(placeholder, placeholderText),
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    default_values: [{ id: chosen, type: SelectMenuDefaultValueType.Channel }],
  };
}

/** Choosing none is a choice, too. */
export function roleSelect(
  action: Action,
  placeholder: string,
  chosen: string | null,
): APIRoleSelectComponent {
  return {
    type: ComponentType.RoleSelect,
    custom_id: buildCustomId(action),
    placeholder: cut(placeholder, placeholderText),
    min_values: 0,
    ...(chosen === null ? {} : { default_values: [{ id: chosen, type: SelectMenuDefaultValueType.Role }] }),
  };
}

/** The name under which a form hands back its one field. */
export const fieldId = 'text';

export interface FormOptions {
  readonly title: string;
  /** What there is to read above the field, in Discord's markdown. */
  readonly above?: string;
  readonly label: string;
  readonly placeholder: string;
  /** What the field holds at first. */
  readonly value: string | null;
  readonly style: TextInputStyle;
  readonly required: boolean;
  /** In code points. */
  readonly longest: number;
}

/** A form with one field. */
export function form(action: Action, options: FormOptions): ModalBody {
  const { title, above, label, placeholder, value, style, required, longest } = options;
  return {
    custom_id: buildCustomId(action),
    title: cut(title, modalTitle),
    components: [
      ...(above === undefined
        ? []
        : [{ type: ComponentType.TextDisplay, content: cut(above, formText) } as const]),
      {
        type: ComponentType.Label,
        label: cut(label, fieldLabel),
        component: {
          type: ComponentType.TextInput,
          custom_id: fieldId,
          style,
          placeholder: cut(placeholder, fieldPlaceholder),
          ...(value === null ? {} : { value }),
          required,
          max_length: longest,
        },
      },
    ],
  };
}
