import {
  type APIAllowedMentions,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
  AllowedMentionsTypes as Ping,
} from 'discord-api-types/v10';
import type { FileStore, UploadedFile } from './files.ts';
import { userPayload } from './payloads.ts';
import { walk } from './problem.ts';
import type { Channel, Person, Post, World } from './world.ts';

/** A validated body of any route that writes a message. */
export interface MessageBody {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: APIMessageTopLevelComponent[] | null;
  attachments?: { id: string | number; filename?: string; description?: string }[] | null;
  allowed_mentions?: APIAllowedMentions | null;
  flags?: number | null;
  tts?: boolean | null;
  nonce?: string | number | null;
}

export interface Draft {
  channel: Channel;
  author: Person;
  body: MessageBody;
  uploads?: readonly UploadedFile[];
  replyTo?: Post | undefined;
  /** Whom the message may ping when its sender says nothing of it. */
  pingsByDefault?: readonly string[];
}

/** Messages may ping anyone; answers to interactions are more modest. */
export const messagePings = [Ping.User, Ping.Role, Ping.Everyone];
export const answerPings = [Ping.User];

/** Flags a sender may set; the others are Discord's own. */
const settableFlags =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export interface Workshop {
  world: World;
  files: FileStore;
}

/** The message that a body becomes; it is not yet posted. */
export function composeMessage(workshop: Workshop, draft: Draft): APIMessage {
  const { world } = workshop;
  const { channel, author, body, replyTo } = draft;
  return {
    id: world.freshId(),
    channel_id: channel.id,
    author: userPayload(author),
    type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
    timestamp: timestamp(world),
    edited_timestamp: null,
    tts: body.tts === true,
    pinned: false,
    flags: (body.flags ?? 0) & settableFlags,
    ...composeParts(workshop, draft, []),
    ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
    ...(replyTo && referenceTo(replyTo)),
  };
}

/** What an edit changes; fields the body leaves out stay. IS_COMPONENTS_V2 never goes, SUPPRESS_EMBEDS may. */
export function composeEdit(
  workshop: Workshop,
  { message, channel }: Post,
  changes: MessageBody,
  uploads: readonly UploadedFile[],
): Partial<APIMessage> {
  const { content, embeds, components = [], flags: present = 0 } = message;
  const author = workshop.world.person(message.author.id);
  const pingsByDefault = message.webhook_id === undefined ? messagePings : answerPings;
  const body = { content, embeds, components, ...changes };
  const draft = { channel, author, body, uploads, pingsByDefault };
  const given = (changes.flags ?? present) & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2);
  return {
    ...composeParts(workshop, draft, message.attachments),
    flags: (present & ~MessageFlags.SuppressEmbeds) | given,
    edited_timestamp: timestamp(workshop.world),
  };
}

/** What a reply carries of the message it answers; `null` for one that its readers must not see. */
export function referenceTo(
  { message }: Post,
  isHidden = false,
): Pick<APIMessage, 'message_reference' | 'referenced_message'> {
  const { referenced_message: _referenced, ...rest } = message;
  return {
    message_reference: { type: 0, channel_id: message.channel_id, message_id: message.id },
    referenced_message: isHidden ? null : rest,
  };
}

