import type { QuizQuestion } from '../content/schema.ts';

export type Kind = QuizQuestion['kind'];
export type Difficulty = QuizQuestion['difficulty'];

/** A number from 0 up to, but not including, 1. */
export type Random = () => number;

/** A question as it was dealt: which one it is, and in what order its options are shown. Its texts stay in the pack. */
export interface Dealt {
  readonly pack: string;
  /** The question's id. */
  readonly id: string;
  readonly pair: string;
  readonly kind: Kind;
  readonly hasHint: boolean;
  /**
   * Places in the pack's list of options or items, in the order in which they are shown. True/false: 0 true, 1 false.
   * Typed: empty.
   */
  readonly shown: readonly number[];
  /** The right places in `shown`: one for a choice, all of them in the right order for an order. Typed: empty. */
  readonly right: readonly number[];
}

/** A question with the pack that it is from. */
export interface Card {
  readonly pack: string;
  readonly question: QuizQuestion;
}

/** `any` is every difficulty; of the kinds, an empty list is all of them. */
export interface Filter {
  readonly difficulty: Difficulty | 'any';
  readonly kinds: readonly Kind[];
}

export function matching(cards: readonly Card[], { difficulty, kinds }: Filter): readonly Card[] {
  return cards.filter(
    ({ question }) =>
      (difficulty === 'any' || question.difficulty === difficulty) &&
      (kinds.length === 0 || kinds.includes(question.kind)),
  );
}

/** How a question is named among the ones seen: `pack/id`. */
export function cardName({ pack, question }: Card): string {
  return dealtName({ pack, id: question.id });
}

/** The same of a question that was dealt. */
export function dealtName({ pack, id }: Pick<Dealt, 'pack' | 'id'>): string {
  return `${pack}/${id}`;
}

/**
 * Stands for a name ({@link cardName}) in a button of a question: 14 of 0-9 and a-z. A button can be read, and the id of
 * a question may give its answer away.
 */
export function nameKey(name: string): string {
  const part = (seed: string) => Math.floor(chanceOf(seed)() * 36 ** 7);
  return [`key/${name}`, `${name}/key`].map((seed) => part(seed).toString(36).padStart(7, '0')).join('');
}

/**
 * Deals questions: none that was seen until all were, then of the half that was seen longest ago, so that the same ones
 * do not come together again; by chance, but no pair twice while another is left.
 *
 * @param seen Names of questions ({@link cardName}), the one seen last at the end; names of others are ignored.
 * @returns `count` questions, or all there are where there are fewer.
 */
export function deal(
  cards: readonly Card[],
  count: number,
  seen: readonly string[],
  random: Random,
): readonly Dealt[] {
  const lastSeen = new Map(seen.map((name, index) => [name, index]));
  let rest = shuffled(cards, random).map((card) => ({ card, seenAt: lastSeen.get(cardName(card)) ?? -1 }));
  const dealt: Card[] = [];
  const timesOfPair = new Map<string, number>();
  while (dealt.length < count) {
    const next = nextOf(longestUnseen(rest), timesOfPair);
    if (next === undefined) break;
    const pair = pairOf(next.card);
    timesOfPair.set(pair, (timesOfPair.get(pair) ?? 0) + 1);
    dealt.push(next.card);
    rest = rest.filter((one) => one !== next);
  }
  return dealt.map((card) => lay(card, random));
}

interface Seen {
  readonly card: Card;
  /** The greater, the later; -1: never. */
  readonly seenAt: number;
}

/** Those never seen, or else half of all. */
function longestUnseen(cards: readonly Seen[]): readonly Seen[] {
  const fresh = cards.filter(({ seenAt }) => seenAt === -1);
  if (fresh.length > 0) return fresh;
  const times = cards.map(({ seenAt }) => seenAt).sort((left, right) => left - right);
  const middle = times[Math.ceil(times.length / 2) - 1] ?? 0;
  return cards.filter(({ seenAt }) => seenAt <= middle);
}

/** The first whose pair came least often. */
function nextOf(cards: readonly Seen[], timesOfPair: ReadonlyMap<string, number>): Seen | undefined {
  const times = cards.map(({ card }) => timesOfPair.get(pairOf(card)) ?? 0);
  return cards[times.indexOf(Math.min(...times))];
}

function pairOf({ pack, question }: Card): string {
  return `${pack}/${question.pair}`;
}

/** Lays a question on the table: its options in a random order, its items in one that is not the right one. */
export function lay({ pack, question }: Card, random: Random): Dealt {
  const { id, pair, kind, hint } = question;
  return { pack, id, pair, kind, hasHint: hint !== undefined, ...layOut(question, random) };
}

/** A question with its options and items in the order of the pack: only to be shown with its solution. */
export function asListed({ pack, question }: Card): Dealt {
  const { id, pair, kind, hint } = question;
  return { pack, id, pair, kind, hasHint: hint !== undefined, ...arranged(question, placesOf(question)) };
}

function layOut(question: QuizQuestion, random: Random): Pick<Dealt, 'shown' | 'right'> {
  const places = placesOf(question);
  if (question.kind === 'choice') return arranged(question, shuffled(places, random));
  return arranged(question, question.kind === 'order' ? unsorted(places, random) : places);
}

