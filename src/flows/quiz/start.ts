import type { Packs } from '../../conversation/pairs.ts';
import { type Card, deal, type Filter, matching } from '../../quiz/deck.ts';
import { begin, type Style } from '../../quiz/game.ts';
import {
  claimChannel,
  dropUnreadable,
  readLiveGame,
  readSeen,
  type StoredGame,
} from '../../store/quizGames.ts';
import type { FlowDeps } from '../deps.ts';
import { newId, orStoreFailed, type StoreFailed } from '../summary/draft.ts';
import type { Runner } from './runner.ts';

export interface GameRequest extends Filter {
  readonly guild: string;
  readonly channel: string;
  /** Where its questions count as seen, if not in the channel: that of which it is a thread. */
  readonly home?: string;
  readonly user: string;
  readonly language: 'ko' | 'en';
  readonly style: Style;
  readonly count: number;
  readonly seconds: number;
  /** Questions of this pack only. */
  readonly pack?: string;
  /** Start with fewer questions where there are not enough. */
  readonly fewer?: boolean;
}

export type StartResult =
  | { readonly kind: 'started'; readonly stored: StoredGame }
  | { readonly kind: 'running'; readonly stored: StoredGame }
  /** Fewer questions fit than were asked for, perhaps none. */
  | { readonly kind: 'few'; readonly matching: number }
  | StoreFailed;

/** Starts a game in a channel, unless one is on there. */
export function startGame(deps: FlowDeps, runner: Runner, request: GameRequest): Promise<StartResult> {
  return orStoreFailed(deps, start(deps, runner, request));
}

async function start(deps: FlowDeps, runner: Runner, request: GameRequest): Promise<StartResult> {
  const { guild, channel, home = channel, user: starter, language, style, seconds, count } = request;
  const running = await readLiveGame(deps.db, channel);
  if (running !== null) return { kind: 'running', stored: running };
  const cards = choosable(deps, request);
  if (cards.length === 0 || (cards.length < count && request.fewer !== true))
    return { kind: 'few', matching: cards.length };
  const questions = deal(cards, count, await readSeen(deps.db, home), deps.random);
  const now = deps.now();
  const { difficulty, kinds, pack = null } = request;
  const wanted = { difficulty, kinds, pack };
  const { state: game, effects } = begin({ style, seconds, starter, questions, wanted }, now.getTime());
  const stored: StoredGame = {
    ...{ id: newId(deps), guild, channel, home, language, game },
    ...{ version: 1, runner: runner.id, aliveAt: now },
  };
  if (await claimChannel(deps.db, stored)) {
    runner.perform({ stored, effects });
    return { kind: 'started', stored };
  }
  const first = await readLiveGame(deps.db, channel);
  if (first !== null) return { kind: 'running', stored: first };
  // What is there cannot be read; or it ended this moment, and there is nothing to drop.
  await dropUnreadable(deps.db, channel);
  return start(deps, runner, request);
}

/** The questions that a game could be made of. */
export function choosable(
  { packs }: Pick<FlowDeps, 'packs'>,
  { pack, ...filter }: Filter & Pick<GameRequest, 'pack'>,
): readonly Card[] {
  return matching(cardsOf(packs), filter).filter((card) => pack === undefined || card.pack === pack);
}

/** All questions of all packs. */
export function cardsOf(packs: Packs): readonly Card[] {
  return [...packs.values()].flatMap(({ id, quiz }) => quiz.map((question) => ({ pack: id, question })));
}
