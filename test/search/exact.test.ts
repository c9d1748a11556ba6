import { describe, expect, test } from 'vitest';
import type { SearchResult } from '../../src/search/result.ts';
import { brief, find, ownPhrasings, type Phrasing, pack, pairBefore, ref } from './support/shipped.ts';

const contextOnly = pack.pairs.filter((pair) => pair.contextOnly);
const contextOnlyQuestions = new Set(
  contextOnly.flatMap(({ id, question }) => [question, pack.english?.pairs[id]?.question ?? '']),
);
const selfStanding = ownPhrasings.filter(({ text }) => !contextOnlyQuestions.has(text));
/** Without its spaces "boss says" has three s in a row, which reads as a stretched letter. */
const growsStretched = ({ text }: Phrasing): boolean =>
  /([^\d\s])\1\1/u.test(text.replaceAll(/\s/gu, '').toLowerCase());

function withoutSpaces(text: string): string {
  return text.replaceAll(' ', '');
}

function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/** The phrasings whose result is not: their own pair first, exact, answered, with confidence 1. */
function failures(phrasings: readonly Phrasing[], change: (text: string) => string): string[] {
  const isRight = (pair: string, { tier, candidates, confidence, exact }: SearchResult): boolean =>
    tier === 'answer' &&
    exact &&
    confidence === 1 &&
    candidates[0]?.pair === pair &&
    candidates[0].score === 1;
  return phrasings
    .map(({ pair, text }) => ({ pair, typed: change(text) }))
    .filter(({ pair, typed }) => !isRight(pair, find(typed)))
    .map(({ pair, typed }) => `${pair}: ${typed}`);
}

describe('every question and alias, Korean and English, answers with its pair and confidence 1', () => {
  test('there are some 1,850 of them', () => {
    expect(selfStanding.length).toBeGreaterThan(1_800);
  });

  test.each([
    ['as it stands', (text: string) => text],
    ["with '???ㅋㅋㅋ' after it", (text: string) => `${text}???ㅋㅋㅋ`],
  ])('%s', (_, change) => {
    expect(failures(selfStanding, change)).toEqual([]);
  });

  test.each([
    ['in decomposed Unicode', (text: string) => text.normalize('NFD')],
    ['in full-width letters', fullWidth],
    ['in capitals', (text: string) => text.toUpperCase()],
  ])('every third one %s', (_, change) => {
    const third = selfStanding.filter((_phrasing, position) => position % 3 === 0);
    expect(failures(third, change)).toEqual([]);
  });

  test('without spaces', () => {
    const phrasings = selfStanding.filter((phrasing) => !growsStretched(phrasing));
    expect(failures(phrasings, withoutSpaces)).toEqual([]);
  });

  test('without spaces, where three equal letters meet', () => {
    const phrasings = selfStanding.filter((phrasing) => growsStretched(phrasing));
    expect(failures(phrasings, withoutSpaces)).toEqual([]);
  });
});

describe('a question that makes no sense without the pair before it', () => {
  test('five pairs have one', () => {
    expect(contextOnly.map(({ id }) => id)).toEqual([
      'customers-helpless',
      'datacenter-dispersal',
      'multi-cloud',
      'own-servers',
      'cost-burden',
    ]);
  });

  test.each(contextOnly)('$question is only offered when nothing was shown', ({ id, question }) => {
    expect(find(question)).toMatchObject({ tier: 'suggest', exact: true, confidence: 1 });
    expect(brief(question).pairs[0]).toBe(id);
  });

  test.each(contextOnly)('$question is answered after the pair before it', ({ id, question }) => {
    expect(find(question, pairBefore(id))).toMatchObject({ tier: 'answer', exact: true, confidence: 1 });
    expect(brief(question, pairBefore(id)).pairs[0]).toBe(id);
  });

  test.each(contextOnly)('the English question of $id is answered after the pair before it', ({ id }) => {
    const question = pack.english?.pairs[id]?.question ?? '';
    expect(find(question, pairBefore(id))).toMatchObject({ tier: 'answer', exact: true, confidence: 1 });
    expect(brief(question, pairBefore(id)).pairs[0]).toBe(id);
  });

  test.each(contextOnly)('the English question of $id is only offered when nothing was shown', ({ id }) => {
    expect(brief(pack.english?.pairs[id]?.question ?? '').tier).toBe('suggest');
  });

  test.each(contextOnly)('an alias of $id says enough by itself', ({ id, aliases }) => {
    expect(aliases.map((alias) => brief(alias).tier)).toEqual(aliases.map(() => 'answer'));
    expect(aliases.map((alias) => brief(alias).pairs[0])).toEqual(aliases.map(() => id));
  });
});

describe('what was shown before', () => {
  const elliptical = pack.pairs.flatMap(({ id, elliptical: korean }) =>
    [...korean, ...(pack.english?.pairs[id]?.elliptical ?? [])].map((text) => ({ pair: id, text })),
  );
  const inContext = elliptical.flatMap(({ pair, text }) => {
    const previous = pairBefore(pair);
    return previous === undefined ? [] : [{ pair, text, found: brief(text, previous) }];
  });

  test('an elliptical phrasing brings its pair among three, right after the pair before it', () => {
    expect(inContext.length).toBeGreaterThan(350);
    const missed = inContext.filter(({ pair, found }) => !found.pairs.includes(pair));
    expect(missed.map(({ pair, text }) => `${pair}: ${text}`)).toEqual([]);
  });

  test('19 in 20 elliptical phrasings bring their pair first, and are answered', () => {
    const answered = inContext.filter(
      ({ pair, found }) => found.tier === 'answer' && found.pairs[0] === pair,
    );
    expect(answered.length / inContext.length).toBeGreaterThanOrEqual(0.95);
  });

  test('few elliptical phrasings are answered wrongly when nothing was shown', () => {
    const wrong = elliptical.filter(({ pair, text }) => {
      const { tier, pairs } = brief(text);
      return tier === 'answer' && pairs[0] !== pair;
    });
    expect(wrong.length / elliptical.length).toBeLessThanOrEqual(0.2);
  });

  test('the label of every follow-up button, typed, is answered with where it leads', () => {
    const labels = pack.pairs.flatMap(({ id, followUps }) =>
      followUps.map(({ to, label }) => ({ label: `${id}: ${label}`, to, found: brief(label, ref(id)) })),
    );
    expect(labels.map(({ label, found }) => [label, found.tier, found.pairs[0]])).toEqual(
      labels.map(({ label, to }) => [label, 'answer', to]),
    );
  });
});
