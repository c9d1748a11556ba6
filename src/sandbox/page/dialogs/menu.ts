import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { CommandView, PersonView } from '../../protocol.ts';
import type { Client, OpenMenu } from '../client.ts';
import { mention } from '../composer/composer.ts';
import { type IconName, icon } from '../icons.ts';
import { avatarView } from '../messages/avatar.ts';
import { roleColorClass, roleColorStyle } from '../messages/roleColor.ts';
import { updateThen } from './afterDraw.ts';

const quickReactions = ['👍', '❤️', '😂', '🎉'];
const commandTypes = { person: 2, message: 3 };
const directMessages = 1;
/** What Discord's addresses have in place of a server for direct messages. */
const noGuild = '@me';

/** In pixels. */
const menuWidth = 232;
const itemSelector = '.menu [role="menuitem"]';

/** What can be done with a message, at the pointer or at the button that was pressed. */
export function openMessageMenu(client: Client, event: MouseEvent, message: APIMessage): void {
  open(client, event, { message });
}

/** What can be done with a person. */
export function openPersonMenu(client: Client, event: MouseEvent, person: PersonView): void {
  open(client, event, { person, channel: client.channelId });
}

/** The menu that is open, if any. */
export function menuView(client: Client): TemplateResult | typeof nothing {
  const { menu } = client;
  if (menu === null) return nothing;
  const { about } = menu;
  const label = 'message' in about ? client.words.actions.messageMenu : about.person.displayName;
  return html`<div
    class="menu"
    role="menu"
    aria-label=${label}
    style=${styleMap(placeOf(menu))}
    @keydown=${(event: KeyboardEvent) => takeKey(client, event)}
    @contextmenu=${(event: Event) => event.preventDefault()}
  >
    ${'message' in about ? messageItems(client, about.message) : personItems(client, about)}
  </div>`;
}

type AboutPerson = Extract<OpenMenu['about'], { person: unknown }>;

function messageItems(client: Client, message: APIMessage): TemplateResult {
  const { channel, me } = client;
  const { actions } = client.words;
  if (isEphemeral(message)) {
    return item(client, { label: actions.dismiss, mark: 'eyeOff', act: () => client.dismiss(message) });
  }
  const mayDelete = message.author.id === me?.id || channel?.mayModerate === true;
  const reply = () => client.update(() => (client.replyTo = message));
  const remove = () => client.delete(message);
  const copyText = () => copy(message.content);
  const copyLink = () => copy(linkTo(client, message));
  return html`${channel?.mayReact === true ? reactionsRow(client, message) : nothing}
    ${channel?.mayWrite === true ? item(client, { label: actions.reply, mark: 'reply', act: reply }) : nothing}
    ${appItems(client, commandTypes.message, (command) => client.useMessageCommand(command, message))}
    <hr class="menu-line" role="separator" />
    ${message.content === '' ? nothing : item(client, { label: actions.copyText, mark: 'copy', act: copyText })}
    ${item(client, { label: actions.copyLink, mark: 'link', act: copyLink })}
    ${mayDelete ? item(client, { label: actions.delete, mark: 'bin', act: remove }) : nothing}`;
}

function personItems(client: Client, { person, channel }: AboutPerson): TemplateResult {
  const { actions, app } = client.words;
  const mayWrite = client.channel?.mayWrite === true;
  const write = () => mention(client, person);
  const tag = person.isBot ? html`<span class="app-tag">${app}</span>` : nothing;
  return html`<div class="menu-person">
      ${avatarView(person, 40)}
      <span class="menu-person-names">
        <strong class=${roleColorClass(person.color)} style=${roleColorStyle(person.color)}
          >${person.displayName}</strong
        >
        ${tag}
        <small>@${person.name}</small>
      </span>
    </div>
    ${person.roles.length === 0 ? nothing : html`<p class="menu-roles">${person.roles.join(' · ')}</p>`}
    <hr class="menu-line" role="separator" />
    ${mayWrite ? item(client, { label: actions.mention, mark: 'at', act: write }) : nothing}
    ${appItems(client, commandTypes.person, (command) => client.useUserCommand(command, person, channel))}`;
}

function reactionsRow(client: Client, message: APIMessage): TemplateResult {
  const react = (emoji: string) => act(client, () => client.toggleReaction(message, emoji));
  return html`<div class="menu-reactions" role="group">
    ${quickReactions.map((emoji) => {
      const label = client.words.actions.react(emoji);
      return html`<button
        class="menu-reaction"
        role="menuitem"
        tabindex="-1"
        title=${label}
        aria-label=${label}
        @click=${() => react(emoji)}
        @pointerenter=${(event: PointerEvent) => focusOn(event.currentTarget)}
      >
        ${emoji}
      </button>`;
    })}
  </div>`;
}

