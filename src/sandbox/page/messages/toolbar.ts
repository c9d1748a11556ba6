import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Client } from '../client.ts';
import { openMessageMenu } from '../dialogs/menu.ts';
import { icon } from '../icons.ts';
import { isEphemeral } from './message.ts';

const quickReactions = ['👍', '❤️', '😂'];

/**
 * What can be done with a message at once; seen while the pointer or the focus is on it. Not in the order of Tab,
 * which would get lost in what vanishes with the focus: the keys have the menu, with the same in it.
 */
export function toolbarView(client: Client, message: APIMessage): TemplateResult {
  const { channel, words } = client;
  const isPublic = !isEphemeral(message);
  const reply = () => client.update(() => (client.replyTo = message));
  return html`<div class="message-toolbar" role="toolbar" aria-label=${words.actions.messageMenu}>
    ${isPublic && channel?.mayReact === true ? quickReactions.map((emoji) => reactView(client, message, emoji)) : nothing}
    ${
      isPublic && channel?.mayWrite === true
        ? html`<button class="message-tool" tabindex="-1" title=${words.actions.reply} aria-label=${words.actions.reply} @click=${reply}>
            ${icon('reply')}
          </button>`
        : nothing
    }
    <button
      class="message-tool"
      tabindex="-1"
      title=${words.menu}
      aria-label=${words.menu}
      aria-haspopup="menu"
      @click=${(event: MouseEvent) => openMessageMenu(client, event, message)}
    >
      ${icon('more')}
    </button>
  </div>`;
}

function reactView(client: Client, message: APIMessage, emoji: string): TemplateResult {
  const label = client.words.actions.react(emoji);
  return html`<button
    class="message-tool is-emoji"
    tabindex="-1"
    title=${label}
    aria-label=${label}
    @click=${() => client.toggleReaction(message, emoji)}
  >
    ${emoji}
  </button>`;
}
