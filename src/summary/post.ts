import type { Summary } from './summary.ts';

/** Where a new post goes, and what happens with it there. */
export interface Target {
  readonly channel: string;
  readonly pin: boolean;
  readonly thread: boolean;
  /** The role that is pinged; null: nobody. */
  readonly ping: string | null;
}

/** One state of a post. Revisions are numbered from 1 and are never changed. */
export interface Revision {
  readonly number: number;
  readonly summary: Summary;
  /** Of what was shown; see `card.ts`. */
  readonly hash: string;
  readonly packVersion: number;
  /** The moderator who made it. */
  readonly author: string;
  readonly at: Date;
}

/**
 * A summary in a channel. `posting` and `editing`: it is on its way to Discord, or was when a process died.
 * `gone`: somebody deleted the message; the record is kept for a while.
 */
export interface Post {
  readonly id: string;
  readonly guild: string;
  readonly target: Target;
  /** The ids of its messages, in order; more than one where it is too long for one. Empty while `posting`. */
  readonly messages: readonly string[];
  readonly state: 'posting' | 'posted' | 'editing' | 'gone';
  /** The newest. */
  readonly revision: Revision;
}

/** A summary that is being prepared, by one moderator. */
export interface Draft {
  readonly id: string;
  readonly guild: string;
  readonly author: string;
  readonly summary: Summary;
  /** Of an update: where its post is. */
  readonly target: Target;
  /** null: it becomes a new post. */
  readonly update: Update | null;
  /** Of the last change. */
  readonly changedAt: Date;
}

/** The draft becomes the revision after `base`, where that one is still the newest. */
export interface Update {
  readonly post: string;
  readonly base: number;
  /** Tell the channel in a message of its own, since an edit notifies nobody. */
  readonly notify: boolean;
}

export const draftMinutes = 15;

/** A draft that was changed last at this moment, or before it, has expired. */
export function draftStart(now: Date): Date {
  return new Date(now.getTime() - draftMinutes * 60_000);
}
