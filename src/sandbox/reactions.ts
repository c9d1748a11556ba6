import type { Person, Post, World } from './world.ts';

/** Different emoji on one message. */
const reactionLimit = 20;
const unicode = /^(?=.*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3))\P{L}{1,16}$/u;

/** The text itself if it is one emoji of Unicode; the guild has none of its own. */
export function parseEmoji(text: string): string | undefined {
  return unicode.test(text) ? text : undefined;
}

/** False if the message has no room for another emoji. */
export function addReaction(world: World, post: Post, person: Person, emoji: string): boolean {
  const present = post.reactions.get(emoji) ?? [];
  if (present.length === 0 && post.reactions.size >= reactionLimit) return false;
  if (present.includes(person.id)) return true;
  post.reactions.set(emoji, [...present, person.id]);
  showReactions(world, post);
  world.emit({ type: 'reactionAdd', post, person, emoji });
  return true;
}

export function removeReaction(world: World, post: Post, person: Person, emoji: string): void {
  const present = post.reactions.get(emoji) ?? [];
  if (!present.includes(person.id)) return;
  const left = present.filter((id) => id !== person.id);
  if (left.length === 0) post.reactions.delete(emoji);
  else post.reactions.set(emoji, left);
  showReactions(world, post);
  world.emit({ type: 'reactionRemove', post, person, emoji });
}

function showReactions(world: World, post: Post): void {
  const reactions = [...post.reactions].map(([name, ids]) => ({
    emoji: { id: null, name },
    count: ids.length,
    count_details: { burst: 0, normal: ids.length },
    me: ids.includes(world.bot.id),
    me_burst: false,
    burst_colors: [],
  }));
  post.message = { ...post.message, reactions };
}
