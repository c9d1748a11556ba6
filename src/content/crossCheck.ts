import { checkQuiz } from './checkQuiz.ts';
import { fieldPath, type Parsed, type Problem } from './file.ts';
import { phrasingKey } from './phrasingKey.ts';
import {
  codePoints,
  type English,
  limits,
  type OutsideTopic,
  type Pair,
  type QuizQuestion,
  type Summary,
  type Term,
  type Timeline,
} from './schema.ts';

/** The files of one pack, each parsed, before they are put together. */
export interface PackFiles {
  readonly pairs: Parsed<Pair[]>;
  readonly glossary: Parsed<{ terms: Term[]; synonyms: string[][] }>;
  readonly outside: Parsed<OutsideTopic[]>;
  readonly summary: Parsed<Summary> | null;
  readonly timeline: Parsed<Timeline>;
  readonly quiz: Parsed<QuizQuestion[]>;
  readonly english: Parsed<English> | null;
}

export interface FileNames {
  readonly folder: string;
  readonly english: string;
}

/** Notes one problem. */
export type Report = (file: string, line: number, path: string, message: string) => void;

/** What a schema cannot see: ids which must be unique or exist elsewhere, phrasings claimed twice, texts in the wrong language. */
export function crossCheck(files: PackFiles, names: FileNames): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (file, line, path, message) => problems.push({ file, line, path, message });
  const pairIds = new Set(files.pairs.value.map((pair) => pair.id));
  checkPairs(files.pairs, pairIds, `${names.folder}/pairs.yaml`, report);
  checkPhrasings(files, names, report);
  checkReferences(files, names, pairIds, report);
  checkQuiz(files, names, pairIds, report);
  if (files.english !== null) checkEnglish(files, files.english, names.english, pairIds, report);
  return problems;
}

function checkPairs(parsed: Parsed<Pair[]>, pairIds: Set<string>, file: string, report: Report): void {
  const seen = new Set<string>();
  for (const [index, pair] of parsed.value.entries()) {
    const line = parsed.lineOf([index, 'id']);
    if (seen.has(pair.id))
      report(file, line, `[${index}].id`, `'${pair.id}' is used twice: give each pair an id of its own`);
    seen.add(pair.id);
    if (index === 0 && pair.contextOnly)
      report(file, line, `[${index}].contextOnly`, 'the first pair has none before it: remove contextOnly');
    for (const [position, { to }] of pair.followUps.entries())
      if (!pairIds.has(to) || to === pair.id)
        report(
          file,
          parsed.lineOf([index, 'followUps', position, 'to']),
          `[${index}].followUps[${position}].to`,
          `'${to}' is not another pair of this pack: use one of its ids`,
        );
  }
}

interface Phrasing {
  readonly text: string;
  readonly pair: string;
  readonly file: string;
  readonly line: number;
  readonly path: string;
}

/** A phrasing may lead to one pair only; which one would win otherwise is chance. */
function checkPhrasings(files: PackFiles, names: FileNames, report: Report): void {
  const owners = new Map<string, Phrasing>();
  for (const phrasing of allPhrasings(files, names)) {
    const key = phrasingKey(phrasing.text);
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, phrasing);
    else
      report(
        phrasing.file,
        phrasing.line,
        phrasing.path,
        `'${phrasing.text}' stands under '${owner.pair}' already (line ${owner.line} of ${owner.file}): keep one`,
      );
  }
}

function allPhrasings({ pairs, english }: PackFiles, names: FileNames): Phrasing[] {
  const korean = pairs.value.flatMap((pair, index) =>
    phrasingsOf(pair, pair.id, pairs, [index], `${names.folder}/pairs.yaml`),
  );
  if (english === null) return korean;
  const translated = Object.entries(english.value.pairs).flatMap(([id, pair]) =>
    phrasingsOf(pair, id, english, ['pairs', id], names.english),
  );
  return [...korean, ...translated];
}

/** The phrasings of one entry, which stands at `at` in its file. */
function phrasingsOf(
  entry: Pick<Pair, 'question' | 'aliases' | 'elliptical'>,
  pair: string,
  parsed: Parsed<unknown>,
  at: readonly PropertyKey[],
  file: string,
): Phrasing[] {
  const phrasing = (text: string, path: readonly PropertyKey[]): Phrasing => {
    return {
      text,
      pair,
      file,
      line: parsed.lineOf([...at, ...path]),
      path: fieldPath([...at, path[0] ?? '']),
    };
  };
  return [
    phrasing(entry.question, ['question']),
    ...entry.aliases.map((text, position) => phrasing(text, ['aliases', position])),
    ...entry.elliptical.map((text, position) => phrasing(text, ['elliptical', position])),
  ];
}

