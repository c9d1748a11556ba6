import { type APIMessage, ChannelType, PermissionFlagsBits as Flags } from 'discord-api-types/v10';
import { composeEdit, composeMessage, isBlank, isV2, type MessageBody } from '../compose.ts';
import { legacyFieldRules } from '../overlay/messages.ts';
import { messageForBot } from '../payloads.ts';
import { addReaction, parseEmoji, removeReaction } from '../reactions.ts';
import { isNewer } from '../snowflake.ts';
import type { BodyContext } from '../validate.ts';
import type { Channel, Post } from '../world.ts';
import {
  type Call,
  checkedBody,
  type Handler,
  needPermission,
  type Routes,
  seenChannel,
  seenPost,
} from './backend.ts';
import { refuse, refuseProblems } from './refusal.ts';

interface CreateBody extends MessageBody {
  message_reference?: { message_id?: string; fail_if_not_exists?: boolean | null } | null;
  enforce_nonce?: boolean | null;
}

const createMessage: Handler = (call) => {
  const { world, uploads } = call;
  const channel = seenChannel(call);
  const body = checkedBody<CreateBody>('channelMessage', call);
  checkMayWrite(call, channel, body);
  const repeated = body.enforce_nonce ? findNonce(call, channel, body.nonce) : undefined;
  if (repeated !== undefined) return repeated.message;
  const draft = { channel, author: world.bot, body, uploads, replyTo: repliedPost(call, channel, body) };
  return world.addPost({ channel, message: composeMessage(call, draft) }).message;
};

function checkMayWrite(call: Call, channel: Channel, { embeds }: MessageBody): void {
  const { recipient, posts, thread } = channel;
  if (recipient !== undefined) {
    const wroteFirst = [...posts.values()].some(({ message }) => message.author.id === recipient.id);
    if (!recipient.acceptsDirectMessages && !wroteFirst) refuse('cannotMessageUser');
    return;
  }
  needPermission(call, channel, thread === undefined ? Flags.SendMessages : Flags.SendMessagesInThreads);
  if (embeds?.length) needPermission(call, channel, Flags.EmbedLinks);
  if (call.uploads.length > 0) needPermission(call, channel, Flags.AttachFiles);
}

function findNonce({ world }: Call, { posts }: Channel, nonce: MessageBody['nonce']): Post | undefined {
  if (nonce === undefined || nonce === null) return undefined;
  return [...posts.values()].find(({ message }) => {
    return message.nonce === nonce && message.author.id === world.bot.id;
  });
}

function repliedPost({ world }: Call, channel: Channel, { message_reference }: CreateBody): Post | undefined {
  if (!message_reference?.message_id) return undefined;
  if (!world.may(world.bot, channel, Flags.ReadMessageHistory)) refuse('replyWithoutHistory');
  const post = channel.posts.get(message_reference.message_id);
  if (post === undefined && message_reference.fail_if_not_exists !== false) {
    const code = 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE';
    refuseProblems([{ path: 'message_reference', code, message: 'Unknown message' }]);
  }
  return post;
}

const getMessage: Handler = (call) => {
  const post = seenPost(call);
  needPermission(call, post.channel, Flags.ReadMessageHistory);
  return messageForBot(call.world, post, call.botReadsContent());
};

const listMessages: Handler = (call) => {
  const { world } = call;
  const channel = seenChannel(call);
  if (!world.may(world.bot, channel, Flags.ReadMessageHistory)) return [];
  const posts = [...channel.posts.values()].filter(({ audience }) => audience === undefined);
  return pageOf(posts, call.query)
    .reverse()
    .map((post) => messageForBot(world, post, call.botReadsContent()));
};

/** Oldest first. `after` takes the oldest newer ones, everything else the newest. */
function pageOf(posts: Post[], query: URLSearchParams): Post[] {
  const limit = Math.min(Math.max(Number(query.get('limit') ?? 50), 1), 100);
  const [after, before, around] = ['after', 'before', 'around'].map((key) => query.get(key));
  if (after) return posts.filter(({ message }) => isNewer(message.id, after)).slice(0, limit);
  if (before) return posts.filter(({ message }) => isNewer(before, message.id)).slice(-limit);
  if (!around) return posts.slice(-limit);
  const older = posts.filter(({ message }) => isNewer(around, message.id)).length;
  const start = Math.max(older - Math.floor(limit / 2), 0);
  return posts.slice(start, start + limit);
}

const editMessage: Handler = (call) => {
  const post = seenPost(call);
  if (post.message.author.id !== call.world.bot.id) refuse('notAuthor');
  editPost(call, post, checkedBody<MessageBody>('channelMessageEdit', call, editContext(post)));
  return post.message;
};

/** What the validator must know of the message that a body edits. */
export function editContext({ message }: Post): BodyContext {
  return { componentsV2: isV2(message), files: message.attachments.map(({ filename }) => filename) };
}

/** Edits a post by a validated body, whichever route it came through; refuses what would be left of it. */
export function editPost(
  call: Call,
  post: Post,
  body: MessageBody,
  finish: (changes: Partial<APIMessage>) => Partial<APIMessage> = (changes) => changes,
): void {
  const changes = composeEdit(call, post, body, call.uploads);
  const edited = { ...post.message, ...changes };
  if (isV2(edited)) refuseProblems([...legacyFieldRules({ ...edited }, '')]);
  if (isBlank(edited)) refuse('emptyMessage');
  call.world.changePost(post, finish(changes));
}

const deleteMessage: Handler = (call) => {
  const { world } = call;
  const post = seenPost(call);
  if (post.message.author.id !== world.bot.id) {
    if (post.channel.type === ChannelType.DM) refuse('dmForbidden');
    needPermission(call, post.channel, Flags.ManageMessages);
  }
  world.deletePost(post);
};

const react: Handler = (call) => {
  const { world, param } = call;
  const post = seenPost(call);
  const emoji = parseEmoji(param('emoji')) ?? refuse('unknownEmoji');
  needPermission(call, post.channel, Flags.ReadMessageHistory);
  if (!post.reactions.has(emoji)) needPermission(call, post.channel, Flags.AddReactions);
  if (!addReaction(world, post, world.bot, emoji)) refuse('tooManyReactions');
};

const takeReactionBack: Handler = (call) => {
  const emoji = parseEmoji(call.param('emoji')) ?? refuse('unknownEmoji');
  removeReaction(call.world, seenPost(call), call.world.bot, emoji);
};

const ownReaction = '/channels/:channel/messages/:message/reactions/:emoji/@me';

/** Messages of channels, and the bot's reactions to them. */
export const messageRoutes: Routes = {
  'POST /channels/:channel/messages': createMessage,
  'GET /channels/:channel/messages': listMessages,
  'GET /channels/:channel/messages/:message': getMessage,
  'PATCH /channels/:channel/messages/:message': editMessage,
  'DELETE /channels/:channel/messages/:message': deleteMessage,
  [`PUT ${ownReaction}`]: react,
  [`DELETE ${ownReaction}`]: takeReactionBack,
};
