import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crossCheck } from './crossCheck.ts';
import { type Parsed, readContentFile } from './file.ts';
import { SCHEMA_FOLDER } from './jsonSchemas.ts';
import { type Message, messages } from './messages.ts';
import { nearest } from './nearest.ts';
import type { FileNames, PackFiles } from './phrasings.ts';
import { type Problem, problem, wholeFile } from './problem.ts';
import {
  EnglishFile,
  GlossaryFile,
  OutsideFile,
  type Pack,
  PackFile,
  PairsFile,
  QuizFile,
  SummaryFile,
  TimelineFile,
} from './schema.ts';

export interface Folders {
  /** Holds one folder a pack. */
  readonly content: string;
  /** Holds `en/<pack>.json`. */
  readonly locales: string;
}

/** Every error of every pack, in words. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describe).join('\n'));
    this.problems = problems;
  }
}

function describe({ file, line, path, message }: Problem): string {
  const place = line > 0 ? `${file} · line ${line}` : file;
  return path === '' ? `${place} · ${message}` : `${place} · ${path} ${message}`;
}

/**
 * Discord allows 100 characters in a button's id; pack (24), pair (32), the asker and the action share them. The folder
 * `schema` is no pack: it holds what editors know of the files.
 */
export const PACK_NAME = /^(?!schema$)(?=.{1,24}$)[a-z0-9]+(-[a-z0-9]+)*$/u;

/** A pack with the files it was read from. */
export interface ReadPack {
  readonly pack: Pack;
  readonly files: PackFiles;
  readonly names: FileNames;
}

/**
 * Loads every pack of a folder, completely or not at all: articles by name, then what is about the bot itself.
 * @throws ContentError naming file, line, field and remedy of everything that is wrong.
 */
export function loadPacks(folders: Folders): Pack[] {
  const { packs, problems } = readPacks(folders);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ContentError(errors);
  return packs.map(({ pack }) => pack);
}

/** The packs that can be read, and what is wrong with all of them; with an error among it, none should be used. */
export function readPacks(folders: Folders): { packs: ReadPack[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const packs = packNames(folders.content, problems).map((id) => readPack(id, folders, problems));
  return { packs: packs.filter((pack) => pack !== null).sort(byRole), problems };
}

/** What members are shown where they name no pack is an article. */
function byRole({ pack: left }: ReadPack, { pack: right }: ReadPack): number {
  return Number(left.role === 'bot') - Number(right.role === 'bot');
}

function packNames(folder: string, problems: Problem[]): string[] {
  const refuse = (words: Message) => problems.push(problem('error', folder, wholeFile, '', words));
  if (!existsSync(folder)) {
    refuse(messages.folderMissing());
    return [];
  }
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => name !== SCHEMA_FOLDER || existsSync(join(folder, name, 'pack.yaml')))
    .sort();
  if (names.length === 0) refuse(messages.folderEmpty());
  return names;
}

const packFiles = [
  'pack.yaml',
  'pairs.yaml',
  'glossary.yaml',
  'outside.yaml',
  'summary.yaml',
  'timeline.yaml',
  'quiz.yaml',
];

/** A file whose name has a slip in it would otherwise be left out without a word. */
function noteUnread(folder: string, id: string, problems: Problem[]): void {
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/iu.test(name) && !packFiles.includes(name));
  for (const name of names.sort()) {
    const near = nearest(name.replace(/\.ya?ml$/iu, '.yaml'), packFiles);
    problems.push(problem('warning', `${id}/${name}`, wholeFile, '', messages.fileUnread(near)));
  }
}

function readPack(id: string, folders: Folders, problems: Problem[]): ReadPack | null {
  if (!PACK_NAME.test(id)) {
    problems.push(problem('error', id, wholeFile, '', messages.packName()));
    return null;
  }
  const before = problems.length;
  const folder = join(folders.content, id);
  const names: FileNames = { folder: id, english: `locales/en/${id}.json` };
  noteUnread(folder, id, problems);
  const read = <Schema extends Parameters<typeof readContentFile>[2]>(name: string, schema: Schema) =>
    readContentFile(join(folder, name), `${id}/${name}`, schema, problems);
  const readOptional = <Schema extends Parameters<typeof readContentFile>[2]>(
    name: string,
    schema: Schema,
  ) => (existsSync(join(folder, name)) ? read(name, schema) : null);

  const pack = read('pack.yaml', PackFile);
  const pairs = read('pairs.yaml', PairsFile);
  const englishPath = join(folders.locales, 'en', `${id}.json`);
  const english = existsSync(englishPath)
    ? readContentFile(englishPath, names.english, EnglishFile, problems)
    : null;
  const glossary =
    readOptional('glossary.yaml', GlossaryFile) ?? empty({ terms: [], synonyms: [], suggested: [] });
  const outside = readOptional('outside.yaml', OutsideFile) ?? empty([]);
  const summary = readOptional('summary.yaml', SummaryFile);
  const timeline = readOptional('timeline.yaml', TimelineFile) ?? empty([]);
  const quiz = readOptional('quiz.yaml', QuizFile) ?? empty([]);
  const hasErrors = problems.slice(before).some(({ severity }) => severity === 'error');
  if (hasErrors || pack === null || pairs === null) return null;

  const files: PackFiles = { pack, pairs, glossary, outside, summary, timeline, quiz, english };
  problems.push(...crossCheck(files, names));
  const whole: Pack = {
    id,
    ...pack.value,
    pairs: pairs.value,
    terms: glossary.value.terms,
    synonyms: glossary.value.synonyms,
    outside: outside.value,
    summary: summary?.value ?? null,
    timeline: timeline.value,
    quiz: quiz.value,
    english: english?.value ?? null,
  };
  return { pack: whole, files, names };
}

function empty<Value>(value: Value): Parsed<Value> {
  return { value, raw: value, at: () => wholeFile };
}
