import type { Parsed } from './file.ts';
import { messages } from './messages.ts';
import type { FileNames, PackFiles } from './phrasings.ts';
import { fieldPath, type Report } from './problem.ts';
import { differingNumbers } from './quantities.ts';
import type { English } from './schema.ts';
import { type TextInBoth, textsInBoth, translatables } from './texts.ts';

/** What readers of English would see in Korean, and where the two languages say different things. Nothing for a pack in Korean alone. */
export function compareLanguages(files: PackFiles, names: FileNames, report: Report): void {
  const { english } = files;
  if (english === null) return;
  reportMissing(files, english, names, report);
  reportEmpty(english, names.english, report);
  for (const text of textsInBoth(files)) {
    const at = english.at(text.path);
    const path = fieldPath(text.path);
    if (text.isProse && text.korean === text.english && /\p{L}/u.test(text.korean))
      report(names.english, at, path, messages.sameAsKorean());
    for (const what of ['variables', 'links', 'numbers'] as const) {
      const { korean, english: inEnglish } = differing[what](text);
      if (korean.length + inEnglish.length > 0)
        report(names.english, at, path, messages.differs(what, korean, inEnglish));
    }
  }
}

function reportMissing(files: PackFiles, english: Parsed<English>, names: FileNames, report: Report): void {
  for (const { file, at, koreanPath, englishPath } of translatables(files)) {
    // Of what has no English at all, the parts are not told.
    const isPart = englishPath.length > 2 && valueAt(english.raw, englishPath.slice(0, 2)) === undefined;
    if (!isPart && valueAt(english.raw, englishPath) === undefined)
      report(`${names.folder}/${file}`, at, fieldPath(koreanPath), messages.untranslated(names.english));
  }
}

/** The first empty text of each entry: a pair to be translated is one thing to do. */
function reportEmpty(english: Parsed<English>, file: string, report: Report): void {
  const told = new Set<string>();
  for (const path of emptyTexts(english.raw, [])) {
    const entry = fieldPath(path.slice(0, 2));
    if (told.has(entry)) continue;
    told.add(entry);
    report(file, english.at(path), fieldPath(path), messages.emptyTranslation());
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, first)) return undefined;
  return valueAt((value as Readonly<Record<PropertyKey, unknown>>)[first], rest);
}

function* emptyTexts(
  value: unknown,
  path: readonly (string | number)[],
): Generator<readonly (string | number)[]> {
  if (value === '') yield path;
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* emptyTexts(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

interface Differing {
  readonly korean: readonly string[];
  readonly english: readonly string[];
}

const differing: Readonly<Record<'variables' | 'links' | 'numbers', (text: TextInBoth) => Differing>> = {
  variables: ({ korean, english }) => unmatched(korean, english, variable),
  links: ({ korean, english }) => unmatched(korean, english, link),
  numbers: ({ korean, english, hasSameNumbers }) =>
    hasSameNumbers ? differingNumbers(korean, english) : { korean: [], english: [] },
};

const variable = /\{\{[^{}]*\}\}|\$?\{[\w.]+\}|%[sd](?![\p{L}\d])/gu;
/** A particle may follow an address without a space; a full stop or bracket behind it is the sentence's. */
const link = /https?:\/\/[^\s<>"'가-힣]*[^\s<>"'가-힣.,;:!?)\]]/gu;

function unmatched(korean: string, english: string, pattern: RegExp): Differing {
  const [ko, en] = [korean, english].map(
    (text) => new Set([...text.matchAll(pattern)].map(([found]) => found)),
  );
  return {
    korean: [...(ko ?? [])].filter((one) => !en?.has(one)),
    english: [...(en ?? [])].filter((one) => !ko?.has(one)),
  };
}
