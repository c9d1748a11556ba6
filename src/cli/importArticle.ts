import { existsSync, readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { type Source, UnreadableArticle } from '../content/import/article.ts';
import { buildPack, type NewPack } from '../content/import/pack.ts';
import { readArticle } from '../content/import/read.ts';
import { type FoundPair, type Recognition, recognise } from '../content/import/recognise.ts';
import { type PackPlace, placeOf, writePack } from '../content/import/write.ts';
import { type Folders, PACK_NAME } from '../content/load.ts';
import { InputError, readArguments, UsageError } from './commandLine.ts';
import { packFolders } from './packs.ts';

const options = {
  id: { type: 'string' },
  into: { type: 'string' },
  yes: { type: 'boolean', default: false },
  overwrite: { type: 'boolean', default: false },
} as const;

/** What a text has to look like; shown where none of it could be used. */
const example = `A text like this would work, each question on its own line above its answer:

  Q. 왜 갑자기 멈췄어?
  결함이 있는 파일이 배포됐거든.

  Q. 지금은 괜찮아?
  응, 이튿날 거의 다 복구됐어.

Instead of 'Q.' it may be an emoji, '문:', '▶', '■', bold type or a heading ('## '); or nothing, where every question ends in
a question mark. A table needs the columns 'question' and 'answer' (질문, 답변).
`;

/** Turns an article into a pack, after showing what was found in it and asking. */
export async function importArticle(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0)
    throw new UsageError("Name one file to import: 'import article.txt'.");
  const { id, yes, overwrite } = values;
  if (id === undefined) throw new UsageError("Name the new pack: '--id my-article'.");
  if (!PACK_NAME.test(id))
    throw new UsageError(`--id takes a-z, 0-9 and single hyphens, at most 24 characters, not '${id}'.`);
  const folders = foldersFor(values.into);
  const place = placeOf(id, folders);
  const replaces = existsSync(place.folder) || existsSync(place.english);
  if (replaces && !overwrite)
    throw new InputError(
      `${shown(place.folder)} exists: choose another --id, or replace it with --overwrite`,
    );

  const source = await readSource(file);
  const recognition = recognise(source);
  process.stdout.write(report(file, source, recognition));
  if (recognition.pairs.length === 0)
    throw new InputError(
      `\n${file} · holds no question with an answer that could be recognised\n\n${example}`,
    );
  const pack = buildPack(id, recognition, today());
  process.stdout.write(preview(pack, recognition.pairs));
  if (!yes && !(await confirmed(place, replaces))) {
    process.stdout.write('Nothing was written.\n');
    return 1;
  }
  writePack(pack, folders);
  process.stdout.write(nextSteps(place, folders));
  return 0;
}

/** A folder of its own keeps its English beside it. */
function foldersFor(into: string | undefined): Folders {
  if (into === undefined) return packFolders(undefined);
  const content = resolve(into);
  return content === packFolders(undefined).content
    ? packFolders(undefined)
    : { content, locales: resolve(content, '..', 'locales') };
}

async function readSource(file: string): Promise<Source> {
  try {
    return await readArticle(basename(file), readBytes(file));
  } catch (error) {
    if (error instanceof UnreadableArticle) throw new InputError(`${file} · ${error.message}`);
    throw error;
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new UnreadableArticle('cannot be read: check its name and its permissions');
  }
}

/** In the zone of whoever sits here. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** As many skipped lines as one reads; of a text with more, most is no dialogue. */
const listed = 50;

function report(file: string, source: Source, { rule, title, pairs, skipped }: Recognition): string {
  const at = (number: number | null): string => (number === null ? '' : ` (${source.unit} ${number})`);
  const lines = [`${file} · ${source.format}`];
  if (title !== null) lines.push(`Title: ${excerpt(title.text)}${at(title.number)}`);
  if (pairs.length > 0) lines.push(`Recognised ${counted(pairs.length, 'pair')} by ${rule}`);
  if (skipped.length > 0) {
    lines.push(`Skipped ${counted(skipped.length, source.unit)}:`);
    for (const { number, text, reason } of skipped.slice(0, listed))
      lines.push(`  ${source.unit} ${number} · ${reason} · ${excerpt(text)}`);
    if (skipped.length > listed) lines.push(`  … and ${skipped.length - listed} more`);
  }
  return `${lines.join('\n')}\n`;
}

const previewed = 3;

function preview({ pairIds }: NewPack, pairs: readonly FoundPair[]): string {
  const first = pairs.slice(0, previewed).map(({ question, answer }, index) => {
    return `  ${index + 1}. ${question}  [${pairIds[index]}]\n     ${excerpt(answer.join(' '))}\n`;
  });
  const more = pairs.length > previewed ? `  … and ${pairs.length - previewed} more\n` : '';
  return `\n${first.join('')}${more}\n`;
}

async function confirmed({ folder, english }: PackPlace, replaces: boolean): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new UsageError(
      'Nothing was written: there is no terminal to ask on. Say --yes to write without asking.',
    );
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const what = replaces ? 'Replace' : 'Write';
  try {
    const question = `${what} ${shown(folder)} and ${shown(english)}? (y/N) `;
    const answer = await terminal.question(question).catch(leftUnanswered);
    return /^\s*(?:y|yes|네|예|ㅛ)\s*$/iu.test(answer);
  } finally {
    terminal.close();
  }
}

/** Ctrl-D and Ctrl-C at the question mean no. */
function leftUnanswered(error: Error): string {
  if (error.name !== 'AbortError') throw error;
  process.stdout.write('\n');
  return '';
}

function nextSteps({ folder, english }: PackPlace, { content }: Folders): string {
  const other = content === packFolders(undefined).content ? null : shown(content);
  return `Written: ${shown(folder)} and ${shown(english)}

Ask it in the sandbox:      ${other === null ? '' : `CONTENT=${other} `}npm start
See what is left to fill:   npm run content -- check${other === null ? '' : ` ${other}`}
`;
}

function counted(count: number, name: string): string {
  const plural = name === 'entry' ? 'entries' : `${name}s`;
  return `${count} ${count === 1 ? name : plural}`;
}

/** A path as one would type it here. */
function shown(path: string): string {
  const from = relative('', path);
  return from === '' ? '.' : from.startsWith('..') ? path : from;
}

const longestExcerpt = 70;

function excerpt(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const characters = [...line];
  return characters.length > longestExcerpt ? `${characters.slice(0, longestExcerpt - 1).join('')}…` : line;
}
