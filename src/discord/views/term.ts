import type { Wording } from '../../i18n/translator.ts';
import { button, type MessageBody, row } from './message.ts';
import { greyLines, paragraphs } from './text.ts';

export interface TermEntry {
  readonly pack: string;
  readonly term: string;
  /** The pair that speaks of it. */
  readonly pair: string | null;
}

/** A word of the glossary and what it means. */
export function termCard({ pack, term, pair }: TermEntry, wording: Wording, asker: string): MessageBody {
  const { t, language } = wording;
  const definition = wording.packText(pack, ['terms', term, 'definition']);
  const note = definition.translated ? [] : [t('error.E-LANG')];
  return {
    embeds: [
      { title: termOf(wording, pack, term), description: paragraphs(definition.text, greyLines(note)) },
    ],
    components:
      pair === null
        ? []
        : [row(button({ name: 'card|next', pack, pair, language, asker }, { label: t('button.related') }))],
  };
}

/** The nearest words to one that is not in the glossary. */
export function nearestTerms(nearest: readonly Omit<TermEntry, 'pair'>[], wording: Wording): MessageBody {
  if (nearest.length === 0) return { content: wording.t('term.none') };
  const buttons = nearest.map(({ pack, term }) =>
    button({ name: 'term|show', pack, term }, { label: termOf(wording, pack, term) }),
  );
  return { content: wording.t('term.unknown'), components: [row(...buttons)] };
}

export function termOf(wording: Wording, pack: string, term: string): string {
  return wording.packText(pack, ['terms', term, 'term']).text;
}
