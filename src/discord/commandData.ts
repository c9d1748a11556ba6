import {
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { type Locales, locales } from '../i18n/locales.ts';

/** An option as its command declares it; its texts stand in `commands.json` under its name. */
export interface OptionData {
  /** A channel is one that takes announcements. */
  readonly type:
    | ApplicationCommandOptionType.String
    | ApplicationCommandOptionType.Boolean
    | ApplicationCommandOptionType.Channel
    | ApplicationCommandOptionType.Integer;
  readonly name: string;
  readonly required?: true;
  readonly autocomplete?: true;
  /** Of a text, in code points. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Values. */
  readonly choices?: readonly string[];
}

type CommandKey = keyof Locales['ko']['commands'];

/** A slash command as it declares itself: `key` is its place in `commands.json`. */
export interface SlashData {
  readonly type: ApplicationCommandType.ChatInput;
  readonly key: Exclude<CommandKey, 'answerMessage'>;
  readonly options: readonly OptionData[];
}

/** A command in the menu of a message; Discord takes no description for it. */
export interface MessageData {
  readonly type: ApplicationCommandType.Message;
  readonly key: 'answerMessage';
}

export type CommandData = SlashData | MessageData;

interface Both {
  readonly ko: string;
  readonly en: string;
}

interface OptionTexts {
  readonly name: string;
  readonly description: string;
  readonly choices?: Readonly<Record<string, string>>;
}

interface CommandTexts {
  readonly name: string;
  readonly description?: string;
  readonly options?: Readonly<Record<string, OptionTexts>>;
}

/** The name by which Discord sends a command back: the English one. */
export function defaultName({ key }: CommandData): string {
  return locales.en.commands[key].name;
}

/** A command as Discord is told of it. */
export function commandPayload(
  data: CommandData,
  { guildOnly, moderatorsOnly }: { readonly guildOnly: boolean; readonly moderatorsOnly?: true },
): RESTPostAPIApplicationCommandsJSONBody {
  const ko: CommandTexts = locales.ko.commands[data.key];
  const en: CommandTexts = locales.en.commands[data.key];
  const places = {
    contexts: guildOnly
      ? [InteractionContextType.Guild]
      : [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    ...(moderatorsOnly === true
      ? { default_member_permissions: String(PermissionFlagsBits.ManageMessages) }
      : {}),
  };
  if (data.type === ApplicationCommandType.Message) {
    return { type: data.type, ...names({ ko: ko.name, en: en.name }), ...places };
  }
  return {
    type: data.type,
    ...names({ ko: ko.name, en: en.name }),
    ...descriptions({ ko: ko.description ?? '', en: en.description ?? '' }),
    options: data.options.map((option) => {
      const texts = { ko: ko.options?.[option.name], en: en.options?.[option.name] };
      if (texts.ko === undefined || texts.en === undefined) {
        throw new Error(`commands.json has no option ${option.name} for ${data.key}`);
      }
      return optionPayload(option, { ko: texts.ko, en: texts.en });
    }),
    ...places,
  };
}

function optionPayload(
  { type, required, autocomplete, minimum, maximum, choices }: OptionData,
  { ko, en }: { readonly ko: OptionTexts; readonly en: OptionTexts },
) {
  const common = {
    ...names({ ko: ko.name, en: en.name }),
    ...descriptions({ ko: ko.description, en: en.description }),
    required: required ?? false,
  };
  if (type === ApplicationCommandOptionType.Boolean) return { type, ...common };
  if (type === ApplicationCommandOptionType.Integer) {
    return {
      type,
      ...common,
      ...(minimum === undefined ? {} : { min_value: minimum }),
      ...(maximum === undefined ? {} : { max_value: maximum }),
    };
  }
  if (type === ApplicationCommandOptionType.Channel) {
    return {
      type,
      ...common,
      channel_types: [ChannelType.GuildText as const, ChannelType.GuildAnnouncement as const],
    };
  }
  const list = choices?.map((value) =>
    choice(value, { ko: ko.choices?.[value] ?? value, en: en.choices?.[value] ?? value }),
  );
  const option = {
    type,
    ...common,
    ...(minimum === undefined ? {} : { min_length: minimum }),
    ...(maximum === undefined ? {} : { max_length: maximum }),
  };
  // Discord takes either a list or autocomplete.
  return list === undefined
    ? ({ ...option, ...(autocomplete ? { autocomplete } : {}) } satisfies APIApplicationCommandStringOption)
    : ({ ...option, choices: list } satisfies APIApplicationCommandStringOption);
}

function choice(value: string, title: Both): APIApplicationCommandOptionChoice<string> {
  return { ...names(title), value };
}

function names(text: Both) {
  return { name: text.en, name_localizations: localizations(text) };
}

function descriptions(text: Both) {
  return { description: text.en, description_localizations: localizations(text) };
}

/** Each English falls back to the other, not to the default; both are given. */
function localizations({ ko, en }: Both): LocalizationMap {
  return { ko, 'en-US': en, 'en-GB': en };
}
