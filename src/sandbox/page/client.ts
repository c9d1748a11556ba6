import type { APIMessage } from 'discord-api-types/v10';
import type {
  ActName,
  Acts,
  ChannelView,
  ChoiceView,
  CommandView,
  GivenField,
  GivenOption,
  ModalView,
  OutcomeView,
  PersonView,
  TownView,
} from '../protocol.ts';
import { Connection, type ConnectionListener, type TownEvent } from './connection.ts';
import type { Words } from './words/words.ts';
import { wordsIn } from './words/wordsIn.ts';

/** A command that this tab sent and no message answers yet; shown where the answer will be. */
export interface SentCommand {
  readonly id: number;
  readonly channel: string;
  readonly name: string;
  /** The newest message when it was sent: below it, it stays if nobody answers. */
  readonly after: string | undefined;
  state: 'waiting' | 'failed';
}

/** A modal in front of everything. */
export interface OpenModal {
  readonly view: ModalView;
  state: 'open' | 'sending' | 'failed';
}

/** A menu at a place of the window, about a message or a person. */
export interface OpenMenu {
  readonly x: number;
  readonly y: number;
  readonly about:
    | { readonly message: APIMessage }
    | { readonly person: PersonView; readonly channel: string };
}

/** Milliseconds that a "… is typing" stands, as in Discord. */
const typingMs = 10_000;
/** A tab says at most this often that its person types. */
const ownTypingMs = 8_000;
/** Milliseconds that a remark at the edge of the window stands. */
const remarkMs = 5_000;
/** Messages drawn at first, and more of them at each step back. */
export const pageSize = 50;

/** How changes come to the eye. */
export interface Screen {
  /** Draws in the next frame, once, however often it was asked. */
  drawSoon(): void;
  drawNow(): void;
}

/**
 * What one tab knows and does: the town as its person sees it, the messages that were loaded, and what is open
 * on the screen.
 */
export class Client {
  town: TownView | null = null;
  connection: 'opening' | 'open' | 'lost' = 'opening';
  /** Stands in the address, so that a reload comes back to it. */
  channelId = location.hash.slice(1);
  /** By channel, without the dismissed; a channel that is missing was not loaded yet. Oldest first. */
  readonly #messages = new Map<string, readonly APIMessage[]>();
  /** Grows with every change that the sandbox made or that it was asked for; drawing again can wait for it. */
  version = 0;
  /** Of the open channel; empty until they are there. */
  commands: readonly CommandView[] = [];
  /** How many messages of the open channel are drawn, counted from the newest. */
  shown = pageSize;
  readonly unread = new Set<string>();
  sent: readonly SentCommand[] = [];
  replyTo: APIMessage | null = null;
  modal: OpenModal | null = null;
  menu: OpenMenu | null = null;
  /** The pins of the open channel, while they are shown. */
  pins: readonly APIMessage[] | null = null;
  /** A message that was jumped to. */
  highlighted: string | null = null;
  /** A short remark about something that was not possible. */
  remark: string | null = null;
  /** Components whose answer is awaited: `message/customId`. */
  readonly #busy = new Set<string>();
  /** Messages under which "This interaction failed" stands. */
  readonly #failed = new Set<string>();
  readonly #dismissed = new Set<string>();
  readonly #typing = new Map<string, { channel: string; person: string; timer: number }>();
  readonly #connection: Connection;
  readonly #screen: Screen;
  #lastTyped = Number.NEGATIVE_INFINITY;
  #lastSent = 0;
  #remarkTimer = 0;

  constructor(person: string, screen: Screen) {
    this.#screen = screen;
    const listener: ConnectionListener = {
      notice: (event) => this.#take(event),
      opened: () => this.#begin(),
      lost: () => this.#set(() => (this.connection = 'lost')),
    };
    this.#connection = new Connection(person, listener);
  }

  get me(): PersonView | undefined {
    return this.town?.me;
  }

  get words(): Words {
    return wordsIn(this.locale);
  }

  get locale(): string {
    return this.town?.me.locale ?? navigator.language;
  }

  get channel(): ChannelView | undefined {
    return this.town?.channels.find(({ id }) => id === this.channelId);
  }

  /** Messages of the open channel that this person sees and has not dismissed, oldest first; null: still loading. */
  get messages(): readonly APIMessage[] | null {
    return this.#messages.get(this.channelId) ?? null;
  }

