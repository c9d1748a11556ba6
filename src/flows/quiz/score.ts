import { readLiveGame, type StoredGame } from '../../store/quizGames.ts';
import type { FlowDeps } from '../deps.ts';
import { orStoreFailed, type StoreFailed } from '../summary/draft.ts';

export type ScoreResult =
  | { readonly kind: 'game'; readonly stored: StoredGame }
  | { readonly kind: 'no-game' }
  | StoreFailed;

/** The game that is on in a channel, with its players and their points. */
export function showScore(deps: FlowDeps, channel: string): Promise<ScoreResult> {
  const work = readLiveGame(deps.db, channel).then((stored) =>
    stored === null ? ({ kind: 'no-game' } as const) : ({ kind: 'game', stored } as const),
  );
  return orStoreFailed(deps, work);
}
