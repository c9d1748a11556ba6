import { contextStart } from '../conversation/context.ts';
import { forgetShown } from '../store/shown.ts';
import { forgetDrafts } from '../store/summaryDrafts.ts';
import { forgetPosts } from '../store/summaryPosts.ts';
import { forgetSchedules } from '../store/summarySchedules.ts';
import { draftStart } from '../summary/post.ts';
import { type FlowDeps, orElse } from './deps.ts';
import { overStart } from './summary/listSchedules.ts';

/** How long a post that was deleted can be posted anew from its record. */
const goneDays = 30;

/** Forgets what was shown, drafted, scheduled or deleted too long ago to matter. */
export async function tidy(deps: FlowDeps): Promise<void> {
  const { db } = deps;
  const now = deps.now();
  const goneStart = new Date(now.getTime() - goneDays * 24 * 60 * 60_000);
  const [shown, drafts, schedules, posts] = await Promise.all([
    orElse(deps, forgetShown(db, contextStart(now)), 0),
    orElse(deps, forgetDrafts(db, draftStart(now)), 0),
    orElse(deps, forgetSchedules(db, overStart(now)), 0),
    orElse(deps, forgetPosts(db, goneStart), 0),
  ]);
  deps.log.debug({ shown, drafts, schedules, posts }, 'tidied');
}
