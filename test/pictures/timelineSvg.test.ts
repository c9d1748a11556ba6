import { expect, test } from 'vitest';
import { loadMeasure } from '../../src/pictures/font.ts';
import type { TimelinePicture } from '../../src/pictures/timeline.ts';
import { timelineSvg } from '../../src/pictures/timelineSvg.ts';

const measure = loadMeasure();
const picture: TimelinePicture = {
  heading: '타임라인',
  title: '멈춘 컴퓨터',
  source: '출처: 홍길동 · 2024-07 기준',
  events: [
    { when: '2024년 7월 19일', text: '컴퓨터가 <한꺼번에> 멈췄어 & 꺼졌어.', dated: true },
    { when: '2024년 7월', text: '파일 하나를 지웠어.', dated: true },
    { when: '그 뒤', text: '뒷이야기가 있었어.', dated: false },
  ],
};

function lines(svg: string): string[] {
  return [...svg.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)].map(([, text = '']) =>
    text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
  );
}

function heightOf(svg: string): number {
  return Number(/^<svg [^>]*height="([\d.]+)"/.exec(svg)?.[1]);
}

test('제목, 사건, 출처가 차례로 놓인다', () => {
  expect(lines(timelineSvg(picture, measure))).toEqual([
    '타임라인',
    '멈춘 컴퓨터',
    '2024년 7월 19일',
    '컴퓨터가 <한꺼번에> 멈췄어 & 꺼졌어.',
    '2024년 7월',
    '파일 하나를 지웠어.',
    '그 뒤',
    '뒷이야기가 있었어.',
    '출처: 홍길동 · 2024-07 기준',
  ]);
});

test('each event has its mark, and what has no date hangs by a broken line', () => {
  const svg = timelineSvg(picture, measure);
  expect([...svg.matchAll(/<circle[^>]*fill="([^"]+)"/g)].map(([, fill]) => fill)).toEqual([
    '#b8321f',
    '#b8321f',
    'none',
  ]);
  const joints = [...svg.matchAll(/<path[^>]*stroke-width="5"[^>]*>/g)].map(([path]) => path);
  expect(joints.map((path) => path.includes('stroke-dasharray'))).toEqual([false, true]);
});

test('nothing is set smaller than a phone can show', () => {
  const sizes = [...timelineSvg(picture, measure).matchAll(/font-size="(\d+)"/g)].map(([, size]) =>
    Number(size),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28);
});

/** As long as a pack may write them. */
function longest(count: number, letter: string): TimelinePicture {
  const events = Array.from({ length: count }, () => ({
    when: letter.repeat(60),
    text: letter.repeat(300),
    dated: true,
  }));
  return { heading: '타임라인', title: letter.repeat(200), source: letter.repeat(130), events };
}

test.each([1, 2, 20])('%i events of the longest texts fit, line by line', (count) => {
  for (const letter of ['뷁', 'W', 'i', '가 ']) {
    const widths: number[] = [];
    const svg = timelineSvg(longest(count, letter), measure);
    for (const [, attributes = '', spans = ''] of svg.matchAll(/<text ([^>]*)>(<tspan.*?)<\/text>/g)) {
      const size = Number(/font-size="(\d+)"/.exec(attributes)?.[1]);
      const weight = attributes.includes('font-weight="800"') ? 'bold' : 'regular';
      for (const [, x, text = ''] of spans.matchAll(/<tspan x="(\d+)"[^>]*>([^<]*)</g)) {
        widths.push(Number(x) + measure(text, size, weight));
      }
    }
    expect(Math.max(...widths)).toBeLessThanOrEqual(1000 - 64);
    expect(heightOf(svg)).toBeLessThan(16_383);
  }
});

test('a timeline without end is refused', () => {
  expect(() => timelineSvg(longest(40, '뷁'), measure)).toThrow(
    new RangeError('the timeline is too long for a picture'),
  );
});

test('the picture grows with its text', () => {
  const heights = [1, 2, 3].map((count) =>
    heightOf(timelineSvg({ ...picture, events: picture.events.slice(0, count) }, measure)),
  );
  expect(heights).toEqual([...heights].sort((one, other) => one - other));
  expect(new Set(heights).size).toBe(3);
});

test('the same timeline gives the same picture', () => {
  expect(timelineSvg(structuredClone(picture), measure)).toBe(timelineSvg(picture, loadMeasure()));
});
