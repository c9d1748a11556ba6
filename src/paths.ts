import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folders, absolute. Every path of the project starts from one of these. */
const root = new URL('../', import.meta.url);

export const contentFolder = fileURLToPath(new URL('content/', root));
export const localesFolder = fileURLToPath(new URL('locales/', root));
export const dataFolder = fileURLToPath(new URL('data/', root));

/** Where the packs of a folder are, and their English. */
export function foldersOf(content: string): { readonly content: string; readonly locales: string } {
  return { content, locales: localesOf(content) };
}

/** Where the English of a folder's packs is: in `locales` beside that folder, or among the project's where there is none. */
export function localesOf(content: string): string {
  const beside = join(content, '..', 'locales');
  return existsSync(beside) ? beside : localesFolder;
}
