import type { Dealt } from '../../quiz/deck.ts';
import type { Game, Phase } from '../../quiz/game.ts';
import type { PairRef } from '../../search/result.ts';
import { readLiveGames, readLiveGamesAt, type StoredGame } from '../../store/quizGames.ts';
import type { Learner } from '../../store/quizLearning.ts';
import { type Asker, type FlowDeps, orElse } from '../deps.ts';

/** From the moment when a question is on its way to the channel until it is revealed, nothing may tell what is right. */
const live: readonly Phase[] = ['asking', 'open', 'closing'];

/** The question that a game is asking just now. */
function liveQuestion({ phase, questions, current }: Game): Dealt | null {
  return live.includes(phase) ? (questions[current] ?? null) : null;
}

/** The questions that are being asked just now in a channel, or in one of its threads. */
async function questionsAt(deps: FlowDeps, channel: string): Promise<readonly Dealt[]> {
  const games = await orElse(deps, readLiveGamesAt(deps.db, channel), []);
  return games.flatMap(({ game }) => liveQuestion(game) ?? []);
}

/**
 * Whether a game in the channel, or in one of its threads, is asking just now about what the pair explains. It can be
 * read afterwards.
 */
export async function isHeldBack(deps: FlowDeps, channel: string, { pack, pair }: PairRef): Promise<boolean> {
  const questions = await questionsAt(deps, channel);
  return questions.some((one) => one.pack === pack && one.pair === pair);
}

/**
 * Whether a game in the channel is asking just now about something in the pack: its timeline and its glossary wait, all
 * of them. If those words alone were refused that are the answer, the refusal would tell it.
 */
export async function isPackHeldBack(deps: FlowDeps, channel: string, pack: string): Promise<boolean> {
  const questions = await questionsAt(deps, channel);
  return questions.some((one) => one.pack === pack);
}

/** Somebody on a server, in one of its channels. */
export type Member = Learner & Asker;

/**
 * Which questions are held back from somebody who practises, reviews or takes the one of the day: those that a game in
 * the channel or its threads is asking just now, or one on the server in which the member plays, and all others about the
 * same pair, whose solutions explain the same. Whoever has left a game can come back to it. Throws a StoreError.
 */
export async function heldBackFrom(
  { db }: FlowDeps,
  member: Member,
): Promise<(question: Pick<Dealt, 'pack' | 'id' | 'pair'>) => boolean> {
  const games = await readLiveGames(db, member.guild);
  const asked = games.filter((stored) => concerns(stored, member)).map(({ game }) => liveQuestion(game));
  return ({ pack, id, pair }) =>
    asked.some((one) => one?.pack === pack && (one.id === id || one.pair === pair));
}

function concerns({ channel, home, game }: StoredGame, member: Member): boolean {
  return [channel, home].includes(member.channel) || game.players.some(({ user }) => user === member.user);
}
