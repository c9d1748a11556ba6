import { PermissionFlagsBits as Flags } from 'discord-api-types/v10';
import type { CommandBook } from '../commands.ts';
import type { Workshop } from '../compose.ts';
import { attachmentSizeLimit, type Interactions } from '../interactions.ts';
import type { BodyContext, BodyKind } from '../validate.ts';
import { validateBody } from '../validate.ts';
import type { Channel, Post } from '../world.ts';
import { refuse, refuseProblems } from './refusal.ts';
import type { RestRequest } from './request.ts';

/** What the routes work on. */
export interface Backend extends Workshop {
  commands: CommandBook;
  interactions: Interactions;
  /** `ws://127.0.0.1:PORT/gateway` */
  gatewayUrl(): string;
  /** Whether the bot asked for the message content intent. */
  botReadsContent(): boolean;
}

export interface Reply {
  status: number;
  body?: unknown;
}

export type Handler = (request: RestRequest, backend: Backend) => Reply;
/** `'GET /channels/:channel'` and who answers. */
export type Routes = Record<string, Handler>;

export const noContent: Reply = { status: 204 };

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

/** The body, if Discord would take it. */
export function checkedBody<T>(kind: BodyKind, request: RestRequest, context: BodyContext = {}): T {
  if (request.files.some(({ bytes }) => bytes.length > attachmentSizeLimit)) refuse('tooLarge');
  const body = request.body ?? {};
  const files = [...(context.files ?? []), ...request.files.map(({ name }) => name)];
  refuseProblems(validateBody(kind, body, { ...context, files }));
  return body as T;
}

/** The channel of the path, if the bot can see it. */
export function seenChannel(request: RestRequest, { world }: Backend): Channel {
  const channel = world.channels.get(request.param('channel')) ?? refuse('unknownChannel');
  if (!world.may(world.bot, channel, Flags.ViewChannel)) refuse('missingAccess');
  return channel;
}

/** The message of the path, if the bot can read it here; ephemeral ones are out of reach. */
export function seenPost(request: RestRequest, backend: Backend): Post {
  const channel = seenChannel(request, backend);
  const post = channel.posts.get(request.param('message'));
  if (post === undefined || post.audience !== undefined) refuse('unknownMessage');
  return post;
}

export function needPermission({ world }: Backend, channel: Channel, ...flags: bigint[]): void {
  if (!world.may(world.bot, channel, ...flags)) refuse('missingPermissions');
}
