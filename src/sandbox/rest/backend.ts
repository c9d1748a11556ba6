import { PermissionFlagsBits as Flags, MessageReferenceType } from 'discord-api-types/v10';
import type { CommandBook } from '../commands.ts';
import type { Workshop } from '../compose.ts';
import type { UploadedFile } from '../files.ts';
import { attachmentSizeLimit, type Interactions } from '../interactions.ts';
import { isFilled, isObject } from '../problem.ts';
import { type BodyContext, type BodyKind, validateBody } from '../validate.ts';
import type { Channel, Post } from '../world.ts';
import { refuse, refuseProblems } from './refusal.ts';

/** What the routes work on. */
export interface Backend extends Workshop {
  commands: CommandBook;
  interactions: Interactions;
  /** `ws://127.0.0.1:PORT/gateway` */
  gatewayUrl(): string;
  /** Whether the bot asked for the message content intent. */
  botReadsContent(): boolean;
}

/** A request to a known route, with all that is needed to answer it. */
export interface Call extends Backend {
  query: URLSearchParams;
  body: unknown;
  uploads: readonly UploadedFile[];
  /** A segment of the path, decoded: `@original` arrives as `%40original`. */
  param(name: string): string;
}

/** Gives the body of the answer; `undefined` is 204. */
export type Handler = (call: Call) => unknown;
/** `'GET /channels/:channel'` and who answers. */
export type Routes = Record<string, Handler>;

/** The body, if Discord would take it. */
export function checkedBody<T>(kind: BodyKind, { body = {}, uploads }: Call, context: BodyContext = {}): T {
  if (uploads.some(({ bytes }) => bytes.length > attachmentSizeLimit)) refuse('tooLarge');
  const files = [...(context.files ?? []), ...uploads.map(({ name }) => name)];
  refuseProblems(validateBody(kind, body, { ...context, files }));
  if (isBeyondSandbox(body)) refuse('noSuchMessages');
  return body as T;
}

function isBeyondSandbox(body: unknown): boolean {
  if (!isObject(body)) return false;
  const { poll, sticker_ids: stickers, message_reference: reference, data } = body;
  const isForwarded = isObject(reference) && reference['type'] === MessageReferenceType.Forward;
  return isFilled(poll) || isFilled(stickers) || isForwarded || isBeyondSandbox(data);
}

/** The channel of the path, if the bot can see it. */
export function seenChannel({ world, param }: Call): Channel {
  const channel = world.channels.get(param('channel')) ?? refuse('unknownChannel');
  return world.may(world.bot, channel, Flags.ViewChannel) ? channel : refuse('missingAccess');
}

/** The message of the path, if the bot can read it here; ephemeral ones are out of reach. */
export function seenPost(call: Call): Post {
  const post = seenChannel(call).posts.get(call.param('message'));
  return post === undefined || post.audience !== undefined ? refuse('unknownMessage') : post;
}

export function needPermission({ world }: Backend, channel: Channel, ...flags: bigint[]): void {
  if (!world.may(world.bot, channel, ...flags)) refuse('missingPermissions');
}
