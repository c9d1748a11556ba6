import { relative } from 'node:path';
import process from 'node:process';
import { ContentError, loadPacks } from '../content/load.ts';
import { leftToFillIn } from '../content/placeholders.ts';
import type { English, Pack } from '../content/schema.ts';
import { readArguments, runTool, UsageError } from './commandLine.ts';
import { packFolders } from './packs.ts';

const usage = `Checks the content packs, or makes a new one of an article.

  npm run content -- check             the project's packs
  npm run content -- check FOLDER      the packs in a folder; their English in locales/en beside it

Names file, line, field and remedy of everything that is wrong.

  npm run content -- import FILE --id my-article

Turns the questions and answers of a text (.txt, .md, .html, .docx, .csv, .tsv, .xlsx, .json) into the pack 'my-article',
after showing what it has found.

  --id ID            the new pack's name: a-z, 0-9 and hyphens
  --into FOLDER      the folder that holds the packs; without it, the project's
  --yes              write without asking, as has to be said where there is no terminal
  --overwrite        replace the pack of that name, with everything in its folder
`;

async function content([action, ...args]: readonly string[]): Promise<number> {
  if (action === 'check') return check(args);
  // What it needs to read documents is loaded for it alone.
  if (action === 'import') return (await import('./importArticle.ts')).importArticle(args);
  throw new UsageError(`Say what to do: 'check' or 'import'${action ? `, not '${action}'` : ''}.`);
}

async function check(args: readonly string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [folder, ...rest] = positionals;
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
  const left = leftToFillIn(pack);
  const toFillIn = left.length === 0 ? '' : `; to fill in: ${left.join(', ')}`;
  const parts = [pairs, `${countPhrasings(pack)} phrasings`, ...describeQuiz(pack), describeEnglish(pack)];
  return `${pack.id}: ${parts.join(', ')}${toFillIn}`;
}

/** Nothing where there is no quiz; with one, a pair that is asked about once only is soon known by heart. */
function describeQuiz({ pairs, quiz }: Pack): string[] {
  if (quiz.length === 0) return [];
  const questions = `${quiz.length} quiz question${quiz.length === 1 ? '' : 's'}`;
  const thin = pairs.filter(({ id }) => quiz.filter(({ pair }) => pair === id).length < 2).length;
  return [thin === 0 ? questions : `${questions} (fewer than two on ${thin} pair${thin === 1 ? '' : 's'})`];
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
function missingEnglish({ pairs, terms, timeline, quiz, summary }: Pack, english: English): string[] {
  const texts = (['title', 'description', 'source', 'author'] as const).filter((name) => !english[name]);
  const counts = {
    pair: pairs.filter(({ id }) => english.pairs[id] === undefined).length,
    'follow-up': pairs.flatMap(({ id, followUps }) =>
      followUps.filter(({ to }) => english.pairs[id] !== undefined && !english.pairs[id].followUps[to]),
    ).length,
    term: terms.filter(({ id }) => english.terms[id] === undefined).length,
    event: timeline.filter(({ id }) => english.timeline[id] === undefined).length,
    'quiz question': quiz.filter(({ id }) => english.quiz[id] === undefined).length,
  };
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}${count === 1 ? '' : 's'}`);
  const all = [...texts, ...parts];
  return summary !== null && english.summary === undefined ? [...all, 'the summary'] : all;
}

await runTool(usage, content);
