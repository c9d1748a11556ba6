import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Client } from '../client.ts';
import { icon } from '../icons.ts';
import { fileView, pictureView } from './media.ts';
import { linkView, reveal, richText } from './richText.ts';
import { selectView } from './select.ts';

/** What is below a message, or all of it where it is made of components. */
export function componentsView(client: Client, message: APIMessage): TemplateResult | typeof nothing {
  const { components = [] } = message;
  if (components.length === 0) return nothing;
  return html`<div class="components">${components.map((one) => componentView(client, message, one))}</div>`;
}

function componentView(
  client: Client,
  message: APIMessage,
  component: APIMessageTopLevelComponent,
): TemplateResult | typeof nothing {
  switch (component.type) {
    case ComponentType.ActionRow:
      return rowView(client, message, component);
    case ComponentType.Container:
      return containerView(client, message, component);
    case ComponentType.Section:
      return sectionView(client, message, component);
    case ComponentType.TextDisplay:
      return html`<div class="component-text">${richText(client, component.content)}</div>`;
    case ComponentType.MediaGallery:
      return html`<div class="component-gallery">
        ${component.items.map(({ media, description, spoiler }) =>
          pictureView(client, { ...media, description, isSpoiler: spoiler === true }, 'component-picture'),
        )}
      </div>`;
    case ComponentType.File: {
      const { file, name, size } = component;
      const fallback = decodeURIComponent(file.url.split('/').at(-1) ?? '');
      return fileView(client, { url: file.url, name: name ?? fallback, size: size ?? null });
    }
    case ComponentType.Separator: {
      const isLarge = component.spacing === SeparatorSpacingSize.Large;
      const isLine = component.divider !== false;
      return html`<hr class="component-separator ${isLarge ? 'is-large' : ''} ${isLine ? '' : 'is-blank'}" />`;
    }
    default:
      return nothing;
  }
}

function rowView(
  client: Client,
  message: APIMessage,
  { components }: APIActionRowComponent<APIComponentInMessageActionRow>,
): TemplateResult {
  return html`<div class="component-row">
    ${components.map((component) =>
      component.type === ComponentType.Button
        ? buttonView(client, message, component)
        : selectView(client, message, component),
    )}
  </div>`;
}

const buttonStyles: Readonly<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: 'is-primary',
  [ButtonStyle.Secondary]: 'is-secondary',
  [ButtonStyle.Success]: 'is-success',
  [ButtonStyle.Danger]: 'is-danger',
  [ButtonStyle.Link]: 'is-secondary',
  [ButtonStyle.Premium]: 'is-primary',
};

/** While an answer is awaited, what was pressed keeps the focus, so that it is not `disabled`. */
function buttonView(client: Client, message: APIMessage, button: APIButtonComponent): TemplateResult {
  const className = `component-button ${buttonStyles[button.style]}`;
  const content = faceOf(button);
  if (button.style === ButtonStyle.Link && button.disabled !== true) {
    return linkView(button.url, html`${content}${icon('external')}`, className);
  }
  const customId = 'custom_id' in button ? button.custom_id : null;
  const isBusy = customId !== null && client.isBusy(message, customId);
  return html`<button
    class="${className} ${isBusy ? 'is-busy' : ''}"
    aria-busy=${isBusy}
    aria-disabled=${client.isWaiting(message)}
    ?disabled=${button.disabled === true || customId === null}
    @click=${() => customId !== null && client.click(message, customId)}
  >
    ${content}${isBusy ? html`<span class="busy-dots"></span>` : nothing}
  </button>`;
}

function faceOf(button: APIButtonComponent): TemplateResult {
  const { label, emoji } = 'sku_id' in button ? { label: button.sku_id, emoji: undefined } : button;
  const face = emoji?.id ? `:${emoji.name ?? ''}:` : emoji?.name;
  return html`<span class="component-face"
    >${face ? html`<span class="component-emoji">${face}</span>` : nothing}${label ? html`<span>${label}</span>` : nothing}</span
  >`;
}

function containerView(
  client: Client,
  message: APIMessage,
  container: APIContainerComponent,
): TemplateResult {
  const { accent_color: accent, components, spoiler } = container;
  const color = accent === undefined || accent === null ? null : `#${accent.toString(16).padStart(6, '0')}`;
  const style = styleMap(color === null ? {} : { '--embed-color': color });
  const content = html`${components.map((one) => componentView(client, message, one))}`;
  const className = `component-container ${color === null ? '' : 'has-accent'}`;
  if (spoiler !== true) return html`<div class=${className} style=${style}>${content}</div>`;
  return html`<div class="${className} spoiler" style=${style} @click=${reveal}>
    <button class="spoiler-cover" aria-label=${client.words.log.spoiler}>${icon('eye')}</button>
    <div class="spoiler-content" inert tabindex="-1">${content}</div>
  </div>`;
}

function sectionView(
  client: Client,
  message: APIMessage,
  { components, accessory }: APISectionComponent,
): TemplateResult {
  const beside =
    accessory.type === ComponentType.Button
      ? buttonView(client, message, accessory)
      : pictureView(
          client,
          { ...accessory.media, description: accessory.description, isSpoiler: accessory.spoiler === true },
          'component-thumbnail',
        );
  return html`<div class="component-section">
    <div>${components.map((one) => componentView(client, message, one))}</div>
    ${beside}
  </div>`;
}
