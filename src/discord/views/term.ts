import type { Wording } from '../../i18n/translator.ts';
import { button, type MessageBody, row } from './message.ts';
import { titleOf, toldApart } from './packText.ts';
import { cut, greyLines, paragraphs } from './text.ts';

/** Discord's limits, in code points. */
const footerText = 2048;
const buttonLabel = 80;

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
      {
        title: termOf(wording, pack, term),
        description: paragraphs(definition.text, greyLines(note)),
        footer: { text: cut(t('term.footer', { title: titleOf(wording, pack) }), footerText) },
      },
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
  const terms = nearest.map(({ pack, term }) => ({ pack, term, text: termOf(wording, pack, term) }));
  const buttons = toldApart(terms, wording, buttonLabel).map(({ pack, term, text }) =>
    button({ name: 'term|show', pack, term }, { label: text }),
  );
  return { content: wording.t('term.unknown'), components: [row(...buttons)] };
}

export function termOf(wording: Wording, pack: string, term: string): string {
  return wording.packText(pack, ['terms', term, 'term']).text;
}
