import type { Pack, Term } from '../content/schema.ts';
import type { TermRef } from '../search/result.ts';
import type { FlowDeps } from './deps.ts';

/** Discord's limit of an autocomplete list. */
const mostChoices = 25;

export interface FoundTerm extends TermRef {
  /** The pair that speaks of it. */
  readonly pair: string | null;
}

export type LookUpResult =
  | { readonly kind: 'found'; readonly term: FoundTerm }
  | { readonly kind: 'unknown'; readonly nearest: readonly TermRef[] };

/** What a word means, or the nearest three. */
export async function lookUpTerm(deps: FlowDeps, word: string): Promise<LookUpResult> {
  const { found, nearest } = await deps.search.lookUp(word.normalize('NFC').trim());
  const term = found === null ? null : openTerm(deps, found);
  return term === null ? { kind: 'unknown', nearest } : { kind: 'found', term };
}

/** Null for a term that is gone. */
export function openTerm({ packs }: FlowDeps, ref: TermRef): FoundTerm | null {
  const pack = packs.get(ref.pack);
  const term = pack?.terms.find(({ id }) => id === ref.term);
  if (pack === undefined || term === undefined) return null;
  const pair = pack.pairs.find(({ id }) => id === term.pair);
  return { pack: ref.pack, term: term.id, pair: pair?.id ?? null };
}

/** Terms on offer while a word is being typed: those that begin with it first, then what lies near. */
export async function completeTerm(deps: FlowDeps, text: string): Promise<readonly TermRef[]> {
  const typed = text.normalize('NFC').trim().toLowerCase();
  const beginning = [...deps.packs.values()].flatMap((pack) => termsBeginningWith(pack, typed));
  if (typed === '') return beginning.slice(0, mostChoices);
  const { found, nearest } = await deps.search.lookUp(typed);
  const all = [...(found === null ? [] : [found]), ...beginning, ...nearest];
  const unique = new Map(all.map(({ pack, term }) => [`${pack}:${term}`, { pack, term }]));
  return [...unique.values()].slice(0, mostChoices);
}

function termsBeginningWith(pack: Pack, typed: string): TermRef[] {
  const english = pack.english?.terms ?? {};
  const spellings = ({ id, term, spellings }: Term) => [term, ...spellings, english[id]?.term ?? ''];
  return pack.terms
    .filter((term) => spellings(term).some((spelling) => spelling.toLowerCase().startsWith(typed)))
    .map(({ id }) => ({ pack: pack.id, term: id }));
}
