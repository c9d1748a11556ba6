import { html, nothing, type TemplateResult } from 'lit';
import type { PersonView, TownView } from '../../protocol.ts';
import type { Client } from '../client.ts';
import { openPersonMenu } from '../dialogs/menu.ts';
import { avatarView } from '../messages/avatar.ts';
import { roleColorClass, roleColorStyle } from '../messages/roleColor.ts';

/** Who is there, by their highest role, as Discord lists them; those without any role come last. */
export function membersView(client: Client, town: TownView): TemplateResult {
  const { words } = client;
  const rank = ({ roles: [highest] }: PersonView) =>
    highest === undefined ? town.roles.length : town.roles.findIndex(({ name }) => name === highest);
  const people = town.people.toSorted((a, b) => rank(a) - rank(b));
  const groups = Map.groupBy(people, ({ roles: [highest = words.online] }) => highest);
  return html`<aside class="members" aria-label=${words.members}>
    ${[...groups].map(
      ([role, people]) =>
        html`<h2 class="members-role">${role} — ${people.length}</h2>
          ${people.map((person) => member(client, person, town))}`,
    )}
  </aside>`;
}

function member(client: Client, person: PersonView, town: TownView): TemplateResult {
  const isOnline = !person.isBot || town.botIsOnline;
  const { words } = client;
  return html`<button
    class="member ${isOnline ? '' : 'is-offline'}"
    title=${`@${person.name} · ${isOnline ? words.online : words.offline}`}
    @click=${(event: MouseEvent) => openPersonMenu(client, event, person)}
    @contextmenu=${(event: MouseEvent) => openPersonMenu(client, event, person)}
  >
    <span class="member-avatar">${avatarView(person, 32)}<span class="presence"></span></span>
    <span class="member-name ${roleColorClass(person.color)}" style=${roleColorStyle(person.color)}
      >${person.displayName}</span
    >
    ${person.isBot ? html`<span class="app-tag">${words.app}</span>` : nothing}
  </button>`;
}
