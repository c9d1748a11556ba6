/** What stands within a line of Discord's markdown. Line breaks are part of a text. */
export type Inline =
  | { readonly type: 'text' | 'code'; readonly text: string }
  | { readonly type: Wrapper; readonly content: readonly Inline[] }
  | { readonly type: 'link'; readonly url: string; readonly content: readonly Inline[] }
  | { readonly type: 'messageLink'; readonly url: string; readonly channel: string; readonly message: string }
  | { readonly type: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly type: 'everyone'; readonly name: 'everyone' | 'here' }
  | { readonly type: 'command'; readonly path: string; readonly id: string }
  | { readonly type: 'time'; readonly seconds: number; readonly style: string }
  | { readonly type: 'emoji'; readonly name: string; readonly id: string };

export type Wrapper = 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler';

/** A marker that may turn out to open something; until then its text stands in the output like any other. */
interface Opener {
  readonly mark: Mark;
  /** How many characters of the marker are left. */
  count: number;
  /** Where its text stands in the output. */
  readonly at: number;
}

type Mark = '*' | '_' | '~' | '|' | '[';

const plain = /[^\\`*_~|<[\]@h]+/y;
const link = /https?:\/\/[^\s<]+/y;
const masked = /\]\(\s*(<?)((?:https?|discord):\/\/[^\s<>"'\]]+)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*/y;
const everyone = /@(everyone|here)/y;
const run = /([*_~|`])\1*/y;
const escaped = /\\([!-/:-@[-`{-~])/y;
const asciiWord = /\w/;

/** In angle brackets; each pattern is bounded, so that many brackets cost no more than they are long. */
const bracketed: readonly (readonly [RegExp, (match: RegExpExecArray) => Inline])[] = [
  [/<@!?(\d{1,20})>/y, ([, id = '']) => ({ type: 'user', id })],
  [/<@&(\d{1,20})>/y, ([, id = '']) => ({ type: 'role', id })],
  [/<#(\d{1,20})>/y, ([, id = '']) => ({ type: 'channel', id })],
  [/<\/([^<>:\n]{1,98}):(\d{1,20})>/y, ([, path = '', id = '']) => ({ type: 'command', path, id })],
  [/<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/y, ([whole, at = '', style = 'f']) => time(whole, Number(at), style)],
  [/<a?:(\w{1,32}):(\d{1,20})>/y, ([, name = '', id = '']) => ({ type: 'emoji', name, id })],
  [/<((?:https?|discord):\/\/[^\s<>]{1,2000})>/y, ([, url = '']) => linkTo(url)],
];

const messageAddress =
  /^https:\/\/(?:(?:canary|ptb)\.)?discord(?:app)?\.com\/channels\/(?:\d+|@me)\/(\d+)\/(\d+)$/;

/** Parses one stretch of text, in linear time: markers that nothing closes are text. */
export function parseInline(text: string): readonly Inline[] {
  return new InlineParser(text).parse();
}

/**
 * Reads from left to right. Of each marker at most a few openers wait, because a second one closes or replaces
 * the first: looking through them, and nesting, is bounded.
 */
class InlineParser {
  readonly #text: string;
  #at = 0;
  #output: Inline[] = [];
  #openers: Opener[] = [];
  /** Lengths of backtick runs that nothing ahead closes. */
  readonly #endlessCode = new Set<number>();

  constructor(text: string) {
    this.#text = text;
  }

  parse(): readonly Inline[] {
    while (this.#at < this.#text.length) this.#step();
    return joined(this.#output);
  }

  #step(): void {
    const text = this.#match(plain)?.[0];
    if (text !== undefined) this.#write(text);
    else if (this.#at < this.#text.length) this.#special();
  }

  #special(): void {
    switch (this.#text[this.#at]) {
      case '\\':
        this.#write(this.#match(escaped)?.[1] ?? this.#one());
        break;
      case '`':
        this.#code();
        break;
      case '<':
        this.#bracketed();
        break;
      case '@':
        this.#everyone();
        break;
      case 'h':
        this.#address();
        break;
      case '[':
        this.#open('[', this.#one());
        break;
      case ']':
        this.#masked();
        break;
      default:
        this.#marker();
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  #one(): string {
    return this.#text[this.#at++] ?? '';
  }

  #write(text: string): void {
    this.#output.push({ type: 'text', text });
  }

  #open(mark: Mark, text: string): void {
    this.#openers = this.#openers.filter((other) => other.mark !== mark || other.count !== text.length);
    this.#openers.push({ mark, count: text.length, at: this.#output.length });
    this.#write(text);
  }

  #code(): void {
    const [ticks = ''] = this.#match(run) ?? [];
    const end = this.#endlessCode.has(ticks.length) ? -1 : this.#closingTicks(ticks.length);
    if (end < 0) {
      this.#endlessCode.add(ticks.length);
      this.#write(ticks);
    } else {
      const inside = this.#text.slice(this.#at, end);
      this.#output.push({ type: 'code', text: inside.replace(/^ (?=`)|(?<=`) $/g, '') });
      this.#at = end + ticks.length;
    }
  }

  #closingTicks(count: number): number {
    for (let at = this.#text.indexOf('`', this.#at); at >= 0; at = this.#text.indexOf('`', at)) {
      run.lastIndex = at;
      const length = run.exec(this.#text)?.[0].length ?? 1;
      if (length === count) return at;
      at += length;
    }
    return -1;
  }

  #bracketed(): void {
    for (const [pattern, read] of bracketed) {
      const match = this.#match(pattern);
      if (match !== null) {
        this.#output.push(read(match));
        return;
      }
    }
    this.#write(this.#one());
  }

  #everyone(): void {
    const name = this.#match(everyone)?.[1];
    if (name === 'everyone' || name === 'here') this.#output.push({ type: 'everyone', name });
    else this.#write(this.#one());
  }

  #address(): void {
    const isInWord = asciiWord.test(this.#text[this.#at - 1] ?? '');
    const start = this.#at;
    const found = isInWord ? undefined : this.#match(link)?.[0];
    if (found === undefined) {
      this.#write(this.#one());
      return;
    }
    const url = withoutTail(this.#upToCloser(found));
    this.#at = start + url.length;
    this.#output.push(linkTo(url));
  }

  /** An address ends where a marker closes that was opened before it: `**https://example.com**`. */
  #upToCloser(url: string): string {
    const ends = this.#openers.map(({ mark, count }) =>
      mark === '[' ? url.indexOf('](') : count === 1 ? -1 : url.indexOf(mark.repeat(count)),
    );
    return url.slice(0, Math.min(url.length, ...ends.filter((end) => end > 'https://'.length)));
  }

  /** `](address)` after `[text`; not if the text is itself an address, which might belie where the link leads. */
  #masked(): void {
    const place = this.#openers.findIndex(({ mark }) => mark === '[');
    const opener = this.#openers[place];
    const start = this.#at;
    const match = opener === undefined ? null : this.#match(masked);
    const url = match?.[2] === undefined ? undefined : this.#endOfMasked(match);
    const content = opener === undefined ? [] : this.#output.slice(opener.at + 1);
    if (opener === undefined || url === undefined || isBlank(content) || content.some(isLink)) {
      this.#at = start;
      this.#write(this.#one());
    } else {
      this.#openers.length = place;
      this.#output.length = opener.at;
      this.#output.push({ type: 'link', url, content: joined(content) });
    }
  }

  /** The address may hold brackets in pairs; the one that closes none of them ends it. */
  #endOfMasked([whole, , address = '']: RegExpExecArray): string | undefined {
    const end = unopenedBracket(address);
    if (end >= 0) {
      this.#at += whole.indexOf(address) + end + 1 - whole.length;
      return parsable(address.slice(0, end));
    }
    return this.#text[this.#at++] === ')' ? parsable(address) : undefined;
  }

  #marker(): void {
    const start = this.#at;
    const [text = ''] = this.#match(run) ?? [];
    const mark = text[0] as Mark;
    let left = text.length;
    const isOdd = (mark === '~' || mark === '|') && left % 2 === 1;
    let used = left > 4 || isOdd ? 0 : this.#close(mark, left, start);
    while (used > 0) {
      left -= used;
      used = left === 0 ? 0 : this.#close(mark, left, start);
    }
    const opens = left <= 3 && !isOdd && (left !== 1 || this.#mayOpen(mark));
    if (left > 0 && opens) this.#open(mark, mark.repeat(left));
    else if (left > 0) this.#write(mark.repeat(left));
  }

  /** Closes what the marker can close; gives how many of its characters that took. */
  #close(mark: Mark, left: number, start: number): number {
    const place = this.#openers.findLastIndex(
      ({ mark: other, count, at }) =>
        other === mark && at + 1 < this.#output.length && sharedLength(count, left) > 0,
    );
    const opener = this.#openers[place];
    if (opener === undefined) return 0;
    const used = sharedLength(opener.count, left);
    if (used === 1 && !this.#mayClose(mark, start)) return 0;
    const content = joined(this.#output.splice(opener.at + 1));
    opener.count -= used;
    this.#openers.length = opener.count === 0 ? place : place + 1;
    this.#output.pop();
    if (opener.count > 0) this.#write(mark.repeat(opener.count));
    this.#output.push({ type: wrapperOf(mark, used), content });
    return used;
  }

  /** A single marker hugs what it emphasizes; an underscore within a word of ASCII is part of a name. */
  #mayOpen(mark: Mark): boolean {
    const next = this.#text[this.#at] ?? ' ';
    if (mark === '*') return !/\s/.test(next);
    return !asciiWord.test(this.#text[this.#at - 2] ?? '');
  }

  #mayClose(mark: Mark, start: number): boolean {
    if (mark === '*') return !/\s/.test(this.#text[start - 1] ?? ' ');
    return !asciiWord.test(this.#text[this.#at] ?? '');
  }
}

/** How many characters of an opener and a closer go together: `**` and `*` do not. */
function sharedLength(opener: number, closer: number): number {
  if (Math.min(opener, closer) >= 2) return 2;
  return opener === closer || opener === 3 || closer === 3 ? 1 : 0;
}

function wrapperOf(mark: Mark, count: number): Wrapper {
  if (count === 1) return 'emphasis';
  return mark === '*' ? 'strong' : mark === '_' ? 'underline' : mark === '~' ? 'strike' : 'spoiler';
}

/** Where a bracket closes that the text did not open; -1 if there is none. */
function unopenedBracket(text: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') open += 1;
    else if (text[at] === ')' && --open < 0) return at;
  }
  return -1;
}

