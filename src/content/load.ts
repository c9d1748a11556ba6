import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crossCheck, type FileNames, type PackFiles } from './crossCheck.ts';
import { type Parsed, type Problem, readContentFile } from './file.ts';
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

/** Every problem of every pack, in words. */
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

/** Discord allows 100 characters in a button's id; pack (24), pair (32), the asker and the action share them. */
export const PACK_NAME = /^(?=.{1,24}$)[a-z0-9]+(-[a-z0-9]+)*$/u;

/**
 * Loads every pack of a folder, completely or not at all: articles by name, then what is about the bot itself.
 * @throws ContentError naming file, line, field and remedy of everything that is wrong.
 */
export function loadPacks(folders: Folders): Pack[] {
  const problems: Problem[] = [];
  const packs = packNames(folders.content, problems).map((id) => loadPack(id, folders, problems));
  if (problems.length > 0) throw new ContentError(problems);
  return packs.filter((pack) => pack !== null).sort(byRole);
}

/** What members are shown where they name no pack is an article. */
function byRole(left: Pack, right: Pack): number {
  return Number(left.role === 'bot') - Number(right.role === 'bot');
}

function packNames(folder: string, problems: Problem[]): string[] {
  if (!existsSync(folder)) {
    problems.push({
      file: folder,
      line: 0,
      path: '',
      message: 'does not exist: name the folder that holds the packs',
    });
    return [];
  }
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
  if (names.length === 0)
    problems.push({
      file: folder,
      line: 0,
      path: '',
      message: 'holds no pack: add a folder with pack.yaml and pairs.yaml',
    });
  return names;
}

function loadPack(id: string, folders: Folders, problems: Problem[]): Pack | null {
  if (!PACK_NAME.test(id)) {
    const message = 'is no good pack name: use a-z, 0-9 and hyphens, at most 24 characters';
    problems.push({ file: id, line: 0, path: '', message });
    return null;
  }
  const before = problems.length;
  const folder = join(folders.content, id);
  const names: FileNames = { folder: id, english: `locales/en/${id}.json` };
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
  if (problems.length > before || pack === null || pairs === null) return null;

  const files: PackFiles = { pairs, glossary, outside, summary, timeline, quiz, english };
  problems.push(...crossCheck(files, names));
  return {
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
}

function empty<Value>(value: Value): Parsed<Value> {
  return { value, lineOf: () => 0 };
}
