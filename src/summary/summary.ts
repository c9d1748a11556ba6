/** What a moderator chooses; with the pack's own texts it makes what is shown. */
export interface Summary {
  readonly pack: string;
  readonly length: Length;
  readonly language: SummaryLanguage;
  /** The events of the article as text. */
  readonly timeline: boolean;
  /** The events of the article as a picture. */
  readonly image: boolean;
  /** A moderator's own words beside the summary, at most {@link longestNote} code points. */
  readonly note: string | null;
}

export const lengths = ['line', 'short', 'full'] as const;
export type Length = (typeof lengths)[number];

export const summaryLanguages = ['ko', 'en', 'both'] as const;
export type SummaryLanguage = (typeof summaryLanguages)[number];

/** In code points. */
export const longestNote = 500;

export function newSummary(pack: string, language: SummaryLanguage): Summary {
  return { pack, length: 'short', language, timeline: false, image: false, note: null };
}

/** NFC and trimmed, so that equal notes are equal texts; null where nothing is left. */
export function toNote(text: string | null): string | null {
  const note = text?.normalize('NFC').replaceAll('\r\n', '\n').trim() ?? '';
  return note === '' ? null : note;
}

/** In code points, as Discord counts. */
export function noteLength({ note }: Summary): number {
  return [...(note ?? '')].length;
}
