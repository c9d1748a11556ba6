import { type BaseInteraction, type ModalSubmitInteraction, PermissionFlagsBits } from 'discord.js';
import type { FlowDeps } from '../flows/deps.ts';
import { answerDaily, type DailyResult, showDaily } from '../flows/quiz/daily.ts';
import { showLeaderboard } from '../flows/quiz/leaderboard.ts';
import { answerPractice, practiceQuestion, showPractice } from '../flows/quiz/practice.ts';
import { reviewWrong } from '../flows/quiz/review.ts';
import { cardsOf } from '../flows/quiz/start.ts';
import { verdictOn } from '../flows/quiz/type.ts';
import type { Wording } from '../i18n/translator.ts';
import { asListed, cardName, type Dealt, dealtName, nameKey } from '../quiz/deck.ts';
import type { Period } from '../quiz/score.ts';
import type { Verdict } from '../quiz/typedAnswer.ts';
import { drawBoard } from './drawBoard.ts';
import { UserError } from './errors.ts';
import type { Context } from './handler.ts';
import { mayManageMessages } from './moderators.ts';
import { mayWrite } from './present.ts';
import { type Reply, type Send, send } from './reply.ts';
import { fieldId, type MessageBody } from './views/message.ts';
import { type Board, pagesOf, privateBoard, publicBoard } from './views/quizBoard.ts';
import { dailyAnswer, dailyDone, dailyOld, dailyQuestion } from './views/quizDaily.ts';
import { type Asks, placesIn, sizeOf } from './views/quizForm.ts';
import { noQuestions, practiceCard, practiceSolution } from './views/quizPractice.ts';
import { nothingToReview, reviewPage } from './views/quizReview.ts';
import { orderHelp } from './views/quizTold.ts';

/** A member of a server, who learns and competes there. */
export interface Learner {
  readonly guild: string;
  readonly user: string;
  readonly channel: string;
  readonly moderates: boolean;
  /** Whether the bot may attach files where it was asked. */
  readonly attaches: boolean;
}

/** Throws a UserError in a DM. */
export function learnerOf(interaction: BaseInteraction): Learner {
  const { guildId, channelId, user, appPermissions } = interaction;
  if (guildId === null) throw new UserError('E-DM');
  return {
    guild: guildId,
    user: user.id,
    channel: channelId ?? user.id,
    moderates: mayManageMessages(interaction),
    attaches: appPermissions.has(PermissionFlagsBits.AttachFiles),
  };
}

/** The question of the day, for the member alone. Throws a UserError. */
export async function dailyOf({ flows, wording }: Context, learner: Learner): Promise<Send> {
  const result = await showDaily(flows, learner);
  if (result.kind !== 'question') return send(otherwise(result, wording), 'private');
  return send(dailyQuestion({ ...result, key: buttonKeyOf(result.question) }, wording), 'private');
}

/** The question of the day under a button, or what to say where it cannot be answered any more. Throws a UserError. */
export async function dailyUnder(
  { flows, wording }: Context,
  learner: Learner,
  { day, key }: Pick<DailyPress, 'day' | 'key'>,
): Promise<{ readonly question: Dealt } | { readonly instead: Reply }> {
  const result = await showDaily(flows, learner);
  if (result.kind !== 'question') return { instead: overtaken(otherwise(result, wording)) };
  const { question } = result;
  const isSame = result.day === day && buttonKeyOf(question) === key;
  return isSame ? { question } : { instead: overtaken(dailyOld(wording)) };
}

/** An answer to a question of the day. */
export interface DailyPress {
  readonly day: string;
  readonly key: string;
  /** Places in `shown`, or the text of a typed answer. */
  readonly picks: readonly number[] | string;
}

