import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ChannelView } from '../../protocol.ts';
import { isComposing } from '../dialogs/afterDraw.ts';
import { icon } from '../icons.ts';
import type { ComposerWords } from '../words/words.ts';
import { activeItem, listView, takeListKey } from './choiceList.ts';
import { startFilling } from './filling.ts';
import { problemView } from './problemView.ts';
import { type Composer, ids, reopenList, updateAndFocus, type Writing, writingOf } from './state.ts';
import { insertBetween, slashCommands, textList, typedCommand } from './textLists.ts';

/** Code points that a message may have, and from which on they are counted aloud. */
const textLimit = 2000;
const countedFrom = 1800;
const directMessages = 1;

/** The text being written, or why there can be none. */
export function textView(composer: Composer, channel: ChannelView): TemplateResult {
  const { text } = writingOf(composer);
  const isOpen = channel.mayWrite || text.startsWith('/');
  return isOpen ? openView(composer, channel) : closedView(composer);
}

/** Above the composer: the commands or the people that what is typed may mean. */
export function textPopup(composer: Composer): TemplateResult | typeof nothing {
  const list = textList(composer);
  if (list === null) return nothing;
  return html`<div class="composer-popup">
    <header class="composer-popup-head"><strong>${list.label}</strong></header>
    ${listView(composer, list)}
  </div>`;
}

function closedView(composer: Composer): TemplateResult {
  const words = composer.client.words.composer;
  const hasCommands = slashCommands(composer.client).length > 0;
  return html`<div class="composer-line">
    ${hasCommands ? slashButton(composer, ids.text) : lockMark()}
    <p class="composer-closed">${words.mayNotWrite} ${hasCommands ? words.mayUseCommands : nothing}</p>
  </div>`;
}

function lockMark(): TemplateResult {
  return html`<span class="composer-lock">${icon('lock')}</span>`;
}

function slashButton(composer: Composer, id?: string): TemplateResult {
  const { useCommands } = composer.client.words.composer;
  return html`<button
    id=${id ?? nothing}
    class="composer-button composer-slash"
    title=${useCommands}
    aria-label=${useCommands}
    @click=${() => insertBetween(composer, '/', '', writingOf(composer).text.replace(/^\//, ''))}
  >
    ${icon('slash')}
  </button>`;
}

function openView(composer: Composer, channel: ChannelView): TemplateResult {
  const writing = writingOf(composer);
  const { client } = composer;
  const words = client.words.composer;
  const list = textList(composer);
  const hint = hintFor(words, channel);
  const length = [...writing.text].length;
  const isTooLong = length > textLimit;
  const isRefused = writing.isRefused && isTooLong;
  return html`${isRefused ? problemView(words.tooLong(length, textLimit)) : nothing}
    <div class="composer-line">
      ${slashCommands(client).length > 0 ? slashButton(composer) : nothing}
      <div class="composer-scroll">
        <div class="composer-grow" data-text=${writing.text}>
          <textarea
            id=${ids.text}
            class="composer-input"
            rows="1"
            autocomplete="off"
            placeholder=${hint}
            aria-label=${hint}
            aria-invalid=${isTooLong}
            aria-describedby=${isRefused ? ids.problem : nothing}
            aria-autocomplete="list"
            aria-controls=${list === null ? nothing : ids.list}
            aria-activedescendant=${activeItem(composer, list)}
            .value=${live(writing.text)}
            @input=${(event: InputEvent) => type(composer, event)}
            @compositionend=${(event: CompositionEvent) => type(composer, event)}
            @selectionchange=${(event: Event) => noteCaret(composer, event)}
            @keyup=${(event: Event) => noteCaret(composer, event)}
            @click=${(event: Event) => noteCaret(composer, event)}
            @keydown=${(event: KeyboardEvent) => takeKey(composer, event)}
          ></textarea>
        </div>
      </div>
      ${length < countedFrom ? nothing : counterView(composer, textLimit - length)}
      <button
        class="composer-button composer-send"
        title=${words.send}
        aria-label=${words.send}
        ?disabled=${writing.text.trim() === ''}
        @click=${() => send(composer)}
      >
        ${icon('send')}
      </button>
    </div>`;
}

function hintFor({ messageTo, messageIn }: ComposerWords, { type, parentId, name }: ChannelView): string {
  if (type === directMessages) return messageTo(`@${name}`);
  return messageIn(parentId === null ? `#${name}` : `“${name}”`);
}

function counterView({ client }: Composer, left: number): TemplateResult {
  const label = client.words.composer.left(left);
  return html`<span class="composer-counter ${left < 0 ? 'is-wrong' : ''}" title=${label}>${left}</span>`;
}

function type(composer: Composer, event: InputEvent | CompositionEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLTextAreaElement)) return;
  const { value: text, selectionEnd: caret } = target;
  const { client } = composer;
  const isUnfinished = event instanceof InputEvent && event.isComposing;
  const typed = isUnfinished ? null : typedCommand(client, text);
  if (typed !== null && (typed.rest === '' || typed.command.options.length > 0)) {
    startFilling(composer, typed.command, typed.rest);
    return;
  }
  if (text !== '' && !text.startsWith('/')) client.types();
  client.update(() => {
    Object.assign(writingOf(composer), { text, caret });
    reopenList(composer);
  });
}

/** The list of people belongs to the word that the caret stands in. */
function noteCaret(composer: Composer, { target }: Event): void {
  const writing = writingOf(composer);
  if (!(target instanceof HTMLTextAreaElement) || target.selectionEnd === writing.caret) return;
  composer.client.update(() => (writing.caret = target.selectionEnd));
}

function takeKey(composer: Composer, event: KeyboardEvent): void {
  if (isComposing(event)) return;
  const list = textList(composer);
  if ((list !== null && takeListKey(composer, list, event, true)) || takeTextKey(composer, event)) {
    event.preventDefault();
  }
}

function takeTextKey(composer: Composer, { key, shiftKey }: KeyboardEvent): boolean {
  const { client } = composer;
  if (key === 'Enter' && !shiftKey) {
    void send(composer);
    return true;
  }
  if (key !== 'Escape' || client.replyTo === null) return false;
  client.update(() => (client.replyTo = null));
  return true;
}

/** The field is empty at once; a text that was refused comes back, unless another was begun. */
async function send(composer: Composer): Promise<void> {
  const { client } = composer;
  const writing = writingOf(composer);
  const { text } = writing;
  if (text.trim() === '' || client.channel?.mayWrite !== true) return;
  if ([...text].length > textLimit) return client.update(() => (writing.isRefused = true));
  updateAndFocus(composer, () => setText(writing, ''));
  const isSaid = await client.say(text);
  if (!isSaid && writing.text === '') client.update(() => setText(writing, text));
}

function setText(writing: Writing, text: string): void {
  Object.assign(writing, { text, caret: text.length, isRefused: false });
}
