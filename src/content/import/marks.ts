import type { Line } from './article.ts';

/** What makes a line a question; `symbol ▶` and the like for each symbol, `heading 2` for each level. */
export type Mark = 'Q' | 'emoji' | 'number' | 'bold' | `symbol ${string}` | `heading ${number}`;

export interface Marked {
  /** From the outside in: a heading that begins with an emoji has both. */
  readonly marks: readonly Mark[];
  /** What is left without them. */
  readonly text: string;
}

const SYMBOL = /^([▶▷►■□◆◇●○★☆◈▣])[\uFE0E\uFE0F]?\s*/u;
/** An emoji, or the variation selector or joiner that is left where a copy lost its emoji. */
const EMOJI =
  /^(?:(?![©®™])(?:\p{RGI_Emoji}|\p{Extended_Pictographic})|[\uFE0E\uFE0F\u200D])[\uFE0E\uFE0F\u200D]*\s*/v;
const Q =
  /^(?:[QＱ]\s*\d{0,3}\s*[.:)．：]|[[【(〔]\s*(?:[QＱ]\s*\d{0,3}|질문|문)\s*[\]】)〕][.:]?|(?:질문|물음|문)\s*\d{0,3}\s*[.:)．：])\s*/u;
const ANSWER =
  /^(?:[AＡ]\s*\d{0,3}\s*[.:)．：]|[[【(〔]\s*(?:[AＡ]\s*\d{0,3}|답변|답)\s*[\]】)〕][.:]?|(?:답변|대답|답)\s*\d{0,3}\s*[.:)．：]|[└↳→⇒])\s*/u;
const NUMBER = /^\d{1,3}[.)]\s+(?=\S)/u;
const BULLET = /^[-*•·]\s+/u;

/** The marks at the beginning of a line. */
export function readMarks({ text, style }: Pick<Line, 'text' | 'style'>): Marked {
  const marks: Mark[] = style === null ? [] : [style];
  let rest = text.replace(BULLET, '');
  for (let found = nextMark(rest); found !== null; found = nextMark(rest)) {
    if (!marks.includes(found.mark)) marks.push(found.mark);
    rest = rest.slice(found.length);
  }
  return { marks, text: rest };
}

function nextMark(text: string): { readonly mark: Mark; readonly length: number } | null {
  const symbol = SYMBOL.exec(text);
  if (symbol !== null) return { mark: `symbol ${symbol[1]}`, length: symbol[0].length };
  const patterns: readonly (readonly [Mark, RegExp])[] = [
    ['emoji', EMOJI],
    ['Q', Q],
    ['number', NUMBER],
  ];
  for (const [mark, pattern] of patterns) {
    const length = pattern.exec(text)?.[0].length ?? 0;
    if (length > 0) return { mark, length };
  }
  return null;
}

/** The text after `A.`, `답:` and the like; null where it has no such mark. */
export function withoutAnswerMark(text: string): string | null {
  return ANSWER.test(text) ? text.replace(ANSWER, '') : null;
}

/** A mark in words, for the report. */
export function describeMark(mark: Mark): string {
  if (mark === 'Q') return "'Q.', '문:' or '질문:' before the question";
  if (mark === 'emoji') return 'an emoji before the question, or the variation selector that is left of one';
  if (mark === 'number') return 'a number before the question';
  if (mark === 'bold') return 'questions in bold';
  const [kind, which] = mark.split(' ');
  return kind === 'symbol' ? `'${which}' before the question` : `headings of level ${which}`;
}
