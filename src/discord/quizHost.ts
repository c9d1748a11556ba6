import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { FlowDeps } from '../flows/deps.ts';
import type { Asked, Host, Placed, Shown, StoredGame } from '../flows/quiz/host.ts';
import { isKnown } from '../flows/quiz/open.ts';
import type { Language } from '../i18n/locales.ts';
import type { Wording } from '../i18n/translator.ts';
import { dayCap } from '../quiz/points.ts';
import { createMessage, deleteMessages, rewriteMessage } from './channelMessages.ts';
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

/** Shows games of quiz in their channels. */
export function createHost(tools: HostTools): Host {
  const { wire, flows } = tools;

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

  /** What is good to have, but must not stand in the way of what follows. */
  async function tidyUp(work: Promise<unknown>): Promise<void> {
    await work.catch((error: unknown) => flows.log.warn({ error }, 'quiz-question-not-closed'));
  }

  async function place(stored: StoredGame, message: MessageBody, nonce: string): Promise<Placed> {
    let id = '';
    const kind = await shownOr(async () => {
      id = await write(stored, message, nonce);
    });
    return kind === 'shown' ? { kind, message: id } : { kind };
  }

  return {
    async lobby(stored) {
      const body = lobby(shownGame(tools, stored));
      const { lobby: standing, players } = stored.game;
      if (standing === null) return place(stored, body, `${stored.id}-l`);
      let isThere = true;
      const kind = await shownOr(async () => {
        isThere = await rewriteIfThere(stored, standing, body);
      });
      if (kind !== 'shown') return { kind };
      if (isThere) return { kind, message: standing };
      // Under the same nonce, Discord might take it for the one that was deleted.
      return place(stored, body, `${stored.id}-l${players.length}`);
    },

    async closeLobby(stored, { message }) {
      const body = closedLobby(shownGame(tools, stored));
      await shownOr(async () => void (await rewriteIfThere(stored, message, body)));
    },

    async ask(stored, { question, attempt }): Promise<Asked> {
      const dealt = stored.game.questions[question];
      if (dealt === undefined || !isKnown(flows, dealt)) return { kind: 'unknown' };
      const closesAt = new Date(flows.now().getTime() + stored.game.seconds * 1000);
      const message = askedQuestion(shownGame(tools, stored), dealt, closesAt);
      const { confirmed } = stored.game;
      // Until Discord has confirmed one, it may have one all the same: under the same nonce, no other comes beside it.
      const placed = await place(stored, message, `${stored.id}-${question}-${confirmed}`);
      const isOlder = placed.kind === 'shown' && attempt > confirmed + 1;
      if (isOlder) await rewriteIfThere(stored, placed.message, message);
      return placed;
    },

    async withdraw(stored, { message }) {
      await within(deadline, (signal) => deleteMessages(wire, stored.channel, [message], signal));
    },

    async reveal(stored, { question, message, counts, gains, skipped }) {
      const dealt = stored.game.questions[question];
      if (dealt === undefined) return 'failed';
      const revealed = { counts, gains, skipped };
      const body = revealedQuestion(shownGame(tools, stored), dealt, revealed, isKnown(flows, dealt));
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
      const { lobby: standing, current } = stored.game;
      await shownOr(async () => {
        if (standing !== null && current < 0 && (await rewriteIfThere(stored, standing, over))) return;
        if (message !== null && dealt !== undefined && isKnown(flows, dealt))
          await tidyUp(rewriteIfThere(stored, message, brokenOffQuestion(shown, dealt)));
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

/** For another game like this one: with as many questions as it had, which may be fewer than were asked for. */
function setupOf({ game, language }: StoredGame): Setup {
  const { style, seconds, questions, wanted } = game;
  const count = Math.max(questions.length, countRange.least);
  const same = { ...usual, style, seconds, language, count };
  if (wanted === undefined) return same;
  const { difficulty, pack } = wanted;
  return { ...same, difficulty, pack, mode: modeOf(wanted.kinds) };
}
