import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchemas, schemaLine } from '../../src/content/jsonSchemas.ts';
import { contentFolder } from '../../src/paths.ts';

const folder = join(contentFolder, 'schema');

test('the schemas that editors read are those by which packs are checked (npm run content -- schema)', () => {
  const written = globSync('*', { cwd: folder })
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  expect(written).toEqual(Object.entries(jsonSchemas()).sort(([one], [other]) => (one < other ? -1 : 1)));
});

test('every file of the packs that come with it begins with the way to its schema', () => {
  const files = globSync('*/*.yaml', { cwd: contentFolder });
  expect(files.length).toBeGreaterThanOrEqual(7);
  const wrong = files.filter((file) => {
    const name = file.split(/[\\/]/u).at(-1) ?? '';
    const [line] = readFileSync(join(contentFolder, file), 'utf8').split('\n', 1);
    return line !== `# yaml-language-server: $schema=../schema/${name.replace('.yaml', '.json')}`;
  });
  expect(wrong).toEqual([]);
});

test('a pack elsewhere finds the schemas of the project', () => {
  expect(schemaLine(join(contentFolder, 'mine'), 'quiz.yaml')).toBe(
    '# yaml-language-server: $schema=../schema/quiz.json\n',
  );
  expect(schemaLine(join(contentFolder, '..', 'mine', 'content', 'pack'), 'pack.yaml')).toBe(
    '# yaml-language-server: $schema=../../../content/schema/pack.json\n',
  );
});

test('a field that may be left out is not required, and a text has its limit', () => {
  const pairs = JSON.parse(jsonSchemas()['pairs.json'] ?? '');
  expect(pairs.items.required).toEqual(['id', 'question', 'answer']);
  expect(pairs.items.additionalProperties).toBe(false);
  expect(pairs.items.properties.question).toEqual({ type: 'string', minLength: 1, maxLength: 200 });
  const english = JSON.parse(jsonSchemas()['english.json'] ?? '');
  expect(english.properties.title).toEqual({ type: 'string', maxLength: 200 });
});
