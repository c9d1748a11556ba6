import type { Parsed } from './file.ts';
import { messages } from './messages.ts';
import { nearest } from './nearest.ts';
import type { PackFiles } from './phrasings.ts';
import { fieldPath, type Report } from './problem.ts';
import { codePoints, type English, limits } from './schema.ts';

/** English that belongs to nothing, does not fit the Korean, or is Korean. */
export function checkEnglish(
  files: PackFiles,
  english: Parsed<English>,
  file: string,
  pairIds: Set<string>,
  report: Report,
): void {
  const { pairs, terms, timeline, quiz } = english.value;
  const reportUnknown = (part: string, ids: readonly string[], known: Set<string>): void => {
    for (const id of ids.filter((one) => !known.has(one)))
      report(file, english.at([part, id]), `${part}.${id}`, messages.nothingToTranslate(nearest(id, known)));
  };
  reportUnknown('pairs', Object.keys(pairs), pairIds);
  reportUnknown('terms', Object.keys(terms), idsOf(files.glossary.value.terms));
  reportUnknown('timeline', Object.keys(timeline), idsOf(files.timeline.value));
  reportUnknown('quiz', Object.keys(quiz), idsOf(files.quiz.value));
  checkSummary(files, english, file, report);
  for (const pair of files.pairs.value)
    for (const to of Object.keys(pairs[pair.id]?.followUps ?? {}))
      if (!pair.followUps.some((followUp) => followUp.to === to)) {
        const path = ['pairs', pair.id, 'followUps', to];
        report(file, english.at(path), fieldPath(path), messages.noSuchFollowUp());
      }
  for (const [path, text] of textsOf(english.value, []))
    if (HANGUL.test(text)) report(file, english.at(path), fieldPath(path), messages.korean());
}

const HANGUL = /\p{Script=Hangul}/u;

function checkSummary(files: PackFiles, english: Parsed<English>, file: string, report: Report): void {
  const { summary } = english.value;
  if (summary === undefined) return;
  const path = ['summary', 'full'];
  checkFull(summary.full, english, path, file, report);
  const sections = files.summary?.value.full.length ?? 0;
  if (summary.full.length !== sections)
    report(file, english.at(path), fieldPath(path), messages.sections(summary.full.length, sections));
}

/** Whether one message can show a language of a summary whole; `sections` stand at `path`. */
export function checkFull(
  sections: readonly { readonly heading: string; readonly body: string }[],
  parsed: Parsed<unknown>,
  path: readonly string[],
  file: string,
  report: Report,
): void {
  const length = sections.reduce((sum, { heading, body }) => sum + codePoints(heading) + codePoints(body), 0);
  if (length > limits.summaryFull)
    report(file, parsed.at(path), fieldPath(path), messages.tooLong(length, limits.summaryFull));
}

function idsOf(entries: readonly { id: string }[]): Set<string> {
  return new Set(entries.map(({ id }) => id));
}

function* textsOf(
  value: unknown,
  path: readonly (string | number)[],
): Generator<[readonly (string | number)[], string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value))
    for (const [index, inner] of value.entries()) yield* textsOf(inner, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* textsOf(inner, [...path, key]);
}
