import { marked, type Token } from 'marked';
import { type Line, type Source, UnreadableArticle } from './article.ts';
import { linesOfFragment } from './html.ts';

/** A line of the source is a line of the text, as in chat. */
const options = { gfm: true, breaks: true } as const;
const FRONT_MATTER = /^---\n[\s\S]*?\n(?:---|\.\.\.)(?:\n|$)/u;

/** Markdown, block by block; front matter is no part of the text, but may give the title. */
export function readMarkdown(text: string): Source {
  const frontMatter = FRONT_MATTER.exec(text)?.[0] ?? '';
  const title = /^title:[^\S\n]*["']?(.+?)["']?[^\S\n]*$/mu.exec(frontMatter)?.[1] ?? null;
  let above = newlines(frontMatter);
  const lines = tokens(text.slice(frontMatter.length)).flatMap((token) => {
    const first = above;
    above += newlines(token.raw);
    // A rendered block has a line where the Markdown has one, more or less; it never leaves its block.
    const last = first + newlines(token.raw.trimEnd()) + 1;
    const html = marked.parser([token], options).replaceAll('<br>', '<br>\n');
    return linesOfFragment(html).map(
      (line): Line => ({ ...line, number: Math.min(first + line.number, last) }),
    );
  });
  return { format: 'Markdown', unit: 'line', title, lines };
}

/** Lists nested by the thousand are more than the parser's stack holds. */
function tokens(text: string): readonly Token[] {
  try {
    return marked.lexer(text, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableArticle('is nested too deeply for Markdown: save it as .txt');
  }
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
