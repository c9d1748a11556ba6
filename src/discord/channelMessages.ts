import { DiscordAPIError } from 'discord.js';
import { type APIMessage, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { hasCode, mentionsNobody, packed, type Wire } from './respond.ts';
import type { MessageBody } from './views/message.ts';

type Bot = Pick<Wire, 'bot'>;

export interface CreateOptions {
  /** The one role that it pings; nobody without. */
  readonly role?: string | null;
  /** At most 25 characters. For some minutes, Discord gives what it has under the same one instead of a second message. */
  readonly nonce?: string;
  readonly signal?: AbortSignal;
}

/** Writes in a channel, and gives the id of the message. */
export async function createMessage(
  { bot }: Bot,
  channel: string,
  message: MessageBody,
  { role = null, nonce, signal }: CreateOptions = {},
): Promise<string> {
  const { body, ...files } = packed(message);
  const allowed_mentions = role === null ? mentionsNobody : { ...mentionsNobody, roles: [role] };
  const once = nonce === undefined ? {} : { nonce, enforce_nonce: true };
  const { id } = (await bot.post(Routes.channelMessages(channel), {
    body: { ...body, ...once, allowed_mentions },
    ...files,
    ...(signal === undefined ? {} : { signal }),
  })) as APIMessage;
  return id;
}

/** Puts something else into a message of the bot. Its buttons stay; a picture that is not shown any more goes. */
export async function rewriteMessage(
  { bot }: Bot,
  channel: string,
  id: string,
  message: MessageBody,
  signal: AbortSignal,
): Promise<void> {
  const { body, ...files } = packed(message);
  const empty = { content: '', embeds: [], attachments: [] };
  const all = { ...empty, ...body, allowed_mentions: mentionsNobody };
  await bot.patch(Routes.channelMessage(channel, id), { body: all, ...files, signal });
}

/** What is gone already counts as deleted. Rejects where something may have stayed. */
export async function deleteMessages(
  { bot }: Bot,
  channel: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const id of ids) {
    await bot.delete(Routes.channelMessage(channel, id), { signal }).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  }
}

/** Discord said no; anything else is no answer. */
export function isRefusal(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError;
}

/** The message was deleted, or its channel. */
export function isGone(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel);
}
