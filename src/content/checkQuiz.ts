import { normalize } from '../korean/normalize.ts';

import { type Message, messages } from './messages.ts';
import { nearest } from './nearest.ts';
import type { FileNames, PackFiles } from './phrasings.ts';
import { fieldPath, type Report, wholeFile } from './problem.ts';
import type { EnglishQuizQuestion, QuizQuestion } from './schema.ts';

/** Notes a problem of one question; the path starts at the question. */
type Note = (path: readonly PropertyKey[], words: Message) => void;

/** Ids which must be unique or exist, options nobody can tell apart, and English that does not fit the Korean. */
export function checkQuiz(
  { quiz, english }: PackFiles,
  names: FileNames,
  pairIds: Set<string>,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, question] of quiz.value.entries()) {
    const note: Note = (path, words) =>
      report(`${names.folder}/quiz.yaml`, quiz.at([index, ...path]), fieldPath([index, ...path]), words);
    const noteEnglish: Note = (path, words) =>
      report(
        names.english,
        english?.at(['quiz', question.id, ...path]) ?? wholeFile,
        fieldPath(['quiz', question.id, ...path]),
        words,
      );
    if (seen.has(question.id)) note(['id'], messages.idTwice(question.id, 'question'));
    seen.add(question.id);
    if (!pairIds.has(question.pair))
      note(['pair'], messages.notAPair(question.pair, nearest(question.pair, pairIds)));
    const translated = english?.value.quiz[question.id];
    checkDistinct(question, note);
    if (question.kind === 'typed') checkNear(question, translated, note, noteEnglish);
    if (translated === undefined) continue;
    checkDistinct(translated, noteEnglish);
    checkShape(question, translated, noteEnglish);
  }
}

/** The form in which a player may take two texts for the same. */
function comparable(text: string): string {
  return normalize(text).replaceAll(' ', '');
}

function checkDistinct(question: QuizQuestion | EnglishQuizQuestion, note: Note): void {
  const options = 'options' in question ? (question.options ?? []).map(({ text }) => text) : [];
  const items = 'items' in question ? (question.items ?? []) : [];
  for (const [field, texts] of [['options', options] as const, ['items', items] as const])
    for (const [index, text] of texts.entries()) {
      const first = texts.findIndex((other) => comparable(other) === comparable(text));
      if (first < index) note([field, index], messages.readsLike(field, first));
    }
}

/** An answer in one language is right in the other, too, so nothing near may be an answer in either. */
function checkNear(
  korean: Extract<QuizQuestion, { kind: 'typed' }>,
  english: EnglishQuizQuestion | undefined,
  note: Note,
  noteEnglish: Note,
): void {
  const answers = new Set([...korean.answers, ...(english?.answers ?? [])].map(comparable));
  const check = (near: readonly string[], to: Note): void => {
    for (const [index, text] of near.entries())
      if (answers.has(comparable(text))) to(['near', index], messages.nearIsAnswer(text));
  };
  check(korean.near, note);
  check(english?.near ?? [], noteEnglish);
}

type Part = 'options' | 'why' | 'answers' | 'near' | 'items';

/** What the English of a question has besides question, explanation and hint. */
const partsOf: Readonly<Record<QuizQuestion['kind'], readonly Part[]>> = {
  choice: ['options'],
  truth: ['why'],
  typed: ['answers', 'near'],
  order: ['items'],
};

function checkShape(korean: QuizQuestion, english: EnglishQuizQuestion, note: Note): void {
  for (const part of new Set(Object.values(partsOf).flat())) {
    const belongs = partsOf[korean.kind].includes(part);
    if (belongs && part !== 'near' && english[part] === undefined) note([part], messages.quizUntranslated());
    if (!belongs && english[part] !== undefined) note([part], messages.quizForeignPart(korean.kind));
  }
  if (korean.hint !== undefined && english.hint === undefined) note(['hint'], messages.quizUntranslated());
  if (korean.hint === undefined && english.hint !== undefined) note(['hint'], messages.noSuchHint());
  if (korean.kind === 'choice' && english.options !== undefined)
    checkOptions(korean.options, english.options, note);
  if (korean.kind === 'order' && english.items !== undefined)
    checkCount('items', korean.items, english.items, note);
}

function checkOptions(
  korean: Extract<QuizQuestion, { kind: 'choice' }>['options'],
  english: NonNullable<EnglishQuizQuestion['options']>,
  note: Note,
): void {
  checkCount('options', korean, english, note);
  for (const [index, { right }] of korean.entries()) {
    const option = english[index];
    if (option === undefined) continue;
    if (right && option.why !== undefined) note(['options', index, 'why'], messages.whyAtRight());
    if (!right && option.why === undefined) note(['options', index, 'why'], messages.whyMissing());
  }
}

function checkCount(
  field: 'options' | 'items',
  korean: readonly unknown[],
  english: readonly unknown[],
  note: Note,
): void {
  if (english.length !== korean.length)
    note([field], messages.quizCount(field, english.length, korean.length));
}
