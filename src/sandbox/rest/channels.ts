import { ChannelType, PermissionFlagsBits as Flags, MessageFlags } from 'discord-api-types/v10';
import { timestamp } from '../compose.ts';
import { channelPayload, messageForBot } from '../payloads.ts';
import type { Channel } from '../world.ts';
import {
  type Call,
  checkedBody,
  type Handler,
  needPermission,
  type Routes,
  seenChannel,
  seenPost,
} from './backend.ts';
import { refuse } from './refusal.ts';

const type: Handler = (call) => {
  const channel = seenChannel(call);
  needPermission(call, channel, Flags.SendMessages);
  call.world.emit({ type: 'typing', channel, person: call.world.bot });
};

function setPinned(call: Call, pinned: boolean): void {
  const { world } = call;
  const post = seenPost(call);
  const { channel, message } = post;
  needPermission(call, channel, Flags.PinMessages);
  if (!pinned) channel.pins.delete(message.id);
  else if (!channel.pins.has(message.id)) channel.pins.set(message.id, timestamp(world));
  world.changePost(post, { pinned });
  world.emit({ type: 'pinsUpdate', channel });
}

/** Newest pin first. */
const listPins: Handler = (call) => {
  const { pins, posts } = seenChannel(call);
  const items = [...pins].flatMap(([id, pinned_at]) => {
    const post = posts.get(id);
    return post ? [{ pinned_at, message: messageForBot(call.world, post, call.botReadsContent()) }] : [];
  });
  return { items: items.reverse(), has_more: false };
};

interface ThreadBody {
  name: string;
  auto_archive_duration?: number | null;
  /** What Discord calls it; a thread without one is private there. */
  type?: ChannelType | null;
}

const startThread: Handler = (call) => {
  const parent = seenChannel(call);
  const body = checkedBody<ThreadBody>('thread', call);
  if (body.type !== ChannelType.PublicThread && body.type !== ChannelType.AnnouncementThread) {
    refuse('noPrivateThreads');
  }
  return channelPayload(call.world, openThread(call, parent, body, call.world.freshId()));
};

/** The thread of a message has the message's id. */
const startThreadFromMessage: Handler = (call) => {
  const { world } = call;
  const post = seenPost(call);
  const body = checkedBody<ThreadBody>('threadFromMessage', call);
  if (world.channels.has(post.message.id)) refuse('threadExists');
  const thread = channelPayload(world, openThread(call, post.channel, body, post.message.id));
  world.changePost(post, { flags: (post.message.flags ?? 0) | MessageFlags.HasThread, thread });
  return thread;
};

function openThread(call: Call, parent: Channel, body: ThreadBody, id: string): Channel {
  const { world } = call;
  if (parent.thread !== undefined || parent.type === ChannelType.DM) refuse('wrongChannelType');
  needPermission(call, parent, Flags.CreatePublicThreads);
  const isNews = parent.type === ChannelType.GuildAnnouncement;
  const type = isNews ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
  const archiveMinutes = body.auto_archive_duration ?? 1440;
  const thread = { parent, owner: world.bot, archiveMinutes, createdAt: timestamp(world) };
  const channel = world.addChannel({ id, name: body.name, type, thread });
  world.emit({ type: 'threadCreate', channel });
  return channel;
}

/** Channels themselves, their pins and threads. */
export const channelRoutes: Routes = {
  'GET /channels/:channel': (call) => channelPayload(call.world, seenChannel(call)),
  'POST /channels/:channel/typing': type,
  'GET /channels/:channel/messages/pins': listPins,
  'PUT /channels/:channel/messages/pins/:message': (call) => setPinned(call, true),
  'DELETE /channels/:channel/messages/pins/:message': (call) => setPinned(call, false),
  'POST /channels/:channel/threads': startThread,
  'POST /channels/:channel/messages/:message/threads': startThreadFromMessage,
};
