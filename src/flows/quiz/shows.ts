import type { Effect, GameEvent } from '../../quiz/game.ts';
import { readGame, type StoredGame, saveTold } from '../../store/quizGames.ts';
import type { FlowDeps } from '../deps.ts';
import type { Alarm } from '../summary/scheduler.ts';
import type { Asked, Host, Shown } from './host.ts';
import { createLines } from './lines.ts';
import { createPaced } from './paced.ts';

/** Milliseconds between two edits of a lobby, and lobbies edited at once: Discord has little patience with edits. */
const lobbyPause = 2_000;
const lobbiesAtOnce = 4;
/** Milliseconds before a solution or a pause that could not be shown is shown again, time after time. */
const retryPauses = [1_000, 3_000];

export interface ShowsOptions {
  readonly deps: FlowDeps;
  readonly host: Host;
  readonly alarm: Alarm;
  /** What showing something has come to. Never rejects. */
  readonly happen: (game: string, event: GameEvent) => Promise<void>;
}

/** The hand that shows what games bring: of each game one thing after the other. */
export interface Shows {
  /** Returns at once. The game comes as it is after the step. */
  readonly show: (stored: StoredGame, effects: readonly Effect[]) => void;
  /** Resolves when all has been shown. */
  readonly settled: () => Promise<void>;
  /** Finishes what is being shown; nothing is tried again. */
  readonly stop: () => Promise<void>;
}

export function createShows({ deps, host, alarm, happen }: ShowsOptions): Shows {
  const games = createLines();
  const lobbies = createPaced({ pause: lobbyPause, atOnce: lobbiesAtOnce, alarm, show: showLobby });
  let stopped = false;

  async function showAll(stored: StoredGame, effects: readonly Effect[]): Promise<void> {
    for (const effect of effects) await show(stored, effect);
  }

  async function show(stored: StoredGame, effect: Effect): Promise<void> {
    switch (effect.type) {
      case 'lobby':
        return lobbies.put(stored.id);
      case 'close-lobby':
        // What is still on its way would open it again.
        await lobbies.close(stored.id);
        return void (await safely(host.closeLobby(stored, effect)));
      case 'ask':
        return answerTo(stored, effect, await safely(host.ask(stored, effect)));
      case 'withdraw':
        return void (await safely(host.withdraw(stored, effect)));
      case 'reveal':
        return heed(stored, await insist(() => host.reveal(stored, effect)));
      case 'pause':
        return heed(stored, await insist(() => host.pause(stored)));
      case 'end':
        await lobbies.close(stored.id);
        return tell(stored, effect);
      case 'feedback':
      case 'schedule':
        return;
    }
  }

  /** As it is now: people come and go faster than it can be shown. */
  async function showLobby(game: string): Promise<void> {
    const stored = await safely(readGame(deps.db, game));
    if (stored?.game.phase !== 'lobby') return;
    const placed = await safely(host.lobby(stored));
    if (placed?.kind !== 'shown') return heed(stored, placed?.kind ?? null);
    const { message } = placed;
    if (message !== stored.game.lobby) await happen(game, { type: 'lobby-shown', message });
  }

  /** Unless it is written down that the end was shown, its row rings again. */
  async function tell(stored: StoredGame, effect: Extract<Effect, { type: 'end' }>): Promise<void> {
    const told = await safely(host.end(stored, effect).then(() => true));
    if (told) await safely(saveTold(deps.db, stored.id, deps.now()));
  }

  /** Null, and a line in the log, for what rejects. */
  async function safely<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      deps.log.error({ error }, 'quiz-not-shown');
      return null;
    }
  }

  /** Nobody should miss a solution because Discord was away for a moment; what follows it waits. */
  async function insist(work: () => Promise<Shown>): Promise<Shown | null> {
    let shown = await safely(work());
    for (const pause of retryPauses) {
      if (shown !== null && shown !== 'failed') break;
      if (!stopped) await new Promise<void>((resolve) => void alarm(pause, resolve));
      if (stopped) break;
      shown = await safely(work());
    }
    return shown;
  }

  async function answerTo(
    stored: StoredGame,
    { question, attempt }: Extract<Effect, { type: 'ask' }>,
    asked: Asked | null,
  ): Promise<void> {
    if (asked?.kind === 'shown')
      return happen(stored.id, { type: 'shown', question, attempt, message: asked.message });
    if (asked?.kind === 'gone' || asked?.kind === 'forbidden') return heed(stored, asked.kind);
    const type = asked?.kind === 'unknown' ? 'unknown' : 'failed';
    return happen(stored.id, { type, question, attempt });
  }

  /** Of a lobby, a reveal or a pause that could not be shown, the game goes on. */
  async function heed({ id: game }: StoredGame, shown: Shown | null): Promise<void> {
    if (shown === 'gone') await happen(game, { type: 'channel-gone' });
    if (shown === 'forbidden') await happen(game, { type: 'forbidden' });
  }

  return {
    show(stored, effects) {
      void games.add(stored.id, () => showAll(stored, effects));
    },
    async settled() {
      // A lobby comes by way of its game, and what came too late goes by the same way.
      await games.settled();
      await lobbies.settled();
      await games.settled();
    },
    async stop() {
      stopped = true;
      await lobbies.stop();
      await games.settled();
    },
  };
}
