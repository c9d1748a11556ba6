import { html } from 'lit';
import type { CommandView } from '../../protocol.ts';
import type { Client } from '../client.ts';
import { type Entity, entitiesFor } from '../dialogs/entityPicker.ts';
import { entityMark } from '../dialogs/entityView.ts';
import { nearest } from '../dialogs/nearest.ts';
import { avatarView } from '../messages/avatar.ts';
import type { ChoiceList } from './choiceList.ts';
import { startFilling } from './filling.ts';
import { type Composer, reopenList, updateAndFocus, writingOf } from './state.ts';

const slashCommand = 1;
/** People offered for an `@`. */
const mentionLimit = 8;

/** The commands or people that what is typed may mean; null: none, or the list was closed. */
export function textList(composer: Composer): ChoiceList | null {
  const { text, caret } = writingOf(composer);
  if (composer.isListClosed) return null;
  if (text.startsWith('/')) return commandList(composer, text.slice(1));
  const typed = mentionBefore(text, caret);
  return typed === null ? null : peopleList(composer, typed);
}

/** The command whose name the text begins with, and what is typed behind it; names may have several words. */
export function typedCommand(client: Client, text: string): { command: CommandView; rest: string } | null {
  const isTyped = (name: string) => text.startsWith(`/${name} `);
  const command = slashCommands(client).find(({ name, path }) => isTyped(name) || isTyped(path));
  if (command === undefined) return null;
  const name = isTyped(command.name) ? command.name : command.path;
  return { command, rest: text.slice(name.length + 2).trim() };
}

export function slashCommands({ commands, channel }: Client): readonly CommandView[] {
  return channel?.mayUseCommands === true ? commands.filter(({ type }) => type === slashCommand) : [];
}

function commandList(composer: Composer, typed: string): ChoiceList | null {
  const { client } = composer;
  const { words, town } = client;
  const commands = nearest(slashCommands(client), typed, ({ name, path }) => [name, path]);
  if (commands.length === 0 || town === null) return null;
  const items = commands.map((command) => ({
    key: command.path,
    mark: avatarView(town.bot, 32),
    name: `/${command.name}`,
    detail: command.description,
    note: town.bot.displayName,
    choose: () => startFilling(composer, command),
  }));
  return { label: words.composer.commands, items, startsAt: 0 };
}

/** What is typed behind an `@` that begins a word and that the caret still stands in; null: there is none. */
function mentionBefore(text: string, caret: number): string | null {
  return text.slice(0, caret).match(/(?:^|\s)@([^\s@]*)$/)?.[1] ?? null;
}

function peopleList(composer: Composer, typed: string): ChoiceList | null {
  const { client } = composer;
  const people = entitiesFor(client, 'user', typed).slice(0, mentionLimit);
  if (people.length === 0) return null;
  const items = people.map((person) => ({
    key: person.id,
    mark: html`${entityMark(client, person)}`,
    name: person.name,
    color: person.color,
    detail: '',
    note: person.detail,
    choose: () => completeMention(composer, typed, person),
  }));
  return { label: client.words.composer.people, items, startsAt: 0 };
}

/** The sandbox reads `@name` with the user name. */
function completeMention(composer: Composer, typed: string, { detail }: Entity): void {
  const writing = writingOf(composer);
  const before = writing.text.slice(0, writing.caret - typed.length - 1);
  const behind = writing.text.slice(writing.caret).replace(/^ /, '');
  insertBetween(composer, before, `${detail} `, behind);
}

/** Writes something at the caret, and goes on behind it. */
export function insertBetween(composer: Composer, before: string, inserted: string, behind: string): void {
  const written = before + inserted;
  updateAndFocus(composer, () => {
    Object.assign(writingOf(composer), { text: written + behind, caret: written.length });
    reopenList(composer);
  });
}