  /** Who types in the open channel, but for this person. */
  get typing(): readonly PersonView[] {
    const here = [...this.#typing.values()].filter(({ channel }) => channel === this.channelId);
    return here.flatMap(({ person }) => this.person(person) ?? []);
  }

  person(id: string): PersonView | undefined {
    return this.town?.people.find((person) => person.id === id);
  }

  isBusy(message: APIMessage, customId: string): boolean {
    return this.#busy.has(`${message.id}/${customId}`);
  }

  /** Whether anything on the message waits for its answer: nothing else on it can be used meanwhile. */
  isWaiting(message: APIMessage): boolean {
    return [...this.#busy].some((key) => key.startsWith(`${message.id}/`));
  }

  hasFailed(message: APIMessage): boolean {
    return this.#failed.has(message.id);
  }

  /** Draws again after `change`; for what is open on the screen. */
  update(change: () => void): void {
    change();
    this.#screen.drawSoon();
  }

  /** The same, drawn before it returns; not to be called while drawing. */
  updateNow(change: () => void): void {
    change();
    this.#screen.drawNow();
  }

  async open(channelId: string): Promise<void> {
    history.replaceState(null, '', `#${channelId}`);
    this.#set(() => {
      this.channelId = channelId;
      this.shown = pageSize;
      this.unread.delete(channelId);
      this.replyTo = null;
      this.menu = null;
      this.pins = null;
      this.commands = [];
    });
    await Promise.all([this.#loadCommands(), this.#messages.has(channelId) ? null : this.#loadHistory()]);
  }

  /** Opens the channel and brings the message to the eye. */
  async jumpTo(channelId: string, messageId: string): Promise<void> {
    if (this.town?.channels.every(({ id }) => id !== channelId)) return;
    if (channelId !== this.channelId) await this.open(channelId);
    const all = this.messages ?? [];
    const index = all.findIndex(({ id }) => id === messageId);
    if (index < 0) return;
    this.#set(() => {
      this.pins = null;
      this.shown = Math.max(this.shown, all.length - index + 10);
      this.highlighted = messageId;
    });
  }

  async say(text: string): Promise<boolean> {
    const { channelId: channel, replyTo } = this;
    const given = { channel, text, ...(replyTo ? { replyTo: replyTo.id } : {}) };
    const isSaid = (await this.#act('say', given)) !== undefined;
    if (isSaid) this.#set(() => (this.replyTo = null));
    return isSaid;
  }

  /** Tells the others that this person types; may be called at every key. */
  types(): void {
    if (performance.now() - this.#lastTyped < ownTypingMs) return;
    this.#lastTyped = performance.now();
    void this.#act('typing', { channel: this.channelId });
  }

  async useCommand(command: CommandView, options: Record<string, GivenOption>): Promise<void> {
    const { channelId: channel } = this;
    await this.#send(command, channel, () => this.#act('command', { channel, path: command.path, options }));
  }

  async useMessageCommand(command: CommandView, message: APIMessage): Promise<void> {
    await this.#send(command, message.channel_id, () =>
      this.#act('messageCommand', { message: message.id, path: command.path }),
    );
  }

  async useUserCommand(command: CommandView, person: PersonView, channel: string): Promise<void> {
    await this.#send(command, channel, () =>
      this.#act('userCommand', { channel, user: person.id, path: command.path }),
    );
  }

  /** What the bot suggests for an option; null if it did not answer. */
  async suggest(
    command: CommandView,
    option: string,
    text: string,
    others: Record<string, GivenOption>,
  ): Promise<readonly ChoiceView[] | null> {
    const { channelId: channel } = this;
    const given = { channel, path: command.path, option, text, others };
    return this.#connection.act('autocomplete', given).catch(() => null);
  }

  click(message: APIMessage, customId: string): Promise<void> {
    return this.#useComponent(message, customId, () => this.#act('click', { message: message.id, customId }));
  }

