import { z } from 'zod';
import { messages } from './messages.ts';
import { inBoth } from './schemaWords.ts';

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
  /** Fields of an embed: 25. */
  summarySections: 25,
  /** All sections with their headings. All embeds of a message: 6,000, less the title and the source. */
  summaryFull: 5_000,
  /** Stands above the options in one embed. */
  quizQuestion: 300,
  /** Button label: 80; the items to be put in order keep to it as well. */
  quizOption: 80,
  /** What is wrong with one option: three of them share an embed field (1,024). */
  quizWhy: 200,
  quizExplanation: 600,
  quizHint: 150,
  /** An answer that is typed; nobody types more in twenty seconds. */
  quizAnswer: 40,
} as const;

export function codePoints(text: string): number {
  return [...text].length;
}

function text(maximum: number, empty = messages.empty()) {
  return z
    .string()
    .overwrite((value) => value.normalize('NFC').trim())
    .refine((value) => value !== '', { error: inBoth(empty) })
    .refine((value) => codePoints(value) <= maximum, {
      error: (issue) => inBoth(messages.tooLong(codePoints(String(issue.input)), maximum)),
    })
    .meta({ minLength: 1, maxLength: maximum });
}

const identifier = z
  .string()
  .max(32, { error: inBoth(messages.idTooLong()) })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: inBoth(messages.notKebab()) });

const phrasings = z.array(text(limits.alias)).default([]);

export const PackFile = z.strictObject({
  title: text(200),
  description: text(300),
  /** The date the article speaks of as "now": YYYY-MM or YYYY-MM-DD. */
  asOf: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, { error: inBoth(messages.packDate()) }),
  version: z.int().positive(),
  author: text(100),
  licence: text(60),
  source: text(300),
  /** `bot`: about the bot itself, rather than an article; it comes after the articles. */
  role: z.literal('bot', { error: 'can only be bot: leave it out of an article' }).optional(),
});

export const FollowUp = z.strictObject({ to: identifier, label: text(limits.followUpLabel) });

export const PairEntry = z.strictObject({
  id: identifier,
  question: text(limits.question),
  answer: text(limits.answer, messages.emptyAnswer()),
  /** The question makes no sense without the pair before it. */
  contextOnly: z.boolean().default(false),
  aliases: phrasings,
  /** Phrasings which an import made by pattern. Nothing reads them until a person moves them to `aliases`. */
  suggested: phrasings.optional(),
  /** Phrasings which mean this pair only right after a related one was shown. */
  elliptical: phrasings,
  followUps: z.array(FollowUp).max(limits.followUps).default([]),
});

export const PairsFile = z.array(PairEntry).min(1, { error: inBoth(messages.noPair()) });

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
  synonyms: z.array(z.array(text(60)).min(2, { error: inBoth(messages.fewSynonyms()) })).default([]),
  /** Words which an import found often. Nothing reads them until a person moves them to `terms` and explains them. */
  suggested: z.array(TermEntry.omit({ definition: true })).default([]),
});

export const OutsideFile = z.array(
  z.strictObject({
    topic: text(60),
    words: z.array(text(60)).default([]),
    questions: phrasings,
    /** What is asked of the bot itself: no article covers it, but a pack about the bot may. */
    ofBot: z.literal(true, { error: 'can only be true: leave it out otherwise' }).optional(),
  }),
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
    .min(1)
    .max(limits.summarySections),
});

export const TimelineFile = z.array(
  z.strictObject({
    id: identifier,
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: inBoth(messages.eventDate()) })
      .optional(),
    when: text(60),
    text: text(300),
    pair: identifier,
  }),
);

/** A text which may be left empty until someone translates it. */
function translation(maximum: number) {
  return z.preprocess(emptyToMissing, text(maximum).optional());
}

function emptyToMissing(value: unknown): unknown {
  return value === '' ? undefined : value;
}

/** Leaves out the entries in which a text is empty: they are still to be translated, and half a pair helps nobody. */
function translated(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const isEmpty = (entry: unknown): boolean =>
    entry === '' || (typeof entry === 'object' && entry !== null && Object.values(entry).includes(''));
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => !isEmpty(entry)));
}

const quizBase = {
  id: identifier,
  /** The pair that it comes from: what the explanation is taken from and leads to. */
  pair: identifier,
  difficulty: z.enum(['easy', 'medium', 'hard'], { error: inBoth(messages.difficulty()) }),
  question: text(limits.quizQuestion),
  /** Why the right answer is right. */
  explanation: text(limits.quizExplanation),
  hint: text(limits.quizHint).optional(),
};

