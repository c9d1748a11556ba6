import { html, nothing, type TemplateResult } from 'lit';
import type { Client } from '../client.ts';
import { startCommand } from '../composer/composer.ts';
import { openPersonMenu } from '../dialogs/menu.ts';
import { channelIcon } from '../shell/channels.ts';
import { linkAddress } from './addresses.ts';
import type { Inline, Wrapper } from './inline.ts';
import { type Block, type ListItem, parseMarkdown } from './markdown.ts';
import { roleColorClass, roleColorStyle } from './roleColor.ts';
import { tickingTime } from './ticking.ts';
import { fullTime, styledTime } from './time.ts';

type Drawn = TemplateResult | string;

/** A text of Discord's markdown. Line breaks are kept by the stylesheet, so that no space may stand between. */
export function richText(client: Client, text: string): TemplateResult {
  return html`${parseMarkdown(text).map((block) => blockView(client, block))}`;
}

/** The text alone, on one line, for an excerpt. */
export function plainText(client: Client, text: string): string {
  const blocks = parseMarkdown(text).map((block) => plainBlock(client, block));
  return blocks.join(' ').replace(/\s+/g, ' ').trim();
}

function blockView(client: Client, block: Block): TemplateResult {
  switch (block.type) {
    case 'paragraph':
      return html`<p class="text-paragraph">${inlineView(client, block.content)}</p>`;
    case 'subtext':
      return html`<small class="text-small">${inlineView(client, block.content)}</small>`;
    case 'heading':
      return headingView(client, block.level, block.content);
    case 'quote':
      return html`<blockquote class="text-quote">${block.content.map((each) => blockView(client, each))}</blockquote>`;
    case 'list':
      return block.start === null
        ? html`<ul class="text-list">${block.items.map((item) => itemView(client, item))}</ul>`
        : html`<ol class="text-list" start=${block.start}>${block.items.map((item) => itemView(client, item))}</ol>`;
    case 'code':
      return html`<pre class="text-code"><code>${block.text}</code></pre>`;
  }
}

function headingView(client: Client, level: 1 | 2 | 3, content: readonly Inline[]): TemplateResult {
  const text = inlineView(client, content);
  if (level === 1) return html`<h1 class="text-heading">${text}</h1>`;
  return level === 2
    ? html`<h2 class="text-heading">${text}</h2>`
    : html`<h3 class="text-heading">${text}</h3>`;
}

function itemView(client: Client, { content, lists }: ListItem): TemplateResult {
  return html`<li>${inlineView(client, content)}${lists.map((list) => blockView(client, list))}</li>`;
}

function inlineView(client: Client, content: readonly Inline[]): Drawn[] {
  return content.map((part) => partView(client, part));
}

function partView(client: Client, part: Inline): Drawn {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'code':
      return html`<code class="text-inline-code">${part.text}</code>`;
    case 'link':
      return linkView(part.url, inlineView(client, part.content));
    case 'messageLink':
      return messageLinkView(client, part);
    case 'user':
      return userView(client, part.id);
    case 'role':
      return roleView(client, part.id);
    case 'channel':
      return channelView(client, part.id);
    case 'everyone':
      return html`<span class="mention">@${part.name}</span>`;
    case 'command':
      return commandView(client, part.path);
    case 'time':
      return timeView(client, part.seconds, part.style);
    case 'emoji':
      return `:${part.name}:`;
    default:
      return wrapperView(client, part.type, inlineView(client, part.content));
  }
}

function wrapperView(client: Client, type: Wrapper, content: Drawn[]): TemplateResult {
  switch (type) {
    case 'strong':
      return html`<strong>${content}</strong>`;
    case 'emphasis':
      return html`<em>${content}</em>`;
    case 'underline':
      return html`<u>${content}</u>`;
    case 'strike':
      return html`<s>${content}</s>`;
    case 'spoiler':
      return spoilerView(client, content);
  }
}

/** Hidden until it is pressed; what is in it cannot be reached before, by keyboard neither. */
function spoilerView({ words }: Client, content: Drawn[]): TemplateResult {
  return html`<span class="spoiler" @click=${reveal}
    ><button class="spoiler-cover" aria-label=${words.log.spoiler}></button
    ><span class="spoiler-content" inert tabindex="-1">${content}</span></span
  >`;
}

