import { type APIMessage, type APIReaction, type APIUser, MessageFlags } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { PersonView } from '../../protocol.ts';
import type { Client, SentCommand } from '../client.ts';
import { openMessageMenu, openPersonMenu } from '../dialogs/menu.ts';
import { icon } from '../icons.ts';
import { aboveView, commandLine } from './above.ts';
import { attachmentsView } from './attachments.ts';
import { avatarView } from './avatar.ts';
import { componentsView } from './components.ts';
import { embedView } from './embed.ts';
import { richText } from './richText.ts';
import { roleColorClass, roleColorStyle } from './roleColor.ts';
import { clockTime, fullTime, messageTime } from './time.ts';
import { toolbarView } from './toolbar.ts';

type Part = TemplateResult | typeof nothing;

/** How a message stands among the others. */
interface Place {
  /** Below another of the same author: without picture and name. */
  readonly isCompact: boolean;
  /** What it replies to, as it is now; null if it was deleted, undefined if it replies to nothing. */
  readonly original: APIMessage | null | undefined;
  readonly now: Date;
}

/** Emoji alone are drawn large, up to this many. */
const largeEmoji = /^(?:\p{RGI_Emoji}|\s){1,30}$/v;

export function messageView(client: Client, message: APIMessage, place: Place): TemplateResult {
  const author = personOf(client, message.author);
  const at = new Date(message.timestamp);
  const classes = [
    'message',
    place.isCompact ? 'is-compact' : '',
    mentionsMe(client, message) ? 'is-mentioned' : '',
    isEphemeral(message) ? 'is-ephemeral' : '',
    client.highlighted === message.id ? 'is-highlighted' : '',
    client.replyTo?.id === message.id ? 'is-replied-to' : '',
  ];
  return html`<article
    class=${classes.filter((one) => one !== '').join(' ')}
    id=${messageId(message.id)}
    tabindex="-1"
    aria-label=${`${author.displayName}, ${messageTime(client, at, place.now)}`}
    @contextmenu=${(event: MouseEvent) => openMenu(client, event, message)}
  >
    <div class="message-frame">
      ${place.isCompact ? nothing : aboveView(client, message, place.original)}
      ${place.isCompact ? gutterTime(client, at) : avatarButton(client, author)}
      <div class="message-main">
        ${place.isCompact ? nothing : headerView(client, message, author, place.now)}
        ${bodyView(client, message, author)}
      </div>
    </div>
    ${toolbarView(client, message)}
  </article>`;
}

export function messageId(id: string): string {
  return `message-${id}`;
}

/** The author of a message, also one that is not in the town. */
export function personOf(client: Client, { id, username, global_name, bot }: APIUser): PersonView {
  const known = client.person(id);
  if (known !== undefined) return known;
  const displayName = global_name ?? username;
  return { id, name: username, displayName, isBot: bot === true, locale: '', roles: [], color: null };
}

export function isEphemeral(message: APIMessage): boolean {
  return hasFlag(message, MessageFlags.Ephemeral);
}

function hasFlag({ flags }: APIMessage, flag: MessageFlags): boolean {
  return ((flags ?? 0) & flag) !== 0;
}

/** A command on its way, or one that nobody answered, where its answer would stand. */
export function sentView(client: Client, command: SentCommand): Part {
  const { town, words } = client;
  if (town === null) return nothing;
  const hasFailed = command.state === 'failed';
  return html`<article class="message">
    <div class="message-frame">
      ${commandLine(client, town.me, `/${command.name}`)}
      <span class="message-avatar">${avatarView(town.bot, 40)}</span>
      <div class="message-main">
        <header class="message-header">
          ${authorName(town.bot)}<span class="app-tag">${words.app}</span>
        </header>
        ${
          hasFailed
            ? html`<p class="message-failed" role="status">${icon('warning')}${words.log.noResponse}</p>
                ${onlyYouView(client, () => client.forgetSent(command))}`
            : html`<p class="message-waiting"><span class="busy-dots"></span>${words.log.sendingCommand}</p>`
        }
      </div>
    </div>
  </article>`;
}

/** A pinned message as a card, with a way to where it stands. */
export function pinView(client: Client, message: APIMessage): TemplateResult {
  const author = personOf(client, message.author);
  return html`<article class="pin">
    <div class="pin-head">
      ${avatarView(author, 32)}
      <div class="message-header">
        ${authorName(author)}${appTag(client, author)}${timeView(client, message, new Date())}
      </div>
      <button
        class="pin-jump"
        popovertarget="pins"
        popovertargetaction="hide"
        @click=${() => client.jumpTo(message.channel_id, message.id)}
      >
        ${client.words.log.jump}
      </button>
    </div>
    <div class="pin-body">${contentView(client, message)}${embedsView(client, message)}</div>
  </article>`;
}

function openMenu(client: Client, event: MouseEvent, message: APIMessage): void {
  const { target, currentTarget } = event;
  const selection = getSelection();
  const isOnLink = target instanceof Element && target.closest('a, input, textarea') !== null;
  const isOnSelection =
    selection?.isCollapsed === false &&
    currentTarget instanceof Element &&
    selection.containsNode(currentTarget, true);
  if (!isOnLink && !isOnSelection) openMessageMenu(client, event, message);
}

function mentionsMe({ me, town }: Client, message: APIMessage): boolean {
  if (me === undefined || town === null) return false;
  if (message.mention_everyone || message.mentions.some(({ id }) => id === me.id)) return true;
  const roles = town.roles.filter(({ id }) => message.mention_roles.includes(id));
  return roles.some(({ name }) => me.roles.includes(name));
}

