import { checkEnglish, checkFull } from './checkEnglish.ts';
import { checkQuiz } from './checkQuiz.ts';
import type { Parsed } from './file.ts';
import { type Message, messages } from './messages.ts';
import { nearest } from './nearest.ts';
import { phrasingKey } from './phrasingKey.ts';
import { type FileNames, type PackFiles, phrasingsOf } from './phrasings.ts';
import { fieldPath, type Problem, problem, type Report } from './problem.ts';
import type { Pair } from './schema.ts';

/** What a schema cannot see: ids which must be unique or exist elsewhere, phrasings claimed twice, texts in the wrong language. */
export function crossCheck(files: PackFiles, names: FileNames): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (file, at, path, words) => problems.push(problem('error', file, at, path, words));
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
    if (seen.has(pair.id))
      report(file, parsed.at([index, 'id']), `[${index}].id`, messages.idTwice(pair.id, 'pair'));
    seen.add(pair.id);
    if (index === 0 && pair.contextOnly)
      report(file, parsed.at([index, 'contextOnly']), `[${index}].contextOnly`, messages.firstContextOnly());
    checkFollowUps(parsed, index, pairIds, file, report);
  }
}

function checkFollowUps(
  parsed: Parsed<Pair[]>,
  index: number,
  pairIds: Set<string>,
  file: string,
  report: Report,
): void {
  const { id = '', followUps = [] } = parsed.value[index] ?? {};
  for (const [position, { to }] of followUps.entries()) {
    const refuse = (words: Message) => {
      const path = [index, 'followUps', position, 'to'];
      report(file, parsed.at(path), fieldPath(path), words);
    };
    if (!pairIds.has(to) || to === id)
      refuse(messages.notAnotherPair(to, to === id ? null : nearest(to, pairIds)));
    // Two buttons with one custom id make Discord refuse the message.
    else if (followUps.findIndex((other) => other.to === to) < position) refuse(messages.followUpTwice(to));
  }
}

function checkPhrasings(files: PackFiles, names: FileNames, report: Report): void {
  const owners = new Map<string, ReturnType<typeof phrasingsOf>[number]>();
  for (const phrasing of phrasingsOf(files, names)) {
    const { text, file, path } = phrasing;
    const key = phrasingKey(text);
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, phrasing);
    else report(file, phrasing.at, path, messages.phrasingTwice(text, owner.pair, owner.at.line, owner.file));
  }
}

function checkReferences(files: PackFiles, names: FileNames, pairIds: Set<string>, report: Report): void {
  const unknown = (id: string) => messages.notAPair(id, nearest(id, pairIds));
  const glossaryFile = `${names.folder}/glossary.yaml`;
  const { terms } = files.glossary.value;
  for (const [index, term] of terms.entries()) {
    if (terms.findIndex((other) => other.id === term.id) !== index)
      report(
        glossaryFile,
        files.glossary.at(['terms', index, 'id']),
        `terms[${index}].id`,
        messages.idTwice(term.id, 'term'),
      );
    if (term.pair !== undefined && !pairIds.has(term.pair))
      report(
        glossaryFile,
        files.glossary.at(['terms', index, 'pair']),
        `terms[${index}].pair`,
        unknown(term.pair),
      );
  }
  checkEvents(files, `${names.folder}/timeline.yaml`, pairIds, report);
  checkSections(files, `${names.folder}/summary.yaml`, pairIds, report);
}

function checkEvents({ timeline }: PackFiles, file: string, pairIds: Set<string>, report: Report): void {
  for (const [index, { id, pair }] of timeline.value.entries()) {
    if (timeline.value.findIndex((other) => other.id === id) !== index)
      report(file, timeline.at([index, 'id']), `[${index}].id`, messages.idTwice(id, 'event'));
    if (!pairIds.has(pair))
      report(
        file,
        timeline.at([index, 'pair']),
        `[${index}].pair`,
        messages.notAPair(pair, nearest(pair, pairIds)),
      );
  }
}

function checkSections({ summary }: PackFiles, file: string, pairIds: Set<string>, report: Report): void {
  if (summary === null) return;
  checkFull(summary.value.full, summary, ['full'], file, report);
  for (const [index, section] of summary.value.full.entries())
    for (const [position, id] of section.pairs.entries())
      if (!pairIds.has(id))
        report(
          file,
          summary.at(['full', index, 'pairs', position]),
          `full[${index}].pairs[${position}]`,
          messages.notAPair(id, nearest(id, pairIds)),
        );
}
