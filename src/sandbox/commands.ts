import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { isObject, type Json } from './problem.ts';
import type { World } from './world.ts';

/** Where commands live: with the application, or in one guild. */
export type Scope = 'global' | { guildId: string };

/** The registered commands. Ids stay while a name stays registered, as with Discord. */
export class CommandBook {
  readonly #world: World;
  readonly #scopes = new Map<string, APIApplicationCommand[]>();

  constructor(world: World) {
    this.#world = world;
  }

  list(scope: Scope): readonly APIApplicationCommand[] {
    return this.#scopes.get(keyOf(scope)) ?? [];
  }

  /** What can be used in a channel of a guild, or in a direct message (without `guildId`). */
  available(guildId: string | undefined): APIApplicationCommand[] {
    return [...(guildId === undefined ? [] : this.list({ guildId })), ...this.list('global')];
  }

  find(scope: Scope, id: string): APIApplicationCommand | undefined {
    return this.list(scope).find((command) => command.id === id);
  }

  replaceAll(scope: Scope, bodies: readonly Json[]): readonly APIApplicationCommand[] {
    const replaced = bodies.map((body) => this.#build(scope, body, this.#named(scope, body)));
    this.#set(scope, replaced);
    return replaced;
  }

  /** Creates a command, or overwrites the one of the same name and type. */
  put(scope: Scope, body: Json): { command: APIApplicationCommand; isNew: boolean } {
    const present = this.#named(scope, body);
    const command = this.#build(scope, body, present);
    this.#set(scope, [...this.list(scope).filter((other) => other !== present), command]);
    return { command, isNew: present === undefined };
  }

  change(scope: Scope, present: APIApplicationCommand, body: Json): APIApplicationCommand {
    const command = this.#build(scope, { ...present, ...body }, present);
    this.#set(
      scope,
      this.list(scope).map((other) => (other === present ? command : other)),
    );
    return command;
  }

  remove(scope: Scope, command: APIApplicationCommand): void {
    this.#set(
      scope,
      this.list(scope).filter((other) => other !== command),
    );
  }

  #set(scope: Scope, commands: APIApplicationCommand[]): void {
    this.#scopes.set(keyOf(scope), commands);
    this.#world.emit({ type: 'commandsChange' });
  }

  #named(scope: Scope, body: Json): APIApplicationCommand | undefined {
    return this.list(scope).find(({ name, type }) => name === body['name'] && type === typeOf(body));
  }

  #build(scope: Scope, body: Json, present: APIApplicationCommand | undefined): APIApplicationCommand {
    const permissions = body['default_member_permissions'];
    return {
      integration_types: [0],
      ...(scope === 'global' ? { contexts: null, dm_permission: true } : { guild_id: scope.guildId }),
      nsfw: false,
      description: '',
      ...(body as Partial<APIApplicationCommand>),
      id: present?.id ?? this.#world.freshId(),
      application_id: this.#world.setting.applicationId,
      name: String(body['name']),
      type: typeOf(body),
      default_member_permissions:
        permissions === undefined || permissions === null ? null : String(permissions),
      version: this.#world.freshId(),
    };
  }
}

/** Without `with_localizations` Discord leaves the localisations out of lists. */
export function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutLocalizations(inner)]));
}

function keyOf(scope: Scope): string {
  return scope === 'global' ? scope : scope.guildId;
}

function typeOf(body: Json): ApplicationCommandType {
  return typeof body['type'] === 'number' ? body['type'] : ApplicationCommandType.ChatInput;
}
