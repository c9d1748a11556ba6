import { expect, test } from 'vitest';
import { watch } from '../../src/content/watch.ts';
import { handAlarm } from '../support/handAlarm.ts';

/** A folder whose state is a word, and what was done with it: `read` it, `use` it. */
function folder(first = 'one') {
  const acts: string[] = [];
  let now = first;
  let whileReading = () => {};
  const clock = handAlarm();
  const { stop } = watch({
    look: async () => now,
    seen: first,
    alarm: clock.alarm,
    async prepare() {
      const read = now;
      acts.push(`read ${read}`);
      whileReading();
      whileReading = () => {};
      return () => acts.push(`use ${read}`);
    },
  });
  return {
    acts,
    stop,
    ring: clock.ring,
    waiting: clock.waiting,
    save: (state: string) => {
      now = state;
    },
    onRead: (act: () => void) => {
      whileReading = act;
    },
  };
}

test('what does not change is not read', async () => {
  const { acts, ring, waiting } = folder();
  await ring();
  await ring();
  expect([acts, waiting()]).toEqual([[], 1_000]);
});

test('a change is read once it has been quiet for 300 milliseconds', async () => {
  const { acts, ring, waiting, save } = folder();
  save('two');
  await ring();
  expect([acts, waiting()]).toEqual([[], 300]);
  await ring();
  expect([acts, waiting()]).toEqual([['read two', 'use two'], 1_000]);
  await ring();
  expect(acts).toEqual(['read two', 'use two']);
});

test('edits in a burst are read once, when they are over', async () => {
  const { acts, ring, save } = folder();
  for (const state of ['two', 'three', 'four']) {
    save(state);
    await ring();
  }
  expect(acts).toEqual([]);
  await ring();
  expect(acts).toEqual(['read four', 'use four']);
});

test('what is undone before it was quiet is not read', async () => {
  const { acts, ring, waiting, save } = folder();
  save('two');
  await ring();
  save('one');
  await ring();
  expect([acts, waiting()]).toEqual([[], 1_000]);
});

test('what changes while it is read is not used, and read again when it is quiet', async () => {
  const { acts, ring, waiting, save, onRead } = folder();
  save('half');
  onRead(() => save('whole'));
  await ring();
  await ring();
  expect([acts, waiting()]).toEqual([['read half'], 300]);
  await ring();
  expect(acts).toEqual(['read half', 'read whole', 'use whole']);
});

test('stopped while it reads, it uses nothing and looks no more', async () => {
  const { acts, ring, waiting, save, onRead, stop } = folder();
  save('two');
  await ring();
  const stopped = Promise.withResolvers<void>();
  onRead(() => void stop().then(stopped.resolve));
  void ring();
  await stopped.promise;
  expect([acts, waiting()]).toEqual([['read two'], null]);
});