/** The bot's commands for what the menu is about. */
function appItems(
  client: Client,
  type: number,
  use: (command: CommandView) => void,
): TemplateResult | typeof nothing {
  const commands = client.commands.filter((command) => command.type === type);
  if (commands.length === 0 || client.channel?.mayUseCommands !== true) return nothing;
  return html`<hr class="menu-line" role="separator" />
    <div role="group" aria-label=${client.words.actions.apps}>
      <p class="menu-title">${client.words.actions.apps}</p>
      ${commands.map((command) => item(client, { label: command.name, mark: 'bot', act: () => use(command) }))}
    </div>`;
}

interface Item {
  readonly label: string;
  readonly mark: IconName | 'bot';
  readonly act: () => void;
}

function item(client: Client, { label, mark, act: chosen }: Item): TemplateResult {
  const { town } = client;
  return html`<button
    class="menu-item ${mark === 'bin' ? 'is-dangerous' : ''}"
    role="menuitem"
    tabindex="-1"
    @click=${() => act(client, chosen)}
    @pointerenter=${(event: PointerEvent) => focusOn(event.currentTarget)}
  >
    <span class="menu-label">${label}</span>
    ${mark !== 'bot' ? icon(mark) : town === null ? nothing : avatarView(town.bot, 20)}
  </button>`;
}

/** Opens towards the middle of the window, so that it has room; in a narrow one it stays within the edges. */
function placeOf({ x, y }: OpenMenu): Record<string, string> {
  const { innerWidth, innerHeight } = window;
  const isRight = x > innerWidth / 2;
  const isLow = y > innerHeight / 2;
  const room = Math.round((isLow ? y : innerHeight - y) - 8);
  return {
    [isRight ? 'right' : 'left']: `min(${isRight ? innerWidth - x : x}px, 100vw - ${menuWidth + 8}px)`,
    [isLow ? 'bottom' : 'top']: `${isLow ? innerHeight - y : y}px`,
    width: `${menuWidth}px`,
    'max-height': `${room}px`,
  };
}

/** Without a pointer, beside what was pressed. */
function open(client: Client, event: MouseEvent, about: OpenMenu['about']): void {
  event.preventDefault();
  const { clientX, clientY, target } = event;
  const box = target instanceof Element ? target.getBoundingClientRect() : undefined;
  const isPointed = clientX !== 0 || clientY !== 0 || box === undefined;
  const menu: OpenMenu = isPointed
    ? { x: clientX, y: clientY, about }
    : { x: box.left, y: box.bottom, about };
  returnTo = document.activeElement;
  closeWhenLeft(client, menu);
  updateThen(
    client,
    () => (client.menu = menu),
    () => focusOn(document.querySelector(itemSelector)),
  );
}

/** What had the focus before the menu. */
let returnTo: Element | null = null;

function close(client: Client): void {
  const isInside = document.activeElement?.closest('.menu') != null;
  if (isInside) focusOn(returnTo);
  client.update(() => (client.menu = null));
}

function closeWhenLeft(client: Client, menu: OpenMenu): void {
  const listening = new AbortController();
  const leave = ({ type, target }: Event) => {
    if (client.menu !== menu) return listening.abort();
    if (type !== 'blur' && target instanceof Element && target.closest('.menu') !== null) return;
    listening.abort();
    close(client);
  };
  // The wheel rather than `scroll`: a new message scrolls the channel by itself.
  const { signal } = listening;
  for (const type of ['pointerdown', 'wheel', 'touchmove']) {
    document.addEventListener(type, leave, { signal, capture: true, passive: true });
  }
  window.addEventListener('blur', leave, { signal });
  window.addEventListener('resize', leave, { signal });
}

function act(client: Client, chosen: () => void): void {
  close(client);
  chosen();
}

function takeKey(client: Client, event: KeyboardEvent): void {
  const { key } = event;
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const items = [...document.querySelectorAll<HTMLElement>(itemSelector)];
  const index = items.findIndex((each) => each.matches(':focus'));
  const step = steps[key];
  if (key === 'Escape' || key === 'Tab') close(client);
  else if (key === 'Home') focusOn(items[0]);
  else if (key === 'End') focusOn(items.at(-1));
  else if (step !== undefined) focusOn(items[(index + step + items.length) % items.length]);
  else return;
  event.preventDefault();
}

function focusOn(element: EventTarget | null | undefined): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}

function isEphemeral({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function copy(text: string): void {
  void navigator.clipboard.writeText(text);
}

function linkTo({ town, channel }: Client, { id, channel_id }: APIMessage): string {
  const guild = channel?.type === directMessages ? noGuild : (town?.guild.id ?? noGuild);
  return `https://discord.com/channels/${guild}/${channel_id}/${id}`;
}
