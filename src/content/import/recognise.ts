import { normalize } from '../../korean/normalize.ts';
import { phrasingKey } from '../phrasingKey.ts';
import { limits } from '../schema.ts';
import type { Entry, Line, Source } from './article.ts';
import { fragmentReason, hasWords, withoutLooseEnd } from './fragments.ts';
import { describeMark, type Mark, type Marked, readMarks, withoutAnswerMark } from './marks.ts';
import { cleanLine } from './text.ts';
import { asks, endsSentence, exclaims, length, soundsAsked } from './wording.ts';

export interface FoundPair {
  readonly question: string;
  /** Lines within a paragraph are divided by \n. */
  readonly answer: readonly string[];
  /** Where it stands in the file; the first number is the question's. */
  readonly numbers: readonly number[];
}

export interface Skipped {
  readonly number: number;
  readonly text: string;
  readonly reason: string;
}

/** What became of an article: every line of it is the title, or in a pair, or skipped. */
export interface Recognition {
  /** How questions were told from answers, in words. */
  readonly rule: string;
  readonly title: { readonly text: string; readonly number: number | null } | null;
  readonly pairs: readonly FoundPair[];
  readonly skipped: readonly Skipped[];
}

/** The pairs of an article; none where nothing in it looks like a question with its answer. */
export function recognise(source: Source): Recognition {
  const found = 'entries' in source ? fromEntries(source.entries) : fromLines(source.lines);
  const { pairs, skipped } = showable(found.pairs);
  const ofFile = source.title === null ? null : { text: source.title, number: null };
  return {
    ...found,
    title: found.title ?? ofFile,
    pairs,
    skipped: [...found.skipped, ...skipped].sort((left, right) => left.number - right.number),
  };
}

function fromEntries(entries: readonly Entry[]): Recognition {
  const pairs: FoundPair[] = [];
  const skipped: Skipped[] = [];
  for (const { number, question: rawQuestion, answer: rawAnswer } of entries) {
    const question = readMarks({ text: cleanLine(rawQuestion), style: null }).text;
    const lines = rawAnswer.split(/\r\n?|\n/u).map(cleanLine);
    const answer = lines
      .join('\n')
      .split(/\n{2,}/u)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const reason = isEmpty(question) ? 'an answer without a question' : 'a question without an answer';
    if (isEmpty(question) || answer.every(isEmpty))
      skipped.push({ number, text: question || (answer[0] ?? ''), reason });
    else pairs.push({ question, answer, numbers: [number] });
  }
  return { rule: 'the columns or fields of the file', title: null, pairs, skipped };
}

/** A line which may belong to the article, with its marks read. */
interface Candidate extends Line {
  readonly marked: Marked;
}

/** Whether the line at a place asks, and with which words; null where it does not. */
type Rule = (at: number) => string | null;

function fromLines(lines: readonly Line[]): Recognition {
  const fragments: Skipped[] = [];
  const candidates: Candidate[] = [];
  let afterFragment = false;
  for (const line of lines) {
    const text = withoutLooseEnd(line.text);
    const marked = readMarks({ text, style: line.style });
    // Right below a question a date or a name is its answer; below the title it is not.
    const answers: boolean = candidates.length > 1 && !afterFragment && asks(candidates.at(-1)?.text ?? '');
    const reason: string | null = answers && hasWords(marked.text) ? null : fragmentReason(marked.text);
    if (reason !== null) fragments.push({ number: line.number, text: line.text, reason });
    else candidates.push({ ...line, text, marked, startsBlock: line.startsBlock || afterFragment });
    afterFragment = reason !== null;
  }
  const mark = bestMark(candidates);
  const asked = mark === null ? unmarked(candidates) : byMark(candidates, mark);
  const rule =
    mark === null ? 'questions that end in a question mark, each on its own line' : describeMark(mark);
  const divided = divide(candidates, asked, mark, fragments);
  return {
    rule,
    ...(mark === null && !isDialogue(divided, candidates) ? noneOf(divided, candidates) : divided),
  };
}

/** An article that asks something once in a while, without any mark, is no dialogue: most of its lines are in no pair. */
function isDialogue({ pairs }: Divided, candidates: readonly Candidate[]): boolean {
  return pairs.flatMap(({ numbers }) => numbers).length * 2 >= candidates.length;
}

/** As if nothing had been asked. */
function noneOf({ title, skipped }: Divided, candidates: readonly Candidate[]): Divided {
  const told = new Set([title?.number, ...skipped.map(({ number }) => number)]);
  const rest = candidates.filter(({ number }) => !told.has(number));
  return { title, pairs: [], skipped: [...skipped, ...rest.map(skippedFor('in no dialogue'))] };
}

