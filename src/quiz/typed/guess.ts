/** What was typed, in all the ways in which it can be read. */

import { editDistance, jamo } from '../../korean/jamo.ts';
import { typedAsHangul, typedAsLatin } from '../../korean/layout.ts';
import { withoutParticle } from '../../korean/stem.ts';
import { withoutEndings } from './endings.ts';
import { ordinalIn, withEnglishNumbers } from './englishNumbers.ts';
import { numbersMeant, withKoreanNumbers } from './koreanNumbers.ts';
import { dateMeant } from './marks.ts';
import {
  withoutAtLeast,
  withoutOrMore,
  withoutPhrases,
  withoutRounding,
  withoutRoundingMarks,
} from './phrases.ts';
import { halfWidth, joined, type Reading, singular, unique, withoutSpaces, wordsOf } from './words.ts';

export interface GuessReading extends Reading {
  /** With single spaces. */
  readonly words: string;
  /** With and without what is surely an ending: what a slip of the finger is looked for in. */
  readonly spellings: readonly string[];
}

export interface Guess {
  /** As it stands; the first one is the plainest. */
  readonly asTyped: readonly GuessReading[];
  /** Without what only introduces it, or as it would be on the other keyboard. */
  readonly asMeant: readonly GuessReading[];
  /** With the names of units put right. */
  readonly asCorrected: readonly GuessReading[];
}

/** How it was said: with a question mark, with a full stop. */
interface Tone {
  readonly isAsked: boolean;
  readonly isStated: boolean;
}

const stated: Tone = { isAsked: false, isStated: true };

export function readGuess(typed: string): Guess {
  const text = halfWidth(typed);
  const tone = { isAsked: text.includes('?'), isStated: /\.[^\p{L}\p{N}]*$/u.test(text) };
  const words = wordsOf(text);
  const core = withoutPhrases(words);
  return {
    asTyped: [readWords(words, tone), ...daysOf(words, tone), ...datesOf(text)],
    asMeant: [
      ...(core === words ? [] : [readWords(core, tone), ...daysOf(core, tone)]),
      ...amountsOf(core, tone),
      ...onOtherKeyboard(text),
    ],
    asCorrected: unitsCorrected(words, tone),
  };
}

function readWords(words: string, tone: Tone): GuessReading {
  const plain = joined(words);
  const spellings = unique(
    [plain, singular(words)].flatMap((text) =>
      [text, ...withoutEndings(text, tone.isAsked)].map(withKoreanNumbers),
    ),
  );
  const forms = spellings
    .flatMap((text) => [text, ...unrounded(text), withoutTitle(text)])
    .flatMap((text) => [text, withoutOneParticle(text)])
    .concat(consented(plain, tone), ordinalIn(words) ?? []);
  return { words, plain, spellings, forms: unique([...forms, ...forms.flatMap(numbersMeant)]) };
}

/** A reading without endings and slips. */
function exactly(words: string): GuessReading {
  const plain = joined(words);
  return { words, plain, spellings: [], forms: [plain] };
}

/** ‘부산 아님’ without a mark is most often a question. ‘부산은 아님’ is none, so no particle is taken off. */
function consented(text: string, { isAsked, isStated }: Tone): string[] {
  return !isAsked && !isStated && /.아님$/u.test(text) ? [withKoreanNumbers(text.slice(0, -2))] : [];
}

/** One, and none of 99.9도, which are degrees. */
function withoutOneParticle(text: string): string {
  return /^[\d.]+도$/u.test(text) ? text : withKoreanNumbers(withoutParticle(text));
}

/** 조지 커츠 씨, 님. */
function withoutTitle(text: string): string {
  return text.replace(/(?<=..)[씨님]$/u, '');
}

const isAmount = (text: string): boolean => /^(?:마이너스)?\d|^(?:절반|반|half|twice|double)$/u.test(text);
/** For which ‘or more’ does not make another one of it, as of dates and shares. */
const isQuantity = (text: string): boolean => isAmount(text) && !/[%일월년]$|번째$/u.test(text);

/** What is an amount without a mark that says that it is round. */
function unrounded(text: string): string[] {
  const within = (bare: string, suits: (form: string) => boolean) =>
    [bare, withoutParticle(bare)]
      .map(withKoreanNumbers)
      .filter((form) => bare !== text && [form, ...numbersMeant(form)].some(suits));
  return [...within(withoutRoundingMarks(text), isAmount), ...within(withoutOrMore(text), isQuantity)];
}

