import type { APIMessage, APISelectMenuComponent } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Client } from '../client.ts';
import { isComposing, updateThen } from '../dialogs/afterDraw.ts';
import { nextIndex, optionView, showOption } from '../dialogs/optionView.ts';
import { choicesFor, choicesOf, type SelectChoice } from '../dialogs/selectChoices.ts';
import { icon } from '../icons.ts';

/** The list of a select menu that stands open. */
interface OpenList {
  readonly message: APIMessage;
  readonly select: APISelectMenuComponent;
  readonly place: Readonly<Record<string, string>>;
  readonly before: readonly string[];
  chosen: readonly string[];
  filter: string;
  /** Which choice the keys have come to. */
  active: number;
  /** Letters typed in quick succession find a choice. */
  typed: { text: string; at: number };
}

const lists = new WeakMap<Client, OpenList>();
/** What was chosen stays to be seen until the bot changes the message. */
const chosenIn = new WeakMap<APIMessage, Map<string, readonly string[]>>();

/** Pixels that a list may take below its button before it opens upwards, and at most. */
const roomWanted = 260;
const mostHeight = 340;
/** Milliseconds between two letters of one word. */
const typingMs = 700;

/** The list of a select menu that stands open, if any. */
export function openListOf(client: Client): { readonly message: APIMessage } | undefined {
  return lists.get(client);
}

/** A select menu: a button that opens its list. */
export function selectView(
  client: Client,
  message: APIMessage,
  select: APISelectMenuComponent,
): TemplateResult {
  const { custom_id, placeholder, disabled } = select;
  const isOpen = lists.get(client)?.select === select;
  const chosen = choicesOf(client, select, valuesOf(message, select));
  const label = placeholder ?? client.words.form.choose;
  return html`<button
    class="select ${client.isBusy(message, custom_id) ? 'is-busy' : ''}"
    id=${idOf(message, select)}
    role="combobox"
    aria-haspopup="listbox"
    aria-expanded=${isOpen}
    aria-controls=${isOpen ? 'select-options' : nothing}
    aria-label=${[label, ...chosen.map(({ name }) => name)].join(', ')}
    aria-disabled=${client.isWaiting(message)}
    ?disabled=${disabled === true}
    @click=${({ currentTarget }: Event) => open(client, message, select, currentTarget)}
  >
    <span class="select-value">
      ${
        chosen.length === 0
          ? html`<span class="select-placeholder">${label}</span>`
          : chosen.map(
              (choice) => html`<span class="select-chosen ${isMultiple(select) ? 'is-pill' : ''}"
                >${choice.mark}<span>${choice.name}</span></span
              >`,
            )
      }
    </span>
    ${client.isBusy(message, custom_id) ? html`<span class="busy-dots"></span>` : icon('down')}
  </button>`;
}

/** The open list, drawn over the channel. */
export function selectListView(client: Client): TemplateResult | typeof nothing {
  const list = lists.get(client);
  if (list === undefined || list.message.channel_id !== client.channelId) return nothing;
  const { select, place, filter, active } = list;
  const { words } = client;
  const choices = choicesFor(client, select, filter);
  const label = select.placeholder ?? words.form.choose;
  const activeId = choices[active] === undefined ? nothing : optionId(active);
  return html`<div class="select-backdrop" @pointerdown=${() => leave(client, list)}></div>
    <div class="select-list" style=${styleMap(place)} @keydown=${(event: KeyboardEvent) => takeKey(client, list, event)}>
      ${
        hasFilter(select)
          ? html`<input
              class="select-filter"
              role="combobox"
              aria-expanded="true"
              aria-controls="select-options"
              aria-activedescendant=${activeId}
              aria-label=${words.form.search}
              placeholder=${words.form.search}
              autocomplete="off"
              .value=${live(filter)}
              @input=${(event: InputEvent) => search(client, list, event)}
            />`
          : nothing
      }
      <ul
        id="select-options"
        class="select-options"
        role="listbox"
        tabindex=${hasFilter(select) ? -1 : 0}
        aria-label=${label}
        aria-multiselectable=${isMultiple(select)}
        aria-activedescendant=${hasFilter(select) ? nothing : activeId}
      >
        ${choices.map((choice, index) => choiceView(client, list, choice, index))}
        ${choices.length === 0 ? html`<li class="select-none">${words.composer.nothingFits}</li>` : nothing}
      </ul>
      ${isMultiple(select) ? doneView(client, list) : nothing}
    </div>`;
}

function choiceView(client: Client, list: OpenList, choice: SelectChoice, index: number): TemplateResult {
  const { select, chosen, active } = list;
  const isSelected = chosen.includes(choice.value);
  const check = isSelected ? icon('check') : nothing;
  return optionView(choice, {
    id: optionId(index),
    isHighlighted: index === active,
    isSelected,
    isDisabled: isMultiple(select) && !isSelected && chosen.length >= most(select),
    end: isMultiple(select) ? html`<span class="select-check">${check}</span>` : check,
    highlight: () => client.update(() => (list.active = index)),
    take: () => take(client, list, choice.value),
  });
}

function doneView(client: Client, list: OpenList): TemplateResult {
  const { chosen } = list;
  return html`<button class="select-done" ?disabled=${!isAllowed(list)} @click=${() => leave(client, list)}>
    ${client.words.log.chooseThese(chosen.length)}
  </button>`;
}

function isMultiple(select: APISelectMenuComponent): boolean {
  return most(select) > 1;
}

function most({ max_values = 1 }: APISelectMenuComponent): number {
  return max_values;
}

function isAllowed({ select, chosen }: OpenList): boolean {
  return chosen.length >= (select.min_values ?? 1) && chosen.length <= most(select);
}

