import {
  InteractionResponseType as Answer,
  type APIMessage,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Interaction } from '../interactions.ts';
import { isPosted, type Post, type World } from '../world.ts';
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
  { patienceMs, quietMs }: Patience,
): Promise<Outcome> {
  const { source, followUps } = interaction;
  const revision = source?.revision;
  const sourceChanged = () => source !== undefined && (source.revision !== revision || !isPosted(source));
  /** A deferred reply is there once it is filled; a silent acknowledgement once anything follows. */
  const isVisible = () => {
    if (interaction.answer === Answer.DeferredChannelMessageWithSource) return !interaction.thinking;
    const isSilent = interaction.answer === Answer.DeferredMessageUpdate;
    return !isSilent || followUps.length > 0 || sourceChanged();
  };
  const isAnswered = () => interaction.state !== 'waiting' || undefined;
  await world.until(isAnswered, 2 ** 30, 'The interaction was never answered.');
  const waitMs = interaction.answer === Answer.DeferredMessageUpdate ? quietMs : patienceMs;
  await world.until(() => isVisible() || undefined, waitMs, 'Nothing more came.').catch(() => undefined);
  const reply = replyOf(interaction);
  const shown = [...(reply ? [reply] : []), ...followUps].filter(isPosted);
  return {
    message: reply?.message,
    ephemeral: ((reply?.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    updated: source !== undefined && sourceChanged() && isPosted(source) ? source.message : undefined,
    replies: shown.map(({ message }) => message),
    modal: showModal(interaction),
    failed: interaction.state === 'failed' ? failures[interaction.type] : undefined,
    thinking: interaction.thinking,
    followUp: (n = 1) => {
      const complaint = `The bot sent ${followUps.length} follow-ups, not ${n}.`;
      return world.until(() => followUps[n - 1]?.message, patienceMs, complaint);
    },
  };
}

function replyOf({ answer, original }: Interaction): Post | undefined {
  const replied =
    answer === Answer.ChannelMessageWithSource || answer === Answer.DeferredChannelMessageWithSource;
  return replied && original !== undefined && isPosted(original) ? original : undefined;
}

const failures: Readonly<Record<Interaction['type'], string>> = {
  [InteractionType.ApplicationCommand]: 'The application did not respond',
  [InteractionType.MessageComponent]: 'This interaction failed',
  [InteractionType.ApplicationCommandAutocomplete]: 'Loading options failed',
  [InteractionType.ModalSubmit]: 'Something went wrong. Try again.',
};
