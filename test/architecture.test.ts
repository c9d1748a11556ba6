import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));

interface Import {
  readonly file: string;
  /** A file under src, or locales/…, or the name of a package. */
  readonly target: string;
  readonly typeOnly: boolean;
  /** At the top of the file, as against a call while it runs. */
  readonly isStatic: boolean;
}

/** Who may import what. The first rule that names a file (or a folder above it) is its rule; every file has one. */
interface Rule {
  readonly folder: string;
  /** Our own folders and files; a folder may always import itself. */
  readonly ours: readonly string[];
  /** Only their types. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
}

const shapes = ['content/schema.ts', 'search/result.ts'];
const everything = [
  'app.ts',
  'config.ts',
  'content/',
  'conversation/',
  'discord/',
  'flows/',
  'i18n/',
  'korean/',
  'library.ts',
  'log.ts',
  'paths.ts',
  'pictures/',
  'reload.ts',
  'search/',
  'store/',
];

const rules: readonly Rule[] = [
  { folder: 'paths.ts', ours: [], packages: [] },
  { folder: 'config.ts', ours: ['paths.ts'], packages: ['zod'] },
  { folder: 'log.ts', ours: [], types: ['config.ts'], packages: ['pino'] },
  { folder: 'korean/', ours: [], packages: [] },
  {
    folder: 'content/import/',
    ours: ['content/', 'korean/'],
    packages: [
      'csv-parse',
      'es-hangul',
      'iconv-lite',
      'mammoth',
      'marked',
      'parse5',
      'read-excel-file',
      'yaml',
      'zod',
    ],
  },
  { folder: 'content/', ours: ['paths.ts', 'korean/'], packages: ['zod', 'yaml'] },
  { folder: 'search/', ours: ['korean/'], types: ['content/schema.ts'], packages: ['fuse.js', 'stemmer'] },
  { folder: 'conversation/', ours: ['korean/'], types: shapes, packages: [] },
  { folder: 'quiz/', ours: ['korean/'], types: shapes, packages: ['temporal-polyfill', 'ts-fsrs'] },
  { folder: 'summary/', ours: ['korean/'], types: shapes, packages: ['temporal-polyfill'] },
  {
    folder: 'store/',
    ours: [],
    types: [...shapes, 'summary/', 'quiz/'],
    packages: ['kysely', 'better-sqlite3', 'pg'],
  },
  { folder: 'i18n/', ours: ['locales/'], packages: ['i18next'] },
  { folder: 'pictures/', ours: [], packages: ['@resvg/resvg-js'] },
  {
    folder: 'flows/',
    ours: ['conversation/', 'quiz/', 'summary/', 'korean/', 'search/', 'store/'],
    types: [...shapes, 'log.ts'],
    packages: ['p-limit'],
  },
  {
    folder: 'discord/views/',
    ours: [
      'i18n/',
      'summary/',
      'discord/customId.ts',
      'discord/quizSetup.ts',
      'pictures/timeline.ts',
      'pictures/leaderboard.ts',
    ],
    types: [...shapes, 'conversation/', 'flows/summary/', 'quiz/', 'discord/commandMention.ts'],
    packages: ['discord-api-types'],
  },
  {
    folder: 'discord/',
    ours: ['flows/', 'i18n/', 'summary/', 'quiz/'],
    types: ['search/result.ts', 'log.ts', 'pictures/'],
    packages: ['discord.js', 'discord-api-types'],
  },
  {
    folder: 'sandbox/page/',
    ours: [],
    types: ['sandbox/protocol.ts'],
    packages: ['lit', 'discord-api-types'],
  },
  { folder: 'sandbox/', ours: [], packages: ['ws', 'zod', 'vite', 'discord-api-types', 'discord-api-spec'] },
  {
    folder: 'library.ts',
    ours: ['content/readings.ts', 'i18n/', 'korean/'],
    types: [...shapes, 'conversation/', 'log.ts', 'search/late.ts'],
    packages: [],
  },
  {
    folder: 'reload.ts',
    ours: ['content/', 'paths.ts', 'search/late.ts'],
    types: ['library.ts', 'log.ts'],
    packages: [],
  },
  { folder: 'app.ts', ours: everything.filter((one) => one !== 'app.ts'), packages: [] },
  { folder: 'local.ts', ours: ['app.ts', 'sandbox/sandbox.ts'], packages: [] },
  { folder: 'main.ts', ours: [...everything, 'local.ts'], packages: [] },
  {
    folder: 'cli/',
    ours: [...everything, 'local.ts', 'sandbox/'],
    packages: ['discord.js', 'discord-api-types', 'playwright-core'],
  },
];

const files = globSync('**/*.ts', { cwd: source }).sort();
const statement = /^(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const dynamic = /\bimport\(\s*'([^']+)'/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8');
  const statements = [...text.matchAll(statement)].map(([, , type, target]) => ({
    target,
    typeOnly: type !== undefined,
    isStatic: true,
  }));
  const calls = [...text.matchAll(dynamic)].map(([, target]) => ({
    target,
    typeOnly: false,
    isStatic: false,
  }));
  return [...statements, ...calls].map(({ target = '', ...rest }) => ({
    file,
    target: resolve(file, target),
    ...rest,
  }));
}

