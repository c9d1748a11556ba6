import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChannelView, TownView } from '../../protocol.ts';
import type { Client } from '../client.ts';
import { type IconName, icon } from '../icons.ts';
import { hideSide } from './panels.ts';

const direct = 1;
const announcement = 5;

export function channelIcon({ type, parentId }: ChannelView): TemplateResult {
  const names: Record<number, IconName> = { [direct]: 'direct', [announcement]: 'megaphone' };
  return icon(parentId === null ? (names[type] ?? 'hash') : 'thread');
}

/** The narrow column at the edge: the direct messages and the one server. */
export function railView(client: Client, town: TownView): TemplateResult {
  const isDirect = client.channel?.type === direct;
  const places = [
    { label: client.words.directMessages, mark: icon('direct'), wanted: true },
    { label: town.guild.name, mark: html`${[...town.guild.name][0]}`, wanted: false },
  ];
  return html`<nav class="rail" aria-label=${town.guild.name}>
    ${places.map(({ label, mark, wanted }) => {
      const channels = town.channels.filter(({ type }) => (type === direct) === wanted);
      const isUnread = channels.some(({ id }) => client.unread.has(id));
      return html`<button
        class="rail-place"
        title=${label}
        aria-label=${label}
        aria-current=${wanted === isDirect}
        @click=${() => client.open(channels[0]?.id ?? '')}
      >
        ${mark}${isUnread ? unreadMark(client) : nothing}
      </button>`;
    })}
  </nav>`;
}

/** The channels of the server or, there, the direct messages; threads below their channel. */
export function channelsView(client: Client, town: TownView): TemplateResult {
  const { words } = client;
  const isDirect = client.channel?.type === direct;
  const channels = town.channels.filter(({ type }) => (type === direct) === isDirect);
  return html`<header class="side-title">${isDirect ? words.directMessages : town.guild.name}</header>
    <nav class="channels" aria-label=${isDirect ? words.directMessages : words.channels}>
      ${repeat(
        channels,
        ({ id }) => id,
        (channel) => channelItem(client, channel),
      )}
    </nav>`;
}

function channelItem(client: Client, channel: ChannelView): TemplateResult {
  const { id, name, parentId } = channel;
  const isUnread = client.unread.has(id);
  return html`<button
    class="channel ${parentId === null ? '' : 'is-thread'} ${isUnread ? 'is-unread' : ''}"
    aria-current=${id === client.channelId ? 'page' : 'false'}
    @click=${() => {
      hideSide(client);
      void client.open(id);
    }}
  >
    ${channelIcon(channel)}<span class="channel-name">${name}</span>${isUnread ? unreadMark(client) : nothing}
  </button>`;
}

function unreadMark({ words }: Client): TemplateResult {
  return html`<span class="unread-mark"><span class="hidden-label">${words.unread}</span></span>`;
}
