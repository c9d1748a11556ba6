import { InteractionResponseType as Answer, InteractionType, MessageFlags } from 'discord-api-types/v10';
import { type AnswerBody, answer, defer } from '../answers.ts';
import type { Interaction } from '../interactions.ts';
import { isObject, notOneOf } from '../problem.ts';
import { type Backend, checkedBody, type Handler, noContent, ok, type Routes } from './backend.ts';
import { editContext, editPost } from './edit.ts';
import { refuse, refuseProblems } from './refusal.ts';
import type { RestRequest } from './request.ts';

interface CallbackBody {
  type: Answer;
  data?: AnswerBody & Partial<Pick<Interaction, 'choices'>>;
}

/** `POST /interactions/:id/:token/callback`: the first response, within the limit and only once. */
const callback: Handler = (request, backend) => {
  const interaction = backend.interactions.find(request.param('token'));
  if (interaction?.id !== request.param('id') || interaction.state === 'failed') refuse('unknownInteraction');
  if (interaction.state === 'acknowledged') refuse('alreadyAcknowledged');
  const context = updates(request.body) && interaction.source ? editContext(interaction.source) : {};
  const { type, data = {} } = checkedBody<CallbackBody>('interactionCallback', request, context);
  const allowed = allowedAnswers(interaction);
  if (!allowed.includes(type)) refuseProblems([notOneOf('type', allowed)]);
  carryOut(request, backend, interaction, type, data);
  backend.interactions.acknowledge(interaction, type);
  backend.world.emit({ type: 'interactionChange' });
  return request.query.get('with_response') === 'true' ? ok(withResource(interaction, type)) : noContent;
};

function updates(body: unknown): boolean {
  return isObject(body) && body['type'] === Answer.UpdateMessage;
}

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

function carryOut(
  request: RestRequest,
  backend: Backend,
  interaction: Interaction,
  type: Answer,
  data: NonNullable<CallbackBody['data']>,
): void {
  const { source } = interaction;
  switch (type) {
    case Answer.ChannelMessageWithSource:
      interaction.original = answer(backend, interaction, data, request.files);
      break;
    case Answer.DeferredChannelMessageWithSource:
      interaction.original = defer(backend, interaction, data);
      break;
    case Answer.ApplicationCommandAutocompleteResult:
      interaction.choices = data.choices ?? [];
      break;
    case Answer.Modal:
      interaction.modal = data as unknown as NonNullable<Interaction['modal']>;
      break;
    default:
      if (source === undefined) return;
      if (type === Answer.UpdateMessage) editPost(backend, source, data, request.files);
      interaction.original = source;
  }
}

function withResource(interaction: Interaction, type: Answer): object {
  const { id, original, thinking } = interaction;
  const flags = original?.message.flags ?? 0;
  const shown = original !== undefined && type !== Answer.DeferredMessageUpdate;
  return {
    interaction: {
      id,
      type: interaction.type,
      ...(original === undefined ? {} : { response_message_id: original.message.id }),
      response_message_loading: thinking,
      response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
    },
    resource: { type, ...(shown ? { message: original.message } : {}) },
  };
}

export const interactionRoutes: Routes = { 'POST /interactions/:id/:token/callback': callback };
