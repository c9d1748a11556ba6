import type { APIInteractionDataResolved } from 'discord-api-types/v10';
import type { FileStore, StoredFile } from '../files.ts';
import { channelPayload, memberBesideUser, rolePayloads, userPayload } from '../payloads.ts';
import type { Channel, World } from '../world.ts';

/** Something a person tries that Discord's client would not let them do. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
}

/** A file a person attaches. */
export type FileValue = StoredFile;

/** Turns names into ids and gathers what Discord sends along with each id. */
export class Resolver {
  readonly #world: World;
  readonly #files: FileStore;
  readonly #channel: Channel;
  readonly #resolved = new Map<keyof APIInteractionDataResolved, Record<string, object>>();

  constructor({ world, files }: { world: World; files: FileStore }, channel: Channel) {
    this.#world = world;
    this.#files = files;
    this.#channel = channel;
  }

  /** What was gathered; `{}` if that is nothing. */
  get resolved(): { resolved?: object } {
    return this.#resolved.size === 0 ? {} : { resolved: Object.fromEntries(this.#resolved) };
  }

  user(nameOrId: string): string {
    const person = this.#world.findPerson(nameOrId);
    if (person === undefined) throw new NotPossible(`There is no user ${nameOrId}.`);
    const permissions = String(this.#world.permissions(person, this.#channel));
    this.#gather('members', person.id, { ...memberBesideUser(person), permissions });
    return this.#gather('users', person.id, userPayload(person));
  }

  role(nameOrId: string): string {
    const role = rolePayloads(this.#world).find(({ id, name }) => id === nameOrId || name === nameOrId);
    if (role === undefined) throw new NotPossible(`There is no role ${nameOrId}.`);
    return this.#gather('roles', role.id, role);
  }

  channel(nameOrId: string): string {
    const channel = this.#world.channel(nameOrId);
    const permissions = String(this.#world.permissions(this.#world.bot, channel));
    return this.#gather('channels', channel.id, { ...channelPayload(this.#world, channel), permissions });
  }

  /** A user if there is one of that name, else a role. */
  mentionable(nameOrId: string): string {
    return this.#world.findPerson(nameOrId) ? this.user(nameOrId) : this.role(nameOrId);
  }

  attachment(file: FileValue): string {
    const attachment = this.#files.add(this.#world.freshId(), this.#channel.id, file);
    return this.#gather('attachments', attachment.id, { ...attachment, ephemeral: true });
  }

  #gather(kind: keyof APIInteractionDataResolved, id: string, payload: object): string {
    this.#resolved.set(kind, { ...this.#resolved.get(kind), [id]: payload });
    return id;
  }
}
