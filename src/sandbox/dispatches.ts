import {
  type APIMessage,
  ChannelType,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { channelPayload, memberBesideUser, memberPayload, messageForBot } from './payloads.ts';
import type { Channel, Person, Post, World, WorldEvent } from './world.ts';

/** Something the gateway tells those sessions that asked for it. */
export interface Dispatch {
  t: Event;
  /** The payload depends on the intents: see `messageForBot`. */
  d: (intents: number) => object;
  /** The intent that lets it through; 0 if none is needed. */
  intent: number;
  /** Direct messages belong to no guild; they go to shard 0. */
  inGuild: boolean;
}

/** What the bot hears of an event: nothing of ephemeral messages and of channels it cannot see. */
export function dispatchOf(world: World, event: WorldEvent): Dispatch | undefined {
  switch (event.type) {
    case 'interactionCreate':
      return dispatch(Event.InteractionCreate, event.channel, 0, () => event.payload);
    case 'messageCreate':
    case 'messageUpdate':
    case 'messageDelete':
      return messageDispatch(world, event.type, event.post);
    case 'reactionAdd':
    case 'reactionRemove':
      return reactionDispatch(world, event);
    case 'typing':
      return event.person.isBot ? undefined : typingDispatch(world, event.channel, event.person);
    case 'threadCreate':
      return dispatch(Event.ThreadCreate, event.channel, Intent.Guilds, () => ({
        ...channelPayload(world, event.channel),
        newly_created: true,
      }));
    case 'pinsUpdate': {
      const intent = isDirect(event.channel) ? Intent.DirectMessages : Intent.Guilds;
      return dispatch(Event.ChannelPinsUpdate, event.channel, intent, () => ({
        ...place(world, event.channel),
        last_pin_timestamp: [...event.channel.pins.values()].at(-1) ?? null,
      }));
    }
    default:
      return undefined;
  }
}

function dispatch(t: Event, channel: Channel, intent: number, d: Dispatch['d']): Dispatch {
  return { t, d, intent, inGuild: !isDirect(channel) };
}

function isDirect(channel: Channel): boolean {
  return channel.type === ChannelType.DM;
}

function place(world: World, channel: Channel): { channel_id: string; guild_id?: string } {
  return { channel_id: channel.id, ...(isDirect(channel) ? {} : { guild_id: world.guildId }) };
}

const messageEvents = {
  messageCreate: Event.MessageCreate,
  messageUpdate: Event.MessageUpdate,
  messageDelete: Event.MessageDelete,
} as const;

function messageDispatch(world: World, type: keyof typeof messageEvents, post: Post): Dispatch | undefined {
  const { channel, message, audience } = post;
  if (audience !== undefined || !world.may(world.bot, channel, PermissionFlagsBits.ViewChannel))
    return undefined;
  const intent = isDirect(channel) ? Intent.DirectMessages : Intent.GuildMessages;
  return dispatch(messageEvents[type], channel, intent, (intents) =>
    type === 'messageDelete'
      ? { id: message.id, ...place(world, channel) }
      : withMembers(world, channel, messageForBot(world, post, (intents & Intent.MessageContent) !== 0)),
  );
}

/** In a guild the gateway adds the author's and the mentioned users' membership. */
function withMembers(world: World, channel: Channel, message: APIMessage): object {
  const base = { ...message, ...place(world, channel), channel_type: channel.type };
  if (isDirect(channel)) return base;
  const author = world.people.get(message.author.id);
  const mentions = message.mentions.map((user) => {
    const person = world.people.get(user.id);
    return person === undefined ? user : { ...user, member: memberBesideUser(person) };
  });
  return { ...base, mentions, ...(author === undefined ? {} : { member: memberBesideUser(author) }) };
}

function reactionDispatch(
  world: World,
  { type, post, person, emoji }: Extract<WorldEvent, { type: 'reactionAdd' | 'reactionRemove' }>,
): Dispatch | undefined {
  if (post.audience !== undefined) return undefined;
  const t = type === 'reactionAdd' ? Event.MessageReactionAdd : Event.MessageReactionRemove;
  const direct = isDirect(post.channel);
  const intent = direct ? Intent.DirectMessageReactions : Intent.GuildMessageReactions;
  return dispatch(t, post.channel, intent, () => ({
    ...place(world, post.channel),
    user_id: person.id,
    message_id: post.message.id,
    message_author_id: post.message.author.id,
    emoji,
    burst: false,
    type: 0,
    ...(direct || type === 'reactionRemove' ? {} : { member: memberPayload(person) }),
  }));
}

function typingDispatch(world: World, channel: Channel, person: Person): Dispatch {
  const direct = isDirect(channel);
  const intent = direct ? Intent.DirectMessageTyping : Intent.GuildMessageTyping;
  return dispatch(Event.TypingStart, channel, intent, () => ({
    ...place(world, channel),
    user_id: person.id,
    timestamp: Math.floor(world.now() / 1000),
    ...(direct ? {} : { member: memberPayload(person) }),
  }));
}
