import type { Difficulty, Kind } from '../quiz/deck.ts';
import type { Style } from '../quiz/game.ts';

/** What is chosen for a new game. */
export interface Setup {
  readonly style: Style;
  readonly mode: Mode;
  readonly difficulty: Difficulty | 'any';
  readonly count: number;
  /** How long a question stays open. */
  readonly seconds: number;
  readonly language: 'ko' | 'en';
  /** In a thread of its own. */
  readonly thread: boolean;
  /** Of this pack only; null: of all. */
  readonly pack: string | null;
}

/** How questions are answered: by buttons, by typing, or as it comes. */
export type Mode = 'all' | 'button' | 'typed';

export const styles = ['race', 'together', 'hardcore'] as const satisfies readonly Style[];
export const modes = ['all', 'button', 'typed'] as const satisfies readonly Mode[];
export const levels = ['any', 'easy', 'medium', 'hard'] as const satisfies readonly Setup['difficulty'][];
export const counts = { least: 3, most: 10 } as const;
export const secondsRange = { least: 10, most: 60 } as const;
/** What the panel offers; the command takes any number between. */
export const usualCounts = [3, 5, 7, 10] as const;
export const usualSeconds = [10, 20, 30, 60] as const;

export const usual: Omit<Setup, 'language'> = {
  style: 'race',
  mode: 'all',
  difficulty: 'any',
  count: 5,
  seconds: 20,
  thread: false,
  pack: null,
};

const kinds: Readonly<Record<Mode, readonly Kind[]>> = {
  all: [],
  button: ['choice', 'truth'],
  typed: ['typed', 'order'],
};

/** The kinds of questions of a mode; empty: all. */
export function kindsOf(mode: Mode): readonly Kind[] {
  return kinds[mode];
}

/** The mode that has exactly these kinds. */
export function modeOf(chosen: readonly Kind[]): Mode {
  return modes.find((mode) => kinds[mode].join() === chosen.join()) ?? 'all';
}

/** As it stands in a custom id: `race-all-any-5-20-ko-0`, then the pack. */
export function writeSetup({ pack, thread, ...setup }: Setup): string {
  const { style, mode, difficulty, count, seconds, language } = setup;
  const parts = [style, mode, difficulty, count, seconds, language, thread ? 1 : 0];
  return [...parts, ...(pack === null ? [] : [pack])].join('-');
}

const written =
  /^(race|together|hardcore)-(all|button|typed)-(any|easy|medium|hard)-(\d{1,2})-(\d{2})-(ko|en)-([01])(?:-(.+))?$/;

/** Null for what {@link writeSetup} did not write. */
export function readSetup(text: string): Setup | null {
  const [whole, style, mode, difficulty, count, seconds, language, thread, pack] = written.exec(text) ?? [];
  if (whole === undefined) return null;
  const setup = {
    ...({ style, mode, difficulty, language } as Pick<Setup, 'style' | 'mode' | 'difficulty' | 'language'>),
    ...{ count: Number(count), seconds: Number(seconds), thread: thread === '1', pack: pack ?? null },
  };
  const isWithin = (value: number, { least, most }: { least: number; most: number }) =>
    value >= least && value <= most;
  return isWithin(setup.count, counts) && isWithin(setup.seconds, secondsRange) ? setup : null;
}
