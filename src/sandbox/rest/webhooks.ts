import { type AnswerBody, answer, completed } from '../answers.ts';
import type { Interaction } from '../interactions.ts';
import type { Post } from '../world.ts';
import { type Backend, checkedBody, type Handler, noContent, ok, type Routes } from './backend.ts';
import { editContext, editPost } from './edit.ts';
import { refuse } from './refusal.ts';
import type { RestRequest } from './request.ts';

/** The acknowledged interaction of the token in the path. */
function interactionOf(request: RestRequest, { world, interactions }: Backend): Interaction {
  if (request.param('app') !== world.setting.applicationId) refuse('unknownWebhook');
  const interaction = interactions.find(request.param('token')) ?? refuse('invalidWebhookToken');
  return interaction.state === 'acknowledged' ? interaction : refuse('unknownWebhook');
}

/** `@original` or the id of a message this interaction brought about. */
function answerOf(request: RestRequest, interaction: Interaction): Post {
  const id = request.param('message');
  const { original, followUps } = interaction;
  const candidates = original === undefined ? followUps : [original, ...followUps];
  const post = id === '@original' ? original : candidates.find(({ message }) => message.id === id);
  if (post === undefined || post.channel.posts.get(post.message.id) !== post) refuse('unknownMessage');
  return post;
}

const followUp: Handler = (request, backend) => {
  const interaction = interactionOf(request, backend);
  const { original, thinking } = interaction;
  // Discord fills a deferred answer that is still empty with the first follow-up.
  if (thinking && original !== undefined) return ok(fill(request, backend, interaction, original).message);
  const post = answer(
    backend,
    interaction,
    checkedBody<AnswerBody>('webhookMessage', request),
    request.files,
  );
  interaction.followUps.push(post);
  backend.world.emit({ type: 'interactionChange' });
  return ok(post.message);
};

const edit: Handler = (request, backend) => {
  const interaction = interactionOf(request, backend);
  return ok(fill(request, backend, interaction, answerOf(request, interaction)).message);
};

function fill(request: RestRequest, backend: Backend, interaction: Interaction, post: Post): Post {
  const body = checkedBody<AnswerBody>('webhookEdit', request, editContext(post));
  const completes = interaction.thinking && post === interaction.original;
  editPost(backend, post, body, request.files, (changes) => {
    if (completes) interaction.thinking = false;
    return completes ? completed(changes) : changes;
  });
  return post;
}

const remove: Handler = (request, backend) => {
  const interaction = interactionOf(request, backend);
  const post = answerOf(request, interaction);
  if (post === interaction.original) interaction.thinking = false;
  backend.world.deletePost(post);
  return noContent;
};

const read: Handler = (request, backend) => ok(answerOf(request, interactionOf(request, backend)).message);

export const webhookRoutes: Routes = {
  'POST /webhooks/:app/:token': followUp,
  'GET /webhooks/:app/:token/messages/:message': read,
  'PATCH /webhooks/:app/:token/messages/:message': edit,
  'DELETE /webhooks/:app/:token/messages/:message': remove,
};
