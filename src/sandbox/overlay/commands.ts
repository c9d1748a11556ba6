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
  tooLong,
} from '../problem.ts';

/** Names of slash commands and options. The apostrophe is U+02BC, not the one on the keyboard. */
const slashName = /^[-_ʼ\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Names, descriptions and values of one command, the longest localisation of each. */
const commandSizeLimit = 8000;
const choiceValueLimit = 100;
/** Per scope, by type: CHAT_INPUT, USER, MESSAGE, PRIMARY_ENTRY_POINT. */
const perType = new Map([
  [1, 100],
  [2, 15],
  [3, 15],
  [4, 1],
]);
const chatInput = 1;
const subcommand = 1;
const subcommandGroup = 2;
const stringOption = 3;

export function* commandListRules(body: unknown): Iterable<Problem> {
  const seen = new Set<string>();
  const counts = new Map<number, number>();
  for (const { item, path } of entries(body, '')) {
    yield* commandRules(item, path);
    const type = Number(item['type'] ?? chatInput);
    counts.set(type, (counts.get(type) ?? 0) + 1);
    const key = `${type} ${String(item['name'])}`;
    if (seen.has(key)) {
      yield problem(path, 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
    seen.add(key);
  }
  for (const [type, count] of counts) {
    const most = perType.get(type);
    if (most !== undefined && count > most) yield tooLong('', most);
  }
}

/** What the document does not say about one command, whole (create) or in part (edit). */
export function* commandRules(command: Json, path: string, whole = true): Iterable<Problem> {
  const isSlash = (command['type'] ?? chatInput) === chatInput;
  yield* localeRules(command['name_localizations'], join(path, 'name_localizations'));
  yield* localeRules(command['description_localizations'], join(path, 'description_localizations'));
  if (isSlash) {
    yield* slashNameRules(command, path);
    const described = whole || command['description'] !== undefined;
    if (described && !isFilled(command['description'])) yield missing(join(path, 'description'));
    yield* optionListRules(command['options'], join(path, 'options'));
  } else {
    for (const key of ['description', 'options']) {
      if (!isFilled(command[key])) continue;
      const message = `Context menu commands cannot have ${key}`;
      yield problem(join(path, key), `APPLICATION_COMMAND_CONTEXT_MENU_${key.toUpperCase()}`, message);
    }
  }
  if (sizeOf(command) > commandSizeLimit) {
    const message = `Command exceeds maximum size (${commandSizeLimit})`;
    yield problem(path, 'APPLICATION_COMMAND_TOO_LARGE', message);
  }
}

function* slashNameRules(named: Json, path: string): Iterable<Problem> {
  if (typeof named['name'] === 'string' && !isSlashName(named['name'])) yield badName(join(path, 'name'));
  const localized = isObject(named['name_localizations']) ? named['name_localizations'] : {};
  for (const [locale, name] of Object.entries(localized)) {
    if (typeof name === 'string' && !isSlashName(name))
      yield badName(join(join(path, 'name_localizations'), locale));
  }
}

function isSlashName(name: string): boolean {
  return slashName.test(name) && name === name.toLowerCase();
}

function badName(path: string): Problem {
  return problem(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
}

function* optionListRules(options: unknown, path: string): Iterable<Problem> {
  const names = new Set<unknown>();
  let optionalSeen = false;
  const listed = entries(options, path);
  const nests = listed.some(({ item }) => isNesting(item));
  for (const { item, path: at } of listed) {
    if (names.has(item['name'])) {
      yield problem(at, 'APPLICATION_COMMAND_OPTIONS_DUPLICATE_NAME', 'Option names must be unique');
    }
    names.add(item['name']);
    if (nests && !isNesting(item)) {
      const message =
        'Sub-command and sub-command group option types are mutually exclusive to all other types';
      yield problem(at, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message);
    }
    if (item['required'] === true && optionalSeen) {
      const message = 'Required options must be placed before non-required options';
      yield problem(at, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
    optionalSeen ||= item['required'] !== true;
    yield* optionRules(item, at);
  }
}

function isNesting(option: Json): boolean {
  return option['type'] === subcommand || option['type'] === subcommandGroup;
}

function* optionRules(option: Json, path: string): Iterable<Problem> {
  yield* slashNameRules(option, path);
  yield* localeRules(option['name_localizations'], join(path, 'name_localizations'));
  yield* localeRules(option['description_localizations'], join(path, 'description_localizations'));
  if (isNesting(option)) return yield* optionListRules(option['options'], join(path, 'options'));
  yield* choiceRules(option['choices'], join(path, 'choices'));
  if (option['autocomplete'] === true && isFilled(option['choices'])) {
    const message = 'Autocomplete options cannot have choices';
    yield problem(join(path, 'choices'), 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', message);
  }
  if (
    option['type'] === stringOption &&
    Number(option['min_length'] ?? 0) > Number(option['max_length'] ?? 6000)
  ) {
    yield problem(join(path, 'max_length'), 'NUMBER_TYPE_MIN', 'max_length must not be below min_length.');
  }
}

/** Choices of an option, and those an autocomplete answers with: the document lets values grow to 6000. */
export function* choiceRules(choices: unknown, path: string): Iterable<Problem> {
  const names = new Set<unknown>();
  for (const { item, path: at } of entries(choices, path)) {
    if (lengthOf(item['value']) > choiceValueLimit) yield tooLong(join(at, 'value'), choiceValueLimit);
    yield* localeRules(item['name_localizations'], join(at, 'name_localizations'));
    if (names.has(item['name'])) {
      yield problem(
        at,
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Option choice name already exists',
      );
    }
    names.add(item['name']);
  }
}

function* localeRules(localized: unknown, path: string): Iterable<Problem> {
  if (!isObject(localized)) return;
  for (const locale of Object.keys(localized)) {
    if (!AvailableLocalesEnumSchema.safeParse(locale).success) {
      yield problem(path, 'BASE_TYPE_CHOICES', `'${locale}' is not a locale of Discord.`);
    }
  }
}

function sizeOf(part: Json): number {
  const values = lengthOf(part['value']);
  const nested = [...entries(part['options'], ''), ...entries(part['choices'], '')];
  const own = longest(part, 'name') + longest(part, 'description') + values;
  return nested.reduce((sum, { item }) => sum + sizeOf(item), own);
}

function longest(part: Json, key: 'name' | 'description'): number {
  const localized = part[`${key}_localizations`];
  const texts = isObject(localized) ? Object.values(localized) : [];
  return Math.max(lengthOf(part[key]), ...texts.map(lengthOf));
}
