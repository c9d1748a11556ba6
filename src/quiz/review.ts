import { type Card, createEmptyCard, fsrs, generatorParameters, Rating, State } from 'ts-fsrs';

/** How well somebody remembers a question, as FSRS keeps it: plain JSON, moments in milliseconds since the epoch. */
export interface Memory {
  readonly due: number;
  /** Days until the chance to remember falls to 90 %. */
  readonly stability: number;
  /** 1 to 10 */
  readonly difficulty: number;
  readonly reviews: number;
  readonly lapses: number;
  readonly last: number;
}

export interface Outcome {
  readonly right: boolean;
  /** Whether the hint was seen. */
  readonly hinted: boolean;
}

/** Whole days only, and the same for everybody: nobody practises by the minute, and chance would be no help. */
const scheduler = fsrs(
  generatorParameters({ enable_fuzz: false, enable_short_term: false, maximum_interval: 365 }),
);

/** What is remembered after an answer, and when the question is due again: tomorrow at the earliest. */
export function reviewed(memory: Memory | null, outcome: Outcome, now: Date): Memory {
  const before = memory === null ? createEmptyCard(now) : cardOf(memory);
  const { card } = scheduler.next(before, now, ratingOf(outcome));
  return {
    due: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    reviews: card.reps,
    lapses: card.lapses,
    last: now.getTime(),
  };
}

function ratingOf({ right, hinted }: Outcome): Rating.Again | Rating.Hard | Rating.Good {
  if (!right) return Rating.Again;
  return hinted ? Rating.Hard : Rating.Good;
}

/** How likely it is that it is still remembered, 0 to 1. */
export function recall(memory: Memory, now: Date): number {
  return scheduler.get_retrievability(cardOf(memory), now, false);
}

/**
 * Whether another answer says anything about what is remembered: not while the explanation of the last one is still in
 * the ear. So a button that is pressed twice counts once as well.
 */
export function countsAgain(memory: Memory, now: Date): boolean {
  return now.getTime() - memory.last >= inTheEar;
}

const inTheEar = 10 * 60_000;

export function isDue(memory: Memory, now: Date): boolean {
  return memory.due <= now.getTime();
}

function cardOf({ due, stability, difficulty, reviews, lapses, last }: Memory): Card {
  return {
    ...createEmptyCard(new Date(last)),
    ...{ due: new Date(due), stability, difficulty, reps: reviews, lapses },
    ...{ state: State.Review, last_review: new Date(last) },
  };
}
