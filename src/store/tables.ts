/**
 * The tables, as both databases hold them. Ids are Discord's snowflakes as text; a moment is whole
 * milliseconds since 1970 (UTC); there is no boolean, which SQLite cannot bind.
 */
export interface Tables {
  readonly languages: LanguageTable;
  readonly shown: ShownTable;
  readonly tallies: TallyTable;
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
