import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonSyntaxFault } from '../../src/content/jsonSyntax.ts';
import { readPacks } from '../../src/content/load.ts';
import type { Problem } from '../../src/content/problem.ts';
import { folderWith } from '../cli/support/folders.ts';
import { englishJson, pairsYaml, sound } from './support/smallPack.ts';

type Contents = Readonly<Record<string, string | Uint8Array>>;

function problemsOf(files: Contents): Problem[] {
  const root = folderWith(files as Readonly<Record<string, string>>);
  return readPacks({ content: join(root, 'content'), locales: join(root, 'locales') }).problems;
}

/** Place, severity and the Korean words of each problem of a small pack with this file in it. */
function told(name: string, contents: string | Uint8Array): string[] {
  return problemsOf({ ...sound, [name]: contents }).map(
    ({ file, line, column, severity, path, words }) =>
      `${file}:${line}:${column} ${severity} ${path} ${words.ko}`,
  );
}

const pairs = 'content/small/pairs.yaml';
const english = 'locales/en/small.json';

function encoded(text: string, encoding: 'utf16le'): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, encoding)]);
}

/** 가 in EUC-KR, which is no UTF-8. */
const koreanByte = Buffer.from([0xb0, 0xa1]);

test.each<[string, string, string | Uint8Array, string[]]>([
  [
    'a byte order mark is a warning, and the file is read',
    pairs,
    `\uFEFF${pairsYaml}`,
    ['small/pairs.yaml:1:1 warning  보이지 않는 표시(BOM)로 시작해요. BOM이 없는 UTF-8로 저장해 주세요.'],
  ],
  [
    'the same in the English file',
    english,
    `\uFEFF${englishJson}`,
    [
      'locales/en/small.json:1:1 warning  보이지 않는 표시(BOM)로 시작해요. BOM이 없는 UTF-8로 저장해 주세요.',
    ],
  ],
  [
    'UTF-16',
    pairs,
    encoded(pairsYaml, 'utf16le'),
    ['small/pairs.yaml:1:1 error  UTF-8이 아니에요(UTF-16 같아요). UTF-8로 저장해 주세요.'],
  ],
  [
    'EUC-KR, at its first letter',
    pairs,
    Buffer.concat([Buffer.from('- id: first\n  question: '), koreanByte]),
    ['small/pairs.yaml:2:13 error  UTF-8이 아니에요(EUC-KR, CP949 같아요). UTF-8로 저장해 주세요.'],
  ],
  ['an empty file', pairs, '', ['small/pairs.yaml:1:1 error  파일이 비어 있어요. 내용을 써 주세요.']],
  [
    'an empty English file',
    english,
    '\n',
    ['locales/en/small.json:1:1 error  파일이 비어 있어요. 내용을 써 주세요.'],
  ],
  [
    'a file with a remark only',
    pairs,
    '# later\n',
    ['small/pairs.yaml:1:1 error  파일이 비어 있어요. 내용을 써 주세요.'],
  ],
  [
    'a list where fields are wanted',
    'content/small/pack.yaml',
    '- 1\n',
    ['small/pack.yaml:1:1 error  값의 종류가 달라요. 이름이 있는 항목들을 써 주세요.'],
  ],
  [
    'a list in the place of a name',
    'content/small/pack.yaml',
    '? [a]\n: b\n',
    [
      'small/pack.yaml:1:3 error  YAML로 읽을 수 없어요: 항목 이름이 글이 아니에요. 이 줄이나 앞줄을 고쳐 주세요.',
    ],
  ],
  [
    'a key that is used twice in JSON',
    english,
    '{\n  "title": "a",\n  "title": "b",\n  "pairs": {}\n}',
    ['locales/en/small.json:3:3 error  같은 이름이 두 번 나와요. 하나만 남겨 주세요.'],
  ],
  [
    'a mark that means nothing is a warning',
    'content/small/outside.yaml',
    '- topic: !x rice\n  questions: []\n',
    [
      'small/outside.yaml:1:10 warning  !로 시작하는 표시는 아무 뜻이 없어요. 지우거나 글을 따옴표로 묶어 주세요.',
    ],
  ],
])('%s', (_, name, contents, lines) => {
  expect(told(name, contents)).toEqual(lines);
});

