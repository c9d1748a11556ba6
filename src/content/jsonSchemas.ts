import { isAbsolute, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { contentFolder } from '../paths.ts';
import {
  EnglishFile,
  GlossaryFile,
  OutsideFile,
  PackFile,
  PairsFile,
  QuizFile,
  SummaryFile,
  TimelineFile,
} from './schema.ts';

/** The folder beside the packs in which their schemas are. */
export const SCHEMA_FOLDER = 'schema';

const files = {
  pack: PackFile,
  pairs: PairsFile,
  glossary: GlossaryFile,
  outside: OutsideFile,
  quiz: QuizFile,
  summary: SummaryFile,
  timeline: TimelineFile,
  english: EnglishFile,
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** What editors need to complete and check a pack's files: the texts of `schema/*.json`, by file name. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([name, schema]) => {
      const title = name === 'english' ? 'locales/en/<pack>.json' : `${name}.yaml`;
      const { $schema, ...rest } = z.toJSONSchema(schema, {
        io: 'input',
        target: 'draft-7',
        // A text that is still to be translated may be empty.
        override: ({ jsonSchema }) => {
          if (name === 'english') delete jsonSchema.minLength;
        },
      });
      return [`${name}.json`, `${inLines({ $schema, title, ...rest }, '')}\n`];
    }),
  );
}

/** As wide as the project's code. */
const widest = 110;

/** JSON as the project's formatter leaves it: lists in one line where they fit, objects never. */
function inLines(value: unknown, indent: string, name = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;
    const isFlat = value.every((one) => typeof one !== 'object');
    if (isFlat && indent.length + name.length + line.length + ','.length <= widest) return line;
    return `[\n${value.map((one) => `${inner}${inLines(one, inner)}`).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  if (entries.length === 0) return '{}';
  const members = entries.map(([key, one]) => {
    const begun = `${JSON.stringify(key)}: `;
    return `${inner}${begun}${inLines(one, inner, begun)}`;
  });
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/** The line by which an editor finds the schema of a pack's file; '' where there is no way to it, as on another disk. */
export function schemaLine(packFolder: string, file: string): string {
  const path = relative(packFolder, join(contentFolder, SCHEMA_FOLDER, file.replace(/\.yaml$/u, '.json')));
  return isAbsolute(path) ? '' : `# yaml-language-server: $schema=${path.split(sep).join('/')}\n`;
}
