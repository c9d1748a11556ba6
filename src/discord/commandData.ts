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
import { cut } from './views/text.ts';

/** Discord's limits. */
const mostChoices = 25;
const choiceName = 100;

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
  /** Values; 'packs' offers the packs, and leaves the option out where there is but one. */
  readonly choices?: readonly string[] | 'packs';
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

/** A pack as the choice of an option. */
export interface PackChoice {
  readonly id: string;
  readonly title: Both;
}

interface TitledPack {
  readonly id: string;
  readonly title: string;
  readonly english: { readonly title?: string | undefined } | null;
}

/** The packs as choices. Discord takes no two choices of one name, so titles that are the same are told apart. */
export function packChoices(packs: readonly TitledPack[]): PackChoice[] {
  const distinct = (titleOf: (pack: TitledPack) => string, pack: TitledPack) => {
    const isShared = packs.some((other) => other !== pack && titleOf(other) === titleOf(pack));
    return isShared ? `${pack.id}: ${titleOf(pack)}` : titleOf(pack);
  };
  return packs.map((pack) => ({
    id: pack.id,
    title: {
      ko: distinct(({ title }) => title, pack),
      en: distinct(({ title, english }) => english?.title ?? title, pack),
    },
  }));
}

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
  packs: readonly PackChoice[],
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
  const offered = data.options.filter(({ choices }) => choices !== 'packs' || packs.length > 1);
  return {
    type: data.type,
    ...names({ ko: ko.name, en: en.name }),
    ...descriptions({ ko: ko.description ?? '', en: en.description ?? '' }),
    options: offered.map((option) => {
      const texts = { ko: ko.options?.[option.name], en: en.options?.[option.name] };
      if (texts.ko === undefined || texts.en === undefined) {
        throw new Error(`commands.json has no option ${option.name} for ${data.key}`);
      }
      return optionPayload(option, { ko: texts.ko, en: texts.en }, packs);
    }),
    ...places,
  };
}

function optionPayload(
  { type, required, autocomplete, minimum, maximum, choices }: OptionData,
  { ko, en }: { readonly ko: OptionTexts; readonly en: OptionTexts },
  packs: readonly PackChoice[],
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
  const list =
    choices === 'packs'
      ? packs.map(({ id, title }) => choice(id, title))
      : choices?.map((value) =>
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
    : ({ ...option, choices: list.slice(0, mostChoices) } satisfies APIApplicationCommandStringOption);
}

function choice(value: string, title: Both): APIApplicationCommandOptionChoice<string> {
  return { ...names({ ko: cut(title.ko, choiceName), en: cut(title.en, choiceName) }), value };
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
