import type { Message } from './messages.ts';

/** 1-based, counted as editors count; both are 0 where the problem is the whole file. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const wholeFile: Position = { line: 0, column: 0 };

/** An error keeps its pack from being loaded; a warning is told by a check alone. */
export type Severity = 'error' | 'warning';

/** One thing wrong with a content file: where it is and what to do about it. */
export interface Problem extends Position {
  /** Path from the folder which was loaded, e.g. `crowdstrike-outage/pairs.yaml`. */
  readonly file: string;
  /** Field path, e.g. `[7].answer`; '' for the whole file. */
  readonly path: string;
  readonly severity: Severity;
  /** In English. */
  readonly message: string;
  readonly words: Message;
}

export function problem(
  severity: Severity,
  file: string,
  { line, column }: Position,
  path: string,
  words: Message,
): Problem {
  return { file, line, column, path, severity, message: words.en, words };
}

/** Notes one problem. */
export type Report = (file: string, at: Position, path: string, words: Message) => void;

/** `['pairs', 7, 'answer']` → `pairs[7].answer`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./u, '');
}
