import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { FlowDeps } from '../flows/deps.ts';
import type { Asked, Host, Shown, StoredGame } from '../flows/quiz/host.ts';
import type { Language } from '../i18n/locales.ts';
import type { Wording } from '../i18n/translator.ts';
import type { Dealt } from '../quiz/deck.ts';
import { dayCap } from '../quiz/points.ts';
import { createMessage, deleteMessages, isGone, rewriteMessage } from './channelMessages.ts';
import { within } from './deadline.ts';
import { counts as countRange, modeOf, type Setup, usual } from './quizSetup.ts';
import { hasCode, type Wire } from './respond.ts';
import type { MessageBody } from './views/message.ts';
import {
  askedQuestion,
  brokenOffQuestion,
  closedLobby,
  endedGame,
  lobby,
  pausedGame,
  revealedQuestion,
  type ShownGame,
} from './views/quizGame.ts';

/** Milliseconds for what is shown; less than what a question may take to be confirmed. */
const deadline = 9_000;

export interface HostTools {
  readonly flows: Pick<FlowDeps, 'packs' | 'now' | 'log'>;
  readonly inLanguage: (language: Language) => Wording;
  readonly wire: Pick<Wire, 'bot'>;
}

/**
 * Shows games of quiz in their channels. The lobby, which changes while people come and go, is remembered in memory
 * only: after a restart another one takes its place, and the buttons of both work.
 */
export function createHost(tools: HostTools): Host {
  const { wire, flows } = tools;
  const lobbies = new Map<string, string>();

  async function write(stored: StoredGame, message: MessageBody, nonce: string): Promise<string> {
    return within(deadline, (signal) => createMessage(wire, stored.channel, message, { nonce, signal }));
  }

  async function rewrite({ channel }: StoredGame, id: string, message: MessageBody): Promise<void> {
    await within(deadline, (signal) => rewriteMessage(wire, channel, id, message, signal));
  }

  async function rewriteIfThere(stored: StoredGame, id: string, message: MessageBody): Promise<boolean> {
    try {
      await rewrite(stored, id, message);
      return true;
    } catch (error) {
      if (hasCode(error, RESTJSONErrorCodes.UnknownMessage)) return false;
      throw error;
    }
  }

  /** What is not there any more needs no other face. */
  async function closeLobby(stored: StoredGame): Promise<void> {
    const standing = lobbies.get(stored.id);
    if (standing === undefined) return;
    lobbies.delete(stored.id);
    await rewrite(stored, standing, closedLobby(shownGame(tools, stored))).catch((error: unknown) => {
      if (!isGone(error)) flows.log.warn({ error }, 'quiz-lobby-not-closed');
    });
  }

  return {
    lobby: (stored, { players }) =>
      shownOr(async () => {
        const message = lobby(shownGame(tools, stored), players);
        const standing = lobbies.get(stored.id);
        if (standing !== undefined && (await rewriteIfThere(stored, standing, message))) return;
        // Deleted meanwhile: one with the same nonce might be taken for the one that is gone.
        const nonce = standing === undefined ? `${stored.id}-l` : `${stored.id}-l${players.length}`;
        lobbies.set(stored.id, await write(stored, message, nonce));
      }),

    async ask(stored, { question, attempt }): Promise<Asked> {
      const dealt = stored.game.questions[question];
      if (dealt === undefined || !isKnown(tools, dealt)) return { kind: 'unknown' };
      const closesAt = new Date(flows.now().getTime() + stored.game.seconds * 1000);
      const message = askedQuestion(shownGame(tools, stored), dealt, closesAt);
      let id = '';
      const shown = await shownOr(async () => {
        id = await write(stored, message, `${stored.id}-${question}-${attempt}`);
      });
      await closeLobby(stored);
      return shown === 'shown' ? { kind: shown, message: id } : { kind: shown };
    },

    async withdraw(stored, { message }) {
      await within(deadline, (signal) => deleteMessages(wire, stored.channel, [message], signal));
    },

    async reveal(stored, { question, message, counts, gains, skipped }) {
      const dealt = stored.game.questions[question];
      if (dealt === undefined) return 'failed';
      const revealed = { counts, gains, skipped };
      const body = revealedQuestion(shownGame(tools, stored), dealt, revealed, isKnown(tools, dealt));
      return shownOr(async () => {
        const isThere = message !== null && (await rewriteIfThere(stored, message, body));
        if (!isThere) await write(stored, body, `${stored.id}-${question}-r`);
      });
    },

    pause: (stored) =>
      shownOr(async () => {
        await write(stored, pausedGame(shownGame(tools, stored)), `${stored.id}-${stored.game.current}-p`);
      }),

    async end(stored, { reason, message, standings, counts }) {
      const shown = shownGame(tools, stored);
      const dealt = stored.game.questions[stored.game.current];
      const again = setupOf(stored);
      const over = endedGame(shown, { reason, standings, counts, cap: dayCap, again });
      const standing = lobbies.get(stored.id);
      await shownOr(async () => {
        if (standing !== undefined && stored.game.current < 0) {
          lobbies.delete(stored.id);
          if (await rewriteIfThere(stored, standing, over)) return;
        }
        await closeLobby(stored);
        if (message !== null && dealt !== undefined && isKnown(tools, dealt))
          await rewriteIfThere(stored, message, brokenOffQuestion(shown, dealt));
        await write(stored, over, `${stored.id}-e`);
      });
    },
  };
}

/** Whose rights changed, and which channels are gone, is found out by writing. Rejects where there is no answer. */
async function shownOr(work: () => Promise<void>): Promise<Shown> {
  try {
    await work();
    return 'shown';
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.UnknownChannel)) return 'gone';
    if (hasCode(error, ...forbidden)) return 'forbidden';
    throw error;
  }
}

const forbidden = [
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
] as const;

function shownGame({ inLanguage }: HostTools, { id, game, language }: StoredGame): ShownGame {
  return { id, game, wording: inLanguage(language) };
}

/** Whether its pack still has a question, of the same kind and with as many options. */
function isKnown({ flows }: HostTools, { pack, id, kind, shown }: Dealt): boolean {
  const question = flows.packs.get(pack)?.quiz.find((one) => one.id === id);
  if (question?.kind !== kind) return false;
  if (question.kind === 'choice') return question.options.length === shown.length;
  return question.kind !== 'order' || question.items.length === shown.length;
}

/** For another game like this one. */
function setupOf({ game, language }: StoredGame): Setup {
  const { style, seconds, questions, wanted } = game;
  if (wanted === undefined)
    return { ...usual, style, seconds, language, count: Math.max(questions.length, countRange.least) };
  const { difficulty, count, pack } = wanted;
  return { ...usual, style, seconds, language, difficulty, count, pack, mode: modeOf(wanted.kinds) };
}