/** The mark under which most lines ask; what asks under no mark decides when none does. */
function bestMark(candidates: readonly Candidate[]): Mark | null {
  const kinds = new Set(candidates.flatMap(({ marked }) => marked.marks));
  let best: { mark: Mark; worth: number } | null = null;
  for (const mark of kinds) {
    const lines = candidates.flatMap(({ marked }, at) => (marked.marks.includes(mark) ? [at] : []));
    const asking = lines.filter((at) => mark === 'Q' || soundsAsked(candidates[at]?.marked.text ?? ''));
    const answered = asking.filter((at) => {
      const next = candidates[at + 1];
      return next !== undefined && !next.marked.marks.includes(mark);
    });
    if (answered.length === 0 || asking.length * 2 < lines.length) continue;
    // Whoever writes Q means a question; the same lines may be bold as well, and others, too.
    const worth = mark === 'Q' ? answered.length * 2 : answered.length;
    if (best === null || worth > best.worth) best = { mark, worth };
  }
  // A text may have one emoji or one bold line among twenty plain questions.
  const plain = candidates.filter(({ text }, at) => asks(text) && unmarkedQuestion(candidates, at)).length;
  return best === null || best.worth * 3 < plain ? null : best.mark;
}

/** In a marked text, what does not sound asked may be a list with the same marks inside an answer. */
function byMark(candidates: readonly Candidate[], mark: Mark): Rule {
  return (at) => {
    const line = candidates[at];
    if (!line?.marked.marks.includes(mark) || length(line.marked.text) > limits.question) return null;
    if (mark === 'Q' || soundsAsked(line.marked.text)) return line.marked.text;
    const isAnswered = candidates[at + 1] !== undefined && !candidates[at + 1]?.marked.marks.includes(mark);
    const isEmphasis = mark === 'bold' || mark === 'number';
    return isAnswered && !isEmphasis && length(line.marked.text) <= longestExclamation
      ? line.marked.text
      : null;
  };
}

const longestUnmarked = 120;
const longestExclamation = 40;

function unmarked(candidates: readonly Candidate[]): Rule {
  return (at) => (unmarkedQuestion(candidates, at) ? (candidates[at]?.text ?? null) : null);
}

/** No editor breaks its lines earlier than that. */
const shortestBrokenLine = 30;

/** Whether a line ends in the middle of a sentence, which goes on in the next. */
function breaksOff(text: string): boolean {
  return !endsSentence(text) && length(text) >= shortestBrokenLine;
}

/** A paragraph in written Korean which ends with a question is no question. */
const STATEMENT = /다\.\s/u;

/** A line that asks; or a short exclamation between longer lines. */
function unmarkedQuestion(candidates: readonly Candidate[], at: number): boolean {
  const line = candidates[at];
  const before = candidates[at - 1];
  if (line === undefined || (before !== undefined && !line.startsBlock && breaksOff(before.text)))
    return false;
  const size = length(line.text);
  if (asks(line.text)) return size <= longestUnmarked && !STATEMENT.test(line.text);
  const after = candidates[at + 1];
  return (
    exclaims(line.text) &&
    before !== undefined &&
    after !== undefined &&
    size <= longestExclamation &&
    !asks(after.text) &&
    length(after.text) > size
  );
}

type Divided = Omit<Recognition, 'rule'>;

/** A question with what follows it; or a heading, or the top of the text, where no question stands above. */
interface Group {
  readonly question: string | null;
  readonly first: Candidate | null;
  readonly lines: Candidate[];
}

function divide(
  candidates: readonly Candidate[],
  rule: Rule,
  mark: Mark | null,
  fragments: readonly Skipped[],
): Divided {
  const groups = grouped(candidates, rule, mark);
  const firstAsked = groups.findIndex(({ question }) => question !== null);
  const isOpening = (at: number): boolean => firstAsked < 0 || at < firstAsked;
  const opening = groups.flatMap((group, at) => (isOpening(at) ? linesOf(group) : []));
  const title = titleOf(opening);
  const pairs: FoundPair[] = [];
  const skipped = [
    ...fragments,
    ...opening.filter((line) => line !== title).map(skippedFor('an answer before the first question')),
  ];
  for (const [at, group] of groups.entries()) {
    if (isOpening(at)) continue;
    const pair = pairOf(group);
    if (pair !== null) pairs.push(pair);
    else if (group.question !== null)
      skipped.push(...linesOf(group).map(skippedFor('a question without an answer')));
    else
      skipped.push(...linesOf(group).map(skippedFor('a heading between the pairs, or what stands under it')));
  }
  return {
    title: title === null ? null : { text: title.marked.text, number: title.number },
    pairs,
    skipped,
  };
}

