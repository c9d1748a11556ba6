import { commandMention } from '../../src/discord/commandMention.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator, type Josa } from '../../src/i18n/translator.ts';
import { outageInEnglish } from './pack.ts';

/** Enough for tests: after a Korean syllable as it must be, else as after a vowel. */
export const simpleJosa: Josa = (word, pair) => {
  const [closed = '', open = ''] = pair.split('/');
  const code = (word.codePointAt(word.length - 1) ?? 0) - 0xac00;
  const final = code >= 0 && code < 11172 ? code % 28 : 0;
  const isOpen = final === 0 || (pair === '으로/로' && final === 8);
  return isOpen ? open : closed;
};

/** The real texts with the test pack; a text or a variable that is missing fails the test. */
export const inLanguage = createTranslator({
  locales,
  packs: [outageInEnglish],
  josa: simpleJosa,
  onMissing: (key) => {
    throw new Error(`missing: ${key}`);
  },
});

const ids = new Map([
  ['ask', '101'],
  ['topics', '102'],
  ['term', '103'],
  ['about', '104'],
  ['help', '105'],
  ['quiz', '107'],
  ['language', '106'],
]);

/** Mentions with known ids, and without. */
export const mentions = { ko: commandMention(ids, 'ko'), en: commandMention(ids, 'en') };
export const plainMentions = { ko: commandMention(new Map(), 'ko'), en: commandMention(new Map(), 'en') };
