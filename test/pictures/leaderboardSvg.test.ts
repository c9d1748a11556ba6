import { expect, test } from 'vitest';
import { loadEmoji } from '../../src/pictures/emoji.ts';
import { loadAdvance } from '../../src/pictures/font.ts';
import type { LeaderboardPicture, LeaderboardRow } from '../../src/pictures/leaderboard.ts';
import { leaderboardSvg } from '../../src/pictures/leaderboardSvg.ts';
import { createLetters } from '../../src/pictures/letters.ts';
import { findInk } from '../../src/pictures/png.ts';

const [advance, emoji] = [loadAdvance(), loadEmoji()];
const tools = { advance, emoji, letters: createLetters(advance, emoji), findInk };

function row(rank: number, name: string, points: number): LeaderboardRow {
  return { rank, name, points, score: `${points}점` };
}

function board(rows: readonly LeaderboardRow[]): LeaderboardPicture {
  const [title, subtitle] = ['퀴즈 순위', '이번 주 · 7월 15일–21일'];
  return { title, subtitle, rows, empty: '아직 아무도 없어요.', nameless: '이름 없음' };
}

const many = Array.from({ length: 100 }, (_, index) => row(index + 1, `사람${index + 1}`, 1000 - 9 * index));

function texts(picture: LeaderboardPicture): string[] {
  return [...leaderboardSvg(picture, tools).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(
    ([, text = '']) => text,
  );
}

/** The widths of the bars, by their colours. */
function bars(picture: LeaderboardPicture): [number, string][] {
  const boxes = leaderboardSvg(picture, tools).matchAll(
    /<rect x="140" y="[\d.]+" width="([\d.]+)" height="70" rx="18" fill="(#\w+)"\/>/g,
  );
  return [...boxes].flatMap(([, width, fill = '']) => (fill === '#f2eada' ? [] : [[Number(width), fill]]));
}

test('제목, 기간, 등수와 이름과 점수가 차례로 놓인다', () => {
  const rows = [row(1, '하늘', 120), row(2, '도토리', 90)];
  expect(texts(board(rows))).toEqual([
    '먹통',
    '퀴즈 순위',
    '이번 주 · 7월 15일–21일',
    '1',
    '하늘',
    '120점',
    '2',
    '도토리',
    '90점',
  ]);
});

test('아무도 없으면 그렇다고 적는다', () => {
  expect(texts(board([]))).toEqual(['먹통', '퀴즈 순위', '이번 주 · 7월 15일–21일', '아직 아무도 없어요.']);
});

test('공동 순위는 같은 메달을 받는다', () => {
  const rows = [row(1, '가', 5), row(1, '나', 5), row(3, '다', 4), row(4, '라', 3)];
  const medals = [...leaderboardSvg(board(rows), tools).matchAll(/<circle[^>]*fill="(#\w+)"/g)];
  expect(medals.map(([, fill]) => fill)).toEqual(['#d9a300', '#d9a300', '#b06f3a']);
  expect(texts(board(rows)).filter((text) => /^\d$/.test(text))).toEqual(['1', '1', '3', '4']);
});

test('a bar is as long as the points are many, and none is shorter than its round ends', () => {
  const rows = [row(1, '가', 200), row(2, '나', 100), row(3, '다', 50), row(4, '라', 1), row(5, '마', 0)];
  expect(bars(board(rows))).toEqual([
    [812, '#f6d77c'],
    [406, '#d5d9dc'],
    [203, '#ebc19b'],
    [36, '#e4d4b4'],
  ]);
});

test('points that are no length have no bar', () => {
  const rows = [0, -5, Number.NaN, Number.POSITIVE_INFINITY].map((points) => row(1, '가', points));
  expect(bars(board(rows))).toEqual([]);
});

test('of a hundred the first twenty are drawn', () => {
  expect(texts(board(many)).filter((text) => text.startsWith('사람'))).toEqual(
    many.slice(0, 20).map(({ name }) => name),
  );
});

test('a name of which nothing can be drawn has a text instead', () => {
  const names = ['', '  ', '\u200b\u202e\u3164', 'नमस्ते', '\ud800', '\u0337\u0337'];
  const rows = names.map((name, index) => row(index + 4, name, 10));
  expect(texts(board(rows)).filter((text) => text === '이름 없음')).toHaveLength(names.length);
});

test('a long name and a long score end before they meet', () => {
  const rows = [{ ...row(1, '뷁'.repeat(100), 10), score: '9'.repeat(100) }];
  const [, , , , name = '', score = ''] = texts(board(rows));
  expect([name.endsWith('…'), score.endsWith('…')]).toEqual([true, true]);
  const [, left = 0] = [
    ...leaderboardSvg(board(rows), tools).matchAll(/<text[^>]*? x="([\d.]+)"[^>]*>[뷁9]/g),
  ].map(([, x]) => Number(x));
  const width = [...name].reduce((sum, letter) => sum + (advance(letter, 'bold') ?? 0), 0) * 36;
  expect(164 + width).toBeLessThanOrEqual(left - 24);
});

test('a long title has three lines at most', () => {
  const lines = texts({ ...board([]), title: '아주 긴 제목 '.repeat(40) });
  expect(lines.slice(1, 4).map((line) => line.endsWith('…'))).toEqual([false, false, true]);
  expect(lines[4]).toBe('이번 주 · 7월 15일–21일');
});

test('nothing is set smaller than a phone can show', () => {
  const sizes = [...leaderboardSvg(board(many), tools).matchAll(/font-size="(\d+)"/g)];
  expect(Math.min(...sizes.map(([, size]) => Number(size)))).toBeGreaterThanOrEqual(28);
});

test('the same leaderboard gives the same picture', () => {
  expect(leaderboardSvg(structuredClone(board(many)), tools)).toBe(leaderboardSvg(board(many), tools));
});
