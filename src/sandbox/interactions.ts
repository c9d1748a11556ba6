import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandOptionChoice,
  type APIMessageInteractionMetadata,
  type APIModalInteractionResponseCallbackData,
  ChannelType,
  type InteractionResponseType,
  type InteractionType,
} from 'discord-api-types/v10';
import { channelPayload, memberPayload, userPayload } from './payloads.ts';
import type { Channel, Person, Post, World } from './world.ts';

/** What a person started: a command, a click, a modal sent, a half-typed option. */
export interface InteractionStart {
  type: Exclude<InteractionType, InteractionType.Ping>;
  person: Person;
  channel: Channel;
  /** `data` of the payload: options, custom id, values, fields. */
  data: object;
  commandName?: string;
  /** The message whose button or select was used; for a modal, the message it was opened from. */
  source?: Post;
  /** The interaction that opened the modal. */
  trigger?: Interaction;
}

/** An interaction from its start to the end of its token. */
export interface Interaction extends InteractionStart {
  readonly id: string;
  readonly token: string;
  readonly createdAt: number;
  state: 'waiting' | 'acknowledged' | 'failed';
  /** Fails it, unless it is acknowledged before. */
  readonly deadline: NodeJS.Timeout;
  /** How the bot acknowledged it. */
  answer?: InteractionResponseType;
  /** What `@original` means: the reply, or the source of an update. */
  original?: Post;
  /** Deferred, and the answer is still to come. */
  thinking: boolean;
  readonly followUps: Post[];
  choices?: APIApplicationCommandOptionChoice[];
  modal?: APIModalInteractionResponseCallbackData;
}

export interface InteractionLimits {
  /** Time to the first response. */
  acknowledgeMs: number;
  /** Life of the token. */
  tokenMs: number;
}

/** Interactions remembered at most, however long their tokens live. */
const rememberedLimit = 10_000;
/** What a file may weigh, as the payload announces it. */
export const attachmentSizeLimit = 10 * 1024 * 1024;

/** All interactions whose tokens still live. */
export class Interactions {
  readonly #world: World;
  readonly #limits: InteractionLimits;
  readonly #byToken = new Map<string, Interaction>();

  constructor(world: World, limits: InteractionLimits) {
    this.#world = world;
    this.#limits = limits;
  }

  /** Sends an interaction to the bot and starts its clock. */
  start(start: InteractionStart): Interaction {
    this.#forget();
    const interaction: Interaction = {
      ...start,
      id: this.#world.freshId(),
      token: randomBytes(48).toString('base64url'),
      createdAt: this.#world.now(),
      state: 'waiting',
      deadline: setTimeout(() => this.#expire(interaction), this.#limits.acknowledgeMs),
      thinking: false,
      followUps: [],
    };
    this.#byToken.set(interaction.token, interaction);
    const payload = interactionPayload(this.#world, interaction);
    this.#world.emit({ type: 'interactionCreate', channel: interaction.channel, payload });
    return interaction;
  }

  /** The interaction of a token that may still be used. */
  find(token: string): Interaction | undefined {
    const interaction = this.#byToken.get(token);
    return interaction === undefined || this.#isDead(interaction) ? undefined : interaction;
  }

  /** A modal is sent back under the id of the interaction that it answered. */
  findById(id: string): Interaction | undefined {
    return [...this.#byToken.values()].find((interaction) => interaction.id === id);
  }

  acknowledge(interaction: Interaction, answer: InteractionResponseType): void {
    interaction.state = 'acknowledged';
    interaction.answer = answer;
    clearTimeout(interaction.deadline);
  }

  /** What still waits for its answer fails now. */
  reset(): void {
    for (const interaction of this.#byToken.values())
      if (interaction.state === 'waiting') this.#expire(interaction);
    this.#byToken.clear();
  }

  close(): void {
    for (const { deadline } of this.#byToken.values()) clearTimeout(deadline);
  }

  #expire(interaction: Interaction): void {
    clearTimeout(interaction.deadline);
    interaction.state = 'failed';
    this.#world.emit({ type: 'interactionChange' });
  }

  #isDead({ createdAt }: Interaction): boolean {
    return this.#world.now() - createdAt > this.#limits.tokenMs;
  }

  #forget(): void {
    for (const [token, interaction] of this.#byToken) {
      if (this.#byToken.size < rememberedLimit && !this.#isDead(interaction)) break;
      this.#byToken.delete(token);
      clearTimeout(interaction.deadline);
    }
  }
}

function interactionPayload(world: World, interaction: Interaction): object {
  const { id, token, type, person, channel, data, source } = interaction;
  const inGuild = channel.type !== ChannelType.DM;
  const permissions = String(world.permissions(person, channel));
  const { preferredLocale } = world.setting.guild;
  const place = inGuild
    ? {
        guild_id: world.guildId,
        guild_locale: preferredLocale,
        member: { ...memberPayload(person), permissions },
        context: 0,
      }
    : { user: userPayload(person), context: 1 };
  return {
    id,
    token,
    type,
    version: 1,
    application_id: world.setting.applicationId,
    ...place,
    channel_id: channel.id,
    channel: { ...channelPayload(world, channel), permissions },
    app_permissions: String(world.permissions(world.bot, channel)),
    locale: person.locale,
    data,
    ...(source === undefined ? {} : { message: source.message }),
    entitlements: [],
    authorizing_integration_owners: ownersIn(world, channel),
    attachment_size_limit: attachmentSizeLimit,
  };
}

function ownersIn(world: World, channel: Channel): Record<string, string> {
  return { 0: channel.type === ChannelType.DM ? '0' : world.guildId };
}

/** What a message remembers of the interaction that it answers. */
export function interactionMetadata(
  world: World,
  { id, type, person, channel }: Interaction,
): APIMessageInteractionMetadata {
  const owners = ownersIn(world, channel);
  const metadata = { id, type, user: userPayload(person), authorizing_integration_owners: owners };
  return metadata as APIMessageInteractionMetadata;
}
