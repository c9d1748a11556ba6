import { DiscordAPIError, type RawFile, type REST } from 'discord.js';
import {
  InteractionResponseType,
  MessageFlags,
  MessageReferenceType,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import type { Reply, Send } from './reply.ts';
import type { Choice } from './views/choices.ts';
import type { MessageBody, Place } from './views/message.ts';
import { cut } from './views/text.ts';

/**
 * What the bot says leaves through this file, or through `channelMessages.ts` where nobody asked just now. None of it can
 * ping anyone, but for the role that was chosen for a summary.
 */
export const mentionsNobody = { parse: [], replied_user: false };

/** Discord waits 3 seconds for a first response; a second and a half is left for the way there. */
export const patience = 1500;
/** Discord's limit of a message's text, in code points. */
const contentLength = 2000;

export interface Wire {
  /** For routes that carry an interaction's own token: no Authorization, no limit over all of them. */
  readonly interactions: REST;
  /** For everything else. */
  readonly bot: REST;
}

/** What it takes to respond to an interaction. */
export interface Ticket {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

export interface RespondOptions {
  /**
   * How to ask Discord for more time: a private or public "thinking", or silently for a button. 'none' before a form,
   * which Discord takes as a first response only.
   */
  readonly deferral: 'public' | 'private' | 'update' | 'none';
  /** Given an error of delivery, what to deliver in place of the reply. */
  readonly instead: (error: unknown) => Promise<Reply>;
  /** Milliseconds before asking for more time. */
  readonly patience: number;
}

/** Delivers a reply, at once if it comes in time. `work` never rejects. Rejects where Discord refuses. */
export async function respond(
  wire: Wire,
  ticket: Ticket,
  work: Promise<Reply>,
  options: RespondOptions,
): Promise<void> {
  const inTime = options.deferral === 'none' || (await within(work, options.patience));
  if (!inTime) await defer(wire, ticket, options.deferral);
  const deliver = inTime ? first : later;
  const reply = await work;
  try {
    await deliver(wire, ticket, reply, options.deferral);
  } catch (error) {
    if (isTooLate(error)) throw error;
    await deliver(wire, ticket, await options.instead(error), options.deferral);
    return;
  }
  for (const next of following(reply)) await followUp(wire, ticket, next);
}

/** What comes after the reply itself, each a message of its own. */
function following(reply: Reply): readonly Send[] {
  if (reply.kind === 'rows') {
    return reply.afterwards === undefined ? [] : [reply.afterwards, ...following(reply.afterwards)];
  }
  if (reply.kind !== 'send') return [];
  return (reply.more ?? []).map((message) => ({ kind: 'send', message, place: reply.place }));
}

async function within(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), milliseconds);
  const inTime = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}

/** Discord has given the interaction up, or it was answered before: there is nobody left to tell. */
export function isTooLate(error: unknown): boolean {
  return (
    hasCode(error, RESTJSONErrorCodes.UnknownInteraction) ||
    hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
  );
}

