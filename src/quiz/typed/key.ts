/** What typed answers are judged by. */

import type { Pack } from '../../content/schema.ts';
import { type Name, readName, withCounter } from './name.ts';

interface Names {
  readonly all: readonly Name[];
  readonly plains: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
}

/** The key of a question, in all languages at once. */
export interface AnswerKey {
  readonly answers: Names;
  /** What is never right, though it may look so: the question's own list, and the other terms of its pack. */
  readonly others: Names;
  /** Names of others that no answer contains. What does contain one is no slip: 보상금 for 배상금. */
  readonly foreign: readonly string[];
}

/** A glossary term: its names in all spellings and languages, and the words of which they consist. */
interface TermReading {
  readonly names: readonly Name[];
  readonly words: readonly Name[];
}

/** The terms of a pack, read once for all its questions. */
export function readTerms({ terms, english }: Pick<Pack, 'terms' | 'english'>): readonly TermReading[] {
  return terms.map(({ id, term, spellings }) => {
    const names = [term, ...spellings, ...(english?.terms[id] === undefined ? [] : [english.terms[id].term])];
    const words = names.flatMap((name) => name.split(/\s+/u)).filter((word) => [...word].length > 1);
    return { names: names.map(readName), words: words.map(readName) };
  });
}

/**
 * The key of a question. A glossary term that is an answer brings its other spellings with it; every other term is
 * wrong, and so is every word of its names (크라우드 of 크라우드 스트라이크 is not 클라우드).
 *
 * @param question `answers` and `near` of all languages.
 */
export function answerKey(
  question: { readonly answers: readonly string[]; readonly near?: readonly string[] },
  terms: readonly TermReading[],
): AnswerKey {
  const given = question.answers.map(readName);
  const near = (question.near ?? []).map(readName);
  const plains = new Set(given.map(({ plain }) => plain));
  const isAnswer = ({ names }: TermReading) => names.some(({ plain }) => plains.has(plain));
  const spellings = terms
    .filter(isAnswer)
    .flatMap(({ names }) => names)
    .filter((name) => !near.some(({ plain }) => plain === name.plain));
  const answers = namesOf([...given, ...spellings]);

  const isFree = ({ forms }: Name) => !forms.some((form) => answers.forms.has(form));
  const rest = terms.filter((term) => !isAnswer(term));
  const names = [...near, ...rest.flatMap((term) => term.names).filter(isFree)];
  const words = rest.flatMap((term) => term.words).filter(isFree);
  return {
    answers,
    others: namesOf([...names, ...words].map(withCounter)),
    foreign: foreignTo(answers, names),
  };
}

/** Long enough not to be met by chance. */
function foreignTo(answers: Names, names: readonly Name[]): string[] {
  return names
    .map(({ plain }) => plain)
    .filter((name) => /[가-힣]{2}|[a-z]{4}/u.test(name))
    .filter((name) => !answers.all.some(({ plain }) => plain.includes(name)));
}

function namesOf(names: readonly Name[]): Names {
  const named = names.filter(({ plain }) => plain !== '').map((name): [string, Name] => [name.plain, name]);
  const all = [...new Map(named).values()];
  return {
    all,
    plains: new Set(all.map(({ plain }) => plain)),
    forms: new Set(all.flatMap(({ forms }) => forms)),
  };
}

const termsRead = new WeakMap<Pack, readonly TermReading[]>();
const keysMade = new WeakMap<Pack, Map<string, AnswerKey>>();

/** The key of a typed question of a pack, null for any other; made once, as a pack never changes. */
export function keyOf(pack: Pack, id: string): AnswerKey | null {
  const question = pack.quiz.find((one) => one.id === id);
  if (question?.kind !== 'typed') return null;
  const keys = kept(keysMade, pack, () => new Map<string, AnswerKey>());
  const made = keys.get(id);
  if (made !== undefined) return made;
  const english = pack.english?.quiz[id];
  const answers = [...question.answers, ...(english?.answers ?? [])];
  const near = [...question.near, ...(english?.near ?? [])];
  const key = answerKey(
    { answers, near },
    kept(termsRead, pack, () => readTerms(pack)),
  );
  keys.set(id, key);
  return key;
}

function kept<Value>(values: WeakMap<Pack, Value>, pack: Pack, make: () => Value): Value {
  const value = values.get(pack) ?? make();
  values.set(pack, value);
  return value;
}