test('a name that is written in two ways is one name, and what a text quotes is none', () => {
  const twice = '{\n  "summary": { "line": "x", "l\\u0069ne": "y" }\n}\n';
  expect(told(english, twice)).toEqual([
    'locales/en/small.json:2:29 error  같은 이름이 두 번 나와요. 하나만 남겨 주세요.',
  ]);
  const quoting = englishJson.replace(/"question": "/u, '"question": "\\"a\\": \\\\');
  expect(quoting).not.toBe(englishJson);
  expect(told(english, quoting)).toEqual([]);
});

test('brackets without end are one fault', () => {
  const [only, ...more] = problemsOf({ ...sound, [pairs]: '['.repeat(50_000) });
  expect(more).toEqual([]);
  expect(only?.message).toBe(
    'is not valid YAML: it is nested too deeply; mend this line or the one before it',
  );
});

test('tabs in the English file are no fault', () => {
  expect(told(english, englishJson.replaceAll('  ', '\t'))).toEqual([]);
});

test('a folder for editors is no pack, and no pack may have its name', () => {
  expect(problemsOf({ ...sound, 'content/schema/pack.json': '{}' })).toEqual([]);
  const named = problemsOf({ ...sound, 'content/schema/pack.yaml': 'title: x' });
  expect(named.map(({ file, message }) => [file, message])).toEqual([
    ['schema', 'is no good pack name: use a-z, 0-9 and hyphens, at most 24 characters'],
  ]);
});

test.each([
  ['{"a": 1,}', 'trailing', 7],
  ['{"a": 1 "b": 2}', 'comma', 8],
  ['[1 2]', 'comma', 3],
  ["{'a': 1}", 'quote', 1],
  ['{a: 1}', 'quote', 1],
  ['{"a": b}', 'quote', 6],
  ['{"a" 1}', 'colon', 5],
  ['{"a": "b}', 'open', 6],
  ['{"a": "b\nc"}', 'open', 6],
  ['{"a": "\\x"}', 'escape', 7],
  ['{"a": 1', 'end', 7],
  ['{"a": ', 'end', 6],
  ['{} {}', 'rest', 3],
  ['{"a": ,}', 'value', 6],
  ['{"a": 01}', 'value', 6],
  ['{"a": 1} // b', 'comment', 9],
  ['# b\n{}', 'comment', 0],
  ['['.repeat(200), 'deep', 101],
])('%s is no JSON', (text, fault, offset) => {
  expect(jsonSyntaxFault(text)).toEqual({ fault, offset });
});

test('the English file may name its schema', () => {
  const named = englishJson.replace('{', '{ "$schema": "../../content/schema/english.json",');
  expect(told(english, named)).toEqual([]);
});

test('what JSON is, the language itself says', () => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const near = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '{', ']', ' ', '\\', '1', '\n'))
    .map(([text, at, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + (at % 2));
    });
  fc.assert(
    fc.property(near, (text) => {
      expect(jsonSyntaxFault(text) === null).toBe(parses(text));
    }),
  );
});

/** Cuts out, puts in or doubles a piece of a text. */
function mutated(text: string) {
  const pieces = [
    '\t',
    '"',
    "'",
    ':',
    '- ',
    '[',
    '}',
    '*a',
    '&a ',
    '!x ',
    '|',
    '\n',
    '#',
    'null',
    '1',
    '가',
    '?',
    '---\n',
    '\u0000',
  ];
  const change = fc.tuple(fc.nat(text.length), fc.nat(20), fc.constantFrom('', ...pieces));
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) =>
      changes.reduce((all, [at, cut, put]) => all.slice(0, at) + put + all.slice(at + cut), text),
    );
}

test.each([
  [pairs, pairsYaml],
  [english, englishJson],
])('whatever happens to %s, nothing breaks, and every place is inside a file', (name, text) => {
  const root = folderWith(sound);
  fc.assert(
    fc.property(mutated(text), (changed) => {
      // Written anew over the old one: a folder for each would be many.
      const files: Contents = { ...sound, [name]: changed };
      const { problems } = readChanged(root, name, changed);
      for (const { file, line, column, words } of problems) {
        const path = file.startsWith('locales/') ? file : `content/${file}`;
        const lines = String(files[path] ?? '').split('\n');
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        // Behind its last letter stands what is missing there.
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        expect(`${words.ko} ${words.en}`).not.toMatch(/Invalid|expected|undefined|\[object/u);
      }
    }),
    { numRuns: 300 },
  );
});

function readChanged(root: string, name: string, contents: string) {
  writeFileSync(join(root, name), contents);
  return readPacks({ content: join(root, 'content'), locales: join(root, 'locales') });
}
