import type { Edition } from '../../summary/card.ts';
import type { Target } from '../../summary/post.ts';

/**
 * Brings summaries to Discord. What rejects counts as unsure. Each has to give up within 100 seconds: after two
 * minutes another process may take over, in the belief that this one has died.
 */
export interface Courier {
  /** Posts; then pins, starts the thread. `id` is the nonce, which keeps Discord from posting twice for some minutes. */
  readonly post: (run: Run) => Promise<Sent>;
  /** Looks in the channel for what a process that died may have posted. */
  readonly find: (run: Run) => Promise<Found>;
  /** Edits in place, which does no harm a second time. */
  readonly edit: (edit: Edit) => Promise<Edited>;
}

/** A post on its way. */
export interface Run {
  /** Of the post; 21 characters at most, so that a part's number still fits into the nonce (25). */
  readonly id: string;
  readonly guild: string;
  readonly target: Target;
  readonly edition: Edition;
  /** The moderator in whose name it is posted. */
  readonly author: string;
  /** When it should have been posted; nothing of it is in the channel before. */
  readonly since: Date;
}

export interface Edit {
  readonly guild: string;
  readonly channel: string;
  readonly messages: readonly string[];
  readonly edition: Edition;
  /** The moderator in whose name it is edited. */
  readonly author: string;
  /** Tell the channel in a message of its own. */
  readonly notify: boolean;
}

export type Sent =
  | {
      readonly kind: 'posted';
      /** In order. */
      readonly messages: readonly string[];
      /** What failed afterwards. */
      readonly warnings: readonly Warning[];
    }
  /** Nothing was posted. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** No answer: it may have been posted, or may not. */
  | { readonly kind: 'unsure' };

export type Edited =
  | { readonly kind: 'edited'; readonly warnings: readonly Warning[] }
  /** The message, or its channel, was deleted. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unsure' };

export type Found =
  | { readonly kind: 'found'; readonly messages: readonly string[] }
  | { readonly kind: 'absent' }
  /** It cannot be said: the history may not be read, or Discord does not answer. */
  | { readonly kind: 'unknown' };

export type Warning = 'pin' | 'thread' | 'notice';

export type Problem =
  | {
      readonly kind: 'permission';
      /** Names of Discord's permissions, such as `EmbedLinks`. */
      readonly missing: readonly string[];
      /** Whose permissions: the bot's, or those of the moderator. */
      readonly of: 'bot' | 'moderator';
    }
  | { readonly kind: 'channel-gone' }
  | { readonly kind: 'channel-type' }
  /** The pack is gone, or has no summary any more. */
  | { readonly kind: 'no-summary' }
  /** Discord does not take it, for a reason that the log has. */
  | { readonly kind: 'discord' };
