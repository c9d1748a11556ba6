import { html, nothing, type TemplateResult } from 'lit';
import type { Client } from '../client.ts';
import { icon } from '../icons.ts';
import { ownAddress } from './addresses.ts';
import { linkView, reveal } from './richText.ts';

interface Picture {
  readonly url: string;
  /** What the picture shows, in words. */
  readonly description?: string | null | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly isSpoiler?: boolean;
}

/** A picture of this sandbox, large in a tab of its own when it is pressed; of any other place, a link. */
export function pictureView(client: Client, picture: Picture, className: string): TemplateResult {
  const { url, description, width, height, isSpoiler = false } = picture;
  const { log } = client.words;
  const address = ownAddress(url);
  if (address === null) return elsewhereView(client, url, className);
  const image = html`<a href=${address} target="_blank" rel="noopener noreferrer"
      ><img
        src=${address}
        alt=${description || log.image}
        title=${description || nothing}
        width=${width ?? nothing}
        height=${height ?? nothing}
        decoding="async"
    /></a>
    ${description ? altView(client, description) : nothing}`;
  if (!isSpoiler) return html`<span class="picture ${className}">${image}</span>`;
  return html`<span class="picture spoiler ${className}" @click=${reveal}>
    <button class="spoiler-cover" aria-label=${log.spoiler}>${icon('eye')}</button>
    <span class="spoiler-content" inert tabindex="-1">${image}</span>
  </span>`;
}

function altView({ words }: Client, description: string): TemplateResult {
  return html`<details class="picture-alt">
    <summary aria-label="ALT, ${words.log.description}">ALT</summary>
    <p>${description}</p>
  </details>`;
}

function elsewhereView({ words }: Client, url: string, className = ''): TemplateResult {
  return html`<span class="picture-elsewhere ${className}">${words.log.notFromHere} ${linkView(url, url)}</span>`;
}

interface NamedFile {
  readonly url: string;
  readonly name: string;
  readonly size: number | null;
}

export function fileView(client: Client, { url, name, size }: NamedFile): TemplateResult {
  const address = ownAddress(url);
  if (address === null) return elsewhereView(client, url);
  const { download } = client.words.log;
  return html`<div class="file">
    ${icon('file')}
    <span class="file-about">
      <a href=${address} target="_blank" rel="noopener noreferrer">${name}</a>
      ${size === null ? nothing : html`<small>${shownSize(client, size)}</small>`}
    </span>
    <a class="file-download" href=${address} download=${name} title=${download} aria-label="${download}: ${name}"
      >${icon('download')}</a
    >
  </div>`;
}

const kilobyte = 1024;

function shownSize({ locale }: Client, bytes: number): string {
  const [amount, unit] =
    bytes < kilobyte
      ? [bytes, 'B']
      : bytes < kilobyte ** 2
        ? [bytes / kilobyte, 'KB']
        : [bytes / kilobyte ** 2, 'MB'];
  return `${amount.toLocaleString(locale, { maximumFractionDigits: unit === 'B' ? 0 : 1 })} ${unit}`;
}
