import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Interaction, InteractionStart } from './interactions.ts';
import type { Json } from './problem.ts';
import { parseEmoji, removeReaction } from './reactions.ts';
import type { Backend } from './rest/backend.ts';
import { isNewer } from './snowflake.ts';
import { findButton, findSelect, selectedValues } from './user/components.ts';
import { type FieldValues, fillModal, type ShownModal } from './user/modal.ts';
import { type Outcome, outcomeOf, type Patience } from './user/outcome.ts';
import {
  fillForAutocomplete,
  fillOptions,
  findCommand,
  nestOptions,
  type OptionValues,
  pick,
  shownName,
} from './user/picker.ts';
import {
  type Actor,
  findPost,
  placeOf,
  resolverFor,
  seenPost,
  usableCommands,
  type Where,
} from './user/place.ts';
import { NotPossible } from './user/resolve.ts';
import { erase, react, type Writing, write } from './user/write.ts';
import type { Person, Post } from './world.ts';

/** A message as it was got, or its id. */
export type MessageRef = APIMessage | string;
/** For what happens on a message, whose channel is known. */
export type InLocale = Pick<Where, 'locale'>;

export interface Choice {
  /** In the client's language. */
  name: string;
  value: string | number;
}

/**
 * A person at the client. Does what the client lets a person do, rejects with NotPossible what it
 * would not, and tells what the person sees then.
 */
export class SandboxUser {
  readonly #actor: Actor;
  readonly #patience: Patience;

  constructor(person: Person, { backend, limits }: { backend: Backend; limits: Patience }) {
    this.#actor = { person, backend };
    this.#patience = limits;
  }

  get id(): string {
    return this.#actor.person.id;
  }

  get name(): string {
    return this.#actor.person.name;
  }

  /** Changes the language of this person's client. */
  speak(locale: string): void {
    this.#actor.person.locale = locale;
  }

