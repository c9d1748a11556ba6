import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Wording } from '../../i18n/translator.ts';
import type { LeaderboardPicture } from '../../pictures/leaderboard.ts';
import type { Period, Ranked } from '../../quiz/score.ts';
import { button, type MessageBody, type MessageFile, type Row, row } from './message.ts';
import { turnRow } from './quizReview.ts';
import { cut, greyLines, paragraphs } from './text.ts';
import { dayOf } from './time.ts';

export const pageSize = 10;
/** Lines of a final ranking. */
const mostFinal = 20;
const gold = 0xf0b232;
const medals = ['🥇', '🥈', '🥉'];
const periods = ['today', 'week', 'month', 'season', 'all'] as const satisfies readonly Period[];
/** What a leaderboard opens with. */
export const usualPeriod: Period = 'season';
export const boardFileName = 'leaderboard.png';
/** Discord's limit of a file's description, in code points. */
const longestAltText = 1024;
const longestName = 40;

export interface Board {
  readonly period: Period;
  /** From 0; one that there is. */
  readonly page: number;
  /** All of them, from the first place. */
  readonly ranked: readonly Ranked[];
  /** The member who looks; null without points, or hidden. */
  readonly own: Ranked | null;
  /** Whether that member is on no leaderboard. */
  readonly hidden: boolean;
}

export function pagesOf({ ranked }: Pick<Board, 'ranked'>): number {
  return Math.max(Math.ceil(ranked.length / pageSize), 1);
}

/** The places of one page. */
export function entriesOn({ ranked, page }: Pick<Board, 'ranked' | 'page'>): readonly Ranked[] {
  return ranked.slice(page * pageSize, (page + 1) * pageSize);
}

export function boardTitle({ period }: Pick<Board, 'period'>, { t }: Wording): string {
  return t('quiz.board.title', { period: t(`quiz.period.${period}`) });
}

export interface BoardCard {
  readonly board: Board;
  readonly wording: Wording;
  /** Of this page, named {@link boardFileName}; null shows the text alone. */
  readonly picture: MessageFile | null;
}

/** What the reader of a leaderboard may do with it. */
export interface BoardRights {
  /** Show it to the channel. */
  readonly mayShare: boolean;
  /** Close the season. */
  readonly moderates: boolean;
}

/** A leaderboard for one member. */
export function privateBoard(card: BoardCard, { mayShare, moderates }: BoardRights): MessageBody {
  const { board, wording } = card;
  const { period, page, hidden } = board;
  const { t } = wording;
  const pages = pagesOf(board);
  const embed = boardEmbed(card, ownLine(board, wording));
  return {
    embeds: [embed],
    components: [
      periodRow(board, wording),
      ...(pages > 1
        ? [turnRow(wording, page, pages, (other) => ({ name: 'quiz|board', period, page: other }))]
        : []),
      row(
        ...(mayShare && board.ranked.length > 0
          ? [button({ name: 'quiz|share', period, page }, { label: t('button.share'), emoji: '📢' })]
          : []),
        button(
          { name: 'quiz|hide', hidden: !hidden, period },
          { label: t(hidden ? 'quiz.board.show' : 'quiz.board.hide'), emoji: hidden ? '👀' : '🙈' },
        ),
        ...(moderates
          ? [button({ name: 'quiz|season' }, { label: t('quiz.season.button'), emoji: '🏁' })]
          : []),
      ),
    ],
    ...filesOf(card),
  };
}

/** A leaderboard for the whole channel; from there, everybody opens one of their own. */
export function publicBoard(card: BoardCard): MessageBody {
  const { board, wording } = card;
  const open = { label: wording.t('quiz.board.open'), emoji: '🏆' };
  return {
    embeds: [boardEmbed(card, '')],
    components: [row(button({ name: 'quiz|ranks', period: board.period }, open))],
    ...filesOf(card),
  };
}

function boardEmbed({ board, wording, picture }: BoardCard, own: string): APIEmbed {
  const { t } = wording;
  const { ranked, page } = board;
  const lines = rankLines(entriesOn(board), wording);
  const counts = { page: page + 1, pages: pagesOf(board), total: ranked.length };
  return {
    color: gold,
    title: boardTitle(board, wording),
    description: paragraphs(ranked.length === 0 ? t('quiz.board.empty') : lines, own),
    ...(picture === null ? {} : { image: { url: `attachment://${boardFileName}` } }),
    ...(ranked.length === 0 ? {} : { footer: { text: t('quiz.board.footer', counts) } }),
  };
}

function filesOf({ picture }: BoardCard): Pick<MessageBody, 'files'> {
  return picture === null ? {} : { files: [picture] };
}

/**
 * A page of a leaderboard as it is to be drawn.
 *
 * @param names what members are called, by id, as far as it is known
 */
export function boardPicture(
  board: Board,
  names: ReadonlyMap<string, string>,
  wording: Wording,
): LeaderboardPicture {
  const { t } = wording;
  const { period, page, ranked } = board;
  const counts = { page: page + 1, pages: pagesOf(board), total: ranked.length };
  return {
    title: t('quiz.board.heading'),
    subtitle: [t(`quiz.period.${period}`), t('quiz.board.footer', counts)].join(' · '),
    rows: entriesOn(board).map(({ rank, user, points }) => ({
      rank,
      name: names.get(user) ?? '',
      points,
      score: t('quiz.board.score', { points }),
    })),
    empty: t('quiz.board.empty'),
    nameless: t('quiz.board.nameless'),
  };
}

