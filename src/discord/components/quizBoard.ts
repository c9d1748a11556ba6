import type { BaseInteraction } from 'discord.js';
import { setHidden } from '../../flows/quiz/leaderboard.ts';
import { closeSeason, showPastSeason, showSeason } from '../../flows/quiz/season.ts';
import { serverLanguageOf } from '../../flows/server.ts';
import type { Moderator } from '../../flows/summary/draft.ts';
import type { Wording } from '../../i18n/translator.ts';
import type { Period } from '../../quiz/score.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler, Context } from '../handler.ts';
import { forModerators, moderatorOf } from '../moderators.ts';
import { mayWrite } from '../present.ts';
import { type Reply, send } from '../reply.ts';
import { boardOf, learnerOf, sharedBoardOf } from '../showQuiz.ts';
import {
  closedMeanwhile,
  closedSeason,
  closeQuestion,
  finalRanking,
  readMoment,
} from '../views/quizBoard.ts';
import { shared } from '../views/rows.ts';
import { onlyWriters, rowsOf } from './source.ts';

const free = { cooldown: false } as const;

/** Below whatever it was opened from, so that that stays. */
export const openBoard: ComponentHandler<'quiz|ranks'> = {
  ...free,
  run: (interaction, { period }, context) => boardOf(context, learnerOf(interaction), period, 0),
};

export const choosePeriod: ComponentHandler<'quiz|period'> = {
  ...free,
  run: (interaction, { period }, context) => boardInstead(interaction, context, period, 0),
};

export const turnBoard: ComponentHandler<'quiz|board'> = {
  ...free,
  run: (interaction, { period, page }, context) => boardInstead(interaction, context, period, page),
};

/** Off all leaderboards of the server, or back on them. */
export const hide: ComponentHandler<'quiz|hide'> = {
  ...free,
  async run(interaction, { hidden, period }, context) {
    const result = await setHidden(context.flows, learnerOf(interaction), hidden);
    if (result.kind === 'store-failed') throw new UserError('E-SAVE');
    return boardInstead(interaction, context, period, 0);
  },
};

async function boardInstead(
  interaction: BaseInteraction,
  context: Context,
  period: Period,
  page: number,
): Promise<Reply> {
  const { message } = await boardOf(context, learnerOf(interaction), period, page);
  return { kind: 'replace', message };
}

/** For the whole channel, unless it has just been there. */
export const shareBoard: ComponentHandler<'quiz|share'> = {
  cooldown: true,
  async run(interaction, { period, page }, context) {
    onlyWriters(context);
    const taken = context.pairLimit(`${context.asker.channel}:quiz:${period}`);
    if (!taken.allowed) throw new UserError('E-COOL', { s: taken.seconds });
    const wording = wordingOfServer(interaction, context);
    const post = await sharedBoardOf(context, learnerOf(interaction), { period, page, wording });
    if (post === null) return boardInstead(interaction, context, period, page);
    return { kind: 'rows', rows: shared(rowsOf(interaction)), afterwards: post };
  },
};

/**
 * A season is of the whole server, and a moderator of one channel is none of the server. Their board has the button
 * all the same: whose right comes from where, only Discord can tell. Throws a UserError.
 */
async function serverModeratorOf(interaction: BaseInteraction, context: Context): Promise<Moderator> {
  const { flows, quizzes, wording } = context;
  const moderator = moderatorOf(interaction);
  const moderates = await quizzes.moderation(moderator).catch((error: unknown) => {
    flows.log.warn({ error, guild: moderator.guild }, 'moderation-unknown');
    throw new UserError('E-DISCORD');
  });
  if (!moderates) throw new UserError('E-SERVER', { perm: wording.t('permission.ManageMessages') });
  return moderator;
}

/** Asks once more, with what would be the result. */
export const askToClose: ComponentHandler<'quiz|season'> = {
  ...forModerators,
  async run(interaction, _, context) {
    const { flows, wording } = context;
    const season = await showSeason(flows, await serverModeratorOf(interaction, context));
    if (season.kind === 'store-failed') throw new UserError('E-READ');
    return { kind: 'replace', message: closeQuestion(season, wording) };
  },
};

export const close: ComponentHandler<'quiz|close'> = {
  ...forModerators,
  async run(interaction, { began }, context) {
    const { flows, wording } = context;
    const moderator = await serverModeratorOf(interaction, context);
    const result = await closeSeason(flows, moderator, readMoment(began));
    if (result.kind === 'store-failed') throw new UserError('E-SAVE');
    const rights = { mayShare: mayWrite(context) };
    const message =
      result.kind === 'closed' ? closedSeason(result, wording, rights) : closedMeanwhile(wording);
    return { kind: 'replace', message };
  },
};

export const postFinal: ComponentHandler<'quiz|final'> = {
  ...forModerators,
  async run(interaction, action, context) {
    onlyWriters(context);
    const began = readMoment(action.began);
    const ended = readMoment(action.ended);
    if (ended === null) throw new UserError('E-OLD');
    const moderator = await serverModeratorOf(interaction, context);
    const season = await showPastSeason(context.flows, moderator, { began, ended });
    if (season.kind === 'store-failed') throw new UserError('E-READ');
    const { ranked } = season;
    const message = finalRanking({ began, ended, ranked }, wordingOfServer(interaction, context));
    return { kind: 'rows', rows: shared(rowsOf(interaction)), afterwards: send(message, 'public') };
  },
};

/** What all read is in the language of the server. */
function wordingOfServer({ guildLocale }: BaseInteraction, { inLanguage }: Context): Wording {
  return inLanguage(serverLanguageOf({ preferredLocale: guildLocale ?? 'ko' }));
}
