import { type APIMessage, PermissionFlagsBits as Flags } from 'discord-api-types/v10';
import { composeMessage, messagePings } from '../compose.ts';
import { contentLimit } from '../overlay/messages.ts';
import { lengthOf } from '../problem.ts';
import { addReaction, parseEmoji } from '../reactions.ts';
import type { World } from '../world.ts';
import { type Actor, channelOf, seenPost, type Where } from './place.ts';
import { NotPossible } from './resolve.ts';

export interface Writing extends Where {
  replyTo?: APIMessage | string;
  /** Whether a reply pings the author of what it answers; yes by default. */
  ping?: boolean;
}

/** Posts a person's message. `@name` of someone present becomes a mention. */
export function write(
  actor: Actor,
  text: string,
  { replyTo: target, ping = true, ...where }: Writing,
): APIMessage {
  const { person, backend } = actor;
  const { world } = backend;
  const replyTo = target === undefined ? undefined : seenPost(actor, target);
  const channel = replyTo?.channel ?? channelOf(actor, where);
  const needed = channel.thread === undefined ? Flags.SendMessages : Flags.SendMessagesInThreads;
  if (!world.may(person, channel, needed))
    throw new NotPossible(`${person.name} may not write in ${channel.name}.`);
  const content = withMentions(world, text);
  if (content.trim() === '') throw new NotPossible('A message cannot be empty.');
  if (lengthOf(content) > contentLimit) throw new NotPossible(`A message holds ${contentLimit} characters.`);
  const allowed_mentions = { parse: messagePings, replied_user: ping };
  const draft = { channel, author: person, body: { content, allowed_mentions }, replyTo };
  return world.addPost({ channel, message: composeMessage(backend, draft) }).message;
}

/** Longer names first: `@mina` must not eat the start of `@minari`. */
function withMentions(world: World, text: string): string {
  const people = [...world.people.values()].toSorted((a, b) => b.name.length - a.name.length);
  return people.reduce((written, { name, id }) => written.replaceAll(`@${name}`, `<@${id}>`), text);
}

/** Deletes a message: one's own, or as a moderator another's. */
export function erase(actor: Actor, message: APIMessage | string): void {
  const { person, backend } = actor;
  const post = seenPost(actor, message);
  const own = post.message.author.id === person.id;
  if (!own && !backend.world.may(person, post.channel, Flags.ManageMessages))
    throw new NotPossible(`${person.name} may not delete that message.`);
  backend.world.deletePost(post);
}

export function react(actor: Actor, message: APIMessage | string, text: string): void {
  const { person, backend } = actor;
  const post = seenPost(actor, message);
  const emoji = parseEmoji(text);
  if (emoji === undefined) throw new NotPossible(`${text} is no emoji.`);
  if (!post.reactions.has(emoji) && !backend.world.may(person, post.channel, Flags.AddReactions))
    throw new NotPossible(`${person.name} may not react in ${post.channel.name}.`);
  if (!addReaction(backend.world, post, person, emoji))
    throw new NotPossible('The message has no room for it.');
}
