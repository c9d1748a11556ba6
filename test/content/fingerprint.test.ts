import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from '../../src/content/fingerprint.ts';
import { folderWith } from '../cli/support/folders.ts';
import { sound } from './support/smallPack.ts';

/** Whether a change is seen. */
async function sees(change: (root: string) => void): Promise<boolean> {
  const root = folderWith(sound);
  const folders = { content: join(root, 'content'), locales: join(root, 'locales') };
  const before = await fingerprint(folders);
  expect(await fingerprint(folders)).toBe(before);
  change(root);
  return (await fingerprint(folders)) !== before;
}

const pairs = 'content/small/pairs.yaml';

test.each<[string, (root: string) => void]>([
  ['a file saved over', (root) => writeFileSync(join(root, pairs), '- id: other')],
  [
    'another file of the same size and time renamed over it, as editors save',
    (root) => {
      const { atime, mtime } = statSync(join(root, pairs));
      writeFileSync(join(root, 'new'), 'x'.repeat(statSync(join(root, pairs)).size));
      utimesSync(join(root, 'new'), atime, mtime);
      renameSync(join(root, 'new'), join(root, pairs));
    },
  ],
  ['a file deleted', (root) => rmSync(join(root, pairs))],
  ['a file added', (root) => writeFileSync(join(root, 'content/small/quiz.yaml'), '')],
  ['the English saved over', (root) => writeFileSync(join(root, 'locales/en/small.json'), '{}')],
  ['the English deleted', (root) => rmSync(join(root, 'locales/en/small.json'))],
  ['a folder added', (root) => mkdirSync(join(root, 'content/new'))],
  ['a pack removed', (root) => rmSync(join(root, 'content/small'), { recursive: true })],
  ['everything removed', (root) => rmSync(join(root, 'content'), { recursive: true })],
])('%s is another state', async (_, change) => {
  expect(await sees(change)).toBe(true);
});

test.each<[string, (root: string) => void]>([
  ['swap file of an editor', (root) => writeFileSync(join(root, 'content/small/.pairs.yaml.swp'), 'x')],
  ['copy that an editor keeps', (root) => writeFileSync(join(root, 'content/small/pairs.yaml~'), 'x')],
  ['hidden folder', (root) => mkdirSync(join(root, 'content/.git'))],
  ['locale of another pack', (root) => writeFileSync(join(root, 'locales/en/ui.json'), '{}')],
])('a %s changes nothing', async (_, change) => {
  expect(await sees(change)).toBe(false);
});
