import { createHash } from 'node:crypto';
import type { Pack } from '../content/schema.ts';
import type { Language } from '../search/result.ts';
import type { Summary } from './summary.ts';

/** What a summary shows besides the texts of its pack, which are looked up by pack and language. */
export interface SummaryCard {
  readonly summary: Summary;
  readonly asOf: string;
  readonly version: number;
  /** The languages it is shown in, Korean first. English gives way to Korean where the pack has none. */
  readonly languages: readonly Language[];
  /** English was chosen, and the pack has none. */
  readonly untranslated: boolean;
  /** Sections of the full text; 0 where it is not shown in full. */
  readonly sections: number;
  /** The timeline's events in order; empty where none are shown, as text or as a picture. */
  readonly events: readonly { readonly id: string; readonly dated: boolean }[];
  /** Equal for equal contents: chosen, written and taken from the pack. Hexadecimal, 32 characters. */
  readonly hash: string;
}

/** A summary as one revision of a post: all that a view needs. */
export interface Edition {
  readonly card: SummaryCard;
  /** From 1. */
  readonly revision: number;
  /** When it was edited; null for the first revision. */
  readonly editedAt: Date | null;
}

/** Null for a pack that is gone or has no summary (any more). */
export function cardFor(packs: ReadonlyMap<string, Pack>, summary: Summary): SummaryCard | null {
  const pack = packs.get(summary.pack);
  if (pack === undefined || pack.summary === null) return null;
  const wanted: readonly Language[] = summary.language === 'both' ? ['ko', 'en'] : [summary.language];
  const translated = pack.english?.summary !== undefined;
  const languages = wanted.filter((language) => language === 'ko' || translated);
  const shown: readonly Language[] = languages.length === 0 ? ['ko'] : languages;
  return {
    summary,
    asOf: pack.asOf,
    version: pack.version,
    languages: shown,
    untranslated: wanted.includes('en') && !translated,
    sections: summary.length === 'full' ? pack.summary.full.length : 0,
    events: summary.timeline || summary.image ? pack.timeline.map(toEvent) : [],
    hash: hashOf(pack, summary, shown),
  };
}

function toEvent({ id, date }: Pack['timeline'][number]): SummaryCard['events'][number] {
  return { id, dated: date !== undefined };
}

/** Only what is shown counts, so a change of the long summary leaves the one-line post up to date. */
function hashOf(pack: Pack, summary: Summary, languages: readonly Language[]): string {
  const { length, timeline, image, note } = summary;
  const shown = {
    pack: [pack.id, pack.asOf, pack.version],
    choices: [length, timeline, image, note],
    texts: languages.map((language) => textsOf(pack, summary, language)),
  };
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
}

/** Arrays, not objects: their order is fixed. */
function textsOf(pack: Pack, summary: Summary, language: Language): readonly unknown[] {
  const texts = language === 'ko' ? pack : pack.english;
  const body = texts?.summary?.[summary.length];
  return [
    language,
    texts?.title,
    texts?.source,
    typeof body === 'string' ? body : body?.map((section) => [section.heading, section.body]),
    summary.timeline || summary.image ? eventsOf(pack, language) : null,
  ];
}

function eventsOf({ timeline, english }: Pack, language: Language): readonly unknown[] {
  return timeline.map((event) => {
    const { when, text } = (language === 'en' ? english?.timeline[event.id] : undefined) ?? event;
    return [event.id, event.date, when, text];
  });
}
