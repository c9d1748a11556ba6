import {
  InteractionResponseType as Answer,
  type APIMessage,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Interaction } from '../interactions.ts';
import type { Post, World } from '../world.ts';
import { type ShownModal, showModal } from './modal.ts';

/** What a person sees after a command, a click, a choice or a sent form. Messages are as they were then. */
export interface Outcome {
  /** The bot's reply; undefined if it updated a message, opened a modal, deleted its reply or failed. */
  message: APIMessage | undefined;
  /** Whether the reply is for this person alone. */
  ephemeral: boolean;
  /** The message the component sits on, if the bot changed it. */
  updated: APIMessage | undefined;
  /** The reply and the follow-ups so far. */
  replies: APIMessage[];
  modal: ShownModal | undefined;
  /** What the client says when the bot did not answer in time. */
  failed: string | undefined;
  /** The bot deferred its reply and has not given it yet. */
  thinking: boolean;
  /** Waits for the n-th follow-up (1 is the first). */
  followUp(n?: number): Promise<APIMessage>;
}

export interface Patience {
  /** For what the bot announced or a person expects. */
  patienceMs: number;
  /** For a visible change after a silent acknowledgement. */
  quietMs: number;
}

/** Waits until there is something to see, and tells what. */
export async function outcomeOf(
  world: World,
  interaction: Interaction,
  patience: Patience,
): Promise<Outcome> {
  const { source } = interaction;
  const revision = source?.revision;
  const isAnswered = () => (interaction.state === 'waiting' ? undefined : true);
  await world.until(isAnswered, 2 ** 30, 'The interaction was never answered.');
  const visible = () => (isVisible(interaction, revision) ? true : undefined);
  const silent = interaction.answer === Answer.DeferredMessageUpdate;
  const waitMs = silent ? patience.quietMs : patience.patienceMs;
  await world.until(visible, waitMs, 'Nothing more came.').catch(() => undefined);
  return describe(world, interaction, revision, patience);
}

/** A deferred reply is there once it is filled; a silent acknowledgement once anything follows. */
function isVisible(interaction: Interaction, revision: number | undefined): boolean {
  const { answer, source, followUps, thinking } = interaction;
  if (answer === Answer.DeferredChannelMessageWithSource) return !thinking;
  if (answer !== Answer.DeferredMessageUpdate) return true;
  return followUps.length > 0 || source?.revision !== revision || (source !== undefined && !exists(source));
}

function describe(
  world: World,
  interaction: Interaction,
  revision: number | undefined,
  patience: Patience,
): Outcome {
  const { answer, original, source, followUps } = interaction;
  const replied =
    answer === Answer.ChannelMessageWithSource || answer === Answer.DeferredChannelMessageWithSource;
  const reply = replied && original !== undefined && exists(original) ? original : undefined;
  const shown = [...(reply === undefined ? [] : [reply]), ...followUps.filter(exists)];
  return {
    message: reply?.message,
    ephemeral: ((reply?.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    updated:
      source !== undefined && source.revision !== revision && exists(source) ? source.message : undefined,
    replies: shown.map(({ message }) => message),
    modal: showModal(interaction),
    failed: interaction.state === 'failed' ? failureOf(interaction) : undefined,
    thinking: interaction.thinking,
    followUp: (n = 1) => {
      const complaint = `The bot sent ${followUps.length} follow-ups, not ${n}.`;
      return world.until(() => followUps[n - 1]?.message, patience.patienceMs, complaint);
    },
  };
}

function exists(post: Post): boolean {
  return post.channel.posts.get(post.message.id) === post;
}

function failureOf({ type }: Interaction): string {
  switch (type) {
    case InteractionType.MessageComponent:
      return 'This interaction failed';
    case InteractionType.ModalSubmit:
      return 'Something went wrong. Try again.';
    case InteractionType.ApplicationCommandAutocomplete:
      return 'Loading options failed';
    default:
      return 'The application did not respond';
  }
}
