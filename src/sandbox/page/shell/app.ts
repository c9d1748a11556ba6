import { html, nothing, type TemplateResult } from 'lit';
import type { Client } from '../client.ts';
import { composerView } from '../composer/composer.ts';
import { menuView } from '../dialogs/menu.ts';
import { modalView } from '../dialogs/modal.ts';
import { logView } from '../messages/log.ts';
import { isolated } from '../words/isolated.ts';
import { channelsView, railView } from './channels.ts';
import { headerView } from './header.ts';
import { membersView } from './members.ts';
import { areMembersShown, isSideShown } from './panels.ts';
import { userPanelView } from './userPanel.ts';

/** The whole page. */
export function appView(client: Client): TemplateResult {
  const { town, words } = client;
  if (town === null) return html`<p class="waiting" role="status">${words.connecting}</p>`;
  nameDocument(client.locale, `${client.channel?.name ?? ''} · ${town.guild.name}`);
  return html`<div class="app ${isSideShown() ? 'shows-side' : ''} ${areMembersShown() ? 'shows-members' : ''}">
      <header class="banner"><strong>${words.notDiscord}</strong> <span>${words.notDiscordWhy}</span></header>
      ${railView(client, town)}
      <section class="side" aria-label=${town.guild.name}>${channelsView(client, town)} ${userPanelView(client, town)}</section>
      <main class="main">
        ${headerView(client)} ${stateView(client)} ${logView(client)}
        ${composerView(client)}
        <p class="typing" aria-live="polite">${typingView(client)}</p>
      </main>
      ${membersView(client, town)}
    </div>
    ${menuView(client)} ${modalView(client)}
    <p class="remark" role="status">${client.remark ?? nothing}</p>`;
}

/** Only what is new: a language set again makes the browser style the whole page again. */
function nameDocument(language: string, title: string): void {
  const { documentElement: root } = document;
  if (root.lang !== language) root.lang = language;
  if (document.title !== title) document.title = title;
}

/** What keeps the person from being answered, if anything does. */
function stateView({ connection, town, words }: Client): TemplateResult | typeof nothing {
  if (connection === 'lost') return html`<p class="state" role="status">${words.lost}</p>`;
  if (town === null || town.botIsOnline) return nothing;
  return html`<p class="state" role="status">${words.botOffline(town.bot.displayName)}</p>`;
}

function typingView({ typing, words }: Client): TemplateResult | typeof nothing {
  if (typing.length === 0) return nothing;
  const names = typing.map(({ displayName }) => isolated(displayName));
  return html`<span class="typing-dots" aria-hidden="true"></span>${words.typing(names)}`;
}