/** Whether Discord said no, and in one of these words of its own. */
export function hasCode(error: unknown, ...codes: number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

/** Discord gets the choices of an autocomplete list. */
export async function respondWithChoices(wire: Wire, ticket: Ticket, choices: Choice[]): Promise<void> {
  await callback(wire, ticket, InteractionResponseType.ApplicationCommandAutocompleteResult, {
    body: { choices },
  });
}

async function first(wire: Wire, ticket: Ticket, reply: Reply): Promise<void> {
  if (reply.kind === 'send') {
    return callback(wire, ticket, InteractionResponseType.ChannelMessageWithSource, created(reply));
  }
  if (reply.kind === 'replace') {
    return callback(wire, ticket, InteractionResponseType.UpdateMessage, replaced(reply.message));
  }
  if (reply.kind === 'remove') {
    await callback(wire, ticket, InteractionResponseType.DeferredMessageUpdate);
    return removeOriginal(wire, ticket);
  }
  if (reply.kind === 'modal') {
    return callback(wire, ticket, InteractionResponseType.Modal, { body: reply.modal });
  }
  await callback(wire, ticket, InteractionResponseType.UpdateMessage, rows(reply));
}

async function defer(wire: Wire, ticket: Ticket, deferral: RespondOptions['deferral']): Promise<void> {
  if (deferral === 'update') return callback(wire, ticket, InteractionResponseType.DeferredMessageUpdate);
  const flags = deferral === 'private' ? { flags: MessageFlags.Ephemeral } : {};
  return callback(wire, ticket, InteractionResponseType.DeferredChannelMessageWithSource, { body: flags });
}

async function later(
  wire: Wire,
  ticket: Ticket,
  reply: Reply,
  deferral: RespondOptions['deferral'],
): Promise<void> {
  if (reply.kind === 'remove') return removeOriginal(wire, ticket);
  if (reply.kind === 'replace') return editOriginal(wire, ticket, replaced(reply.message));
  if (reply.kind === 'rows') return editOriginal(wire, ticket, rows(reply));
  if (reply.kind === 'modal') throw new Error('A form has to be the first response');
  if (deferral === 'update') return followUp(wire, ticket, reply);
  const asDeferred = (deferral === 'private') === (reply.place === 'private');
  if (asDeferred) return editOriginal(wire, ticket, replaced(reply.message));
  // Who can see a message is fixed by the deferral; this one has to be another message.
  await removeOriginal(wire, ticket);
  await followUp(wire, ticket, reply);
}

/** What goes over the wire: JSON, and the files that it speaks of. */
export interface Outgoing {
  readonly body: object;
  readonly files?: RawFile[];
}

function created({ message, place }: { readonly message: MessageBody; readonly place: Place }): Outgoing {
  const { body, ...files } = packed(message);
  const flags = place === 'private' ? { flags: MessageFlags.Ephemeral } : {};
  return { body: { ...body, ...flags, allowed_mentions: mentionsNobody }, ...files };
}

/** What the new message does not have, the old one must not keep. */
function replaced(message: MessageBody): Outgoing {
  const { body, ...files } = packed(message);
  const empty = { content: '', embeds: [], components: [], attachments: [] };
  return { body: { ...empty, ...body, allowed_mentions: mentionsNobody }, ...files };
}

function rows(reply: Extract<Reply, { kind: 'rows' }>): Outgoing {
  return { body: { components: reply.rows, allowed_mentions: mentionsNobody } };
}

/** Files travel beside the JSON, which names each by its number. */
export function packed({ files, ...message }: MessageBody): Outgoing {
  if (files === undefined) return { body: message };
  return {
    body: {
      ...message,
      attachments: files.map(({ description }, index) => ({ id: String(index), description })),
    },
    files: files.map(({ name, bytes }) => ({ name, data: bytes })),
  };
}

async function callback(
  wire: Wire,
  ticket: Ticket,
  type: number,
  { body: data, ...files }: Partial<Outgoing> = {},
): Promise<void> {
  const body = data === undefined ? { type } : { type, data };
  const route = Routes.interactionCallback(ticket.id, ticket.token);
  await wire.interactions.post(route, { body, ...files, auth: false });
}

async function editOriginal(wire: Wire, { applicationId, token }: Ticket, message: Outgoing): Promise<void> {
  await wire.interactions.patch(Routes.webhookMessage(applicationId, token), { ...message, auth: false });
}

async function removeOriginal(wire: Wire, { applicationId, token }: Ticket): Promise<void> {
  await wire.interactions.delete(Routes.webhookMessage(applicationId, token), { auth: false });
}

async function followUp(wire: Wire, { applicationId, token }: Ticket, message: Send): Promise<void> {
  await wire.interactions.post(Routes.webhook(applicationId, token), { ...created(message), auth: false });
}

/** A message to reply to or to react to. */
export interface MessageAddress {
  readonly channel: string;
  readonly message: string;
}

/**
 * Replies in a channel or a DM. Where the bot may not read the history there, it writes without pointing at the
 * message; where it may not show embeds, it writes plain text. Rejects where even that is refused.
 */
export async function replyTo(wire: Wire, to: MessageAddress, message: MessageBody): Promise<void> {
  const reference = { type: MessageReferenceType.Default, message_id: to.message, fail_if_not_exists: false };
  try {
    await create(wire, to.channel, message, { message_reference: reference });
  } catch (error) {
    if (
      !hasCode(
        error,
        RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
        RESTJSONErrorCodes.MissingPermissions,
      )
    ) {
      throw error;
    }
    await create(
      wire,
      to.channel,
      hasCode(error, RESTJSONErrorCodes.MissingPermissions) ? plain(message) : message,
    );
  }
}

async function create(wire: Wire, channel: string, message: MessageBody, reference = {}): Promise<void> {
  const { body, ...files } = created({ message, place: 'public' });
  await wire.bot.post(Routes.channelMessages(channel), { body: { ...body, ...reference }, ...files });
}

function plain({ content, embeds = [], components }: MessageBody): MessageBody {
  const texts = embeds.map(({ title, description, footer }) =>
    [title === undefined ? undefined : `**${title}**`, description, footer?.text].filter(
      (text) => text !== undefined,
    ),
  );
  const all = [content, ...texts.flat()].filter((text) => text !== undefined && text !== '');
  return {
    content: cut(all.join('\n\n'), contentLength),
    ...(components === undefined ? {} : { components }),
  };
}

/** Reacts to a message; `emoji` is a Unicode one. */
export async function react(wire: Wire, { channel, message }: MessageAddress, emoji: string): Promise<void> {
  await wire.bot.put(Routes.channelMessageOwnReaction(channel, message, encodeURIComponent(emoji)));
}