/** The places that are shown, as the pack has them. */
function placesOf(question: QuizQuestion): readonly number[] {
  if (question.kind === 'typed') return [];
  if (question.kind === 'truth') return [0, 1];
  return [...(question.kind === 'choice' ? question.options : question.items).keys()];
}

function arranged(question: QuizQuestion, shown: readonly number[]): Pick<Dealt, 'shown' | 'right'> {
  if (question.kind === 'typed') return { shown, right: [] };
  if (question.kind === 'truth') return { shown, right: [question.right ? 0 : 1] };
  if (question.kind === 'choice')
    return { shown, right: [shown.findIndex((place) => question.options[place]?.right === true)] };
  return { shown, right: placesOf(question).map((place) => shown.indexOf(place)) };
}

/** Shuffled, but never as it was. */
function unsorted(places: readonly number[], random: Random): readonly number[] {
  const mixed = shuffled(places, random);
  const isSorted = mixed.every((place, index) => place === places[index]);
  return isSorted ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}

/**
 * How a question is laid out, in digits such as `2031`, for a button that is the only one to remember it; empty where
 * nothing is mixed. The digits count in an order of the question's own: the pack lists the items of an order in the
 * right one, and a button can be read.
 */
export function layoutOf(dealt: Dealt): string {
  const { kind, shown } = dealt;
  if (!isMixed(kind)) return '';
  const digits = digitsOf(dealtName(dealt), [...shown.keys()]);
  return shown.map((place) => digits.indexOf(place)).join('');
}

/** A question laid out as {@link layoutOf} says; null where it cannot be, as after an item was added to it. */
export function dealtAs({ pack, question }: Card, layout: string): Dealt | null {
  const { id, pair, kind, hint } = question;
  const places = placesOf(question);
  const digits = digitsOf(dealtName({ pack, id }), places);
  const shown = isMixed(kind) ? [...layout].flatMap((digit) => digits[Number(digit)] ?? []) : places;
  const isWhole = layout.length === (isMixed(kind) ? places.length : 0);
  if (!isWhole || new Set(shown).size !== places.length) return null;
  return { pack, id, pair, kind, hasHint: hint !== undefined, ...arranged(question, shown) };
}

/** Whether a question is what was dealt: of that kind, with as many options, and the same of them right. */
export function isStill(question: QuizQuestion, { kind, shown, right }: Dealt): boolean {
  if (question.kind !== kind || placesOf(question).length !== shown.length) return false;
  const now = arranged(question, shown).right;
  return now.every((place, index) => place === right[index]);
}

function isMixed(kind: Kind): boolean {
  return kind === 'choice' || kind === 'order';
}

/** The place for which each digit stands. */
function digitsOf(name: string, places: readonly number[]): readonly number[] {
  return unsorted(places, chanceOf(name));
}

/** Whether picks, places in `shown`, answer a question at all: one for a choice, each once for an order. */
export function isAnswer({ kind, shown }: Dealt, picks: readonly number[]): boolean {
  const size = kind === 'order' ? shown.length : 1;
  return picks.length === size && new Set(picks).size === size && picks.every((place) => place in shown);
}

export function isRight(question: Dealt, picks: readonly number[]): boolean {
  return isAnswer(question, picks) && picks.every((place, index) => place === question.right[index]);
}

/** Fisher–Yates. */
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as Item, result[last] as Item];
  }
  return result;
}

/**
 * The question of a day, the same for everybody on a server, laid out the same as well. From day to day it goes
 * through the deck in an order of the server's own; every question comes once before any comes again.
 *
 * @param date The date in the server's time zone, YYYY-MM-DD.
 * @returns null for an empty deck.
 */
export function daily(cards: readonly Card[], server: string, date: string): Dealt | null {
  const ordered = [...cards].sort((left, right) => (cardName(left) < cardName(right) ? -1 : 1));
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
  const card = shuffled(ordered, chanceOf(server))[day % ordered.length];
  return card === undefined ? null : lay(card, chanceOf(`${server}/${date}`));
}

/** What a member knows of a question. */
export interface Knowledge {
  /** {@link cardName} */
  readonly name: string;
  /** How likely it is still known, 0 to 1, as `review` estimates it. */
  readonly recall: number;
}

/** Practice: the question known least; among those never tried, and among equals, by chance. Null for an empty deck. */
export function weakest(
  cards: readonly Card[],
  known: readonly Knowledge[],
  random: Random,
  after: string | null = null,
): Dealt | null {
  const recall = new Map(known.map(({ name, recall }) => [name, recall]));
  const recallOf = (card: Card) => recall.get(cardName(card)) ?? unknown;
  const others = cards.length > 1 ? cards.filter((card) => cardName(card) !== after) : cards;
  const [card] = shuffled(others, random).sort((left, right) => recallOf(left) - recallOf(right));
  return card === undefined ? null : lay(card, random);
}

/** A question never tried comes after those which are being forgotten, and before those which are known. */
const unknown = 0.9;

/** Chance that is the same for the same seed: FNV-1a, then mulberry32. */
function chanceOf(seed: string): Random {
  let state = 0x811c9dc5;
  for (const unit of seed) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
