import type { Wording } from '../i18n/translator.ts';
import { within } from './deadline.ts';
import type { Context } from './handler.ts';
import type { MessageFile } from './views/message.ts';
import { type Board, boardAltText, boardFileName, boardPicture, entriesOn } from './views/quizBoard.ts';

/** Milliseconds; a member waits for it. */
const deadline = 5_000;

export interface DrawnBoard {
  readonly board: Board;
  readonly wording: Wording;
}

/** The picture of a page of a leaderboard; null where there is nothing to draw, or it cannot be drawn, or not in time. */
export async function drawBoard(
  { flows, pictures, quizzes }: Context,
  { guild, attaches }: { readonly guild: string; readonly attaches: boolean },
  { board, wording }: DrawnBoard,
): Promise<MessageFile | null> {
  const entries = entriesOn(board);
  if (!attaches || entries.length === 0) return null;
  try {
    return await within(deadline, async (signal) => {
      const names = await quizzes.names(
        guild,
        entries.map(({ user }) => user),
      );
      const picture = boardPicture(board, names, wording);
      const bytes = await pictures.leaderboard(picture, signal);
      return { name: boardFileName, bytes, description: boardAltText(picture) };
    });
  } catch (error) {
    flows.log.error({ error }, 'picture-failed');
    return null;
  }
}
