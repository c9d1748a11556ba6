/**
 * What has to be read before punctuation is gone, as the punctuation says what it means: thousands, dates, money, a
 * minus, ranges. Texts are half width and NFC.
 */

import { ordinalOf, ordinalWord } from './ordinals.ts';

/** As much of each as tells it from any other word; the rest may be misspelt. */
const months =
  `jan(?:u[a-z]*)? feb(?:r[a-z]*)? mar(?:ch)? apr(?:i[a-z]*)? may june? july? aug(?:us[a-z]*)? sep(?:t(?:em[a-z]*)?)?
  oct(?:ob[a-z]*)? nov(?:em[a-z]*)? dec(?:em[a-z]*)?`.split(/\s+/u);
const month = `(?<month>${months.join('|')})\\b\\.?`;
const day = `(?<day>\\d{1,2}(?:st|nd|rd|th)?|${ordinalWord})`;
const year = '(?:,? +(?<year>\\d{4}))?';
const englishDates = [
  new RegExp(`\\b${month} +(?:the )?${day}${year}\\b`, 'giu'),
  new RegExp(`\\b${day} +(?:of )?${month}${year}(?![a-z\\d])`, 'giu'),
];
const isoDate = /(?<![\d.])(\d{4}) *[-./] *(\d{1,2}) *[-./] *(\d{1,2})(?!\d)\.?/gu;
const slashDate = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/gu;

function dateOf(year: string | undefined, month: number, day: number): string {
  return `${year === undefined ? '' : `${year}년`}${month}월${day}일`;
}

function withDates(text: string): string {
  const english = (read: string, pattern: RegExp) =>
    read.replace(pattern, (...match) => {
      const { year, month = '', day = '' } = match.at(-1) as Readonly<Record<string, string | undefined>>;
      const beginning = month.slice(0, 3).toLowerCase();
      const index = months.findIndex((name) => name.startsWith(beginning));
      return dateOf(year, index + 1, ordinalOf(day) ?? Number.parseInt(day, 10));
    });
  return englishDates
    .reduce(english, text)
    .replace(isoDate, (_, year: string, month: string, day: string) =>
      dateOf(year, Number(month), Number(day)),
    )
    .replace(slashDate, (_, month: string, day: string) => dateOf(undefined, Number(month), Number(day)))
    .replace(/(?<=\d *)[年月日]/gu, (sign) => ({ 年: '년', 月: '월', 日: '일' })[sign] ?? sign);
}

/** A date, where a text is nothing else and may be a score, a version or a number as well: 7-20, 7. 20., 20241231. */
const onlyDates = [
  /^(?<month>\d{1,2})-(?<day>\d{1,2})$/u,
  /^(?<month>\d{1,2})\. +(?<day>\d{1,2})\.?$/u,
  /^(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)$/u,
  /^(?<year>(?:19|20)\d\d),? +(?<month>\d{1,2}),? +(?<day>\d{1,2})$/u,
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>(?:19|20)\d\d)$/u,
];

/** The date as which such a text may be meant. */
export function dateMeant(text: string): string | null {
  const bare = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, '');
  const found = onlyDates.map((pattern) => pattern.exec(bare)).find((match) => match !== null)?.groups;
  const [month, day] = [Number(found?.['month']), Number(found?.['day'])];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? dateOf(found?.['year'], month, day) : null;
}

/** Signs and codes of money: before the figure in English, after it in Korean. */
const currencies: readonly (readonly [sign: string, unit: string])[] = [
  ['(?:us ?)?\\$|\\busd', '달러'],
  ['€|\\beur', '유로'],
  ['£|\\bgbp', '파운드'],
  ['¥|\\bjpy', '엔'],
  ['₩|\\bkrw', '원'],
];
const amount =
  '\\d+(?:\\.\\d+)?(?: *(?:hundred|thousand|million|billion|trillion|bn|bil|b|mn|m|k)\\b|[\\d십백천만억조]*[십백천만억조])?';
const money = currencies.flatMap(([sign, unit]): (readonly [RegExp, string])[] => [
  [new RegExp(`(?:${sign}) *(${amount})`, 'giu'), `$1 ${unit} `],
  [new RegExp(`(?<=(?:[\\d십백천만억조]|illion|bn) *)(?:${sign})(?![a-z])`, 'giu'), ` ${unit} `],
]);

function withMoney(text: string): string {
  const withMillions = text.replace(/(?<=\d) ?M\b|(?<=[$€£¥₩] ?\d[\d.]{0,12}) ?m\b/gu, ' million');
  return money.reduce((read, [pattern, replaced]) => read.replace(pattern, replaced), withMillions);
}

function withSigns(text: string): string {
  return text
    .replace(/^([^\p{L}\p{N}+−–-]*)[−–-](?=[$€£¥₩]?\d)/u, '$1마이너스 ')
    .replace(/(?<![\p{L}\d.])[x×] ?(\d+(?:\.\d+)?)(?![\p{L}\d.])/giu, '$1배')
    .replace(/(?<=\d) ?[x×](?![\p{L}\d])/giu, '배')
    .replace(/\bno\. ?(?=\d)/giu, '')
    .replace(/(?<=[a-z]{2}) ?& ?(?=[a-z]{2})/giu, ' and ')
    .replace(/(?<=\d) ?(?:℃|°C?)/gu, '도')
    .replaceAll('‰', '퍼밀');
}

const between = '[~〜∼–,/-]';
const ranges = new RegExp(
  [
    `(?<=[\\d일이삼사오육칠팔구][십백천만억조]{1,2} ?)${between}(?= ?[\\d일이삼사오육칠팔구])`,
    `(?<=[십백천만억조] ?)${between}(?= ?\\d)`,
    `(?<=\\d ?)${between}(?= ?[십백천만억조])`,
  ].join('|'),
  'gu',
);

/** Two numbers with a mark between them are two, and not parts of one: 1조~2천억 is not 1조 2천억. */
function withRanges(text: string): string {
  return text.replace(ranges, ' 또 ');
}

const steps = [withDates, withSigns, withMoney, withRanges];

export function withReadMarks(text: string): string {
  const withoutThousands = text.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  return steps.reduce((read, step) => step(read), withoutThousands);
}
