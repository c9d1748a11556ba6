import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import type { GivenField } from '../../protocol.ts';
import type { Client, OpenModal } from '../client.ts';
import { icon } from '../icons.ts';
import { avatarView } from '../messages/avatar.ts';
import { richText } from '../messages/richText.ts';
import { updateThen } from './afterDraw.ts';
import { fieldView } from './fieldView.ts';
import { type Form, type FormPart, fieldProblem, fieldsOf, formOf } from './form.ts';
import { inputId } from './selectField.ts';

/** The form that the bot asked for, in front of everything. */
export function modalView(client: Client): TemplateResult | typeof nothing {
  const { modal } = client;
  if (modal === null) return nothing;
  const form = formOf(modal);
  const close = () => client.update(() => (client.modal = client.modal === modal ? null : client.modal));
  const closeFromOutside = ({ target, currentTarget }: Event) => {
    if (target === currentTarget) close();
  };
  return html`${keyed(
    modal,
    html`<dialog
      class="modal"
      aria-labelledby="modal-title"
      ${ref(show)}
      @close=${close}
      @pointerdown=${closeFromOutside}
    >
      <form
        class="modal-form"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          submit(client, modal, form);
        }}
      >
        ${headView(client, modal, close)}
        <div class="modal-body">
          ${form.parts.map((part) => partView(client, form, part))}
          ${noteView(client)}
        </div>
        ${failureView(client, modal)}
        ${footView(client, modal, close)}
      </form>
    </dialog>`,
  )}`;
}

function headView({ town, words }: Client, { view }: OpenModal, close: () => void): TemplateResult {
  return html`<header class="modal-head">
    ${town === null ? nothing : avatarView(town.bot, 32)}
    <h2 class="modal-title" id="modal-title">${view.title}</h2>
    <button type="button" class="modal-close" title=${words.close} aria-label=${words.close} @click=${close}>
      ${icon('close')}
    </button>
  </header>`;
}

function partView(client: Client, form: Form, part: FormPart): TemplateResult {
  if (part.type === 'field') return fieldView(client, form, part.field);
  const { content } = part;
  return html`<div class="modal-words">${guard([content, client.town], () => richText(client, content))}</div>`;
}

function noteView({ town, words }: Client): TemplateResult | typeof nothing {
  if (town === null) return nothing;
  return html`<p class="modal-note">${words.form.note(town.bot.displayName)}</p>`;
}

function failureView({ words }: Client, { state }: OpenModal): TemplateResult | typeof nothing {
  return state === 'failed' ? html`<p class="modal-failed" role="alert">${words.form.failed}</p>` : nothing;
}

function footView({ words }: Client, { state }: OpenModal, close: () => void): TemplateResult {
  const isSending = state === 'sending';
  return html`<footer class="modal-foot">
    <button type="button" class="modal-button" @click=${close}>${words.cancel}</button>
    <button class="modal-button is-main" ?disabled=${isSending} aria-busy=${isSending}>
      ${isSending ? html`<span class="modal-spinner"></span>${words.form.sending}` : words.form.submit}
    </button>
  </footer>`;
}

/** Sends what was filled in, or goes to the first field that cannot be sent. */
function submit(client: Client, modal: OpenModal, form: Form): void {
  if (modal.state === 'sending') return;
  const fields = fieldsOf(form.parts);
  const wrong = fields.find(
    (field) => fieldProblem(field, form.values.get(field.component.custom_id)) !== null,
  );
  if (wrong !== undefined) {
    updateThen(
      client,
      () => (form.isTried = true),
      () => document.getElementById(inputId(wrong.component))?.focus(),
    );
    return;
  }
  void client.submit(Object.fromEntries<GivenField>(form.values));
}

/** What had the focus before the modal. */
let returnTo: Element | null = null;

/** Opens the element, which is not yet in the document when it is made; when it goes, the focus goes back. */
function show(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement)) {
    requestAnimationFrame(() => returnTo instanceof HTMLElement && returnTo.focus());
    return;
  }
  queueMicrotask(() => {
    if (!element.isConnected || element.open) return;
    returnTo = document.activeElement;
    element.showModal();
    element.querySelector<HTMLElement>('.modal-body :is(input, textarea)')?.focus();
  });
}
