import type { IncomingMessage } from 'node:http';
import type { UploadedFile } from '../files.ts';
import { refuse } from './refusal.ts';

/** Discord's limit for a whole request. */
const bodyLimit = 25 * 1024 * 1024;

export interface RestRequest {
  method: string;
  /** Path below `/api/v10`, as it was sent. */
  path: string;
  query: URLSearchParams;
  body: unknown;
  files: UploadedFile[];
  /** A segment of the path, decoded: `@original` arrives as `%40original`. */
  param(name: string): string;
}

/** Reads JSON or a multipart form with `payload_json` and `files[n]`. Refuses what is too large or broken. */
export async function readBody(request: IncomingMessage): Promise<Pick<RestRequest, 'body' | 'files'>> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) return { body: parseJson(bytes.toString('utf8')), files: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } })
    .formData()
    .catch(() => refuse('badJson'));
  const payload = form.get('payload_json');
  const files: UploadedFile[] = [];
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    files.push({
      index,
      name: value.name,
      type: value.type,
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return { body: typeof payload === 'string' ? parseJson(payload) : {}, files };
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('badJson');
  }
}
