import {
  type NewPost,
  nextLease,
  readUnsettled,
  takeBackPost,
  takeBackUpdate,
  takeOver,
  type Unsettled,
} from '../../store/summaryPosts.ts';
import { claimRun, nextDue, readDue, saveOutcome } from '../../store/summarySchedules.ts';
import { cardFor, type Edition } from '../../summary/card.ts';
import { isTolerable, type Outcome, runAfter, type Schedule } from '../../summary/schedule.ts';
import { type FlowDeps, orElse } from '../deps.ts';
import type { Courier } from './courier.ts';
import type { Messenger, News } from './news.ts';
import {
  editionOfPost,
  findRun,
  leaseFrom,
  putOff,
  recordPost,
  runOf,
  type SendResult,
  sendPost,
  sendUpdate,
} from './send.ts';

export type Ports = Courier & Messenger;

/**
 * Posts what is due, and finds out about what other processes left unsettled. Safe in several processes at once.
 * Throws a StoreError where the store cannot be read.
 */
export async function runDue(deps: FlowDeps, ports: Ports): Promise<void> {
  const now = deps.now();
  const unsettled = await readUnsettled(deps.db, now);
  const due = await readDue(deps.db, now);
  await Promise.all([
    ...unsettled.map((one) => settle(deps, ports, one)),
    ...due.map((schedule) => run(deps, ports, schedule)),
  ]);
}

/** When there is something to do again; null where nothing waits. */
export async function nextWork(deps: FlowDeps): Promise<Date | null> {
  const [due, lease] = await Promise.all([nextDue(deps.db), nextLease(deps.db)]);
  if (due === null || lease === null) return due ?? lease;
  return due < lease ? due : lease;
}

async function run(deps: FlowDeps, ports: Ports, schedule: Schedule): Promise<void> {
  const at = deps.now();
  const next = runAfter(schedule, at);
  const claim = (outcome: Outcome, post: NewPost | null) =>
    orElse(deps, claimRun(deps.db, schedule, { next, outcome, at, post }), false);
  const about = aboutRun(schedule);
  if (!isTolerable(schedule.nextAt, at)) {
    if (await claim('missed', null)) await tell(deps, ports, { ...about, kind: 'missed' });
    return;
  }
  const card = cardFor(deps.packs, schedule.summary);
  if (card === null) {
    const problem = { kind: 'no-summary' } as const;
    if (await claim('refused', null)) await tell(deps, ports, { ...about, kind: 'refused', problem });
    return;
  }
  const edition = { card, revision: 1, editedAt: null };
  const post = postOf(schedule, edition, at);
  if (!(await claim('posting', post))) return;
  const { id, guild, target, author } = { ...schedule, id: post.id };
  const sent = await sendPost(deps, ports, { id, guild, target, edition, author, since: schedule.nextAt });
  await report(deps, ports, about, sent);
}

/** The run has a name of its own, made of the schedule and the moment, so it can be posted once only. */
function postOf(schedule: Schedule, { card }: Edition, at: Date): NewPost {
  const { id, guild, target, summary, author, nextAt } = schedule;
  const { hash, version } = card;
  return {
    id: `${id}-${nextAt.getTime().toString(36)}`,
    guild,
    target,
    schedule: id,
    revision: { number: 1, summary, hash, packVersion: version, author, at },
    dueAt: nextAt,
    leaseUntil: leaseFrom(at),
  };
}

type About = Pick<News, 'guild' | 'channel' | 'author' | 'schedule' | 'dueAt'>;

function aboutRun({ id, guild, author, target, nextAt }: Schedule): About {
  return { guild, channel: target.channel, author, schedule: id, dueAt: nextAt };
}

async function settle(deps: FlowDeps, ports: Ports, unsettled: Unsettled): Promise<void> {
  const { post } = unsettled;
  const now = deps.now();
  if (!(await orElse(deps, takeOver(deps.db, post.id, now, leaseFrom(now)), false))) return;
  if (post.state === 'editing') await settleUpdate(deps, ports, unsettled);
  else await settlePost(deps, ports, unsettled);
}

/** An edit does no harm a second time; the notice that may have gone with it is not sent again. */
async function settleUpdate(deps: FlowDeps, ports: Ports, { post }: Unsettled): Promise<void> {
  const { revision, guild, target } = post;
  const { author, at: dueAt } = revision;
  const about = { guild, channel: target.channel, author, schedule: null, dueAt };
  const edition = editionOfPost(deps, post);
  if (edition === null || !isTolerable(dueAt, deps.now())) {
    await orElse(deps, takeBackUpdate(deps.db, post.id, revision.number), undefined);
    await tell(deps, ports, { ...about, kind: 'lost' });
    return;
  }
  const sent = await sendUpdate(deps, ports, post, edition, false);
  await report(deps, ports, about, sent);
}

async function settlePost(deps: FlowDeps, ports: Ports, unsettled: Unsettled): Promise<void> {
  const { post, schedule, dueAt } = unsettled;
  const about: About = {
    guild: post.guild,
    channel: post.target.channel,
    author: post.revision.author,
    schedule,
    dueAt,
  };
  const giveUp = async (outcome: 'missed' | 'uncertain' | 'lost') => {
    await orElse(deps, takeBackPost(deps.db, post.id), undefined);
    if (schedule !== null && outcome !== 'lost') await remember(deps, schedule, outcome);
    await tell(deps, ports, { ...about, kind: outcome });
  };
  const timely = isTolerable(dueAt, deps.now());
  const edition = editionOfPost(deps, post);
  if (edition === null) return giveUp('uncertain');
  const run = runOf(post, edition, dueAt);
  const found = await findRun(deps, ports, run);
  if (found.kind === 'found')
    return report(deps, ports, about, await recordPost(deps, run, found.messages, []));
  if (found.kind === 'unknown') return timely ? putOff(deps, post.id) : giveUp('uncertain');
  // Whoever pressed a button and saw nothing happen may have done something else since.
  if (schedule === null) return giveUp('lost');
  if (!timely) return giveUp('missed');
  await report(deps, ports, about, await sendPost(deps, ports, run));
}

/** Writes down how a run went, and tells what the moderator cannot see in the channel. */
async function report(deps: FlowDeps, ports: Ports, about: About, sent: SendResult): Promise<void> {
  const { schedule } = about;
  if (sent.kind === 'sent') {
    if (schedule !== null) await remember(deps, schedule, 'posted');
    const { post, warnings } = sent;
    // Of a schedule, that it was posted is no news.
    if (schedule === null || warnings.length > 0)
      await tell(deps, ports, { ...about, kind: 'posted', post, warnings });
  }
  if (sent.kind === 'refused') {
    if (schedule !== null) await remember(deps, schedule, 'refused');
    await tell(deps, ports, { ...about, kind: 'refused', problem: sent.problem });
  }
  if (sent.kind === 'gone') await tell(deps, ports, { ...about, kind: 'gone', post: sent.post });
}

async function remember(deps: FlowDeps, schedule: string, outcome: Outcome): Promise<void> {
  await orElse(deps, saveOutcome(deps.db, schedule, outcome, deps.now()), undefined);
}

async function tell(deps: FlowDeps, ports: Ports, news: News): Promise<void> {
  try {
    await ports.tell(news);
  } catch (error) {
    deps.log.error({ error, guild: news.guild, kind: news.kind }, 'news-not-told');
  }
}
