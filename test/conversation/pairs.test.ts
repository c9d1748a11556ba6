import { expect, test } from 'vitest';
import { contextStart } from '../../src/conversation/context.ts';
import { cardOf, offerOf, pairAfter } from '../../src/conversation/pairs.ts';
import { outage } from '../support/pack.ts';

const packs = new Map([[outage.id, outage]]);
const ref = (pair: string, pack = 'outage') => ({ pack, pair });

test('a card says where its pair stands and where its buttons lead', () => {
  expect(cardOf(packs, ref('why-it-happened'))).toEqual({
    pack: 'outage',
    pair: 'why-it-happened',
    position: 2,
    total: 12,
    asOf: '2024-07',
    followUps: ['then-what'],
  });
});

test('a button leads to no pair that is gone, and to none twice', () => {
  const [first, ...rest] = outage.pairs;
  if (first === undefined) throw new Error('the pack has no pair');
  const labels = ['one', 'gone', 'one'].map((to) => ({ to, label: to }));
  const changed = { ...outage, pairs: [{ ...first, followUps: labels }, ...rest] };
  expect(cardOf(new Map([['outage', changed]]), ref(first.id))?.followUps).toEqual(['one']);
});

test('there is no card for a pair or a pack that is gone', () => {
  expect(cardOf(packs, ref('gone'))).toBeNull();
  expect(cardOf(packs, ref('why-it-happened', 'gone'))).toBeNull();
});

test('a pair that needs its predecessor is offered together with it', () => {
  expect(offerOf(packs, ref('then-what'), null)).toEqual({ ...ref('then-what'), after: 'why-it-happened' });
  expect(offerOf(packs, ref('then-what'), ref('who-was-hit'))).toEqual({
    ...ref('then-what'),
    after: 'why-it-happened',
  });
  expect(offerOf(packs, ref('then-what'), ref('why-it-happened', 'other'))).toEqual({
    ...ref('then-what'),
    after: 'why-it-happened',
  });
});

test('right after its predecessor it is offered alone, as is a pair that needs none', () => {
  expect(offerOf(packs, ref('then-what'), ref('why-it-happened'))).toEqual({
    ...ref('then-what'),
    after: null,
  });
  expect(offerOf(packs, ref('who-was-hit'), null)).toEqual({ ...ref('who-was-hit'), after: null });
});

test('the pairs follow each other in reading order, up to the last', () => {
  expect(pairAfter(packs, ref('what-happened'))).toEqual(ref('why-it-happened'));
  expect(pairAfter(packs, ref('untranslated'))).toBeNull();
  expect(pairAfter(packs, ref('gone'))).toBeNull();
  expect(pairAfter(packs, ref('what-happened', 'gone'))).toBeNull();
});

test('a conversation reaches back ten minutes', () => {
  expect(contextStart(new Date('2024-07-19T12:00:00Z'))).toEqual(new Date('2024-07-19T11:50:00Z'));
});
