import { ButtonStyle } from 'discord-api-types/v10';
import type { Warning } from '../../flows/summary/courier.ts';
import type { Wording } from '../../i18n/translator.ts';
import type { Post } from '../../summary/post.ts';
import type { Schedule } from '../../summary/schedule.ts';
import { button, linkButton, type MessageBody, type Row, row } from './message.ts';
import { warningLines } from './problem.ts';
import { linkTo, messageLink } from './summaryLink.ts';
import { greyLines } from './text.ts';
import { fullTime, shortTime } from './time.ts';

/** It is in the channel; what failed afterwards is named. */
export function publishedNotice(
  kind: 'posted' | 'updated' | 'already',
  post: Post,
  warnings: readonly Warning[],
  wording: Wording,
): MessageBody {
  const { t } = wording;
  const link = linkTo(post);
  const told = {
    posted: t('summary.done.posted', { channel: `<#${post.target.channel}>` }),
    updated: t('summary.done.updated', { number: post.revision.number }),
    already: t('summary.done.already'),
  };
  return {
    content: [told[kind], link, ...warningLines(warnings, wording).map((line) => `⚠️ ${line}`)].join('\n'),
    components: [
      row(
        linkButton(link, t('summary.button.open')),
        button({ name: 'summary|item', post: post.id }, { label: t('summary.button.manage'), emoji: '🛠️' }),
      ),
    ],
  };
}

/** It is there, but the store does not know so yet. */
export function unrecordedNotice(
  place: { readonly guild: string; readonly channel: string | null },
  messages: readonly string[],
  { t }: Wording,
): MessageBody {
  const { guild, channel } = place;
  const [first] = messages;
  const link = channel === null || first === undefined ? [] : [messageLink(guild, channel, first)];
  return { content: [t('summary.done.unrecorded'), ...link].join('\n'), components: [] };
}

/** Somebody else was first: look, or put one's own in the place of theirs. */
export function staleNotice(post: Post, draft: string, { t }: Wording): MessageBody {
  return {
    content: t('error.E-STALE', { user: `<@${post.revision.author}>` }),
    components: [
      row(
        button({ name: 'summary|compare', draft }, { label: t('summary.button.compare'), emoji: '🔍' }),
        rebaseButton(draft, t),
      ),
    ],
  };
}

/** Below the second of two that are compared, which may be far from where the comparison was asked for. */
export function comparedRow(draft: string, { t }: Wording): Row {
  return row(rebaseButton(draft, t));
}

function rebaseButton(draft: string, t: Wording['t']) {
  return button({ name: 'summary|rebase', draft }, { label: t('summary.button.rebase') });
}

/** What stands above each of two that are compared. */
export function comparedTitle(post: Post | null, { t }: Wording): string {
  if (post === null) return t('summary.compare.mine');
  const { number, author, at } = post.revision;
  return t('summary.compare.theirs', { number, user: `<@${author}>`, when: shortTime(at) });
}

/** What was deleted can be posted anew: what an update was about to make of it, or what it showed last. */
export function goneNotice(
  of: { readonly draft: string } | { readonly post: string },
  { t }: Wording,
): MessageBody {
  const again =
    'draft' in of
      ? ({ name: 'summary|repost', draft: of.draft } as const)
      : ({ name: 'summary|renew', post: of.post } as const);
  return {
    content: t('error.E-GONE'),
    components: [
      row(
        button(again, { label: t('summary.button.post'), emoji: '📢', style: ButtonStyle.Primary }),
        button({ name: 'summary|cancel' }, { label: t('summary.button.cancel') }),
      ),
    ],
  };
}

/** Above the preview of what would be posted instead. */
export function changedNotice({ t }: Wording): MessageBody {
  return { content: t('summary.changed') };
}

export function cancelledNotice({ t }: Wording): MessageBody {
  return { content: t('summary.cancelled') };
}

export function scheduledNotice({ nextAt, rule, target, zone }: Schedule, { t }: Wording): MessageBody {
  const again = rule.kind === 'weekly' ? [t('summary.done.weekly')] : [];
  return {
    content: [
      t('summary.done.scheduled', { when: fullTime(nextAt), channel: `<#${target.channel}>` }),
      ...again,
      greyLines([t('summary.zone', { zone })]),
    ].join('\n'),
    components: [
      row(button({ name: 'summary|schedules' }, { label: t('summary.button.schedules'), emoji: '🗓️' })),
    ],
  };
}
