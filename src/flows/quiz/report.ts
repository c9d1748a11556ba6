import type { TallyEvent } from '../../store/tallies.ts';
import type { FlowDeps } from '../deps.ts';
import { count } from '../remember.ts';

export type Fault = Extract<TallyEvent, `quiz-${string}`>;

/** Notes what a member finds wrong with a question; false where it is gone, and nobody can mend it any more. */
export async function reportQuestion(
  deps: FlowDeps,
  { pack, item }: { readonly pack: string; readonly item: string },
  fault: Fault,
): Promise<boolean> {
  const question = deps.packs.get(pack)?.quiz.find(({ id }) => id === item);
  if (question === undefined) return false;
  deps.log.info({ pack, question: item, fault }, 'quiz-question-reported');
  await count(deps, fault, { pack, pair: question.pair });
  return true;
}