function grouped(candidates: readonly Candidate[], rule: Rule, mark: Mark | null): Group[] {
  const groups: Group[] = [];
  for (const [at, line] of candidates.entries()) {
    const question = rule(at);
    const last = groups.at(-1);
    if (question !== null || isSection(line, mark)) groups.push({ question, first: line, lines: [] });
    else if (last === undefined) groups.push({ question: null, first: null, lines: [line] });
    else last.lines.push(line);
  }
  return groups;
}

function linesOf({ first, lines }: Group): Candidate[] {
  return first === null ? lines : [first, ...lines];
}

function skippedFor(reason: string): (line: Line) => Skipped {
  return ({ number, text }) => ({ number, text, reason });
}

function isSection({ style }: Line, mark: Mark | null): boolean {
  return style?.startsWith('heading') === true && style !== mark;
}

/** The pair of a question and the lines up to the next one; null where nothing is left to answer it. */
function pairOf({ question, first, lines }: Group): FoundPair | null {
  if (question === null || first === null) return null;
  // Where the answer says that it is one, what stands before it still asks.
  const answerAt = lines.slice(0, 4).findIndex(({ text }) => withoutAnswerMark(text) !== null);
  const asked = [question, ...lines.slice(0, Math.max(0, answerAt)).map(({ text }) => text)].join(' ');
  const answering = lines
    .slice(Math.max(0, answerAt))
    .map((line, index) =>
      index === 0 ? { ...line, text: withoutAnswerMark(line.text) ?? line.text } : line,
    );
  const answer = paragraphs(answering);
  if (isEmpty(asked) || answer.every(isEmpty)) return null;
  return { question: asked, answer, numbers: [first.number, ...lines.map(({ number }) => number)] };
}

const BULLET = /^[-*•·]\s/u;

/** A line that broke off inside a sentence goes on in the next; others stay lines of their paragraph. */
function paragraphs(lines: readonly Line[]): string[] {
  const found: string[] = [];
  for (const { text, startsBlock } of lines) {
    const last = found.at(-1);
    const isItem = isListItem(text);
    if (text === '') continue;
    if (last === undefined || (startsBlock && !(isItem && isLastItem(last)))) found.push(text);
    else found[found.length - 1] = `${last}${isItem || endsSentence(last) ? '\n' : ' '}${text}`;
  }
  return found;
}

function isLastItem(paragraph: string): boolean {
  return isListItem(paragraph.slice(paragraph.lastIndexOf('\n') + 1));
}

function isListItem(text: string): boolean {
  return BULLET.test(text) || readMarks({ text, style: null }).marks.length > 0;
}

const longestTitle = 100;

/** The first heading above the pairs, else a short line at the top. */
function titleOf(opening: readonly Candidate[]): Candidate | null {
  const heading = opening.find(({ style }) => style?.startsWith('heading'));
  const [first] = opening;
  const short = first !== undefined && length(first.marked.text) <= longestTitle ? first : null;
  return heading ?? short;
}

/** Pairs which can be shown and found: neither too long, nor asking what another one asks. */
function showable(found: readonly FoundPair[]): { pairs: FoundPair[]; skipped: Skipped[] } {
  const pairs: FoundPair[] = [];
  const skipped: Skipped[] = [];
  const askedAt = new Map<string, number>();
  for (const pair of found) {
    const [number = 0] = pair.numbers;
    const keys = [questionKey(pair.question), phrasingKey(pair.question)];
    const earlier = keys.map((key) => askedAt.get(key)).find((at) => at !== undefined);
    const reason = unshowable(pair, earlier);
    if (reason === null) {
      for (const key of keys) askedAt.set(key, number);
      pairs.push(pair);
    } else for (const one of pair.numbers) skipped.push({ number: one, text: pair.question, reason });
  }
  return { pairs, skipped };
}

function unshowable({ question, answer }: FoundPair, askedAt: number | undefined): string | null {
  if (askedAt !== undefined) return `the same question as at ${askedAt}`;
  if (length(question) > limits.question)
    return `its question has ${length(question)} characters: shorten it to at most ${limits.question}`;
  const size = length(answer.join('\n\n'));
  if (size > limits.answer)
    return `its answer has ${size} characters: shorten it to at most ${limits.answer}, or put a question into its middle`;
  return null;
}

/** What two questions have in common that cannot be told apart when asked. */
function questionKey(question: string): string {
  return normalize(question)
    .replaceAll(' ', '')
    .replace(/(\P{N})\1{2,}/gu, '$1');
}

function isEmpty(text: string): boolean {
  return questionKey(text) === '';
}