function gutterTime(client: Client, at: Date): TemplateResult {
  return html`<time class="message-gutter" datetime=${at.toISOString()} title=${fullTime(client, at)}
    >${clockTime(client, at)}</time
  >`;
}

/** The name beside it does the same and can be reached by the keyboard. */
function avatarButton(client: Client, author: PersonView): TemplateResult {
  return html`<button
    class="message-avatar"
    tabindex="-1"
    aria-hidden="true"
    @click=${(event: MouseEvent) => openPersonMenu(client, event, author)}
    @contextmenu=${(event: MouseEvent) => openPerson(client, event, author)}
  >
    ${avatarView(author, 40)}
  </button>`;
}

function openPerson(client: Client, event: MouseEvent, person: PersonView): void {
  event.stopPropagation();
  openPersonMenu(client, event, person);
}

function headerView(client: Client, message: APIMessage, author: PersonView, now: Date): TemplateResult {
  return html`<header class="message-header">
    <button
      class="message-author ${roleColorClass(author.color)}"
      style=${roleColorStyle(author.color)}
      @click=${(event: MouseEvent) => openPersonMenu(client, event, author)}
      @contextmenu=${(event: MouseEvent) => openPerson(client, event, author)}
    >
      ${author.displayName}
    </button>
    ${appTag(client, author)} ${timeView(client, message, now)}
    ${
      message.pinned
        ? html`<span class="message-pinned" title=${client.words.log.pinned}
            >${icon('pin')}<span class="hidden-label">${client.words.log.pinned}</span></span
          >`
        : nothing
    }
  </header>`;
}

function authorName({ displayName, color }: PersonView): TemplateResult {
  return html`<span class="message-author ${roleColorClass(color)}" style=${roleColorStyle(color)}
    >${displayName}</span
  >`;
}

function appTag({ words }: Client, { isBot }: PersonView): Part {
  return isBot ? html`<span class="app-tag">${words.app}</span>` : nothing;
}

function timeView(client: Client, { timestamp }: APIMessage, now: Date): TemplateResult {
  const at = new Date(timestamp);
  return html`<time class="message-time" datetime=${timestamp} title=${fullTime(client, at)}
    >${messageTime(client, at, now)}</time
  >`;
}

function bodyView(client: Client, message: APIMessage, author: PersonView): TemplateResult {
  const { words } = client;
  const isThinking = hasFlag(message, MessageFlags.Loading);
  return html`${
    isThinking
      ? html`<p class="message-waiting" role="status">
          <span class="busy-dots"></span>${words.log.thinking(author.displayName)}
        </p>`
      : html`${contentView(client, message)} ${embedsView(client, message)}
        ${hasFlag(message, MessageFlags.IsComponentsV2) ? nothing : attachmentsView(client, message.attachments)}
        ${componentsView(client, message)}`
  }
  ${threadView(client, message)} ${reactionsView(client, message)}
  ${
    client.hasFailed(message)
      ? html`<p class="message-failed" role="status">${icon('warning')}${words.log.interactionFailed}</p>`
      : nothing
  }
  ${isEphemeral(message) ? onlyYouView(client, () => client.dismiss(message)) : nothing}`;
}

function contentView(client: Client, message: APIMessage): Part {
  const { content } = message;
  const isEdited = message.edited_timestamp !== null;
  if (content === '') return nothing;
  const isLarge = content.length <= 200 && largeEmoji.test(content);
  return html`<div class="message-content ${isLarge ? 'is-large' : ''}">
    ${richText(client, content)}${isEdited ? editedMark(client, message) : nothing}
  </div>`;
}

function editedMark(client: Client, { edited_timestamp }: APIMessage): TemplateResult {
  const title = edited_timestamp === null ? '' : fullTime(client, new Date(edited_timestamp));
  return html`<span class="message-edited" title=${title}>${client.words.log.edited}</span>`;
}

function embedsView(client: Client, message: APIMessage): Part {
  if (hasFlag(message, MessageFlags.SuppressEmbeds)) return nothing;
  return html`${message.embeds.map((embed) => embedView(client, embed))}`;
}

function threadView(client: Client, { thread }: APIMessage): Part {
  if (thread === undefined) return nothing;
  const { log } = client.words;
  const count = 'message_count' in thread ? (thread.message_count ?? 0) : 0;
  return html`<button class="message-thread" @click=${() => client.open(thread.id)}>
    <span class="message-thread-name">${icon('thread')}${thread.name}</span>
    <span class="message-thread-open">${count > 0 ? log.threadMessages(count) : log.openThread} ›</span>
  </button>`;
}

function reactionsView(client: Client, message: APIMessage): Part {
  const { reactions = [] } = message;
  if (reactions.length === 0) return nothing;
  return html`<div class="message-reactions">
    ${reactions.map((reaction) => reactionView(client, message, reaction))}
  </div>`;
}

function reactionView(
  client: Client,
  message: APIMessage,
  { emoji, count, me }: APIReaction,
): TemplateResult {
  const name = emoji.name ?? '';
  const face = emoji.id === null ? name : `:${name}:`;
  return html`<button
    class="message-reaction"
    aria-pressed=${me}
    aria-label=${client.words.log.reactions(face, count)}
    @click=${() => client.toggleReaction(message, name)}
  >
    <span class="message-reaction-emoji">${face}</span><span>${count}</span>
  </button>`;
}

function onlyYouView({ words }: Client, dismiss: () => void): TemplateResult {
  return html`<p class="message-only-you">
    ${icon('eye')}${words.log.onlyYou} ·
    <button class="message-dismiss" @click=${dismiss}>${words.actions.dismiss}</button>
  </p>`;
}
