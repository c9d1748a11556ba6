import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface PageFile {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** By path: `/` and what it loads. */
export type Page = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

let bundled: Promise<Page> | undefined;

/** The page, bundled by Vite in memory: nothing is written, and a second call costs nothing. */
export function bundlePage(): Promise<Page> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<Page> {
  const root = fileURLToPath(new URL('page/', import.meta.url));
  const result = await build({
    root,
    configFile: false,
    envDir: false,
    logLevel: 'error',
    // Vite would take the development build of packages wherever NODE_ENV says something else, as in tests.
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: { write: false, minify: false, modulePreload: false, reportCompressedSize: false },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error('Vite gave no single bundle.');
  const files = result.output.map((file) => {
    const path = file.fileName === 'index.html' ? '/' : `/${file.fileName}`;
    const type = types[file.fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return [path, { type, body: file.type === 'chunk' ? file.code : file.source }] as const;
  });
  return new Map(files);
}
