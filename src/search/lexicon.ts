import type { Pack } from '../content/schema.ts';
import { isSuffix } from '../korean/stem.ts';
import { type Analysis, analyse, compact, type Word, word } from './analysis.ts';

/** The longest synonym or spelling is this many words: "공식 입장 표명". */
const LONGEST_ENTRY = 4;
/** A part of a compound is a word which at least this many phrasings use. */
const COMMON = 2;

/** Shorter words are not cut: two syllables each are the least that two words have. */
const COMPOUND = /^[가-힣]{4,}$/u;

/** What a pack's own words say: which are known, which mean the same, where a word without spaces may be cut. */
export interface Lexicon {
  /** The words' keys, with spellings of one term and synonyms folded into one, and compounds with their parts. */
  concepts(words: readonly Word[]): string[];
  /** Whether any phrasing, answer or term uses the word. */
  isKnown(each: Word): boolean;
  /** A word written without spaces, cut into known words; null where it cannot be. */
  cut(each: Word): Word[] | null;
}

/** A step a text, and a spelling. */
export function* createLexicon(pack: Pack, texts: readonly Analysis[]): Generator<void, Lexicon> {
  const concepts = yield* conceptMap(pack);
  const surfaces = new Map<string, number>();
  const keys = new Map<string, number>();
  for (const { words } of texts) {
    for (const { surface, key } of words) {
      surfaces.set(surface, (surfaces.get(surface) ?? 0) + 1);
      keys.set(key, (keys.get(key) ?? 0) + 1);
    }
    yield;
  }
  for (const entry of concepts.keys())
    if (/^[가-힣]{2,}$/u.test(entry)) surfaces.set(entry, (surfaces.get(entry) ?? 0) + COMMON);
  const isPart = (text: string): boolean =>
    (surfaces.get(text) ?? 0) >= COMMON || (keys.get(text) ?? 0) >= COMMON || concepts.has(text);
  // Only the pack's own words are kept: what members type is not.
  const cuts = new Map<string, Word[] | null>();
  const cut = (each: Word): Word[] | null => {
    if (!COMPOUND.test(each.surface)) return null;
    const before = cuts.get(each.surface);
    if (before !== undefined) return before;
    const parts = cutApart(each.surface, isPart);
    if (surfaces.has(each.surface)) cuts.set(each.surface, parts);
    return parts;
  };
  const isKnown = (each: Word): boolean =>
    surfaces.has(each.surface) || keys.has(each.key) || concepts.has(each.surface) || concepts.has(each.key);
  return {
    isKnown,
    cut,
    concepts: (words) => fold(words, concepts, cut),
  };
}

/** Every spelling and synonym, without spaces, as written and as stems, to the name of its concept. */
function* conceptMap({ id, terms, synonyms, english }: Pack): Generator<void, Map<string, string>> {
  const concepts = new Map<string, string>();
  const add = (text: string, concept: string, asStem: boolean): void => {
    const { words } = analyse(text);
    const entry = words.map(({ surface, key }) => (asStem ? key : surface)).join('');
    if (entry !== '' && !concepts.has(entry)) concepts.set(entry, concept);
  };
  for (const asStem of [false, true]) {
    for (const term of terms)
      for (const spelling of [term.term, ...term.spellings, english?.terms[term.id]?.term ?? '']) {
        add(spelling, `#${id}/${term.id}`, asStem);
        yield;
      }
    for (const [index, group] of synonyms.entries())
      for (const synonym of group) {
        add(synonym, `#${id}/${index}`, asStem);
        yield;
      }
  }
  return concepts;
}

function fold(
  words: readonly Word[],
  concepts: ReadonlyMap<string, string>,
  cut: (each: Word) => Word[] | null,
): string[] {
  const folded: string[] = [];
  for (let start = 0; start < words.length; ) {
    const [concept, length] = conceptAt(words, start, concepts);
    const each = words[start];
    if (concept !== null) folded.push(concept);
    else if (each !== undefined) {
      folded.push(each.key);
      const parts = cut(each);
      if (parts !== null) folded.push(...fold(parts, concepts, () => null));
    }
    start += length;
  }
  return folded;
}

/** The longest concept that starts at a word, and how many words it takes. */
function conceptAt(
  words: readonly Word[],
  start: number,
  concepts: ReadonlyMap<string, string>,
): [string | null, number] {
  for (let length = Math.min(LONGEST_ENTRY, words.length - start); length > 0; length--) {
    const span = words.slice(start, start + length);
    const last = span.at(-1);
    if (last === undefined) continue;
    const before = span.slice(0, -1);
    const concept =
      concepts.get([...before.map(({ surface }) => surface), last.surface].join('')) ??
      concepts.get([...before.map(({ surface }) => surface), last.key].join('')) ??
      concepts.get(span.map(({ key }) => key).join(''));
    if (concept !== undefined) return [concept, length];
  }
  return [null, 1];
}

const KNOWN_COST = 1;
const SHORT_COST = 1.6;
const SUFFIX_COST = 0.6;
const UNKNOWN_COST = 2.2;
const LONGEST_PART = 12;

type PieceKind = 'part' | 'suffix' | 'unknown';

interface Step {
  readonly cost: number;
  /** Where the last piece starts. */
  readonly from: number;
  readonly kind: PieceKind;
}

/**
 * Cuts a text without spaces along the cheapest path of known words and word endings; unknown syllables cost most.
 * Null where more than a third of it stays unknown.
 */
function cutApart(text: string, isPart: (part: string) => boolean): Word[] | null {
  const path: Step[] = [{ cost: 0, from: 0, kind: 'part' }];
  for (let end = 1; end <= text.length; end++) path.push(cheapestStep(text, end, path, isPart));
  const pieces: { text: string; kind: PieceKind }[] = [];
  for (let end = text.length; end > 0; ) {
    const { from, kind } = path[end] ?? { from: end - 1, kind: 'unknown' };
    pieces.unshift({ text: text.slice(from, end), kind });
    end = from;
  }
  const unknown = pieces.filter(({ kind }) => kind === 'unknown').length;
  return unknown * 3 > text.length ? null : joinPieces(pieces);
}

function cheapestStep(
  text: string,
  end: number,
  path: readonly Step[],
  isPart: (part: string) => boolean,
): Step {
  let cheapest: Step = { cost: (path[end - 1]?.cost ?? 0) + UNKNOWN_COST, from: end - 1, kind: 'unknown' };
  for (let from = Math.max(0, end - LONGEST_PART); from < end; from++) {
    const before = path[from];
    if (before === undefined || (from === 0 && end === text.length)) continue;
    const part = text.slice(from, end);
    const partCost = before.cost + (part.length === 1 ? SHORT_COST : KNOWN_COST);
    if (partCost < cheapest.cost && isPart(part)) cheapest = { cost: partCost, from, kind: 'part' };
    const suffixCost = before.cost + SUFFIX_COST;
    const mayEnd = from > 0 && before.kind !== 'unknown' && suffixCost < cheapest.cost;
    if (mayEnd && isSuffix(part)) cheapest = { cost: suffixCost, from, kind: 'suffix' };
  }
  return cheapest;
}

/** Suffixes go back onto their word, runs of unknown syllables become one word. */
function joinPieces(pieces: readonly { text: string; kind: PieceKind }[]): Word[] {
  const joined: { text: string; kind: PieceKind }[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const continues = piece.kind === 'suffix' || (piece.kind === 'unknown' && last?.kind === 'unknown');
    if (last !== undefined && continues) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined.map(({ text }) => word(compact(text)));
}
