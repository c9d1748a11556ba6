import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChannelView } from '../../protocol.ts';
import type { Client, SentCommand } from '../client.ts';
import { icon } from '../icons.ts';
import { channelIcon } from '../shell/channels.ts';
import { hasLineAbove } from './above.ts';
import { avatarView } from './avatar.ts';
import { isEphemeral, messageView, pinView, sentView } from './message.ts';
import { scrollOf } from './scroll.ts';
import { openListOf, selectListView } from './select.ts';
import { dayOf, isSameDay } from './time.ts';

const directMessages = 1;
/** Milliseconds within which messages of one author stand as one. */
const groupMs = 7 * 60_000;

/** The messages of the open channel, oldest first, and what was sent and is not answered yet. */
export function logView(client: Client): TemplateResult {
  const { channelId, words, messages } = client;
  const scroll = scrollOf(client);
  scroll.begin(channelId);
  const minute = Math.floor(Date.now() / 60_000);
  // Everything below that is not the sandbox's doing: typing must not walk through a thousand messages.
  const dependencies = [
    client.version,
    channelId,
    client.shown,
    client.highlighted,
    client.replyTo,
    scroll.isAtEnd,
    openListOf(client),
    minute,
  ];
  return html`<div class="log">
    <div
      class="log-scroller"
      role="log"
      aria-live="polite"
      aria-label=${words.log.messages}
      aria-busy=${messages === null}
      tabindex="0"
      @scroll=${() => scroll.scrolled()}
      @keydown=${walk}
    >
      <div class="log-list">
        ${guard(dependencies, () => (messages === null ? loadingView(client) : messagesView(client, messages)))}
      </div>
      <span ${ref((end) => end?.parentElement && scroll.settle(end.parentElement))}></span>
    </div>
    ${
      scroll.isAtEnd
        ? nothing
        : html`<button class="log-to-end" @click=${() => scroll.toEnd()}>
            ${words.log.toNewest}${icon('down')}
          </button>`
    }
    ${selectListView(client)}
  </div>`;
}

/** The pinned messages of the open channel, newest first. */
export function pinsView(client: Client): TemplateResult {
  return html`<div class="pin-list">${client.pins?.toReversed().map((message) => pinView(client, message))}</div>`;
}

function loadingView({ words }: Client): TemplateResult {
  return html`<p class="log-loading" role="status"><span class="busy-dots"></span>${words.log.loadingMessages}</p>`;
}

function messagesView(client: Client, messages: readonly APIMessage[]): TemplateResult {
  const scroll = scrollOf(client);
  const first = firstDrawn(messages, client.shown, scroll.isAtEnd ? null : scroll.oldest);
  const drawn = messages.slice(first);
  scroll.oldest = drawn[0]?.id ?? null;
  const byId = new Map(messages.map((message) => [message.id, message]));
  const now = new Date();
  const entries = drawn.map((message, index) => ({ message, previous: drawn[index - 1] }));
  const sent = sentByPlace(client, drawn);
  return html`${first === 0 ? beginningView(client) : nothing}
  ${repeat(
    entries,
    ({ message }) => message.id,
    ({ message, previous }) =>
      html`${dayView(client, message, previous)}${guardedView(client, message, previous, byId, now)}${sentViews(client, sent.get(message.id))}`,
  )}
  ${sentViews(client, sent.get(null))}`;
}

/** What nobody answered, by the message that it stands below; what still waits is at the end: null. */
function sentByPlace(
  { sent, channelId }: Client,
  drawn: readonly APIMessage[],
): ReadonlyMap<string | null, readonly SentCommand[]> {
  const ids = new Set(drawn.map(({ id }) => id));
  const isInPlace = ({ state, after }: SentCommand) => state === 'failed' && ids.has(after ?? '');
  const here = sent.filter(({ channel }) => channel === channelId);
  return Map.groupBy(here, (command) => (isInPlace(command) ? (command.after ?? null) : null));
}

function sentViews(client: Client, commands: readonly SentCommand[] = []): unknown {
  return repeat(
    commands,
    ({ id }) => id,
    (command) => sentView(client, command),
  );
}

