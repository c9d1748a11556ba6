import { DiscordAPIError, type REST } from 'discord.js';
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

/** The one door out: everything the bot says leaves through this file, and none of it can ping anyone. */
const mentionsNobody = { parse: [], replied_user: false };

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
  /** How to ask Discord for more time: a private or public "thinking", or silently for a button. */
  readonly deferral: 'public' | 'private' | 'update';
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
  const inTime = await within(work, options.patience);
  if (!inTime) await defer(wire, ticket, options.deferral);
  const deliver = inTime ? first : later;
  try {
    await deliver(wire, ticket, await work, options.deferral);
  } catch (error) {
    if (isTooLate(error)) throw error;
    await deliver(wire, ticket, await options.instead(error), options.deferral);
  }
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

function hasCode(error: unknown, ...codes: number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

/** Discord gets the choices of an autocomplete list. */
export async function respondWithChoices(wire: Wire, ticket: Ticket, choices: Choice[]): Promise<void> {
  await callback(wire, ticket, InteractionResponseType.ApplicationCommandAutocompleteResult, { choices });
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
  await callback(wire, ticket, InteractionResponseType.UpdateMessage, rows(reply));
  if (reply.afterwards !== undefined) await followUp(wire, ticket, reply.afterwards);
}

async function defer(wire: Wire, ticket: Ticket, deferral: RespondOptions['deferral']): Promise<void> {
  if (deferral === 'update') return callback(wire, ticket, InteractionResponseType.DeferredMessageUpdate);
  const flags = deferral === 'private' ? { flags: MessageFlags.Ephemeral } : {};
  return callback(wire, ticket, InteractionResponseType.DeferredChannelMessageWithSource, flags);
}

async function later(
  wire: Wire,
  ticket: Ticket,
  reply: Reply,
  deferral: RespondOptions['deferral'],
): Promise<void> {
  if (reply.kind === 'remove') return removeOriginal(wire, ticket);
  if (reply.kind === 'replace') return editOriginal(wire, ticket, replaced(reply.message));
  if (reply.kind === 'rows') {
    await editOriginal(wire, ticket, rows(reply));
    if (reply.afterwards !== undefined) await followUp(wire, ticket, reply.afterwards);
    return;
  }
  if (deferral === 'update') return followUp(wire, ticket, reply);
  const asDeferred = (deferral === 'private') === (reply.place === 'private');
  if (asDeferred) return editOriginal(wire, ticket, replaced(reply.message));
  // Who can see a message is fixed by the deferral; this one has to be another message.
  await removeOriginal(wire, ticket);
  await followUp(wire, ticket, reply);
}

function created({ message, place }: { readonly message: MessageBody; readonly place: Place }): object {
  const flags = place === 'private' ? { flags: MessageFlags.Ephemeral } : {};
  return { ...message, ...flags, allowed_mentions: mentionsNobody };
}

/** What the new message does not have, the old one must not keep. */
function replaced(message: MessageBody): object {
  return { content: '', embeds: [], components: [], ...message, allowed_mentions: mentionsNobody };
}

function rows(reply: Extract<Reply, { kind: 'rows' }>): object {
  return { components: reply.rows, allowed_mentions: mentionsNobody };
}

async function callback(wire: Wire, ticket: Ticket, type: number, data?: object): Promise<void> {
  const body = data === undefined ? { type } : { type, data };
  await wire.interactions.post(Routes.interactionCallback(ticket.id, ticket.token), { body, auth: false });
}

async function editOriginal(wire: Wire, { applicationId, token }: Ticket, body: object): Promise<void> {
  await wire.interactions.patch(Routes.webhookMessage(applicationId, token), { body, auth: false });
}

async function removeOriginal(wire: Wire, { applicationId, token }: Ticket): Promise<void> {
  await wire.interactions.delete(Routes.webhookMessage(applicationId, token), { auth: false });
}

async function followUp(wire: Wire, { applicationId, token }: Ticket, message: Send): Promise<void> {
  await wire.interactions.post(Routes.webhook(applicationId, token), { body: created(message), auth: false });
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
    await create(wire, to.channel, { ...message, message_reference: reference });
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

async function create(wire: Wire, channel: string, message: object): Promise<void> {
  await wire.bot.post(Routes.channelMessages(channel), {
    body: { ...message, allowed_mentions: mentionsNobody },
  });
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
