import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSuffix, stem, withoutParticle } from '../../src/korean/stem.ts';

test.each([
  ['멈췄습니까', '멈추'],
  ['멈췄어요', '멈추'],
  ['멈춘', '멈추'],
  ['멈출', '멈추'],
  ['멈춤', '멈추'],
  ['꺼졌어', '꺼지'],
  ['복구됐다던데', '복구'],
  ['복구하다', '복구'],
  ['복구시켰어', '복구'],
  ['클라우드에서는', '클라우드'],
  ['크라우드스트라이크는', '크라우드스트라이크'],
  ['크라우드스트라이크', '크라우드스트라이크'],
  ['서버까지', '서버'],
  ['돈은', '돈'],
  ['뽑으면', '뽑'],
  ['왜', '왜'],
  ['은', '은'],
])('‘%s’의 줄기는 ‘%s’', (word, key) => {
  expect(stem(word)).toBe(key);
});

test('이름에서는 조사만 떨어지고 풀이말은 그대로이다', () => {
  expect(['클라우드에서는', 'MS는', '책임은', '돈을', '회사'].map(withoutParticle)).toEqual([
    '클라우드',
    'MS',
    '책임',
    '돈',
    '회사',
  ]);
});

test('조사와 어미만으로 된 말을 알아본다', () => {
  expect(['에서는', '는', '으로', '클라우드', ''].map(isSuffix)).toEqual([true, true, true, false, false]);
});

const syllables = fc.string({
  unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
});
const chatty = fc
  .array(
    fc.constantFrom(
      '클라우드',
      '돈',
      '하',
      '했',
      '어',
      '는데',
      '요',
      '은',
      '에서',
      '멈췄',
      '습니다',
      '거',
      '이',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));

test('어떤 한글 말도 줄기가 비지 않고, 줄기는 말보다 길지 않으며 첫머리가 같다', () => {
  fc.assert(
    fc.property(fc.oneof(syllables, chatty), (word) => {
      const key = stem(word);
      expect(key.length).toBeGreaterThanOrEqual(1);
      expect(key.length).toBeLessThanOrEqual(word.length);
      expect(word.startsWith(key.slice(0, -1))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('조사를 뗀 이름은 비지 않은 첫머리이다', () => {
  fc.assert(
    fc.property(fc.oneof(syllables, chatty), (word) => {
      const name = withoutParticle(word);
      expect(name).not.toBe('');
      expect(word.startsWith(name)).toBe(true);
    }),
  );
});

test('한글이 아닌 어떤 글자에도 멎지 않는다', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(stem(text) === '').toBe(text === '');
    }),
  );
});
