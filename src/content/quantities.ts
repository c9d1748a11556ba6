/**
 * The numbers of a text, in a form in which Korean and English can be compared: 10억 and 1 billion, 7월 19일 and July 19.
 * Figures count; words ("three", 세) and units only help to recognise what the other language says, so that a text is
 * never blamed for spelling a number out.
 */
export interface Quantity {
  /** As it is written. */
  readonly text: string;
  /** What it may mean: one of these lists, whole. */
  readonly readings: readonly (readonly string[])[];
}

export interface Quantities {
  readonly figures: readonly Quantity[];
  /** Everything that the text may be understood to say. */
  readonly said: ReadonlySet<string>;
}

/** The figures of either language that the other does not say, as they are written. */
export function differingNumbers(korean: string, english: string): { korean: string[]; english: string[] } {
  const [ko, en] = [quantitiesIn(korean, 'ko'), quantitiesIn(english, 'en')];
  return { korean: unsaid(ko.figures, en.said), english: unsaid(en.figures, ko.said) };
}

function unsaid(figures: readonly Quantity[], said: ReadonlySet<string>): string[] {
  const missing = figures.filter(
    ({ readings }) => !readings.some((all) => all.every((one) => said.has(one))),
  );
  return [...new Set(missing.map(({ text }) => text))];
}

/** A way to write a number: where it is found, and what it may mean; null where the other language need not say it. */
interface Pattern {
  readonly pattern: RegExp;
  readonly read: (found: readonly (string | undefined)[]) => readonly (readonly string[])[] | null;
}

export function quantitiesIn(text: string, language: 'ko' | 'en'): Quantities {
  const plain = text
    .normalize('NFKC')
    .replace(/https?:\/\/\S+|<[^\s>]+>/gu, ' ')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  const figures: Quantity[] = [];
  const said = new Set<string>();
  const patterns = language === 'ko' ? koreanPatterns : englishPatterns;
  let rest = plain;
  for (const { pattern, read } of patterns)
    rest = rest.replace(pattern, (...match) => {
      // Behind the groups stand the index and the text itself.
      const readings = read(match.slice(0, -2));
      const [whole] = match;
      if (readings !== null) figures.push({ text: whole.trim(), readings });
      return ' '.repeat(whole.length);
    });
  for (const { readings } of figures) for (const one of readings.flat()) said.add(one);
  for (const one of saidInWords(rest, language)) said.add(one);
  if (plain.includes('24/7')) for (const one of [24, 7]) said.add(key(one));
  // Figures within names (Q1, B2B), which nobody has to repeat.
  for (const [digits] of rest.matchAll(new RegExp(number, 'gu'))) said.add(key(Number(digits)));
  return { figures, said };
}

/** One number, in one spelling: rounded so that 8.5 × 1,000,000 is 8,500,000. */
function key(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function only(...values: number[]): string[][] {
  return [values.map(key)];
}

function percent(value: number): string {
  return `${key(value)}%`;
}

/** Numbers in unit order, each with what it may mean in smaller or larger units. */
function inUnits(value: number, factors: readonly number[]): string[][] {
  return [[key(value)], ...factors.map((factor) => [key(value * factor)])];
}

const number = '\\d+(?:\\.\\d+)?';
/** What stands right before a figure where it is part of a name: Q1, B2B, C-00000291. */
const unnamed = '(?<![\\p{Script=Latin}\\d.]|\\p{Script=Latin}-)';

const shared: readonly Pattern[] = [
  // Round the clock.
  { pattern: /(?<!\d)24\/7(?!\d)/gu, read: () => null },
  // 2024-07-19, 2024.7.19, 2024/7/19
  {
    pattern: /(?<![\d.])(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d])\.?/gu,
    read: ([, year, , month, day]) => only(Number(year), Number(month), Number(day)),
  },
  // 1.2.3 is a version or an address.
  { pattern: /(?<![\d.])\d+(?:\.\d+){2,}/gu, read: ([whole]) => [[String(whole)]] },
  // 15:30
  {
    pattern: /(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])(?:\s*([ap])\.?m\b\.?)?/giu,
    read: ([, hour, minute, half]) => {
      const minutes = Number(minute) === 0 ? [] : [Number(minute)];
      const afternoon = half?.toLowerCase() === 'p' || Number(hour) > 12;
      return hoursOf(Number(hour), afternoon).map((one) => [one, ...minutes].map(key));
    },
  },
];

/** An hour as both clocks call it. */
function hoursOf(hour: number, afternoon: boolean): number[] {
  if (!afternoon) return [hour];
  return hour > 12 ? [hour, hour - 12] : [hour, hour + 12];
}

