import type { Pack, Pair } from '../content/schema.ts';
import { type Analysis, analyse } from './analysis.ts';

/**
 * One text that leads to a pair. `own`: its question and aliases. `elliptical`: counts only as a follow-up. `answer`: its
 * explanation, one sentence each. `outside`: leads nowhere, as the article does not cover it; `target` is then -1.
 */
export interface Phrase {
  readonly kind: 'own' | 'elliptical' | 'answer' | 'outside';
  /** Position of the pair in its pack. */
  readonly target: number;
  readonly analysis: Analysis;
}

/** Every text of a pack that leads to one of its pairs, or says what it does not cover; a step a text. */
export function* readPhrases(pack: Pack): Generator<void, Phrase[]> {
  const phrases: Phrase[] = [];
  for (const [kind, target, text] of textsOf(pack)) {
    const analysis = analyse(text);
    if (analysis.words.length > 0) phrases.push({ kind, target, analysis });
    yield;
  }
  return phrases;
}

type Text = readonly [kind: Phrase['kind'], target: number, text: string];

function textsOf(pack: Pack): Text[] {
  const ofPairs = pack.pairs.flatMap((pair, target) => textsOfPair(pack, pair, target));
  const labels = pack.pairs.flatMap(({ id, followUps }) =>
    followUps.flatMap(({ to, label }): Text[] => {
      const target = pack.pairs.findIndex((pair) => pair.id === to);
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
