/** A timeline as it is to be drawn; every text in the language of the reader. */
export interface TimelinePicture {
  /** What it is: "Timeline". */
  readonly heading: string;
  readonly title: string;
  /** Whose words these are, and as of when. */
  readonly source: string;
  readonly events: readonly TimelineEvent[];
}

export interface TimelineEvent {
  readonly when: string;
  readonly text: string;
  /** Whether it has a date; one without is drawn open, after a broken line. */
  readonly dated: boolean;
}

/** Discord's limit of a file's description, in code points. */
const longestAltText = 1024;

/**
 * The same content in words, at most 1,024 characters. Where the events are too many, whole ones are left out at the
 * end, and `more` says how many.
 */
export function timelineAltText(picture: TimelinePicture, more: (count: number) => string): string {
  const { heading, title, source, events } = picture;
  const written = (count: number) =>
    [
      `${heading}: ${title}`,
      ...events.slice(0, count).map(({ when, text }) => `${when}: ${text}`),
      ...(count < events.length ? [more(events.length - count)] : []),
      source,
    ].join('\n');
  let count = events.length;
  while (count > 0 && [...written(count)].length > longestAltText) count -= 1;
  return written(count);
}
