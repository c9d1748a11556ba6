import type { APIComponentInLabel, APISelectMenuComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Client } from '../client.ts';
import { icon } from '../icons.ts';
import { isComposing, updateThen } from './afterDraw.ts';
import { choiceBounds, chosenIn, type Form } from './form.ts';
import { nextIndex, optionView, showOption } from './optionView.ts';
import { choicesFor, choicesOf, type SelectChoice } from './selectChoices.ts';

/** What a select menu of a modal is drawn from. */
interface Select {
  readonly client: Client;
  readonly form: Form;
  readonly component: APISelectMenuComponent;
  readonly choices: readonly SelectChoice[];
  readonly chosen: readonly string[];
  readonly highlighted: number;
}

/** A select menu of a modal: what is chosen, and a field to search the rest in. */
export function selectView(
  client: Client,
  form: Form,
  component: APISelectMenuComponent,
  labelling: { readonly labelId: string; readonly problemId: string | typeof nothing },
): TemplateResult {
  const id = component.custom_id;
  const isOpen = form.select?.id === id;
  const choices = isOpen ? choicesFor(client, component, form.select?.filter ?? '') : [];
  const highlighted = Math.min(form.select?.highlighted ?? 0, choices.length - 1);
  const select = { client, form, component, choices, chosen: chosenIn(form, id), highlighted };
  const { form: words } = client.words;
  return html`<div class="modal-select" @focusout=${(event: FocusEvent) => leave(select, event)}>
    <div class="modal-select-box">
      ${choicesOf(client, component, select.chosen).map((choice) => chipView(select, choice))}
      <input
        id=${inputId(component)}
        class="modal-select-input"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-labelledby=${labelling.labelId}
        aria-describedby=${labelling.problemId}
        aria-invalid=${labelling.problemId !== nothing}
        aria-expanded=${isOpen}
        aria-controls=${listId(component)}
        aria-activedescendant=${isOpen && highlighted >= 0 ? itemId(component, highlighted) : nothing}
        placeholder=${select.chosen.length > 0 ? '' : (component.placeholder ?? words.choose)}
        .value=${live(isOpen ? (form.select?.filter ?? '') : '')}
        @click=${() => open(select, '')}
        @input=${(event: InputEvent) => open(select, textOf(event))}
        @keydown=${(event: KeyboardEvent) => takeKey(select, isOpen, event)}
      />
      <span class="modal-select-arrow">${icon('down')}</span>
    </div>
    ${isOpen ? listView(select) : nothing}
  </div>`;
}

function chipView(select: Select, { value, name, mark }: SelectChoice): TemplateResult {
  const label = select.client.words.form.remove(name);
  return html`<span class="modal-chip">
    ${mark}<span>${name}</span>
    <button
      type="button"
      class="modal-chip-remove"
      tabindex="-1"
      title=${label}
      aria-label=${label}
      @mousedown=${(event: MouseEvent) => event.preventDefault()}
      @click=${() => set(select, without(select.chosen, value))}
    >
      ${icon('close')}
    </button>
  </span>`;
}

function listView(select: Select): TemplateResult {
  const { client, component, choices } = select;
  const [, most] = choiceBounds(component);
  const none = client.words.composer.nothingFits;
  return html`<ul
    id=${listId(component)}
    class="modal-list"
    role="listbox"
    aria-multiselectable=${most > 1}
    @mousedown=${(event: MouseEvent) => event.preventDefault()}
  >
    ${choices.length === 0 ? html`<li class="modal-list-none">${none}</li>` : nothing}
    ${repeat(
      choices,
      ({ value }) => value,
      (choice, index) => choiceView(select, choice, index),
    )}
  </ul>`;
}

function choiceView(select: Select, choice: SelectChoice, index: number): TemplateResult {
  const { component, chosen, highlighted } = select;
  const isSelected = chosen.includes(choice.value);
  return optionView(choice, {
    id: itemId(component, index),
    isHighlighted: index === highlighted,
    isSelected,
    isDisabled: !isSelected && isFull(select),
    end: isSelected ? icon('check') : nothing,
    highlight: () => highlight(select, index),
    take: () => toggle(select, choice.value),
  });
}

function takeKey(select: Select, isOpen: boolean, event: KeyboardEvent): void {
  if (isComposing(event)) return;
  const { chosen, choices, highlighted } = select;
  const choice = choices[highlighted];
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      if (!isOpen) open(select, '');
      else highlight(select, nextIndex(highlighted, event.key === 'ArrowDown' ? 1 : -1, choices.length));
      break;
    case 'Enter':
      if (!isOpen) open(select, '');
      else if (choice !== undefined) toggle(select, choice.value);
      break;
    case 'Escape':
      if (!isOpen) return;
      close(select);
      break;
    case 'Backspace':
      if (!(event.target instanceof HTMLInputElement) || event.target.value !== '') return;
      set(select, chosen.slice(0, -1));
      break;
    default:
      return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function open({ client, form, component }: Select, filter: string): void {
  const select = { id: component.custom_id, filter, highlighted: 0 };
  const show = () => document.getElementById(listId(component))?.scrollIntoView({ block: 'nearest' });
  updateThen(client, () => (form.select = select), show);
}

function close({ client, form }: Select): void {
  client.update(() => (form.select = null));
}

function leave(select: Select, { relatedTarget, currentTarget }: FocusEvent): void {
  const isInside =
    relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget);
  if (!isInside && select.form.select?.id === select.component.custom_id) close(select);
}

function highlight({ client, form, component }: Select, index: number): void {
  const { select } = form;
  if (select === null || select.highlighted === index) return;
  updateThen(
    client,
    () => (select.highlighted = index),
    () => showOption(itemId(component, index)),
  );
}

/** One takes the place of another; of several, each is chosen or left out by itself, and the next is searched. */
function toggle(select: Select, value: string): void {
  const { chosen, component } = select;
  const [, most] = choiceBounds(component);
  if (chosen.includes(value)) set(select, without(chosen, value));
  else if (most === 1) set(select, [value]);
  else if (!isFull(select)) set(select, [...chosen, value]);
  if (most === 1) close(select);
  else if (select.form.select?.filter !== '') open(select, '');
}

function isFull({ chosen, component }: Select): boolean {
  const [, most] = choiceBounds(component);
  return most > 1 && chosen.length >= most;
}

function set({ client, form, component }: Select, values: readonly string[]): void {
  client.update(() => form.values.set(component.custom_id, values));
}

function without(values: readonly string[], value: string): readonly string[] {
  return values.filter((each) => each !== value);
}

export function inputId({ custom_id }: APIComponentInLabel): string {
  return `modal-field-${custom_id}`;
}

function listId(component: APISelectMenuComponent): string {
  return `${inputId(component)}-list`;
}

function itemId(component: APISelectMenuComponent, index: number): string {
  return `${inputId(component)}-${index}`;
}

function textOf({ target }: Event): string {
  return target instanceof HTMLInputElement ? target.value : '';
}
