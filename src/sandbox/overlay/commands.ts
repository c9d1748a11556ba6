import { AvailableLocalesEnumSchema } from 'discord-api-spec/zod';
import {
  entries,
  isFilled,
  isObject,
  type Json,
  join,
  lengthOf,
  missing,
  type Problem,
  problem,
  repeated,
  tooLong,
  tooSmall,
} from '../problem.ts';

/** Names of slash commands and options. The apostrophe is U+02BC, not the one on the keyboard. */
const slashName = /^[-_ʼ\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Names, descriptions and values of one command, the longest localisation of each. */
const commandSizeLimit = 8000;
/** The document lets values of choices grow to 6000. */
const choiceValueLimit = 100;
const chatInput = 1;
/** Per scope, by type: CHAT_INPUT, USER, MESSAGE, PRIMARY_ENTRY_POINT. */
const perType = { 1: 100, 2: 15, 3: 15, 4: 1 };
const subcommand = 1;
const subcommandGroup = 2;

/** What the document does not say about all commands of a scope. */
export function* commandListRules(body: unknown): Iterable<Problem> {
  const all = entries(body);
  for (const { item, path } of all) yield* commandRules(item, path);
  for (const { path } of repeated(all, (item) => `${typeOf(item)} ${String(item['name'])}`)) {
    yield problem(path, 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
  }
  for (const [type, most] of Object.entries(perType)) {
    if (all.filter(({ item }) => typeOf(item) === Number(type)).length > most) yield tooLong('', most);
  }
}

/** What the document does not say about one command. */
export function* commandRules(command: Json, path: string): Iterable<Problem> {
  yield* localeRules(command, path);
  yield* typeOf(command) === chatInput ? slashRules(command, path) : menuRules(command, path);
  if (sizeOf(command) > commandSizeLimit) {
    const message = `Command exceeds maximum size (${commandSizeLimit})`;
    yield problem(path, 'APPLICATION_COMMAND_TOO_LARGE', message);
  }
}

function typeOf(command: Json): unknown {
  return command['type'] ?? chatInput;
}

function* slashRules(command: Json, path: string): Iterable<Problem> {
  yield* slashNameRules(command, path);
  if (!isFilled(command['description'])) yield missing(join(path, 'description'));
  yield* optionListRules(command['options'], join(path, 'options'));
}

function* menuRules(command: Json, path: string): Iterable<Problem> {
  for (const key of ['description', 'options']) {
    if (!isFilled(command[key])) continue;
    const code = `APPLICATION_COMMAND_CONTEXT_MENU_${key.toUpperCase()}`;
    yield problem(join(path, key), code, `Context menu commands cannot have ${key}`);
  }
}

/** The default name, and those of all languages. */
function* slashNameRules(named: Json, path: string): Iterable<Problem> {
  const { name, name_localizations: localized } = named;
  const names = isObject(localized) ? Object.entries(localized) : [];
  const placed = names.map(([locale, text]) => [join(path, 'name_localizations', locale), text] as const);
  for (const [at, text] of [[join(path, 'name'), name] as const, ...placed]) {
    if (typeof text !== 'string' || (slashName.test(text) && text === text.toLowerCase())) continue;
    yield problem(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function* localeRules(named: Json, path: string): Iterable<Problem> {
  for (const key of ['name_localizations', 'description_localizations']) {
    const localized = named[key];
    for (const locale of isObject(localized) ? Object.keys(localized) : []) {
      if (AvailableLocalesEnumSchema.safeParse(locale).success) continue;
      yield problem(join(path, key), 'BASE_TYPE_CHOICES', `'${locale}' is not a locale of Discord.`);
    }
  }
}

function* optionListRules(options: unknown, path: string): Iterable<Problem> {
  const all = entries(options, path);
  const nests = all.some(({ item }) => isNesting(item));
  const firstOptional = all.findIndex(({ item }) => item['required'] !== true);
  for (const { path: at } of repeated(all, ({ name }) => name)) {
    yield problem(at, 'APPLICATION_COMMAND_OPTIONS_DUPLICATE_NAME', 'Option names must be unique');
  }
  for (const [index, { item, path: at }] of all.entries()) {
    if (nests && !isNesting(item)) {
      const message =
        'Sub-command and sub-command group option types are mutually exclusive to all other types';
      yield problem(at, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message);
    }
    if (item['required'] === true && firstOptional !== -1 && index > firstOptional) {
      const message = 'Required options must be placed before non-required options';
      yield problem(at, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
    yield* optionRules(item, at);
  }
}

function isNesting({ type }: Json): boolean {
  return type === subcommand || type === subcommandGroup;
}

function* optionRules(option: Json, path: string): Iterable<Problem> {
  yield* slashNameRules(option, path);
  yield* localeRules(option, path);
  if (isNesting(option)) return yield* optionListRules(option['options'], join(path, 'options'));
  yield* suggestionRules(option, path);
  if (option['autocomplete'] === true && isFilled(option['choices'])) {
    const message = 'Autocomplete options cannot have choices';
    yield problem(join(path, 'choices'), 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', message);
  }
  const { min_length: least, max_length: most } = option;
  if (Number(least ?? 0) > Number(most ?? 6000)) yield tooSmall(join(path, 'max_length'), least);
}

/** Choices of an option, and those an autocomplete answers with. */
export function* suggestionRules({ choices }: Json, path: string): Iterable<Problem> {
  const all = entries(choices, join(path, 'choices'));
  for (const { item, path: at } of all) {
    if (lengthOf(item['value']) > choiceValueLimit) yield tooLong(join(at, 'value'), choiceValueLimit);
    yield* localeRules(item, at);
  }
  for (const { path: at } of repeated(all, ({ name }) => name)) {
    const code = 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS';
    yield problem(at, code, 'Option choice name already exists');
  }
}

function sizeOf(part: Json): number {
  const nested = [...entries(part['options']), ...entries(part['choices'])];
  const own = longest(part, 'name') + longest(part, 'description') + lengthOf(part['value']);
  return nested.reduce((sum, { item }) => sum + sizeOf(item), own);
}

function longest(part: Json, key: 'name' | 'description'): number {
  const localized = part[`${key}_localizations`];
  const texts = isObject(localized) ? Object.values(localized) : [];
  return Math.max(lengthOf(part[key]), ...texts.map(lengthOf));
}