function hasFilter({ type }: APISelectMenuComponent): boolean {
  return type !== ComponentType.StringSelect;
}

function idOf({ id }: APIMessage, { custom_id }: APISelectMenuComponent): string {
  return `select-${id}-${custom_id}`;
}

function optionId(index: number): string {
  return `select-option-${index}`;
}

function valuesOf(message: APIMessage, select: APISelectMenuComponent): readonly string[] {
  const chosen = chosenIn.get(message)?.get(select.custom_id);
  if (chosen !== undefined) return chosen;
  if (select.type !== ComponentType.StringSelect) return select.default_values?.map(({ id }) => id) ?? [];
  return select.options.filter((option) => option.default).map(({ value }) => value);
}

function open(
  client: Client,
  message: APIMessage,
  select: APISelectMenuComponent,
  button: EventTarget | null,
): void {
  if (!(button instanceof HTMLElement) || client.isWaiting(message)) return;
  const before = valuesOf(message, select);
  const list: OpenList = {
    message,
    select,
    place: placeBeside(button),
    before,
    chosen: before,
    filter: '',
    active: 0,
    typed: { text: '', at: 0 },
  };
  const first = choicesFor(client, select, list.filter).findIndex(({ value }) => before.includes(value));
  list.active = Math.max(first, 0);
  const focus = () => {
    const selector = hasFilter(select) ? '.select-filter' : '.select-options';
    document.querySelector<HTMLElement>(selector)?.focus();
    showActive(list);
  };
  updateThen(client, () => lists.set(client, list), focus);
}

/** Below the button, or above where there is more room. */
function placeBeside(button: HTMLElement): Record<string, string> {
  const { left, width, top, bottom } = button.getBoundingClientRect();
  const below = window.innerHeight - bottom - 12;
  const isAbove = below < roomWanted && top > below;
  const room = Math.min(isAbove ? top - 12 : below, mostHeight);
  const side = isAbove ? { bottom: `${window.innerHeight - top + 4}px` } : { top: `${bottom + 4}px` };
  return { ...side, left: `${left}px`, width: `${width}px`, 'max-height': `${room}px` };
}

function showActive({ active }: OpenList): void {
  showOption(optionId(active));
}

function close(client: Client, { message, select }: OpenList): void {
  const focus = () => document.getElementById(idOf(message, select))?.focus();
  updateThen(client, () => lists.delete(client), focus);
}

/** Closing sends what was chosen among several, if it changed and is as many as it must be. */
function leave(client: Client, list: OpenList): void {
  const { select, chosen, before } = list;
  const isChanged = chosen.length !== before.length || chosen.some((value) => !before.includes(value));
  close(client, list);
  if (isMultiple(select) && isChanged && isAllowed(list)) send(client, list);
}

function send(client: Client, { message, select, chosen }: OpenList): void {
  const known = chosenIn.get(message) ?? new Map<string, readonly string[]>();
  chosenIn.set(message, known.set(select.custom_id, chosen));
  void client.select(message, select.custom_id, chosen);
}

function take(client: Client, list: OpenList, value: string): void {
  const { select, chosen } = list;
  const isChosen = chosen.includes(value);
  const without = chosen.filter((other) => other !== value);
  if (!isMultiple(select)) {
    list.chosen = isChosen && select.min_values === 0 ? [] : [value];
    close(client, list);
    send(client, list);
  } else if (isChosen || chosen.length < most(select)) {
    client.update(() => (list.chosen = isChosen ? without : [...chosen, value]));
  }
}

function search(client: Client, list: OpenList, { currentTarget }: InputEvent): void {
  if (!(currentTarget instanceof HTMLInputElement)) return;
  const { value } = currentTarget;
  client.update(() => {
    list.filter = value;
    list.active = 0;
  });
}

function takeKey(client: Client, list: OpenList, event: KeyboardEvent): void {
  if (isComposing(event) || (event.target as Element).closest('.select-done') !== null) return;
  const choices = choicesFor(client, list.select, list.filter);
  const step = stepOf(event.key, list.active, choices.length, hasFilter(list.select));
  const current = choices[list.active];
  const takes = event.key === 'Enter' || (event.key === ' ' && !hasFilter(list.select));
  if (step !== null) moveTo(client, list, step);
  else if (takes && current !== undefined) take(client, list, current.value);
  else if (event.key === 'Escape') close(client, list);
  else if (event.key === 'Tab' && !isMultiple(list.select)) leave(client, list);
  else {
    find(client, list, choices, event);
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function stepOf(key: string, active: number, count: number, hasText: boolean): number | null {
  if (key === 'ArrowDown') return nextIndex(active, 1, count);
  if (key === 'ArrowUp') return nextIndex(active, -1, count);
  if (hasText) return null;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : null;
}

function moveTo(client: Client, list: OpenList, index: number): void {
  updateThen(
    client,
    () => (list.active = index),
    () => showActive(list),
  );
}

/** Letters lead to the next choice that begins with them. */
function find(client: Client, list: OpenList, choices: readonly SelectChoice[], event: KeyboardEvent): void {
  const { key, timeStamp, ctrlKey, metaKey, altKey } = event;
  if (hasFilter(list.select) || [...key].length !== 1 || ctrlKey || metaKey || altKey) return;
  const isOneWord = timeStamp - list.typed.at < typingMs;
  const text = (isOneWord ? list.typed.text : '') + key.toLowerCase();
  list.typed = { text, at: timeStamp };
  const found = choices.findIndex(({ name }) => name.toLowerCase().startsWith(text));
  if (found >= 0) moveTo(client, list, found);
}