/** The right option says `right: true`; every other one says in `why` what is wrong with it. */
const QuizOption = z
  .strictObject({
    text: text(limits.quizOption),
    right: z.literal(true, { error: inBoth(messages.rightIsTrue()) }).optional(),
    why: text(limits.quizWhy).optional(),
  })
  .transform(({ text, right, why }, context) => {
    if (right && why === undefined) return { text, right };
    if (!right && why !== undefined) return { text, right: false as const, why };
    context.addIssue({
      code: 'custom',
      message: inBoth(right ? messages.rightWithWhy() : messages.neitherRightNorWhy()),
    });
    return z.NEVER;
  });

const quizAnswers = z.array(text(limits.quizAnswer)).min(1, { error: inBoth(messages.noQuizAnswer()) });

const quizItems = z
  .array(text(limits.quizOption))
  .min(3, { error: inBoth(messages.fewItems()) })
  .max(5, { error: inBoth(messages.manyItems()) });

export const QuizEntry = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      ...quizBase,
      kind: z.literal('choice'),
      options: z
        .array(QuizOption)
        .length(4, { error: inBoth(messages.fourOptions()) })
        .refine((options) => options.filter(({ right }) => right).length === 1, {
          error: inBoth(messages.oneRight()),
        }),
    }),
    z.strictObject({
      ...quizBase,
      kind: z.literal('truth'),
      /** Whether the question, a statement, is true. */
      right: z.boolean(),
      /** What is wrong with the other verdict. */
      why: text(limits.quizWhy),
    }),
    z.strictObject({
      ...quizBase,
      kind: z.literal('typed'),
      /** The first is the one that is shown. */
      answers: quizAnswers,
      /** What comes close and is wrong nevertheless. */
      near: z.array(text(limits.quizAnswer)).default([]),
    }),
    z.strictObject({
      ...quizBase,
      kind: z.literal('order'),
      /** In the right order. */
      items: quizItems,
    }),
  ],
  { error: inBoth(messages.quizKind()) },
);

export const QuizFile = z.array(QuizEntry);

/** Which of the fields a question has follows from its kind, which the Korean says. */
export const EnglishQuizEntry = z.strictObject({
  question: text(limits.quizQuestion),
  explanation: text(limits.quizExplanation),
  hint: text(limits.quizHint).optional(),
  /** In the order of the Korean options. */
  options: z
    .array(z.strictObject({ text: text(limits.quizOption), why: text(limits.quizWhy).optional() }))
    .optional(),
  why: text(limits.quizWhy).optional(),
  answers: quizAnswers.optional(),
  near: z.array(text(limits.quizAnswer)).optional(),
  /** In the right order. */
  items: quizItems.optional(),
});

/**
 * `locales/en/<pack>.json`: the same texts in English, keyed by id. A part may be missing, or empty; readers then see
 * Korean.
 */
export const EnglishFile = z.strictObject({
  /** Where an editor finds the schema of this file. */
  $schema: z.string().optional(),
  title: translation(200),
  description: translation(300),
  source: translation(300),
  author: translation(100),
  pairs: z.preprocess(
    translated,
    z.record(
      identifier,
      z.strictObject({
        question: text(limits.question),
        answer: text(limits.answer),
        aliases: phrasings,
        elliptical: phrasings,
        followUps: z.preprocess(translated, z.record(identifier, text(limits.followUpLabel)).default({})),
      }),
    ),
  ),
  terms: z.preprocess(
    translated,
    z.record(identifier, z.strictObject({ term: text(60), definition: text(limits.definition) })).default({}),
  ),
  summary: z
    .strictObject({
      line: text(limits.summaryLine + 100),
      short: text(limits.summaryShort + 400),
      full: z.array(z.strictObject({ heading: text(100), body: text(limits.summarySection) })),
    })
    .optional(),
  timeline: z.record(identifier, z.strictObject({ when: text(60), text: text(300) })).default({}),
  quiz: z.record(identifier, EnglishQuizEntry).default({}),
});

export type Pair = z.output<typeof PairEntry>;
export type Term = z.output<typeof TermEntry>;
export type OutsideTopic = z.output<typeof OutsideFile>[number];
export type Summary = z.output<typeof SummaryFile>;
export type Timeline = z.output<typeof TimelineFile>;
export type QuizQuestion = z.output<typeof QuizEntry>;
export type EnglishQuizQuestion = z.output<typeof EnglishQuizEntry>;
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
  /** Empty where the pack has no quiz. */
  readonly quiz: readonly QuizQuestion[];
  readonly english: English | null;
}