/** Takes the one try; the solution takes the place of the question. Throws a UserError. */
export async function dailyAnswerOf(
  { flows, wording }: Context,
  learner: Learner,
  { day, key, picks }: DailyPress,
): Promise<Reply> {
  const name = nameOf(flows, key);
  if (name === null) return overtaken(dailyOld(wording));
  const result = await answerDaily(flows, learner, { day, name, picks });
  if (result.kind === 'store-failed') throw new UserError('E-SAVE');
  if (result.kind !== 'answered') return overtaken(otherwise(result, wording));
  const { question: dealt, right, ...rest } = result;
  const verdict = verdictOf(flows, dealt, picks, right);
  return { kind: 'replace', message: dailyAnswer({ ...rest, dealt, picks, verdict }, wording) };
}

/** What stands for a question in its buttons. */
function buttonKeyOf(dealt: Dealt): string {
  return nameKey(dealtName(dealt));
}

/** Null where no pack has the question any more. */
function nameOf({ packs }: FlowDeps, key: string): string | null {
  return (
    cardsOf(packs)
      .map(cardName)
      .find((name) => nameKey(name) === key) ?? null
  );
}

/** The buttons under a question can do nothing any more; what there is to say stands below it. */
function overtaken(message: MessageBody): Reply {
  return { kind: 'rows', rows: [], afterwards: send(message, 'private') };
}

/** What there is in place of a question. Throws a UserError. */
function otherwise(result: DailyResult, wording: Wording): MessageBody {
  switch (result.kind) {
    case 'done':
      return dailyDone(result, wording);
    case 'old':
      return dailyOld(wording);
    case 'no-questions':
      return noQuestions(wording);
    case 'held-back':
      throw new UserError('E-LIVE');
    case 'blank':
      throw new UserError('E-BLANK');
    case 'store-failed':
      throw new UserError('E-READ');
    default:
      throw new UserError('E-OLD');
  }
}

/** What a form holds as an answer; null where it is no order. */
export function picksFrom({ fields }: ModalSubmitInteraction, asks: Asks): readonly number[] | string | null {
  const text = fields.getTextInputValue(fieldId);
  if (asks === 'typed') return text;
  const size = sizeOf(asks);
  const places = new Set(placesIn(text));
  const isEachOnce = places.size === size && Math.max(...places) < size && Math.min(...places) >= 0;
  return isEachOnce && placesIn(text).length === size ? [...places] : null;
}

/** Nothing is taken for an order that is none: it can be given again. */
export function noOrder({ wording }: Context, asks: Asks): Send {
  return send({ content: orderHelp(sizeOf(asks), wording) }, 'private');
}

/** A question to practise; another one than `after` (`pack/id`). Throws a UserError. */
export async function practiceOf(
  { flows, wording }: Context,
  learner: Learner,
  { after }: { readonly after?: string } = {},
): Promise<Send> {
  const result = await showPractice(flows, learner, after === undefined ? {} : { after });
  if (result.kind === 'store-failed') throw new UserError('E-READ');
  if (result.kind === 'held-back') throw new UserError('E-LIVE');
  if (result.kind === 'no-questions') return send(noQuestions(wording), 'private');
  return send(practiceCard({ ...result, key: buttonKeyOf(result.question) }, wording), 'private');
}

/** What the buttons of a question know of it. */
export interface PracticeButton {
  readonly key: string;
  /** As it was given with the question. */
  readonly layout: string;
}

export interface PracticePress extends PracticeButton {
  /** Places in `shown`, or the text of a typed answer. */
  readonly picks: readonly number[] | string;
  /** Whether the hint was seen. */
  readonly hinted: boolean;
}

/** The name of a question. Throws a UserError where no pack has it any more. */
function practised(flows: FlowDeps, key: string): string {
  const name = nameOf(flows, key);
  if (name === null) throw new UserError('E-OLD');
  return name;
}

