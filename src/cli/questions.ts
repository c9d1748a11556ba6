import { readJsonLines, textField, textsField } from './jsonLines.ts';

/** A question of a question set, with the pairs that answer it. */
export interface GoldenQuestion {
  readonly id: string;
  readonly query: string;
  readonly lang: string;
  readonly style: string;
  /** The name of the pair that was shown before. */
  readonly previous: string | null;
  /** Any of them is right; empty where nothing answers it. */
  readonly expected: readonly string[];
}

/** Reads a file with one question a line. @throws InputError naming file and line */
export function readQuestions(path: string): GoldenQuestion[] {
  const ids = new Set<string>();
  return readJsonLines(path).map((line) => {
    const id = textField(line, 'id');
    if (ids.has(id)) throw line.problem(`id '${id}' is used twice: give each question an id of its own`);
    ids.add(id);
    return {
      id,
      query: textField(line, 'query'),
      lang: textField(line, 'lang', '-'),
      style: textField(line, 'style', '-'),
      previous: textField(line, 'previous', '') || null,
      expected: textsField(line, 'expected'),
    };
  });
}
