import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { schemaLine } from '../jsonSchemas.ts';
import { type Folders, loadPacks } from '../load.ts';
import type { NewPack } from './pack.ts';

/** Where a pack is, or would be. */
export interface PackPlace {
  readonly folder: string;
  readonly english: string;
}

export function placeOf(id: string, { content, locales }: Folders): PackPlace {
  return { folder: join(content, id), english: join(locales, 'en', `${id}.json`) };
}

/**
 * Writes a pack, all files or none: into a folder beside it, from which it is loaded once, then by renaming. What stands in
 * its place is replaced; the caller has asked.
 * @throws ContentError where the pack cannot be loaded; nothing has changed then
 */
export function writePack(pack: NewPack, folders: Folders): void {
  const place = placeOf(pack.id, folders);
  mkdirSync(folders.content, { recursive: true });
  mkdirSync(dirname(place.english), { recursive: true });
  // A name with a dot in front is no pack to whoever reads the folder meanwhile.
  const draft = mkdtempSync(join(folders.content, '.import-'));
  // Beside its goal, as the other folder may be on another disk.
  const englishDraft = `${place.english}.import`;
  try {
    const drafted = { content: join(draft, 'content'), locales: join(draft, 'locales') };
    const from = placeOf(pack.id, drafted);
    mkdirSync(from.folder, { recursive: true });
    mkdirSync(dirname(from.english), { recursive: true });
    for (const [name, text] of Object.entries(pack.files))
      writeFileSync(join(from.folder, name), `${schemaLine(place.folder, name)}${text}`);
    writeFileSync(from.english, pack.english);
    loadPacks(drafted);
    writeFileSync(englishDraft, pack.english);
    replace(from.folder, englishDraft, place, join(draft, 'old'));
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(englishDraft, { force: true });
  }
}

/** Both renamed, or the old pack back in its place. */
function replace(folder: string, english: string, place: PackPlace, old: string): void {
  const replaces = existsSync(place.folder);
  if (replaces) renameSync(place.folder, old);
  try {
    renameSync(folder, place.folder);
    renameSync(english, place.english);
  } catch (error) {
    rmSync(place.folder, { recursive: true, force: true });
    if (replaces) renameSync(old, place.folder);
    throw error;
  }
}