const koreanUnits: Readonly<Record<string, number>> = {
  십: 10,
  백: 100,
  천: 1000,
  만: 1e4,
  억: 1e8,
  조: 1e12,
  경: 1e16,
};
/** 3천, 1만, 2조: a figure, what multiplies it, and one of the great units. */
const koreanPart = `${number}여?[천백십]?(?:여?[만억조경])?`;

/** 1만 5천 → 15000; null where the parts do not come in falling order, as those of one number do. */
function koreanNumber(text: string): number | null {
  let [sum, section] = [0, 0];
  let [belowGreat, belowSmall] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [, digits, smallUnit, greatUnit] of text.matchAll(
    /(\d+(?:\.\d+)?)여?([천백십])?(?:여?([만억조경]))?/gu,
  )) {
    const small = koreanUnits[smallUnit ?? ''] ?? 1;
    const great = koreanUnits[greatUnit ?? ''] ?? 1;
    const value = Number(digits) * small;
    if (value >= belowSmall || great >= belowGreat) return null;
    section += value;
    belowSmall = small;
    if (greatUnit === undefined) continue;
    sum += section * great;
    section = 0;
    [belowGreat, belowSmall] = [great, great];
  }
  return sum + section;
}

function koreanReadings(text: string): string[][] {
  const parts = [...text.matchAll(new RegExp(koreanPart, 'gu'))].map(([part]) => koreanNumber(part) ?? 0);
  const whole = koreanNumber(text);
  const apart = parts.map(key);
  return whole === null ? [apart] : [[key(whole)], apart];
}

const koreanDurations: Readonly<Record<string, readonly number[]>> = {
  시간: [60, 1 / 24],
  분: [1 / 60, 60],
  초: [1 / 60],
  일: [24, 1 / 7],
  주: [7],
  개월: [1 / 12],
  달: [1 / 12],
  년: [12, 1 / 10],
};

const koreanPatterns: readonly Pattern[] = [
  ...shared,
  {
    pattern: new RegExp(`(${number})\\s?분의\\s?(${number})`, 'gu'),
    read: ([, of, part]) => only(Number(part) / Number(of)),
  },
  {
    pattern: new RegExp(
      `(${number})(?:\\s?[~∼–-]\\s?(${number}))?\\s?(?:%|퍼센트|프로(?![가-힣])|퍼(?![가-힣]))p?`,
      'gu',
    ),
    read: ([, first, second]) => [
      [first, second].filter((one) => one !== undefined).map((one) => percent(Number(one))),
    ],
  },
  // 10~20만 may be 10 to 200,000, but hardly is.
  {
    pattern: new RegExp(`${unnamed}(${number})\\s?[~∼–-]\\s?(${koreanPart})`, 'gu'),
    read: ([, first, second]) => {
      const unit = koreanUnits[/[만억조경]/u.exec(String(second))?.[0] ?? ''] ?? 1;
      const seconds = koreanReadings(String(second));
      const firsts = unit === 1 ? [Number(first)] : [Number(first) * unit, Number(first)];
      return firsts.flatMap((one) => seconds.map((other) => [key(one), ...other]));
    },
  },
  {
    pattern: new RegExp(`${unnamed}(?:오후|저녁|밤|낮)\\s?(\\d{1,2})시`, 'gu'),
    read: ([, hour]) => hoursOf(Number(hour), true).map((one) => [key(one)]),
  },
  // The '90s and the 1990s.
  {
    pattern: /(?<!\d)(\d0)년대/gu,
    read: ([, years]) => [[key(Number(years))], [key(1900 + Number(years))], [key(2000 + Number(years))]],
  },
  {
    pattern: new RegExp(`${unnamed}(${number})\\s?(시간|개월|달(?!러)|년|주|일|분|초)`, 'gu'),
    read: ([, value, unit]) => {
      if (Number(value) > 200) return only(Number(value));
      const durations = inUnits(Number(value), koreanDurations[String(unit)] ?? []);
      return unit === '년' ? [...durations, ...only(2000 + Number(value))] : durations;
    },
  },
  // 7.19 사태
  {
    pattern: /(?<![\d.])(1[0-2]|[1-9])\.(3[01]|[12]\d|[1-9])(?![\d.%만억조천백]|\s?[만억조])/gu,
    read: ([whole, month, day]) => [[key(Number(whole))], ...only(Number(month), Number(day))],
  },
  {
    pattern: new RegExp(`${unnamed}${koreanPart}(?:\\s?${koreanPart})*`, 'gu'),
    read: ([whole]) => koreanReadings(String(whole)),
  },
];

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const monthName = `(?:${months.map((name) => (name !== 'May' ? `${name.slice(0, 3)}${name === 'September' ? 't?' : ''}(?:${name.slice(3)}|\\.)?` : name)).join('|')})`;
const day = '(\\d{1,2})(?:st|nd|rd|th)?';

