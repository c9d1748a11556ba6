import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { Asker, FlowDeps } from '../flows/deps.ts';
import type { Runner } from '../flows/quiz/runner.ts';
import type { Language } from '../i18n/locales.ts';
import type { Wording } from '../i18n/translator.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { MessageData, SlashData } from './commandData.ts';
import type { CommandMention } from './commandMention.ts';
import type { DiscordCourier } from './courier.ts';
import type { ActionOf, ComponentName, FormName } from './customId.ts';
import type { Limiter } from './limiter.ts';
import type { MemberNames } from './memberNames.ts';
import type { PostingPermission } from './permissions.ts';
import type { Stage } from './quizStage.ts';
import type { Reply } from './reply.ts';
import type { ServerModeration } from './rights.ts';
import type { Choice } from './views/choices.ts';

/** What runs games, finds them a place, and knows what players are called and who moderates them all. */
export interface Quizzes {
  readonly runner: Runner;
  readonly stage: Stage;
  readonly names: MemberNames;
  readonly moderation: ServerModeration;
}

/** What every handler is given besides the interaction. */
export interface Context {
  readonly flows: FlowDeps;
  readonly asker: Asker;
  /** In a DM. */
  readonly direct: boolean;
  /** What the member lacks to write here: then the bot does not write here for them, either. */
  readonly lacking: readonly PostingPermission[];
  /** In the language that was decided for this interaction. */
  readonly wording: Wording;
  readonly inLanguage: (language: Language) => Wording;
  readonly mention: CommandMention;
  readonly pictures: Pictures;
  readonly courier: DiscordCourier;
  readonly quizzes: Quizzes;
  /** Has the schedules looked at, after one was made; does not wait for what is due. */
  readonly wake: () => void;
  /** Keeps the same pair from filling a channel; keys are `channel:pack:pair`. */
  readonly pairLimit: Limiter;
}

export interface Policy {
  /** Not in DMs. */
  readonly guildOnly: boolean;
  /** Counts towards the member's cooldown. */
  readonly cooldown: boolean;
  /** Only for who may manage messages; asked anew at every press, since a button outlives a role. */
  readonly moderatorsOnly?: true;
}

export interface SlashCommand extends Omit<Policy, 'cooldown'> {
  readonly data: SlashData;
  /** As in {@link Policy}; by its options, where it counts for some of what it can do. */
  readonly cooldown: boolean | ((interaction: ChatInputCommandInteraction) => boolean);
  /** How to ask for more time where it takes long; as the reply will be. */
  readonly deferral: (interaction: ChatInputCommandInteraction) => 'public' | 'private';
  /** The language this command was asked to answer in. */
  readonly language?: (interaction: ChatInputCommandInteraction) => Language | null;
  readonly complete?: (interaction: AutocompleteInteraction, context: Context) => Promise<Choice[]>;
  readonly run: (interaction: ChatInputCommandInteraction, context: Context) => Promise<Reply>;
}

export interface MessageCommand extends Policy {
  readonly data: MessageData;
  readonly run: (interaction: MessageContextMenuCommandInteraction, context: Context) => Promise<Reply>;
}

/** What a button or a select does. */
export interface ComponentHandler<Name extends ComponentName> extends Omit<Policy, 'guildOnly'> {
  /** It answers with a form, so it cannot ask for more time. */
  readonly opensForm?: true;
  readonly run: (
    interaction: MessageComponentInteraction,
    action: ActionOf<Name>,
    context: Context,
  ) => Promise<Reply>;
}

/** What a form does when it is sent. */
export interface FormHandler<Name extends FormName> extends Omit<Policy, 'guildOnly'> {
  readonly run: (
    interaction: ModalSubmitInteraction,
    action: ActionOf<Name>,
    context: Context,
  ) => Promise<Reply>;
}
