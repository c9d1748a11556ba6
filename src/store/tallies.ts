import type { Database } from './database.ts';
import { inWords } from './error.ts';

export type TallyEvent =
  | 'answered'
  | 'suggested'
  | 'abstained'
  | 'chosen'
  | 'none-of-these'
  | 'helpful'
  | 'unhelpful-other'
  | 'unhelpful-hard'
  | 'unhelpful-wrong'
  | 'unhelpful-old'
  | 'quiz-answer'
  | 'quiz-explanation'
  | 'quiz-wording'
  | 'quiz-old';

/** Counts one more of `event` on `day` (YYYY-MM-DD); `pack` and `pair` are '' where there is none. */
export async function addTally(
  db: Database,
  row: { readonly day: string; readonly pack: string; readonly pair: string; readonly event: TallyEvent },
): Promise<void> {
  await inWords(
    db
      .insertInto('tallies')
      .values({ day: row.day, pack: row.pack, pair: row.pair, event: row.event, count: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['day', 'pack', 'pair', 'event'])
          .doUpdateSet((eb) => ({ count: eb('tallies.count', '+', 1) })),
      )
      .execute(),
  );
}
