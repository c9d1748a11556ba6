import type { Post } from '../../summary/post.ts';
import type { Problem, Warning } from './courier.ts';

/** What a moderator is told of something that went on without them. */
export type News = {
  readonly guild: string;
  /** The channel of the post. */
  readonly channel: string;
  /** The moderator who has to know. */
  readonly author: string;
  /** The schedule it comes from; null: a press of a button. */
  readonly schedule: string | null;
  /** When it was to be posted. */
  readonly dueAt: Date;
} & (
  | { readonly kind: 'posted'; readonly post: Post; readonly warnings: readonly Warning[] }
  /** Not posted, since it would have been too late. */
  | { readonly kind: 'missed' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** It may have been posted, or may not: somebody has to look. It is not tried again. */
  | { readonly kind: 'uncertain' }
  /** What was pressed before a restart did not get out. */
  | { readonly kind: 'lost' }
  /** An update found the messages deleted. */
  | { readonly kind: 'gone'; readonly post: Post }
);

/** Tells a moderator. What rejects is logged, and not told again. */
export interface Messenger {
  readonly tell: (news: News) => Promise<void>;
}
