import { PermissionFlagsBits as Flags } from 'discord-api-types/v10';
import { userPayload } from '../payloads.ts';
import { addReaction, type Emoji, emojiKey, parseEmoji, removeReaction } from '../reactions.ts';
import {
  type Backend,
  type Handler,
  needPermission,
  noContent,
  ok,
  type Routes,
  seenChannel,
  seenPost,
} from './backend.ts';
import { refuse } from './refusal.ts';
import type { RestRequest } from './request.ts';

function emojiOf(request: RestRequest): Emoji {
  return parseEmoji(request.param('emoji')) ?? refuse('unknownEmoji');
}

const react: Handler = (request, backend) => {
  const post = seenPost(request, backend);
  const emoji = emojiOf(request);
  needPermission(backend, post.channel, Flags.ReadMessageHistory);
  if (!post.reactions.has(emojiKey(emoji))) needPermission(backend, post.channel, Flags.AddReactions);
  if (!addReaction(backend.world, post, backend.world.bot, emoji)) refuse('tooManyReactions');
  return noContent;
};

const takeBack: Handler = (request, backend) => {
  removeReaction(backend.world, seenPost(request, backend), backend.world.bot, emojiOf(request));
  return noContent;
};

const removeAnothers: Handler = (request, backend) => {
  const post = seenPost(request, backend);
  needPermission(backend, post.channel, Flags.ManageMessages);
  const person = backend.world.people.get(request.param('user')) ?? refuse('unknownUser');
  removeReaction(backend.world, post, person, emojiOf(request));
  return noContent;
};

/** All of one emoji, or all at all. */
function clear(request: RestRequest, backend: Backend, only?: string) {
  const post = seenPost(request, backend);
  needPermission(backend, post.channel, Flags.ManageMessages);
  for (const [key, ids] of [...post.reactions]) {
    const emoji = parseEmoji(key);
    if (emoji === undefined || (only !== undefined && only !== key)) continue;
    for (const id of ids) removeReaction(backend.world, post, backend.world.person(id), emoji);
  }
  return noContent;
}

const listUsers: Handler = (request, backend) => {
  const ids = seenPost(request, backend).reactions.get(emojiKey(emojiOf(request))) ?? [];
  return ok(ids.map((id) => userPayload(backend.world.person(id))));
};

const type: Handler = (request, backend) => {
  const channel = seenChannel(request, backend);
  needPermission(backend, channel, Flags.SendMessages);
  backend.world.emit({ type: 'typing', channel, person: backend.world.bot });
  return noContent;
};

const reactions = '/channels/:channel/messages/:message/reactions';

export const reactionRoutes: Routes = {
  [`PUT ${reactions}/:emoji/@me`]: react,
  [`DELETE ${reactions}/:emoji/@me`]: takeBack,
  [`DELETE ${reactions}/:emoji/:user`]: removeAnothers,
  [`DELETE ${reactions}/:emoji`]: (request, backend) => clear(request, backend, emojiKey(emojiOf(request))),
  [`DELETE ${reactions}`]: (request, backend) => clear(request, backend),
  [`GET ${reactions}/:emoji`]: listUsers,
  'POST /channels/:channel/typing': type,
};
