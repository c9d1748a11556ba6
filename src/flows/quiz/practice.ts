import { nextDay } from '../../quiz/calendar.ts';
import {
  type Card,
  cardName,
  type Dealt,
  dealtAs,
  type Filter,
  layoutOf,
  matching,
  weakest,
} from '../../quiz/deck.ts';
import { countsAgain, isDue, type Memory, recall, reviewed } from '../../quiz/review.ts';
import { readMemories, saveMemory } from '../../store/quizLearning.ts';
import type { FlowDeps } from '../deps.ts';
import { zoneOf } from '../server.ts';
import { orStoreFailed, type StoreFailed } from '../summary/draft.ts';
import { isRightAnswer, type NoAnswer } from './daily.ts';
import { heldBackFrom, type Member } from './held.ts';
import { cardsOf } from './start.ts';

/** Without a filter, all questions. */
export interface PracticeRequest extends Partial<Filter> {
  /** Name (`pack/id`) of the question of just before: it does not come again at once. */
  readonly after?: string;
}

/** How many questions, of those that were asked for. */
export interface PracticeCounts {
  /** Answered before, and to be answered again by the end of the day in the server's zone. */
  readonly due: number;
  /** Answered before, and not due yet. */
  readonly known: number;
  readonly untried: number;
}

export type PracticeResult =
  | {
      readonly kind: 'question';
      readonly question: Dealt;
      /** For the button: nothing of practice is stored but what is remembered. At most 5 digits. */
      readonly layout: string;
      readonly counts: PracticeCounts;
    }
  | { readonly kind: 'no-questions' }
  /** All that there is has to wait for a game that is asking about it just now. */
  | { readonly kind: 'held-back' }
  | StoreFailed;

/** The question that somebody knows least, out of all packs. It is the same on every server. */
export function showPractice(
  deps: FlowDeps,
  member: Member,
  request: PracticeRequest = {},
): Promise<PracticeResult> {
  return orStoreFailed(deps, show(deps, member, request));
}

async function show(deps: FlowDeps, member: Member, request: PracticeRequest): Promise<PracticeResult> {
  const { difficulty = 'any', kinds = [], after } = request;
  const cards = matching(cardsOf(deps.packs), { difficulty, kinds });
  if (cards.length === 0) return { kind: 'no-questions' };
  const isHeld = await heldBackFrom(deps, member);
  const free = cards.filter(({ pack, question }) => !isHeld({ ...question, pack }));
  const memories = await readMemories(deps.db, member.user);
  const now = deps.now();
  const known = [...memories].map(([name, memory]) => ({ name, recall: recall(memory, now) }));
  const question = weakest(free, known, deps.random, after);
  if (question === null) return { kind: 'held-back' };
  const counts = count(cards, memories, nextDay(zoneOf(member.guild), now));
  return { kind: 'question', question, layout: layoutOf(question), counts };
}

function count(cards: readonly Card[], memories: ReadonlyMap<string, Memory>, by: Date): PracticeCounts {
  const tried = cards.flatMap((card) => memories.get(cardName(card)) ?? []);
  const due = tried.filter((memory) => isDue(memory, by)).length;
  return { due, known: tried.length - due, untried: cards.length - tried.length };
}

/** What a button of practice knows. */
export interface PracticeButton {
  /** `pack/id` */
  readonly name: string;
  /** As it was given with the question. */
  readonly layout: string;
}

/** Why there is nothing to be had of a question. */
type Withheld =
  /** No pack has it any more. */
  | { readonly kind: 'gone' }
  /** Nothing of that kind can be answered to it, or it has changed since. */
  | { readonly kind: 'impossible' }
  /** A game is asking about it just now. */
  | { readonly kind: 'held-back' };

export type PracticeQuestionResult =
  | { readonly kind: 'question'; readonly question: Dealt }
  | Withheld
  | StoreFailed;

/** The question under a button, as it was laid out: to show it again, with its hint. */
export function practiceQuestion(
  deps: FlowDeps,
  member: Member,
  button: PracticeButton,
): Promise<PracticeQuestionResult> {
  return orStoreFailed(deps, find(deps, member, button));
}

async function find(
  deps: FlowDeps,
  member: Member,
  { name, layout }: PracticeButton,
): Promise<Exclude<PracticeQuestionResult, StoreFailed>> {
  const card = cardsOf(deps.packs).find((one) => cardName(one) === name);
  if (card === undefined) return { kind: 'gone' };
  const question = dealtAs(card, layout);
  if (question === null) return { kind: 'impossible' };
  const isHeld = await heldBackFrom(deps, member);
  return isHeld(question) ? { kind: 'held-back' } : { kind: 'question', question };
}

export interface PracticeAnswer extends PracticeButton {
  /** Places in `shown`, or the text of a typed answer. */
  readonly picks: readonly number[] | string;
  /** Whether the hint was seen. */
  readonly hinted: boolean;
}

export type PracticeAnswerResult =
  | {
      readonly kind: 'answered';
      readonly question: Dealt;
      readonly right: boolean;
      /** When it is to be answered again. */
      readonly due: Date;
      /** False where it was answered a moment ago: that answer counts, and this one changes nothing. */
      readonly counted: boolean;
    }
  | Withheld
  | { readonly kind: NoAnswer }
  | StoreFailed;

export function answerPractice(
  deps: FlowDeps,
  member: Member,
  answer: PracticeAnswer,
): Promise<PracticeAnswerResult> {
  return orStoreFailed(deps, take(deps, member, answer));
}

async function take(deps: FlowDeps, member: Member, answer: PracticeAnswer): Promise<PracticeAnswerResult> {
  const found = await find(deps, member, answer);
  if (found.kind !== 'question') return found;
  const { question } = found;
  const { user } = member;
  const right = isRightAnswer(deps, question, answer.picks);
  if (typeof right === 'string') return { kind: right };
  const saved = await remember(deps, { user, name: answer.name }, { right, hinted: answer.hinted });
  return { kind: 'answered', question, right, ...saved };
}

async function remember(
  deps: FlowDeps,
  key: { readonly user: string; readonly name: string },
  outcome: { readonly right: boolean; readonly hinted: boolean },
): Promise<{ readonly due: Date; readonly counted: boolean }> {
  const before = await readMemory(deps, key);
  const now = deps.now();
  if (before !== null && !countsAgain(before, now)) return { due: new Date(before.due), counted: false };
  const after = reviewed(before, outcome, now);
  if (await saveMemory(deps.db, key, before, after)) return { due: new Date(after.due), counted: true };
  // Another press came between: it is the one that counts.
  const other = await readMemory(deps, key);
  return { due: new Date((other ?? after).due), counted: false };
}

async function readMemory(
  deps: FlowDeps,
  { user, name }: { readonly user: string; readonly name: string },
): Promise<Memory | null> {
  return (await readMemories(deps.db, user)).get(name) ?? null;
}
