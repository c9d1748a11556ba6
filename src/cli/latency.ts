import process from 'node:process';

/** CPU milliseconds of this process (all of its threads, so collecting garbage counts) that a call takes. */
export function cpuMilliseconds(call: () => void): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/** Each query once, after `find` has been warmed up by the caller. */
export function measureEach(calls: readonly (() => void)[]): Latency {
  const times = calls.map(cpuMilliseconds);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

const repetitions = 5;

/** The slowest of the queries, each taken at its median of five after one that does not count. */
export function measureSlowest(queries: readonly string[], find: (query: string) => void): number {
  const medians = queries.map((query) => {
    find(query);
    const times = Array.from({ length: repetitions }, () => cpuMilliseconds(() => find(query)));
    return percentile(times, 0.5);
  });
  return Math.max(0, ...medians);
}

/** The smallest value that at least this share of the values does not exceed; 0 for none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}

const long = 500;
const longQueries = 10;

/** Texts of 500 characters made of the queries themselves, as a pasted chat would be. */
export function longQueriesOf(queries: readonly string[]): string[] {
  if (queries.join('') === '') return [];
  return Array.from({ length: longQueries }, (_, index) => {
    const start = Math.floor((index * queries.length) / longQueries);
    const rotated = [...queries.slice(start), ...queries.slice(0, start)].join(' ');
    return [...`${rotated} `.repeat(Math.ceil((long + 1) / (rotated.length + 1)))].slice(0, long).join('');
  });
}

function filled(part: string): string {
  return [...part.repeat(long)].slice(0, long).join('');
}

/** Texts of 500 characters that have driven searches to exponential or quadratic work. */
export const hostileQueries: readonly string[] = [
  'ㅋ',
  '왜',
  'ㄱ',
  'ㅏ',
  'a',
  '1',
  ' ',
  '.',
  '\\',
  '!',
  '|',
  '=^"\'$',
  '(a+)+$',
  '뷁쉛궯',
  'ㅁㄴㅇㄹ ',
  '클라우드',
  '클 라 우 드 ',
  '먹통은는이가을를에서',
  'dhodlfjsdlfdl',
  'dho dlfjs dlfdl ',
  'a b c d e f g h ',
  'cloud',
  '왜why뭐what',
  'é\u0301\u0302\u0303',
  '\u1100\u1161',
  '\u200b왜',
  '\u202e왜\u0000',
  '😀👨‍👩‍👧',
  'ﷺ',
  '<@1>',
  'https://',
].map(filled);
