import { keyOf } from '../../quiz/typed/key.ts';
import { isBlankAnswer, judge, type Verdict } from '../../quiz/typedAnswer.ts';
import { readGame } from '../../store/quizGames.ts';
import type { FlowDeps } from '../deps.ts';
import { orStoreFailed, type StoreFailed } from '../summary/draft.ts';
import { type ActResult, act } from './act.ts';
import type { Runner } from './runner.ts';

export interface Guess {
  /** Of the interaction. */
  readonly id: string;
  readonly user: string;
  /** The question under which the button stands. */
  readonly question: number;
  readonly text: string;
}

/** `no-question`: not a typed one, or its pack is gone. `blank`: nothing was written, and nothing is changed. */
export type TypeResult = ActResult | { readonly kind: 'no-question' | 'blank' } | StoreFailed;

/** Judges a typed answer and gives it in; the text is not kept. */
export function typeAnswer(deps: FlowDeps, runner: Runner, game: string, guess: Guess): Promise<TypeResult> {
  return orStoreFailed(deps, give(deps, runner, game, guess));
}

async function give(deps: FlowDeps, runner: Runner, game: string, guess: Guess): Promise<TypeResult> {
  const { id, user, question, text } = guess;
  const stored = await readGame(deps.db, game);
  if (stored === null) return { kind: 'no-game' };
  const dealt = stored.game.questions[question];
  const verdict = dealt === undefined ? null : verdictOn(deps, dealt, text);
  if (verdict === null) return { kind: 'no-question' };
  if (verdict === 'blank') return { kind: 'blank' };
  return act(deps, runner, game, { type: 'type', id, user, question, verdict });
}

/**
 * By the answers of both languages. Null where the packs hold no such typed question (any more); `blank` is no answer,
 * neither in a game nor alone.
 */
export function verdictOn(
  { packs }: Pick<FlowDeps, 'packs'>,
  dealt: { readonly pack: string; readonly id: string },
  text: string,
): Verdict | 'blank' | null {
  const pack = packs.get(dealt.pack);
  const key = pack === undefined ? null : keyOf(pack, dealt.id);
  if (key === null) return null;
  return isBlankAnswer(text) ? 'blank' : judge(text, key);
}
