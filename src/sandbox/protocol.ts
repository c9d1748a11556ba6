import type { APIMessage } from 'discord-api-types/v10';

/**
 * What passes between a browser tab and the sandbox, as JSON over one WebSocket. Types alone: the page is
 * bundled for the browser, the other end runs in Node, and neither imports the other.
 */

export interface PersonView {
  readonly id: string;
  /** The user name, as in `@mina`. */
  readonly name: string;
  readonly displayName: string;
  readonly isBot: boolean;
  readonly locale: string;
  /** Names of the roles, highest first; without @everyone. */
  readonly roles: readonly string[];
  /** `#rrggbb` of the highest role that has a colour. */
  readonly color: string | null;
}

export interface RoleView {
  readonly id: string;
  readonly name: string;
  readonly color: string | null;
}

/** A channel that the person of the tab can see, and what they may do there. */
export interface ChannelView {
  readonly id: string;
  /** Discord's number: 0 text, 1 direct messages with the bot, 5 announcements, 10 to 12 threads. */
  readonly type: number;
  readonly name: string;
  readonly topic: string | null;
  /** Of a thread. */
  readonly parentId: string | null;
  readonly mayWrite: boolean;
  readonly mayReact: boolean;
  readonly mayUseCommands: boolean;
  /** Delete others' messages. */
  readonly mayModerate: boolean;
}

/** Everything a tab needs before the first message. */
export interface TownView {
  readonly guild: { readonly id: string; readonly name: string };
  readonly me: PersonView;
  readonly bot: PersonView;
  readonly botIsOnline: boolean;
  /** All of them, the bot among them. */
  readonly people: readonly PersonView[];
  /** Highest first; @everyone is not among them. */
  readonly roles: readonly RoleView[];
  /** In the order of the list: the guild's, each followed by its threads, then the direct messages. */
  readonly channels: readonly ChannelView[];
}

/** A command as the person's client shows it: names and descriptions in their language. */
export interface CommandView {
  /** What the bot knows it by, with subcommands: `quiz start`. */
  readonly path: string;
  /** The id that stands in `</name:id>`. */
  readonly id: string;
  /** 1 slash command, 2 of a person's menu, 3 of a message's menu. */
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionView[];
}

export interface OptionView {
  /** What the bot knows it by. */
  readonly key: string;
  /** Discord's number: 3 text, 4 integer, 5 yes or no, 6 user, 7 channel, 8 role, 9 user or role, 10 number, 11 file. */
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly autocompletes: boolean;
  /** Only these may be given; empty: anything. */
  readonly choices: readonly ChoiceView[];
  /** Of a channel option; empty: any. */
  readonly channelTypes: readonly number[];
  /** Lengths of a text or bounds of a number. */
  readonly least: number | null;
  readonly most: number | null;
}

export interface ChoiceView {
  readonly name: string;
  readonly value: string | number;
}

/** A file on its way to the bot. */
export interface FileView {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

export type GivenOption = string | number | boolean | FileView;
export type GivenField = string | boolean | readonly string[] | readonly FileView[];

/** A modal as Discord's API has it; `components` are labels, texts and action rows. */
export interface ModalView {
  /** Goes back with what was filled in. */
  readonly interactionId: string;
  readonly title: string;
  readonly components: readonly object[];
}

/** What came of a command, a click, a choice or a sent modal, beside the messages, which arrive as events. */
export interface OutcomeView {
  /** The bot did not answer in time. */
  readonly failed: boolean;
  readonly modal: ModalView | null;
}

/** What a person can do, and what each gives back. Ids are Discord's; `channel` and `message` are ids. */
export interface Acts {
  history: { given: { channel: string }; gives: readonly APIMessage[] };
  pins: { given: { channel: string }; gives: readonly APIMessage[] };
  commands: { given: { channel: string }; gives: readonly CommandView[] };
  say: { given: { channel: string; text: string; replyTo?: string; ping?: boolean }; gives: null };
  typing: { given: { channel: string }; gives: null };
  command: {
    given: { channel: string; path: string; options: Record<string, GivenOption> };
    gives: OutcomeView;
  };
  autocomplete: {
    given: {
      channel: string;
      path: string;
      option: string;
      text: string;
      others: Record<string, GivenOption>;
    };
    gives: readonly ChoiceView[];
  };
  messageCommand: { given: { message: string; path: string }; gives: OutcomeView };
  userCommand: { given: { channel: string; user: string; path: string }; gives: OutcomeView };
  click: { given: { message: string; customId: string }; gives: OutcomeView };
  /** Values of options, or ids of users, roles and channels. */
  select: { given: { message: string; customId: string; values: readonly string[] }; gives: OutcomeView };
  /** Fields by custom id. */
  submit: { given: { interactionId: string; fields: Record<string, GivenField> }; gives: OutcomeView };
  react: { given: { message: string; emoji: string }; gives: null };
  unreact: { given: { message: string; emoji: string }; gives: null };
  delete: { given: { message: string }; gives: null };
  /** Changes the language of the person's client. */
  speak: { given: { locale: string }; gives: null };
  /** Everything back to how it began, for everybody. */
  reset: { given: object; gives: null };
}

export type ActName = keyof Acts;

/** From a tab: one act. `id` comes back with what it gave. */
export type Request = {
  [Name in ActName]: { readonly id: number; readonly act: Name; readonly given: Acts[Name]['given'] };
}[ActName];

/** To a tab: what an act gave, why it was not possible, or what happened. */
export type Notice =
  | { readonly type: 'done'; readonly id: number; readonly gives: unknown }
  | { readonly type: 'refused'; readonly id: number; readonly why: string }
  /** At the start, and whenever people, roles, channels, permissions or languages changed. */
  | { readonly type: 'town'; readonly town: TownView }
  /** Everything was reset: forget all messages. */
  | { readonly type: 'reset' }
  /** A new message, or a new state of a known one. `reactions[].me` is about the person of the tab. */
  | { readonly type: 'message'; readonly message: APIMessage }
  | { readonly type: 'messageGone'; readonly channel: string; readonly message: string }
  | { readonly type: 'typing'; readonly channel: string; readonly person: string }
  /** Commands were registered: what `commands` gave is out of date. */
  | { readonly type: 'commands' };
