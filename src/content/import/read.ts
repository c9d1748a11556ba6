import { extname } from 'node:path';
import { type Source, UnreadableArticle } from './article.ts';
import { decode } from './decode.ts';
import { readDocx } from './docx.ts';
import { readFaqJson } from './faqJson.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readDelimited, readWorkbook } from './table.ts';
import { readText } from './text.ts';

const texts: Readonly<Record<string, (text: string) => Source>> = {
  '.txt': readText,
  '': readText,
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.html': readHtml,
  '.htm': readHtml,
  '.csv': (text) => readDelimited(text, 'CSV'),
  '.tsv': (text) => readDelimited(text, 'TSV'),
  '.json': readFaqJson,
};

const documents: Readonly<Record<string, (bytes: Uint8Array) => Promise<Source>>> = {
  '.docx': readDocx,
  '.xlsx': readWorkbook,
};

/**
 * What an article's file holds, read by the ending of its name.
 * @throws UnreadableArticle where the ending is none of ours, or the file is not what it says
 */
export async function readArticle(name: string, bytes: Uint8Array): Promise<Source> {
  const ending = extname(name).toLowerCase();
  const document = documents[ending];
  if (document !== undefined) return document(bytes);
  const read = texts[ending];
  if (read === undefined)
    throw new UnreadableArticle(
      `is of a kind that is not read (${ending}): save it as .txt, .md, .html, .docx, .csv, .tsv, .xlsx or .json`,
    );
  const { text, encoding } = decode(bytes);
  const source = read(text);
  return { ...source, format: `${source.format} in ${encoding}` };
}
