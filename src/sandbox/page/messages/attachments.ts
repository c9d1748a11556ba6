import type { APIAttachment } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Client } from '../client.ts';
import { fileView, pictureView } from './media.ts';

const spoilerPrefix = 'SPOILER_';

/** The pictures and files of a message. */
export function attachmentsView(
  client: Client,
  attachments: readonly APIAttachment[],
): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  const pictures = attachments.filter(isPicture);
  const files = attachments.filter((attachment) => !isPicture(attachment));
  return html`<div class="attachments">
    ${pictures.map((attachment) =>
      pictureView(
        client,
        { ...attachment, isSpoiler: attachment.filename.startsWith(spoilerPrefix) },
        'attachment-picture',
      ),
    )}
    ${files.map(({ url, filename, title, size }) => fileView(client, { url, name: title ?? filename, size }))}
  </div>`;
}

function isPicture({ content_type, filename }: APIAttachment): boolean {
  return content_type?.startsWith('image/') ?? /\.(png|jpe?g|gif|webp|avif|svg)$/i.test(filename);
}
