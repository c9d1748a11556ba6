import { compareLanguages } from './compareLanguages.ts';
import { messages } from './messages.ts';
import { reportNearPhrasings } from './nearPhrasings.ts';
import { type FileNames, type PackFiles, phrasingsOf } from './phrasings.ts';
import { type Problem, problem, type Report } from './problem.ts';
import { codePoints } from './schema.ts';

/** What keeps no pack from being loaded and should be looked at nevertheless; a check tells it. */
export function reviewPack(files: PackFiles, names: FileNames): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (file, at, path, words) => problems.push(problem('warning', file, at, path, words));
  reportNearPhrasings(phrasingsOf(files, names), report);
  compareLanguages(files, names, report);
  reportSpellings(files, `${names.folder}/glossary.yaml`, report);
  reportLongTimeline(files, names, report);
  return problems;
}

/** A word that two terms claim is looked up in the first alone. */
function reportSpellings({ glossary }: PackFiles, file: string, report: Report): void {
  const owners = new Map<string, string>();
  for (const [index, { id, term, spellings }] of glossary.value.terms.entries())
    for (const [position, spelling] of [term, ...spellings].entries()) {
      const key = spelling.toLowerCase();
      const owner = owners.get(key);
      const path = position === 0 ? ['terms', index, 'term'] : ['terms', index, 'spellings', position - 1];
      if (owner === undefined) owners.set(key, id);
      else if (owner !== id)
        report(file, glossary.at(path), `terms[${index}]`, messages.spellingTwice(spelling, owner));
    }
}

/** Embed description: 4,096, less a note on the language. */
const longestTimeline = 4_000;
/** What stands around an event's texts: bold marks, a dash, the pair's number, a blank line. */
const aroundEvent = 20;

function reportLongTimeline({ timeline, english }: PackFiles, names: FileNames, report: Report): void {
  const lengthOf = (events: readonly { readonly when: string; readonly text: string }[]): number =>
    events.reduce((sum, { when, text }) => sum + codePoints(when) + codePoints(text) + aroundEvent, 0);
  const korean = lengthOf(timeline.value);
  if (korean > longestTimeline)
    report(
      `${names.folder}/timeline.yaml`,
      timeline.at([0]),
      '',
      messages.tooManyEvents(korean, longestTimeline),
    );
  const translated = lengthOf(Object.values(english?.value.timeline ?? {}));
  if (english !== null && translated > longestTimeline)
    report(
      names.english,
      english.at(['timeline']),
      'timeline',
      messages.tooManyEvents(translated, longestTimeline),
    );
}
