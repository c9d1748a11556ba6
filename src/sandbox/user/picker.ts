import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import { lengthOf } from '../problem.ts';
import { type FileValue, NotPossible, type Resolver } from './resolve.ts';

export type OptionValue = string | number | boolean | FileValue;
export type OptionValues = Readonly<Record<string, OptionValue>>;

interface Named {
  name: string;
  name_localizations?: Partial<Record<string, string | null>> | null | undefined;
}

interface Choice extends Named {
  value: string | number;
}

/** A slash command, down to its subcommand. */
export interface Picked {
  command: APIApplicationCommand;
  /** Subcommand group and subcommand, from the outside in. */
  nesting: { name: string; type: Type }[];
  options: APIApplicationCommandBasicOption[];
  /** The language in which names are typed. */
  locale: string;
}

/** What the client shows for a name in a language. */
export function shownName(named: Named, locale: string): string {
  const other = { 'en-US': 'en-GB', 'en-GB': 'en-US' }[locale];
  const localized = named.name_localizations ?? {};
  return localized[locale] ?? (other === undefined ? undefined : localized[other]) ?? named.name;
}

function isCalled(named: Named, name: string, locale: string): boolean {
  return named.name === name || shownName(named, locale) === name;
}

export function findCommand(
  commands: readonly APIApplicationCommand[],
  type: ApplicationCommandType,
  name: string,
  locale: string,
): APIApplicationCommand {
  const ofType = commands.filter((command) => command.type === type);
  const command = ofType.find((candidate) => isCalled(candidate, name, locale));
  if (command !== undefined) return command;
  const known = ofType.map((candidate) => shownName(candidate, locale)).join(', ');
  throw new NotPossible(`There is no command ${name} here; there are: ${known || 'none'}.`);
}

/** A slash command by what a person types: `질문`, or `quiz start` for a subcommand. */
export function pick(commands: readonly APIApplicationCommand[], typed: string, locale: string): Picked {
  const [root = '', ...words] = typed.replace(/^\//, '').split(' ');
  const command = findCommand(commands, ApplicationCommandType.ChatInput, root, locale);
  const nesting: Picked['nesting'] = [];
  let options: readonly APIApplicationCommandOption[] = command.options ?? [];
  for (const word of words) {
    const next = options.filter(nests).find((option) => isCalled(option, word, locale));
    if (next === undefined) throw new NotPossible(`/${root} has no subcommand ${word}.`);
    nesting.push({ name: next.name, type: next.type });
    options = next.options ?? [];
  }
  if (options.some(nests)) throw new NotPossible(`/${typed} needs a subcommand.`);
  return {
    command,
    nesting,
    locale,
    options: options.filter((option) => !nests(option)) as Picked['options'],
  };
}

function nests(option: APIApplicationCommandOption) {
  return option.type === Type.Subcommand || option.type === Type.SubcommandGroup;
}

/**
 * The options as Discord's client lets them pass: known, of their type, within limits, none missing; wrapped
 * into their subcommand. While one of them is being typed, the others may still be missing.
 */
export function fillOptions(
  picked: Picked,
  values: OptionValues,
  resolver: Resolver,
  typing?: { option: string; text: string },
): object[] {
  const { options, nesting, locale } = picked;
  const filled: object[] = Object.entries(values).map(([key, value]) => {
    const option = optionCalled(picked, key);
    return { name: option.name, type: option.type, value: fill(option, value, locale, resolver) };
  });
  if (typing === undefined) {
    const given = Object.keys(values).map((key) => optionCalled(picked, key));
    const missing = options.find((option) => option.required && !given.includes(option));
    if (missing !== undefined) throw new NotPossible(`The option ${shownName(missing, locale)} is required.`);
  } else {
    const { name, type, ...focused } = optionCalled(picked, typing.option);
    if (!('autocomplete' in focused && focused.autocomplete))
      throw new NotPossible(`The option ${typing.option} does not autocomplete.`);
    filled.push({ name, type, value: typing.text, focused: true });
  }
  return nesting.reduceRight((inner, subcommand) => [{ ...subcommand, options: inner }], filled);
}

function optionCalled({ command, options, locale }: Picked, key: string): APIApplicationCommandBasicOption {
  const option = options.find((candidate) => isCalled(candidate, key, locale));
  if (option === undefined) throw new NotPossible(`/${command.name} has no option ${key}.`);
  return option;
}

const entityOptions = {
  [Type.User]: 'user',
  [Type.Role]: 'role',
  [Type.Channel]: 'channel',
  [Type.Mentionable]: 'mentionable',
} as const;

function fill(
  option: APIApplicationCommandBasicOption,
  value: OptionValue,
  locale: string,
  resolver: Resolver,
): string | number | boolean {
  if ('choices' in option && option.choices?.length) return chosen(option, option.choices, value, locale);
  switch (option.type) {
    case Type.String:
      return textValue(option, value);
    case Type.Integer:
    case Type.Number:
      return numberValue(option, value);
    case Type.Boolean:
      return typeof value === 'boolean' ? value : wrong(option, 'true or false');
    case Type.Attachment:
      return typeof value === 'object' ? resolver.attachment(value) : wrong(option, 'a file');
    default:
      return typeof value === 'string'
        ? resolver[entityOptions[option.type]](value)
        : wrong(option, 'a name');
  }
}

type TextOption = Extract<APIApplicationCommandBasicOption, { type: Type.String }>;
type NumberOption = Extract<APIApplicationCommandBasicOption, { type: Type.Integer | Type.Number }>;

function textValue(option: TextOption, value: OptionValue): string {
  if (typeof value !== 'string') return wrong(option, 'text');
  const { min_length: least = 0, max_length: most = 6000 } = option as {
    min_length?: number;
    max_length?: number;
  };
  const length = lengthOf(value);
  if (length >= least && length <= most) return value;
  return wrong(option, `text of ${least} to ${most} characters, not ${length}`);
}

function numberValue(option: NumberOption, value: OptionValue): number {
  if (typeof value !== 'number') return wrong(option, 'a number');
  if (option.type === Type.Integer && !Number.isInteger(value)) return wrong(option, 'a whole number');
  const { min_value: least = value, max_value: most = value } = option as {
    min_value?: number;
    max_value?: number;
  };
  if (value < least) return wrong(option, `at least ${least}`);
  return value > most ? wrong(option, `at most ${most}`) : value;
}

/** A choice by its value or by what the client shows for it. */
function chosen(option: Named, choices: readonly Choice[], given: unknown, locale: string): Choice['value'] {
  const choice = choices.find((each) => each.value === given || isCalled(each, String(given), locale));
  if (choice !== undefined) return choice.value;
  return wrong(option, `one of ${choices.map((each) => shownName(each, locale)).join(', ')}`);
}

function wrong({ name }: Named, expected: string): never {
  throw new NotPossible(`The option ${name} must be ${expected}.`);
}
