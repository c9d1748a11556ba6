interface Texts {
  readonly title: string;
  readonly description: string;
  readonly source: string;
  readonly author: string;
}

interface PairTexts {
  readonly question: string;
  readonly answer: string;
  /** Label of the button that leads on, by the id of the pair it leads to. */
  readonly followUps: Readonly<Record<string, string>>;
}

interface EventTexts {
  readonly when: string;
  readonly text: string;
}

interface TermTexts {
  readonly term: string;
  readonly definition: string;
}

interface SummaryTexts {
  readonly line: string;
  readonly short: string;
  readonly full: readonly { readonly heading: string; readonly body: string }[];
}

/** A quiz question; which of the fields it has follows from its kind. */
interface QuizTexts {
  readonly question: string;
  readonly explanation: string;
  readonly hint?: string | undefined;
  readonly options?: readonly { readonly text: string; readonly why?: string | undefined }[] | undefined;
  readonly why?: string | undefined;
  readonly answers?: readonly string[] | undefined;
  readonly items?: readonly string[] | undefined;
}

/** What can be shown of a pack, keyed by id: the resources of one language. */
export interface PackResources extends Texts {
  readonly pairs: Readonly<Record<string, PairTexts>>;
  readonly terms: Readonly<Record<string, TermTexts>>;
  readonly summary?: SummaryTexts | undefined;
  readonly timeline: Readonly<Record<string, EventTexts>>;
  readonly quiz: Readonly<Record<string, QuizTexts>>;
}

/** As far as it is translated; for the rest readers see Korean. */
export type EnglishResources = Omit<PackResources, keyof Texts> & {
  readonly [Text in keyof Texts]?: string | undefined;
};

/** The part of a content pack that is translated. */
export interface TranslatedPack extends Texts {
  readonly id: string;
  readonly pairs: readonly (Omit<PairTexts, 'followUps'> & {
    readonly id: string;
    readonly followUps: readonly { readonly to: string; readonly label: string }[];
  })[];
  readonly terms: readonly (TermTexts & { readonly id: string })[];
  readonly summary: SummaryTexts | null;
  readonly timeline: readonly (EventTexts & { readonly id: string })[];
  readonly quiz: readonly (QuizTexts & { readonly id: string })[];
  readonly english: EnglishResources | null;
}

/** Where a text stands among the resources of its pack. */
export type PackPath =
  | readonly [keyof Texts]
  | readonly ['pairs', pair: string, 'question' | 'answer']
  | readonly ['pairs', pair: string, 'followUps', to: string]
  | readonly ['terms', term: string, keyof TermTexts]
  | readonly ['summary', 'line' | 'short']
  | readonly ['summary', 'full', section: `${number}`, 'heading' | 'body']
  | readonly ['timeline', event: string, keyof EventTexts]
  | readonly ['quiz', question: string, 'question' | 'explanation' | 'hint' | 'why']
  | readonly ['quiz', question: string, 'answers' | 'items', place: `${number}`]
  | readonly ['quiz', question: string, 'options', place: `${number}`, 'text' | 'why'];

/** The Korean texts of a pack, in the form in which the English ones are stored. */
export function koreanResources(pack: TranslatedPack): PackResources {
  const { title, description, source, author } = pack;
  return {
    title,
    description,
    source,
    author,
    pairs: Object.fromEntries(
      pack.pairs.map(({ id, question, answer, followUps }) => [
        id,
        { question, answer, followUps: Object.fromEntries(followUps.map(({ to, label }) => [to, label])) },
      ]),
    ),
    terms: Object.fromEntries(pack.terms.map(({ id, term, definition }) => [id, { term, definition }])),
    summary: pack.summary ?? undefined,
    timeline: Object.fromEntries(pack.timeline.map(({ id, when, text }) => [id, { when, text }])),
    quiz: Object.fromEntries(pack.quiz.map((question) => [question.id, question])),
  };
}
