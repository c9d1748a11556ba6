import type { APIInteractionDataResolved } from 'discord-api-types/v10';
import { attachmentPayload, type FileStore } from '../files.ts';
import { channelPayload, memberBesideUser, rolePayload, userPayload } from '../payloads.ts';
import type { Channel, World } from '../world.ts';

/** Something a person tries that Discord's client would not let them do. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
}

/** A file a person attaches. */
export interface FileValue {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Turns names into ids and gathers what Discord sends along with each id. */
export class Resolver {
  readonly #world: World;
  readonly #files: FileStore;
  readonly #channel: Channel;
  readonly #resolved: Required<APIInteractionDataResolved> = {
    users: {},
    members: {},
    roles: {},
    channels: {},
    attachments: {},
  };

  constructor(world: World, files: FileStore, channel: Channel) {
    this.#world = world;
    this.#files = files;
    this.#channel = channel;
  }

  /** The gathered records, without the empty ones; `{}` if there are none. */
  get resolved(): { resolved?: Partial<APIInteractionDataResolved> } {
    const filled = Object.entries(this.#resolved).filter(([, records]) => Object.keys(records).length > 0);
    return filled.length === 0 ? {} : { resolved: Object.fromEntries(filled) };
  }

  user(nameOrId: string): string {
    const person = this.#world.findPerson(nameOrId);
    if (person === undefined) throw new NotPossible(`There is no user ${nameOrId}.`);
    this.#resolved.users[person.id] = userPayload(person);
    const { deaf: _deaf, mute: _mute, ...member } = memberBesideUser(person);
    const permissions = String(this.#world.permissions(person, this.#channel));
    this.#resolved.members[person.id] = { ...member, permissions };
    return person.id;
  }

  role(nameOrId: string): string {
    const role = this.#world.setting.roles.find(({ id, name }) => id === nameOrId || name === nameOrId);
    const payload = role && rolePayload(this.#world, role.id);
    if (payload === undefined) throw new NotPossible(`There is no role ${nameOrId}.`);
    this.#resolved.roles[payload.id] = payload;
    return payload.id;
  }

  channel(nameOrId: string): string {
    const channel = this.#world.channel(nameOrId);
    const permissions = String(this.#world.permissions(this.#world.bot, channel));
    const payload = { ...channelPayload(this.#world, channel), permissions, app_permissions: permissions };
    this.#resolved.channels[channel.id] = payload as never;
    return channel.id;
  }

  /** A user if there is one of that name, else a role. */
  mentionable(nameOrId: string): string {
    return this.#world.findPerson(nameOrId) ? this.user(nameOrId) : this.role(nameOrId);
  }

  attachment(file: FileValue): string {
    const id = this.#world.freshId();
    const uploaded = { ...file, index: '0' };
    const url = this.#files.add(id, this.#channel.id, uploaded);
    this.#resolved.attachments[id] = { ...attachmentPayload(id, url, uploaded), ephemeral: true };
    return id;
  }
}