/** Whether a message is made of layout components. */
export function isV2({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
}

/** Whether a message would show nothing at all. */
export function isBlank(message: APIMessage): boolean {
  const { content, embeds, attachments, components } = message;
  if (isV2(message)) return (components ?? []).length === 0;
  return content === '' && embeds.length + attachments.length === 0;
}

export function timestamp(world: World): string {
  return new Date(world.now()).toISOString().replace('Z', '000+00:00');
}

/** What is to be read and seen, and whom it pings. A file shown in an embed is not listed again. */
function composeParts(workshop: Workshop, draft: Draft, present: readonly APIAttachment[]) {
  const { body } = draft;
  const content = (body.content ?? '').trim();
  const embeds = (body.embeds ?? []).map((embed) => ({ type: 'rich', ...embed }) as APIEmbed);
  const embedded = JSON.stringify(embeds);
  const attachments = storeFiles(workshop, draft, present);
  const components = numbered(withFiles(body.components ?? [], attachments));
  return {
    content,
    embeds: withFiles(described(embeds, attachments), attachments),
    components,
    attachments: attachments.filter(({ filename }) => !embedded.includes(`"attachment://${filename}"`)),
    ...mentionsIn(textsOf(content, components), draft, workshop.world),
  };
}

/**
 * The attachments after a request: kept ones of an edit, then the uploaded files. An edit that lists
 * attachments keeps those it lists; one that does not keeps all.
 */
function storeFiles(
  { world, files }: Workshop,
  { channel, body, uploads = [] }: Draft,
  present: readonly APIAttachment[],
): APIAttachment[] {
  const listed = body.attachments ?? undefined;
  const find = (id: string) => listed?.find((entry) => String(entry.id) === id);
  const kept = present.filter(({ id }) => listed === undefined || find(id) !== undefined);
  const added = uploads.map((upload) => {
    const { filename: name = upload.name, description } = find(upload.index) ?? {};
    const attachment = files.add(world.freshId(), channel.id, { ...upload, name });
    return description ? { ...attachment, description } : attachment;
  });
  return [...kept, ...added];
}

/** A picture of an embed that is a file has the alt text of the file. */
function described(embeds: readonly APIEmbed[], attachments: readonly APIAttachment[]): APIEmbed[] {
  const texts = new Map(attachments.map((file) => [`attachment://${file.filename}`, file.description]));
  const withText = (name: 'image' | 'thumbnail', embed: APIEmbed) => {
    const picture = embed[name];
    const description = texts.get(picture?.url ?? '');
    return description === undefined ? {} : { [name]: { ...picture, description } };
  };
  return embeds.map((embed) => ({ ...embed, ...withText('image', embed), ...withText('thumbnail', embed) }));
}

/** A copy with the address of the file wherever `attachment://name` stands. */
function withFiles<T>(value: T, attachments: readonly APIAttachment[]): T {
  const addresses = new Map<unknown, string>();
  for (const { filename, url } of attachments) addresses.set(`attachment://${filename}`, url);
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) => addresses.get(inner) ?? inner) as T;
}

/** Discord numbers the components that came without an id, in order, from 1. */
export function numbered<T>(components: T[]): T[] {
  const all = walk(components).map(({ item }) => item);
  const used = new Set(all.map((item) => item['id']));
  let next = 1;
  for (const item of all) {
    if (item['id']) continue;
    while (used.has(next)) next += 1;
    Object.assign(item, { id: next });
    next += 1;
  }
  return components;
}

function textsOf(content: string, components: unknown): string {
  const displayed = walk(components).flatMap(({ item: { content: text } }) =>
    typeof text === 'string' ? [text] : [],
  );
  return [content, ...displayed].join('\n');
}

/** Whom a message pings: what its text names and whom it answers, less what the sender did not allow. */
function mentionsIn(text: string, draft: Draft, world: World) {
  const { channel, author, body, replyTo, pingsByDefault = messagePings } = draft;
  const allowed = body.allowed_mentions;
  const parse: readonly string[] = allowed ? (allowed.parse ?? []) : pingsByDefault;
  const named = (kind: 'users' | 'roles', pattern: RegExp) => {
    const ids = [...text.matchAll(pattern)].map(([, id = '']) => id);
    return ids.filter((id) => parse.includes(kind) || allowed?.[kind]?.includes(id));
  };
  const pingsAuthor = replyTo !== undefined && (!allowed || allowed.replied_user === true);
  const users = [...named('users', /<@!?(\d+)>/g), ...(pingsAuthor ? [replyTo.message.author.id] : [])];
  const isForAll = (role: string) =>
    world.setting.roles.some(({ id, mentionable }) => id === role && mentionable);
  const mayPingAll = world.may(author, channel, PermissionFlagsBits.MentionEveryone);
  return {
    mentions: [...new Set(users)].flatMap((id) => world.people.get(id) ?? []).map(userPayload),
    mention_roles: [...new Set(named('roles', /<@&(\d+)>/g))].filter((id) => mayPingAll || isForAll(id)),
    mention_everyone: mayPingAll && parse.includes('everyone') && /@(everyone|here)\b/.test(text),
  };
}
