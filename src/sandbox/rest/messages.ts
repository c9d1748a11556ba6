import { ChannelType, PermissionFlagsBits as Flags, MessageFlags } from 'discord-api-types/v10';
import { composeMessage, type MessageBody, messagePings, timestamp } from '../compose.ts';
import { messageForBot } from '../payloads.ts';
import { isNewer } from '../snowflake.ts';
import type { Channel, Post } from '../world.ts';
import {
  type Backend,
  checkedBody,
  type Handler,
  needPermission,
  noContent,
  ok,
  type Routes,
  seenChannel,
  seenPost,
} from './backend.ts';
import { editContext, editPost } from './edit.ts';
import { refuse, refuseProblems } from './refusal.ts';
import type { RestRequest } from './request.ts';

interface CreateBody extends MessageBody {
  message_reference?: { message_id?: string; fail_if_not_exists?: boolean | null } | null;
  enforce_nonce?: boolean | null;
}

const createMessage: Handler = (request, backend) => {
  const channel = seenChannel(request, backend);
  const body = checkedBody<CreateBody>('channelMessage', request);
  checkMayWrite(backend, channel, body, request.files.length);
  const repeated = body.enforce_nonce ? findNonce(channel, backend, body.nonce) : undefined;
  if (repeated !== undefined) return ok(repeated.message);
  const replyTo = repliedPost(channel, backend, body);
  const { world } = backend;
  const draft = {
    channel,
    author: world.bot,
    body,
    files: request.files,
    replyTo,
    pingsByDefault: messagePings,
  };
  return ok(world.addPost({ channel, message: composeMessage(backend, draft) }).message);
};

function checkMayWrite(backend: Backend, channel: Channel, body: MessageBody, files: number): void {
  const { recipient, posts } = channel;
  if (recipient !== undefined) {
    const wroteFirst = [...posts.values()].some(({ message }) => message.author.id === recipient.id);
    if (!recipient.acceptsDirectMessages && !wroteFirst) refuse('cannotMessageUser');
    return;
  }
  needPermission(
    backend,
    channel,
    channel.thread === undefined ? Flags.SendMessages : Flags.SendMessagesInThreads,
  );
  if (body.embeds?.length) needPermission(backend, channel, Flags.EmbedLinks);
  if (files > 0) needPermission(backend, channel, Flags.AttachFiles);
}

function findNonce(channel: Channel, { world }: Backend, nonce: MessageBody['nonce']): Post | undefined {
  if (nonce === undefined || nonce === null) return undefined;
  return [...channel.posts.values()].find(
    ({ message }) => message.nonce === nonce && message.author.id === world.bot.id,
  );
}

function repliedPost(
  channel: Channel,
  backend: Backend,
  { message_reference }: CreateBody,
): Post | undefined {
  if (!message_reference?.message_id) return undefined;
  if (!backend.world.may(backend.world.bot, channel, Flags.ReadMessageHistory)) refuse('replyWithoutHistory');
  const post = channel.posts.get(message_reference.message_id);
  if (post === undefined && message_reference.fail_if_not_exists !== false) {
    const code = 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE';
    refuseProblems([{ path: 'message_reference', code, message: 'Unknown message' }]);
  }
  return post;
}

const getMessage: Handler = (request, backend) => {
  const post = seenPost(request, backend);
  needPermission(backend, post.channel, Flags.ReadMessageHistory);
  return ok(messageForBot(backend.world, post, backend.botReadsContent()));
};

const listMessages: Handler = (request, backend) => {
  const channel = seenChannel(request, backend);
  if (!backend.world.may(backend.world.bot, channel, Flags.ReadMessageHistory)) return ok([]);
  const posts = [...channel.posts.values()].filter(({ audience }) => audience === undefined);
  const page = pageOf(posts, request.query).reverse();
  return ok(page.map((post) => messageForBot(backend.world, post, backend.botReadsContent())));
};

/** Oldest first. `after` takes the oldest newer ones, everything else the newest. */
function pageOf(posts: Post[], query: URLSearchParams): Post[] {
  const limit = Math.min(Math.max(Number(query.get('limit') ?? 50), 1), 100);
  const [after, before, around] = ['after', 'before', 'around'].map((key) => query.get(key));
  if (after) return posts.filter(({ message }) => isNewer(message.id, after)).slice(0, limit);
  if (before) return posts.filter(({ message }) => isNewer(before, message.id)).slice(-limit);
  if (!around) return posts.slice(-limit);
  const newerFrom = posts.findIndex(({ message }) => !isNewer(around, message.id));
  const start = Math.max((newerFrom === -1 ? posts.length : newerFrom) - Math.floor(limit / 2), 0);
  return posts.slice(start, start + limit);
}

