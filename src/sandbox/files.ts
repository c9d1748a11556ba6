import type { APIAttachment } from 'discord-api-types/v10';

export interface StoredFile {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface UploadedFile extends StoredFile {
  /** The n of `files[n]`; an attachment entry of the body with this id describes it. */
  index: string;
}

/** What may stand in a header; anything else would break the answer that serves the file. */
const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(; ?[\w-]+=[\w.-]+)*$/;

/** All stored files together; the oldest go first. */
const storeLimit = 100 * 1024 * 1024;

/** Uploaded files, served back under the path of their attachment. Bounded by bytes. */
export class FileStore {
  readonly #files = new Map<string, StoredFile>();
  readonly #origin: () => string;
  readonly #limit: number;
  #size = 0;

  constructor(origin: () => string, limit = storeLimit) {
    this.#limit = limit;
    this.#origin = origin;
  }

  /** Keeps a file and gives its attachment. */
  add(id: string, channelId: string, file: StoredFile): APIAttachment {
    const { bytes } = file;
    const name = file.name.toWellFormed();
    const type = mediaType.test(file.type) ? file.type : 'application/octet-stream';
    const path = `/attachments/${channelId}/${id}/${encodeURIComponent(name)}`;
    this.#files.set(path, { name, type, bytes });
    this.#size += bytes.length;
    for (const [oldest, other] of this.#files) {
      if (this.#size <= this.#limit || oldest === path) break;
      this.#files.delete(oldest);
      this.#size -= other.bytes.length;
    }
    const url = `${this.#origin()}${path}`;
    return { id, filename: name, content_type: type, size: bytes.length, url, proxy_url: url };
  }

  find(path: string): StoredFile | undefined {
    return this.#files.get(path);
  }
}
