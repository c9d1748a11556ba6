import { html, nothing, type TemplateResult } from 'lit';
import type { Client } from '../client.ts';
import { icon } from '../icons.ts';
import { pinsView } from '../messages/log.ts';
import { channelIcon } from './channels.ts';
import { areMembersShown, showSide, toggleMembers } from './panels.ts';

/** The channel's name and topic, and what can be opened beside it. */
export function headerView(client: Client): TemplateResult {
  const { channel, words } = client;
  if (channel === undefined) return html`<header class="header"></header>`;
  return html`<header class="header">
    <button class="header-button header-side" aria-label=${words.channels} @click=${() => showSide(client)}>
      ${icon('menu')}
    </button>
    ${channelIcon(channel)}
    <h1 class="header-name">${channel.name}</h1>
    ${channel.topic === null ? nothing : html`<p class="header-topic">${channel.topic}</p>`}
    <span class="header-space"></span>
    <button
      class="header-button"
      title=${words.pins}
      aria-label=${words.pins}
      popovertarget="pins"
      @click=${() => client.showPins()}
    >
      ${icon('pin')}
    </button>
    <button
      class="header-button header-members"
      title=${words.members}
      aria-label=${words.members}
      aria-pressed=${areMembersShown()}
      @click=${() => toggleMembers(client)}
    >
      ${icon('people')}
    </button>
    <div id="pins" class="pins" popover>
      <h2 class="pins-title">${words.pins}</h2>
      ${client.pins?.length === 0 ? html`<p class="pins-none">${words.noPins}</p>` : pinsView(client)}
    </div>
  </header>`;
}
