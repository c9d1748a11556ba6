import type { DraftResult, Preview } from '../flows/summary/draft.ts';
import type { Edition } from '../summary/card.ts';
import { drawSummary } from './drawSummary.ts';
import { UserError } from './errors.ts';
import type { Context } from './handler.ts';
import { type Reply, type Send, send } from './reply.ts';
import type { MessageBody } from './views/message.ts';
import { summaryMessages } from './views/summary.ts';
import { goneNotice } from './views/summaryOutcome.ts';
import { previewRow, summaryPanel, type Tab } from './views/summaryPanel.ts';

/** What `show` makes of a draft, or why there is none. Throws a UserError, which a moderator is shown. */
export async function withDraft(
  { wording }: Context,
  result: DraftResult,
  show: (preview: Preview) => Reply | Promise<Reply>,
): Promise<Reply> {
  switch (result.kind) {
    case 'draft':
      return show(result.preview);
    case 'gone':
      return send(goneNotice({ post: result.post.id }, wording), 'private');
    case 'note-too-long':
      throw new UserError('E-NOTE', { n: result.length, most: result.most });
    default:
      throw new UserError(keys[result.kind]);
  }
}

const keys = {
  expired: 'E-EXPIRED',
  used: 'E-USED',
  'no-summary': 'E-NOSUMMARY',
  'no-post': 'E-FOREIGN',
  'store-failed': 'E-SAVE',
} as const;

export function panelOf({ flows, wording }: Context, preview: Preview, tab: Tab): MessageBody {
  const { pack } = preview.edition.card.summary;
  const packs = [...flows.packs.values()].filter(({ summary }) => summary !== null).map(({ id }) => id);
  const hasTimeline = (flows.packs.get(pack)?.timeline.length ?? 0) > 0;
  return summaryPanel({ preview, tab, packs, hasTimeline, wording });
}

/** What would be posted, to the letter, with what can be done with it below; `before` comes first. */
export async function previewOf(
  context: Context,
  preview: Preview,
  before: readonly MessageBody[] = [],
): Promise<Send> {
  const shown = await previewMessages(context, preview);
  const row = previewRow(preview, context.wording);
  const last = shown.length - 1;
  const [first = {}, ...more] = [
    ...before,
    ...shown.map((message, index) => (index === last ? { ...message, components: [row] } : message)),
  ];
  return send(first, 'private', more);
}

/**
 * The messages of a draft as they would be posted. Throws a UserError where an update needs more messages than its
 * post has, or fewer: Discord adds none in between.
 */
export async function previewMessages(
  context: Context,
  { edition, target, update }: Preview,
): Promise<readonly MessageBody[]> {
  if (update === null) return showEdition(context, edition, target.ping, null);
  const parts = update.post.messages.length;
  const shown = await showEdition(context, edition, null, parts);
  if (shown.length !== parts) throw new UserError('E-PARTS', { parts, needed: shown.length });
  return shown;
}

/** An edition as its messages show it, without anything to press. */
export async function showEdition(
  { flows, inLanguage, pictures }: Context,
  edition: Edition,
  ping: string | null,
  parts: number | null,
): Promise<readonly MessageBody[]> {
  const messages = summaryMessages({ edition, inLanguage, run: null, ping, parts });
  try {
    return await drawSummary(pictures, messages);
  } catch (error) {
    flows.log.error({ error, pack: edition.card.summary.pack }, 'picture-failed');
    throw new UserError('E-PICTURE');
  }
}
