import type { Pack } from '../content/schema.ts';
import { editDistance, isSyllable, jamo } from '../korean/jamo.ts';
import { normalize } from '../korean/normalize.ts';
import { withoutParticle } from '../korean/stem.ts';
import { withEnglishNumbers } from './typed/englishNumbers.ts';
import { numbersMeant, withKoreanNumbers } from './typed/koreanNumbers.ts';
import { withReadMarks } from './typed/marks.ts';

/** `near`: not right, but so close that only the spelling can be wrong. */
export type Verdict = 'right' | 'near' | 'wrong';

/** A text as it is compared. */
interface Reading {
  readonly plain: string;
  /** What it may be meant as, `plain` among them. */
  readonly forms: readonly string[];
}

/** What a typed answer is judged by, in all languages at once. */
export interface AnswerKey {
  readonly answers: readonly Reading[];
  /** What is never right, though it may look so: the question's own list, and the other terms of its pack. */
  readonly others: readonly Reading[];
}

/** Nobody types more into an answer; what is longer is cut. In UTF-16 units. */
const longestGuess = 200;

/** A glossary term: its names in all spellings and languages, and the words of which they consist. */
interface TermReading {
  readonly names: readonly Reading[];
  readonly words: readonly Reading[];
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
  const answers = unique([...given, ...spellings]);
  const accepted = new Set(answers.flatMap(({ forms }) => forms));
  const others = terms
    .filter((term) => !isAnswer(term))
    .flatMap(({ names, words }) => [...names, ...words])
    .filter(({ forms }) => !forms.some((form) => accepted.has(form)));
  return { answers, others: unique([...near, ...others]) };
}

function unique(readings: readonly Reading[]): Reading[] {
  return [...new Map(readings.map((reading) => [reading.plain, reading])).values()];
}

/**
 * Judges a guess. Spacing, punctuation, case, width, spoiler bars, Korean endings and particles, English articles and
 * plurals do not matter; figures do. The edit distance that is forgiven grows with the answer ({@link limitOf}), but
 * what another name fits as well or better is not right.
 *
 * @example judge('업데이트 입니다!', answerKey({ answers: ['업데이트'] }, [])) // 'right'
 * @example judge('보상', answerKey({ answers: ['배상'], near: ['보상'] }, [])) // 'wrong'
 */
export function judge(guess: string, key: AnswerKey): Verdict {
  const [first, ...others] = readGuess(guess).map((reading) => judgeReading(reading, key));
  return others.includes('right') ? 'right' : (first ?? 'wrong');
}

function judgeReading({ plain, forms }: Reading, { answers, others }: AnswerKey): Verdict {
  const isSame = (name: Reading) => name.plain === plain;
  const isMeant = (name: Reading) => forms.some((form) => name.forms.includes(form));
  if (answers.some(isSame)) return 'right';
  if (others.some(isSame)) return 'wrong';
  if (answers.some(isMeant)) return others.some(isMeant) ? 'wrong' : 'right';
  if (others.some(isMeant)) return 'wrong';
  const verdicts = forms.map((form) => judgeSpelling(form, answers, others));
  return verdicts.find((one) => one === 'right') ?? verdicts.find((one) => one === 'near') ?? 'wrong';
}

/** Of so few letters, one is too much of the whole to speak of a near miss: MS, 불. */
const shortest = 3;

function judgeSpelling(form: string, answers: readonly Reading[], others: readonly Reading[]): Verdict {
  const reached = answers.flatMap(({ plain }) => {
    const limit = limitOf(plain);
    const reach = jamo(plain).length <= shortest ? limit : limit + 1;
    const distance = lettersApart(form, plain, reach);
    return distance > reach ? [] : [{ distance, isSlip: distance <= limit }];
  });
  if (reached.length === 0) return 'wrong';
  const nearest = Math.min(...reached.map(({ distance }) => distance));
  const other = Math.min(...others.map(({ plain }) => lettersApart(form, plain, nearest)));
  if (other < nearest) return 'wrong';
  return other > nearest && reached.some(({ isSlip }) => isSlip) ? 'right' : 'near';
}

/** Figures are exact: texts whose figures differ are out of reach of each other. */
function lettersApart(guess: string, name: string, limit: number): number {
  return figures(guess) === figures(name) ? editDistance(jamo(guess), jamo(name), limit) : limit + 1;
}

function figures(text: string): string {
  return (text.match(/\d+(?:\.\d+)?/gu) ?? []).join(' ');
}

/**
 * The edit distance that is forgiven. Korean counts letters (자모) by syllables: none up to two, where one letter makes
 * another word (배상, 보상), one up to five, two from six on. Other scripts: none up to four letters, one up to nine.
 */
