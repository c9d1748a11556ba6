import type { MessageLanguage } from '../content/messages.ts';

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** Parts of a pack of which readers of English would see the Korean. */
export type TranslatedPart = 'pair' | 'followUp' | 'term' | 'event' | 'question';

/** What a check says of packs, beside the problems that it finds in them. */
interface Words {
  readonly pairs: (count: number) => string;
  readonly phrasings: (count: number) => string;
  /** `thin`: how many pairs have fewer than two of them. */
  readonly questions: (count: number, thin: number) => string;
  readonly noEnglish: string;
  readonly wholeEnglish: string;
  readonly englishWithout: (parts: readonly string[]) => string;
  readonly part: (name: TranslatedPart, count: number) => string;
  readonly summary: string;
  readonly toFillIn: (fields: readonly string[]) => string;
  readonly total: (errors: number, warnings: number, place: string) => string;
}

const english: Readonly<Record<TranslatedPart, string>> = {
  pair: 'pair',
  followUp: 'follow-up',
  term: 'term',
  event: 'event',
  question: 'quiz question',
};

const korean: Readonly<Record<TranslatedPart, string>> = {
  pair: '문답',
  followUp: '이어지는 단추',
  term: '용어',
  event: '사건',
  question: '퀴즈 문제',
};

export const contentWords: Readonly<Record<MessageLanguage, Words>> = {
  ko: {
    pairs: (count) => `문답 ${count}개`,
    phrasings: (count) => `물음 ${count}가지`,
    questions: (count, thin) => `퀴즈 ${count}문제${thin === 0 ? '' : ` (두 문제가 안 되는 문답 ${thin}개)`}`,
    noEnglish: '영어 없음',
    wholeEnglish: '영어 모두 있음',
    englishWithout: (parts) => `영어에 빠진 것: ${parts.join(', ')}`,
    part: (name, count) => `${korean[name]} ${count}개`,
    summary: '요약',
    toFillIn: (fields) => `; 채울 것: ${fields.join(', ')}`,
    total: (errors, warnings, place) => `${place}: 오류 ${errors}개, 경고 ${warnings}개`,
  },
  en: {
    pairs: (count) => counted(count, 'pair'),
    phrasings: (count) => counted(count, 'phrasing'),
    questions: (count, thin) =>
      `${counted(count, 'quiz question')}${thin === 0 ? '' : ` (fewer than two on ${counted(thin, 'pair')})`}`,
    noEnglish: 'no English',
    wholeEnglish: 'complete English',
    englishWithout: (parts) => `English without ${parts.join(', ')}`,
    part: (name, count) => counted(count, english[name]),
    summary: 'the summary',
    toFillIn: (fields) => `; to fill in: ${fields.join(', ')}`,
    total: (errors, warnings, place) =>
      `${place}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
  },
};
