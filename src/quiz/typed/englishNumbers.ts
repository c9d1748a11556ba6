/**
 * English numbers in figures, with what they count in Korean, so that 10억 달러, $1 billion and 1,000,000,000 dollars are
 * the same answer.
 */

import { ordinalOf } from './ordinals.ts';

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
  ['bil', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
]);

/** A number as far as it is read: of ‘two thousand three’ first 2, then 2000 and 0, then 2000 and 3. */
interface SoFar {
  readonly thousands: number;
  readonly rest: number;
  /** What comes next has to be smaller than this to belong to it. */
  readonly below: number;
  /** The figure as typed, where it is one and nothing follows: 7.20 is no 7.2, it may be a date. */
  readonly typed?: string;
}

function begun(word: string): SoFar | null {
  if (/^\d+(\.\d+)?$/u.test(word)) return { thousands: 0, rest: Number(word), below: 0, typed: word };
  const figure = spelledFigures.get(word);
  return figure === undefined ? null : { thousands: 0, rest: figure, below: figure >= 20 ? 10 : 0 };
}

/** Null where the word does not go on with the number. */
function continued({ thousands, rest, below }: SoFar, word: string): SoFar | null {
  const power = powers.get(word);
  if (power === 100) return { thousands, rest: exact(rest * 100), below: 100 };
  // a thousand million
  const isOfAll = rest === 0 && thousands > 0;
  if (power !== undefined)
    return {
      thousands: exact(isOfAll ? thousands * power : thousands + rest * power),
      rest: 0,
      below: power,
    };
  const figure = spelledFigures.get(word) ?? Number.POSITIVE_INFINITY;
  return figure > 0 && figure < below
    ? { thousands, rest: rest + figure, below: figure >= 20 ? 10 : 0 }
    : null;
}

/** Without what floating point adds: 1.1 × 10⁸ is 110000000. */
export function exact(amount: number): number {
  return Number(amount.toPrecision(15));
}

const glued = new RegExp(`(\\d)(${[...powers.keys()].join('|')})\\b`, 'gu');
const articles = /\ba (?=(?:hundred|thousand|million|billion|trillion)\b)/gu;
const joints = new RegExp(
  `(?<=hundred|thousand|million|billion) and (?=(?:${[...ones, ...tens].join('|')})\\b)`,
  'gu',
);

/** English numbers in figures, of words that `normalize` has parted: 'one billion dollars' → '1000000000달러'. */
export function withEnglishNumbers(words: string): string {
  const read: string[] = [];
  let number: SoFar | null = null;
  const close = () => {
    if (number !== null) read.push(number.typed ?? String(number.thousands + number.rest));
    number = null;
  };
  for (const word of words
    .replace(glued, '$1 $2')
    .replace(articles, 'one ')
    .replace(joints, ' ')
    .split(' ')) {
    const longer: SoFar | null = number === null ? null : continued(number, word);
    if (longer === null) close();
    number = longer ?? begun(word);
    if (number === null) read.push(word);
  }
  close();
  return withUnits(read.join(' '));
}

/** What is counted, after a figure, Korean or English. Not days: 20일 is the 20th as well. */
const units: readonly (readonly [words: string, unit: string])[] = [
  ['(?:us |u s )?(?:dollars?|usd|bucks?)', '달러'],
  ['euros?', '유로'],
  ['pounds?', '파운드'],
  ['yen', '엔'],
  ['won', '원'],
  ['percent|per cent|pct', '%'],
  ['hours?|hrs?|h', '시간'],
  ['minutes?|mins?', '분'],
  ['seconds?|secs?', '초'],
  ['people|persons?', '명'],
  ['fold', '배'],
  ['st|nd|rd|th', '번째'],
];
const unitPatterns = units.map(([words, unit]): readonly [RegExp, string] => [
  new RegExp(`(?<=[\\d십백천만억조]) ?(?:${words})\\b`, 'gu'),
  unit,
]);

function withUnits(words: string): string {
  return unitPatterns
    .reduce((read, [pattern, unit]) => read.replace(pattern, unit), words)
    .replace(/(?<=\d) (?=%)|(?<=달러) (?:dollars?|usd)\b/gu, '');
}

/** 'the third' → 3번째, where the text is nothing else; null otherwise, as First and Second begin many names. */
export function ordinalIn(words: string): string | null {
  const spelled = words.replace(/^the /u, '').replace(/^20 /u, 'twenty ').replace(/^30 /u, 'thirty ');
  const ordinal = ordinalOf(spelled);
  return ordinal === null ? null : `${ordinal}번째`;
}
