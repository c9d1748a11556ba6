import type { Pack } from '../content/schema.ts';
import { choseong, isChoseong } from '../korean/choseong.ts';
import { editDistance, jamo } from '../korean/jamo.ts';
import { typedAsHangul, typedAsLatin } from '../korean/layout.ts';
import { normalize } from '../korean/normalize.ts';
import { stem, withoutParticle } from '../korean/stem.ts';
import { createPhrasingIndex } from './fuse.ts';
import type { LookUp, TermRef } from './result.ts';

interface Spelling {
  readonly ref: TermRef;
  readonly text: string;
}

const offered = 3;

/** The glossary of all packs; the returned function finds a term by any spelling, initial consonants, or the other layout. */
export function createGlossary(packs: readonly Pack[]): (word: string, pack?: string) => LookUp {
  const spellings = packs.flatMap(({ id, terms, english }) =>
    terms.flatMap((term): Spelling[] =>
      [term.term, ...term.spellings, english?.terms[term.id]?.term ?? '']
        .map((text) => tight(text))
        .filter((text) => text !== '')
        .map((text) => ({ ref: { pack: id, term: term.id }, text })),
    ),
  );
  const fuse = createPhrasingIndex(spellings.map(({ text }) => text));
  return (word, pack) => {
    const among = [...spellings.keys()].filter(
      (at) => pack === undefined || spellings[at]?.ref.pack === pack,
    );
    const wanted = tight(word);
    const same = (text: string): Spelling | undefined =>
      spellings[among.find((at) => spellings[at]?.text === text) ?? -1];
    const found = [
      wanted,
      withoutParticle(wanted),
      stem(wanted),
      tight(typedAsHangul(word)),
      typedAsLatin(word),
    ]
      .map(same)
      .find((spelling) => spelling !== undefined);
    if (found !== undefined) return { found: found.ref, nearest: [] };
    const guesses = nearest(wanted, among, spellings, fuse.best(wanted, among, offered * 4));
    if (!isChoseong(wanted)) return { found: null, nearest: guesses.slice(0, offered) };
    const fitting = among
      .flatMap((at) => spellings[at] ?? [])
      .filter(({ text }) => choseong(text).startsWith(wanted));
    return byInitials(wanted, fitting, guesses);
  };
}

function tight(text: string): string {
  return normalize(text).replaceAll(' ', '');
}

/** Initial consonants may fit several terms (클라우드, 크라우드): one is found, more are offered, guesses fill the list. */
function byInitials(wanted: string, fitting: readonly Spelling[], guesses: readonly TermRef[]): LookUp {
  const whole = distinct(fitting.filter(({ text }) => choseong(text) === wanted).map(({ ref }) => ref));
  const [only, ...others] = whole;
  if (only !== undefined && others.length === 0) return { found: only, nearest: [] };
  const offers = distinct([...fitting.map(({ ref }) => ref), ...guesses]);
  return { found: null, nearest: offers.slice(0, offered) };
}

/** By letters first, as one wrong jamo is nearest; then by what fuse.js finds; then in the glossary's order. */
function nearest(
  wanted: string,
  among: readonly number[],
  spellings: readonly Spelling[],
  found: readonly number[],
): TermRef[] {
  const letters = jamo(wanted);
  const limit = Math.max(1, Math.floor(letters.length / 3));
  const byLetters = among
    .map((at) => ({ at, distance: editDistance(letters, jamo(spellings[at]?.text ?? ''), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((left, right) => left.distance - right.distance || left.at - right.at)
    .map(({ at }) => at);
  return distinct([...byLetters, ...found, ...among].flatMap((at) => spellings[at]?.ref ?? [])).slice(
    0,
    offered,
  );
}

function distinct(refs: readonly TermRef[]): TermRef[] {
  return [...new Map(refs.map((ref) => [`${ref.pack}/${ref.term}`, ref])).values()];
}
