import {
  type APIAllowedMentions,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { attachmentPayload, type FileStore, type UploadedFile } from './files.ts';
import { type MentionQuery, mentionsOf } from './mentions.ts';
import { userPayload } from './payloads.ts';
import { entries, isObject, type Json } from './problem.ts';
import type { Channel, Person, Post, World } from './world.ts';

/** A validated body of any route that writes a message. */
export interface MessageBody {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: APIMessageTopLevelComponent[] | null;
  attachments?: { id: string | number; filename?: string; description?: string; title?: string }[] | null;
  allowed_mentions?: APIAllowedMentions | null;
  flags?: number | null;
  tts?: boolean | null;
  poll?: PollBody | null;
  nonce?: string | number | null;
}

interface PollBody {
  question: { text?: string };
  answers: { poll_media: { text?: string } }[];
  duration?: number | null;
  allow_multiselect?: boolean | null;
}

export interface Draft {
  channel: Channel;
  author: Person;
  body: MessageBody;
  files?: readonly UploadedFile[];
  replyTo?: Post | undefined;
  pingsByDefault: MentionQuery['pingsByDefault'];
}

/** Whom a message may ping when the sender says nothing of it; answers to interactions are more modest. */
export const messagePings = ['users', 'roles', 'everyone'] as const;
export const answerPings = ['users'] as const;

/** Flags a sender may set; the others are Discord's own. */
const settableFlags =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export interface Workshop {
  world: World;
  files: FileStore;
}

/** The message that a body becomes; it is not yet posted. */
export function composeMessage({ world, files }: Workshop, draft: Draft): APIMessage {
  const { channel, author, body, replyTo } = draft;
  const attachments = storeFiles({ world, files }, channel, body, draft.files ?? [], []);
  const content = (body.content ?? '').trim();
  const reference = replyTo && {
    message_reference: { type: 0, channel_id: channel.id, message_id: replyTo.message.id },
    referenced_message: withoutReference(replyTo.message),
  };
  return {
    id: world.freshId(),
    channel_id: channel.id,
    author: userPayload(author),
    type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
    content,
    timestamp: timestamp(world),
    edited_timestamp: null,
    tts: body.tts === true,
    pinned: false,
    flags: (body.flags ?? 0) & settableFlags,
    ...mentionsOf(world, {
      content,
      components: body.components,
      allowed: body.allowed_mentions,
      pingsByDefault: draft.pingsByDefault,
      mayPingEveryone: world.may(author, channel, PermissionFlagsBits.MentionEveryone),
      repliedTo: replyTo?.message.author.id,
    }),
    ...withMedia(body.embeds ?? [], body.components ?? [], attachments),
    ...(body.poll ? { poll: pollPayload(world, body.poll) } : {}),
    ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
    ...reference,
  };
}

/** What an edit changes; fields the body leaves out stay. */
export function composeEdit(
  workshop: Workshop,
  post: Post,
  body: MessageBody,
  uploads: readonly UploadedFile[],
): Partial<APIMessage> {
  const { world } = workshop;
  const { message, channel } = post;
  const flags = editedFlags(message.flags ?? 0, body.flags);
  const content = body.content === undefined ? message.content : (body.content ?? '').trim();
  const embeds = body.embeds === undefined ? message.embeds : (body.embeds ?? []);
  const components = body.components === undefined ? (message.components ?? []) : (body.components ?? []);
  const attachments = storeFiles(workshop, channel, body, uploads, message.attachments);
  return {
    content,
    flags,
    edited_timestamp: timestamp(world),
    ...mentionsOf(world, {
      content,
      components,
      allowed: body.allowed_mentions,
      pingsByDefault: message.webhook_id === undefined ? messagePings : answerPings,
      mayPingEveryone: world.may(
        world.person(message.author.id),
        channel,
        PermissionFlagsBits.MentionEveryone,
      ),
    }),
    ...withMedia(embeds, components, attachments),
    ...(body.poll ? { poll: pollPayload(world, body.poll) } : {}),
  };
}

/** IS_COMPONENTS_V2 never goes away; SUPPRESS_EMBEDS may come and go. */
function editedFlags(present: number, given: number | null | undefined): number {
  if (given === undefined || given === null) return present;
  const changeable = MessageFlags.SuppressEmbeds;
  return (present & ~changeable) | (given & (changeable | MessageFlags.IsComponentsV2));
}

/** Whether a message would show nothing at all. */
export function isBlank(message: Partial<APIMessage>): boolean {
  const v2 = ((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  if (v2) return (message.components ?? []).length === 0;
  const { content, embeds = [], attachments = [], poll, sticker_items = [] } = message;
  return !content && embeds.length + attachments.length + sticker_items.length === 0 && poll === undefined;
}

export function timestamp(world: World): string {
  return new Date(world.now()).toISOString().replace('Z', '000+00:00');
}

export function withoutReference(message: APIMessage): APIMessage {
  const { referenced_message: _referenced, ...rest } = message;
  return rest;
}

/**
 * The attachments after a request: kept ones of an edit, then the uploaded files. An edit that lists
 * attachments keeps those it lists; one that does not keeps all.
 */
function storeFiles(
  { world, files }: Workshop,
  channel: Channel,
  body: MessageBody,
  uploads: readonly UploadedFile[],
  present: readonly APIAttachment[],
): APIAttachment[] {
  const listed = body.attachments ?? undefined;
  const kept =
    listed === undefined
      ? present
      : present.filter(({ id }) => listed.some((entry) => String(entry.id) === id));
  const added = uploads.map((upload) => {
    const entry = listed?.find(({ id }) => String(id) === upload.index);
    const file = { ...upload, name: entry?.filename ?? upload.name };
    const id = world.freshId();
    const { description, title } = entry ?? {};
    const payload = attachmentPayload(id, files.add(id, channel.id, file), file);
    return { ...payload, ...(description ? { description } : {}), ...(title ? { title } : {}) };
  });
  return [...kept, ...added];
}

type Media = Required<Pick<APIMessage, 'embeds' | 'components' | 'attachments'>>;

/** Resolves `attachment://name` and numbers the components; a file shown in an embed is not listed again. */
function withMedia(
  embeds: APIEmbed[],
  components: APIMessageTopLevelComponent[],
  attachments: APIAttachment[],
): Media {
  const shown = embeds.map((embed) => resolveMedia({ type: 'rich', ...embed }, attachments) as APIEmbed);
  const text = JSON.stringify(embeds);
  const listed = attachments.filter(({ filename }) => !text.includes(`"attachment://${filename}"`));
  const resolved = components.map((component) => resolveMedia(component, attachments));
  return {
    embeds: shown,
    components: numbered(resolved) as APIMessageTopLevelComponent[],
    attachments: listed,
  };
}

function resolveMedia(value: unknown, attachments: readonly APIAttachment[]): unknown {
  if (typeof value === 'string' && value.startsWith('attachment://')) {
    return attachments.find(({ filename }) => value === `attachment://${filename}`)?.url ?? value;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => resolveMedia(item, attachments));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, resolveMedia(inner, attachments)]),
  );
}

