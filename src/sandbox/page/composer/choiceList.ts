import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { updateThen } from '../dialogs/afterDraw.ts';
import { type Choice, nextIndex, optionView, showOption } from '../dialogs/optionView.ts';
import { type Composer, ids } from './state.ts';

/** What can be chosen for what is being typed; drawn above the composer. */
export interface ChoiceList {
  readonly label: string;
  readonly items: readonly ListItem[];
  /** 0: Enter chooses the first unless another is highlighted; -1: none is before an arrow key. */
  readonly startsAt: 0 | -1;
  /** Said in place of items. */
  readonly note?: string;
  /** The items are those of before. */
  readonly isLoading?: boolean;
}

export interface ListItem extends Choice {
  readonly key: string;
  /** At the far edge. */
  readonly note?: string;
  readonly choose: () => void;
}

export function listView(composer: Composer, list: ChoiceList): TemplateResult {
  const highlighted = highlightedIn(composer, list);
  return html`${list.items.length === 0 && list.note !== undefined ? noteView(list, list.note) : nothing}
    <ul
      id=${ids.list}
      class="composer-list ${list.isLoading === true ? 'is-loading' : ''}"
      role="listbox"
      aria-label=${list.label}
      aria-busy=${list.isLoading === true}
      @mousedown=${(event: MouseEvent) => event.preventDefault()}
    >
      ${repeat(
        list.items,
        ({ key }) => key,
        (item, index) => itemView(composer, item, index, index === highlighted),
      )}
    </ul>`;
}

function noteView({ isLoading }: ChoiceList, note: string): TemplateResult {
  const bars =
    isLoading === true ? html`<span class="composer-bar"></span><span class="composer-bar"></span>` : '';
  return html`<p class="composer-note" role="status">${note}${bars}</p>`;
}

function itemView(composer: Composer, item: ListItem, index: number, isHighlighted: boolean): TemplateResult {
  const { note, choose } = item;
  return optionView(item, {
    id: itemId(index),
    isHighlighted,
    isSelected: isHighlighted,
    end: note === undefined ? nothing : html`<small>${note}</small>`,
    highlight: () => composer.client.update(() => (composer.highlighted = index)),
    take: () => {
      endComposition();
      choose();
    },
  });
}

/** What an input method still works on would else be written into the changed field. */
function endComposition(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) activeElement.blur();
}

/** For `aria-activedescendant` of the field that the list belongs to. */
export function activeItem(composer: Composer, list: ChoiceList | null): string | typeof nothing {
  const index = list === null ? -1 : highlightedIn(composer, list);
  return index < 0 ? nothing : itemId(index);
}

/** Arrows, Enter, Escape and, if it `tabChooses`, Tab; true: the key was for the list. */
export function takeListKey(
  composer: Composer,
  list: ChoiceList,
  { key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent,
  tabChooses: boolean,
): boolean {
  if (ctrlKey || altKey || metaKey || shiftKey) return false;
  const highlighted = highlightedIn(composer, list);
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
      if (list.items.length === 0) return false;
      highlight(composer, nextIndex(highlighted, key === 'ArrowDown' ? 1 : -1, list.items.length));
      return true;
    case 'Escape':
      composer.client.update(() => (composer.isListClosed = true));
      return true;
    case 'Enter':
    case 'Tab': {
      const item = list.items[highlighted];
      if (item === undefined || (key === 'Tab' && !tabChooses)) return false;
      item.choose();
      return true;
    }
    default:
      return false;
  }
}

function highlight(composer: Composer, index: number): void {
  updateThen(
    composer.client,
    () => (composer.highlighted = index),
    () => showOption(itemId(index)),
  );
}

function highlightedIn({ highlighted }: Composer, { items, startsAt }: ChoiceList): number {
  return Math.min(highlighted ?? startsAt, items.length - 1);
}

function itemId(index: number): string {
  return `composer-item-${index}`;
}
