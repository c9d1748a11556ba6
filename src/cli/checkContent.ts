import { join, relative } from 'node:path';
import process from 'node:process';
import { styleText } from 'node:util';
import { type Folders, readPacks } from '../content/load.ts';
import type { MessageLanguage } from '../content/messages.ts';
import { leftToFillIn } from '../content/placeholders.ts';
import type { Problem } from '../content/problem.ts';
import { reviewPack } from '../content/review.ts';
import type { English, Pack } from '../content/schema.ts';
import { checkPhrasings } from './checkPhrasings.ts';
import { readArguments, UsageError } from './commandLine.ts';
import { contentWords, type TranslatedPart } from './contentWords.ts';
import { packFolders } from './packs.ts';

const options = {
  language: { type: 'string' },
  strict: { type: 'boolean', default: false },
} as const;

/** Tells what is wrong with the packs of a folder, one line a problem; 1 where a pack cannot be used as it is. */
export async function checkContent(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  const [folder, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError('One folder at a time.');
  const language = languageOf(values.language);
  const folders = packFolders(folder);
  const { packs, problems } = readPacks(folders);
  const reviewed = packs.flatMap(({ files, names }) => reviewPack(files, names));
  const isSound = !problems.some(isError);
  const all = [...problems, ...reviewed, ...(isSound ? checkPhrasings(packs) : [])];
  for (const line of sorted(all, folders).map((each) => lineOf(each, language)))
    process.stdout.write(`${line}\n`);
  if (isSound) for (const { pack } of packs) process.stdout.write(`${describe(pack, language)}\n`);
  const errors = all.filter(isError).length;
  const warnings = all.length - errors;
  process.stdout.write(`${contentWords[language].total(errors, warnings, shown(folders.content))}\n`);
  return errors > 0 || (values.strict && warnings > 0) ? 1 : 0;
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** The one that is asked for, else that of the environment. */
function languageOf(given: string | undefined): MessageLanguage {
  if (given === 'ko' || given === 'en') return given;
  if (given !== undefined) throw new UsageError(`--language takes ko or en, not '${given}'.`);
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^ko(?![a-z])/iu.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'ko' : 'en';
}

/** A problem with its file as one would open it here. */
function sorted(problems: readonly Problem[], folders: Folders): Problem[] {
  return problems
    .map((each) => ({ ...each, file: shown(pathOf(each.file, folders)) }))
    .sort(
      (one, other) => compare(one.file, other.file) || one.line - other.line || one.column - other.column,
    );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function pathOf(file: string, { content, locales }: Folders): string {
  const [, name] = /^locales\/(en\/[^/]+)$/u.exec(file) ?? [];
  if (name !== undefined) return join(locales, name);
  return file === content ? file : join(content, file);
}

/** `content/my/pairs.yaml:41:5 error pairs[7].answer — …` */
function lineOf({ file, line, column, severity, path, words }: Problem, language: MessageLanguage): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  const field = path.startsWith('[') ? `${stem(file)}${path}` : path;
  const mark = colour(severity === 'error' ? 'red' : 'yellow', severity);
  return `${place} ${mark} ${field === '' ? '' : `${colour('bold', field)} `}— ${words[language]}`;
}

function colour(format: 'red' | 'yellow' | 'bold', text: string): string {
  return styleText(format, text, { stream: process.stdout });
}

/** `content/my/pairs.yaml` → `pairs` */
function stem(file: string): string {
  return /([^/\\]+)\.\w+$/u.exec(file)?.[1] ?? file;
}

/** A path as one would type it here. */
function shown(path: string): string {
  const from = relative('', path);
  return from === '' ? '.' : from.startsWith('..') ? path : from;
}

function describe(pack: Pack, language: MessageLanguage): string {
  const words = contentWords[language];
  const left = leftToFillIn(pack);
  const parts = [
    words.pairs(pack.pairs.length),
    words.phrasings(countPhrasings(pack)),
    ...describeQuiz(pack, language),
    describeEnglish(pack, language),
  ];
  return `${pack.id}: ${parts.join(', ')}${left.length === 0 ? '' : words.toFillIn(left)}`;
}

/** Nothing where there is no quiz; with one, a pair that is asked about once only is soon known by heart. */
function describeQuiz({ pairs, quiz }: Pack, language: MessageLanguage): string[] {
  if (quiz.length === 0) return [];
  const thin = pairs.filter(({ id }) => quiz.filter(({ pair }) => pair === id).length < 2).length;
  return [contentWords[language].questions(quiz.length, thin)];
}

/** Everything that leads to a pair to the letter, in both languages. */
function countPhrasings({ pairs, english }: Pack): number {
  const all = [...pairs, ...Object.values(english?.pairs ?? {})];
  return all.reduce((sum, { aliases, elliptical }) => sum + 1 + aliases.length + elliptical.length, 0);
}

function describeEnglish(pack: Pack, language: MessageLanguage): string {
  const words = contentWords[language];
  if (pack.english === null) return words.noEnglish;
  const missing = missingEnglish(pack, pack.english, language);
  return missing.length === 0 ? words.wholeEnglish : words.englishWithout(missing);
}

/** What readers of English would see in Korean. */
function missingEnglish(
  { pairs, terms, timeline, quiz, summary }: Pack,
  english: English,
  language: MessageLanguage,
): string[] {
  const words = contentWords[language];
  const texts = (['title', 'description', 'source', 'author'] as const).filter((name) => !english[name]);
  const counts: Readonly<Record<TranslatedPart, number>> = {
    pair: pairs.filter(({ id }) => english.pairs[id] === undefined).length,
    followUp: pairs.flatMap(({ id, followUps }) =>
      followUps.filter(({ to }) => english.pairs[id] !== undefined && !english.pairs[id].followUps[to]),
    ).length,
    term: terms.filter(({ id }) => english.terms[id] === undefined).length,
    event: timeline.filter(({ id }) => english.timeline[id] === undefined).length,
    question: quiz.filter(({ id }) => english.quiz[id] === undefined).length,
  };
  const parts = (Object.keys(counts) as TranslatedPart[])
    .filter((name) => counts[name] > 0)
    .map((name) => words.part(name, counts[name]));
  const all = [...texts, ...parts];
  return summary !== null && english.summary === undefined ? [...all, words.summary] : all;
}