/** The question under a button. Throws a UserError where it cannot be answered now, or any more. */
export async function practisedOf(
  { flows }: Context,
  learner: Learner,
  { key, layout }: PracticeButton,
): Promise<Dealt> {
  const result = await practiceQuestion(flows, learner, { name: practised(flows, key), layout });
  if (result.kind === 'store-failed') throw new UserError('E-READ');
  if (result.kind === 'held-back') throw new UserError('E-LIVE');
  if (result.kind !== 'question') throw new UserError('E-OLD');
  return result.question;
}

/** The same question once more, with its hint. Throws a UserError. */
export async function hintOf(
  context: Context,
  learner: Learner,
  { key, layout }: PracticeButton,
): Promise<Reply> {
  const question = await practisedOf(context, learner, { key, layout });
  const message = practiceCard({ question, key, layout, counts: null }, context.wording);
  return { kind: 'replace', message };
}

/** The solution in the place of the question. Throws a UserError. */
export async function practiceAnswerOf(
  { flows, wording }: Context,
  learner: Learner,
  { key, ...answer }: PracticePress,
): Promise<Reply> {
  const result = await answerPractice(flows, learner, { ...answer, name: practised(flows, key) });
  if (result.kind === 'store-failed') throw new UserError('E-SAVE');
  if (result.kind === 'held-back') throw new UserError('E-LIVE');
  if (result.kind === 'blank') throw new UserError('E-BLANK');
  if (result.kind !== 'answered') throw new UserError('E-OLD');
  const { question: dealt, right, ...rest } = result;
  const { picks } = answer;
  const verdict = verdictOf(flows, dealt, picks, right);
  return { kind: 'replace', message: practiceSolution({ ...rest, dealt, picks, verdict }, wording) };
}

/** Of what is wrong, some is nearly right. */
function verdictOf(
  flows: FlowDeps,
  dealt: Dealt,
  picks: readonly number[] | string,
  right: boolean,
): Verdict {
  if (right) return 'right';
  const verdict = typeof picks === 'string' ? verdictOn(flows, dealt, picks) : null;
  return verdict === 'near' ? 'near' : 'wrong';
}

/** What the member has answered wrong, a question a page (from 0). Throws a UserError. */
export async function reviewOf({ flows, wording }: Context, learner: Learner, page: number): Promise<Send> {
  const result = await reviewWrong(flows, learner);
  if (result.kind === 'store-failed') throw new UserError('E-READ');
  if (result.kind === 'held-back') throw new UserError('E-LIVE');
  const { cards } = result;
  // Meanwhile they may have become fewer.
  const shown = Math.min(page, cards.length - 1);
  const card = cards[shown];
  if (card === undefined) return send(nothingToReview(wording), 'private');
  return send(reviewPage({ dealt: asListed(card), page: shown, pages: cards.length }, wording), 'private');
}

/** A leaderboard for the member alone; `page` from 0. Throws a UserError. */
export async function boardOf(
  context: Context,
  learner: Learner,
  period: Period,
  page: number,
): Promise<Send> {
  const { wording } = context;
  const board = await readBoard(context, learner, period, page);
  const picture = await drawBoard(context, learner, { board, wording });
  const rights = { mayShare: mayWrite(context), moderates: learner.moderates };
  return send(privateBoard({ board, wording, picture }, rights), 'private');
}

/** The same for the channel, in the words of the server; null where there is nobody on it. Throws a UserError. */
export async function sharedBoardOf(
  context: Context,
  learner: Learner,
  { period, page, wording }: { readonly period: Period; readonly page: number; readonly wording: Wording },
): Promise<Send | null> {
  const board = await readBoard(context, learner, period, page);
  if (board.ranked.length === 0) return null;
  const picture = await drawBoard(context, learner, { board, wording });
  return send(publicBoard({ board, wording, picture }), 'public');
}

async function readBoard({ flows }: Context, learner: Learner, period: Period, page: number): Promise<Board> {
  const result = await showLeaderboard(flows, learner, period);
  if (result.kind === 'store-failed') throw new UserError('E-READ');
  return { ...result, period, page: Math.min(page, pagesOf(result) - 1) };
}
