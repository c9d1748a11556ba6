import {
  type APIMessage,
  ChannelType,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
} from 'discord-api-types/v10';
import { channelPayload, memberBesideUser, memberPayload, messageForBot } from './payloads.ts';
import type { Channel, Person, Post, World, WorldEvent } from './world.ts';

/** Something the gateway tells those sessions that asked for it. */
export interface Dispatch {
  t: Event;
  /** The intent that lets it through; 0 if none is needed. */
  intent: number;
  /** The payload depends on the intents: see `messageForBot`. */
  d: (intents: number) => object;
}

/** What the bot hears of an event: nothing of ephemeral messages and of channels it cannot see. */
export function dispatchOf(world: World, event: WorldEvent): Dispatch | undefined {
  if ('post' in event && (event.post.audience !== undefined || !world.sees(world.bot, event.post.channel))) {
    return undefined;
  }
  switch (event.type) {
    case 'interactionCreate':
      return { t: Event.InteractionCreate, intent: 0, d: () => event.payload };
    case 'messageCreate':
      return messageDispatch(world, Event.MessageCreate, event.post);
    case 'messageUpdate':
      return messageDispatch(world, Event.MessageUpdate, event.post);
    case 'messageDelete': {
      const { channel, message } = event.post;
      return dispatchIn(world, channel, Event.MessageDelete, messageIntents, { id: message.id });
    }
    case 'reactionAdd':
    case 'reactionRemove':
      return reactionDispatch(world, event);
    case 'typing':
      return event.person.isBot ? undefined : typingDispatch(world, event.channel, event.person);
    case 'pinsUpdate': {
      const last_pin_timestamp = [...event.channel.pins.values()].at(-1) ?? null;
      return dispatchIn(world, event.channel, Event.ChannelPinsUpdate, pinIntents, { last_pin_timestamp });
    }
    case 'threadCreate': {
      const payload = { ...channelPayload(world, event.channel), newly_created: true };
      return { t: Event.ThreadCreate, intent: Intent.Guilds, d: () => payload };
    }
    case 'channelUpdate': {
      const payload = channelPayload(world, event.channel);
      return { t: Event.ChannelUpdate, intent: Intent.Guilds, d: () => payload };
    }
    case 'channelDelete': {
      const payload = channelPayload(world, event.channel);
      const t = event.channel.thread === undefined ? Event.ChannelDelete : Event.ThreadDelete;
      return { t, intent: Intent.Guilds, d: () => payload };
    }
    default:
      return undefined;
  }
}

type Intents = readonly [inGuild: Intent, direct: Intent];

const messageIntents: Intents = [Intent.GuildMessages, Intent.DirectMessages];
const reactionIntents: Intents = [Intent.GuildMessageReactions, Intent.DirectMessageReactions];
const typingIntents: Intents = [Intent.GuildMessageTyping, Intent.DirectMessageTyping];
const pinIntents: Intents = [Intent.Guilds, Intent.DirectMessages];

/** Something in a channel, told to whom it concerns there. */
function dispatchIn(
  world: World,
  channel: Channel,
  t: Event,
  [inGuild, direct]: Intents,
  payload: object | ((intents: number) => object),
): Dispatch {
  const isDirect = channel.type === ChannelType.DM;
  const place = { channel_id: channel.id, ...(isDirect ? {} : { guild_id: world.guildId }) };
  const d = (intents: number) => ({
    ...(typeof payload === 'function' ? payload(intents) : payload),
    ...place,
  });
  return { t, intent: isDirect ? direct : inGuild, d };
}

function messageDispatch(world: World, t: Event, post: Post): Dispatch {
  const { channel } = post;
  return dispatchIn(world, channel, t, messageIntents, (intents) => {
    const message = messageForBot(world, post, (intents & Intent.MessageContent) !== 0);
    const members = channel.type === ChannelType.DM ? {} : membersOf(world, message);
    return { ...message, ...members, channel_type: channel.type };
  });
}

/** In a guild the gateway adds the author's and the mentioned users' membership. */
function membersOf(world: World, { author, mentions }: APIMessage): object {
  const member = (id: string) => memberBesideUser(world.person(id));
  return {
    member: member(author.id),
    mentions: mentions.map((user) => ({ ...user, member: member(user.id) })),
  };
}

function reactionDispatch(
  world: World,
  { type, post, person, emoji }: Extract<WorldEvent, { type: 'reactionAdd' | 'reactionRemove' }>,
): Dispatch {
  const isAdded = type === 'reactionAdd';
  const t = isAdded ? Event.MessageReactionAdd : Event.MessageReactionRemove;
  return dispatchIn(world, post.channel, t, reactionIntents, {
    user_id: person.id,
    message_id: post.message.id,
    message_author_id: post.message.author.id,
    emoji: { id: null, name: emoji },
    burst: false,
    type: 0,
    ...(isAdded ? membership(post.channel, person) : {}),
  });
}

function typingDispatch(world: World, channel: Channel, person: Person): Dispatch {
  const timestamp = Math.floor(world.now() / 1000);
  const payload = { user_id: person.id, timestamp, ...membership(channel, person) };
  return dispatchIn(world, channel, Event.TypingStart, typingIntents, payload);
}

function membership({ type }: Channel, person: Person): object {
  return type === ChannelType.DM ? {} : { member: memberPayload(person) };
}
