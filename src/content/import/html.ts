import { type DefaultTreeAdapterTypes, parse, parseFragment, defaultTreeAdapter as tree } from 'parse5';
import type { Line, Source, Style } from './article.ts';
import { entriesOfJson } from './faqJson.ts';
import { cleanLine } from './text.ts';
import { asks } from './wording.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What surrounds an article on its page, and what nobody reads. */
const skipped = new Set(
  'head script style template noscript nav aside footer form button select iframe object svg figcaption'.split(
    ' ',
  ),
);
const blocks = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const boldTags = new Set(['b', 'strong']);
/** Their text stands for a question where a page folds its answers away, and in lists of terms. */
const headingTags = new Map([...'123456'].map((level) => [`h${level}`, Number(level)]))
  .set('summary', 6)
  .set('dt', 6);

/** A page as a browser saves it: the pairs which it declares for search engines, else its article line by line. */
export function readHtml(html: string): Source {
  const document = parse(html, { sourceCodeLocationInfo: true });
  const title = cleanLine(textOf(find(document, 'title')[0])) || null;
  const declared = find(document, 'script')
    .filter((script) => attribute(script, 'type') === 'application/ld+json')
    .flatMap((script) => entriesOfJson(textOf(script)) ?? []);
  if (declared.length > 0)
    return { format: 'HTML with a schema.org FAQPage', unit: 'entry', title, entries: declared };
  const [article] = [...find(document, 'article'), ...find(document, 'main')].sort(
    (left, right) => textOf(right).length - textOf(left).length,
  );
  return { format: 'HTML', unit: 'line', title, lines: linesOf(article ?? document) };
}

/** The lines of a part of a page; `number` is the line of the source on which the text begins. */
export function linesOfFragment(html: string): Line[] {
  return linesOf(parseFragment(html, { sourceCodeLocationInfo: true }));
}

/** What the walk through a page has come to. */
interface State {
  readonly lines: Line[];
  /** The line being put together, how much of it is bold (spaces aside), and where it began. */
  text: string;
  bold: number;
  number: number;
  startsBlock: boolean;
  /** What stands before the next line, as it begins a list item. */
  bullet: string;
  headings: number[];
  boldDepth: number;
}

function linesOf(root: Node): Line[] {
  const state: State = {
    lines: [],
    text: '',
    bold: 0,
    number: 0,
    startsBlock: true,
    bullet: '',
    headings: [],
    boldDepth: 0,
  };
  walk(
    root,
    (node) => enter(state, node),
    (node) => leave(state, node),
  );
  endLine(state);
  return state.lines;
}

function enter(state: State, node: Node): void {
  if (tree.isTextNode(node)) addText(state, node);
  if (!tree.isElementNode(node)) return;
  const name = node.tagName;
  if (name === 'br') endLine(state);
  if (blocks.has(name)) endBlock(state);
  if (name === 'li') state.bullet = '- ';
  const level = headingTags.get(name);
  if (level !== undefined) state.headings.push(level);
  if (isBold(node)) state.boldDepth++;
}

function leave(state: State, node: Node): void {
  if (!tree.isElementNode(node)) return;
  if (isBold(node)) {
    state.boldDepth--;
    // A bold question may have its answer beside it.
    if (state.boldDepth === 0 && isAllBold(state) && asks(state.text)) endLine(state);
  }
  if (blocks.has(node.tagName)) endBlock(state);
  if (headingTags.has(node.tagName)) state.headings.pop();
}

function addText(state: State, { value, sourceCodeLocation }: DefaultTreeAdapterTypes.TextNode): void {
  if (state.text.trim() === '') state.number = (sourceCodeLocation?.startLine ?? 1) + leadingLines(value);
  state.text += value;
  if (state.boldDepth > 0) state.bold += lettersIn(value);
}

function endLine(state: State): void {
  const text = cleanLine(state.text);
  if (text !== '') {
    const level = state.headings.at(-1);
    const style: Style | null = level !== undefined ? `heading ${level}` : isAllBold(state) ? 'bold' : null;
    const { number, bullet, startsBlock } = state;
    state.lines.push({ number, text: bullet + text, style, startsBlock });
    state.startsBlock = false;
    state.bullet = '';
  }
  state.text = '';
  state.bold = 0;
}

function endBlock(state: State): void {
  endLine(state);
  state.startsBlock = true;
}

function isAllBold({ text, bold }: State): boolean {
  return bold >= lettersIn(text);
}

function lettersIn(text: string): number {
  return text.replace(/\s/gu, '').length;
}

function isBold(element: Element): boolean {
  return (
    boldTags.has(element.tagName) ||
    /font-weight\s*:\s*(?:bold|[6-9]00)/u.test(attribute(element, 'style') ?? '')
  );
}

function leadingLines(text: string): number {
  return /^\s*/u.exec(text)?.[0].split('\n').slice(1).length ?? 0;
}

/** Goes through a tree without recursion, as a page may be nested as deep as its writer liked. */
function walk(root: Node, enter: (node: Node) => void, leave: (node: Node) => void): void {
  const steps: (readonly [visit: (node: Node) => void, node: Node])[] = [[enter, root]];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const [visit, node] = step;
    visit(node);
    if (visit === leave || isSkipped(node) || !('childNodes' in node)) continue;
    steps.push([leave, node]);
    for (const child of node.childNodes.toReversed()) if (!isSkipped(child)) steps.push([enter, child]);
  }
}

function isSkipped(node: Node): boolean {
  return tree.isElementNode(node) && skipped.has(node.tagName);
}

function find(root: Node, name: string): Element[] {
  const found: Element[] = [];
  const nodes: Node[] = [root];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (tree.isElementNode(node) && node.tagName === name) found.push(node);
    if ('childNodes' in node) nodes.push(...node.childNodes.toReversed());
  }
  return found;
}

function textOf(root: Node | undefined): string {
  const nodes: Node[] = root === undefined ? [] : [root];
  let text = '';
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (tree.isTextNode(node)) text += node.value;
    else if ('childNodes' in node) nodes.push(...node.childNodes.toReversed());
  }
  return text;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}
