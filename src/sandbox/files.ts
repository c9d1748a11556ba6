import type { APIAttachment } from 'discord-api-types/v10';

export interface UploadedFile {
  /** The n of `files[n]`; an attachment entry of the body with this id describes it. */
  index: string;
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** All stored files together; the oldest go first. */
const storeLimit = 100 * 1024 * 1024;

/** Uploaded files, served back under the path of their attachment. Bounded by bytes. */
export class FileStore {
  readonly #files = new Map<string, UploadedFile>();
  readonly #origin: () => string;
  readonly #limit: number;
  #size = 0;

  constructor(origin: () => string, limit = storeLimit) {
    this.#limit = limit;
    this.#origin = origin;
  }

  add(id: string, channelId: string, file: UploadedFile): string {
    const path = `/attachments/${channelId}/${id}/${encodeURIComponent(file.name)}`;
    this.#files.set(path, file);
    this.#size += file.bytes.length;
    for (const [oldest, { bytes }] of this.#files) {
      if (this.#size <= this.#limit || oldest === path) break;
      this.#files.delete(oldest);
      this.#size -= bytes.length;
    }
    return `${this.#origin()}${path}`;
  }

  find(path: string): UploadedFile | undefined {
    return this.#files.get(path);
  }
}

export function attachmentPayload(id: string, url: string, file: UploadedFile): APIAttachment {
  return { id, filename: file.name, content_type: file.type, size: file.bytes.length, url, proxy_url: url };
}
