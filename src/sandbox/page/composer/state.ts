import type { ChoiceView } from '../../protocol.ts';
import type { Client } from '../client.ts';
import { updateThen } from '../dialogs/afterDraw.ts';
import type { CommandDraft } from './commandDraft.ts';

/** What is being written in one channel; it stays while another is open. */
export interface Writing {
  text: string;
  caret: number;
  /** Sending was tried, and the text is too long. */
  isRefused: boolean;
  /** A command in place of a text. */
  filling: Filling | null;
}

export interface Filling {
  draft: CommandDraft;
  /** The option whose field is in use; null: the place behind the fields, where options are added. */
  focused: string | null;
  /** What is typed there. */
  tail: string;
  /** Options whose problem is told: sending was tried, or the field was left. */
  readonly told: Set<string>;
}

/** What the bot suggests for the field in use. */
interface Suggestions {
  readonly key: string;
  readonly state: 'loading' | 'there' | 'failed';
  readonly choices: readonly ChoiceView[];
}

export interface Composer {
  readonly client: Client;
  readonly writings: Map<string, Writing>;
  /** The item of the open list that Enter chooses, -1 for none; null: where that list begins. */
  highlighted: number | null;
  /** Escape or a choice closed the list, until something else is typed. */
  isListClosed: boolean;
  suggestions: Suggestions | null;
  /** The channel and the reply that it was drawn for. */
  drawnFor: string;
}

export const ids = {
  text: 'composer-text',
  tail: 'composer-tail',
  list: 'composer-list',
  problem: 'composer-problem',
} as const;

export function fieldId(key: string | null): string {
  return key === null ? ids.tail : `composer-field-${key}`;
}

export function writingOf({ client, writings }: Composer): Writing {
  const { channelId } = client;
  const writing = writings.get(channelId) ?? { text: '', caret: 0, isRefused: false, filling: null };
  writings.set(channelId, writing);
  return writing;
}

/** Something else is typed or in use: the list that belongs to it opens anew. */
export function reopenList(composer: Composer): void {
  composer.highlighted = null;
  composer.isListClosed = false;
}

/** Changes the composer, and puts the caret where the writing goes on. */
export function updateAndFocus(composer: Composer, change: () => void): void {
  updateThen(composer.client, change, () => focusComposer(composer));
}

export function focusComposer(composer: Composer): void {
  const field = currentField(composer);
  field?.focus();
  if (field?.id !== ids.text || !(field instanceof HTMLTextAreaElement)) return;
  const { caret } = writingOf(composer);
  field.setSelectionRange(caret, caret);
}

function currentField(composer: Composer): HTMLElement | null {
  const { filling } = writingOf(composer);
  return document.getElementById(filling === null ? ids.text : fieldId(filling.focused));
}
