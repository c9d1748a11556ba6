import { type APIEmbed, ButtonStyle, TextInputStyle } from 'discord-api-types/v10';
import type { ListedPost, PostList } from '../../flows/summary/listPosts.ts';
import type { Wording } from '../../i18n/translator.ts';
import type { Post, Revision } from '../../summary/post.ts';
import type { Summary } from '../../summary/summary.ts';
import type { CommandMention } from '../commandMention.ts';
import {
  button,
  form,
  linkButton,
  type MessageBody,
  type ModalBody,
  mostOptions,
  row,
  select,
} from './message.ts';
import { titleOf } from './packText.ts';
import { linkTo } from './summaryLink.ts';
import { choicesOf } from './summaryPanel.ts';
import { cut, greyLines, lengthOf, paragraphs, quoted } from './text.ts';
import { shortTime } from './time.ts';

/** Discord's limit of an embed's description, in code points. */
const embedDescription = 4096;
const fullTitle = 60;
const fewLines = 8;
/** With these, 25 lines stay below Discord's 6,000 characters of a message's embeds, links and all. */
const shortTitle = 15;
const listedNote = 30;
/** Longer than any link to a message. */
const longestLink = 120;

/** The newest posts of the server, to look at, change or delete. */
export function postList(
  { posts, total }: Omit<PostList, 'kind'>,
  wording: Wording,
  mention: CommandMention,
): MessageBody {
  const { t } = wording;
  const find = button({ name: 'summary|find' }, { label: t('summary.button.find'), emoji: '🔗' });
  if (posts.length === 0) return { content: t('summary.list.none', { summary: mention('summary') }) };
  const left = total - posts.length;
  const width = titleLength(posts.length);
  const options = posts.map((listed, index) => ({
    value: listed.post.id,
    label: `${index + 1}. ${titleOf(wording, listed.post.revision.summary.pack)}`,
    description: [choicesOf(listed.post.revision.summary, wording), ...markOf(listed, wording)].join(' · '),
  }));
  return {
    content: [
      t('summary.list.title', { total }),
      ...(left > 0 ? [t('summary.list.more', { count: left })] : []),
    ].join('\n'),
    embeds: asEmbeds(posts.map((listed, index) => `**${index + 1}.** ${lineOf(listed, width, wording)}`)),
    components: [row(select({ name: 'summary|open' }, t('summary.list.placeholder'), options)), row(find)],
  };
}

/** One post, and what can be done with it. */
export function postItem(listed: ListedPost, wording: Wording): MessageBody {
  const { t } = wording;
  const { id } = listed.post;
  return {
    embeds: asEmbeds([lineOf(listed, titleLength(1), wording)]),
    components: [
      row(
        linkButton(linkTo(listed.post), t('summary.button.open')),
        button({ name: 'summary|update', post: id }, { label: t('summary.button.update'), emoji: '🛠️' }),
        button({ name: 'summary|history', post: id }, { label: t('summary.button.history'), emoji: '🕘' }),
        button({ name: 'summary|delete', post: id }, { label: t('button.delete'), emoji: '🗑️' }),
      ),
      row(button({ name: 'summary|list' }, { label: t('summary.button.list'), emoji: '📋' })),
    ],
  };
}

/** Which message is meant, by its link. */
export function linkForm({ t }: Wording): ModalBody {
  return form(
    { name: 'summary|found' },
    {
      title: t('summary.find.title'),
      label: t('summary.find.label'),
      placeholder: 'https://discord.com/channels/…',
      value: null,
      style: TextInputStyle.Short,
      required: true,
      longest: longestLink,
    },
  );
}

export function deleteQuestion(post: Post, { t }: Wording): MessageBody {
  return {
    content: t('summary.delete.ask', { link: linkTo(post) }),
    components: [
      row(
        button(
          { name: 'summary|erase', post: post.id },
          { label: t('button.delete'), emoji: '🗑️', style: ButtonStyle.Danger },
        ),
        button({ name: 'summary|item', post: post.id }, { label: t('summary.button.keep') }),
      ),
    ],
  };
}

/** For a while it can be posted anew. */
export function deletedNotice({ id }: Post, { t }: Wording): MessageBody {
  return {
    content: t('summary.delete.done'),
    components: [
      row(
        button({ name: 'summary|renew', post: id }, { label: t('summary.button.renew') }),
        button({ name: 'summary|list' }, { label: t('summary.button.list'), emoji: '📋' }),
      ),
    ],
  };
}

/** The revisions of a post, newest first, each of which can be shown, and then posted, again. */
export function historyList(post: Post, revisions: readonly Revision[], wording: Wording): MessageBody {
  const { t } = wording;
  const shown = revisions.slice(0, mostOptions);
  const left = revisions.length - shown.length;
  const lines = shown.map((revision) => {
    const { number, author, at, summary } = revision;
    const now = number === post.revision.number ? [t('summary.history.now')] : [];
    const texts = [shortTime(at), `<@${author}>`, choicesOf(summary, wording), ...noteOf(summary), ...now];
    return `**${t('summary.history.number', { number })}** — ${texts.join(' · ')}`;
  });
  const options = shown.map(({ number, summary }) => ({
    value: String(number),
    label: t('summary.history.number', { number }),
    description: choicesOf(summary, wording),
  }));
  return {
    content: paragraphs(
      t('summary.history.title', { link: linkTo(post) }),
      left > 0 ? greyLines([t('summary.history.more', { count: left })]) : '',
    ),
    embeds: asEmbeds(lines),
    components: [
      row(select({ name: 'summary|revert', post: post.id }, t('summary.history.placeholder'), options)),
      row(button({ name: 'summary|item', post: post.id }, { label: t('summary.button.back'), emoji: '⬅️' })),
    ],
  };
}

function noteOf({ note }: Summary): string[] {
  return note === null ? [] : [`“${quoted(note, listedNote)}”`];
}

function lineOf(listed: ListedPost, width: number, wording: Wording): string {
  const { post } = listed;
  const { summary, number, packVersion } = post.revision;
  const { t } = wording;
  const title = quoted(titleOf(wording, summary.pack), width);
  return [
    `[${title}](${linkTo(post)}) <#${post.target.channel}>`,
    choicesOf({ ...summary, timeline: false, image: false }, wording),
    t('summary.history.number', { number }),
    t('summary.list.version', { version: packVersion }),
    ...markOf(listed, wording),
  ].join(' · ');
}

function markOf({ outdated }: ListedPost, { t }: Wording): string[] {
  return outdated ? [t('summary.list.outdated')] : [];
}

/** How much of a title there is room for where so many lines stand below each other. */
export function titleLength(lines: number): number {
  return lines <= fewLines ? fullTitle : shortTitle;
}

/** As many embeds as the lines need. */
export function asEmbeds(lines: readonly string[]): APIEmbed[] {
  const groups: string[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const longer = last === undefined ? line : `${last}\n${line}`;
    if (last === undefined || lengthOf(longer) > embedDescription) groups.push(cut(line, embedDescription));
    else groups[groups.length - 1] = longer;
  }
  return groups.map((description) => ({ description }));
}
