import { stemmer } from 'stemmer';
import { usualSpelling } from '../korean/chatSpelling.ts';
import { isFunctionWord } from '../korean/functionWords.ts';
import { normalize } from '../korean/normalize.ts';
import { isSuffix, stem } from '../korean/stem.ts';

/** One word of a text. */
export interface Word {
  /** As written, normalised, in its usual spelling. */
  readonly surface: string;
  /** What words are compared by: the stem of a Korean or English word, a number as it is. */
  readonly key: string;
  /** Carries a topic: not a question word, pronoun, filler or helping verb. */
  readonly isContent: boolean;
}

/** A text taken apart for comparing. */
export interface Analysis {
  /** Normalised text: the key of exact matches once its spaces are taken out. */
  readonly text: string;
  readonly words: readonly Word[];
}

/** Korean words, Latin words (C&C, multi-cloud is two), numbers with unit signs. */
const TOKEN = /[가-힣]+|[a-z]+(?:&[a-z]+)*|\d+(?:\.\d+)*%?|[^\s가-힣a-z\d&%.]+/gu;

/** Normalises a text and cuts it into words; the particle after a Latin name or a number falls away ("MS는" is ms). */
export function analyse(raw: string): Analysis {
  const text = normalize(raw);
  const words: Word[] = [];
  for (const part of text.split(' ')) {
    let afterForeign = false;
    for (const [token] of part.matchAll(TOKEN)) {
      if (!(afterForeign && isSuffix(token))) words.push(word(token));
      afterForeign = !/^[가-힣]/u.test(token);
    }
  }
  return { text, words };
}

/** The word for one token. */
export function word(token: string): Word {
  if (/^[a-z]/u.test(token)) {
    const isContent = !isFunctionWord(token);
    return { surface: token, key: stemmer(token), isContent };
  }
  if (!/^[가-힣]/u.test(token)) return { surface: token, key: token, isContent: true };
  const surface = usualSpelling(token);
  const key = stem(surface);
  return { surface, key, isContent: !isFunctionWord(key) && !isFunctionWord(surface) };
}

/** A text without its spaces. */
export function compact(text: string): string {
  return text.replaceAll(' ', '');
}

/** What exact matches are looked up by: no spaces, and no letter three times in a row, which closing gaps may bring about. */
export function exactKey({ text }: Analysis): string {
  return compact(text).replace(/(\P{N})\1{2,}/gu, '$1');
}
