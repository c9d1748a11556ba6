import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Interaction, InteractionStart } from './interactions.ts';
import type { Json } from './problem.ts';
import { removeReaction } from './reactions.ts';
import type { Backend } from './rest/backend.ts';
import { isNewer } from './snowflake.ts';
import { findButton, findSelect, selectedValues } from './user/components.ts';
import { type FieldValues, fillModal, type ShownModal } from './user/modal.ts';
import { type Outcome, outcomeOf, type Patience } from './user/outcome.ts';
import { fillOptions, findCommand, type OptionValues, pick, shownName } from './user/picker.ts';
import { type Actor, channelOf, findPost, seenPost, usableCommands, type Where } from './user/place.ts';
import { NotPossible, Resolver } from './user/resolve.ts';
import { erase, react, type Writing, write } from './user/write.ts';
import type { Channel, Person, Post } from './world.ts';

/** A message as it was got, or its id. */
export type MessageRef = APIMessage | string;

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
    return usableCommands(this.#actor, channelOf(this.#actor, where));
  }

  /** Uses a slash command (`질문`, `quiz start`) by its default or localised name, and likewise its options. */
  async command(name: string, options: OptionValues = {}, where: Where = {}): Promise<Outcome> {
    const { channel, picked, resolver } = this.#pick(name, where);
    const filled = { options: fillOptions(picked, options, resolver), ...resolver.resolved };
    return this.#outcome(this.#use(InteractionType.ApplicationCommand, channel, picked.command, filled));
  }

  /** What the bot suggests while `text` stands in an option. */
  async autocomplete(
    name: string,
    option: string,
    text: string,
    others: OptionValues = {},
    where: Where = {},
  ): Promise<Choice[]> {
    const { channel, picked, resolver } = this.#pick(name, where);
    const filled = { options: fillOptions(picked, others, resolver, { option, text }), ...resolver.resolved };
    const { ApplicationCommandAutocomplete: type } = InteractionType;
    const interaction = this.#use(type, channel, picked.command, filled);
    const { failed } = await this.#outcome(interaction);
    if (failed !== undefined) throw new NotPossible(failed);
    const choices = interaction.choices ?? [];
    return choices.map((choice) => ({ name: shownName(choice, picked.locale), value: choice.value }));
  }

  /** Uses a command of the context menu of a message. */
  async messageCommand(name: string, message: MessageRef): Promise<Outcome> {
    const { channel, message: target } = seenPost(this.#actor, message);
    const resolved = { messages: { [target.id]: target } };
    return this.#useMenu(ApplicationCommandType.Message, name, channel, { target_id: target.id, resolved });
  }

  /** Uses a command of the context menu of a person. */
  async userCommand(name: string, target: string, where: Where = {}): Promise<Outcome> {
    const channel = channelOf(this.#actor, where);
    const resolver = new Resolver(this.#actor.backend, channel);
    const data = { target_id: resolver.user(target), ...resolver.resolved };
    return this.#useMenu(ApplicationCommandType.User, name, channel, data);
  }

  /** Presses a button, named by custom id, label or emoji. */
  async click(message: MessageRef, button: string): Promise<Outcome> {
    const post = seenPost(this.#actor, message);
    return this.#useComponent(post, findButton(post.message, button), {});
  }

  /** Chooses in a select menu by value, label or name; `menu` (a custom id) is needed where there are several. */
  async select(message: MessageRef, values: string | readonly string[], menu?: string): Promise<Outcome> {
    const post = seenPost(this.#actor, message);
    const select = findSelect(post.message, menu);
    const resolver = new Resolver(this.#actor.backend, post.channel);
    const chosen = selectedValues(select, [values].flat(), resolver);
    return this.#useComponent(post, select, { values: chosen, ...resolver.resolved });
  }

  /** Sends a modal. Fields by custom id or label; what is left out keeps what the bot filled in. */
  async submit(modal: ShownModal | undefined, fields: FieldValues): Promise<Outcome> {
    const { person, backend } = this.#actor;
    const trigger = modal && backend.interactions.findById(modal.interactionId);
    if (modal === undefined || trigger?.person !== person)
      throw new NotPossible('There is no modal to send.');
    const { channel, source } = trigger;
    const resolver = new Resolver(backend, channel);
    const components = fillModal(modal, fields, resolver);
    const data = { custom_id: modal.custom_id, components, ...resolver.resolved };
    const start = { channel, data, trigger, ...(source ? { source } : {}) };
    return this.#outcome(this.#start({ ...start, type: InteractionType.ModalSubmit }));
  }

  /** Writes a message and returns it. `@name` of someone present becomes a mention. */
  async say(text: string, writing: Writing = {}): Promise<APIMessage> {
    return write(this.#actor, text, writing);
  }

  /** Writes a message and waits for the bot's next one there. */
  async type(text: string, writing: Writing = {}): Promise<APIMessage> {
    const { channel_id, id } = write(this.#actor, text, writing);
    return this.next({ channel: channel_id, after: id });
  }

  /** Writes to the bot in private and waits for its answer. */
  dm(text: string, writing: Omit<Writing, 'channel'> = {}): Promise<APIMessage> {
    return this.type(text, { ...writing, channel: 'dm' });
  }

  /** The bot's next finished message in a channel that this person sees; newer than `after`, or than all there are. */
  async next({ after, ...where }: Where & { after?: string } = {}): Promise<APIMessage> {
    const { backend } = this.#actor;
    const { id, name, posts } = channelOf(this.#actor, where);
    const since = after ?? [...posts.keys()].at(-1) ?? '0';
    const found = () =>
      this.visibleMessages(id).find(({ id, author, flags = 0 }) => {
        return (
          author.id === backend.world.bot.id && isNewer(id, since) && (flags & MessageFlags.Loading) === 0
        );
      });
    return this.#until(found, `The bot wrote nothing in ${name}`);
  }

  /** Waits until a message looks as wanted, through whatever edits, and returns it so. */
  async watchUntil(message: MessageRef, wanted: (message: APIMessage) => boolean): Promise<APIMessage> {
    const found = () => {
      const current = this.see(message);
      return current !== undefined && wanted(current) ? current : undefined;
    };
    return this.#until(found, 'The message did not come to look as wanted');
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
    removeReaction(backend.world, seenPost(this.#actor, message), person, emoji);
  }

  /** Everything this person can read in a channel, oldest first. */
  visibleMessages(channel?: string): APIMessage[] {
    const { person, backend } = this.#actor;
    const { posts } = channelOf(this.#actor, channel === undefined ? {} : { channel });
    const seen = [...posts.values()].filter((post) => backend.world.canSee(person, post));
    return seen.map(({ message }) => message);
  }

  /** A message as it is now; undefined if it is gone or not for this person. */
  see(message: MessageRef): APIMessage | undefined {
    return findPost(this.#actor, message)?.message;
  }

  #pick(name: string, where: Where) {
    const channel = channelOf(this.#actor, where);
    const picked = pick(usableCommands(this.#actor, channel), name, this.#actor.person.locale);
    return { channel, picked, resolver: new Resolver(this.#actor.backend, channel) };
  }

  #useMenu(type: ApplicationCommandType, name: string, channel: Channel, data: object): Promise<Outcome> {
    const usable = usableCommands(this.#actor, channel);
    const command = findCommand(usable, type, name, this.#actor.person.locale);
    return this.#outcome(this.#use(InteractionType.ApplicationCommand, channel, command, data));
  }

  #use(
    type: InteractionStart['type'],
    channel: Channel,
    { id, name, type: commandType, guild_id }: APIApplicationCommand,
    more: object,
  ): Interaction {
    const data = { id, name, type: commandType, ...(guild_id === undefined ? {} : { guild_id }), ...more };
    return this.#start({ type, channel, data, commandName: name });
  }

  #useComponent(source: Post, { custom_id, type, id }: Json, chosen: object): Promise<Outcome> {
    const data = { custom_id, component_type: type, id, ...chosen };
    const start = { channel: source.channel, source, data };
    return this.#outcome(this.#start({ ...start, type: InteractionType.MessageComponent }));
  }

  #start(start: Omit<InteractionStart, 'person'>): Interaction {
    return this.#actor.backend.interactions.start({ ...start, person: this.#actor.person });
  }

  #outcome(interaction: Interaction): Promise<Outcome> {
    return outcomeOf(this.#actor.backend.world, interaction, this.#patience);
  }

  #until<T>(found: () => T | undefined, complaint: string): Promise<T> {
    const { patienceMs } = this.#patience;
    return this.#actor.backend.world.until(found, patienceMs, `${complaint} within ${patienceMs} ms.`);
  }
}
