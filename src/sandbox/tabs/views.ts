import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIMessage,
  ChannelType,
  PermissionFlagsBits as Flags,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { ChannelView, CommandView, OptionView, PersonView, RoleView, TownView } from '../protocol.ts';
import { shownName } from '../user/picker.ts';
import type { Channel, Person, Post, World } from '../world.ts';

/** The town as one person sees it. */
export function townView(world: World, me: Person, botIsOnline: boolean): TownView {
  const { id, name } = world.setting.guild;
  return {
    guild: { id, name },
    me: personView(world, me),
    bot: personView(world, world.bot),
    botIsOnline,
    people: [...world.people.values()].map((person) => personView(world, person)),
    roles: roleViews(world),
    channels: inOrder(world, me).map((channel) => channelView(world, me, channel)),
  };
}

function personView(world: World, person: Person): PersonView {
  const { id, name, displayName, isBot, locale } = person;
  const held = roleViews(world).filter((role) => person.roles.includes(role.id));
  const color = held.find((role) => role.color !== null)?.color ?? null;
  return { id, name, displayName, isBot, locale, roles: held.map((role) => role.name), color };
}

/** Without @everyone, whose id is the guild's. */
function roleViews(world: World): RoleView[] {
  return world.setting.roles
    .filter(({ id }) => id !== world.guildId)
    .map(({ id, name, color }) => ({
      id,
      name,
      color: color === undefined ? null : `#${color.toString(16).padStart(6, '0')}`,
    }));
}

/** The guild's channels, each followed by its threads, then the direct messages with the bot. */
function inOrder(world: World, me: Person): Channel[] {
  const direct = world.directChannel(me);
  const all = [...world.channels.values()].filter((channel) => world.may(me, channel, Flags.ViewChannel));
  const top = all.filter(({ thread, recipient }) => thread === undefined && recipient === undefined);
  return [
    ...top.flatMap((channel) => [channel, ...all.filter(({ thread }) => thread?.parent === channel)]),
    direct,
  ];
}

function channelView(world: World, me: Person, channel: Channel): ChannelView {
  const { id, type, name, topic, thread, recipient } = channel;
  const may = (flag: bigint) => world.may(me, channel, flag);
  return {
    id,
    type,
    name: recipient === undefined ? name : world.bot.displayName,
    topic,
    parentId: thread?.parent.id ?? null,
    mayWrite: may(thread === undefined ? Flags.SendMessages : Flags.SendMessagesInThreads),
    mayReact: may(Flags.AddReactions),
    mayUseCommands: may(Flags.UseApplicationCommands),
    mayModerate: type !== ChannelType.DM && may(Flags.ManageMessages),
  };
}

/** A message as one person sees it: the reactions that are theirs are marked, not the bot's. */
export function messageView({ message, reactions }: Post, me: Person): APIMessage {
  if (message.reactions === undefined) return message;
  const isMine = (key: string) => reactions.get(key)?.includes(me.id) === true;
  const shown = message.reactions.map((reaction) => ({
    ...reaction,
    me: isMine(reaction.emoji.name ?? '') || isMine(`${reaction.emoji.name}:${reaction.emoji.id}`),
  }));
  return { ...message, reactions: shown };
}

/** A command as the picker lists it: one entry for each subcommand. */
export function commandViews(command: APIApplicationCommand, locale: string): CommandView[] {
  const named = { path: command.name, name: shownName(command, locale) };
  return leaves({ ...named, described: command, options: command.options ?? [] }, locale).map((leaf) => ({
    path: leaf.path,
    id: command.id,
    type: command.type,
    name: leaf.name,
    description: shownDescription(leaf.described, locale),
    options: leaf.options.flatMap((option) => (nests(option) ? [] : optionView(option, locale))),
  }));
}

interface Leaf {
  path: string;
  name: string;
  described: Described;
  options: readonly APIApplicationCommandOption[];
}

function leaves(parent: Leaf, locale: string): Leaf[] {
  const nested = parent.options.filter(nests);
  if (nested.length === 0) return [parent];
  return nested.flatMap((option) => {
    const path = `${parent.path} ${option.name}`;
    const name = `${parent.name} ${shownName(option, locale)}`;
    return leaves({ path, name, described: option, options: option.options ?? [] }, locale);
  });
}

function nests(option: APIApplicationCommandOption) {
  return option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup;
}

function optionView(option: APIApplicationCommandBasicOption, locale: string): OptionView {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  const [least, most] = boundsOf(option);
  return {
    key: option.name,
    type: option.type,
    name: shownName(option, locale),
    description: shownDescription(option, locale),
    required: option.required === true,
    autocompletes: 'autocomplete' in option && option.autocomplete === true,
    choices: choices.map((choice) => ({ name: shownName(choice, locale), value: choice.value })),
    channelTypes: 'channel_types' in option ? (option.channel_types ?? []) : [],
    least: least ?? null,
    most: most ?? null,
  };
}

function boundsOf(option: APIApplicationCommandBasicOption): (number | undefined)[] {
  if ('min_length' in option || 'max_length' in option) return [option.min_length, option.max_length];
  return 'min_value' in option || 'max_value' in option ? [option.min_value, option.max_value] : [];
}

interface Described {
  description: string;
  description_localizations?: Partial<Record<string, string | null>> | null | undefined;
}

function shownDescription({ description, description_localizations }: Described, locale: string): string {
  const named = { name: description, name_localizations: description_localizations };
  return shownName(named, locale);
}
