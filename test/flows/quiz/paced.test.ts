import { expect, test } from 'vitest';
import { createPaced } from '../../../src/flows/quiz/paced.ts';

/** An alarm that rings, and shows that are done, when they are told to. */
function openStage(atOnce = 9) {
  const shown: string[] = [];
  const done: (() => void)[] = [];
  const rings: (() => void)[] = [];
  const paced = createPaced({
    ...{ pause: 1_500, atOnce },
    alarm: (_, ring) => {
      rings.push(ring);
      return () => {};
    },
    show: (key) => {
      shown.push(key);
      return new Promise((resolve) => done.push(resolve));
    },
  });
  const soon = () => new Promise((resolve) => setImmediate(resolve));
  const next = async (list: (() => void)[]) => {
    list.shift()?.();
    await soon();
  };
  return {
    paced,
    shown,
    soon,
    finish: () => next(done),
    ring: () => next(rings),
    alarms: () => rings.length,
  };
}

test('the first change is shown at once, those that follow together after the pause', async () => {
  const { paced, shown, soon, finish, ring } = openStage();
  paced.put('a');
  await soon();
  for (const _ of [1, 2, 3]) paced.put('a');
  await finish();
  expect(shown).toEqual(['a']);
  await ring();
  expect(shown).toEqual(['a', 'a']);
  await finish();
  await ring();
  expect(shown).toEqual(['a', 'a']);
  paced.put('a');
  await soon();
  expect(shown).toEqual(['a', 'a', 'a']);
});

test('no more than so many are shown at once, and a change while one waits for its turn is shown with it', async () => {
  const { paced, shown, soon, finish, ring } = openStage(2);
  for (const key of ['a', 'b', 'c', 'c']) paced.put(key);
  await soon();
  expect(shown).toEqual(['a', 'b']);
  await finish();
  expect(shown).toEqual(['a', 'b', 'c']);
  for (const _ of [1, 2]) await finish();
  for (const _ of [1, 2, 3]) await ring();
  expect(shown).toEqual(['a', 'b', 'c']);
});

test('after the close nothing is shown any more, and nothing is on its way', async () => {
  const { paced, shown, soon, finish, ring } = openStage();
  paced.put('a');
  await soon();
  paced.put('a');
  let isClosed = false;
  const closed = paced.close('a').then(() => {
    isClosed = true;
  });
  await soon();
  expect(isClosed).toBe(false);
  await finish();
  await closed;
  await ring();
  expect(shown).toEqual(['a']);
  await paced.close('never seen');
});

test('what is closed while it waits for its turn is not shown', async () => {
  const { paced, shown, soon, finish } = openStage(1);
  paced.put('a');
  paced.put('b');
  await soon();
  const closed = paced.close('b');
  await finish();
  await closed;
  expect(shown).toEqual(['a']);
});

test('it is settled when every change has been shown, not when the pause is over', async () => {
  const { paced, soon, finish, ring, alarms } = openStage();
  await paced.settled();
  paced.put('a');
  let isSettled = false;
  const settled = () =>
    paced.settled().then(() => {
      isSettled = true;
    });
  const first = settled();
  await soon();
  expect(isSettled).toBe(false);
  await finish();
  await first;
  expect([isSettled, alarms()]).toEqual([true, 1]);
  isSettled = false;
  paced.put('a');
  const second = settled();
  await soon();
  expect(isSettled).toBe(false);
  await ring();
  await finish();
  await second;
});

test('at the end, what waits is dropped, and what is on its way is waited for', async () => {
  const { paced, shown, soon, finish, ring } = openStage();
  paced.put('a');
  await soon();
  paced.put('a');
  const stopped = paced.stop();
  await finish();
  await stopped;
  await ring();
  expect(shown).toEqual(['a']);
});