function resolve(file: string, target: string): string {
  if (!target.startsWith('.')) return packageOf(target);
  const path = relative(source, normalize(join(source, dirname(file), target)));
  return path.replace(/^\.\.\//, '');
}

function packageOf(target: string): string {
  if (target.startsWith('node:')) return 'node';
  const [first = '', second = ''] = target.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

const imports = files.flatMap(importsOf);
const isIn = (target: string, places: readonly string[]) =>
  places.some((place) => (place.endsWith('/') ? target.startsWith(place) : target === place));

function isAllowed({ file, target, typeOnly }: Import): boolean {
  const rule = rules.find(({ folder }) => isIn(file, [folder]));
  if (rule === undefined) return false;
  if (target === 'node' || isIn(target, [rule.folder, ...rule.ours]) || rule.packages.includes(target))
    return true;
  return typeOnly && isIn(target, rule.types ?? []);
}

const inWords = ({ file, target, typeOnly }: Import) => `${file} → ${typeOnly ? 'type ' : ''}${target}`;

test('the import lines are read at all', () => {
  expect(imports.length).toBeGreaterThan(200);
  expect(imports.filter(({ file }) => file === 'flows/previous.ts').map(inWords)).toEqual([
    'flows/previous.ts → conversation/context.ts',
    'flows/previous.ts → conversation/pairs.ts',
    'flows/previous.ts → type search/result.ts',
    'flows/previous.ts → store/shown.ts',
    'flows/previous.ts → flows/deps.ts',
  ]);
});

test('every file imports only what its folder may', () => {
  expect(imports.filter((one) => !isAllowed(one)).map(inWords)).toEqual([]);
});

test('nobody imports what starts the program', () => {
  const wrong = imports.filter(
    ({ file, target }) => isIn(target, ['main.ts', 'cli/']) && !isIn(file, ['cli/']),
  );
  expect(wrong.map(inWords)).toEqual([]);
});

test('the sandbox and its page meet in the protocol alone', () => {
  const wrong = imports.filter(
    ({ file, target }) => isIn(target, ['sandbox/page/']) && !isIn(file, ['sandbox/page/']),
  );
  expect(wrong.map(inWords)).toEqual([]);
});

test('with a token, no line of the sandbox is loaded', () => {
  const loaded = new Set(['main.ts']);
  for (const file of loaded)
    for (const { target, typeOnly, isStatic } of imports.filter((one) => one.file === file))
      if (isStatic && !typeOnly && files.includes(target)) loaded.add(target);
  expect(loaded.size).toBeGreaterThan(50);
  expect([...loaded].filter((file) => isIn(file, ['local.ts', 'sandbox/']))).toEqual([]);
});

test('the running bot loads nothing that only an import needs', () => {
  const wrong = imports.filter(
    ({ file, target }) => isIn(target, ['content/import/']) && !isIn(file, ['content/import/', 'cli/']),
  );
  expect(wrong.map(inWords)).toEqual([]);
});

test('one file knows fuse.js', () => {
  expect(new Set(imports.filter(({ target }) => target === 'fuse.js').map(({ file }) => file)).size).toBe(1);
});

test('one file begins transactions', () => {
  const begins = (file: string) =>
    /\.(startT|t)ransaction\(\)/.test(readFileSync(join(source, file), 'utf8'));
  expect(files.filter(begins)).toEqual(['store/transaction.ts']);
});

/** What a function could not give twice in the same way: handed in from outside, so that tests hand in their own. */
const impure = /\bprocess\.env\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/;

test('the clock, chance and the environment enter through main, app, cli and the browser alone', () => {
  const outside = files.filter((file) => !isIn(file, ['main.ts', 'app.ts', 'cli/', 'sandbox/page/']));
  const lines = outside.flatMap((file) =>
    withoutComments(readFileSync(join(source, file), 'utf8'))
      .split('\n')
      .filter((line) => impure.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(lines).toEqual([]);
});

test('only main and the command line tools touch the process', () => {
  const wrong = files.filter(
    (file) =>
      !isIn(file, ['main.ts', 'cli/']) &&
      /\bprocess\.\w|from 'node:process'/.test(withoutComments(readFileSync(join(source, file), 'utf8'))),
  );
  expect(wrong).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
