import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, isSyllable, jamo, putTogether, takeApart } from '../../src/korean/jamo.ts';

test('음절을 첫소리, 가운뎃소리, 끝소리로 나눈다', () => {
  expect([takeApart('왜'), takeApart('값'), takeApart('힣'), takeApart('가')]).toEqual([
    { initial: 'ㅇ', vowel: 'ㅙ', final: '' },
    { initial: 'ㄱ', vowel: 'ㅏ', final: 'ㅄ' },
    { initial: 'ㅎ', vowel: 'ㅣ', final: 'ㅎ' },
    { initial: 'ㄱ', vowel: 'ㅏ', final: '' },
  ]);
});

test('음절이 아닌 글자는 나누지 않는다', () => {
  expect(['ㄱ', 'ㅏ', 'A', '1', '漢', '🙂', ''].map(takeApart)).toEqual(Array(7).fill(null));
  expect(['가', '힣', 'ㄱ', '\ud7a4', '\uabff', ''].map(isSyllable)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('글을 자모로 풀고 나머지는 그대로 둔다', () => {
  expect([jamo('왜 MS'), jamo('값🙂ㅋ'), jamo('')]).toEqual(['ㅇㅙ MS', 'ㄱㅏㅄ🙂ㅋ', '']);
});

test('모든 현대 음절은 나누었다 모으면 제자리로 온다', () => {
  const wrong: string[] = [];
  for (let code = 0xac00; code <= 0xd7a3; code++) {
    const syllable = String.fromCharCode(code);
    const parts = takeApart(syllable);
    if (parts === null || putTogether(parts) !== syllable) wrong.push(syllable);
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['클라우드', '크라우드', 2, 1],
  ['먹통', '먹통', 2, 0],
  ['먹통', '떡통', 2, 1],
  ['서버', '써버', 0, 1],
  ['보상', '배상', 2, 1],
])('‘%s’와 ‘%s’ 사이는 (한도 %i) %i이다', (left, right, limit, distance) => {
  expect(editDistance(jamo(left), jamo(right), limit)).toBe(distance);
});

test('이웃한 두 글자가 바뀐 것은 하나로 세고, 한도를 넘으면 한도 다음 수이다', () => {
  expect([editDistance('azure', 'azuer', 2), editDistance('ca', 'abc', 5)]).toEqual([1, 3]);
  expect([editDistance('abc', 'xyz', 1), editDistance('', 'ab', 1), editDistance('', 'ab', 5)]).toEqual([
    2, 2, 2,
  ]);
  expect(editDistance('', '', 0)).toBe(0);
});

/** The textbook recurrence over the whole table, without any cut. */
function wholeTable(left: string, right: string): number {
  const table = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= left.length; row++)
    for (let column = 1; column <= right.length; column++) {
      const differs = left[row - 1] === right[column - 1] ? 0 : 1;
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const cells = table[row];
      if (cells === undefined) continue;
      cells[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + differs,
        row > 1 && column > 1 && swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  return at(left.length, right.length);
}

const letters = fc.string({ unit: fc.constantFrom('ㄱ', 'ㅏ', 'ㄴ', 'a', 'b'), maxLength: 9 });

test('한도 안에서는 표 전체를 셈한 것과 같고, 밖에서는 한도 다음 수이다', () => {
  fc.assert(
    fc.property(letters, letters, fc.integer({ min: 0, max: 10 }), (left, right, limit) => {
      expect(editDistance(left, right, limit)).toBe(Math.min(wholeTable(left, right), limit + 1));
    }),
    { numRuns: 3_000 },
  );
});

test('어느 쪽에서 재어도 같다', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      fc.nat(5),
      (left, right, limit) => {
        expect(editDistance(left, right, limit)).toBe(editDistance(right, left, limit));
      },
    ),
  );
});
