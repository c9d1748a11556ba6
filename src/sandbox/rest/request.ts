import type { IncomingMessage } from 'node:http';
import type { UploadedFile } from '../files.ts';
import { refuse } from './refusal.ts';

/** Discord's limit for a whole request. */
const bodyLimit = 25 * 1024 * 1024;

export interface RequestBody {
  body: unknown;
  uploads: UploadedFile[];
}

/** Reads JSON or a multipart form with `payload_json` and `files[n]`. Refuses what is too large or broken. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, uploads: [] };
  if (!type.startsWith('multipart/form-data')) return { body: parse(bytes.toString('utf8')), uploads: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } })
    .formData()
    .catch(() => refuse('badJson'));
  const payload = form.get('payload_json');
  const uploads: UploadedFile[] = [];
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    const content = new Uint8Array(await value.arrayBuffer());
    uploads.push({ index, name: value.name, type: value.type, bytes: content });
  }
  return { body: typeof payload === 'string' ? parse(payload) : {}, uploads };
}

async function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  // The rest was read and dropped: an answer before the end would reach nobody.
  if (size > bodyLimit) refuse('tooLarge');
  return Buffer.concat(chunks);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('badJson');
  }
}
