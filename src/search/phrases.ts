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

/** Every pair and every text that leads to one, in the order of the packs. */
export function readCorpus(packs: readonly Pack[]): Corpus {
  const targets: Target[] = [];
  const phrases: Phrase[] = [];
  const add = (kind: Phrase['kind'], target: number, text: string): void => {
    const analysis = analyse(text);
    if (analysis.words.length > 0) phrases.push({ kind, target, analysis });
  };
  for (const pack of packs) {
    const first = targets.length;
    for (const [order, pair] of pack.pairs.entries()) targets.push({ pack: pack.id, pair, order });
    for (const [order, pair] of pack.pairs.entries()) {
      const english = pack.english?.pairs[pair.id];
      for (const text of [pair.question, ...pair.aliases, ...(english ? [english.question, ...english.aliases] : [])])
        add('own', first + order, text);
      for (const text of [...pair.elliptical, ...(english?.elliptical ?? [])]) add('elliptical', first + order, text);
      for (const text of sentences(pair.answer, english?.answer ?? '')) add('answer', first + order, text);
      for (const { to, label } of pair.followUps) {
        const target = first + pack.pairs.findIndex(({ id }) => id === to);
        for (const text of [label, english?.followUps[to] ?? '']) add('elliptical', target, text);
      }
    }
    for (const { words, questions } of pack.outside)
      for (const text of [...words, ...questions]) add('outside', -1, text);
  }
  return { targets, phrases };
}

function sentences(...texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(/(?<=[.!?])\s+/u)).filter((text) => text !== '');
}
