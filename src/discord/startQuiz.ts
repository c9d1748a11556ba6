import type { BaseInteraction } from 'discord.js';
import type { FlowDeps } from '../flows/deps.ts';
import type { StoredGame } from '../flows/quiz/host.ts';
import { showScore } from '../flows/quiz/score.ts';
import { choosable, type GameRequest, type StartResult, startGame } from '../flows/quiz/start.ts';
import { serverLanguageOf } from '../flows/server.ts';
import type { Wording } from '../i18n/translator.ts';
import type { ActionOf } from './customId.ts';
import { UserError } from './errors.ts';
import type { Context } from './handler.ts';
import { byDecider, byWhom, perform, scoreOf, stopOf } from './playQuiz.ts';
import { kindsOf, type Setup, usual } from './quizSetup.ts';
import { threadName } from './quizStage.ts';
import { type Reply, type Send, send } from './reply.ts';
import type { MessageBody } from './views/message.ts';
import { errorOf } from './views/problem.ts';
import { fewQuestions, quizPanel, type RunningGame, setupPanel } from './views/quizPanel.ts';
import { cut } from './views/text.ts';

/** What is usual, in the language of the server. */
export function usualSetup({ guildLocale }: BaseInteraction): Setup {
  return { ...usual, language: serverLanguageOf({ preferredLocale: guildLocale ?? 'ko' }) };
}

/** Everything that can be done with quizzes; `setup`: for a new game. */
export async function quizPanelOf(
  context: Context,
  interaction: BaseInteraction,
  setup = usualSetup(interaction),
): Promise<MessageBody> {
  const live = await liveIn(context);
  const running = live === null ? null : runningFor(live, interaction);
  return quizPanel({ setup, running, wording: context.wording });
}

/** What the panel says of a game to one member. */
function runningFor(stored: StoredGame, { user: { id } }: BaseInteraction): RunningGame {
  const { players, phase } = stored.game;
  const plays = players.some(({ user, left }) => user === id && !left);
  return { id: stored.id, link: linkTo(stored), paused: phase === 'paused', plays };
}

export function setupPanelOf({ flows, wording }: Context, setup: Setup): MessageBody {
  return setupPanel({ setup, available: availableFor(flows, setup), wording });
}

/** Starts a game, or says why not. Throws a UserError. */
export async function startOf(
  context: Context,
  interaction: BaseInteraction,
  setup: Setup,
  { fewer = false } = {},
): Promise<Send> {
  const { guildId, appPermissions, memberPermissions } = interaction;
  if (guildId === null) throw new UserError('E-DM');
  const { flows, quizzes, asker, inLanguage, wording } = context;
  const available = availableFor(flows, setup);
  if (available === 0) throw new UserError('E-NOQUESTIONS');
  if (available < setup.count && !fewer) return send(fewQuestions(setup, available, wording), 'private');
  // In a thread of its own, no other game is on.
  const live = setup.thread ? null : await liveIn(context);
  if (live !== null) throw new UserError('E-RUNNING', { link: linkTo(live) });
  const staged = await quizzes.stage({
    channel: asker.channel,
    permissions: appPermissions.bitfield,
    member: memberPermissions?.bitfield ?? 0n,
    thread: setup.thread ? cut(threadTitle(interaction, inLanguage(setup.language)), threadName) : null,
  });
  if (staged.kind === 'refused') {
    const { key, variables } = errorOf(staged.problem, wording, asker.channel);
    throw new UserError(key, variables);
  }
  const request = {
    ...requestOf(setup),
    guild: guildId,
    channel: staged.channel,
    home: staged.home,
    user: asker.user,
    fewer: true,
  };
  const started = startedOf(await startGame(flows, quizzes.runner, request));
  return send({ content: wording.t('quiz.told.started', { place: linkTo(started) }) }, 'private');
}

/** What a thread is called in which a member starts a game. */
function threadTitle({ member, user }: BaseInteraction, { t }: Wording): string {
  const nick = member === null || 'displayName' in member ? member?.displayName : member.nick;
  return t('quiz.thread', { name: nick ?? user.displayName });
}

function requestOf(setup: Setup): Omit<GameRequest, 'guild' | 'channel' | 'home' | 'user'> {
  const { style, mode, difficulty, count, seconds, language, pack } = setup;
  const request = { style, difficulty, count, seconds, language, kinds: kindsOf(mode) };
  return pack === null ? request : { ...request, pack };
}

function startedOf(result: StartResult): StoredGame {
  switch (result.kind) {
    case 'started':
      return result.stored;
    case 'running':
      throw new UserError('E-RUNNING', { link: linkTo(result.stored) });
    case 'few':
      throw new UserError('E-NOQUESTIONS');
    case 'store-failed':
      throw new UserError('E-SAVE');
  }
}

function availableFor(flows: FlowDeps, setup: Setup): number {
  return choosable(flows, requestOf(setup)).length;
}

/** The game that is on in the channel. */
async function liveIn({ flows, asker }: Context): Promise<StoredGame | null> {
  const result = await showScore(flows, asker.channel);
  if (result.kind === 'store-failed') throw new UserError('E-READ');
  return result.kind === 'game' ? result.stored : null;
}

/** Where a game is: at its question or its lobby, or else in its channel. */
function linkTo({ guild, channel, game }: StoredGame): string {
  const message = game.message ?? (game.phase === 'lobby' ? game.lobby : null);
  return message === null ? `<#${channel}>` : `https://discord.com/channels/${guild}/${channel}/${message}`;
}

/** What can be done with the game that is on in the channel. Throws a UserError where none is. */
export async function nowOf(
  context: Context,
  interaction: BaseInteraction,
  what: ActionOf<'quiz|now'>['what'],
): Promise<Reply> {
  if (what === 'score') return scoreOf(context);
  if (what === 'stop') return stopOf(context, interaction);
  const live = await liveIn(context);
  if (live === null) throw new UserError('E-NOQUIZ', { quiz: context.mention('quiz') });
  const { id, game } = live;
  return what === 'skip'
    ? perform(context, id, { type: 'skip', ...byDecider(interaction) })
    : perform(context, id, { type: 'hint', ...byWhom(interaction), question: game.current });
}