function monthOf(name: string): number {
  return months.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
}

const englishUnits: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  t: 1e12,
};
const englishUnit =
  '(?:[\\s-]?(dozen|hundred|thousand|million|billion|trillion|mn|bn|tn)\\b|([kKmMbBT])(?![\\p{L}\\d]))';

function timesOf(unit: string | undefined): number {
  return englishUnits[unit?.toLowerCase() ?? ''] ?? 1;
}

const englishDurations: Readonly<Record<string, readonly number[]>> = {
  hour: [60, 1 / 24],
  minute: [1 / 60, 60],
  second: [1 / 60],
  day: [24, 1 / 7],
  week: [7],
  month: [1 / 12],
  year: [12, 1 / 10],
};

const englishPatterns: readonly Pattern[] = [
  ...shared,
  {
    pattern: new RegExp(`\\b(${monthName})\\s${day}\\b(?:,?\\s(\\d{4})\\b)?`, 'gu'),
    read: ([, month, one, year]) =>
      only(monthOf(String(month)), Number(one), ...(year === undefined ? [] : [Number(year)])),
  },
  {
    pattern: new RegExp(`(?<![\\d.])${day}\\s(?:of\\s)?(${monthName})\\b(?:,?\\s(\\d{4})\\b)?`, 'gu'),
    read: ([, one, month, year]) =>
      only(monthOf(String(month)), Number(one), ...(year === undefined ? [] : [Number(year)])),
  },
  {
    pattern: new RegExp(`\\b(${monthName}),?\\s(\\d{4})\\b`, 'gu'),
    read: ([, month, year]) => only(monthOf(String(month)), Number(year)),
  },
  {
    pattern: new RegExp(
      `(${number})(?:\\s?(?:[–-]|to)\\s?(${number}))?\\s?-?(?:%|percent\\b|per\\scent\\b|percentage\\spoints?\\b)`,
      'giu',
    ),
    read: ([, first, second]) => [
      [first, second].filter((one) => one !== undefined).map((one) => percent(Number(one))),
    ],
  },
  {
    pattern: new RegExp(`${unnamed}(${number})\\s?(?:[–-]|to)\\s?[$€£]?(${number})${englishUnit}`, 'gu'),
    read: ([, first, second, word, letter]) => {
      const times = timesOf(word ?? letter);
      return [
        [Number(first) * times, Number(second) * times],
        [Number(first), Number(second) * times],
      ].map((all) => all.map(key));
    },
  },
  {
    pattern: new RegExp(`${unnamed}(${number})${englishUnit}`, 'gu'),
    // 5M may be five million, and five metres.
    read: ([, value, word, letter]) => [
      [key(Number(value) * timesOf(word ?? letter))],
      ...(letter === undefined ? [] : only(Number(value))),
    ],
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\s?p\.?m\b\.?/giu,
    read: ([, hour]) => hoursOf(Number(hour), true).map((one) => [key(one)]),
  },
  // The '90s and the 1990s.
  {
    pattern: /(?<!\d)['’]?(\d0)s\b/gu,
    read: ([, years]) => [[key(Number(years))], [key(1900 + Number(years))], [key(2000 + Number(years))]],
  },
  {
    pattern: new RegExp(`${unnamed}(${number})[\\s-]?(hour|minute|second|day|week|month|year)s?\\b`, 'giu'),
    read: ([, value, unit]) => inUnits(Number(value), englishDurations[String(unit).toLowerCase()] ?? []),
  },
  {
    pattern: /(?<![\d.])(\d+)\s(?:in|out\sof)\s(\d+)(?![\d.,]\d|\d)/gu,
    read: ([, part, of]) => [[key(Number(part) / Number(of))], ...only(Number(part), Number(of))],
  },
  // 1/3, 7/19
  {
    pattern: /(?<![\d/])(\d+)[/⁄](\d+)(?![\d/])/gu,
    read: ([, part, of]) => [[key(Number(part) / Number(of))], ...only(Number(part), Number(of))],
  },
  { pattern: new RegExp(`${unnamed}${number}`, 'gu'), read: ([whole]) => only(Number(whole)) },
];

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** Words and the numbers that they may stand for. */
const englishWords: readonly (readonly [RegExp, readonly (number | string)[]])[] = [
  ...ones.map((word, value) => [new RegExp(`\\b${word}(?:s|fold)?\\b`, 'iu'), [value]] as const),
  ...tens.map(
    (word, index) =>
      [new RegExp(`\\b${word.replace(/y$/u, '(?:y|ies|ieth)')}\\b`, 'iu'), [(index + 2) * 10]] as const,
  ),
  ...ordinals.map((word, value) => [new RegExp(`\\b${word}(?:ly)?\\b`, 'iu'), [value]] as const),
  ...months.map((name, index) => [new RegExp(`\\b${name}\\b`, 'u'), [index + 1]] as const),
  [
    /\b(?:an?|once|single|sole|only|per|each|every|top|daily|weekly|monthly|annual(?:ly)?|yearly|last|unique)\b/iu,
    [1],
  ],
  [/\b(?:both|pair|couple|twice|double[sd]?|doubling|duo|biennial)\b/iu, [2]],
  [/\b(?:thrice|triple[sd]?|trio)\b/iu, [3]],
  [/\b(?:quadruple[sd]?|quartet)\b/iu, [4]],
  [/\bhal(?:f|ves|ved)\b/iu, [0.5, 2, '50%', 30, 6]],
  [/\bthirds?\b/iu, [1 / 3, 3]],
  [/\btwo[\s-]thirds\b/iu, [2 / 3]],
  [/\bquarters?\b/iu, [0.25, 4, '25%', 3, 15]],
  [/\bthree[\s-]quarters\b/iu, [0.75, '75%']],
  [/\btenths?\b/iu, [0.1, '10%']],
  [/\bdozens?\b/iu, [12]],
  [/\bfortnight(?:ly)?\b/iu, [2, 14]],
  [/\b(?:round|around)[\s-]the[\s-]clock\b/iu, [24, 7]],
  [/\b(?:day|overnight)\b/iu, [1, 24]],
  [/\bweeks?\b/iu, [1, 7]],
  [/\byears?\b/iu, [1, 12]],
  [/\bhours?\b/iu, [1, 60]],
  [/\bdecades?\b/iu, [10]],
  [/\bcentur(?:y|ies)\b/iu, [100]],
  [/\b(?:noon|midday)\b/iu, [12]],
  [/\bmidnight\b/iu, [0, 12, 24]],
  [/\bhundreds?\b/iu, [100]],
  [/\bthousands?\b/iu, [1000]],
  [/\bmillions?\b/iu, [1e6]],
  [/\bbillions?\b/iu, [1e9]],
  [/\btrillions?\b/iu, [1e12]],
  [/\b(?:no|none|nobody|nothing|nil)\b/iu, [0]],
  [/\b(?:all|whole|entire(?:ly)?|complete(?:ly)?|full(?:y)?)\b/iu, ['100%']],
];

const native = '하나|한 두|둘 세|셋|석|서 네|넷|넉|너 다섯 여섯 일곱 여덟 아홉 열'.split(' ');
const nativeTens = '스물|스무 서른 마흔 쉰 예순 일흔 여든 아흔'.split(' ');
const counter =
  '개|명|번|곳|가지|배|시|달|주|해|차례|군데|사람|대|쪽|마디|장|살|줄|자리|글자|나라|회사|단계|째|쌍|팀|편|건';

/** 한 is in half of all words, so what it may be is decided by what stands around it. */
function nativeWord(words: string): RegExp {
  return new RegExp(
    `(?<![가-힣])(?:${words})(?=\\s|(?:${counter})|[^가-힣]|$|[은는이가을를도만의로과와째])`,
    'u',
  );
}

const koreanWords: readonly (readonly [RegExp, readonly (number | string)[]])[] = [
  ...native.map((words, index) => [nativeWord(words), [index + 1]] as const),
  ...nativeTens.map((words, index) => [nativeWord(words), [(index + 2) * 10]] as const),
  [/첫|처음|최초|매|마다|당\s|씩|유일|일회|단일|홀로|혼자|최고|으뜸|같은/u, [1]],
  [/이틀|양쪽|모두\s?둘|쌍|곱절|갑절|두\s?배/u, [2]],
  [/사흘/u, [3]],
  [/나흘/u, [4]],
  [/닷새/u, [5]],
  [/엿새/u, [6]],
  [/이레|일주일|한\s?주/u, [1, 7]],
  [/열흘/u, [10]],
  [/보름/u, [15]],
  [/하루|온종일|종일/u, [1, 24]],
  [/연중무휴/u, [24, 7, 365]],
  [/반(?![가-힣]대)/u, [0.5, 30, 6, '50%']],
  [/절반/u, [0.5, 2, '50%']],
  [/정오/u, [12]],
  [/자정/u, [0, 12, 24]],
  [/전부|전체|완전|모두|모조리/u, ['100%']],
  [/없/u, [0]],
];

const sinoDigits = '영일이삼사오육칠팔구';

function* saidInWords(text: string, language: 'ko' | 'en'): Generator<string> {
  for (const [pattern, values] of language === 'ko' ? koreanWords : englishWords)
    if (pattern.test(text)) yield* values.map((value) => (typeof value === 'string' ? value : key(value)));
  if (language === 'en') yield* spelledEnglish(text);
  else yield* spelledKorean(text);
}

/** twenty-one, one billion, three hundred thousand, one in ten */
function* spelledEnglish(text: string): Generator<string> {
  const word = [
    ...ones,
    ...tens,
    'hundred',
    'thousand',
    'million',
    'billion',
    'trillion',
    'an',
    'a',
    'and',
    'half',
  ].join('|');
  for (const [run] of text.matchAll(
    new RegExp(`\\b(?:${word})(?:[\\s-]+(?:${word}))*\\b(?:[\\s-]+per\\s?cent)?`, 'giu'),
  )) {
    const value = englishValue(run.toLowerCase().split(/[\s-]+/u));
    yield key(value);
    yield percent(value);
  }
  for (const [, part, of] of text.matchAll(
    new RegExp(`\\b(${ones.join('|')}|\\d+) (?:in|out of) (${[...ones, ...tens].join('|')}|\\d+)\\b`, 'giu'),
  )) {
    const ratio = figureOf(String(part)) / figureOf(String(of));
    yield key(ratio);
    yield percent(ratio * 100);
  }
}

function figureOf(word: string): number {
  const lower = word.toLowerCase();
  if (/^\d/u.test(lower)) return Number(lower);
  return ones.includes(lower) ? ones.indexOf(lower) : (tens.indexOf(lower) + 2) * 10;
}

function englishValue(words: readonly string[]): number {
  let sum = 0;
  let current = 0;
  for (const word of words) {
    if (word === 'half') current += 0.5;
    else if (word === 'a' || word === 'an') current += current === 0 ? 1 : 0;
    else if (word === 'hundred') current = (current || 1) * 100;
    else if (word in englishUnits) {
      sum += (current || 1) * timesOf(word);
      current = 0;
    } else if (ones.includes(word) || tens.includes(word)) current += figureOf(word);
  }
  return sum + current;
}

/** Two syllables at least, or one before a counter: 이 and 일 are words of their own. */
const sinoRun =
  /[영일이삼사오육칠팔구십백천만억조]{2,}|(?<![가-힣])[일이삼사오육칠팔구십백천만억조](?=\s?(?:년|월|일|주|개월|시간|분|초|차|위|명|원|달러|퍼센트|배|인|호|층|단계|번|회|등|세기|도|킬로|미터))/gu;

/** 이백, 십억, 삼천오백, 열두, 백분의 일 */
function* spelledKorean(text: string): Generator<string> {
  for (const [run] of text.matchAll(sinoRun)) {
    const value = sinoValue(run);
    if (value !== null) {
      yield key(value);
      yield percent(value);
    }
  }
  for (const [, ten, one] of text.matchAll(
    /(열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)\s?(한|하나|두|둘|세|셋|네|넷|다섯|여섯|일곱|여덟|아홉)/gu,
  )) {
    const tenth =
      ten === '열' ? 1 : nativeTens.findIndex((words) => words.split('|').includes(String(ten))) + 2;
    yield key(tenth * 10 + native.findIndex((words) => words.split('|').includes(String(one))) + 1);
  }
  for (const [, of, part] of text.matchAll(
    /([일이삼사오육칠팔구십백천]+)\s?분의\s?([일이삼사오육칠팔구십]+)/gu,
  ))
    yield key((sinoValue(String(part)) ?? 0) / (sinoValue(String(of)) ?? 1));
}

/** Null for what is no number, as most runs of these syllables are. */
function sinoValue(run: string): number | null {
  let [sum, section, digit] = [0, 0, 0];
  for (const syllable of run) {
    const figure = sinoDigits.indexOf(syllable);
    const unit = koreanUnits[syllable] ?? 0;
    if (figure >= 0) {
      if (digit > 0) return null;
      digit = figure;
    } else if (unit < 1e4) {
      section += (digit || 1) * unit;
      digit = 0;
    } else {
      sum += (section + digit || 1) * unit;
      [section, digit] = [0, 0];
    }
  }
  return sum + section + digit;
}
