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

/** A slash command, down to its subcommand. */
export interface Picked {
  command: APIApplicationCommand;
  /** Subcommand group and subcommand, from the outside in. */
  nesting: { name: string; type: Type }[];
  options: APIApplicationCommandBasicOption[];
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
  return { command, nesting, options: options.filter((option) => !nests(option)) as Picked['options'] };
}

function nests(option: APIApplicationCommandOption) {
  return option.type === Type.Subcommand || option.type === Type.SubcommandGroup;
}

interface FilledOption {
  name: string;
  type: Type;
  value: string | number | boolean;
  focused?: true;
}

/** The options as Discord's client lets them pass: known, of their type, within limits, none missing. */
export function fillOptions(
  picked: Picked,
  values: OptionValues,
  locale: string,
  resolver: Resolver,
): FilledOption[] {
  const filled = Object.entries(values).map(([key, value]) => {
    const option = optionCalled(picked, key, locale);
    return { name: option.name, type: option.type, value: fill(option, value, locale, resolver) };
  });
  const missing = picked.options.find(
    ({ name, required }) => required && !filled.some((given) => given.name === name),
  );
  if (missing !== undefined) throw new NotPossible(`The option ${shownName(missing, locale)} is required.`);
  return filled;
}

/** Options while one of them is being typed: the others may still be missing. */
export function fillForAutocomplete(
  picked: Picked,
  typing: { option: string; text: string },
  others: OptionValues,
  locale: string,
  resolver: Resolver,
): FilledOption[] {
  const focused = optionCalled(picked, typing.option, locale);
  if (!('autocomplete' in focused && focused.autocomplete)) {
    throw new NotPossible(`The option ${typing.option} does not autocomplete.`);
  }
  const withoutRequired = {
    ...picked,
    options: picked.options.map((option) => ({ ...option, required: false })),
  };
  const filled = fillOptions(withoutRequired, others, locale, resolver);
  return [...filled, { name: focused.name, type: focused.type, value: typing.text, focused: true }];
}

/** Wraps the options of a subcommand into their groups, as the payload has them. */
export function nestOptions({ nesting }: Picked, options: readonly FilledOption[]): object[] {
  return nesting
    .toReversed()
    .reduce<object[]>((inner, { name, type }) => [{ name, type, options: inner }], [...options]);
}

function optionCalled(picked: Picked, key: string, locale: string): APIApplicationCommandBasicOption {
  const option = picked.options.find((candidate) => isCalled(candidate, key, locale));
  if (option === undefined) throw new NotPossible(`/${picked.command.name} has no option ${key}.`);
  return option;
}

function fill(
  option: APIApplicationCommandBasicOption,
  value: OptionValue,
  locale: string,
  resolver: Resolver,
) {
  switch (option.type) {
    case Type.String:
      return textValue(option, value, locale);
    case Type.Integer:
    case Type.Number:
      return numberValue(option, value, locale);
    case Type.Boolean:
      return typeof value === 'boolean' ? value : wrong(option, 'true or false');
    case Type.Attachment:
      return typeof value === 'object' ? resolver.attachment(value) : wrong(option, 'a file');
    default:
      return typeof value === 'string' ? entityValue(option.type, value, resolver) : wrong(option, 'a name');
  }
}

function entityValue(type: Type, value: string, resolver: Resolver): string {
  if (type === Type.User) return resolver.user(value);
  if (type === Type.Role) return resolver.role(value);
  return type === Type.Channel ? resolver.channel(value) : resolver.mentionable(value);
}

type TextOption = Extract<APIApplicationCommandBasicOption, { type: Type.String }>;
type NumberOption = Extract<APIApplicationCommandBasicOption, { type: Type.Integer | Type.Number }>;

function textValue(option: TextOption, value: OptionValue, locale: string): string {
  if (typeof value !== 'string') return wrong(option, 'text');
  if (option.choices?.length) return chosen(option, option.choices, value, locale);
  const [least, most] =
    'min_length' in option ? [option.min_length ?? 0, option.max_length ?? 6000] : [0, 6000];
  const length = lengthOf(value);
  if (length < least || length > most)
    return wrong(option, `text of ${least} to ${most} characters, not ${length}`);
  return value;
}

function numberValue(option: NumberOption, value: OptionValue, locale: string): number {
  if (option.choices?.length) return chosen(option, option.choices, value, locale);
  if (typeof value !== 'number') return wrong(option, 'a number');
  if (option.type === Type.Integer && !Number.isInteger(value)) return wrong(option, 'a whole number');
  const [least, most] = 'min_value' in option ? [option.min_value, option.max_value] : [];
  if (value < (least ?? Number.NEGATIVE_INFINITY)) return wrong(option, `at least ${least}`);
  return value > (most ?? Number.POSITIVE_INFINITY) ? wrong(option, `at most ${most}`) : value;
}

/** A choice by its value or by what the client shows for it. */
function chosen<T>(
  option: Named,
  choices: readonly (Named & { value: T })[],
  value: unknown,
  locale: string,
): T {
  const choice = choices.find(
    (candidate) => candidate.value === value || isCalled(candidate, String(value), locale),
  );
  return choice
    ? choice.value
    : wrong(option, `one of ${choices.map((each) => shownName(each, locale)).join(', ')}`);
}

function wrong(option: Named, expected: string): never {
  throw new NotPossible(`The option ${option.name} must be ${expected}.`);
}
