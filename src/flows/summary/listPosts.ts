import { readPostsOf } from '../../store/summaryPosts.ts';
import { cardFor } from '../../summary/card.ts';
import type { Post } from '../../summary/post.ts';
import type { FlowDeps } from '../deps.ts';
import { orStoreFailed, type StoreFailed } from './draft.ts';

/** As many as a select menu holds. */
const listed = 25;

export interface ListedPost {
  readonly post: Post;
  /** The pack says something else by now, or is gone. */
  readonly outdated: boolean;
}

export type PostList = {
  readonly kind: 'posts';
  readonly posts: readonly ListedPost[];
  readonly total: number;
};

/** The newest posts of a server, without those that were deleted; newest first. */
export async function listPosts(deps: FlowDeps, guild: string): Promise<PostList | StoreFailed> {
  const read = await orStoreFailed(deps, readPostsOf(deps.db, guild, listed));
  if ('kind' in read) return read;
  const posts = read.posts.map((post) => ({ post, outdated: isOutdated(deps, post) }));
  return { kind: 'posts', posts, total: read.total };
}

/** Whether the pack says something else by now, or is gone. */
export function isOutdated(deps: Pick<FlowDeps, 'packs'>, { revision }: Post): boolean {
  return cardFor(deps.packs, revision.summary)?.hash !== revision.hash;
}
