/**
 * A leaderboard as it is to be drawn; every text in the language of the reader, but for the names, which may be
 * anything. Nothing in it tells who the reader is: all who look at a page share one picture.
 */
export interface LeaderboardPicture {
  readonly title: string;
  /** Which time it is about, and its dates. */
  readonly subtitle: string;
  /** The best first. At most `mostRows` of them are drawn. */
  readonly rows: readonly LeaderboardRow[];
  /** What stands there when there are no rows. */
  readonly empty: string;
  /** For a name of which nothing can be drawn: "이름 없음". */
  readonly nameless: string;
}

export interface LeaderboardRow {
  /** Equal for those who share it. */
  readonly rank: number;
  readonly name: string;
  /** As long as its bar is. */
  readonly points: number;
  /** The points in words: "120점". */
  readonly score: string;
}

/** More would make the picture so high that Discord shows it too small to read. */
export const mostRows = 20;
