import { numberToHangul } from 'es-hangul';
import { isFunctionWord } from '../../korean/functionWords.ts';
import { stem, withoutParticle } from '../../korean/stem.ts';
import { phrasingKey } from '../phrasingKey.ts';

/** A word that may be worth explaining, with its spellings in the text, and the position of the pair which has it first. */
export interface TermCandidate {
  readonly term: string;
  readonly reading?: string;
  readonly spellings: readonly string[];
  readonly pair: number;
}

const mostWords = 16;
const mostNumbers = 6;
/** Numbers which readers come back to: large ones, shares and dates; others where the text does. */
const NOTABLE = /[%조억만년월]|퍼센트/u;
/** A noun counts as frequent from so many mentions on, in so many pairs. */
const frequent = { mentions: 3, pairs: 2 };
const longestTerm = 60;

interface Mention {
  readonly key: string;
  readonly form: string;
  readonly pair: number;
}

/**
 * Candidates for the glossary: names in Latin letters, frequent Korean nouns, numbers with their units, in this order,
 * the most frequent first.
 */
export function termCandidates(texts: readonly string[]): TermCandidate[] {
  const abbreviations = abbreviationsIn(texts);
  const latin = byFrequency(
    texts.flatMap((text, pair) => mentions(text, pair, LATIN)),
    1,
  );
  const nouns = byFrequency(texts.flatMap(nounMentions), frequent.mentions).filter(
    (all) => new Set(all.map(({ pair }) => pair)).size >= frequent.pairs && isNoun(all),
  );
  const numbers = byFrequency(
    texts.flatMap((text, pair) => mentions(text, pair, NUMBER)),
    1,
  ).filter((all) => all.length > 1 || NOTABLE.test(all[0]?.form ?? ''));
  const candidates = [
    ...[...latin, ...nouns].slice(0, mostWords).map((all) => withSpellings(all, texts, abbreviations)),
    ...numbers.slice(0, mostNumbers).map(numberCandidate),
  ];
  return withoutRepeated(candidates);
}

/** Short forms which the text itself gives in brackets: 마이크로소프트(MS) → { 마이크로소프트: 'MS' }. */
export function abbreviationsIn(texts: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const text of texts)
    for (const [, korean, latin, name = korean ?? '', short = latin ?? ''] of text.matchAll(ABBREVIATED))
      if (!found.has(name)) found.set(name, short.trim());
  return found;
}

/** One of the two in Latin letters, else it is an aside. */
const ABBREVIATED =
  /([가-힣]{2,30})\(([A-Za-z][A-Za-z0-9&. -]{0,29})\)|([A-Za-z][A-Za-z0-9&]{1,29})\(([가-힣]{2,30})\)/gu;
const LATIN = /[A-Za-z][A-Za-z0-9]+(?:[&+-][A-Za-z0-9]+)*|[A-Za-z]&[A-Za-z]/gu;
const NUMBER =
  /\d[\d,]*(?:\.\d+)?\s?(?:%|퍼센트|[조억만천백]{1,2}(?:\s?(?:달러|원|명|대|개|건))?|달러|원|명|대|개|건|년|월|일|시간|분|배|도|kg|g|km|cm|m)(?:\s\d{1,2}일)?/gu;

function mentions(text: string, pair: number, pattern: RegExp): Mention[] {
  return [...text.matchAll(pattern)]
    .map(([form]) => ({ key: phrasingKey(form), form, pair }))
    .filter(({ key, form }) => (isAbbreviation(form) || !isFunctionWord(key)) && form.length <= longestTerm);
}

/** IT is no "it". */
function isAbbreviation(form: string): boolean {
  return /^[A-Z](?:&?[A-Z]){1,4}$/u.test(form);
}