function time(whole: string, seconds: number, style: string): Inline {
  // The range of a Date.
  const isPossible = Math.abs(seconds) <= 8_640_000_000_000;
  return isPossible ? { type: 'time', seconds, style } : { type: 'text', text: whole };
}

function linkTo(url: string): Inline {
  const [, channel, message] = messageAddress.exec(url) ?? [];
  if (channel !== undefined && message !== undefined) return { type: 'messageLink', url, channel, message };
  const content: readonly Inline[] = [{ type: 'text', text: url }];
  return parsable(url) === undefined ? { type: 'text', text: url } : { type: 'link', url, content };
}

function parsable(url: string): string | undefined {
  return URL.canParse(url) ? url : undefined;
}

/** Without the punctuation of the sentence around it; a closing bracket stays if the address opened it. */
function withoutTail(url: string): string {
  let end = url.length;
  let surplus = [...url].reduce((sum, one) => sum + (one === ')' ? 1 : one === '(' ? -1 : 0), 0);
  while (end > 'https://x'.length) {
    const last = url[end - 1] ?? '';
    if (last === ')' && surplus > 0) surplus -= 1;
    else if (!'.,:;!?"\'*_~]'.includes(last)) break;
    end -= 1;
  }
  return url.slice(0, end);
}

function isLink({ type }: Inline): boolean {
  return type === 'link' || type === 'messageLink';
}

function isBlank(content: readonly Inline[]): boolean {
  return content.every((part) => part.type === 'text' && part.text.trim() === '');
}

/** Neighbouring texts as one. */
function joined(parts: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') result.push({ type: 'text', text });
    text = '';
  };
  for (const part of parts) {
    if (part.type === 'text') text += part.text;
    else {
      flush();
      result.push(part);
    }
  }
  flush();
  return result;
}
