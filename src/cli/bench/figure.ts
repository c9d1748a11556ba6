/** What several rounds gave. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export type Unit = 'ms' | 'MB' | 'share' | 'times' | 'count';

export interface Column {
  readonly name: string;
  readonly unit: Unit;
}

/** A figure as `npm run bench` prints it; plain JSON, as each part is measured in a process of its own. */
export interface Figure {
  readonly title: string;
  readonly columns: readonly Column[];
  /** As many values as there are columns; null where there is nothing to say. */
  readonly rows: readonly { readonly name: string; readonly values: readonly (number | Spread | null)[] }[];
  /** What was measured and how, in whole sentences. */
  readonly notes: readonly string[];
  readonly goals: readonly Goal[];
}

/** What the product promises; missing it makes the run fail. */
export interface Goal {
  readonly says: string;
  readonly measured: number;
  /** The most that is allowed. */
  readonly limit: number;
  readonly unit: Unit;
}

export function isMet({ measured, limit }: Goal): boolean {
  return measured <= limit;
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
  return { median: (lower + upper) / 2, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

/** How many times as much as `ours`, round by round: noise that lasts a round is in both. */
export function ratioTo(ours: readonly number[], theirs: readonly number[]): Spread {
  return spreadOf(theirs.map((value, round) => value / (ours[round] ?? Number.NaN)));
}

/** The figure as a person reads it. */
export function inWords({ title, columns, rows, notes, goals }: Figure): string {
  const head = ['', ...columns.map(({ name }) => name)];
  const lines = rows.map(({ name, values }) => [
    name,
    ...columns.map(({ unit }, at) => cell(values[at] ?? null, unit)),
  ]);
  return [
    title,
    '',
    ...aligned([head, ...lines]).map((line) => `  ${line}`),
    '',
    ...notes.map((note) => `  ${note}`),
    ...goals.map((goal) => `  ${goalInWords(goal)}`),
  ].join('\n');
}

function goalInWords(goal: Goal): string {
  const [measured, limit] = [goal.measured, goal.limit].map((value) => number(value, goal.unit));
  return `${isMet(goal) ? 'Met' : 'MISSED'}: ${goal.says}: ${measured}, at most ${limit}.`;
}

function aligned(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join('   ')
      .trimEnd(),
  );
}

function cell(value: number | Spread | null, unit: Unit): string {
  if (value === null) return '–';
  if (typeof value === 'number') return number(value, unit);
  const { median, min, max } = value;
  return `${number(median, unit)} (${bare(min, unit)}–${bare(max, unit)})`;
}

const signs: Readonly<Record<Unit, string>> = { ms: ' ms', MB: ' MB', share: ' %', times: '×', count: '' };

function number(value: number, unit: Unit): string {
  return `${bare(value, unit)}${signs[unit]}`;
}

function bare(value: number, unit: Unit): string {
  if (unit === 'count') return String(Math.round(value));
  const shown = unit === 'share' ? value * 100 : value;
  const size = Math.abs(shown);
  return shown.toFixed(size >= 100 ? 0 : size >= 10 || unit === 'share' ? 1 : 2);
}
