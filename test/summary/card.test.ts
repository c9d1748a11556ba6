import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { English, Pack } from '../../src/content/schema.ts';
import { cardFor, type SummaryCard } from '../../src/summary/card.ts';
import {
  lengths,
  newSummary,
  noteLength,
  type Summary,
  summaryLanguages,
  toNote,
} from '../../src/summary/summary.ts';
import { summarised } from '../support/summaries.ts';

const english = summarised.english as English;
const hash = (pack: Pack, summary: Summary) => cardFor(new Map([[pack.id, pack]]), summary)?.hash;
const plain = newSummary('outage', 'ko');
const shownBy = (choices: Partial<Summary>) => hash(summarised, { ...plain, ...choices });

describe('The card of a summary', () => {
  const packs = new Map([[summarised.id, summarised]]);

  it('says what it shows and of when it is', () => {
    expect(cardFor(packs, { ...plain, language: 'both', timeline: true })).toEqual({
      summary: { ...plain, language: 'both', timeline: true },
      asOf: '2024-07',
      version: 2,
      languages: ['ko', 'en'],
      untranslated: false,
      sections: 0,
      events: [
        { id: 'crash', dated: true },
        { id: 'repair', dated: false },
      ],
      hash: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('has the events for the picture too, and none without either', () => {
    const events = (card: SummaryCard | null) => card?.events.map(({ id }) => id);
    expect(events(cardFor(packs, { ...plain, image: true }))).toEqual(['crash', 'repair']);
    expect(events(cardFor(packs, plain))).toEqual([]);
  });

  it('says how many sections the full text has', () => {
    expect(cardFor(packs, { ...plain, length: 'full' })?.sections).toBe(2);
  });

  it('falls back to Korean where the pack has no English summary, and says so', () => {
    const { summary: _, ...rest } = english;
    const korean = new Map([[summarised.id, { ...summarised, english: { ...rest } }]]);
    const shown = summaryLanguages.map((language) => {
      const card = cardFor(korean, { ...plain, language });
      return [language, card?.languages, card?.untranslated];
    });
    expect(shown).toEqual([
      ['ko', ['ko'], false],
      ['en', ['ko'], true],
      ['both', ['ko'], true],
    ]);
  });

  it('is none for a pack that is gone or has no summary', () => {
    expect(cardFor(new Map(), plain)).toBeNull();
    expect(cardFor(new Map([[summarised.id, { ...summarised, summary: null }]]), plain)).toBeNull();
  });
});

describe('The hash of what is shown', () => {
  it('is the same for the same, and another for every choice', () => {
    const summary = fc.record({
      pack: fc.constant('outage'),
      length: fc.constantFrom(...lengths),
      language: fc.constantFrom(...summaryLanguages),
      timeline: fc.boolean(),
      image: fc.boolean(),
      note: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
    });
    fc.assert(
      fc.property(summary, summary, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(hash(summarised, one) === hash(summarised, other)).toBe(same);
        expect(hash(structuredClone(summarised), { ...one })).toBe(hash(summarised, one));
      }),
    );
  });

  it('changes with the version, the date and the title of the pack', () => {
    const before = shownBy({});
    expect(hash({ ...summarised, version: 3 }, plain)).not.toBe(before);
    expect(hash({ ...summarised, asOf: '2024-08' }, plain)).not.toBe(before);
    expect(hash({ ...summarised, title: '다른 제목' }, plain)).not.toBe(before);
    expect(hash({ ...summarised, pairs: [] }, plain)).toBe(before);
  });

  it('does not change with texts that are not shown', () => {
    const summary = summarised.summary && { ...summarised.summary, short: '달라진 요약이에요.' };
    const changed = { ...summarised, summary };
    expect(hash(changed, plain)).not.toBe(shownBy({}));
    expect(hash(changed, { ...plain, length: 'line' })).toBe(shownBy({ length: 'line' }));
    expect(hash(changed, { ...plain, language: 'en' })).toBe(shownBy({ language: 'en' }));
    const later = { ...summarised, timeline: summarised.timeline.slice(1) };
    expect(hash(later, plain)).toBe(shownBy({}));
    expect(hash(later, { ...plain, image: true })).not.toBe(shownBy({ image: true }));
  });
});

describe('A note', () => {
  it('is trimmed and composed, and none where nothing is left', () => {
    expect(toNote('  공지예요.\r\n둘째 줄 ')).toBe('공지예요.\n둘째 줄');
    expect(toNote('공지'.normalize('NFD'))).toBe('공지');
    expect([toNote(' \n '), toNote(''), toNote(null)]).toEqual([null, null, null]);
  });

  it('is counted in code points', () => {
    expect(noteLength({ ...plain, note: '🛠️공지' })).toBe(4);
    expect(noteLength(plain)).toBe(0);
  });
});
