import { isDeepStrictEqual } from 'node:util';
import type { REST } from 'discord.js';
import {
  type APIApplicationCommand,
  type RESTGetAPIApplicationCommandsResult,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';

export interface Target {
  readonly application: string;
  /** For this server alone; without it, everywhere. */
  readonly guild?: string;
}

function routeOf({ application, guild }: Target): `/${string}` {
  return guild === undefined
    ? Routes.applicationCommands(application)
    : Routes.applicationGuildCommands(application, guild);
}

/** Puts these commands in the place of all there are, and returns their ids by default name. */
export async function registerCommands(
  rest: REST,
  target: Target,
  commands: RESTPutAPIApplicationCommandsJSONBody,
): Promise<ReadonlyMap<string, string>> {
  const registered = (await rest.put(routeOf(target), { body: commands })) as APIApplicationCommand[];
  return new Map(registered.map(({ name, id }) => [name, id]));
}

/** The commands that Discord knows now. */
export async function readCommands(rest: REST, target: Target): Promise<RESTGetAPIApplicationCommandsResult> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return (await rest.get(routeOf(target), { query })) as RESTGetAPIApplicationCommandsResult;
}

export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** What putting `commands` in the place of `existing` changes, by default name. */
export function compareCommands(
  existing: RESTGetAPIApplicationCommandsResult,
  commands: RESTPutAPIApplicationCommandsJSONBody,
): Changes {
  const before = new Map(existing.map((command) => [command.name, meaningOf(command)]));
  const after = new Set(commands.map(({ name }) => name));
  const kindOf = (command: RESTPutAPIApplicationCommandsJSONBody[number]): keyof Changes => {
    const known = before.get(command.name);
    if (known === undefined) return 'added';
    return isDeepStrictEqual(known, meaningOf(command)) ? 'unchanged' : 'changed';
  };
  const namesOf = (kind: keyof Changes) => commands.filter((command) => kindOf(command) === kind).map(nameOf);
  return {
    added: namesOf('added'),
    changed: namesOf('changed'),
    removed: existing.map(nameOf).filter((name) => !after.has(name)),
    unchanged: namesOf('unchanged'),
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** What Discord adds to a command by itself. */
const added: ReadonlySet<string> = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'default_permission',
  'dm_permission',
]);

/** A command without what says nothing: ids, defaults, and translations that equal the text (Discord drops them). */
function meaningOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaningOf);
  if (typeof value !== 'object' || value === null) return value;
  const all: Readonly<Record<string, unknown>> = { ...value };
  const entries = Object.entries(all).map(([key, one]): [string, unknown] => [
    key,
    key.endsWith('_localizations')
      ? translationsOf(one, all[key.replace('_localizations', '')])
      : meaningOf(one),
  ]);
  return Object.fromEntries(entries.filter(([key, one]) => !added.has(key) && !saysNothing(one)));
}

function translationsOf(translations: unknown, text: unknown): unknown {
  const entries = Object.entries(translations ?? {});
  return Object.fromEntries(entries.filter(([, translation]) => translation !== text));
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