function checkReferences(files: PackFiles, names: FileNames, pairIds: Set<string>, report: Report): void {
  const unknown = (id: string): string => `'${id}' is not a pair of this pack: use one of its ids`;
  const glossaryFile = `${names.folder}/glossary.yaml`;
  const { terms } = files.glossary.value;
  for (const [index, term] of terms.entries()) {
    const line = files.glossary.lineOf(['terms', index]);
    if (terms.findIndex((other) => other.id === term.id) !== index)
      report(
        glossaryFile,
        line,
        `terms[${index}].id`,
        `'${term.id}' is used twice: give each term its own id`,
      );
    if (term.pair !== undefined && !pairIds.has(term.pair))
      report(glossaryFile, line, `terms[${index}].pair`, unknown(term.pair));
  }
  for (const [index, entry] of files.timeline.value.entries())
    if (!pairIds.has(entry.pair))
      report(
        `${names.folder}/timeline.yaml`,
        files.timeline.lineOf([index, 'pair']),
        `[${index}].pair`,
        unknown(entry.pair),
      );
  if (files.summary !== null) {
    const { value, lineOf } = files.summary;
    checkFull(value.full, `${names.folder}/summary.yaml`, lineOf(['full']), 'full', report);
  }
  for (const [index, section] of (files.summary?.value.full ?? []).entries())
    for (const id of section.pairs)
      if (!pairIds.has(id))
        report(
          `${names.folder}/summary.yaml`,
          files.summary?.lineOf(['full', index, 'pairs']) ?? 0,
          `full[${index}].pairs`,
          unknown(id),
        );
}

/** Whether one message can show a language of a summary whole. */
function checkFull(
  sections: readonly { readonly heading: string; readonly body: string }[],
  file: string,
  line: number,
  field: string,
  report: Report,
): void {
  const length = sections.reduce((sum, { heading, body }) => sum + codePoints(heading) + codePoints(body), 0);
  if (length > limits.summaryFull)
    report(file, line, field, `is ${length} characters long: shorten it to at most ${limits.summaryFull}`);
}

const HANGUL = /\p{Script=Hangul}/u;

function checkEnglish(
  files: PackFiles,
  english: Parsed<English>,
  file: string,
  pairIds: Set<string>,
  report: Report,
): void {
  const { pairs, terms, timeline, quiz, summary } = english.value;
  reportUnknown(english, 'pairs', Object.keys(pairs), pairIds, file, report);
  reportUnknown(english, 'terms', Object.keys(terms), idsOf(files.glossary.value.terms), file, report);
  reportUnknown(english, 'timeline', Object.keys(timeline), idsOf(files.timeline.value), file, report);
  if (summary !== undefined)
    checkFull(summary.full, file, english.lineOf(['summary', 'full']), 'summary.full', report);
  reportUnknown(english, 'quiz', Object.keys(quiz), idsOf(files.quiz.value), file, report);
  const sections = files.summary?.value.full.length ?? 0;
  if (summary !== undefined && summary.full.length !== sections)
    report(
      file,
      english.lineOf(['summary', 'full']),
      'summary.full',
      `has ${summary.full.length} sections, summary.yaml has ${sections}: translate them one for one`,
    );
  for (const pair of files.pairs.value) {
    const labels = Object.keys(pairs[pair.id]?.followUps ?? {});
    for (const to of labels)
      if (!pair.followUps.some((followUp) => followUp.to === to))
        report(
          file,
          english.lineOf(['pairs', pair.id, 'followUps', to]),
          `pairs.${pair.id}.followUps.${to}`,
          'is no follow-up of this pair in pairs.yaml: remove it, or add it there',
        );
  }
  for (const [path, text] of textsOf(english.value, []))
    if (HANGUL.test(text))
      report(file, english.lineOf(path), path.join('.'), 'has Korean letters: this file holds English only');
}

function idsOf(entries: readonly { id: string }[]): Set<string> {
  return new Set(entries.map(({ id }) => id));
}

function reportUnknown(
  english: Parsed<English>,
  part: 'pairs' | 'terms' | 'timeline' | 'quiz',
  ids: readonly string[],
  known: Set<string>,
  file: string,
  report: Report,
): void {
  for (const id of ids)
    if (!known.has(id))
      report(
        file,
        english.lineOf([part, id]),
        `${part}.${id}`,
        'translates nothing in the Korean pack: remove it, or correct the id',
      );
}

function* textsOf(value: unknown, path: readonly string[]): Generator<[readonly string[], string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* textsOf(inner, [...path, key]);
}