/** The same of words. */
function amountsOf(words: string, tone: Tone): GuessReading[] {
  const within = (bare: string, suits: (form: string) => boolean) =>
    bare === words ? [] : [readWords(bare, tone)].filter(({ forms }) => forms.some(suits));
  return [...within(withoutRounding(words), isAmount), ...within(withoutAtLeast(words), isQuantity)];
}

/** 이십일 is 21 and the 20th as well, and whoever types it means the one that is asked for. */
function daysOf(words: string, { isAsked }: Tone): GuessReading[] {
  const spelled = withoutSpaces(words);
  const [day] = [spelled, ...withoutEndings(spelled, isAsked)]
    .flatMap((text) => [text, withoutParticle(text)])
    .flatMap((text) => {
      const [, number = ''] = /^([\d일이삼사오육칠팔구십백천만]+)일$/u.exec(text) ?? [];
      const figure = joined(number);
      return /^\d+$/u.test(figure) ? [`${figure}일`] : [];
    });
  return day === undefined ? [] : [exactly(day)];
}

function datesOf(text: string): GuessReading[] {
  const date = dateMeant(text);
  return date === null ? [] : [exactly(date)];
}

/** Texts in one script; in two, the keyboard was switched. Letters that form no syllable were meant as they are. */
function onOtherKeyboard(text: string): GuessReading[] {
  const [isLatin, isKorean] = [/[a-z]/iu.test(text), /[ㄱ-ㅎㅏ-ㅣ가-힣]/u.test(text)];
  if (isLatin === isKorean) return [];
  const isCapsLock = text === text.toUpperCase();
  const meant = isLatin ? typedAsHangul(isCapsLock ? text.toLowerCase() : text) : typedAsLatin(text);
  return /[ㄱ-ㅎㅏ-ㅣ]/u.test(meant) ? [] : [exactly(wordsOf(meant))];
}

/** Long enough to be recognized with one letter wrong. */
const units = 'hundred thousand million billion trillion dollars percent 퍼센트 달러'.split(' ');
const afterFigure = /(\d) ?([a-z]{5,9}|[가-힣]{2,3})(?= |$)/gu;

function unitsCorrected(words: string, tone: Tone): GuessReading[] {
  const correct = (text: string) =>
    withEnglishNumbers(
      text.replace(afterFigure, (_, digit: string, word: string) => `${digit} ${unitMeant(word)}`),
    );
  // 1 bilion dollers: the first has to be read before the second stands after a figure
  const corrected = correct(correct(words));
  return joined(corrected) === joined(words) ? [] : [readWords(corrected, tone)];
}

function unitMeant(word: string): string {
  if (units.includes(word)) return word;
  return units.find((unit) => editDistance(jamo(word), jamo(unit), 1) === 1) ?? word;
}

/** Each word of a guess, and how the rest reads without it. An initial is no word: George R. Kurtz. */
export function withoutEachWord({ words }: GuessReading): { word: string; rest: GuessReading }[] {
  const all = words.split(' ');
  if (all.length === 1) return [];
  return all
    .map((word, index) => ({ word, rest: all.toSpliced(index, 1).join(' ') }))
    .filter(({ word }) => !/^[a-z]$/u.test(word))
    .map(({ word, rest }) => ({ word, rest: readWords(rest, stated) }));
}

/** Nobody gives an answer again in more parts. */
const mostParts = 8;
const isFigure = (words: string): boolean => /^[\d. ]+$/u.test(words);

/** A guess that perhaps gives one answer twice, 부산(Busan): every way to part it. */
export function partsOf(typed: string): GuessReading[][] {
  const text = halfWidth(typed);
  const byMarks = text
    .split(/[()[\]{}/|=,·:\n]+/u, mostParts + 1)
    .map((part) => withoutPhrases(wordsOf(part)))
    .filter((part) => part !== '');
  const words = withoutPhrases(wordsOf(text)).split(' ');
  const bySpaces = words.slice(1).map((_, before) => {
    const cut = before + 1;
    return [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
  });
  const ways = [
    // 1, 1 may be 11, and 2 2배 is 22배
    ...(byMarks.length > 1 && byMarks.length <= mostParts && !byMarks.every(isFigure) ? [byMarks] : []),
    ...(words.length > mostParts ? [] : bySpaces.filter(([first = '']) => !isFigure(first))),
  ];
  return ways.map((parts) => parts.map((part) => readWords(part, stated)));
}
