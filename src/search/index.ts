import type { Pack, Pair } from '../content/schema.ts';
import { choseong } from '../korean/choseong.ts';
import { jamo } from '../korean/jamo.ts';
import { normalize } from '../korean/normalize.ts';
import { type Analysis, analyse, compact, exactKey } from './analysis.ts';
import { createPhrasingIndex, type PhrasingIndex } from './fuse.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { type Phrase, readPhrases } from './phrases.ts';
import { createVectorIndex, type VectorIndex } from './vectors.ts';
import { type Features, features, type ViewName, viewNames } from './views.ts';

/** Everything that is computed once from a pack. */
export interface SearchIndex {
  readonly pack: string;
  /** It is about the bot itself, not an article. */
  readonly isBot: boolean;
  /** In reading order; everything below knows them by their positions. */
  readonly pairs: readonly Pair[];
  readonly phrases: readonly Phrase[];
  readonly lexicon: Lexicon;
  readonly views: Readonly<Record<ViewName, VectorIndex>>;
  readonly fuse: PhrasingIndex;
  /** Room for the similarities of one query with every phrase; used anew by each, as a search never waits. */
  readonly similarities: Float64Array;
  /** Own phrasings without spaces, to their phrase. */
  readonly exact: ReadonlyMap<string, Phrase>;
  /** The keys of the pairs' questions in both languages. */
  readonly questions: ReadonlySet<string>;
  /** Elliptical phrasings without spaces, to the pairs they may mean. */
  readonly ellipses: ReadonlyMap<string, readonly number[]>;
  /** Words which the article does not cover, as written: a stem would mistake 독이 (poison) for 독일 (Germany). */
  readonly outsideWords: ReadonlySet<string>;
  /** The Korean answers without spaces, one a pair. */
  readonly answers: readonly string[];
  /** How own phrasings begin, for what is typed by letters: half-composed syllables and initial consonants. */
  readonly beginnings: readonly Beginning[];
  /** The concepts that any own phrasing or the answer of a pair uses, a set for each pair. */
  readonly vocabulary: readonly ReadonlySet<string>[];
}

export interface Beginning {
  readonly target: number;
  /** The pair's own question rather than an alias. */
  readonly isQuestion: boolean;
  /** The phrasing's letters without spaces. */
  readonly letters: string;
  /** Its initial consonants from the start of each word to the end. */
  readonly initials: readonly string[];
}

/** In steps of some tenths of a millisecond, between which whoever builds may do something else. */
export function* buildIndex(pack: Pack): Generator<void, SearchIndex> {
  const { pairs } = pack;
  const phrases = yield* readPhrases(pack);
  const lexicon = yield* createLexicon(
    pack,
    phrases.filter(({ kind }) => kind !== 'outside').map(({ analysis }) => analysis),
  );
  const concepts: string[][] = [];
  const featureLists: Features[] = [];
  for (const { analysis } of phrases) {
    const own = lexicon.concepts(analysis.words);
    concepts.push(own);
    featureLists.push(features(analysis, own));
    yield;
  }
  const views: Partial<Record<ViewName, VectorIndex>> = {};
  for (const name of viewNames)
    views[name] = yield* createVectorIndex(featureLists.map((each) => each[name]));
  const exact = new Map<string, Phrase>();
  const ellipses = new Map<string, number[]>();
  const outsideWords = new Set<string>();
  const vocabulary = pairs.map(() => new Set<string>());
  for (const [index, phrase] of phrases.entries()) {
    const key = exactKey(phrase.analysis);
    const own = concepts[index] ?? [];
    if (phrase.kind === 'own' && !exact.has(key)) exact.set(key, phrase);
    if (phrase.kind === 'elliptical') ellipses.set(key, [...(ellipses.get(key) ?? []), phrase.target]);
    const [only, ...more] = phrase.analysis.words;
    if (phrase.kind === 'outside' && only !== undefined && more.length === 0) outsideWords.add(only.surface);
    if (phrase.kind !== 'outside') for (const concept of own) vocabulary[phrase.target]?.add(concept);
    yield;
  }
  const beginnings = yield* beginningsOf(phrases, pairs);
  return {
    pack: pack.id,
    isBot: pack.role === 'bot',
    pairs,
    phrases,
    lexicon,
    views: views as Record<ViewName, VectorIndex>,
    fuse: createPhrasingIndex(phrases.map(({ analysis }) => keyText(analysis))),
    similarities: new Float64Array(phrases.length),
    exact,
    questions: questionKeys(pack),
    ellipses,
    answers: pairs.map(({ answer }) => compact(normalize(answer))),
    beginnings,
    outsideWords,
    vocabulary,
  };
}

function questionKeys({ pairs, english }: Pack): Set<string> {
  const both = [...pairs, ...Object.values(english?.pairs ?? {})];
  return new Set(both.map(({ question }) => exactKey(analyse(question))));
}

function* beginningsOf(phrases: readonly Phrase[], pairs: readonly Pair[]): Generator<void, Beginning[]> {
  const questions = pairs.map(({ question }) => compact(analyse(question).text));
  const beginnings: Beginning[] = [];
  for (const { kind, target, analysis } of phrases) {
    if (kind !== 'own') continue;
    const text = compact(analysis.text);
    const words = analysis.text.split(' ');
    const initials = words.map((_, position) => choseong(words.slice(position).join('')));
    beginnings.push({ target, isQuestion: text === questions[target], letters: jamo(text), initials });
    yield;
  }
  return beginnings;
}

/** The form in which fuse.js sees a text. */
export function keyText(analysis: Analysis): string {
  return analysis.words.map(({ key }) => key).join(' ');
}
