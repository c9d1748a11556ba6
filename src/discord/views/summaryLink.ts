import type { Post } from '../../summary/post.ts';

/** To the first message of a post. */
export function linkTo({ guild, target, messages }: Post): string {
  return messageLink(guild, target.channel, messages[0] ?? '');
}

export function messageLink(guild: string, channel: string, message: string): string {
  return `https://discord.com/channels/${guild}/${channel}/${message}`;
}

const link = /^<?https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/\d{17,19}\/\d{17,19}\/(\d{17,19})>?$/;

/** The id of the message that a moderator means by its link or its id; null for any other text. */
export function messageIn(text: string): string | null {
  const typed = text.trim();
  if (/^\d{17,19}$/.test(typed)) return typed;
  return link.exec(typed)?.[1] ?? null;
}
