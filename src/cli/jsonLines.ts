import { readFileSync } from 'node:fs';
import { InputError } from './commandLine.ts';

/** The fields of one line, and how to say what is wrong with it. */
export interface JsonLine {
  readonly fields: Readonly<Record<string, unknown>>;
  /** An error that names the file and the line. */
  readonly problem: (words: string) => InputError;
}

/** The objects of a file with one a line; empty lines do not count. @throws InputError naming file and line */
export function readJsonLines(path: string): JsonLine[] {
  return readText(path)
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .flatMap((text, index) => (text.trim() === '' ? [] : [readLine(text, path, index + 1)]));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new InputError(`${path} · cannot be read: name a file with one JSON object a line`);
  }
}

function readLine(text: string, path: string, line: number): JsonLine {
  const problem = (words: string) => new InputError(`${path} · line ${line} · ${words}`);
  const value = parse(text);
  if (value === undefined) throw problem('is not JSON: write one object a line');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw problem('is no object: write {"id": …}');
  return { fields: { ...value }, problem };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text that has to be there; `orElse` is taken where the field is absent. */
export function textField({ fields, problem }: JsonLine, name: string, orElse?: string): string {
  const value = fields[name] ?? orElse;
  if (typeof value === 'string') return value;
  throw problem(`${name} ${value === undefined ? 'is missing' : 'is no text'}: write it in quotation marks`);
}

/** A list of texts; empty where the field is absent. */
export function textsField({ fields, problem }: JsonLine, name: string): string[] {
  const value = fields[name] ?? [];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw problem(`${name} is no list of texts: write ["…"], or [] for none`);
}
