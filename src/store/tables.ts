import type { Outcome, Schedule } from '../summary/schedule.ts';
import type { Length, SummaryLanguage } from '../summary/summary.ts';

/**
 * The tables, as both databases hold them. Ids are Discord's snowflakes as text; a moment is whole
 * milliseconds since 1970 (UTC); there is no boolean, which SQLite cannot bind.
 */
export interface Tables {
  readonly languages: LanguageTable;
  readonly shown: ShownTable;
  readonly tallies: TallyTable;
  readonly summary_drafts: DraftTable;
  readonly summary_posts: PostTable;
  readonly summary_messages: MessageTable;
  readonly summary_revisions: RevisionTable;
  readonly summary_schedules: ScheduleTable;
  readonly quiz_games: GameTable;
  readonly quiz_answers: AnswerTable;
  readonly quiz_scores: ScoreTable;
  readonly quiz_days: DayTable;
  readonly quiz_hidden: HiddenTable;
  readonly quiz_seasons: SeasonTable;
  readonly quiz_seen: SeenTable;
  readonly quiz_daily: DailyTable;
  readonly quiz_practice: PracticeTable;
}

/** The language that a member chose; no row means automatic. */
interface LanguageTable {
  readonly user_id: string;
  readonly language: string;
}

/** The pair shown last to a member in a channel; forgotten after a while. */
interface ShownTable {
  readonly user_id: string;
  readonly channel_id: string;
  readonly pack: string;
  readonly pair: string;
  readonly shown_at: number;
}

/** How often something happened on a day; no member in it. */
interface TallyTable {
  /** YYYY-MM-DD */
  readonly day: string;
  /** '' where the event concerns no pack, or no pair. */
  readonly pack: string;
  readonly pair: string;
  readonly event: string;
  readonly count: number;
}

export interface SummaryColumns {
  readonly pack: string;
  readonly length: Length;
  readonly language: SummaryLanguage;
  /** 1 yes, 0 no; so are all of the following numbers that say nothing else. */
  readonly timeline: number;
  readonly image: number;
  readonly note: string | null;
}

export interface TargetColumns {
  readonly channel_id: string;
  readonly pin: number;
  readonly thread: number;
  /** The role that is pinged. */
  readonly ping_id: string | null;
}

/** What a moderator prepares; of a new post where `post_id` is null, else of the revision after `base`. */
interface DraftTable extends SummaryColumns, TargetColumns {
  readonly id: string;
  readonly guild_id: string;
  readonly author_id: string;
  readonly post_id: string | null;
  readonly base: number | null;
  readonly notify: number;
  readonly changed_at: number;
  /** What became of it; null while it can be changed. */
  readonly used_for: 'post' | 'update' | 'schedule' | null;
}

/** A post has the id of the draft or of the scheduled run it comes from: the key that lets it be made once. */
interface PostTable extends TargetColumns {
  readonly id: string;
  readonly guild_id: string;
  /** null: posted by hand. */
  readonly schedule_id: string | null;
  readonly state: 'posting' | 'posted' | 'editing' | 'gone';
  /** The number of the newest. */
  readonly revision: number;
  /** When it was to be posted. */
  readonly due_at: number;
  /** While `posting` or `editing`: until then, one process is at it, and the others keep off. */
  readonly lease_until: number | null;
  readonly gone_at: number | null;
}

interface MessageTable {
  readonly message_id: string;
  readonly post_id: string;
  /** From 0; a long post is more than one message. */
  readonly position: number;
}

interface RevisionTable extends SummaryColumns {
  readonly post_id: string;
  readonly number: number;
  readonly hash: string;
  readonly pack_version: number;
  readonly author_id: string;
  readonly made_at: number;
}

interface ScheduleTable extends SummaryColumns, TargetColumns {
  readonly id: string;
  readonly guild_id: string;
  readonly author_id: string;
  readonly zone: string;
  /** 1 Monday … 7 Sunday, with `wall_time` HH:MM; both null for one that runs once. */
  readonly weekday: number | null;
  readonly wall_time: string | null;
  readonly next_at: number;
  readonly state: Schedule['state'];
  readonly outcome: Outcome | null;
  readonly outcome_at: number | null;
}

interface GameTable {
  readonly id: string;
  readonly guild_id: string;
  readonly channel_id: string;
  /** The channel while the game is on, null afterwards: unique, so that a channel has one game at a time. */
  readonly live_channel_id: string | null;
  /** Where its questions count as seen; null in rows of before there was this column: in the channel. */
  readonly home_id: string | null;
  readonly language: 'ko' | 'en';
  /** JSON */
  readonly state: string;
  /** One more with every change; whoever saves names the one that was read. */
  readonly version: number;
  /** When the phase is over; after the end, when it is shown again unless it was. */
  readonly deadline: number | null;
  /** The process that keeps it alive. */
  readonly runner: string;
  /** When that process last said so. */
  readonly alive_at: number;
  /** When the end was shown; null as long as there is something to do. */
  readonly told_at: number | null;
  /** How often the end was shown again. */
  readonly retold: number;
}

/** What became of somebody's answer, once the question was revealed. */
interface AnswerTable {
  readonly game_id: string;
  readonly question: number;
  readonly user_id: string;
  readonly guild_id: string;
  /** `pack/id`, here and below. */
  readonly name: string;
  readonly right: number;
  readonly answered_at: number;
}

/** What a game brought to somebody. */
interface ScoreTable {
  readonly guild_id: string;
  readonly user_id: string;
  readonly game_id: string;
  /** After the cap of the day. */
  readonly points: number;
  /** 1: played alone, so it counts on no leaderboard. */
  readonly practice: number;
  /** YYYY-MM-DD in the server's zone, here and below. */
  readonly day: string;
  readonly booked_at: number;
}

/** What somebody has earned on a day; its row is what two games that end together wait for. */
interface DayTable {
  readonly guild_id: string;
  readonly user_id: string;
  readonly day: string;
  readonly points: number;
}

/** Who is on no leaderboard. */
interface HiddenTable {
  readonly guild_id: string;
  readonly user_id: string;
}

/** When the season that is on began; no row for a server's first. */
interface SeasonTable {
  readonly guild_id: string;
  readonly started_at: number;
}

/** When a question was last dealt in a channel. */
interface SeenTable {
  readonly channel_id: string;
  readonly name: string;
  readonly seen_at: number;
}

/** The one try at the question of a day. */
interface DailyTable {
  readonly guild_id: string;
  readonly user_id: string;
  readonly day: string;
  readonly name: string;
  readonly right: number;
}

/** What somebody remembers of a question: `Memory` of the rules. */
interface PracticeTable {
  readonly user_id: string;
  readonly name: string;
  readonly due: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly reviews: number;
  readonly lapses: number;
  readonly last: number;
}
