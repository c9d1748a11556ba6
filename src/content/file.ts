import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** One thing wrong with a content file: where it is and what to do about it. */
export interface Problem {
  /** Path from the folder which was loaded, e.g. `crowdstrike-outage/pairs.yaml`. */
  readonly file: string;
  /** 1-based; 0 where the problem is the whole file. */
  readonly line: number;
  /** Field path, e.g. `[7].answer`; '' for the whole file. */
  readonly path: string;
  readonly message: string;
}

/** A parsed file: its value, and the line on which any path of it stands. */
export interface Parsed<Value> {
  readonly value: Value;
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads a YAML or JSON file (JSON is read as YAML, so that both have line numbers) and checks it against a schema.
 * Whatever is wrong is added to `problems`, and the result is null.
 */
export function readContentFile<Schema extends z.ZodType>(
  path: string,
  name: string,
  schema: Schema,
  problems: Problem[],
): Parsed<z.output<Schema>> | null {
  const source = readText(path);
  if (source === null) {
    problems.push({
      file: name,
      line: 0,
      path: '',
      message: 'cannot be read: create it, or check its permissions',
    });
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors)
    problems.push({
      file: name,
      line: lines.linePos(error.pos[0]).line,
      path: '',
      message: `is not valid ${name.endsWith('.json') ? 'JSON' : 'YAML'}: ${firstLine(error.message)}; mend this line or the one before it`,
    });
  if (document.errors.length > 0) return null;
  const lineOf = (at: readonly PropertyKey[]): number => {
    for (let length = at.length; length > 0; length--) {
      const node = document.getIn(at.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const checked = schema.safeParse(document.toJS(), { reportInput: true });
  if (checked.success) return { value: checked.data, lineOf };
  for (const issue of checked.error.issues)
    problems.push({
      file: name,
      line: lineOf(issue.path),
      path: fieldPath(issue.path),
      message: inWords(issue),
    });
  return null;
}

/** What zod says of a wrong type or name, as a remedy; the schema words all else itself. */
function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `has a field that nobody reads (${issue.keys.join(', ')}): remove it, or correct its name`;
  if (issue.code !== 'invalid_type') return issue.message;
  const wanted = wantedTypes[issue.expected] ?? `a value of type ${issue.expected}`;
  return issue.input === undefined
    ? `is missing: write ${wanted}`
    : `has the wrong kind of value: write ${wanted}`;
}

const wantedTypes: Readonly<Record<string, string>> = {
  string: 'a text, in quotes where it looks like a number or a date',
  array: 'a list',
  object: 'fields with names',
  record: 'entries keyed by id',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
};

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}

/** `['pairs', 7, 'answer']` → `pairs[7].answer`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./u, '');
}
