import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { Client } from '../client.ts';
import { pictureView } from './media.ts';
import { linkView, richText } from './richText.ts';
import { messageTime } from './time.ts';

type Part = TemplateResult | typeof nothing;

/** A card with a bar of its colour. */
export function embedView(client: Client, embed: APIEmbed): TemplateResult {
  const { color, title, url, description, image, thumbnail } = embed;
  // As on Discord, black stands for no colour.
  const bar = color ? { '--embed-color': `#${color.toString(16).padStart(6, '0')}` } : {};
  return html`<div class="embed" style=${styleMap(bar)}>
    <div class="embed-body">
      ${smallLine(embed.provider, 'embed-provider')} ${smallLine(embed.author, 'embed-author')}
      ${title ? html`<div class="embed-title">${titled(client, title, url)}</div>` : nothing}
      ${description ? html`<div class="embed-description">${richText(client, description)}</div>` : nothing}
      ${fieldsView(client, embed.fields ?? [])}
    </div>
    ${thumbnail ? pictureView(client, thumbnail, 'embed-thumbnail') : nothing}
    ${image ? pictureView(client, image, 'embed-image') : nothing} ${footerView(client, embed)}
  </div>`;
}

function smallLine(part: { name?: string; url?: string } | undefined, className: string): Part {
  if (!part?.name) return nothing;
  return html`<div class=${className}>${part.url ? linkView(part.url, part.name) : part.name}</div>`;
}

function titled(client: Client, title: string, url: string | undefined): TemplateResult {
  const text = richText(client, title);
  return url ? linkView(url, text) : text;
}

function fieldsView(client: Client, fields: readonly APIEmbedField[]): Part {
  if (fields.length === 0) return nothing;
  const drawn = rows(fields).flatMap((row) =>
    row.map(
      ({ name, value, inline }) => html`<div class="embed-field ${inline ? `is-one-of-${row.length}` : ''}">
        <div class="embed-field-name">${richText(client, name)}</div>
        <div>${richText(client, value)}</div>
      </div>`,
    ),
  );
  return html`<div class="embed-fields">${drawn}</div>`;
}

/** Up to three inline fields that follow one another share a row; any other field has one to itself. */
function rows(fields: readonly APIEmbedField[]): readonly (readonly APIEmbedField[])[] {
  const result: APIEmbedField[][] = [];
  for (const field of fields) {
    const last = result.at(-1);
    const isOpen = last !== undefined && last.length < 3 && last.every(({ inline }) => inline);
    if (field.inline && isOpen) last.push(field);
    else result.push([field]);
  }
  return result;
}

function footerView(client: Client, { footer, timestamp }: APIEmbed): Part {
  const time = timestamp ? messageTime(client, new Date(timestamp), new Date()) : undefined;
  const parts = [footer?.text, time].filter((part) => part !== undefined);
  return parts.length === 0 ? nothing : html`<div class="embed-footer">${parts.join(' • ')}</div>`;
}
