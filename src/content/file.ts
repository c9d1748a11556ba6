import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { z } from 'zod';
import { decodeUtf8 } from './encoding.ts';
import { jsonSyntaxFault } from './jsonSyntax.ts';
import { type Message, messages } from './messages.ts';
import { fieldPath, type Position, type Problem, problem, type Severity, wholeFile } from './problem.ts';
import { parseWith } from './schemaWords.ts';

/** A parsed file: its value, and the place in which any path of it stands. */
export interface Parsed<Value> {
  readonly value: Value;
  /** As it stands in the file: with the empty texts that `value` leaves out. */
  readonly raw: unknown;
  at(path: readonly PropertyKey[]): Position;
}

/** A file's structure before it is checked, with the places of its parts. */
interface Source {
  readonly value: unknown;
  at(path: readonly PropertyKey[]): Position;
  /** Where the name of the path's last part stands. */
  atKey(path: readonly PropertyKey[]): Position;
}

/** Notes a problem of this file. */
type Note = (severity: Severity, at: Position, path: readonly PropertyKey[], words: Message) => void;

/**
 * Reads a YAML or JSON file and checks it against a schema. Whatever is wrong is added to `problems`; where an error is
 * among it, the result is null.
 */
export function readContentFile<Schema extends z.ZodType>(
  path: string,
  name: string,
  schema: Schema,
  problems: Problem[],
): Parsed<z.output<Schema>> | null {
  const note: Note = (severity, at, field, words) =>
    problems.push(problem(severity, name, at, fieldPath(field), words));
  const text = readText(path, note);
  if (text === null) return null;
  const source = name.endsWith('.json') ? readJson(text, note) : readYaml(text, note);
  if (source === null) return null;
  const { value, at, atKey } = source;
  if (value === null || value === undefined) {
    note('error', { line: 1, column: 1 }, [], messages.fileEmpty());
    return null;
  }
  const checked = parseWith(schema, value);
  if ('data' in checked) return { value: checked.data, raw: value, at };
  for (const { path: field, isKey, words } of checked.faults)
    note('error', isKey ? atKey(field) : at(field), field, words);
  return null;
}

function readText(path: string, note: Note): string | null {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    note('error', wholeFile, [], isMissing ? messages.fileMissing() : messages.fileUnreadable());
    return null;
  }
  const { text, fault } = decodeUtf8(bytes);
  if (fault !== null) note(text === null ? 'error' : 'warning', fault.at, [], fault.words);
  return text;
}

function readYaml(text: string, note: Note): Source | null {
  const place = placeIn(text);
  const document = documentOf(text);
  if (document === null) {
    note('error', place(0), [], messages.yamlFault('RESOURCE_EXHAUSTION'));
    return null;
  }
  const { errors, warnings } = document;
  const told = new Set<number>();
  for (const { code, pos } of errors) {
    const at = place(pos[0]);
    // What follows on the same line follows from the first fault.
    if (told.has(at.line)) continue;
    told.add(at.line);
    note('error', at, [], code === 'DUPLICATE_KEY' ? messages.keyTwice() : messages.yamlFault(code));
  }
  if (errors.length > 0) return null;
  for (const { pos } of warnings) note('warning', place(pos[0]), [], messages.yamlMark());
  try {
    return { value: document.toJS(), ...placesIn(() => document, place) };
  } catch {
    note('error', firstCall(text, place), [], messages.yamlName());
    return null;
  }
}

/**
 * JSON is YAML as well, which knows where everything stands; what YAML has against it (tabs) does not matter here. It takes
 * much longer, so a text in which nothing is wrong is not read as such.
 */
function readJson(text: string, note: Note): Source | null {
  const place = placeIn(text);
  const fault = jsonSyntaxFault(text);
  if (fault !== null) {
    const isEmpty = text.trim() === '';
    note('error', place(fault.offset), [], isEmpty ? messages.fileEmpty() : messages.jsonFault(fault.fault));
    return null;
  }
  let read: Document.Parsed | null | undefined;
  const document = () => {
    if (read === undefined) read = documentOf(text);
    return read;
  };
  const value: unknown = JSON.parse(text);
  if (namesIn(text) !== fieldsOf(value)) {
    const twice = (document()?.errors ?? []).filter(({ code }) => code === 'DUPLICATE_KEY');
    for (const { pos } of twice) note('error', place(pos[0]), [], messages.keyTwice());
    if (twice.length > 0) return null;
  }
  return { value, ...placesIn(document, place) };
}

/** How many names a JSON text gives to fields. */
function namesIn(text: string): number {
  return [...text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/gu)].filter(([, colon]) => colon !== undefined)
    .length;
}

/** How many fields its value has, at any depth: fewer where a name stands twice. */
function fieldsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value);
  return inner.reduce<number>((sum, one) => sum + fieldsOf(one), Array.isArray(value) ? 0 : inner.length);
}

/** Where an index of the text is, which is always inside it. */
function placeIn(text: string): (offset: number) => Position {
  const last = Math.max(0, text.trimEnd().length - 1);
  // Not the parser's own counter, which loses lines behind a fault.
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  return (offset) => {
    const inside = Math.min(offset, last);
    const line = countUpTo(starts, inside);
    return { line, column: inside - (starts[line - 1] ?? 0) + 1 };
  };
}

/** Null where it is nested too deeply to be read. */
function documentOf(text: string): Document.Parsed | null {
  try {
    return parseDocument(text, { prettyErrors: false, stringKeys: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

/** How many of these rising numbers are at most `most`. */
function countUpTo(rising: readonly number[], most: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placesIn(
  read: () => Document.Parsed | null,
  place: (offset: number) => Position,
): Pick<Source, 'at' | 'atKey'> {
  const at = (path: readonly PropertyKey[]): Position => {
    const document = read();
    for (let length = path.length; length > 0; length--) {
      const node = document?.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return place(node.range[0]);
    }
    return place(0);
  };
  const atKey = (path: readonly PropertyKey[]): Position => {
    const document = read();
    const parent = path.length > 1 ? document?.getIn(path.slice(0, -1), true) : document?.contents;
    const items = isMap(parent) ? parent.items : [];
    const key = items
      .map((item) => item.key)
      .find((one) => isScalar(one) && String(one.value) === path.at(-1));
    return isScalar(key) && key.range ? place(key.range[0]) : at(path);
  };
  return { at, atKey };
}

/** The first `*name`; what it calls is missing, or is called so often that it would fill the memory. */
function firstCall(text: string, place: (offset: number) => Position): Position {
  return place(Math.max(0, /(?<=^|[\s:,[-])\*\S/mu.exec(text)?.index ?? 0));
}
