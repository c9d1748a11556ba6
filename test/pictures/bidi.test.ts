import { expect, test } from 'vitest';
import { inVisualOrder } from '../../src/pictures/bidi.ts';

/** From left to right as it stands on the line. */
function line(text: string): string {
  return inVisualOrder([...text], (letter) => letter)
    .map(({ letter }) => letter)
    .join('');
}

test('a line without letters from right to left stays as it is', () => {
  expect(line('가나다 abc (1+2) 😀')).toBe('가나다 abc (1+2) 😀');
  expect(line('')).toBe('');
});

test('Hebrew and Arabic stand from right to left', () => {
  expect(line('שלום')).toBe('םולש');
  expect(line('علي')).toBe('يلع');
});

test('the first letter decides which way the line goes', () => {
  expect(line('dani דני!')).toBe('dani ינד!');
  expect(line('דני dani!')).toBe('!dani ינד');
  expect(line('1 דני')).toBe('ינד 1');
});

test('a number is read from left to right in either, with what belongs to it', () => {
  expect(line('דני 12:30')).toBe('12:30 ינד');
  expect(line('דני 12.5%')).toBe('12.5% ינד');
  expect(line('abc דני 12 xyz')).toBe('abc 12 ינד xyz');
  expect(line('علي ١٢٣')).toBe('١٢٣ يلع');
  expect(line('علي 12')).toBe('12 يلع');
});

test('an emoji goes with the letters around it', () => {
  expect(line('דני🎉דן')).toBe('ןד🎉ינד');
  expect(line('a 🎉 דן b')).toBe('a 🎉 ןד b');
  expect(line('דן 🎉 b')).toBe('b 🎉 ןד');
});

test('both brackets of a pair go the same way', () => {
  expect(line('דני (abc) 12')).toBe('12 )abc( ינד');
  expect(line('abc (דני) x')).toBe('abc (ינד) x');
  expect(line('abc (דני 1) x')).toBe('abc (1 ינד) x');
});

test('what stands backwards is told, so that brackets can be turned', () => {
  expect(inVisualOrder([...'ב(1'], (letter) => letter)).toEqual([
    { letter: '1', backwards: false },
    { letter: '(', backwards: true },
    { letter: 'ב', backwards: true },
  ]);
});