const editMessage: Handler = (request, backend) => {
  const post = seenPost(request, backend);
  if (post.message.author.id !== backend.world.bot.id) refuse('notAuthor');
  const body = checkedBody<MessageBody>('channelMessageEdit', request, editContext(post));
  editPost(backend, post, body, request.files);
  return ok(post.message);
};

const deleteMessage: Handler = (request, backend) => {
  const post = seenPost(request, backend);
  if (post.message.author.id !== backend.world.bot.id) {
    if (post.channel.type === ChannelType.DM) refuse('dmForbidden');
    needPermission(backend, post.channel, Flags.ManageMessages);
  }
  backend.world.deletePost(post);
  return noContent;
};

const bulkDelete: Handler = (request, backend) => {
  const channel = seenChannel(request, backend);
  needPermission(backend, channel, Flags.ManageMessages);
  const { messages } = (request.body ?? {}) as { messages?: unknown };
  if (!Array.isArray(messages) || messages.length < 2 || messages.length > 100) refuse('badBulkDelete');
  for (const id of messages) {
    const post = channel.posts.get(String(id));
    if (post !== undefined) backend.world.deletePost(post);
  }
  return noContent;
};

const crosspost: Handler = (request, backend) => {
  const post = seenPost(request, backend);
  const { message, channel } = post;
  if (channel.type !== ChannelType.GuildAnnouncement) refuse('wrongChannelType');
  const own = message.author.id === backend.world.bot.id;
  needPermission(backend, channel, own ? Flags.SendMessages : Flags.ManageMessages);
  const flags = message.flags ?? 0;
  if ((flags & MessageFlags.Crossposted) !== 0) refuse('alreadyCrossposted');
  backend.world.changePost(post, { flags: flags | MessageFlags.Crossposted });
  return ok(post.message);
};

/** Discord keeps 250 pins a channel (50 until 2025). */
const pinLimit = 250;

const pin: Handler = (request, backend) => {
  const post = seenPost(request, backend);
  const { channel, message } = post;
  needPermission(backend, channel, Flags.PinMessages);
  if (channel.pins.size >= pinLimit) refuse('tooManyPins');
  if (!channel.pins.has(message.id)) channel.pins.set(message.id, timestamp(backend.world));
  backend.world.changePost(post, { pinned: true });
  backend.world.emit({ type: 'pinsUpdate', channel });
  return noContent;
};

const unpin: Handler = (request, backend) => {
  const post = seenPost(request, backend);
  needPermission(backend, post.channel, Flags.PinMessages);
  post.channel.pins.delete(post.message.id);
  backend.world.changePost(post, { pinned: false });
  backend.world.emit({ type: 'pinsUpdate', channel: post.channel });
  return noContent;
};

/** Newest pin first. */
function pinnedItems(request: RestRequest, backend: Backend): { pinned_at: string; message: unknown }[] {
  const channel = seenChannel(request, backend);
  const withContent = backend.botReadsContent();
  const items = [...channel.pins].flatMap(([id, pinned_at]) => {
    const post = channel.posts.get(id);
    return post === undefined
      ? []
      : [{ pinned_at, message: messageForBot(backend.world, post, withContent) }];
  });
  return items.reverse();
}

export const messageRoutes: Routes = {
  'POST /channels/:channel/messages': createMessage,
  'GET /channels/:channel/messages': listMessages,
  'POST /channels/:channel/messages/bulk-delete': bulkDelete,
  'GET /channels/:channel/messages/pins': (request, backend) =>
    ok({ items: pinnedItems(request, backend), has_more: false }),
  'PUT /channels/:channel/messages/pins/:message': pin,
  'DELETE /channels/:channel/messages/pins/:message': unpin,
  'GET /channels/:channel/pins': (request, backend) =>
    ok(pinnedItems(request, backend).map(({ message }) => message)),
  'PUT /channels/:channel/pins/:message': pin,
  'DELETE /channels/:channel/pins/:message': unpin,
  'GET /channels/:channel/messages/:message': getMessage,
  'PATCH /channels/:channel/messages/:message': editMessage,
  'DELETE /channels/:channel/messages/:message': deleteMessage,
  'POST /channels/:channel/messages/:message/crosspost': crosspost,
};
