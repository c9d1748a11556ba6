import type { Pack } from '../content/schema.ts';
import { choseong } from '../korean/choseong.ts';
import { jamo } from '../korean/jamo.ts';
import { normalize } from '../korean/normalize.ts';
import { type Analysis, analyse, compact, exactKey } from './analysis.ts';
import { createPhrasingIndex, type PhrasingIndex } from './fuse.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { type Phrase, readCorpus, type Target } from './phrases.ts';
import { createVectorIndex, type VectorIndex } from './vectors.ts';
import { type Features, features, type ViewName, viewNames } from './views.ts';

/** Everything that is computed once from the packs. */
export interface SearchIndex {
  readonly targets: readonly Target[];
  readonly phrases: readonly Phrase[];
  readonly lexicon: Lexicon;
  readonly views: Readonly<Record<ViewName, VectorIndex>>;
  readonly fuse: PhrasingIndex;
  /** Room for the similarities of one query with every phrase; used anew by each, as a search never waits. */
  readonly similarities: Float64Array;
  /** Own phrasings without spaces, to the pair that each means; several where packs share a phrasing, one of each pack. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  /** The keys of the pairs' questions in both languages. */
  readonly questions: ReadonlySet<string>;
  /** Elliptical phrasings without spaces, to the pairs they may mean. */
  readonly ellipses: ReadonlyMap<string, readonly number[]>;
  /** Words which the article does not cover, as written: a stem would mistake 독이 (poison) for 독일 (Germany). */
  readonly outsideWords: ReadonlySet<string>;
  /** The Korean answers without spaces, one a target. */
  readonly answers: readonly string[];
  /** How own phrasings begin, for what is typed by letters: half-composed syllables and initial consonants. */
  readonly beginnings: readonly Beginning[];
  /** The concepts that any own phrasing or the answer of a pair uses, a set for each target. */
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
export function* buildIndex(packs: readonly Pack[]): Generator<void, SearchIndex> {
  const { targets, phrases } = yield* readCorpus(packs);
  const lexicon = yield* createLexicon(
    packs,
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
  const exact = new Map<string, number[]>();
  const ellipses = new Map<string, number[]>();
  const outsideWords = new Set<string>();
  const vocabulary = targets.map(() => new Set<string>());
  for (const [index, phrase] of phrases.entries()) {
    const key = exactKey(phrase.analysis);
    const own = concepts[index] ?? [];
    if (phrase.kind === 'own') addExact(exact, key, phrase.target, targets);
    if (phrase.kind === 'elliptical') ellipses.set(key, [...(ellipses.get(key) ?? []), phrase.target]);
    const [only, ...more] = phrase.analysis.words;
    if (phrase.kind === 'outside' && only !== undefined && more.length === 0) outsideWords.add(only.surface);
    if (phrase.kind !== 'outside') for (const concept of own) vocabulary[phrase.target]?.add(concept);
    yield;
  }
  const beginnings = yield* beginningsOf(phrases, targets);
  return {
    targets,
    phrases,
    lexicon,
    views: views as Record<ViewName, VectorIndex>,
    fuse: createPhrasingIndex(phrases.map(({ analysis }) => keyText(analysis))),
    similarities: new Float64Array(phrases.length),
    exact,
    questions: questionKeys(packs),
    ellipses,
    answers: targets.map(({ pair }) => compact(normalize(pair.answer))),
    beginnings,
    outsideWords,
    vocabulary,
  };
}

/** Within a pack the first pair with a phrasing has it. */
function addExact(
  exact: Map<string, number[]>,
  key: string,
  target: number,
  targets: readonly Target[],
): void {
  const known = exact.get(key) ?? [];
  if (known.some((other) => targets[other]?.pack === targets[target]?.pack)) return;
  exact.set(key, [...known, target]);
}

function questionKeys(packs: readonly Pack[]): Set<string> {
  const korean = packs.flatMap(({ pairs }) => pairs.map(({ question }) => question));
  const english = packs.flatMap((pack) =>
    Object.values(pack.english?.pairs ?? {}).map(({ question }) => question),
  );
  return new Set([...korean, ...english].map((question) => exactKey(analyse(question))));
}

function* beginningsOf(phrases: readonly Phrase[], targets: readonly Target[]): Generator<void, Beginning[]> {
  const questions = targets.map(({ pair }) => compact(analyse(pair.question).text));
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
