import type { Parsed } from './file.ts';
import { fieldPath, type Position } from './problem.ts';
import type { English, OutsideTopic, Pair, QuizQuestion, Summary, Term, Timeline } from './schema.ts';

/** The files of one pack, each parsed, before they are put together. */
export interface PackFiles {
  readonly pack: Parsed<{ title: string; description: string; source: string; author: string }>;
  readonly pairs: Parsed<Pair[]>;
  readonly glossary: Parsed<{ terms: Term[]; synonyms: string[][] }>;
  readonly outside: Parsed<OutsideTopic[]>;
  readonly summary: Parsed<Summary> | null;
  readonly timeline: Parsed<Timeline>;
  readonly quiz: Parsed<QuizQuestion[]>;
  readonly english: Parsed<English> | null;
}

export interface FileNames {
  /** Of the pack, which is its id. */
  readonly folder: string;
  readonly english: string;
}

/** A text that leads to a pair, and where it stands. */
export interface Phrasing {
  readonly text: string;
  readonly kind: 'question' | 'aliases' | 'elliptical';
  readonly pair: string;
  readonly file: string;
  /** Looked up when it is read: only what is wrong is told with its place. */
  readonly at: Position;
  readonly path: string;
}

/** Every phrasing of a pack: the Korean ones, then the English. */
export function phrasingsOf({ pairs, english }: PackFiles, names: FileNames): Phrasing[] {
  const korean = pairs.value.flatMap((pair, index) =>
    ofEntry(pair, pair.id, pairs, [index], `${names.folder}/pairs.yaml`),
  );
  if (english === null) return korean;
  const translated = Object.entries(english.value.pairs).flatMap(([id, pair]) =>
    ofEntry(pair, id, english, ['pairs', id], names.english),
  );
  return [...korean, ...translated];
}

/** The phrasings of one entry, which stands at `entryPath` in its file. */
function ofEntry(
  entry: Pick<Pair, 'question' | 'aliases' | 'elliptical'>,
  pair: string,
  parsed: Parsed<unknown>,
  entryPath: readonly PropertyKey[],
  file: string,
): Phrasing[] {
  const phrasing = (kind: Phrasing['kind'], text: string, position?: number): Phrasing => {
    const path = [...entryPath, kind, ...(position === undefined ? [] : [position])];
    return {
      text,
      kind,
      pair,
      file,
      get at() {
        return parsed.at(path);
      },
      path: fieldPath(path),
    };
  };
  return [
    phrasing('question', entry.question),
    ...entry.aliases.map((text, position) => phrasing('aliases', text, position)),
    ...entry.elliptical.map((text, position) => phrasing('elliptical', text, position)),
  ];
}
