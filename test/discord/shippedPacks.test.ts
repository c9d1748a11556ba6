import { expect, test } from 'vitest';
import { loadPacks } from '../../src/content/load.ts';
import { cardOf, offerOf } from '../../src/conversation/pairs.ts';
import { aboutPacks } from '../../src/discord/views/about.ts';
import { answerCard } from '../../src/discord/views/answer.ts';
import { suggestionList } from '../../src/discord/views/suggest.ts';
import { summaryMessages } from '../../src/discord/views/summary.ts';
import { termCard } from '../../src/discord/views/term.ts';
import { timelineCard, timelinePicture } from '../../src/discord/views/timeline.ts';
import { topicsPage } from '../../src/discord/views/topics.ts';
import { openTimeline } from '../../src/flows/timeline.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { contentFolder, localesFolder } from '../../src/paths.ts';
import { loadMeasure } from '../../src/pictures/font.ts';
import { timelineSvg } from '../../src/pictures/timelineSvg.ts';
import { cardFor } from '../../src/summary/card.ts';
import { lengths, longestNote, newSummary, summaryLanguages } from '../../src/summary/summary.ts';
import { accepted } from '../support/accepted.ts';
import { simpleJosa } from '../support/wording.ts';

const packs = loadPacks({ content: contentFolder, locales: localesFolder });
const byId = new Map(packs.map((pack) => [pack.id, pack]));
const missing: string[] = [];
const inLanguage = createTranslator({
  locales,
  packs,
  josa: simpleJosa,
  onMissing: (key) => missing.push(key),
});
const measure = loadMeasure();
const asker = '9'.repeat(19);
const slips = [{ kind: 'spelling', from: 'x'.repeat(200), to: 'y'.repeat(200) }] as const;

test.each(packs.flatMap(({ id }) => [[id, 'ko'] as const, [id, 'en'] as const]))(
  'Discord takes all that can be said of %s in %s',
  (id, language) => {
    const wording = inLanguage(language);
    const pack = byId.get(id);
    if (pack === undefined) throw new Error('no pack');
    for (const { id: pair } of pack.pairs) {
      const ref = { pack: id, pair };
      const card = cardOf(byId, ref);
      if (card === null) throw new Error('no card');
      for (const place of ['public', 'private', 'direct'] as const) {
        accepted(answerCard({ card, wording, asker, place, mayShare: true, certain: false, slips }));
      }
      accepted(
        suggestionList({ offers: [offerOf(byId, ref, null)], wording, asker, place: 'private', slips }),
      );
    }
    for (const { id: term, pair } of pack.terms)
      accepted(termCard({ pack: id, term, pair: pair ?? null }, wording, asker));
    const timeline = openTimeline({ packs: byId }, id);
    if (timeline === null) throw new Error('no timeline');
    if (timeline.events.length > 0) {
      accepted(timelineCard({ timeline, wording, asker, place: 'public', png: null }));
      timelineSvg(timelinePicture(timeline, wording), measure);
    }
    const entries = pack.pairs.slice(0, 10).map(({ id: pair }, index) => ({ pair, position: index + 1 }));
    const all = packs.map((one) => one.id);
    accepted(
      topicsPage({ pack: id, packs: all, page: 0, pages: 2, total: pack.pairs.length, entries }, wording),
    );
    const { licence, asOf, version } = pack;
    accepted(aboutPacks([{ pack: id, licence, asOf, version, pairs: pack.pairs.length }], wording));
    expect(missing).toEqual([]);
  },
);

test.each(packs.filter(({ summary }) => summary !== null).map(({ id }) => id))(
  'the summaries of %s fit as they were written, with a timeline and the longest note',
  (id) => {
    const note = '메'.repeat(longestNote);
    const choices = lengths.flatMap((length) => summaryLanguages.map((language) => ({ length, language })));
    for (const { length, language } of choices) {
      const summary = { ...newSummary(id, language), length, timeline: true, image: true, note };
      const card = cardFor(byId, summary);
      if (card === null) throw new Error('no summary');
      const edition = { card, revision: 99, editedAt: new Date(0) };
      const run = 'run000000001';
      const messages = summaryMessages({ edition, inLanguage, run, ping: asker, parts: null });
      for (const { body } of messages) accepted(body);
      const embeds = messages.flatMap(({ body }) => body.embeds ?? []);
      const sections = embeds.flatMap(({ fields = [] }) => fields);
      const events = embeds
        .filter(({ image }) => image !== undefined)
        .flatMap(({ description = '' }) => description.split('\n\n'));
      expect(sections).toHaveLength(card.sections * card.languages.length);
      expect(events).toHaveLength(card.events.length * card.languages.length);
    }
    expect(missing).toEqual([]);
  },
);
