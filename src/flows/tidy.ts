import { contextStart } from '../conversation/context.ts';
import { dateIn } from '../quiz/calendar.ts';
import { forgetGames, forgetSeen } from '../store/quizGames.ts';
import { forgetAnswers, forgetDailies } from '../store/quizLearning.ts';
import { forgetDays } from '../store/quizScores.ts';
import { forgetShown } from '../store/shown.ts';
import { forgetDrafts } from '../store/summaryDrafts.ts';
import { forgetPosts } from '../store/summaryPosts.ts';
import { forgetSchedules } from '../store/summarySchedules.ts';
import { draftStart } from '../summary/post.ts';
import { type FlowDeps, orElse } from './deps.ts';
import { overStart } from './summary/listSchedules.ts';

/** How long a post that was deleted can be posted anew from its record. */
const goneDays = 30;
/** How long a game that is over answers the buttons that are left of it. */
const gameDays = 30;
/** For so long no question comes twice in a channel while others are left. */
const seenDays = 365;
/** How long a wrong answer can be reviewed. */
const answerDays = 365;
/** How far back the best streak is looked for; the one that runs is kept whole, however long it is. */
const dailyDays = 400;
/** The cap of a day is over with the day, wherever on Earth that is; the rest is for whoever looks into a mistake. */
const earnedDays = 8;

/**
 * Forgets what was shown, drafted, scheduled, played or deleted too long ago to matter. Points are kept: they are what
 * the leaderboard of all time is made of.
 */
export async function tidy(deps: FlowDeps): Promise<void> {
  const { db } = deps;
  const now = deps.now();
  const ago = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000);
  const dayAgo = (days: number) => dateIn('UTC', ago(days));
  const [shown, drafts, schedules, posts, games, seen, answers, dailies, earned] = await Promise.all([
    orElse(deps, forgetShown(db, contextStart(now)), 0),
    orElse(deps, forgetDrafts(db, draftStart(now)), 0),
    orElse(deps, forgetSchedules(db, overStart(now)), 0),
    orElse(deps, forgetPosts(db, ago(goneDays)), 0),
    orElse(deps, forgetGames(db, ago(gameDays)), 0),
    orElse(deps, forgetSeen(db, ago(seenDays)), 0),
    orElse(deps, forgetAnswers(db, ago(answerDays)), 0),
    orElse(deps, forgetDailies(db, dayAgo(dailyDays)), 0),
    orElse(deps, forgetDays(db, dayAgo(earnedDays)), 0),
  ]);
  const quizzes = { games, seen, answers, dailies, earned };
  deps.log.debug({ shown, drafts, schedules, posts, ...quizzes }, 'tidied');
}
