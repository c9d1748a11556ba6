import { expect, test } from 'vitest';
import { openTimeline } from '../../src/flows/timeline.ts';
import { testDeps } from '../support/flows.ts';
import { outage } from '../support/pack.ts';

const quiet = { ...outage, id: 'quiet', timeline: [] };

async function depsWith(...packs: (typeof outage)[]) {
  return { ...(await testDeps()), packs: new Map(packs.map((pack) => [pack.id, pack])) };
}

test('events come in the order of the author, each with the place of its pair', async () => {
  expect(openTimeline(await depsWith(outage), undefined)).toEqual({
    pack: 'outage',
    asOf: '2024-07',
    events: [
      { id: 'outage', dated: true, pair: 'what-happened', position: 1 },
      { id: 'repair', dated: true, pair: 'then-what', position: 3 },
      { id: 'after', dated: false, pair: 'untranslated', position: 12 },
    ],
  });
});

test('where no pack is named, the first that has a timeline is opened', async () => {
  expect(openTimeline(await depsWith(quiet, outage), undefined)?.pack).toBe('outage');
  expect(openTimeline(await depsWith(quiet, outage), 'quiet')).toMatchObject({ pack: 'quiet', events: [] });
  expect(openTimeline(await depsWith(quiet), undefined)).toMatchObject({ pack: 'quiet', events: [] });
});

test('a pack that is gone has none', async () => {
  expect(openTimeline(await depsWith(outage), 'gone')).toBeNull();
});