  /** The commands of all types that this person may use in a channel. */
  commands(where: Where = {}): APIApplicationCommand[] {
    return usableCommands(this.#actor, placeOf(this.#actor, where).channel);
  }

  /** Uses a slash command (`질문`, `quiz start`) by its default or localised name, and likewise its options. */
  async command(name: string, options: OptionValues = {}, where: Where = {}): Promise<Outcome> {
    const place = placeOf(this.#actor, where);
    const resolver = resolverFor(this.#actor, place.channel);
    const picked = pick(this.commands(where), name, place.locale);
    const filled = nestOptions(picked, fillOptions(picked, options, place.locale, resolver));
    const data = { ...commandData(picked.command), options: filled, ...resolver.resolved };
    return this.#useCommand({ ...place, commandName: picked.command.name, data });
  }

  /** What the bot suggests while `text` stands in an option. */
  async autocomplete(
    name: string,
    option: string,
    text: string,
    others: OptionValues = {},
    where: Where = {},
  ): Promise<Choice[]> {
    const place = placeOf(this.#actor, where);
    const resolver = resolverFor(this.#actor, place.channel);
    const picked = pick(this.commands(where), name, place.locale);
    const filled = fillForAutocomplete(picked, { option, text }, others, place.locale, resolver);
    const data = {
      ...commandData(picked.command),
      options: nestOptions(picked, filled),
      ...resolver.resolved,
    };
    const interaction = this.#start({ ...place, type: InteractionType.ApplicationCommandAutocomplete, data });
    const { failed } = await this.#outcome(interaction);
    if (failed !== undefined) throw new NotPossible(failed);
    const choices = interaction.choices ?? [];
    return choices.map((choice) => ({ name: shownName(choice, place.locale), value: choice.value }));
  }

  /** Uses a command of the context menu of a message. */
  async messageCommand(name: string, message: MessageRef, { locale }: InLocale = {}): Promise<Outcome> {
    const { channel, message: target } = seenPost(this.#actor, message);
    const place = placeOf(this.#actor, { channel: channel.id, ...(locale ? { locale } : {}) });
    const usable = usableCommands(this.#actor, channel);
    const command = findCommand(usable, ApplicationCommandType.Message, name, place.locale);
    const resolved = { messages: { [target.id]: target } };
    const data = { ...commandData(command), target_id: target.id, resolved };
    return this.#useCommand({ ...place, commandName: command.name, data });
  }

  /** Uses a command of the context menu of a person. */
  async userCommand(name: string, target: string, where: Where = {}): Promise<Outcome> {
    const place = placeOf(this.#actor, where);
    const command = findCommand(this.commands(where), ApplicationCommandType.User, name, place.locale);
    const resolver = resolverFor(this.#actor, place.channel);
    const data = { ...commandData(command), target_id: resolver.user(target), ...resolver.resolved };
    return this.#useCommand({ ...place, commandName: command.name, data });
  }

  /** Presses a button, named by custom id, label or emoji. */
  async click(message: MessageRef, button: string, where: InLocale = {}): Promise<Outcome> {
    const post = seenPost(this.#actor, message);
    return this.#useComponent(post, findButton(post.message, button), {}, where);
  }

  /** Chooses in a select menu by value, label or name; `menu` (a custom id) is needed where there are several. */
  async select(
    message: MessageRef,
    values: string | readonly string[],
    menu?: string,
    where: InLocale = {},
  ): Promise<Outcome> {
    const post = seenPost(this.#actor, message);
    const select = findSelect(post.message, menu);
    const resolver = resolverFor(this.#actor, post.channel);
    const chosen = selectedValues(select, [values].flat(), resolver);
    return this.#useComponent(post, select, { values: chosen, ...resolver.resolved }, where);
  }

  /** Sends a modal. Fields by custom id or label; what is left out keeps what the bot filled in. */
  async submit(modal: ShownModal | undefined, fields: FieldValues, where: InLocale = {}): Promise<Outcome> {
    const { person, backend } = this.#actor;
    const trigger = modal && backend.interactions.findById(modal.interactionId);
    if (modal === undefined || trigger?.person !== person)
      throw new NotPossible('There is no modal to send.');
    const { channel, source } = trigger;
    const resolver = resolverFor(this.#actor, channel);
    const components = fillModal(modal, fields, resolver);
    const data = { custom_id: modal.custom_id, components, ...resolver.resolved };
    const start = {
      channel,
      data,
      trigger,
      locale: where.locale ?? person.locale,
      ...(source ? { source } : {}),
    };
    return this.#outcome(this.#start({ ...start, type: InteractionType.ModalSubmit }));
  }

  /** Writes a message and returns it. `@name` of someone present becomes a mention. */
  async say(text: string, writing: Writing = {}): Promise<APIMessage> {
    return write(this.#actor, text, writing);
  }

  /** Writes a message and waits for the bot's next one there. */
  async type(text: string, { waitMs, ...writing }: Writing & { waitMs?: number } = {}): Promise<APIMessage> {
    const { channel_id, id } = write(this.#actor, text, writing);
    return this.next({ channel: channel_id, after: id, ...(waitMs === undefined ? {} : { waitMs }) });
  }

  /** Writes to the bot in private and waits for its answer. */
  dm(text: string, writing: Omit<Writing, 'channel'> & { waitMs?: number } = {}): Promise<APIMessage> {
    return this.type(text, { ...writing, channel: 'dm' });
  }

  /** The bot's next finished message in a channel that this person sees; newer than `after`, or than all there are. */
  async next(options: { channel?: string; after?: string; waitMs?: number } = {}): Promise<APIMessage> {
    const { waitMs = this.#patience.patienceMs, after, ...where } = options;
    const { world } = this.#actor.backend;
    const { channel } = placeOf(this.#actor, where);
    const since = after ?? [...channel.posts.keys()].at(-1) ?? '0';
    const found = () =>
      this.visibleMessages(channel.id).find(({ id, author, flags = 0 }) => {
        return author.id === world.bot.id && isNewer(id, since) && (flags & MessageFlags.Loading) === 0;
      });
    return world.until(found, waitMs, `The bot wrote nothing in ${channel.name} within ${waitMs} ms.`);
  }

  /** Waits until a message looks as wanted, through whatever edits, and returns it so. */
  async watchUntil(
    message: MessageRef,
    wanted: (message: APIMessage) => boolean,
    waitMs: number = this.#patience.patienceMs,
  ): Promise<APIMessage> {
    const found = () => {
      const current = this.see(message);
      return current !== undefined && wanted(current) ? current : undefined;
    };
    const { world } = this.#actor.backend;
    return world.until(found, waitMs, `The message did not come to look as wanted within ${waitMs} ms.`);
  }

  /** Deletes a message: one's own, or as a moderator another's. */
  async delete(message: MessageRef): Promise<void> {
    erase(this.#actor, message);
  }

  async react(message: MessageRef, emoji: string): Promise<void> {
    react(this.#actor, message, emoji);
  }

  async unreact(message: MessageRef, emoji: string): Promise<void> {
    const { person, backend } = this.#actor;
    const parsed = parseEmoji(emoji);
    if (parsed !== undefined) removeReaction(backend.world, seenPost(this.#actor, message), person, parsed);
  }

  /** Everything this person can read in a channel, oldest first. */
  visibleMessages(channel?: string): APIMessage[] {
    const { person, backend } = this.#actor;
    const { posts } = placeOf(this.#actor, channel === undefined ? {} : { channel }).channel;
    return [...posts.values()]
      .filter((post) => backend.world.canSee(person, post))
      .map(({ message }) => message);
  }

  /** A message as it is now; undefined if it is gone or not for this person. */
  see(message: MessageRef): APIMessage | undefined {
    return findPost(this.#actor, message)?.message;
  }

  #useCommand(start: Omit<InteractionStart, 'person' | 'type'>): Promise<Outcome> {
    return this.#outcome(this.#start({ ...start, type: InteractionType.ApplicationCommand }));
  }

  #useComponent(source: Post, component: Json, chosen: object, where: InLocale): Promise<Outcome> {
    const { custom_id, type: component_type, id } = component;
    const data = { custom_id, component_type, id, ...chosen };
    const { channel } = source;
    const locale = where.locale ?? this.#actor.person.locale;
    return this.#outcome(
      this.#start({ channel, locale, source, type: InteractionType.MessageComponent, data }),
    );
  }

  #start(start: Omit<InteractionStart, 'person'>): Interaction {
    return this.#actor.backend.interactions.start({ ...start, person: this.#actor.person });
  }

  #outcome(interaction: Interaction): Promise<Outcome> {
    return outcomeOf(this.#actor.backend.world, interaction, this.#patience);
  }
}

function commandData({ id, name, type, guild_id }: APIApplicationCommand): object {
  return { id, name, type, ...(guild_id === undefined ? {} : { guild_id }) };
}
