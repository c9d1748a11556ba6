import {
  type APIMessage,
  type APIModalInteractionResponseCallbackComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { ShownModal } from '../../src/sandbox/user/modal.ts';
import { customIds } from './customIds.ts';
import { seededRandom } from './flows.ts';
import { quizPack } from './quizPack.ts';
import { openTown, read, type Town, type TownOptions } from './town.ts';

export const square = '1261000000000000021';
export const people = {
  mina: '1261000000000000031',
  alex: '1261000000000000032',
  mod: '1261000000000000033',
  newcomer: '1261000000000000034',
} as const;

/** A town with the test quiz, and what is needed to play there. */
export interface Table extends Town {
  readonly mina: ReturnType<Town['sandbox']['as']>;
  readonly alex: ReturnType<Town['sandbox']['as']>;
  readonly mod: ReturnType<Town['sandbox']['as']>;
  /** What everybody sees of the bot in a channel, oldest first. */
  readonly posts: (channel?: string) => APIMessage[];
  /** The last of them. */
  readonly last: (channel?: string) => APIMessage;
  /** They as they are read. */
  readonly board: (channel?: string) => string[][];
}

export async function openTable(options: TownOptions = {}): Promise<Table> {
  const town = await openTown({ packs: [quizPack], random: seededRandom(), ...options });
  const { sandbox } = town;
  const posts = (channel = square) => postedIn(town, channel);
  return {
    ...town,
    ...{ mina: sandbox.as('mina'), alex: sandbox.as('alex'), mod: sandbox.as('mod') },
    posts,
    last: (channel) => there(posts(channel).at(-1)),
    board: (channel) => posts(channel).map((message) => read(message)),
  };
}

type Start = NonNullable<Parameters<Person['command']>[1]>;

/** Mina has opened a game, with these options of the command, and its lobby is there. */
export async function openLobby(options: Start, town: TownOptions = {}): Promise<Table> {
  const table = await openTable(town);
  await table.mina.command('퀴즈', { 할일: 'start', ...options });
  await table.wake();
  return table;
}

/** The same game, when its first question is there. */
export async function openQuestion(options: Start, town: TownOptions = {}): Promise<Table> {
  const table = await openLobby(options, town);
  await table.pass(5);
  return table;
}

/** What everybody sees of the bot in a channel, oldest first. */
export function postedIn({ sandbox }: Pick<Town, 'sandbox'>, channel = square): APIMessage[] {
  return [...sandbox.world.channel(channel).posts.values()]
    .map(({ message }) => message)
    .filter(({ author, flags = 0 }) => {
      return author.id === sandbox.world.bot.id && (flags & MessageFlags.Ephemeral) === 0;
    });
}

export function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('nothing is there');
  return value;
}

type Person = Table['mina'];

/** Opens the form of a question, sends it, and gives what the bot says to that. */
export async function writeAnswer(person: Person, question: APIMessage, text: string): Promise<string[]> {
  const { modal } = await person.click(question, there(customIds(question)[0]));
  return read((await person.submit(modal, { text })).message);
}

/** A form as it is read: its title, the texts in it, and what its fields are called. */
export function readForm(modal: ShownModal | undefined): string[] {
  const { title, components } = there(modal);
  const parts = components as readonly APIModalInteractionResponseCallbackComponent[];
  return [
    title,
    ...parts.map((part) => {
      if (part.type === ComponentType.TextDisplay) return part.content;
      return part.type === ComponentType.Label ? `[${part.label}]` : '';
    }),
  ];
}

/** Presses a button, and gives what the bot says to that. */
export async function press(person: Person, message: APIMessage, label: string): Promise<string[]> {
  const { message: answer, ephemeral, updated } = await person.click(message, label);
  if (answer !== undefined && !ephemeral) throw new Error('everybody can see the answer');
  return read(answer ?? updated);
}