/** So many from the end, and never fewer than the reader already has. */
function firstDrawn(messages: readonly APIMessage[], shown: number, oldest: string | null): number {
  const byCount = Math.max(messages.length - shown, 0);
  const kept = oldest === null ? -1 : messages.findIndex(({ id }) => id === oldest);
  return kept < 0 ? byCount : Math.min(byCount, kept);
}

/** Draws a message again only if something that it shows has changed. */
function guardedView(
  client: Client,
  message: APIMessage,
  previous: APIMessage | undefined,
  byId: ReadonlyMap<string, APIMessage>,
  now: Date,
): unknown {
  const isCompact = previous !== undefined && continues(message, previous);
  const original = originalOf(message, byId);
  const hasRelativeTime = message.content.includes(':R>') || message.embeds.length > 0;
  const dependencies = [
    message,
    original,
    isCompact,
    client.town,
    client.commands,
    client.channelId,
    client.hasFailed(message),
    client.isWaiting(message),
    openListOf(client)?.message === message,
    client.highlighted === message.id,
    client.replyTo?.id === message.id,
    now.toDateString(),
    hasRelativeTime ? Math.floor(now.getTime() / 60_000) : null,
  ];
  return guard(dependencies, () => messageView(client, message, { isCompact, original, now }));
}

/** A message stands under the one before it as if it were its next line. */
function continues(message: APIMessage, previous: APIMessage): boolean {
  const [at, before] = [new Date(message.timestamp), new Date(previous.timestamp)];
  return (
    message.author.id === previous.author.id &&
    at.getTime() - before.getTime() < groupMs &&
    isSameDay(at, before) &&
    isEphemeral(message) === isEphemeral(previous) &&
    !hasLineAbove(message) &&
    !message.pinned
  );
}

function originalOf(
  message: APIMessage,
  byId: ReadonlyMap<string, APIMessage>,
): APIMessage | null | undefined {
  const { message_reference: reference, channel_id } = message;
  if (!hasLineAbove(message) || reference?.message_id === undefined) return undefined;
  if (reference.channel_id === channel_id) return byId.get(reference.message_id) ?? null;
  return message.referenced_message ?? null;
}

function dayView(
  client: Client,
  { timestamp }: APIMessage,
  previous: APIMessage | undefined,
): TemplateResult | typeof nothing {
  const day = new Date(timestamp);
  if (previous !== undefined && isSameDay(day, new Date(previous.timestamp))) return nothing;
  const name = dayOf(client, day);
  return html`<div class="log-day" role="separator" aria-label=${name}><span>${name}</span></div>`;
}

function beginningView(client: Client): TemplateResult | typeof nothing {
  const { channel, town, words } = client;
  if (channel === undefined || town === null) return nothing;
  const isDirect = channel.type === directMessages;
  const face = isDirect
    ? avatarView(town.bot, 80)
    : html`<span class="log-beginning-mark">${channelIcon(channel)}</span>`;
  const isPlain = isDirect || channel.parentId !== null;
  return html`<header class="log-beginning">
    ${face}
    <h2>${isPlain ? channel.name : words.log.welcome(channel.name)}</h2>
    <p>${beginningText(client, channel)}</p>
  </header>`;
}

function beginningText({ words }: Client, { type, parentId, name, topic }: ChannelView): string {
  if (type === directMessages) return words.log.beginningOfDirect(name);
  if (parentId !== null) return words.log.beginningOfThread;
  return [words.log.beginning(name), topic].filter((part) => part !== null).join(' ');
}

/** The arrows go from message to message once the channel or a message has the focus; Enter opens its menu. */
function walk(event: KeyboardEvent): void {
  const { key, target, currentTarget } = event;
  if (key === 'Enter' && target instanceof HTMLElement && target.matches('.message[id]')) {
    target.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    event.preventDefault();
  }
  const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
  if (step === 0 || !(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  if (target !== currentTarget && !target.classList.contains('message')) return;
  const messages = [...currentTarget.querySelectorAll<HTMLElement>('.message[id]')];
  const at = messages.indexOf(target);
  const next = at < 0 ? messages.at(-1) : messages[at + step];
  if (next === undefined) return;
  next.focus();
  event.preventDefault();
}
