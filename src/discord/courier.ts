import type { Courier, Edit, Edited, Found, Problem, Run, Sent } from '../flows/summary/courier.ts';
import type { Language } from '../i18n/locales.ts';
import type { Wording } from '../i18n/translator.ts';
import type { Log } from '../log.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { Edition } from '../summary/card.ts';
import type { Post } from '../summary/post.ts';
import { createMessage, deleteMessages, isGone, isRefusal, rewriteMessage } from './channelMessages.ts';
import { within } from './deadline.ts';
import { drawSummary } from './drawSummary.ts';
import { findParts } from './findParts.ts';
import { finishPost } from './finishPost.ts';
import { type Act, clearanceFor, type Inquiry, readableBy, removalProblem } from './rights.ts';
import type { MessageBody } from './views/message.ts';
import { updateNotice } from './views/news.ts';
import { titleOf } from './views/packText.ts';
import { type SummaryMessage, type SummaryOptions, summaryMessages } from './views/summary.ts';
import { messageLink } from './views/summaryLink.ts';

/**
 * Milliseconds for all that a run asks of Discord, with the repetitions that discord.js makes and the waiting for rate
 * limits. Less than the lease of `send.ts`, so that nobody else takes over meanwhile.
 */
const deadline = 90_000;
/** Where a moderator waits for it. */
const checkDeadline = 5_000;

export interface CourierTools extends Inquiry {
  readonly log: Log;
  readonly inLanguage: (language: Language) => Wording;
  readonly pictures: Pictures;
}

/** Takes posts out of their channels again, for a moderator who may do so there. */
export interface Remover {
  readonly remove: (post: Post, moderator: string) => Promise<Removed>;
}

