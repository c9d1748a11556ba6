import { create, insert, search } from '@orama/orama';
import { Index } from 'flexsearch';
import Fuse, { type IFuseOptions } from 'fuse.js';
import MiniSearch from 'minisearch';
import { pairNames } from '../../src/cli/packs.ts';
import { respond } from '../../src/cli/respond.ts';
import type { Pack } from '../../src/content/schema.ts';
import { createSearch } from '../../src/search/engine.ts';

/** Something that finds pairs for a question. */
export interface Engine {
  readonly name: string;
  /** How it was set up, in a sentence. */
  readonly setUp: string;
  /** Builds its index over the packs; what that gives names the pairs it finds, best first. */
  readonly build: (packs: readonly Pack[]) => Find;
}

/** @param previous name of the pair shown before; of these engines, ours alone knows what to do with it */
export type Find = (query: string, previous?: string | null) => readonly string[];

const ours: Engine = {
  name: 'Meoktong',
  setUp: 'as the bot uses it.',
  build(packs) {
    const names = pairNames(packs);
    const library = { packs: new Map(packs.map((pack) => [pack.id, pack])), search: createSearch(packs) };
    return (query, previous = null) =>
      respond(library, query, previous === null ? null : names.find(previous)).candidates.map(names.nameOf);
  },
};

/** How many hits an engine is asked for where several may belong to one pair. */
const hits = 50;

/** A pair with its texts in both languages, as the others see it: the same phrasings and answers that ours has. */
interface Entry {
  readonly id: string;
  readonly questions: readonly string[];
  readonly aliases: readonly string[];
  readonly answers: readonly string[];
}

function entriesOf(packs: readonly Pack[]): Entry[] {
  const { nameOf } = pairNames(packs);
  return packs.flatMap(({ id: pack, pairs, english }) =>
    pairs.map((pair) => {
      const both = [pair, english?.pairs[pair.id]].filter((one) => one !== undefined);
      return {
        id: nameOf({ pack, pair: pair.id }),
        questions: both.map(({ question }) => fold(question)),
        aliases: both.flatMap(({ aliases, elliptical }) => [...aliases, ...elliptical]).map(fold),
        answers: both.map(({ answer }) => fold(answer)),
      };
    }),
  );
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Words; of Korean, pairs of syllables, also across spaces. */
export function bigrams(text: string): string[] {
  const runs = fold(text).match(/\p{Script=Hangul}+(?:\s+\p{Script=Hangul}+)*|[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => {
    if (!/\p{Script=Hangul}/u.test(run)) return [run];
    const syllables = [...run.replace(/\s+/gu, '')];
    return syllables.length === 1
      ? syllables
      : syllables.slice(1).map((syllable, at) => `${syllables[at]}${syllable}`);
  });
}

const asItComes = (term: string) => term;

const fuseKeys: NonNullable<IFuseOptions<Entry>['keys']> = [
  { name: 'questions', weight: 2 },
  { name: 'aliases', weight: 2 },
  { name: 'answers', weight: 1 },
];

function fuse(name: string, setUp: string, options: IFuseOptions<Entry>): Engine {
  return {
    name,
    setUp,
    build(packs) {
      const index = new Fuse(entriesOf(packs), { keys: fuseKeys, ...options });
      return (query) => index.search(fold(query), { limit: hits }).map(({ item }) => item.id);
    },
  };
}

export const fuseAlone = fuse(
  'fuse.js',
  'one entry a pair, questions and aliases at twice the weight of answers; ignoreLocation, threshold 0.6.',
  { ignoreLocation: true, threshold: 0.6 },
);

const fuseTokens = fuse(
  'fuse.js, bigrams',
  'the same with its token search over words and Korean syllable bigrams, threshold 0.4.',
  { ignoreLocation: true, threshold: 0.4, useTokenSearch: true, tokenize: bigrams },
);

function miniSearch(
  name: string,
  setUp: string,
  options: Partial<ConstructorParameters<typeof MiniSearch>[0]>,
) {
  return {
    name,
    setUp,
    build(packs: readonly Pack[]): Find {
      const index = new MiniSearch({ fields: ['questions', 'aliases', 'answers'], ...options });
      index.addAll(
        entriesOf(packs).map(({ id, ...texts }) => ({
          id,
          ...Object.fromEntries(Object.entries(texts).map(([field, list]) => [field, list.join('\n')])),
        })),
      );
      return (query) => index.search(fold(query)).map(({ id }) => String(id));
    },
  };
}

const boost = { questions: 2, aliases: 2 };

const miniSearchWords = miniSearch(
  'MiniSearch',
  'one entry a pair, its own tokeniser, prefix and fuzzy 0.2, questions and aliases boosted by 2.',
  { searchOptions: { boost, fuzzy: 0.2, prefix: true } },
);

const miniSearchBigrams = miniSearch(
  'MiniSearch, bigrams',
  'the same over words and Korean syllable bigrams, fuzzy 0.2.',
  { tokenize: bigrams, processTerm: asItComes, searchOptions: { boost, fuzzy: 0.2 } },
);

/** One entry a phrasing or sentence, which served these two better than one a pair. */
function lines(packs: readonly Pack[]): { readonly pair: string; readonly text: string }[] {
  return entriesOf(packs).flatMap(({ id: pair, questions, aliases, answers }) => {
    const sentences = answers.flatMap((answer) => answer.split(/(?<=[.!?])\s+/u));
    return [...questions, ...aliases, ...sentences].map((text) => ({ pair, text }));
  });
}

const orama: Engine = {
  name: 'Orama, bigrams',
  setUp: 'one entry a phrasing or sentence, words and Korean syllable bigrams, threshold 1.',
  build(packs) {
    const tokenize = (text: string) => [...new Set(bigrams(text))];
    const tokenizer = { language: 'korean', normalizationCache: new Map<string, string>(), tokenize };
    const index = create({
      schema: { pair: 'string', text: 'string' } as const,
      components: { tokenizer },
    });
    for (const line of lines(packs)) insert(index, line);
    return (query) => {
      const found = search(index, { term: fold(query), properties: ['text'], threshold: 1, limit: hits });
      if (found instanceof Promise) throw new TypeError('Orama answers at once where no plugin is used');
      return unique(found.hits.map(({ document }) => document.pair));
    };
  },
};

const flexSearch: Engine = {
  name: 'FlexSearch, bigrams',
  setUp: 'one entry a phrasing or sentence, words and Korean syllable bigrams, with suggestions.',
  build(packs) {
    const entries = lines(packs);
    const index = new Index({ tokenize: 'strict', encode: bigrams });
    for (const [at, { text }] of entries.entries()) index.add(at, text);
    return (query) => {
      const found = index.search(fold(query), { limit: hits, suggest: true });
      return unique(found.flatMap((at) => entries[Number(at)]?.pair ?? []));
    };
  },
};

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** Ours first: the others are compared with it. */
export const engines: readonly Engine[] = [
  ours,
  fuseAlone,
  fuseTokens,
  miniSearchWords,
  miniSearchBigrams,
  orama,
  flexSearch,
];
