import { type APIMessage, InteractionType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { answerPings, composeMessage, type MessageBody, type Workshop, withoutReference } from './compose.ts';
import type { UploadedFile } from './files.ts';
import { type Interaction, interactionMetadata } from './interactions.ts';
import { userPayload } from './payloads.ts';
import type { Post, World } from './world.ts';

export type AnswerBody = MessageBody;

/** The bot's reply or follow-up to an interaction; ephemeral ones exist for the invoker alone. */
export function answer(
  workshop: Workshop,
  interaction: Interaction,
  body: AnswerBody,
  files: readonly UploadedFile[] = [],
): Post {
  const { world } = workshop;
  const { channel, person } = interaction;
  const draft = { channel, author: world.bot, body, files, pingsByDefault: answerPings };
  const composed = composeMessage(workshop, draft);
  const ephemeral = ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const flags = (composed.flags ?? 0) | (ephemeral ? MessageFlags.Ephemeral : 0);
  const message = { ...composed, ...answerFields(world, interaction, ephemeral), flags };
  return world.addPost({ channel, message, ...(ephemeral ? { audience: person.id } : {}) });
}

/** "… is thinking": a message still to be filled. Who may see it is settled now. */
export function defer(workshop: Workshop, interaction: Interaction, body: AnswerBody): Post {
  interaction.thinking = true;
  const post = answer(workshop, interaction, { flags: body.flags ?? 0 });
  post.message = { ...post.message, flags: (post.message.flags ?? 0) | MessageFlags.Loading };
  return post;
}

/** The first change of a deferred message is its answer, not an edit. */
export function completed(changes: Partial<APIMessage>): Partial<APIMessage> {
  return { ...changes, edited_timestamp: null, flags: (changes.flags ?? 0) & ~MessageFlags.Loading };
}

/** A public answer to a private message does not show it. */
function answerFields(
  world: World,
  interaction: Interaction,
  ephemeral: boolean,
): Partial<APIMessage> & Pick<APIMessage, 'type'> {
  const { applicationId } = world.setting;
  const repliedTo = interaction.original ?? interaction.source;
  const interaction_metadata = interactionMetadata(world, interaction);
  const fields = { application_id: applicationId, webhook_id: applicationId, interaction_metadata };
  if (repliedTo !== undefined) {
    const { id, channel_id } = repliedTo.message;
    const message_reference = { type: 0, channel_id, message_id: id };
    const hidden = repliedTo.audience !== undefined && !ephemeral;
    const referenced_message = hidden ? null : withoutReference(repliedTo.message);
    return { ...fields, type: MessageType.Reply, message_reference, referenced_message };
  }
  const { id, commandName, person, data } = interaction;
  if (commandName === undefined) return { ...fields, type: MessageType.Default };
  const type = 'target_id' in data ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
  const legacy = {
    id,
    type: InteractionType.ApplicationCommand,
    name: commandName,
    user: userPayload(person),
  };
  return { ...fields, type, interaction: legacy };
}
