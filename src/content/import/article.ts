/** How a line was set in a document that has more than letters. */
export type Style = 'bold' | `heading ${number}`;

/** One line of an article. */
export interface Line {
  /** Where it stands in the file, from 1; see {@link Source.unit}. */
  readonly number: number;
  /** Not blank; may still carry the mark of a question. */
  readonly text: string;
  readonly style: Style | null;
  /** Whether a blank line or the border of a paragraph is above it. */
  readonly startsBlock: boolean;
}

/** A question with its answer from a file which says which is which: a table, FAQ JSON. */
export interface Entry {
  readonly number: number;
  readonly question: string;
  readonly answer: string;
}

interface Whole {
  /** What the file was read as, for the report. */
  readonly format: string;
  /** What `number` counts. */
  readonly unit: 'line' | 'paragraph' | 'row' | 'entry';
  /** The title that the file itself gives, not its text. */
  readonly title: string | null;
}

/** What a file holds, whatever its format. */
export type Source = Whole & ({ readonly lines: readonly Line[] } | { readonly entries: readonly Entry[] });

/** The file cannot be used; the message says what would help. */
export class UnreadableArticle extends Error {
  override readonly name = 'UnreadableArticle';
}