function nounMentions(text: string, pair: number): Mention[] {
  return [...text.matchAll(/[가-힣]+/gu)]
    .map(([form]) => ({ key: withoutParticle(form), form, pair }))
    .filter(
      ({ key }) =>
        key.length > 1 && key.length <= longestTerm && !isFunctionWord(key) && !isFunctionWord(stem(key)),
    );
}

/** A noun takes particles, and different ones; verbs look as if they took one. */
function isNoun(all: readonly Mention[]): boolean {
  return (
    new Set(all.map(({ form }) => form)).size > 1 &&
    all.some(({ form, key }) => form === key || stem(form) === key)
  );
}

function byFrequency(all: readonly Mention[], least: number): Mention[][] {
  const groups = Map.groupBy(all, ({ key }) => key);
  return [...groups.values()]
    .filter((group) => group.length >= least)
    .sort((left, right) => right.length - left.length);
}

function withSpellings(
  all: readonly Mention[],
  texts: readonly string[],
  abbreviations: ReadonlyMap<string, string>,
): TermCandidate {
  const [first] = all;
  const isLatin = /^[a-z]/u.test(first?.key ?? '');
  const forms = isLatin ? all.map(({ form }) => form) : [first?.key ?? ''];
  const [term = ''] = forms;
  const given = [...abbreviations].flatMap(([name, short]) =>
    name === term ? [short] : short === term ? [name] : [],
  );
  const spaced = isLatin ? [] : spacedForms(term, texts);
  const spellings = [...new Set([...forms, ...given, ...spaced])].filter((one) => one !== term);
  const reading = readingOf(term);
  return { term, spellings, pair: first?.pair ?? 0, ...(reading === null ? {} : { reading }) };
}

/** The same noun written with a space inside, where the text does both: 데이터센터, 데이터 센터. */
function spacedForms(term: string, texts: readonly string[]): string[] {
  const forms = [...term].slice(1).map((_, at) => `${term.slice(0, at + 1)} ${term.slice(at + 1)}`);
  return forms.filter((form) => texts.some((text) => text.includes(form)));
}

const letterNames = new Map(
  'A에이 B비 C씨 D디 E이 F에프 G지 H에이치 I아이 J제이 K케이 L엘 M엠 N엔 O오 P피 Q큐 R아르 S에스 T티 U유 V브이 W더블유 X엑스 Y와이 Z제트'
    .split(' ')
    .map((entry) => [entry.slice(0, 1), entry.slice(1)]),
);

/** How an abbreviation is read letter by letter: MS → 엠에스; null for what is read as a word. */
function readingOf(term: string): string | null {
  if (!isAbbreviation(term)) return null;
  return [...term].map((letter) => letterNames.get(letter) ?? '앤').join('');
}

function numberCandidate(all: readonly Mention[]): TermCandidate {
  const [first] = all;
  const term = first?.form ?? '';
  const tight = term.replace(/\s/gu, '');
  const spaced = tight.replace(/^([\d,.]+[조억만천백]*)(?=[^\d,.%조억만천백])/u, '$1 ');
  const inWords = tight.replace('%', '퍼센트').replace(/\d[\d,]*(?:\.\d+)?/gu, numberInWords);
  const spellings = [...new Set([...all.map(({ form }) => form), tight, spaced, inWords])];
  return { term, spellings: spellings.filter((one) => one !== term), pair: first?.pair ?? 0 };
}

function numberInWords(digits: string): string {
  const value = Number(digits.replaceAll(',', ''));
  return Number.isSafeInteger(value) && value > 0 ? numberToHangul(value) : digits;
}

/** No spelling twice: what an earlier candidate spells is no candidate of its own. */
function withoutRepeated(candidates: readonly TermCandidate[]): TermCandidate[] {
  const taken = new Set<string>();
  return candidates.filter(({ term, spellings }) => {
    const keys = [term, ...spellings].map(phrasingKey);
    if (taken.has(phrasingKey(term))) return false;
    for (const key of keys) taken.add(key);
    return true;
  });
}
