/** Korean numbers in figures, whichever way they are spelled: 3만5천, 삼만오천, 스물네 시간. Texts are without spaces. */

import { exact } from './englishNumbers.ts';

const digits = [...'일이삼사오육칠팔구'];
const units = new Map([
  ['십', 10],
  ['백', 100],
  ['천', 1000],
]);
const groups = new Map([
  ['만', 1e4],
  ['억', 1e8],
  ['조', 1e12],
]);

const digit = '(?:\\d+(?:\\.\\d+)?|[일이삼사오육칠팔구])';
const upTo9999 = `(?:${digit}?천)?(?:${digit}?백)?(?:${digit}?십)?`;
const upToLastDigit = `(?:${upTo9999}${digit}?조)?(?:${upTo9999}${digit}?억)?(?:${upTo9999}${digit}?만)?${upTo9999}`;
/** Not a digit alone, as 이, 사 or 구 stand in many words. */
const hasUnit = '(?=[\\d일이삼사오육칠팔구]*[\\d십백천만억조])';
/** Nor 만, 천 or 조 alone, before a counter that ends a word as well: 만세, 조명. */
const hasTwo = '(?=[\\d일이삼사오육칠팔구십백천만억조]{2})';

/** What is counted in words as often as in figures, and what else is counted. Longer ones first. */
const counters = '년도|년|월|일|배|퍼센트|프로|%|달러|불|원';
const moreCounters =
  '시간|분|초|개월|주|명|인|개|대|번째|번|회|차례|곳|군데|가지|건|위|등|호|층|점|살|세|도|톤|미터|장|권|마리|조각|유로|파운드|엔';
/** A number with what it counts; first with a last digit, then without, as 이십일 is 21 and the 20th. */
const countedNumbers = [
  new RegExp(`^(${hasUnit}${hasTwo}${upToLastDigit}${digit}?)(${moreCounters})`, 'u'),
  new RegExp(`^(${hasUnit}${upToLastDigit}${digit}?)(${counters})`, 'u'),
  new RegExp(`^(${hasUnit}${upToLastDigit})(${counters})`, 'u'),
  /^([일이삼사오육칠팔구])(월|일|배|퍼센트|프로|퍼$|달러)/u,
];
const wholeNumber = new RegExp(`^${hasUnit}${upToLastDigit}${digit}?$`, 'u');

const nativeTens = ['열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'];
const nativeOnes = ['하나', '둘', '셋', '넷', '다섯', '여섯', '일곱', '여덟', '아홉'];
const nativeFigures = new Map([
  ...nativeTens.map((word, index): [string, number] => [word, (index + 1) * 10]),
  ...nativeOnes.map((word, index): [string, number] => [word, index + 1]),
  // before what is counted
  ...Object.entries({ 스무: 20, 한: 1, 두: 2, 세: 3, 네: 4, 첫: 1 }),
]);
const nativeNumber = `(${nativeTens.join('|')}|스무)?(${[...nativeOnes, '한', '두', '세', '네', '첫'].join('|')})?`;
const nativeCounters = '배|곳|군데|개|번째|째|번|명|분|사람|대|가지|시간|달|살|장|권|마리|차례|건|조각|층|날';
const nativeCounted = new RegExp(`^${nativeNumber}(${nativeCounters})$`, 'u');
const nativeAlone = new RegExp(`^${nativeNumber}$`, 'u');

/**
 * 3만5천 → 35000, 이천이십사년 → 2024년, 두배 → 2배. Numbers without any figure are read only where the text is nothing
 * else, as 이, 사, 만, 조 … are syllables of other words as well.
 */
export function withKoreanNumbers(text: string): string {
  const read = readNative(text) ?? readSpelled(text.replace('시월', '십월').replace('유월', '육월')) ?? text;
  return read
    .replace(/\d+(?:\.\d+)?[십백천만억조][\d십백천만억조]*/gu, (number) => String(amountOf(number)))
    .replace(/(?<=\d)(?:퍼센트|프로|퍼$)/gu, '%')
    .replace(/(?<=\d)(?:불|달라|딸라|(?:us|미국|미)달러)/gu, '달러')
    .replace(/(?<=\d)년도/gu, '년')
    .replace(/(?<=\d)일날/gu, '일')
    .replace(/(?<=월\d{1,2})$/u, '일')
    .replace(/^영하(?=\d)|^minus(?=\d)/u, '마이너스')
    .replace(/(?<![\d.])0+(?=\d)/gu, '');
}