/** The same in words. */
export function boardAltText({ title, subtitle, rows, nameless }: LeaderboardPicture): string {
  const lines = rows.map(({ rank, name, score }) => {
    const shown = cut(name.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim(), longestName);
    return `${rank}. ${shown === '' ? nameless : shown}: ${score}`;
  });
  return cut([title, subtitle, ...lines].join('\n'), longestAltText);
}

/** Names by mention: they stay right when somebody changes theirs. */
function rankLines(entries: readonly Ranked[], { t }: Wording): string {
  return entries
    .map(({ rank, user, points }) =>
      t('quiz.board.line', { rank: medals[rank - 1] ?? `**${rank}.**`, player: `<@${user}>`, points }),
    )
    .join('\n');
}

/** Where the member stands, unless it is to be seen on this page; or why the member is not on it. */
function ownLine(board: Board, { t }: Wording): string {
  const { own, hidden, ranked } = board;
  if (hidden) return greyLines([t('quiz.board.hidden')]);
  if (own === null) return ranked.length === 0 ? '' : greyLines([t('quiz.board.unranked')]);
  const isShown = entriesOn(board).some(({ user }) => user === own.user);
  return isShown ? '' : t('quiz.board.own', { rank: own.rank, points: own.points });
}

/** The one that is shown stands out, and leads nowhere. */
function periodRow({ period }: Board, { t }: Wording): Row {
  return row(
    ...periods.map((one) =>
      button(
        { name: 'quiz|period', period: one },
        {
          label: t(`quiz.period.${one}`),
          style: one === period ? ButtonStyle.Primary : ButtonStyle.Secondary,
          disabled: one === period,
        },
      ),
    ),
  );
}

/** The season that is on; `began` is null for the first. */
export interface ShownSeason {
  readonly began: Date | null;
  readonly ranked: readonly Ranked[];
}

/** A moment as it stands in a custom id. */
export function writeMoment(moment: Date | null): string {
  return (moment?.getTime() ?? 0).toString(36);
}

/** Null for the beginning of the first season. */
export function readMoment(text: string): Date | null {
  const milliseconds = Number.parseInt(text, 36);
  return milliseconds === 0 ? null : new Date(milliseconds);
}

/** Whether to close the season, with what would be its result. */
export function closeQuestion({ began, ranked }: ShownSeason, wording: Wording): MessageBody {
  const { t } = wording;
  return {
    content: t('quiz.season.ask'),
    embeds: [{ color: gold, title: t('quiz.season.final'), description: finalLines(ranked, wording) }],
    components: [
      row(
        button(
          { name: 'quiz|close', began: writeMoment(began) },
          { label: t('quiz.season.close'), emoji: '🏁', style: ButtonStyle.Danger },
        ),
        button({ name: 'quiz|period', period: 'season' }, { label: t('summary.button.keep') }),
      ),
    ],
  };
}

export interface PastSeason extends ShownSeason {
  readonly ended: Date;
}

/** The season is closed; where anybody scored in it, and the reader may write, its result can be posted. */
export function closedSeason(
  season: PastSeason,
  wording: Wording,
  { mayShare }: Pick<BoardRights, 'mayShare'>,
): MessageBody {
  const { t } = wording;
  const began = writeMoment(season.began);
  const ended = writeMoment(season.ended);
  const post = { label: t('quiz.season.post'), emoji: '📢', style: ButtonStyle.Primary } as const;
  return {
    content: t('quiz.season.closed'),
    ...finalRanking(season, wording),
    components: [
      row(
        ...(mayShare && season.ranked.length > 0 ? [button({ name: 'quiz|final', began, ended }, post)] : []),
        button({ name: 'quiz|period', period: 'season' }, { label: t('quiz.board.open'), emoji: '🏆' }),
      ),
    ],
  };
}

/** How a season ended, for the whole channel. */
export function finalRanking({ began, ended, ranked }: PastSeason, wording: Wording): MessageBody {
  const { t } = wording;
  const end = dayOf(ended);
  const span =
    began === null
      ? t('quiz.season.until', { ended: end })
      : t('quiz.season.span', { began: dayOf(began), ended: end });
  return {
    embeds: [
      {
        color: gold,
        title: t('quiz.season.final'),
        description: paragraphs(greyLines([span]), finalLines(ranked, wording)),
      },
    ],
  };
}

function finalLines(ranked: readonly Ranked[], wording: Wording): string {
  if (ranked.length === 0) return wording.t('quiz.season.empty');
  const more = ranked.length - mostFinal;
  const lines = rankLines(ranked.slice(0, mostFinal), wording);
  return more > 0 ? `${lines}\n${wording.t('quiz.season.more', { count: more })}` : lines;
}

/** Somebody else was first. */
export function closedMeanwhile({ t }: Wording): MessageBody {
  return {
    content: t('quiz.season.meanwhile'),
    components: [
      row(button({ name: 'quiz|period', period: 'season' }, { label: t('quiz.board.open'), emoji: '🏆' })),
    ],
  };
}
