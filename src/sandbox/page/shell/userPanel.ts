import { html, type TemplateResult } from 'lit';
import type { PersonView, TownView } from '../../protocol.ts';
import type { Client } from '../client.ts';
import { icon } from '../icons.ts';
import { avatarView } from '../messages/avatar.ts';
import { chooseTheme, chosenTheme, themes } from './theme.ts';

const languages = [
  ['ko', '한국어'],
  ['en-US', 'English'],
] as const;

/** Who acts in this tab, and a panel to act as another, in another language or look, or to start afresh. */
export function userPanelView(client: Client, town: TownView): TemplateResult {
  const { me } = town;
  return html`<section class="user-panel">
    <button class="user-button" popovertarget="settings">
      ${avatarView(me, 32)}
      <span class="user-names">
        <span class="user-name">${me.displayName}</span>
        <span class="user-detail">${detail(me)}</span>
      </span>
      ${icon('sliders')}
    </button>
    <div id="settings" class="settings" popover>
      ${peopleView(client, town)} ${languagesView(client)} ${themesView(client)} ${resetView(client)}
    </div>
  </section>`;
}

function detail({ roles, locale }: PersonView): string {
  const language = languages.find(([id]) => id === locale)?.[1] ?? locale;
  return [roles[0], language].filter((part) => part !== undefined).join(' · ');
}

function peopleView({ words }: Client, { people, me }: TownView): TemplateResult {
  return html`<h2 class="settings-title">${words.actAs}</h2>
    <ul class="settings-people">
      ${people
        .filter(({ isBot }) => !isBot)
        .map(
          (person) => html`<li>
            <a class="settings-person" href=${addressOf(person)} aria-current=${person.id === me.id}>
              ${avatarView(person, 24)}
              <span>${person.displayName}</span>
              <span class="user-detail">${detail(person)}</span>
            </a>
            <a class="settings-tab" href=${addressOf(person)} target="_blank">${words.otherTab}</a>
          </li>`,
        )}
    </ul>`;
}

function addressOf({ name }: PersonView): string {
  return `/?as=${encodeURIComponent(name)}${location.hash}`;
}

function languagesView(client: Client): TemplateResult {
  return html`<h2 class="settings-title">${client.words.language}</h2>
    <div class="settings-choices">
      ${languages.map(
        ([id, name]) =>
          html`<button aria-pressed=${client.locale === id} lang=${id} @click=${() => client.speak(id)}>
            ${name}
          </button>`,
      )}
    </div>`;
}

function themesView(client: Client): TemplateResult {
  const { words } = client;
  return html`<h2 class="settings-title">${words.themeLabel}</h2>
    <div class="settings-choices">
      ${themes.map(
        (theme) =>
          html`<button
            aria-pressed=${chosenTheme() === theme}
            @click=${() => client.update(() => chooseTheme(theme))}
          >
            ${words.theme[theme]}
          </button>`,
      )}
    </div>`;
}

function resetView(client: Client): TemplateResult {
  const { words } = client;
  const reset = () => {
    document.querySelector<HTMLElement>('#settings')?.hidePopover();
    void client.reset();
  };
  return html`<button class="settings-reset" popovertarget="reset-sure">${words.reset}</button>
    <div id="reset-sure" class="reset-sure" popover role="alertdialog" aria-label=${words.reset}>
      <p>${words.resetSure}</p>
      <div class="settings-choices">
        <button popovertarget="reset-sure" popovertargetaction="hide">${words.cancel}</button>
        <button class="is-dangerous" @click=${reset}>${words.reset}</button>
      </div>
    </div>`;
}
