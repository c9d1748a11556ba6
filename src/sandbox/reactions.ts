import type { APIReaction } from 'discord-api-types/v10';
import type { Person, Post, World } from './world.ts';

export interface Emoji {
  id: string | null;
  name: string;
}

/** Different emoji on one message. */
const reactionLimit = 20;
const custom = /^(?:a:)?(\w{2,32}):(\d{17,20})$/;
const unicode = /^(?=.*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3))\P{L}{1,16}$/u;

/** `⏳`, or `name:id` for a guild's own; undefined for anything else. */
export function parseEmoji(text: string): Emoji | undefined {
  const [, name, id] = custom.exec(text) ?? [];
  if (name !== undefined && id !== undefined) return { id, name };
  return unicode.test(text) ? { id: null, name: text } : undefined;
}

export function emojiKey({ id, name }: Emoji): string {
  return id === null ? name : `${name}:${id}`;
}

/** False if the message has no room for another emoji. */
export function addReaction(world: World, post: Post, person: Person, emoji: Emoji): boolean {
  const key = emojiKey(emoji);
  const present = post.reactions.get(key);
  if (present === undefined && post.reactions.size >= reactionLimit) return false;
  if (present?.includes(person.id)) return true;
  post.reactions.set(key, [...(present ?? []), person.id]);
  showReactions(world, post);
  world.emit({ type: 'reactionAdd', post, person, emoji });
  return true;
}

export function removeReaction(world: World, post: Post, person: Person, emoji: Emoji): void {
  const key = emojiKey(emoji);
  const present = post.reactions.get(key);
  if (!present?.includes(person.id)) return;
  const left = present.filter((id) => id !== person.id);
  if (left.length === 0) post.reactions.delete(key);
  else post.reactions.set(key, left);
  showReactions(world, post);
  world.emit({ type: 'reactionRemove', post, person, emoji });
}

function showReactions(world: World, post: Post): void {
  const reactions = [...post.reactions].map(([key, ids]): APIReaction => {
    const emoji = parseEmoji(key) ?? { id: null, name: key };
    const count_details = { burst: 0, normal: ids.length };
    return {
      emoji,
      count: ids.length,
      count_details,
      me: ids.includes(world.bot.id),
      me_burst: false,
      burst_colors: [],
    };
  });
  post.message = { ...post.message, reactions };
}
