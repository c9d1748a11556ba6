import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { buildSearch, lateSearch } from '../../src/search/late.ts';
import { outage } from '../support/pack.ts';
import { packs, search } from './support/shipped.ts';

const queries = ['왜 이런 일이 벌어진 거야?', 'what can you do', '복구', 'dho', '점심 뭐 먹지'];

test('what is built in slices answers like what is built at once, and others have their turn meanwhile', async () => {
  let turns = 0;
  let isBuilt = false;
  const counting = (async () => {
    for (; !isBuilt; turns++) await turn();
  })();
  const sliced = await buildSearch(packs);
  isBuilt = true;
  await counting;
  expect(turns).toBeGreaterThan(2);
  for (const query of queries) {
    expect(sliced.find(query)).toEqual(search.find(query));
    expect(sliced.complete(query)).toEqual(search.complete(query));
    expect(sliced.lookUp(query)).toEqual(search.lookUp(query));
  }
});

test('it is built when it is first asked, once for all who wait', async () => {
  let builds = 0;
  const built = Promise.withResolvers<void>();
  const late = lateSearch([outage], async (those) => {
    builds += 1;
    await built.promise;
    return buildSearch(those);
  });
  expect(builds).toBe(0);
  const waiting = Promise.all([late.find('무슨 일이야?'), late.complete('무슨'), late.lookUp('BSOD')]);
  built.resolve();
  const [found, completed, lookedUp] = await waiting;
  expect([found.tier, completed.length > 0, lookedUp.found?.term]).toEqual(['answer', true, 'blue-screen']);
  expect((await late.find('무슨 일이야?')).candidates).toEqual(found.candidates);
  expect(builds).toBe(1);
});
