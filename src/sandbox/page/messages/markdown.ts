import { type Inline, parseInline } from './inline.ts';

/** What stands below one another in Discord's markdown. */
export type Block =
  | { readonly type: 'paragraph' | 'subtext'; readonly content: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
  | { readonly type: 'quote'; readonly content: readonly Block[] }
  | { readonly type: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  | { readonly type: 'code'; readonly language: string | null; readonly text: string };

export interface ListItem {
  readonly content: readonly Inline[];
  readonly lists: readonly Block[];
}

const heading = /^ {0,3}(#{1,3}) +(\S.*)$/;
const subtext = /^ {0,3}-# +(\S.*)$/;
const quote = /^ *> (.*)$/;
const longQuote = /^ *>>> (.*)$/;
const listItem = /^( *)(?:([-*])|(\d{1,9})\.) +(\S.*)$/;
const continuation = /^( {2,})(\S.*)$/;
/** Deeper lists are drawn at this depth, as in Discord. */
const deepestList = 10;

/** Parses Discord's markdown, which differs from CommonMark in much; never throws, in linear time. */
export function parseMarkdown(text: string): readonly Block[] {
  return new BlockParser(text.replaceAll('\r\n', '\n'), true).parse();
}

class BlockParser {
  readonly #text: string;
  /** A quote in a quote is text. */
  readonly #mayQuote: boolean;
  #at = 0;
  readonly #blocks: Block[] = [];
  /** Lines of the paragraph being read, each with its line break. */
  #paragraph = '';
  /** The next three backticks at or after the place of reading; -1 if there are none. */
  #fence: number;

  constructor(text: string, mayQuote: boolean) {
    this.#text = text;
    this.#mayQuote = mayQuote;
    this.#fence = text.indexOf('```');
  }

  parse(): readonly Block[] {
    let isLineStart = true;
    while (this.#at < this.#text.length) {
      if (isLineStart && this.#block()) continue;
      isLineStart = this.#line();
    }
    this.#endParagraph(this.#paragraph);
    return this.#blocks;
  }

  /** The line at the place of reading, without its break. */
  #peek(): string {
    const end = this.#text.indexOf('\n', this.#at);
    return this.#text.slice(this.#at, end < 0 ? undefined : end);
  }

  #skipLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end + 1;
  }

  /** Reads a block that begins with this line; false if the line is part of a paragraph. */
  #block(): boolean {
    const line = this.#peek();
    const start = line.trimStart()[0] ?? '';
    if (start === '>' && this.#mayQuote) return this.#quote(line);
    if (start === '#') return this.#heading(line);
    if (start !== '-' && start !== '*' && !(start >= '0' && start <= '9')) return false;
    return this.#subtext(line) || this.#list();
  }

  #quote(line: string): boolean {
    const [, first] = longQuote.exec(line) ?? [];
    if (first !== undefined) {
      const rest = this.#text.slice(this.#at + line.length - first.length);
      this.#at = this.#text.length;
      this.#add({ type: 'quote', content: new BlockParser(rest, false).parse() });
      return true;
    }
    const lines = this.#takeWhile((next) => quote.exec(next)?.[1]);
    if (lines.length > 0)
      this.#add({ type: 'quote', content: new BlockParser(lines.join('\n'), false).parse() });
    return lines.length > 0;
  }

  #heading(line: string): boolean {
    const [, marks, text] = heading.exec(line) ?? [];
    if (marks === undefined || text === undefined) return false;
    this.#skipLine();
    const level = marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3;
    this.#add({ type: 'heading', level, content: parseInline(text.trimEnd()) });
    return true;
  }

  #subtext(line: string): boolean {
    const [, text] = subtext.exec(line) ?? [];
    if (text === undefined) return false;
    this.#skipLine();
    this.#add({ type: 'subtext', content: parseInline(text.trimEnd()) });
    return true;
  }

  #list(): boolean {
    const items: RawItem[] = [];
    this.#takeWhile((line) => {
      const [, indent = '', bullet, number, text] = listItem.exec(line) ?? [];
      if (text !== undefined) {
        items.push({
          indent: indent.length,
          start: bullet === undefined ? Number(number) : null,
          lines: [text],
        });
        return line;
      }
      const [, more] = items.length === 0 ? [] : (continuation.exec(line)?.slice(1) ?? []);
      if (more === undefined) return undefined;
      items.at(-1)?.lines.push(more);
      return line;
    });
    for (const list of nest(items)) this.#add(list);
    return items.length > 0;
  }

  /** Takes lines as long as `read` gives something for them. */
  #takeWhile(read: (line: string) => string | undefined): string[] {
    const taken: string[] = [];
    while (this.#at < this.#text.length) {
      const line = read(this.#peek());
      if (line === undefined) break;
      taken.push(line);
      this.#skipLine();
    }
    return taken;
  }

  /** Reads a line of text, or up to a code block in it; whether a line begins after it. */
  #line(): boolean {
    const end = this.#at + this.#peek().length;
    if (this.#fence >= 0 && this.#fence < this.#at) this.#fence = this.#text.indexOf('```', this.#at);
    if (this.#fence >= 0 && this.#fence < end && this.#code(this.#fence))
      return this.#text[this.#at - 1] === '\n';
    this.#paragraph += this.#text.slice(this.#at, end + 1);
    this.#at = end + 1;
    return true;
  }

  #code(open: number): boolean {
    const close = this.#text.indexOf('```', open + 3);
    if (close < 0) this.#fence = -1;
    const inside = this.#text.slice(open + 3, close);
    if (close < 0 || inside.trim() === '' || isEscaped(this.#text, open)) return false;
    this.#paragraph += this.#text.slice(this.#at, open);
    const [first = '', language = null] = /^([\w+#.-]{1,30})?\n+/.exec(inside) ?? [];
    this.#add({ type: 'code', language, text: inside.slice(first.length).replace(/\n+$/, '') });
    this.#at = close + 3;
    while (this.#text[this.#at] === '`') this.#at += 1;
    if (this.#text[this.#at] === '\n') this.#at += 1;
    return true;
  }

  #add(block: Block): void {
    // The break before a block is the block's own.
    this.#endParagraph(this.#paragraph.replace(/\n$/, ''));
    this.#blocks.push(block);
  }

  #endParagraph(text: string): void {
    if (text !== '') this.#blocks.push({ type: 'paragraph', content: parseInline(text) });
    this.#paragraph = '';
  }
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

interface RawItem {
  readonly indent: number;
  /** Of a numbered item. */
  readonly start: number | null;
  readonly lines: string[];
}

/** Items as lists within lists, by their indentation; a bullet and a number do not share a list. */
function nest(items: readonly RawItem[], depth = 1): readonly Block[] {
  const [first] = items;
  if (first === undefined) return [];
  const lists: { start: number | null; items: { raw: RawItem; below: RawItem[] }[] }[] = [];
  for (const raw of items) {
    const list = lists.at(-1);
    const isBelow = depth < deepestList && raw.indent > first.indent;
    if (list !== undefined && isBelow) list.items.at(-1)?.below.push(raw);
    else if (list !== undefined && (list.start === null) === (raw.start === null)) {
      list.items.push({ raw, below: [] });
    } else lists.push({ start: raw.start, items: [{ raw, below: [] }] });
  }
  return lists.map((list) => ({
    type: 'list',
    start: list.start,
    items: list.items.map(({ raw, below }) => ({
      content: parseInline(raw.lines.join('\n')),
      lists: nest(below, depth + 1),
    })),
  }));
}
