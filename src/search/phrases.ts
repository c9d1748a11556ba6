import type { Pack, Pair } from '../content/schema.ts';
import { type Analysis, analyse } from './analysis.ts';

/**
 * One text that leads to a pair. `own`: its question and aliases. `elliptical`: counts only as a follow-up. `answer`: its
 * explanation, one sentence each. `outside`: leads nowhere, as the article does not cover it; `target` is then -1.
 */
export interface Phrase {
  readonly kind: 'own' | 'elliptical' | 'answer' | 'outside';
  /** Position of the pair among all pairs of all packs. */
  readonly target: number;
  readonly analysis: Analysis;
}

/** A pair with its place, known to the index by its position. */
export interface Target {
  readonly pack: string;
  readonly pair: Pair;
  /** Position in its pack's reading order. */
  readonly order: number;
}

export interface Corpus {
  readonly targets: readonly Target[];
  readonly phrases: readonly Phrase[];
}

/** Every pair and every text that leads to one, in the order of the packs; a step a text. */
export function* readCorpus(packs: readonly Pack[]): Generator<void, Corpus> {
  const targets: Target[] = [];
  const phrases: Phrase[] = [];
  for (const pack of packs) {
    const first = targets.length;
    for (const [order, pair] of pack.pairs.entries()) targets.push({ pack: pack.id, pair, order });
    for (const [kind, target, text] of textsOf(pack, first)) {
      const analysis = analyse(text);
      if (analysis.words.length > 0) phrases.push({ kind, target, analysis });
      yield;
    }
  }
  return { targets, phrases };
}

type Text = readonly [kind: Phrase['kind'], target: number, text: string];

/** All texts of a pack whose first pair has position `first`. */
function textsOf(pack: Pack, first: number): Text[] {
  const ofPairs = pack.pairs.flatMap((pair, order) => textsOfPair(pack, pair, first + order));
  const labels = pack.pairs.flatMap(({ id, followUps }) =>
    followUps.flatMap(({ to, label }): Text[] => {
      const target = first + pack.pairs.findIndex((pair) => pair.id === to);
      const translated = pack.english?.pairs[id]?.followUps[to] ?? '';
      return [label, translated].map((text) => ['elliptical', target, text]);
    }),
  );
  const outside = pack.outside.flatMap(({ words, questions }) =>
    [...words, ...questions].map((text): Text => ['outside', -1, text]),
  );
  return [...ofPairs, ...labels, ...outside];
}

function textsOfPair(pack: Pack, pair: Pair, target: number): Text[] {
  const texts = (kind: Phrase['kind'], list: readonly string[]) =>
    list.map((text): Text => [kind, target, text]);
  const english = pack.english?.pairs[pair.id];
  return [pair, ...(english === undefined ? [] : [english])].flatMap(
    ({ question, aliases, elliptical, answer }) => [
      ...texts('own', [question, ...aliases]),
      ...texts('elliptical', elliptical),
      ...texts('answer', sentences(answer)),
    ],
  );
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/u).filter((sentence) => sentence !== '');
}
