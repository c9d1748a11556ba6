import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { CommandView, FileView, GivenOption, OptionView } from '../../protocol.ts';
import { isTooLarge } from '../dialogs/fileSize.ts';

/** A slash command while it is being filled in; every change gives a new one. */
export interface CommandDraft {
  readonly command: CommandView;
  /** The options that are given, or have to be, in the order in which they are shown. */
  readonly fields: readonly DraftField[];
}

export interface DraftField {
  readonly option: OptionView;
  readonly text: string;
  /** What was chosen from a list, or a file; typing takes it back. Sent in place of the text. */
  readonly chosen: Chosen | null;
}

export interface Chosen {
  /** Stands in the field. */
  readonly name: string;
  readonly value: GivenOption;
}

/** Why a field cannot be sent as it is. */
export type Problem =
  | { readonly kind: 'missing' | 'number' | 'integer' | 'choice' | 'tooLarge' }
  | { readonly kind: 'atLeast' | 'atMost' | 'tooShort' | 'tooLong'; readonly limit: number };

/** Discord's limit for a text without one of its own. */
const textLimit = 6000;

/** A command with nothing filled in: the required options stand there at once. */
export function startDraft(command: CommandView): CommandDraft {
  return { command, fields: command.options.filter(({ required }) => required).map(emptyField) };
}

/** The options that may still be added. */
export function remainingOptions({ command, fields }: CommandDraft): readonly OptionView[] {
  return command.options.filter(({ key }) => !fields.some(({ option }) => option.key === key));
}

export function addOption(draft: CommandDraft, key: string): CommandDraft {
  const added = remainingOptions(draft).filter((option) => option.key === key);
  return { ...draft, fields: [...draft.fields, ...added.map(emptyField)] };
}

/** Takes an optional option away again; a required one stays. */
export function removeOption(draft: CommandDraft, key: string): CommandDraft {
  const fields = draft.fields.filter(({ option }) => option.key !== key || option.required);
  return { ...draft, fields };
}

export function setText(draft: CommandDraft, key: string, text: string): CommandDraft {
  return changeField(draft, key, { text, chosen: null });
}

export function choose(draft: CommandDraft, key: string, chosen: Chosen): CommandDraft {
  return changeField(draft, key, { text: chosen.name, chosen });
}

export function attach(draft: CommandDraft, key: string, file: FileView): CommandDraft {
  return choose(draft, key, { name: file.name, value: file });
}

/** What was filled in, in the command as it stands now: in another language, or registered anew. */
export function inCommand(draft: CommandDraft, command: CommandView): CommandDraft {
  const kept = draft.fields.flatMap((field) => {
    const option = command.options.find(
      ({ key, type }) => key === field.option.key && type === field.option.type,
    );
    return option === undefined ? [] : [renamed(field, option)];
  });
  const missing = startDraft(command).fields.filter(
    ({ option }) => !kept.some((field) => field.option.key === option.key),
  );
  return { command, fields: [...kept, ...missing] };
}

/** By option, why it cannot be sent; empty: the command can be. */
export function problems({ fields }: CommandDraft): ReadonlyMap<string, Problem> {
  return new Map(
    fields.flatMap((field) => {
      const problem = problemOf(field);
      return problem === null ? [] : [[field.option.key, problem]];
    }),
  );
}

export function problemOf(field: DraftField): Problem | null {
  const { option, chosen } = field;
  const read = readField(field);
  if (read === undefined) return option.required ? { kind: 'missing' } : null;
  if (isProblem(read)) return read;
  if (isFile(read)) return isTooLarge(read) ? { kind: 'tooLarge' } : null;
  return chosen === null ? boundsProblem(option, read) : null;
}

/** What is filled in and right, as the sandbox wants it: by key. */
export function optionsToSend({ fields }: CommandDraft): Record<string, GivenOption> {
  const given = fields.flatMap((field) => {
    const value = readField(field);
    return value === undefined || problemOf(field) !== null ? [] : [[field.option.key, value]];
  });
  return Object.fromEntries(given);
}

/** The same while an option is being typed for suggestions: the others. */
export function othersToSend(draft: CommandDraft, key: string): Record<string, GivenOption> {
  const { [key]: _typed, ...others } = optionsToSend(draft);
  return others;
}

function emptyField(option: OptionView): DraftField {
  return { option, text: '', chosen: null };
}

function changeField(draft: CommandDraft, key: string, change: Partial<DraftField>): CommandDraft {
  const fields = draft.fields.map((field) => (field.option.key === key ? { ...field, ...change } : field));
  return { ...draft, fields };
}

/** A chosen choice is called by its name in the new language; whatever else was chosen keeps its name. */
function renamed(field: DraftField, option: OptionView): DraftField {
  const choice = option.choices.find(({ value }) => value === field.chosen?.value);
  return choice === undefined ? { ...field, option } : { option, text: choice.name, chosen: choice };
}

/** Undefined: nothing is filled in. */
function readField({ option, text, chosen }: DraftField): GivenOption | Problem | undefined {
  if (chosen !== null) return chosen.value;
  const typed = text.trim();
  if (typed === '') return undefined;
  if (option.choices.length > 0) {
    const choice = option.choices.find(({ name, value }) => name === typed || String(value) === typed);
    return choice?.value ?? { kind: 'choice' };
  }
  if (option.type === Type.String) return typed;
  if (option.type === Type.Integer) return parsed(typed, /^[+-]?\d+$/, 'integer');
  if (option.type === Type.Number) return parsed(typed, /^[+-]?(\d+\.?\d*|\.\d+)$/, 'number');
  return { kind: 'choice' };
}

function parsed(typed: string, pattern: RegExp, kind: 'integer' | 'number'): number | Problem {
  return pattern.test(typed) ? Number(typed) : { kind };
}

function boundsProblem({ type, least, most }: OptionView, value: GivenOption): Problem | null {
  if (type === Type.String) {
    const length = [...String(value)].length;
    if (length < (least ?? 0)) return { kind: 'tooShort', limit: least ?? 0 };
    return length > (most ?? textLimit) ? { kind: 'tooLong', limit: most ?? textLimit } : null;
  }
  if (typeof value !== 'number') return null;
  if (least !== null && value < least) return { kind: 'atLeast', limit: least };
  return most !== null && value > most ? { kind: 'atMost', limit: most } : null;
}

function isProblem(value: GivenOption | Problem): value is Problem {
  return typeof value === 'object' && 'kind' in value;
}

function isFile(value: GivenOption): value is FileView {
  return typeof value === 'object';
}
