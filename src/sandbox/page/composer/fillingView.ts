import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { isComposing } from '../dialogs/afterDraw.ts';
import { icon } from '../icons.ts';
import { avatarView } from '../messages/avatar.ts';
import { activeItem, type ChoiceList, listView, takeListKey } from './choiceList.ts';
import { type DraftField, type Problem, problemOf, remainingOptions } from './commandDraft.ts';
import {
  attachTo,
  enterOption,
  focusOption,
  hasTail,
  isFileField,
  leaveFilling,
  neighbour,
  sendCommand,
  stepBack,
  typeInto,
} from './filling.ts';
import { fillingList } from './optionList.ts';
import { problemView } from './problemView.ts';
import { type Composer, type Filling, fieldId, ids, updateAndFocus } from './state.ts';

/** Problems that are told while the field is still in use; the others once it is left. */
const toldAtOnce: readonly Problem['kind'][] = ['tooLong', 'tooLarge', 'atMost'];

/** A command being filled in: its name and a field for each option that is given. */
export function fillingView(composer: Composer, filling: Filling): TemplateResult {
  const { words, town } = composer.client;
  const { command, fields } = filling.draft;
  return html`<div class="composer-line">
    <div class="composer-fields">
      <span class="composer-command-name">
        ${town === null ? nothing : avatarView(town.bot, 20)}<span>/${command.name}</span>
      </span>
      ${repeat(
        fields,
        ({ option }) => option.key,
        (field) => fieldView(composer, filling, field),
      )}
      ${hasTail(filling) ? tailView(composer, filling) : nothing}
    </div>
    <button
      class="composer-button"
      title=${words.composer.leaveCommand}
      aria-label=${words.composer.leaveCommand}
      @click=${() => leaveFilling(composer, '')}
    >
      ${icon('close')}
    </button>
    <button
      class="composer-button composer-send"
      title=${words.composer.send}
      aria-label=${words.composer.send}
      @click=${() => sendCommand(composer, filling)}
    >
      ${icon('send')}
    </button>
  </div>`;
}

/** Above the composer: what the field in use wants, what is wrong with it, and what can be chosen. */
export function fillingPopup(composer: Composer, filling: Filling): TemplateResult {
  const { draft, focused } = filling;
  const field = draft.fields.find(({ option }) => option.key === focused);
  const list = fillingList(composer, filling);
  const { name, description } = field?.option ?? { name: `/${draft.command.name}`, description: '' };
  const problem = field === undefined ? null : toldProblem(filling, field);
  const words = composer.client.words.composer;
  return html`<div class="composer-popup">
    <header class="composer-popup-head">
      <strong>${name}</strong>
      <span>${description === '' ? draft.command.description : description}</span>
      ${field === undefined ? nothing : demandsView(composer, field)}
    </header>
    ${problem === null ? nothing : problemView(words.problem(problem))}
    ${list === null ? nothing : listView(composer, list)}
  </div>`;
}

function demandsView({ client }: Composer, { option }: DraftField): TemplateResult {
  const { required, between } = client.words.composer;
  const { least, most } = option;
  const isNumber = option.type === Type.Integer || option.type === Type.Number;
  const bounds = isNumber && (least !== null || most !== null) ? between(least, most) : null;
  return html`${bounds === null ? nothing : html`<span class="composer-badge">${bounds}</span>`}
  ${option.required ? html`<span class="composer-badge">${required}</span>` : nothing}`;
}

function fieldView(composer: Composer, filling: Filling, field: DraftField): TemplateResult {
  const { key, name } = field.option;
  const problem = toldProblem(filling, field);
  const look = [
    filling.focused === key ? 'is-focused' : '',
    problem === null ? '' : 'is-wrong',
    field.chosen === null ? '' : 'is-chosen',
  ];
  return html`<label class="composer-option ${look.join(' ')}">
    <span class="composer-option-name">${name}</span>
    ${isFileField(field) ? fileInput(composer, filling, field) : textInput(composer, filling, field, problem)}
  </label>`;
}

function textInput(
  composer: Composer,
  filling: Filling,
  field: DraftField,
  problem: Problem | null,
): TemplateResult {
  const { key, required } = field.option;
  const isFocused = filling.focused === key;
  const list = isFocused ? fillingList(composer, filling) : null;
  return html`<span class="composer-grow" data-text=${field.text}>
    <textarea
      id=${fieldId(key)}
      class="composer-input"
      rows="1"
      autocomplete="off"
      spellcheck="false"
      aria-required=${required}
      aria-invalid=${problem !== null}
      aria-describedby=${isFocused && problem !== null ? ids.problem : nothing}
      aria-autocomplete="list"
      aria-controls=${list === null ? nothing : ids.list}
      aria-activedescendant=${activeItem(composer, list)}
      .value=${live(field.text)}
      @focus=${() => enter(composer, filling, key)}
      @input=${(event: InputEvent) => type(composer, filling, key, event)}
      @keydown=${(event: KeyboardEvent) => takeKey(composer, filling, field, event)}
    ></textarea>
  </span>`;
}

