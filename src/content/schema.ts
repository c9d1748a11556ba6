import { z } from 'zod';

/**
 * A content pack as its files hold it. Every text is NFC and trimmed; every list item is non-empty.
 * The English of a pack lives in `locales/en/<pack>.json` (see {@link EnglishFile}).
 */

/** Limits of the places where the texts are shown, in Unicode code points (Discord counts code points). */
export const limits = {
  /** Embed title: 256. */
  question: 200,
  /** Embed description: 4,096, less the lines which the answer card adds. */
  answer: 3_500,
  /** A query may be 200 long, so a longer alias could never be typed. */
  alias: 200,
  /** Button label: 80; 34 is what a phone shows of it beside an icon. */
  followUpLabel: 34,
  followUps: 3,
  definition: 1_000,
  summaryLine: 150,
  summaryShort: 600,
  /** Embed field value: 1,024. */
  summarySection: 1_000,
} as const;

function codePoints(text: string): number {
  return [...text].length;
}

function text(maximum: number) {
  return z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value !== '', { error: 'is empty: write the text, or leave the field out' })
    .refine((value) => codePoints(value) <= maximum, {
      error: (issue) =>
        `is ${codePoints(String(issue.input))} characters long: shorten it to at most ${maximum}`,
    });
}

const identifier = z
  .string()
  .max(32, { error: 'is too long: at most 32 characters' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be kebab-case English: a-z, 0-9 and single hyphens' });

const phrasings = z.array(text(limits.alias)).default([]);

export const PackFile = z.strictObject({
  title: text(200),
  description: text(300),
  /** The date the article speaks of as "now": YYYY-MM or YYYY-MM-DD. */
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/, { error: 'must be a date in quotes: YYYY-MM or YYYY-MM-DD' }),
  version: z.int().positive(),
  author: text(100),
  licence: text(60),
  source: text(300),
});

export const FollowUp = z.strictObject({ to: identifier, label: text(limits.followUpLabel) });

export const PairEntry = z.strictObject({
  id: identifier,
  question: text(limits.question),
  answer: text(limits.answer),
  /** The question makes no sense without the pair before it. */
  contextOnly: z.boolean().default(false),
  aliases: phrasings,
  /** Phrasings which mean this pair only right after a related one was shown. */
  elliptical: phrasings,
  followUps: z.array(FollowUp).max(limits.followUps).default([]),
});

export const PairsFile = z.array(PairEntry).min(1, { error: 'has no pair: add at least one' });

export const TermEntry = z.strictObject({
  id: identifier,
  term: text(60),
  /** How a name in Latin letters is read in Korean (MS → 엠에스); decides the particle after it. */
  reading: text(60).optional(),
  spellings: z.array(text(60)).default([]),
  definition: text(limits.definition),
  pair: identifier.optional(),
});

export const GlossaryFile = z.strictObject({
  terms: z.array(TermEntry).default([]),
  /** Groups of words which mean the same in this article, any language. */
  synonyms: z
    .array(z.array(text(60)).min(2, { error: 'needs at least two words to make them the same' }))
    .default([]),
});

export const OutsideFile = z.array(
  z.strictObject({ topic: text(60), words: z.array(text(60)).default([]), questions: phrasings }),
);

export const SummaryFile = z.strictObject({
  line: text(limits.summaryLine),
  short: text(limits.summaryShort),
  full: z
    .array(
      z.strictObject({
        heading: text(100),
        body: text(limits.summarySection),
        pairs: z.array(identifier).min(1),
      }),
    )
    .min(1),
});

export const TimelineFile = z.array(
  z.strictObject({
    id: identifier,
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'must be in quotes: YYYY, YYYY-MM or YYYY-MM-DD' })
      .optional(),
    when: text(60),
    text: text(300),
    pair: identifier,
  }),
);

/** `locales/en/<pack>.json`: the same texts in English, keyed by id. A part may be missing; readers then see Korean. */
export const EnglishFile = z.strictObject({
  title: text(200),
  description: text(300),
  source: text(300),
  author: text(100),
  pairs: z.record(
    identifier,
    z.strictObject({
      question: text(limits.question),
      answer: text(limits.answer),
      aliases: phrasings,
      elliptical: phrasings,
      followUps: z.record(identifier, text(limits.followUpLabel)).default({}),
    }),
  ),
  terms: z
    .record(identifier, z.strictObject({ term: text(60), definition: text(limits.definition) }))
    .default({}),
  summary: z
    .strictObject({
      line: text(limits.summaryLine + 100),
      short: text(limits.summaryShort + 400),
      full: z.array(z.strictObject({ heading: text(100), body: text(limits.summarySection) })),
    })
    .optional(),
  timeline: z.record(identifier, z.strictObject({ when: text(60), text: text(300) })).default({}),
});

export type Pair = z.output<typeof PairEntry>;
export type Term = z.output<typeof TermEntry>;
export type OutsideTopic = z.output<typeof OutsideFile>[number];
export type Summary = z.output<typeof SummaryFile>;
export type Timeline = z.output<typeof TimelineFile>;
export type English = z.output<typeof EnglishFile>;

/** A loaded, cross-checked pack. `pairs` is in reading order; `english` is null where there is no translation at all. */
export interface Pack extends z.output<typeof PackFile> {
  readonly id: string;
  readonly pairs: readonly Pair[];
  readonly terms: readonly Term[];
  readonly synonyms: readonly (readonly string[])[];
  readonly outside: readonly OutsideTopic[];
  readonly summary: Summary | null;
  readonly timeline: Timeline;
  readonly english: English | null;
}
