import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import type { Json } from './problem.ts';
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

  replaceAll(scope: Scope, bodies: readonly Json[]): readonly APIApplicationCommand[] {
    const replaced = bodies.map((body) => this.#build(scope, body));
    this.#set(scope, replaced);
    return replaced;
  }

  /** Creates a command, or overwrites the one of the same name and type. */
  put(scope: Scope, body: Json): APIApplicationCommand {
    const command = this.#build(scope, body);
    this.#set(scope, [...this.list(scope).filter(({ id }) => id !== command.id), command]);
    return command;
  }

  /** False if there is no such command. */
  remove(scope: Scope, id: string): boolean {
    const left = this.list(scope).filter((command) => command.id !== id);
    if (left.length === this.list(scope).length) return false;
    this.#set(scope, left);
    return true;
  }

  #set(scope: Scope, commands: APIApplicationCommand[]): void {
    this.#scopes.set(keyOf(scope), commands);
    this.#world.emit({ type: 'commandsChange' });
  }

  #build(scope: Scope, body: Json): APIApplicationCommand {
    const type = (body['type'] ?? ApplicationCommandType.ChatInput) as ApplicationCommandType;
    const name = String(body['name']);
    const present = this.list(scope).find((command) => command.name === name && command.type === type);
    const permissions = body['default_member_permissions'] ?? null;
    return {
      integration_types: [0],
      ...(scope === 'global' ? { contexts: null } : { guild_id: scope.guildId }),
      nsfw: false,
      description: '',
      ...(body as Partial<APIApplicationCommand>),
      id: present?.id ?? this.#world.freshId(),
      application_id: this.#world.setting.applicationId,
      name,
      type,
      default_member_permissions: permissions === null ? null : String(permissions),
      version: this.#world.freshId(),
    };
  }
}

function keyOf(scope: Scope): string {
  return scope === 'global' ? scope : scope.guildId;
}