function fileInput(composer: Composer, filling: Filling, field: DraftField): TemplateResult {
  const { key } = field.option;
  const attachFirst = (files: FileList | null | undefined) => attachTo(composer, filling, key, files?.[0]);
  return html`<input
      id=${fieldId(key)}
      class="hidden-label"
      type="file"
      @focus=${() => enter(composer, filling, key)}
      @change=${(event: Event & { target: HTMLInputElement }) => attachFirst(event.target.files)}
      @paste=${(event: ClipboardEvent) => attachFirst(event.clipboardData?.files)}
      @keydown=${(event: KeyboardEvent) => takeKey(composer, filling, field, event)}
    />
    <span
      class="composer-file"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        void attachFirst(event.dataTransfer?.files);
      }}
    >
      ${icon('file')}${field.text === '' ? composer.client.words.form.chooseFile : field.text}
    </span>`;
}

/** Behind the fields: options are added here, by name or from the list. */
function tailView(composer: Composer, filling: Filling): TemplateResult {
  const words = composer.client.words.composer;
  const count = remainingOptions(filling.draft).length;
  const list = filling.focused === null ? fillingList(composer, filling) : null;
  const isFilled = filling.draft.fields.length > 0;
  const hint = count === 0 ? words.enterSends : isFilled ? words.more(count) : words.options;
  return html`<span class="composer-grow composer-tail" data-text=${filling.tail || hint}>
    <textarea
      id=${ids.tail}
      class="composer-input"
      rows="1"
      autocomplete="off"
      spellcheck="false"
      placeholder=${hint}
      aria-label=${hint}
      aria-autocomplete="list"
      aria-controls=${list === null ? nothing : ids.list}
      aria-activedescendant=${activeItem(composer, list)}
      .value=${live(filling.tail)}
      @focus=${() => enter(composer, filling, null)}
      @input=${(event: InputEvent) => type(composer, filling, null, event)}
      @keydown=${(event: KeyboardEvent) => takeKey(composer, filling, undefined, event)}
    ></textarea>
  </span>`;
}

function type(composer: Composer, filling: Filling, key: string | null, event: InputEvent): void {
  const { target } = event;
  if (target instanceof HTMLTextAreaElement) typeInto(composer, filling, key, target.value);
}

function enter(composer: Composer, filling: Filling, key: string | null): void {
  if (filling.focused !== key) composer.client.update(() => enterOption(composer, filling, key));
}

function takeKey(
  composer: Composer,
  filling: Filling,
  field: DraftField | undefined,
  event: KeyboardEvent,
): void {
  if (isComposing(event)) return;
  const list = fillingList(composer, filling);
  if (
    takeKeyForList(composer, filling, field, list, event) ||
    takeFieldKey(composer, filling, field, event)
  ) {
    event.preventDefault();
  }
}

/** Tab takes what is highlighted for something typed; an empty field is only passed. */
function takeKeyForList(
  composer: Composer,
  filling: Filling,
  field: DraftField | undefined,
  list: ChoiceList | null,
  event: KeyboardEvent,
): boolean {
  if (list === null) return false;
  const isTyped = field === undefined ? filling.tail !== '' : field.text !== '' && field.chosen === null;
  const isTaken = takeListKey(composer, list, event, isTyped || composer.highlighted !== null);
  if (isTaken && event.key === 'Tab' && field !== undefined) step(composer, filling, 1);
  return isTaken;
}

function takeFieldKey(
  composer: Composer,
  filling: Filling,
  field: DraftField | undefined,
  { key, shiftKey, target }: KeyboardEvent,
): boolean {
  const text = field?.text ?? filling.tail;
  switch (key) {
    case 'Enter':
      // Opens the choice of a file.
      if (field !== undefined && isFileField(field) && text === '') return false;
      sendCommand(composer, filling);
      return true;
    case 'Escape':
      leaveFilling(composer, '');
      return true;
    case 'Tab':
      return step(composer, filling, shiftKey ? -1 : 1);
    case 'ArrowLeft':
      return caretIn(target) === 0 && step(composer, filling, -1);
    case 'ArrowRight':
      return caretIn(target) === text.length && step(composer, filling, 1);
    case 'Backspace':
      if (field !== undefined && isFileField(field) && text !== '') {
        updateAndFocus(composer, () => typeInto(composer, filling, field.option.key, ''));
        return true;
      }
      if (text !== '') return false;
      stepBack(composer, filling, field);
      return true;
    default:
      return false;
  }
}

function step(composer: Composer, filling: Filling, by: 1 | -1): boolean {
  const key = neighbour(filling, by);
  if (key === undefined) return false;
  focusOption(composer, filling, key);
  return true;
}

/** Undefined where something is marked. */
function caretIn(target: EventTarget | null): number | undefined {
  if (!(target instanceof HTMLTextAreaElement)) return undefined;
  return target.selectionStart === target.selectionEnd ? target.selectionStart : undefined;
}

function toldProblem({ told }: Filling, field: DraftField): Problem | null {
  const problem = problemOf(field);
  if (problem === null) return null;
  return told.has(field.option.key) || toldAtOnce.includes(problem.kind) ? problem : null;
}