  select(message: APIMessage, customId: string, values: readonly string[]): Promise<void> {
    return this.#useComponent(message, customId, () =>
      this.#act('select', { message: message.id, customId, values }),
    );
  }

  async submit(fields: Record<string, GivenField>): Promise<void> {
    const { modal } = this;
    if (modal === null || modal.state === 'sending') return;
    this.#set(() => (modal.state = 'sending'));
    const outcome = await this.#act('submit', { interactionId: modal.view.interactionId, fields });
    this.#set(() => {
      if (outcome === undefined || outcome.failed) modal.state = 'failed';
      else if (this.modal === modal) this.modal = null;
    });
    if (outcome) this.#show(outcome);
  }

  async toggleReaction(message: APIMessage, emoji: string): Promise<void> {
    const mine = message.reactions?.some(({ me, emoji: { name } }) => me && name === emoji) === true;
    await this.#act(mine ? 'unreact' : 'react', { message: message.id, emoji });
  }

  async delete(message: APIMessage): Promise<void> {
    await this.#act('delete', { message: message.id });
  }

  /** Takes a message out of this person's sight: their own ephemeral ones. */
  dismiss(message: APIMessage): void {
    this.#dismissed.add(message.id);
    this.#drop(message.channel_id, message.id);
  }

  forgetSent(command: SentCommand): void {
    this.#set(() => (this.sent = this.sent.filter((other) => other !== command)));
  }

  async showPins(): Promise<void> {
    const pins = await this.#act('pins', { channel: this.channelId });
    this.#set(() => (this.pins = pins ?? null));
  }

  async speak(locale: string): Promise<void> {
    await this.#act('speak', { locale });
  }

  async reset(): Promise<void> {
    await this.#act('reset', {});
  }

  #take(event: TownEvent): void {
    switch (event.type) {
      case 'town':
        this.#settle(event.town);
        break;
      case 'reset':
        this.#forgetAll();
        break;
      case 'message':
        this.#receive(event.message);
        break;
      case 'messageGone':
        this.#drop(event.channel, event.message);
        break;
      case 'typing':
        this.#noteTyping(event.channel, event.person);
        break;
      case 'commands':
        void this.#loadCommands();
    }
  }

  /** What happened while the connection was lost was missed: everything is loaded anew. */
  #begin(): void {
    this.#set(() => {
      this.connection = 'open';
      this.#messages.clear();
    });
  }

  /** A new view of the town; at the first, and after a reset or a lost connection, everything is loaded anew. */
  #settle(town: TownView): void {
    const wasHere = this.town !== null;
    const localeChanged = this.town?.me.locale !== town.me.locale;
    this.#set(() => (this.town = town));
    const isThere = town.channels.some(({ id }) => id === this.channelId);
    if (!isThere || !wasHere || this.#messages.size === 0) {
      void this.open(isThere ? this.channelId : (town.channels[0]?.id ?? ''));
    } else if (localeChanged) void this.#loadCommands();
  }

  #forgetAll(): void {
    this.#set(() => {
      this.#messages.clear();
      for (const set of [this.unread, this.#busy, this.#failed, this.#dismissed]) set.clear();
      this.sent = [];
      this.replyTo = this.modal = this.menu = this.pins = this.highlighted = null;
    });
  }

  #receive(message: APIMessage): void {
    const { id, channel_id: channel, author } = message;
    this.#set(() => {
      const messages = this.#messages.get(channel) ?? [];
      const place = messages.findLastIndex((known) => known.id === id);
      const isNew = place < 0;
      if (this.#messages.has(channel) && !this.#dismissed.has(id)) {
        this.#messages.set(channel, isNew ? [...messages, message] : messages.with(place, message));
      }
      this.#failed.delete(id);
      this.#typing.delete(`${channel}/${author.id}`);
      if (isNew && channel !== this.channelId && author.id !== this.me?.id) this.unread.add(channel);
    });
  }

  #drop(channel: string, id: string): void {
    const kept = this.#messages.get(channel)?.filter((message) => message.id !== id);
    this.#set(() => kept && this.#messages.set(channel, kept));
  }

  #noteTyping(channel: string, person: string): void {
    if (person === this.me?.id) return;
    const key = `${channel}/${person}`;
    clearTimeout(this.#typing.get(key)?.timer);
    const timer = window.setTimeout(() => this.#set(() => this.#typing.delete(key)), typingMs);
    this.#set(() => this.#typing.set(key, { channel, person, timer }));
  }

  async #loadHistory(): Promise<void> {
    const { channelId: channel } = this;
    const history = await this.#act('history', { channel });
    if (history === undefined) return;
    const kept = history.filter(({ id }) => !this.#dismissed.has(id));
    this.#set(() => this.#messages.set(channel, kept));
  }

  async #loadCommands(): Promise<void> {
    const { channelId: channel } = this;
    if (channel === '') return;
    const commands = await this.#act('commands', { channel });
    if (channel === this.channelId) this.#set(() => (this.commands = commands ?? []));
  }

  async #send(
    { name }: CommandView,
    channel: string,
    act: () => Promise<OutcomeView | undefined>,
  ): Promise<void> {
    const after = this.#messages.get(channel)?.at(-1)?.id;
    const command: SentCommand = { id: ++this.#lastSent, channel, name, after, state: 'waiting' };
    this.#set(() => (this.sent = [...this.sent, command]));
    const outcome = await act();
    if (outcome?.failed) this.#set(() => (command.state = 'failed'));
    else this.forgetSent(command);
    if (outcome) this.#show(outcome);
  }

  async #useComponent(
    message: APIMessage,
    customId: string,
    act: () => Promise<OutcomeView | undefined>,
  ): Promise<void> {
    const key = `${message.id}/${customId}`;
    if (this.isWaiting(message)) return;
    this.#set(() => {
      this.#busy.add(key);
      this.#failed.delete(message.id);
    });
    const outcome = await act();
    this.#set(() => {
      this.#busy.delete(key);
      if (outcome?.failed) this.#failed.add(message.id);
    });
    if (outcome) this.#show(outcome);
  }

  #show({ modal }: OutcomeView): void {
    if (modal !== null) this.#set(() => (this.modal = { view: modal, state: 'open' }));
  }

  /** What the act gives; undefined if it was refused, which a remark then tells. */
  async #act<Name extends ActName>(
    act: Name,
    given: Acts[Name]['given'],
  ): Promise<Acts[Name]['gives'] | undefined> {
    try {
      return await this.#connection.act(act, given);
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  #say(remark: string): void {
    clearTimeout(this.#remarkTimer);
    this.#remarkTimer = window.setTimeout(() => this.#set(() => (this.remark = null)), remarkMs);
    this.#set(() => (this.remark = remark));
  }

  #set(change: () => void): void {
    this.version += 1;
    this.update(change);
  }
}