/** Null for a text which is more than numbers, each with what it counts. */
function readSpelled(text: string): string | null {
  if (/^[\d.]*$/u.test(text)) return null;
  if (wholeNumber.test(text)) return String(amountOf(text));
  let rest = text;
  let read = '';
  while (rest !== '') {
    const found = countedNumbers.map((pattern) => pattern.exec(rest)).find((match) => match?.[1]);
    if (!found) return null;
    const [whole, number = '', counter = ''] = found;
    read += `${amountOf(number)}${counter}`;
    rest = rest.slice(whole.length);
  }
  return read;
}

function readNative(text: string): string | null {
  const [, ten, one, counted] = nativeCounted.exec(text) ?? [];
  const amount = nativeAmount(ten, one);
  if (counted === undefined || amount === 0) return null;
  // 스무날, but 첫날 is no date
  if (counted === '날') return one === undefined ? `${amount}일` : null;
  return `${amount}${counted === '째' ? '번째' : counted}`;
}

function nativeAmount(ten = '', one = ''): number {
  return (nativeFigures.get(ten) ?? 0) + (nativeFigures.get(one) ?? 0);
}

const anyCounted = new RegExp(
  `^(영하|마이너스)?([일이삼사오육칠팔구]|${hasUnit}${upToLastDigit}${digit}?)(${counters}|${moreCounters})$`,
  'u',
);
const countedAnyhow = new RegExp(
  `^(${hasUnit}${hasTwo}${upToLastDigit}${digit}?)([가-힣]{1,2}|[a-z]{1,3})$`,
  'u',
);

/** 오명 → 5명, 만세 → 10000세, 이십일조각 → 21조각. */
function countedMeant(text: string): string[] {
  const [, sign, few, counter] = anyCounted.exec(text) ?? [];
  const [, many, counted] = countedAnyhow.exec(text) ?? [];
  return [
    ...(few === undefined ? [] : [`${sign === undefined ? '' : '마이너스'}${amountOf(few)}${counter}`]),
    ...(many === undefined ? [] : [`${amountOf(many)}${counted}`]),
  ];
}

/** 하나 → 1, but not 한. */
function nativeMeant(text: string): string[] {
  const [, ten, one] = nativeAlone.exec(text) ?? [];
  const amount = nativeAmount(ten, one);
  return amount === 0 || /^[한두세네첫]$/u.test(text) ? [] : [String(amount)];
}

/** 24년 → 2024년. */
function shortYearMeant(text: string): string[] {
  return /^\d\d(?=년)/u.test(text) ? [`20${text}`] : [];
}

/** 2times → 2배, 2번, 2회. */
function timesMeant(text: string): string[] {
  const figure = /^(\d+)times$/u.exec(text)?.[1];
  return figure === undefined ? [] : ['배', '번', '회'].map((counter) => figure + counter);
}

const meanings = [countedMeant, nativeMeant, shortYearMeant, timesMeant];

/**
 * What a text may mean where a number was asked for, though most often it means something else: 오명 is five people or
 * a disgrace, 하나 one or a bank.
 */
export function numbersMeant(text: string): string[] {
  return meanings.flatMap((meaning) => meaning(text));
}

const knownCounter = new RegExp(`^(?:${counters}|${moreCounters}|${nativeCounters})$`, 'u');

/** Whether something is counted as such: then it is no other counter, misspelt. */
export function isCounter(text: string): boolean {
  return knownCounter.test(text);
}

function amountOf(number: string): number {
  let total = 0;
  let section = 0;
  let figure: number | null = null;
  for (const part of number.match(/\d+(?:\.\d+)?|./gu) ?? []) {
    const unit = units.get(part);
    const group = groups.get(part);
    if (unit !== undefined) {
      section += (figure ?? 1) * unit;
      figure = null;
    } else if (group !== undefined) {
      total += (section + (figure ?? (section === 0 ? 1 : 0))) * group;
      section = 0;
      figure = null;
    } else figure = /\d/u.test(part) ? Number(part) : digits.indexOf(part) + 1;
  }
  return exact(total + section + (figure ?? 0));
}
