import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { type Entry, type Source, UnreadableArticle } from './article.ts';
import { cleanLine } from './text.ts';

const questionColumn = /^(?:q|question|질문|문|물음|문의|faq)$/iu;
const answerColumn = /^(?:a|answer|답|답변|대답|내용|해설)$/iu;
const ADVICE = "needs two columns, with 'question' and 'answer' (질문, 답변) in the first row";

interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A table with commas, semicolons or tabs between its cells. */
export function readDelimited(text: string, format: 'CSV' | 'TSV'): Source {
  return tableSource(format, rowsOf(text, format === 'TSV' ? '\t' : delimiterOf(text)));
}

function rowsOf(text: string, delimiter: string): Row[] {
  let number = 0;
  try {
    const rows: string[][] = parse(text, { delimiter, relaxColumnCount: true, relaxQuotes: true });
    return rows.map((cells) => ({ number: ++number, cells }));
  } catch (error) {
    throw new UnreadableArticle(
      `is no table: ${error instanceof Error ? error.message : ''}; mend the quotation marks`,
    );
  }
}

/** What stands most often between the cells of the first row. */
function delimiterOf(text: string): string {
  const [first = ''] = text.trimStart().split('\n', 1);
  const count = (mark: string): number => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The first sheet of a workbook that holds anything. */
export async function readWorkbook(bytes: Uint8Array): Promise<Source> {
  const sheets = await readXlsx(Buffer.from(bytes)).catch(() => {
    throw new UnreadableArticle('is no Excel workbook: save it as .xlsx again, or as CSV');
  });
  const rows = sheets.find(({ data }) => data.length > 0)?.data ?? [];
  return tableSource(
    'XLSX',
    rows.map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => String(cell ?? '')) })),
  );
}

function tableSource(format: string, rows: readonly Row[]): Source {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...rest] = filled;
  if (head === undefined) throw new UnreadableArticle(`is empty: a table ${ADVICE}`);
  const column = (name: RegExp): number => head.cells.findIndex((cell) => name.test(cleanLine(cell)));
  const [question, answer] = [column(questionColumn), column(answerColumn)];
  if (question >= 0 && answer >= 0) return source(format, rest, question, answer);
  // Without names the columns speak for themselves, or not at all.
  const asking = filled.filter(({ cells }) => /[?？]\s*$/u.test(cells[0] ?? ''));
  if (head.cells.length !== 2 || asking.length * 2 < filled.length)
    throw new UnreadableArticle(`names no columns: a table ${ADVICE}`);
  return source(format, filled, 0, 1);
}

function source(format: string, rows: readonly Row[], question: number, answer: number): Source {
  const entries = rows.map(
    ({ number, cells }): Entry => ({
      number,
      question: cells[question] ?? '',
      answer: cells[answer] ?? '',
    }),
  );
  return { format, unit: 'row', title: null, entries };
}
