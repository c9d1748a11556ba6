import type { Effect } from '../../quiz/game.ts';
import type { StoredGame } from '../../store/quizGames.ts';

export type { StoredGame };

type EffectOf<Type extends Effect['type']> = Extract<Effect, { readonly type: Type }>;

/**
 * Shows games on Discord. The game comes as it was after the step; what is asked for one game is asked one thing after
 * the other. What rejects is logged, and counts as `failed`; each has to give up within 10 seconds, as a question that
 * is not confirmed within 15 is asked again. Nothing but `reveal` and what follows it may tell what is right.
 */
export interface Host {
  /** Shows the lobby, or brings the one that stands there up to date; `message` is the one with it. */
  readonly lobby: (stored: StoredGame) => Promise<Placed>;
  readonly closeLobby: (stored: StoredGame, effect: EffectOf<'close-lobby'>) => Promise<void>;
  readonly ask: (stored: StoredGame, effect: EffectOf<'ask'>) => Promise<Asked>;
  readonly withdraw: (stored: StoredGame, effect: EffectOf<'withdraw'>) => Promise<void>;
  readonly reveal: (stored: StoredGame, effect: EffectOf<'reveal'>) => Promise<Shown>;
  readonly pause: (stored: StoredGame) => Promise<Shown>;
  /**
   * May come a second time, after a crash. Where it rejects, it comes again, a few times; so it is to resolve where it can
   * never be shown, as in a channel that is gone.
   */
  readonly end: (stored: StoredGame, effect: EffectOf<'end'>) => Promise<void>;
}

/** `gone`: the channel was deleted; `forbidden`: the bot may not write there any more. Both end the game. */
export type Shown = 'shown' | 'failed' | 'gone' | 'forbidden';

/** The same, with the message in which it is shown. */
export type Placed =
  | { readonly kind: 'shown'; readonly message: string }
  | { readonly kind: Exclude<Shown, 'shown'> };

/** `unknown`: the question is not in its pack any more; the game passes over it. */
export type Asked = Placed | { readonly kind: 'unknown' };
