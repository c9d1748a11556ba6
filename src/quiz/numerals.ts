/**
 * Numbers in one spelling, so that 십억 달러, 10억 달러, $1 billion and 1,000,000,000 dollars are the same answer.
 * Sums in dollars end in 달러, percentages in %, dates read 2024년7월19일, whichever language they were typed in.
 */

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month = `(?<month>${months.join('|')})[a-z]*\\.?`;
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?:,? +(?<year>\\d{4}))?';
const englishDates = [
  new RegExp(`\\b${month} +(?:the )?${day}${year}\\b`, 'giu'),
  new RegExp(`\\b${day} +(?:of )?${month}${year}\\b`, 'giu'),
];
const isoDate = /(?<![\d.])(\d{4}) *[-./] *(\d{1,2}) *[-./] *(\d{1,2})(?!\d)\.?/gu;
const slashDate = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/gu;

function dateOf(year: string | undefined, month: number, day: number): string {
  return `${year === undefined ? '' : `${year}년`}${month}월${day}일`;
}

/**
 * What has to be read before punctuation is gone: thousands, dates in figures or English, the dollar sign. The text
 * is half width and NFC.
 */
export function withReadMarks(text: string): string {
  const dated = englishDates.reduce(
    (read, pattern) =>
      read.replace(pattern, (...match) => {
        const { year, month = '', day = '' } = match.at(-1) as Readonly<Record<string, string | undefined>>;
        return dateOf(year, months.indexOf(month.toLowerCase()) + 1, Number(day));
      }),
    text.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, ''),
  );
  return dated
    .replace(isoDate, (_, year: string, month: string, day: string) =>
      dateOf(year, Number(month), Number(day)),
    )
    .replace(slashDate, (_, month: string, day: string) => dateOf(undefined, Number(month), Number(day)))
    .replace(/\$ *(\d+(?:\.\d+)?(?: *(?:thousand|million|billion|trillion|bn|mn|k)\b)?)/giu, '$1 dollars');
}

const ones =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/u);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const spelledFigures = new Map([
  ...ones.map((word, index): [string, number] => [word, index]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);
const powers = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
]);

/** A number as far as it is read: of ‘two thousand three’ first 2, then 2000 and 0, then 2000 and 3. */
interface Reading {
  readonly thousands: number;
  readonly rest: number;
  /** What comes next has to be smaller than this to belong to it. */
  readonly below: number;
}

function begun(word: string): Reading | null {
  if (/^\d+(\.\d+)?$/u.test(word)) return { thousands: 0, rest: Number(word), below: 0 };
  const figure = spelledFigures.get(word);
  return figure === undefined ? null : { thousands: 0, rest: figure, below: figure >= 20 ? 10 : 0 };
}

/** Null where the word does not go on with the number. */
function continued({ thousands, rest, below }: Reading, word: string): Reading | null {
  const power = powers.get(word);
  if (power === 100) return { thousands, rest: exact(rest * 100), below: 100 };
  if (power !== undefined) return { thousands: exact(thousands + rest * power), rest: 0, below: power };
  const figure = spelledFigures.get(word) ?? Number.POSITIVE_INFINITY;
  return figure > 0 && figure < below
    ? { thousands, rest: rest + figure, below: figure >= 20 ? 10 : 0 }
    : null;
}

/** English numbers in figures, of words that `normalize` has parted: 'one billion dollars' → '1000000000달러'. */
export function withEnglishNumbers(words: string): string {
  const read: string[] = [];
  let number: Reading | null = null;
  const close = () => {
    if (number !== null) read.push(String(number.thousands + number.rest));
    number = null;
  };
  const articles = /\ba (?=(?:hundred|thousand|million|billion|trillion)\b)/gu;
  for (const word of words
    .replace(/(\d)(bn|mn|k)\b/gu, '$1 $2')
    .replace(articles, 'one ')
    .split(' ')) {
    const longer: Reading | null = number === null ? null : continued(number, word);
    if (longer === null) close();
    number = longer ?? begun(word);
    if (number === null) read.push(word);
  }
  close();
  return read
    .join(' ')
    .replace(/(?<=\d) ?(?:us )?(?:dollars?|usd)\b/gu, '달러')
    .replace(/(?<=\d) ?(?:percent|per cent|%)/gu, '%')
    .replace(/(?<=\d) times\b/gu, '배');
}

/** Without what floating point adds: 1.1 × 10⁸ is 110000000. */
function exact(amount: number): number {
  return Number(amount.toPrecision(15));
}

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
const counters = '(년도|년|월|일|배|퍼센트|프로|%|달러|불|원)';
/** A number with what it counts; first with a last digit, then without, as 이십일 is 21 and the 20th. */
const countedNumbers = [
  new RegExp(`^(${hasUnit}${upToLastDigit}${digit}?)${counters}`, 'u'),
  new RegExp(`^(${hasUnit}${upToLastDigit})${counters}`, 'u'),
  /^([일이삼사오육칠팔구])(월|일|배|퍼센트|프로|달러)/u,
];
const wholeNumber = new RegExp(`^${hasUnit}${upToLastDigit}${digit}?$`, 'u');

const nativeFigures = ['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];
const nativeNumber = new RegExp(`^(${nativeFigures.join('|')})(배|곳|군데|개|번|명|대|가지|시간|달)$`, 'u');

/**
 * Korean numbers in figures, of a text without spaces: 3만5천 → 35000, 이천이십사년 → 2024년, 두배 → 2배. Numbers without
 * any figure are read only where the text is nothing else, as 이, 사, 만, 조 … are syllables of other words as well.
 */
export function withKoreanNumbers(text: string): string {
  const [, figure = '', counted = ''] = nativeNumber.exec(text) ?? [];
  if (figure !== '') return `${nativeFigures.indexOf(figure) + 1}${counted}`;
  const read = readSpelled(text.replace('시월', '십월').replace('유월', '육월')) ?? text;
  return read
    .replace(/\d+(?:\.\d+)?[십백천만억조][\d십백천만억조]*/gu, (number) => String(amountOf(number)))
    .replace(/(?<=\d)(?:퍼센트|프로)/gu, '%')
    .replace(/(?<=\d)불/gu, '달러')
    .replace(/(?<=\d)년도/gu, '년')
    .replace(/(?<![\d.])0+(?=\d)/gu, '');
}

/** Null for a text which is more than numbers, each with what it counts. */
function readSpelled(text: string): string | null {
  if (wholeNumber.test(text)) return String(amountOf(text));
  let rest = text;
  let read = '';
  while (rest !== '') {
    const found = countedNumbers.map((pattern) => pattern.exec(rest)).find((match) => match !== null);
    if (found === undefined) return null;
    const [whole, number = '', counter = ''] = found;
    read += `${amountOf(number)}${counter}`;
    rest = rest.slice(whole.length);
  }
  return read;
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
