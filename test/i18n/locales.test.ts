import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { particlePairs } from '../../src/i18n/translator.ts';

/** `[key, text]` of every text, in the order of the file. */
function texts(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const full = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null ? texts(value, full) : [[full, String(value)]];
  });
}

const files = (['ui', 'commands'] as const).map((file) => ({
  file,
  ko: texts(locales.ko[file]),
  en: texts(locales.en[file]),
}));
const everyText = files.flatMap(({ file, ko, en }) => [
  ...ko.map(([key, text]) => ({ place: `ko/${file}.json ${key}`, text })),
  ...en.map(([key, text]) => ({ place: `en/${file}.json ${key}`, text })),
]);

/** `{{word}}` counts; `{{word, 을/를}}` is the same variable once more. */
function variables(text: string): string[] {
  const names = [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '');
  return [...new Set(names)].sort();
}

test.each(files)('$file.json has the same keys in both languages, in the same order', ({ ko, en }) => {
  expect(en.map(([key]) => key)).toEqual(ko.map(([key]) => key));
});

test.each(files)('$file.json has the same variables in both languages', ({ ko, en }) => {
  const used = (list: [string, string][]) =>
    list.map(([key, text]) => `${key}: ${variables(text).join(' ')}`);
  expect(used(en)).toEqual(used(ko));
});

test('no text is empty, padded, or composed otherwise than NFC', () => {
  expect(
    everyText.filter(({ text }) => text === '' || text !== text.trim() || text !== text.normalize('NFC')),
  ).toEqual([]);
});

test('nothing Korean stands in the English files', () => {
  expect(
    everyText.filter(({ place, text }) => place.startsWith('en/') && /\p{Script=Hangul}/u.test(text)),
  ).toEqual([]);
});

test('every particle is one that is known', () => {
  const pairs = everyText.flatMap(({ text }) => [...text.matchAll(/\{\{\s*\w+\s*,\s*([^}]+?)\s*\}\}/g)]);
  const unknown = pairs
    .map(([, pair]) => pair)
    .filter((pair) => !particlePairs.some((known) => known === pair));
  expect(unknown).toEqual([]);
});

test('변수 바로 뒤의 조사는 앞 낱말에 맞춰 고른다', () => {
  const fixed = everyText.filter(({ text }) =>
    /\}\}['’”]?(은|는|이|가|을|를|과|와|으로|로)(?=\s)/.test(text),
  );
  expect(fixed.map(({ place }) => place)).toEqual(['ko/ui.json error.E-NOTYOU']);
});

test('Korean texts speak in one style: 해요체', () => {
  const sentences = texts(locales.ko.ui).filter(([, text]) => /[.?]$/.test(text));
  expect(sentences.filter(([, text]) => !/[요죠][.?]$/.test(text))).toEqual([]);
});

test('every text is used, and none is used that is not there', () => {
  const sources = globSync('src/{discord,flows}/**/*.ts').map((file) => readFileSync(file, 'utf8'));
  const code = sources.join('\n');
  const families = [...code.matchAll(/\bt\(`([a-zA-Z.]+\.)\$\{/g)].map(([, family]) => family ?? '');
  const unused = texts(locales.ko.ui)
    .map(([key]) => key)
    .filter((key) => !families.some((family) => key.startsWith(family)) && !code.includes(`'${key}'`));
  expect(unused).toEqual([]);
  const errors = texts(locales.ko.ui.error).map(([key]) => key);
  expect(errors.filter((key) => !code.includes(`'${key}'`) && !code.includes(`'error.${key}'`))).toEqual([]);
});

const slash = /^[-_ʼ\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Command and option names as the rules of Discord see them. */
function names(language: 'ko' | 'en'): string[] {
  const { answerMessage: _message, ...commands } = locales[language].commands;
  return Object.values(commands).flatMap((command) => [
    command.name,
    ...('options' in command ? Object.values(command.options).map(({ name }) => name) : []),
  ]);
}

test.each(['ko', 'en'] as const)('the names of commands and options are legal: %s', (language) => {
  const illegal = names(language).filter((name) => !slash.test(name) || name !== name.toLowerCase());
  expect(illegal).toEqual([]);
});

test('the default names are English, and those by which options are read', () => {
  const { answerMessage: _message, ...commands } = locales.en.commands;
  const misnamed = Object.entries(commands).flatMap(([key, command]) => [
    ...(command.name === key ? [] : [key]),
    ...('options' in command
      ? Object.entries(command.options).filter(([option, { name }]) => name !== option)
      : []),
  ]);
  expect(misnamed).toEqual([]);
});

test('descriptions and choices are as short as Discord wants them', () => {
  const long = everyText.filter(
    ({ place, text }) => place.includes('commands.json') && [...text].length > 100,
  );
  expect(long).toEqual([]);
});
