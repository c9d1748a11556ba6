import { takeApart } from './jamo.ts';

/** How a word ends when it is read aloud; ㄹ is apart because 으로/로 counts it as a vowel. */
type Ending = 'consonant' | 'rieul' | 'vowel';

/** Two forms of a particle: after a consonant, then after a vowel, as in 은/는. */
export type Particles = `${string}/${string}`;

const noReadings: ReadonlyMap<string, string> = new Map();

/**
 * The particle that fits a word, without the word. Marks around the word (Markdown, quotes, brackets, custom emoji)
 * are not read; digits, capital letters and Latin words are read the Korean way.
 *
 * @param readings How names are read, by the name in lower case (`ms` → `엠에스`); they win over every rule.
 * @example josa('**블루스크린**', '을/를') // '을'
 * @example josa('Windows 11', '으로/로') // '로'
 */
export function josa(word: string, pair: Particles, readings = noReadings): string {
  const slash = pair.indexOf('/');
  const ending = endingOf(word, readings);
  const closed = ending === 'consonant' || (ending === 'rieul' && !pair.startsWith('으로'));
  return closed ? pair.slice(0, slash) : pair.slice(slash + 1);
}

const TRAILING_MARKS = /(?:<a?:\w+:\d+>|[^\p{L}\p{N}%])+$/u;
const LEADING_MARKS = /^(?:<a?:\w+:\d+>|[^\p{L}\p{N}])+/u;

function endingOf(word: string, readings: ReadonlyMap<string, string>): Ending {
  const bare = word.normalize('NFC').replace(TRAILING_MARKS, '');
  return endingAsRead(readingOf(bare, readings) ?? bare);
}

/** The reading of the whole text, or else of its last words: of ‘회사 SK C&C’ that of ‘SK C&C’. */
function readingOf(text: string, readings: ReadonlyMap<string, string>): string | undefined {
  const words = text.split(/\s+/u);
  for (let first = 0; first < words.length; first++) {
    const tail = words.slice(first).join(' ').replace(LEADING_MARKS, '');
    const reading = readings.get(tail) ?? readings.get(tail.toLowerCase());
    if (reading !== undefined) return reading;
  }
  return undefined;
}

function endingAsRead(text: string): Ending {
  const number = /\d(?:[\d,]*\d)?(?:\.\d+)?$/u.exec(text)?.[0];
  if (number !== undefined) return endingOfSyllable(numberEnd(number));
  const unaccented = text.normalize('NFD').replace(/\p{M}/gu, '');
  const latin = /[a-z]+$/iu.exec(unaccented)?.[0];
  return latin === undefined ? endingOfSyllable(text.slice(-1)) : endingOfLatin(latin);
}

/** Lone consonants are read by name (ㅋ 키읔, ㄹ 리을); scripts which are not read here count as open. */
function endingOfSyllable(character: string): Ending {
  if (/^[ㄱ-ㅎ]$/u.test(character)) return character === 'ㄹ' ? 'rieul' : 'consonant';
  const final = takeApart(character)?.final ?? '';
  if (final === '') return 'vowel';
  return final === 'ㄹ' ? 'rieul' : 'consonant';
}

const digits = [...'영일이삼사오육칠팔구'];
const unitsInGroup = ['', '십', '백', '천'];
const groups = ['', '만', '억', '조', '경', '해'];

/** The last syllable of a number in Sino-Korean: 291 → 일, 1,000 → 천, 20000 → 만; decimals are read digit by digit. */
function numberEnd(number: string): string {
  const plain = number.replaceAll(',', '');
  const lastDigit = digits[Number(plain.slice(-1))] ?? '';
  if (plain.includes('.')) return lastDigit;
  const zeros = /0*$/u.exec(plain)?.[0].length ?? 0;
  if (zeros === 0 || zeros === plain.length) return lastDigit;
  return (zeros < 4 ? unitsInGroup[zeros] : groups[Math.floor(zeros / 4)]) ?? '';
}

/** Letter names that end in a consonant: 엘, 엠, 엔, 알. */
const letterEndings = new Map<string, Ending>([
  ['L', 'rieul'],
  ['M', 'consonant'],
  ['N', 'consonant'],
  ['R', 'rieul'],
]);

/**
 * How Latin words sound at the end, first match wins. It follows the usual spelling of loanwords: stops after a single
 * vowel close the syllable (봇, 웹, 슬랙), other stops get a vowel of their own (클라우드, 사이트, 링크). A rule of thumb
 * with exceptions (GitHub 깃허브): those need a reading.
 */
const latinEndings: readonly (readonly [RegExp, Ending])[] = [
  [/(?:l|le)$/u, 'rieul'],
  [/(?:m|n|ng|mb)$/u, 'consonant'],
  [/[aeiouy][mn]e$/u, 'consonant'],
  [/ook$/u, 'consonant'],
  [/(?<![aeiou])[aeiouy](?:b|pp?|k|ck?|tt?)$/u, 'consonant'],
];

function endingOfLatin(word: string): Ending {
  const spelt = word.length === 1 || /[A-Z]{2}$/u.test(word);
  if (spelt) return letterEndings.get(word.slice(-1).toUpperCase()) ?? 'vowel';
  const lower = word.toLowerCase();
  return latinEndings.find(([pattern]) => pattern.test(lower))?.[1] ?? 'vowel';
}
