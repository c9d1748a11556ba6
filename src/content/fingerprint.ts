import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Folders, PACK_NAME } from './load.ts';

/**
 * Text that is another one whenever a pack's files may say something else: their names, sizes, times and places on the
 * disk. A folder or file that is not there is part of it; what editors put beside the files is not.
 */
export async function fingerprint({ content, locales }: Folders): Promise<string> {
  const folders = await foldersIn(content);
  const english = folders.filter((id) => PACK_NAME.test(id)).map((id) => join(locales, 'en', `${id}.json`));
  const files = await Promise.all(folders.map((id) => filesIn(join(content, id))));
  const marks = await Promise.all([...files.flat(), ...english].map(markOf));
  return [...folders, ...marks].join('\n');
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /^[^.].*\.yaml$/u.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Saved over, a file has another time; renamed over, another place; on a disk of coarse times, mostly another size. */
async function markOf(file: string): Promise<string> {
  try {
    const { mtimeMs, ctimeMs, size, ino } = await stat(file);
    return [file, mtimeMs, ctimeMs, size, ino].join(' ');
  } catch {
    return `${file} -`;
  }
}
