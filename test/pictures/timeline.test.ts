import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TimelinePicture, timelineAltText } from '../../src/pictures/timeline.ts';

const picture: TimelinePicture = {
  heading: '타임라인',
  title: '멈춘 컴퓨터',
  source: '출처: 홍길동 · 2024-07 기준',
  events: [
    { when: '2024년 7월 19일', text: '컴퓨터가 멈췄어요.', dated: true },
    { when: '그 뒤', text: '파일을 지웠어요.', dated: false },
  ],
};
const more = (count: number) => `외 ${count}가지`;

test('그림의 내용을 모두 말로 옮긴다', () => {
  expect(timelineAltText(picture, more)).toBe(
    [
      '타임라인: 멈춘 컴퓨터',
      '2024년 7월 19일: 컴퓨터가 멈췄어요.',
      '그 뒤: 파일을 지웠어요.',
      '출처: 홍길동 · 2024-07 기준',
    ].join('\n'),
  );
});

test('길면 사건을 통째로 빼고 몇 가지가 빠졌는지 말한다', () => {
  const events = Array.from({ length: 20 }, (_, index) => ({
    when: `${index + 1}일`,
    text: '뷁'.repeat(300),
    dated: true,
  }));
  expect(timelineAltText({ ...picture, events }, more).split('\n')).toEqual([
    '타임라인: 멈춘 컴퓨터',
    `1일: ${'뷁'.repeat(300)}`,
    `2일: ${'뷁'.repeat(300)}`,
    `3일: ${'뷁'.repeat(300)}`,
    '외 17가지',
    '출처: 홍길동 · 2024-07 기준',
  ]);
});

test('it is never longer than Discord takes, and holds as many events as go in', () => {
  const event = fc.record({
    when: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme-ascii' }),
    text: fc.string({ minLength: 1, maxLength: 300, unit: fc.constantFrom('가', 'a', ' ', '😵') }),
    dated: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 20 }), (events) => {
      const text = timelineAltText({ ...picture, events }, more);
      expect([...text].length).toBeLessThanOrEqual(1024);
      const left = Number(/\n외 (\d+)가지\n/.exec(text)?.[1] ?? 0);
      for (const { when, text: what } of events.slice(0, events.length - left)) {
        expect(text).toContain(`\n${when}: ${what}\n`);
      }
    }),
  );
});
