import { ChannelType, PermissionFlagsBits as Flags, MessageFlags } from 'discord-api-types/v10';
import { timestamp } from '../compose.ts';
import { channelPayload } from '../payloads.ts';
import type { Channel, SandboxChannelType } from '../world.ts';
import {
  type Backend,
  checkedBody,
  type Handler,
  needPermission,
  type Reply,
  type Routes,
  seenChannel,
  seenPost,
} from './backend.ts';
import { refuse } from './refusal.ts';

interface ThreadBody {
  name: string;
  auto_archive_duration?: number | null;
  type?: SandboxChannelType | null;
}

const startFromMessage: Handler = (request, backend) => {
  const { channel, message } = seenPost(request, backend);
  const body = checkedBody<ThreadBody>('threadFromMessage', request);
  if (backend.world.channels.has(message.id)) refuse('threadExists');
  const type =
    channel.type === ChannelType.GuildAnnouncement
      ? ChannelType.AnnouncementThread
      : ChannelType.PublicThread;
  const reply = openThread(backend, channel, { ...body, type }, message.id);
  const post = channel.posts.get(message.id);
  const thread = backend.world.channels.get(message.id);
  if (post !== undefined && thread !== undefined) {
    const flags = (message.flags ?? 0) | MessageFlags.HasThread;
    backend.world.changePost(post, { flags, thread: channelPayload(backend.world, thread) });
  }
  return reply;
};

const start: Handler = (request, backend) => {
  const channel = seenChannel(request, backend);
  const body = checkedBody<ThreadBody>('thread', request);
  return openThread(
    backend,
    channel,
    { ...body, type: body.type ?? ChannelType.PrivateThread },
    backend.world.freshId(),
  );
};

function openThread(
  backend: Backend,
  parent: Channel,
  body: ThreadBody & { type: SandboxChannelType },
  id: string,
): Reply {
  const { world } = backend;
  if (parent.thread !== undefined || parent.type === ChannelType.DM) refuse('wrongChannelType');
  const isPrivate = body.type === ChannelType.PrivateThread;
  needPermission(backend, parent, isPrivate ? Flags.CreatePrivateThreads : Flags.CreatePublicThreads);
  const archiveMinutes = body.auto_archive_duration ?? 1440;
  const thread = { parent, owner: world.bot, archiveMinutes, createdAt: timestamp(world) };
  const place = { topic: null, position: 0, overwrites: [] };
  const channel = world.addChannel({ id, name: body.name, type: body.type, thread, ...place });
  world.emit({ type: 'threadCreate', channel });
  return { status: 201, body: channelPayload(world, channel) };
}

export const threadRoutes: Routes = {
  'POST /channels/:channel/messages/:message/threads': startFromMessage,
  'POST /channels/:channel/threads': start,
};