function limitOf(name: string): number {
  const syllables = [...name].filter(isSyllable).length;
  if (syllables > 0) return syllables <= 2 ? 0 : syllables <= 5 ? 1 : 2;
  return name.length <= 4 ? 0 : name.length <= 9 ? 1 : 2;
}

/** Words separated by single spaces, numbers in figures. */
function wordsOf(text: string): string {
  const halfWidth = text
    .slice(0, longestGuess)
    .replace(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCodePoint(sign.charCodeAt(0) - 0xfee0))
    .normalize('NFC');
  return withEnglishNumbers(normalize(withReadMarks(halfWidth)));
}

/** Without spaces, except between two figures; a run of three letters reads as a stretched one, as in `normalize`. */
function joined(words: string): string {
  return withKoreanNumbers(words.replace(/(?<!\d) | (?!\d)/gu, '').replace(/([^\d])\1{2,}/gu, '$1'));
}

function readName(name: string): Reading {
  const words = wordsOf(name);
  const plain = joined(words);
  // What is counted may be left away: 10억 for 10억 달러, 2024 for 2024년. Not 19 for 7월 19일.
  const counted = /^(\d+(?:\.\d+)?)[^\d\s]{1,2}$/u.exec(plain)?.[1];
  return { plain, forms: [plain, singular(words), ...(counted === undefined ? [] : [counted])] };
}

/** What was typed, and what else it can be read as. */
function readGuess(guess: string): readonly Reading[] {
  const words = wordsOf(guess).replace(/^(?:정답|답)(?:은|:)? (?=.)/u, '');
  const plain = joined(words);
  const bare = [plain, singular(words)].flatMap((form) => [form, withoutCopula(form)]);
  const forms = bare
    .flatMap((form) => [form, withoutParticle(form)])
    .map(withKoreanNumbers)
    .map(unrounded);
  return [{ plain, forms: [...new Set([...forms, ...forms.flatMap(numbersMeant)])] }, ...daysOf(words)];
}

/** An answer is no less exact for saying that a figure is round. */
function unrounded(text: string): string {
  return text.replace(/^(?:약|대략|about|around)(?=\d)/u, '').replace(/(?<=\d\D{0,2})(?:정도|가량)$/u, '');
}

/** 이십일 is 21 and the 20th as well, and whoever types it means the one that is asked for. */
function daysOf(words: string): Reading[] {
  const spelled = words.replaceAll(' ', '');
  const [day] = [spelled, withoutCopula(spelled), withoutParticle(spelled)].flatMap((text) => {
    const [, number = ''] = /^([일이삼십]+)일$/u.exec(text) ?? [];
    const figure = joined(number);
    return /^\d+$/u.test(figure) ? [`${figure}일`] : [];
  });
  return day === undefined ? [] : [{ plain: day, forms: [day] }];
}

/** The ways to say that it is this, or may be; longest first. */
const copula = new RegExp(
  `(?<=..)(?:${[
    '이?라고(?:생각해요|생각합니다|생각함|생각해|봐요|봅니다|알고있어요)',
    '(?:인|일)(?:것|거)같(?:아요?|습니다|은데요?|음|네요?)',
    '(?:이었|였)(?:습니다|어요?|음|죠|지요?|던가요?|나요?)',
    '(?:이|가)?아(?:닌가요?|닐까요?|니에요|니야|녜요|님)',
    '인(?:가요?|데요?|듯(?:요|해요|합니다|하네요)?|지요?)',
    '일(?:까요?|걸요?|듯(?:요|해요|합니다)?)',
    '입니(?:다|까|다만)',
    '이(?:에요|예요|요|야|다|지요?|죠|네요?|여요|군요)',
    '(?:에요|예요|여요|요|야|다|임|죠|지요|네요)',
  ].join('|')})$`,
  'u',
);

function withoutCopula(text: string): string {
  return text.replace(copula, '');
}

/** English words without articles, each in the singular, joined; a light rule, the same for both sides. */
function singular(words: string): string {
  const bare = words.replace(/^(?:(?:it ?s|its|it is|it was|they are|this is|i think|because of) )+/u, '');
  const parts = bare.split(' ').filter((word, _, all) => all.length === 1 || !/^(?:a|an|the)$/u.test(word));
  return joined(parts.map(singularWord).join(' '));
}

function singularWord(word: string): string {
  if (!/^[a-z]{4,}$/u.test(word) || /(?:ss|us|is)$/u.test(word)) return word;
  return word
    .replace(/ies$/u, 'y')
    .replace(/(?<=x|ch|sh|ss)es$/u, '')
    .replace(/s$/u, '');
}
