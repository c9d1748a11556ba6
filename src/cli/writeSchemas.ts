import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { jsonSchemas, SCHEMA_FOLDER } from '../content/jsonSchemas.ts';
import { readArguments, UsageError } from './commandLine.ts';
import { packFolders } from './packs.ts';

const options = { print: { type: 'string' } } as const;

/** Writes the schemas of a pack's files beside the packs, or prints one of them. */
export async function writeSchemas(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  const [folder, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError('One folder at a time.');
  const schemas = jsonSchemas();
  if (values.print !== undefined) {
    const schema = schemas[`${values.print}.json`];
    const names = Object.keys(schemas).map((name) => name.replace('.json', ''));
    if (schema === undefined)
      throw new UsageError(`--print takes one of ${names.join(', ')}, not '${values.print}'.`);
    process.stdout.write(schema);
    return 0;
  }
  const place = join(packFolders(folder).content, SCHEMA_FOLDER);
  mkdirSync(place, { recursive: true });
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(join(place, name), schema);
    process.stdout.write(`${relative('', join(place, name))}\n`);
  }
  return 0;
}
