import { dateIn, nextDay } from '../../quiz/calendar.ts';
import { type Dealt, daily, dealtName, isAnswer, isRight } from '../../quiz/deck.ts';
import { daysOn, extended, type Streak } from '../../quiz/streak.ts';
import { claimDaily, type DailyRecord, readDailies } from '../../store/quizLearning.ts';
import type { FlowDeps } from '../deps.ts';
import { zoneOf } from '../server.ts';
import { orStoreFailed, type StoreFailed } from '../summary/draft.ts';
import { heldBackFrom, type Member } from './held.ts';
import { cardsOf } from './start.ts';
import { verdictOn } from './type.ts';

export type DailyResult =
  | { readonly kind: 'question'; readonly question: Dealt; readonly day: string; readonly streak: number }
  | {
      readonly kind: 'answered';
      readonly question: Dealt;
      readonly right: boolean;
      readonly streak: number;
      readonly best: number;
      /** When the next question comes. */
      readonly next: Date;
    }
  /** The try was taken before. */
  | {
      readonly kind: 'done';
      /** The question, and all that was kept of the answer to it; null where it has changed or gone since. */
      readonly answered: { readonly question: Dealt; readonly right: boolean } | null;
      readonly next: Date;
      readonly streak: number;
    }
  /** The button is of another day, or of a question that has given way to another, as after a change of the packs. */
  | { readonly kind: 'old' }
  /** Nothing of that kind can be answered to the question; or nothing was written. The try is not taken. */
  | { readonly kind: NoAnswer }
  /** A game is asking about it just now: the try is not taken, and nothing is told. */
  | { readonly kind: 'held-back' }
  | { readonly kind: 'no-questions' }
  | StoreFailed;

/** The question of the day, the same for the whole server. */
export function showDaily(deps: FlowDeps, member: Member): Promise<DailyResult> {
  return orStoreFailed(deps, show(deps, member));
}

async function show(deps: FlowDeps, member: Member): Promise<DailyResult> {
  const { day, question } = today(deps, member);
  if (question === null) return { kind: 'no-questions' };
  const isHeld = await heldBackFrom(deps, member);
  if (isHeld(question)) return { kind: 'held-back' };
  const answers = await readDailies(deps.db, member);
  const streak = daysOn(streakOf(answers), day);
  const own = answers.find((answer) => answer.day === day);
  if (own === undefined) return { kind: 'question', question, day, streak };
  const answered = own.name === dealtName(question) ? { question, right: own.right } : null;
  return { kind: 'done', answered, next: tomorrow(deps, member), streak };
}

export interface DailyAnswer {
  readonly day: string;
  readonly name: string;
  readonly picks: readonly number[] | string;
}

/**
 * Takes the one try of the day.
 *
 * @param answer `day` and `name` (`pack/id`) are those of the question which was shown; `picks` places in `shown`, or
 *   the text of a typed one.
 */
export function answerDaily(deps: FlowDeps, member: Member, answer: DailyAnswer): Promise<DailyResult> {
  return orStoreFailed(deps, take(deps, member, answer));
}

async function take(
  deps: FlowDeps,
  member: Member,
  { day: shown, name, picks }: DailyAnswer,
): Promise<DailyResult> {
  const { day, question } = today(deps, member);
  if (question === null) return { kind: 'no-questions' };
  if (shown !== day || name !== dealtName(question)) return { kind: 'old' };
  const isHeld = await heldBackFrom(deps, member);
  if (isHeld(question)) return { kind: 'held-back' };
  const right = isRightAnswer(deps, question, picks);
  if (typeof right === 'string') return { kind: right };
  // Read first: once the try is taken, nothing may fail any more.
  const before = streakOf(await readDailies(deps.db, member));
  if (!(await claimDaily(deps.db, member, { day, name, right }))) return show(deps, member);
  const after = extended(before, day) ?? before;
  const streak = daysOn(after, day);
  const best = after?.best ?? streak;
  return { kind: 'answered', question, right, streak, best, next: tomorrow(deps, member) };
}

function tomorrow({ now }: FlowDeps, { guild }: Member): Date {
  return nextDay(zoneOf(guild), now());
}

function today(deps: FlowDeps, { guild }: Member): { readonly day: string; readonly question: Dealt | null } {
  const day = dateIn(zoneOf(guild), deps.now());
  return { day, question: daily(cardsOf(deps.packs), guild, day) };
}

function streakOf(answers: readonly DailyRecord[]): Streak | null {
  return answers.reduce<Streak | null>((streak, { day }) => extended(streak, day) ?? streak, null);
}

/** What cannot be given as an answer to a question: it costs nothing. */
export type NoAnswer = 'impossible' | 'blank';

export function isRightAnswer(
  deps: Pick<FlowDeps, 'packs'>,
  question: Dealt,
  answer: readonly number[] | string,
): boolean | NoAnswer {
  if (typeof answer !== 'string')
    return isAnswer(question, answer) ? isRight(question, answer) : 'impossible';
  const verdict = verdictOn(deps, question, answer);
  if (verdict === null) return 'impossible';
  return verdict === 'blank' ? 'blank' : verdict === 'right';
}
