import { relative } from 'node:path';
import process from 'node:process';
import { ContentError, loadPacks } from '../content/load.ts';
import type { English, Pack } from '../content/schema.ts';
import { readArguments, runTool, UsageError } from './commandLine.ts';
import { packFolders } from './packs.ts';

const usage = `Checks the content packs.

  npm run content -- check             the project's packs
  npm run content -- check FOLDER      the packs in a folder; their English in locales/en beside it

Names file, line, field and remedy of everything that is wrong.
`;

async function content(args: readonly string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [action, folder, ...rest] = positionals;
  if (action !== 'check')
    throw new UsageError(`Say what to do: 'check'${action ? `, not '${action}'` : ''}.`);
  if (rest.length > 0) throw new UsageError('One folder at a time.');
  const folders = packFolders(folder);
  try {
    const packs = loadPacks(folders);
    process.stdout.write(packs.map((pack) => `${describe(pack)}\n`).join(''));
    return 0;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const count = error.problems.length;
    const place = relative('', folders.content) || '.';
    process.stdout.write(`${error.message}\n`);
    process.stderr.write(`${count} problem${count === 1 ? '' : 's'} in ${place}\n`);
    return 1;
  }
}

function describe(pack: Pack): string {
  const pairs = `${pack.pairs.length} pair${pack.pairs.length === 1 ? '' : 's'}`;
  return `${pack.id}: ${pairs}, ${countPhrasings(pack)} phrasings, ${describeEnglish(pack)}`;
}

/** Everything that leads to a pair to the letter, in both languages. */
function countPhrasings({ pairs, english }: Pack): number {
  const all = [...pairs, ...Object.values(english?.pairs ?? {})];
  return all.reduce((sum, { aliases, elliptical }) => sum + 1 + aliases.length + elliptical.length, 0);
}

function describeEnglish(pack: Pack): string {
  if (pack.english === null) return 'no English';
  const missing = missingEnglish(pack, pack.english);
  return missing.length === 0 ? 'complete English' : `English without ${missing.join(', ')}`;
}

/** What readers of English would see in Korean. */
function missingEnglish({ pairs, terms, timeline, summary }: Pack, english: English): string[] {
  const counts = {
    pair: pairs.filter(({ id }) => english.pairs[id] === undefined).length,
    'follow-up': pairs.flatMap(({ id, followUps }) =>
      followUps.filter(({ to }) => english.pairs[id] !== undefined && !english.pairs[id].followUps[to]),
    ).length,
    term: terms.filter(({ id }) => english.terms[id] === undefined).length,
    event: timeline.filter(({ id }) => english.timeline[id] === undefined).length,
  };
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}${count === 1 ? '' : 's'}`);
  return summary !== null && english.summary === undefined ? [...parts, 'the summary'] : parts;
}

await runTool(usage, content);
