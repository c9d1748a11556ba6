import type { BaseInteraction } from 'discord.js';
import { type ActResult, act } from '../flows/quiz/act.ts';
import { showScore } from '../flows/quiz/score.ts';
import type { TypeResult } from '../flows/quiz/type.ts';
import { UserError } from './errors.ts';
import type { Context } from './handler.ts';
import { mayManageMessages } from './moderators.ts';
import { type Reply, type Send, send } from './reply.ts';
import type { MessageBody } from './views/message.ts';
import { scoreBoard } from './views/quizGame.ts';
import { confirmStop } from './views/quizNotice.ts';
import { told } from './views/quizTold.ts';

/** What a member does in a game, and what only that member is told of it. */
export async function perform(
  context: Context,
  game: string,
  event: Parameters<typeof act>[3],
): Promise<Send> {
  const result = await act(context.flows, context.quizzes.runner, game, event);
  return send(toldOf(context, result), 'private');
}

/** Throws a UserError where nothing came of it. */
export function toldOf({ wording }: Context, result: ActResult | TypeResult): MessageBody {
  switch (result.kind) {
    case 'feedback':
      if (result.feedback.kind === 'over') throw new UserError('E-QUIZOVER');
      return told(result.feedback, result.stored.game, wording);
    case 'handled':
      throw new UserError('E-BUSY');
    case 'no-game':
      throw new UserError('E-QUIZOVER');
    case 'blank':
      throw new UserError('E-BLANK');
    case 'no-question':
      throw new UserError('E-OLD');
    case 'store-failed':
      throw new UserError('E-SAVE');
  }
}

export function byWhom({ id, user }: BaseInteraction): { readonly id: string; readonly user: string } {
  return { id, user: user.id };
}

export function byDecider(interaction: BaseInteraction) {
  return { ...byWhom(interaction), isModerator: mayManageMessages(interaction) };
}

/** The points of the game that is on in the channel. */
export async function scoreOf({ flows, asker, wording, mention }: Context): Promise<Reply> {
  const result = await showScore(flows, asker.channel);
  if (result.kind === 'store-failed') throw new UserError('E-READ');
  if (result.kind === 'no-game') throw new UserError('E-NOQUIZ', { quiz: mention('quiz') });
  return send(scoreBoard({ game: result.stored.game, wording }), 'private');
}

/** Asks once more, with the points so far; who cannot decide it alone is told that it is a vote. */
export async function stopOf(
  { flows, asker, wording, mention }: Context,
  interaction: BaseInteraction,
): Promise<Reply> {
  const result = await showScore(flows, asker.channel);
  if (result.kind === 'store-failed') throw new UserError('E-READ');
  if (result.kind === 'no-game') throw new UserError('E-NOQUIZ', { quiz: mention('quiz') });
  const { id, game } = result.stored;
  const decides = mayManageMessages(interaction) || game.starter === interaction.user.id;
  return send(confirmStop({ id, game, wording }, { decides }), 'private');
}
