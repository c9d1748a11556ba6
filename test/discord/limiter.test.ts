import { expect, test } from 'vitest';
import { createLimiter } from '../../src/discord/limiter.ts';

function limiterAt(options: { uses: number; seconds: number; most?: number }) {
  let time = Date.parse('2024-07-19T12:00:00Z');
  const limiter = createLimiter({ most: 100, ...options, now: () => new Date(time) });
  return {
    limiter,
    wait: (seconds: number) => {
      time += seconds * 1000;
    },
  };
}

test('so many uses are allowed in a window, and the next once the first is out of it', () => {
  const { limiter, wait } = limiterAt({ uses: 3, seconds: 10 });
  expect([limiter('mina'), limiter('mina')]).toEqual([{ allowed: true }, { allowed: true }]);
  wait(4);
  expect(limiter('mina')).toEqual({ allowed: true });
  expect(limiter('mina')).toEqual({ allowed: false, seconds: 6, first: true });
  wait(5.9);
  expect(limiter('mina')).toEqual({ allowed: false, seconds: 1, first: false });
  wait(0.1);
  expect([limiter('mina'), limiter('mina')]).toEqual([{ allowed: true }, { allowed: true }]);
  expect(limiter('mina')).toEqual({ allowed: false, seconds: 4, first: true });
});

test('one key does not use up what another has', () => {
  const { limiter } = limiterAt({ uses: 1, seconds: 10 });
  expect([limiter('mina'), limiter('jun'), limiter('mina')]).toEqual([
    { allowed: true },
    { allowed: true },
    { allowed: false, seconds: 10, first: true },
  ]);
});

test('a key that has not been used for longest is forgotten where there are too many', () => {
  const { limiter } = limiterAt({ uses: 1, seconds: 10, most: 2 });
  for (const key of ['a', 'b', 'a', 'c']) limiter(key);
  expect(limiter('a').allowed).toBe(false);
  expect(limiter('b').allowed).toBe(true);
});