/** Discord numbers the components that came without an id, in order, from 1. */
function numbered(components: unknown[]): unknown[] {
  const used = new Set<unknown>(components.flatMap(idsWithin));
  let next = 1;
  const assign = (component: Json): Json => {
    while (used.has(next)) next += 1;
    const id = component['id'] ? component['id'] : next++;
    const children = Array.isArray(component['components'])
      ? { components: entries(component['components'], '').map(({ item }) => assign(item)) }
      : {};
    const accessory = isObject(component['accessory']) ? { accessory: assign(component['accessory']) } : {};
    return { ...component, id, ...children, ...accessory };
  };
  return entries(components, '').map(({ item }) => assign(item));
}

function idsWithin(component: unknown): unknown[] {
  if (!isObject(component)) return [];
  const children: unknown[] = Array.isArray(component['components']) ? component['components'] : [];
  return [component['id'], ...[...children, component['accessory']].flatMap(idsWithin)];
}

function pollPayload(world: World, poll: PollBody): NonNullable<APIMessage['poll']> {
  const hours = poll.duration ?? 24;
  return {
    question: poll.question,
    answers: poll.answers.map((answer, index) => ({ answer_id: index + 1, poll_media: answer.poll_media })),
    allow_multiselect: poll.allow_multiselect === true,
    layout_type: 1,
    expiry: new Date(world.now() + hours * 3_600_000).toISOString(),
    results: { is_finalized: false, answer_counts: [] },
  };
}
