import type { PackFiles } from './phrasings.ts';
import type { Position } from './problem.ts';
import type { English, EnglishQuizQuestion, QuizQuestion, Summary } from './schema.ts';

type Path = readonly (string | number)[];

/** A text that stands in both languages. */
export interface TextInBoth {
  readonly korean: string;
  readonly english: string;
  /** In the English file. */
  readonly path: Path;
  /** False for names, which may be the same in both languages. */
  readonly isProse: boolean;
  /** False for hints, which may count the letters of another word. */
  readonly hasSameNumbers: boolean;
}

interface Traits {
  readonly isProse?: boolean;
  readonly hasSameNumbers?: boolean;
}

/** The two texts at a path of the English file, as one; nothing where either is missing. */
function both(
  path: Path,
  korean: string | undefined,
  english: string | undefined,
  { isProse = true, hasSameNumbers = true }: Traits = {},
): TextInBoth[] {
  return korean === undefined || english === undefined
    ? []
    : [{ korean, english, path, isProse, hasSameNumbers }];
}

/** Every text of a pack that is translated, with its translation. */
export function textsInBoth({
  pack,
  pairs,
  glossary,
  summary,
  timeline,
  quiz,
  english,
}: PackFiles): TextInBoth[] {
  if (english === null) return [];
  const { value } = english;
  return [
    ...(['title', 'description', 'source', 'author'] as const).flatMap((field) =>
      both([field], pack.value[field], value[field], { isProse: field === 'description' }),
    ),
    ...pairs.value.flatMap(({ id, question, answer, followUps }) => [
      ...both(['pairs', id, 'question'], question, value.pairs[id]?.question),
      ...both(['pairs', id, 'answer'], answer, value.pairs[id]?.answer),
      ...followUps.flatMap(({ to, label }) =>
        both(['pairs', id, 'followUps', to], label, value.pairs[id]?.followUps[to]),
      ),
    ]),
    ...glossary.value.terms.flatMap(({ id, definition }) =>
      both(['terms', id, 'definition'], definition, value.terms[id]?.definition),
    ),
    ...(summary === null || value.summary === undefined ? [] : summaryTexts(summary.value, value.summary)),
    ...timeline.value.flatMap(({ id, when, text }) => [
      ...both(['timeline', id, 'when'], when, value.timeline[id]?.when),
      ...both(['timeline', id, 'text'], text, value.timeline[id]?.text),
    ]),
    ...quiz.value.flatMap((question) => quizTexts(question, value.quiz[question.id])),
  ];
}

function summaryTexts(korean: Summary, english: NonNullable<English['summary']>): TextInBoth[] {
  return [
    ...both(['summary', 'line'], korean.line, english.line),
    ...both(['summary', 'short'], korean.short, english.short),
    ...korean.full.flatMap(({ heading, body }, index) => [
      ...both(['summary', 'full', index, 'heading'], heading, english.full[index]?.heading),
      ...both(['summary', 'full', index, 'body'], body, english.full[index]?.body),
    ]),
  ];
}

function quizTexts(korean: QuizQuestion, english: EnglishQuizQuestion | undefined): TextInBoth[] {
  if (english === undefined) return [];
  const at = ['quiz', korean.id];
  return [
    ...both([...at, 'question'], korean.question, english.question),
    ...both([...at, 'explanation'], korean.explanation, english.explanation),
    ...both([...at, 'hint'], korean.hint, english.hint, { hasSameNumbers: false }),
    ...partTexts(korean, english, at),
  ];
}

function partTexts(korean: QuizQuestion, english: EnglishQuizQuestion, at: Path): TextInBoth[] {
  switch (korean.kind) {
    case 'truth':
      return both([...at, 'why'], korean.why, english.why);
    case 'order':
      return korean.items.flatMap((item, index) =>
        both([...at, 'items', index], item, english.items?.[index]),
      );
    case 'choice':
      return korean.options.flatMap((option, index) => {
        const [path, translated] = [[...at, 'options', index], english.options?.[index]];
        return [
          ...both([...path, 'text'], option.text, translated?.text, { isProse: false }),
          ...both([...path, 'why'], option.right ? undefined : option.why, translated?.why),
        ];
      });
    case 'typed':
      return [];
  }
}

/** Something of the Korean pack, and where it and its English stand. */
export interface Translatable {
  readonly file: string;
  readonly at: Position;
  readonly koreanPath: Path;
  readonly englishPath: Path;
}

/** Everything of a pack that readers of English may see. */
export function translatables({ pack, pairs, glossary, summary, timeline, quiz }: PackFiles): Translatable[] {
  const ofList = (
    file: string,
    part: string,
    parsed: { at: (path: Path) => Position },
    entries: readonly { readonly id: string }[],
    before: Path = [],
  ): Translatable[] =>
    entries.map(({ id }, index) => {
      const koreanPath = [...before, index];
      return { file, at: parsed.at(koreanPath), koreanPath, englishPath: [part, id] };
    });
  const followUps = pairs.value.flatMap(({ id, followUps }, index) =>
    followUps.map(({ to }, position): Translatable => {
      const koreanPath = [index, 'followUps', position];
      return {
        file: 'pairs.yaml',
        at: pairs.at(koreanPath),
        koreanPath,
        englishPath: ['pairs', id, 'followUps', to],
      };
    }),
  );
  return [
    ...['title', 'description', 'source', 'author'].map((field): Translatable => {
      return { file: 'pack.yaml', at: pack.at([field]), koreanPath: [field], englishPath: [field] };
    }),
    ...ofList('pairs.yaml', 'pairs', pairs, pairs.value),
    ...followUps,
    ...ofList('glossary.yaml', 'terms', glossary, glossary.value.terms, ['terms']),
    ...ofList('timeline.yaml', 'timeline', timeline, timeline.value),
    ...ofList('quiz.yaml', 'quiz', quiz, quiz.value),
    ...(summary === null
      ? []
      : [{ file: 'summary.yaml', at: summary.at(['line']), koreanPath: ['line'], englishPath: ['summary'] }]),
  ];
}
