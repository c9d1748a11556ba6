import { runTool, UsageError } from './commandLine.ts';

const usage = `Checks the content packs, or makes a new one of an article.

  npm run content -- check             the project's packs
  npm run content -- check FOLDER      the packs in a folder; their English in locales/en beside it

Names file, line, column, field and remedy of everything that is wrong, and asks every phrasing of every pair.
Ends with 1 where there is an error, which keeps a pack from being used; a warning wants a look.

  --language ko|en   the language of the messages; without it, that of LC_ALL, LC_MESSAGES or LANG
  --strict           end with 1 where there is a warning, too

  npm run content -- schema            content/schema/*.json, by which editors complete and check a pack's files
  npm run content -- schema FOLDER     the same beside the packs in a folder

  --print NAME       print one instead: pack, pairs, glossary, outside, quiz, summary, timeline, english

  npm run content -- import FILE --id my-article

Turns the questions and answers of a text (.txt, .md, .html, .docx, .csv, .tsv, .xlsx, .json) into the pack 'my-article',
after showing what it has found.

  --id ID            the new pack's name: a-z, 0-9 and hyphens
  --into FOLDER      the folder that holds the packs; without it, the project's
  --yes              write without asking, as has to be said where there is no terminal
  --overwrite        replace the pack of that name, with everything in its folder
`;

async function content([action, ...args]: readonly string[]): Promise<number> {
  // What each needs is loaded for it alone: an import reads documents, a check searches.
  if (action === 'check') return (await import('./checkContent.ts')).checkContent(args);
  if (action === 'import') return (await import('./importArticle.ts')).importArticle(args);
  if (action === 'schema') return (await import('./writeSchemas.ts')).writeSchemas(args);
  throw new UsageError(`Say what to do: 'check', 'import' or 'schema'${action ? `, not '${action}'` : ''}.`);
}

await runTool(usage, content);
