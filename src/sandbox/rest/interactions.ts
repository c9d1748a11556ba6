import {
  InteractionResponseType as Answer,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { answerPings, composeMessage, type MessageBody, numbered, referenceTo } from '../compose.ts';
import { type Interaction, interactionMetadata } from '../interactions.ts';
import { userPayload } from '../payloads.ts';
import { isObject, notOneOf } from '../problem.ts';
import { isPosted, type Post } from '../world.ts';
import { type Call, checkedBody, type Handler, type Routes } from './backend.ts';
import { editContext, editPost } from './messages.ts';
import { refuse, refuseProblems } from './refusal.ts';

interface CallbackBody {
  type: Answer;
  data?: MessageBody & Partial<Pick<Interaction, 'choices'>>;
}

/** The first response, within the limit and only once. */
const callback: Handler = (call) => {
  const { interactions, world, param, query } = call;
  const interaction = interactions.find(param('token'));
  if (interaction?.id !== param('id') || interaction.state === 'failed') refuse('unknownInteraction');
  if (interaction.state === 'acknowledged') refuse('alreadyAcknowledged');
  const updates = isObject(call.body) && call.body['type'] === Answer.UpdateMessage;
  const context = updates && interaction.source ? editContext(interaction.source) : {};
  const body = checkedBody<CallbackBody>('interactionCallback', call, context);
  const allowed = allowedAnswers(interaction);
  if (!allowed.includes(body.type)) refuseProblems([notOneOf('type', allowed)]);
  carryOut(call, interaction, body);
  interactions.acknowledge(interaction, body.type);
  world.emit({ type: 'interactionChange' });
  return query.get('with_response') === 'true' ? withResource(interaction, body.type) : undefined;
};

/** An update needs a message to update; a modal cannot answer a modal; autocomplete takes choices alone. */
function allowedAnswers({ type, source }: Interaction): Answer[] {
  if (type === InteractionType.ApplicationCommandAutocomplete)
    return [Answer.ApplicationCommandAutocompleteResult];
  return [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    ...(source === undefined ? [] : [Answer.DeferredMessageUpdate, Answer.UpdateMessage]),
    ...(type === InteractionType.ModalSubmit ? [] : [Answer.Modal]),
  ];
}

function carryOut(call: Call, interaction: Interaction, { type, data = {} }: CallbackBody): void {
  const { source } = interaction;
  switch (type) {
    case Answer.ChannelMessageWithSource:
      interaction.original = answer(call, interaction, data);
      break;
    case Answer.DeferredChannelMessageWithSource:
      interaction.thinking = true;
      interaction.original = answer(call, interaction, { flags: data.flags ?? 0 });
      break;
    case Answer.ApplicationCommandAutocompleteResult:
      interaction.choices = data.choices ?? [];
      break;
    case Answer.Modal:
      interaction.modal = data as APIModalInteractionResponseCallbackData;
      numbered(interaction.modal.components);
      break;
    default:
      if (source === undefined) return;
      if (type === Answer.UpdateMessage) editPost(call, source, data);
      interaction.original = source;
  }
}

function withResource({ id, type, original, thinking }: Interaction, answered: Answer): object {
  const shown = original !== undefined && answered !== Answer.DeferredMessageUpdate;
  return {
    interaction: {
      id,
      type,
      ...(original === undefined ? {} : { response_message_id: original.message.id }),
      response_message_loading: thinking,
      response_message_ephemeral: ((original?.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    },
    resource: { type: answered, ...(shown ? { message: original.message } : {}) },
  };
}

/**
 * The bot's reply or follow-up; an ephemeral one exists for the invoker alone. While the bot is thinking, it
 * is still to be filled, but who may see it is settled.
 */
function answer(call: Call, interaction: Interaction, body: MessageBody): Post {
  const { world, uploads } = call;
  const { channel, person, thinking } = interaction;
  const composed = composeMessage(call, {
    channel,
    author: world.bot,
    body,
    uploads,
    pingsByDefault: answerPings,
  });
  const ephemeral = (body.flags ?? 0) & MessageFlags.Ephemeral;
  const flags = (composed.flags ?? 0) | ephemeral | (thinking ? MessageFlags.Loading : 0);
  const message = { ...composed, ...answerFields(call, interaction, ephemeral !== 0), flags };
  return world.addPost({ channel, message, ...(ephemeral === 0 ? {} : { audience: person.id }) });
}

/** What marks a message as an answer. A public answer to a private message does not show it. */
function answerFields({ world }: Call, interaction: Interaction, ephemeral: boolean) {
  const { id, commandName: name, person, data, source } = interaction;
  const { applicationId } = world.setting;
  const interaction_metadata = interactionMetadata(world, interaction);
  const fields = { application_id: applicationId, webhook_id: applicationId, interaction_metadata };
  const repliedTo = interaction.original ?? source;
  if (repliedTo !== undefined) {
    const isHidden = repliedTo.audience !== undefined && !ephemeral;
    return { ...fields, type: MessageType.Reply, ...referenceTo(repliedTo, isHidden) };
  }
  if (name === undefined) return { ...fields, type: MessageType.Default };
  const type = 'target_id' in data ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
  // Deprecated, yet the only place where a message tells the name of the command.
  const used = { id, type: InteractionType.ApplicationCommand as const, name, user: userPayload(person) };
  return { ...fields, type, interaction: used };
}

/** The acknowledged interaction of the token in the path. */
function interactionOf({ world, interactions, param }: Call): Interaction {
  if (param('app') !== world.setting.applicationId) refuse('unknownWebhook');
  const interaction = interactions.find(param('token')) ?? refuse('invalidWebhookToken');
  return interaction.state === 'acknowledged' ? interaction : refuse('unknownWebhook');
}

/** `@original` or the id of a message this interaction brought about. */
function answerOf({ param }: Call, { original, followUps }: Interaction): Post {
  const id = param('message');
  const post =
    id === '@original' ? original : [original, ...followUps].find((each) => each?.message.id === id);
  return post !== undefined && isPosted(post) ? post : refuse('unknownMessage');
}

const followUp: Handler = (call) => {
  const interaction = interactionOf(call);
  const { original, thinking } = interaction;
  // Discord fills a deferred answer that is still empty with the first follow-up.
  if (thinking && original !== undefined) return fill(call, interaction, original);
  const post = answer(call, interaction, checkedBody<MessageBody>('webhookMessage', call));
  interaction.followUps.push(post);
  call.world.emit({ type: 'interactionChange' });
  return post.message;
};

const editAnswer: Handler = (call) => {
  const interaction = interactionOf(call);
  return fill(call, interaction, answerOf(call, interaction));
};

/** The first change of a deferred message is its answer, not an edit. */
function fill(call: Call, interaction: Interaction, post: Post): APIMessage {
  const body = checkedBody<MessageBody>('webhookEdit', call, editContext(post));
  editPost(call, post, body, (changes) => {
    if (!interaction.thinking || post !== interaction.original) return changes;
    interaction.thinking = false;
    return { ...changes, edited_timestamp: null, flags: (changes.flags ?? 0) & ~MessageFlags.Loading };
  });
  return post.message;
}

const deleteAnswer: Handler = (call) => {
  const interaction = interactionOf(call);
  const post = answerOf(call, interaction);
  if (post === interaction.original) interaction.thinking = false;
  call.world.deletePost(post);
};

const answers = '/webhooks/:app/:token';

/** The first response to an interaction, and what its token lets the bot do from then on. */
export const interactionRoutes: Routes = {
  'POST /interactions/:id/:token/callback': callback,
  [`POST ${answers}`]: followUp,
  [`GET ${answers}/messages/:message`]: (call) => answerOf(call, interactionOf(call)).message,
  [`PATCH ${answers}/messages/:message`]: editAnswer,
  [`DELETE ${answers}/messages/:message`]: deleteAnswer,
};
