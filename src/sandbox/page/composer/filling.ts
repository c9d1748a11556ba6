import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { CommandView } from '../../protocol.ts';
import { fileView } from '../dialogs/files.ts';
import {
  addOption,
  attach,
  type Chosen,
  choose,
  type DraftField,
  optionsToSend,
  problemOf,
  problems,
  remainingOptions,
  removeOption,
  setText,
  startDraft,
} from './commandDraft.ts';
import { type Composer, type Filling, reopenList, updateAndFocus, writingOf } from './state.ts';
import { askForSuggestions, typingPauseMs } from './suggestions.ts';

/** From a text to a command; what was typed behind its name goes into its first option. */
export function startFilling(composer: Composer, command: CommandView, typed = ''): void {
  const draft = startDraft(command);
  const first = draft.fields[0]?.option ?? (typed === '' ? undefined : remainingOptions(draft)[0]);
  const filled = first === undefined ? draft : setText(addOption(draft, first.key), first.key, typed);
  const filling: Filling = { draft: filled, focused: first?.key ?? null, tail: '', told: new Set() };
  updateAndFocus(composer, () => {
    Object.assign(writingOf(composer), { text: '', caret: 0, isRefused: false, filling });
    reopenList(composer);
    askForSuggestions(composer, filling, 0);
  });
}

/** Back to a text. */
export function leaveFilling(composer: Composer, text: string): void {
  updateAndFocus(composer, () => {
    Object.assign(writingOf(composer), { text, caret: text.length, filling: null });
    composer.suggestions = null;
    reopenList(composer);
  });
}

/** Puts the caret into the field of an option, or behind the fields. */
export function focusOption(composer: Composer, filling: Filling, key: string | null): void {
  updateAndFocus(composer, () => enterOption(composer, filling, key));
}

/** The caret came into a field by itself. */
export function enterOption(composer: Composer, filling: Filling, key: string | null): void {
  if (filling.focused === key) return;
  const left = filling.draft.fields.find(({ option }) => option.key === filling.focused);
  if (left !== undefined && left.text !== '') filling.told.add(left.option.key);
  filling.focused = key;
  reopenList(composer);
  askForSuggestions(composer, filling, 0);
}

/** The field before or behind the one in use; undefined: it is the last one on that side. */
export function neighbour({ draft, focused }: Filling, step: 1 | -1): string | null | undefined {
  const keys: (string | null)[] = draft.fields.map(({ option }) => option.key);
  if (hasTail({ draft })) keys.push(null);
  return keys[keys.indexOf(focused) + step];
}

/** Whether there is a place behind the fields: for more options, or because there are none. */
export function hasTail({ draft }: Pick<Filling, 'draft'>): boolean {
  return draft.fields.length === 0 || remainingOptions(draft).length > 0;
}

export function typeInto(composer: Composer, filling: Filling, key: string | null, text: string): void {
  composer.client.update(() => {
    if (key !== null) filling.draft = setText(filling.draft, key, text.replaceAll('\n', ' '));
    else if (remainingOptions(filling.draft).length > 0) filling.tail = text;
    reopenList(composer);
    askForSuggestions(composer, filling, typingPauseMs);
  });
}

/** Takes an item of a list, and goes on to the next option that has to be given. */
export function chooseFor(composer: Composer, filling: Filling, key: string, chosen: Chosen): void {
  updateAndFocus(composer, () => {
    filling.draft = choose(filling.draft, key, chosen);
    goOn(composer, filling);
  });
}

export async function attachTo(
  composer: Composer,
  filling: Filling,
  key: string,
  file: File | undefined,
): Promise<void> {
  if (file === undefined) return;
  const view = await fileView(file);
  updateAndFocus(composer, () => {
    filling.draft = attach(filling.draft, key, view);
    goOn(composer, filling);
  });
}

function goOn(composer: Composer, filling: Filling): void {
  const next = filling.draft.fields.find((field) => problemOf(field)?.kind === 'missing');
  if (next !== undefined) enterOption(composer, filling, next.option.key);
  else composer.isListClosed = true;
}

export function addAndFocus(composer: Composer, filling: Filling, key: string): void {
  updateAndFocus(composer, () => {
    filling.draft = addOption(filling.draft, key);
    filling.tail = '';
    enterOption(composer, filling, key);
  });
}

/**
 * Backspace in an empty field takes an optional one away, and goes to the one before. Where there is none, the
 * command is left for its name as a text.
 */
export function stepBack(composer: Composer, filling: Filling, field: DraftField | undefined): void {
  const before = neighbour(filling, -1) ?? null;
  if (field !== undefined && !field.option.required) {
    updateAndFocus(composer, () => {
      filling.draft = removeOption(filling.draft, field.option.key);
      enterOption(composer, filling, before);
    });
  } else if (before !== null) focusOption(composer, filling, before);
  else leaveFilling(composer, `/${filling.draft.command.name}`);
}

/** Sends the command, or tells what is wrong with it where the first of it stands. */
export function sendCommand(composer: Composer, filling: Filling): void {
  const { draft, told } = filling;
  const wrong = [...problems(draft).keys()];
  if (wrong[0] !== undefined) {
    updateAndFocus(composer, () => {
      enterOption(composer, filling, wrong[0] ?? null);
      for (const key of wrong) told.add(key);
    });
    return;
  }
  leaveFilling(composer, '');
  void composer.client.useCommand(draft.command, optionsToSend(draft));
}

export function isFileField({ option }: DraftField): boolean {
  return option.type === Type.Attachment;
}
