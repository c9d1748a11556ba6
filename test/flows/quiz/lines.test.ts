import { expect, test } from 'vitest';
import { createLines } from '../../../src/flows/quiz/lines.ts';

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('what is asked for under one key comes one after the other, under another beside it', async () => {
  const lines = createLines();
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} begins`);
    await soon();
    steps.push(`${name} ends`);
    return name;
  };
  const all = [lines.add('a', work('a1')), lines.add('a', work('a2')), lines.add('b', work('b1'))];
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b1']);
  expect(steps).toEqual(['a1 begins', 'b1 begins', 'a1 ends', 'a2 begins', 'b1 ends', 'a2 ends']);
});

test('what fails says so to whoever asked for it, and holds nothing up', async () => {
  const lines = createLines();
  const failed = lines.add('a', () => Promise.reject(new Error('no')));
  const next = lines.add('a', async () => 'next');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('next');
});

test('it is settled when nothing is left, not even what was asked for meanwhile', async () => {
  const lines = createLines();
  await lines.settled();
  let done = 0;
  void lines.add('a', async () => {
    void lines.add('a', async () => void done++);
    await soon();
    done++;
  });
  await lines.settled();
  expect(done).toBe(2);
});