export type Removed =
  /** There is nothing left of it; perhaps there was nothing before. */
  | { readonly kind: 'removed' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** No answer: some of it may have stayed. */
  | { readonly kind: 'unsure' };

/** Says beforehand what would keep a post from being made. */
export interface Checker {
  /** Null where nothing would, or where Discord does not answer: it is asked again at the time. */
  readonly check: (plan: Plan) => Promise<Problem | null>;
}

export type Plan = Pick<Run, 'guild' | 'target' | 'edition' | 'author'>;

export type DiscordCourier = Courier & Remover & Checker;

/** Brings summaries to Discord. Rejects where Discord gives no answer: then nobody knows what arrived. */
export function createCourier(tools: CourierTools): DiscordCourier {
  return {
    post: (run) => within(deadline, (signal) => post(tools, run, signal)),
    find: (run) => within(deadline, (signal) => find(tools, run, signal)),
    edit: (edit) => within(deadline, (signal) => editAll(tools, edit, signal)),
    remove: (gone, moderator) =>
      within(deadline, (signal) => remove(tools, gone, moderator, signal)).catch(() => ({ kind: 'unsure' })),
    check: (plan) => within(checkDeadline, (signal) => check(tools, plan, signal)).catch(() => null),
  };
}

async function post(tools: CourierTools, run: Run, signal: AbortSignal): Promise<Sent> {
  const { wire } = tools;
  const { channel } = run.target;
  const act = actOf(run);
  const clearance = await clearanceFor(tools, act, signal);
  if (clearance.kind === 'refused') return clearance;
  const { ping } = clearance;
  const bodies = await draw(tools, summaryMessages(optionsOf(tools, run, ping)), run.edition);
  if (bodies === null) return refusedBy({ kind: 'discord' });
  const messages: string[] = [];
  try {
    for (const [part, body] of bodies.entries()) {
      const role = part === 0 ? ping : null;
      const nonce = part === 0 ? run.id : `${run.id}-${part + 1}`;
      messages.push(await createMessage(wire, channel, body, { role, nonce, signal }));
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // All parts, or none.
    await deleteMessages(wire, channel, messages, signal);
    return refusedBy(await problemBehind(tools, error, act, signal));
  }
  return { kind: 'posted', messages, warnings: await finish(tools, run, messages, signal) };
}

/** What a process did not get to, is made up for. */
async function find(tools: CourierTools, run: Run, signal: AbortSignal): Promise<Found> {
  const { channel, pin, thread } = run.target;
  const history = await readableBy(tools, { guild: run.guild, channel }, signal);
  if (history === 'gone') return { kind: 'absent' };
  if (history === 'unreadable') return { kind: 'unknown' };
  const found = await findParts(tools, { channel, run: run.id, since: run.since }, signal);
  if (found === null) return { kind: 'unknown' };
  const messages = found.map(({ id }) => id);
  const [first] = found;
  const parts = summaryMessages(optionsOf(tools, run, null)).length;
  if (first === undefined || messages.length < parts) {
    await deleteMessages(tools.wire, channel, messages, signal);
    return { kind: 'absent' };
  }
  const left = { pin: pin && !first.pinned, thread: thread && first.thread === undefined };
  await finish(tools, { ...run, target: { ...run.target, ...left } }, messages, signal);
  return { kind: 'found', messages };
}

async function editAll(tools: CourierTools, edit: Edit, signal: AbortSignal): Promise<Edited> {
  const { wire, inLanguage, log } = tools;
  const { guild, channel, messages, edition, author, notify } = edit;
  const act = actOf({ guild, author, edition, target: { channel, pin: false, thread: false, ping: null } });
  const clearance = await clearanceFor(tools, act, signal);
  if (clearance.kind === 'refused') return asEdited(clearance.problem);
  const parts = messages.length;
  const shown = summaryMessages({ edition, inLanguage, run: null, ping: null, parts });
  if (shown.length !== parts) {
    log.error({ guild, messages, parts: shown.length }, 'summary-of-other-length');
    return refusedBy({ kind: 'discord' });
  }
  const bodies = await draw(tools, shown, edition);
  if (bodies === null) return refusedBy({ kind: 'discord' });
  try {
    for (const [part, id] of messages.entries()) {
      await rewriteMessage(wire, channel, id, bodies[part] ?? {}, signal);
    }
  } catch (error) {
    if (isGone(error)) return { kind: 'gone' };
    if (!isRefusal(error)) throw error;
    return asEdited(await problemBehind(tools, error, act, signal));
  }
  const told = !notify || (await tellOfEdit(tools, edit, signal));
  return { kind: 'edited', warnings: told ? [] : ['notice'] };
}

async function remove(
  tools: CourierTools,
  { guild, target, messages }: Post,
  moderator: string,
  signal: AbortSignal,
): Promise<Removed> {
  try {
    const problem = await removalProblem(
      tools,
      { guild, channel: target.channel, author: moderator },
      signal,
    );
    if (problem?.kind === 'channel-gone') return { kind: 'removed' };
    if (problem !== null) return refusedBy(problem);
    await deleteMessages(tools.wire, target.channel, messages, signal);
    return { kind: 'removed' };
  } catch (error) {
    tools.log.warn({ error, channel: target.channel }, 'summary-not-removed');
    if (!isRefusal(error)) return { kind: 'unsure' };
    return refusedBy({ kind: 'discord' });
  }
}

async function check(tools: CourierTools, plan: Plan, signal: AbortSignal): Promise<Problem | null> {
  const clearance = await clearanceFor(tools, actOf(plan), signal);
  return clearance.kind === 'refused' ? clearance.problem : null;
}

function actOf({ guild, author, edition, target }: Plan): Act {
  const { channel, pin, thread, ping } = target;
  const attaches = edition.card.summary.image;
  return { guild, channel, author, attaches, pins: pin, startsThread: thread, ping };
}

function optionsOf({ inLanguage }: CourierTools, { id, edition }: Run, ping: string | null): SummaryOptions {
  return { edition, inLanguage, run: id, ping, parts: null };
}

/** Null, and a line in the log, where a picture cannot be drawn: without it, it is not what was asked for. */
async function draw(
  { pictures, log }: CourierTools,
  messages: readonly SummaryMessage[],
  { card }: Edition,
): Promise<readonly MessageBody[] | null> {
  try {
    return await drawSummary(pictures, messages);
  } catch (error) {
    log.error({ error, pack: card.summary.pack }, 'picture-failed');
    return null;
  }
}

/** What concerns a post as a whole, is done with its first message. */
async function finish(
  tools: CourierTools,
  { target, edition }: Run,
  [message = '']: readonly string[],
  signal: AbortSignal,
) {
  const { channel, pin, thread } = target;
  const { languages, summary } = edition.card;
  const title = titleOf(tools.inLanguage(languages[0] ?? 'ko'), summary.pack);
  return finishPost(tools, { channel, message, pin, thread: thread ? title : null }, signal);
}

/** An edit notifies nobody, so the channel is told in a message of its own. */
async function tellOfEdit(
  { wire, log, inLanguage }: CourierTools,
  { guild, channel, messages, edition }: Edit,
  signal: AbortSignal,
): Promise<boolean> {
  const [first = ''] = messages;
  const message = updateNotice(edition, inLanguage, messageLink(guild, channel, first));
  try {
    await createMessage(wire, channel, message, { nonce: `${first}-${edition.revision}`, signal });
    return true;
  } catch (error) {
    log.warn({ error, channel, warning: 'notice' }, 'summary-not-finished');
    return false;
  }
}

/** Between the check and the act, rights may have changed. */
async function problemBehind(
  tools: CourierTools,
  error: unknown,
  act: Act,
  signal: AbortSignal,
): Promise<Problem> {
  tools.log.warn({ error, channel: act.channel }, 'summary-refused');
  const clearance = await clearanceFor(tools, act, signal);
  return clearance.kind === 'refused' ? clearance.problem : { kind: 'discord' };
}

function refusedBy(problem: Problem): { readonly kind: 'refused'; readonly problem: Problem } {
  return { kind: 'refused', problem };
}

/** With its channel, a post is gone. */
function asEdited(problem: Problem): Edited {
  return problem.kind === 'channel-gone' ? { kind: 'gone' } : refusedBy(problem);
}