/** Whether a spoiler was opened is the page's own affair and ends with the message. */
export function reveal({ currentTarget: spoiler }: Event): void {
  if (!(spoiler instanceof HTMLElement) || spoiler.classList.contains('is-revealed')) return;
  spoiler.classList.add('is-revealed');
  for (const cover of spoiler.querySelectorAll<HTMLElement>(':scope > .spoiler-cover')) cover.hidden = true;
  const content = spoiler.querySelector<HTMLElement>(':scope > .spoiler-content');
  if (content === null) return;
  content.inert = false;
  content.focus({ preventScroll: true });
}

/** A link to another place, which opens beside the page; without an address that may be opened, its text. */
export function linkView(address: string, content: unknown, className = ''): TemplateResult {
  const url = linkAddress(address);
  if (url === null) return html`${content}`;
  return html`<a class=${className || nothing} href=${url} target="_blank" rel="noopener noreferrer">${content}</a>`;
}

function messageLinkView(client: Client, link: Inline & { type: 'messageLink' }): TemplateResult {
  const channel = client.town?.channels.find(({ id }) => id === link.channel);
  if (channel === undefined) return linkView(link.url, link.url);
  return html`<button class="mention" @click=${() => client.jumpTo(link.channel, link.message)}
    >${channelIcon(channel)}${channel.name} › ${client.words.log.message}</button
  >`;
}

function userView(client: Client, id: string): TemplateResult {
  const person = client.person(id);
  if (person === undefined) return html`<span class="mention">@${client.words.log.unknownUser}</span>`;
  return html`<button class="mention" @click=${(event: MouseEvent) => openPersonMenu(client, event, person)}
    >@${person.displayName}</button
  >`;
}

function roleView({ town, words }: Client, id: string): TemplateResult {
  const role = town?.roles.find((each) => each.id === id);
  if (role === undefined) return html`<span class="mention">@${words.log.unknownRole}</span>`;
  const { color, name } = role;
  return html`<span class="mention ${roleColorClass(color)}" style=${roleColorStyle(color)}>@${name}</span>`;
}

function channelView(client: Client, id: string): TemplateResult {
  const channel = client.town?.channels.find((each) => each.id === id);
  if (channel === undefined)
    return html`<span class="mention is-unknown"># ${client.words.log.unknownChannel}</span>`;
  return html`<button class="mention" @click=${() => client.open(id)}>${channelIcon(channel)}${channel.name}</button>`;
}

/** A press starts the command in the composer. */
function commandView(client: Client, path: string): TemplateResult {
  return html`<button class="mention" @click=${() => startCommand(client, path)}>${shownCommand(client, path)}</button>`;
}

/** A command's name in the person's language, with its slash, if it is one that is typed. */
export function shownCommand({ commands }: Client, path: string): string {
  const command = commands.find((each) => each.path === path);
  return command === undefined || command.type === 1 ? `/${command?.name ?? path}` : command.name;
}

function timeView(client: Client, seconds: number, style: string): TemplateResult {
  const at = new Date(seconds * 1000);
  const text = style === 'R' ? tickingTime(client, at) : styledTime(client, at, style, new Date());
  // The log is read out as it grows; a clock in it is not to be, at every second.
  return html`<time class="text-time" aria-live="off" datetime=${at.toISOString()} title=${fullTime(client, at)}
    >${text}</time
  >`;
}

function plainBlock(client: Client, block: Block): string {
  switch (block.type) {
    case 'code':
      return block.text;
    case 'quote':
      return block.content.map((each) => plainBlock(client, each)).join(' ');
    case 'list':
      return block.items
        .map(({ content, lists }) =>
          [plainInline(client, content), ...lists.map((list) => plainBlock(client, list))].join(' '),
        )
        .join(' ');
    default:
      return plainInline(client, block.content);
  }
}

function plainInline(client: Client, content: readonly Inline[]): string {
  return content.map((part) => plainPart(client, part)).join('');
}

function plainPart(client: Client, part: Inline): string {
  const { town, words } = client;
  switch (part.type) {
    case 'text':
    case 'code':
      return part.text;
    case 'messageLink':
      return part.url;
    case 'user':
      return `@${client.person(part.id)?.displayName ?? words.log.unknownUser}`;
    case 'role':
      return `@${town?.roles.find(({ id }) => id === part.id)?.name ?? words.log.unknownRole}`;
    case 'channel':
      return `#${town?.channels.find(({ id }) => id === part.id)?.name ?? words.log.unknownChannel}`;
    case 'everyone':
      return `@${part.name}`;
    case 'command':
      return shownCommand(client, part.path);
    case 'time':
      return styledTime(client, new Date(part.seconds * 1000), part.style, new Date());
    case 'emoji':
      return `:${part.name}:`;
    case 'spoiler':
      return '■■■';
    default:
      return plainInline(client, part.content);
  }
}
