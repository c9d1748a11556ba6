import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/sandbox/page/dialogs/nearest.ts';

function found(names: readonly string[], typed: string): readonly string[] {
  return nearest(names, typed, (name) => [name]);
}

describe('Finding by what was typed', () => {
  test('nothing typed finds everything, in its order', () => {
    expect(found(['b', 'a'], ' ')).toEqual(['b', 'a']);
  });

  test('names that begin with it come first, the rest keep their order', () => {
    expect(found(['quiz stop', 'summary', 'stop', 'start'], 'st')).toEqual(['stop', 'start', 'quiz stop']);
    expect(found(['ask', 'quiz'], 'x')).toEqual([]);
  });

  test('large and small letters are the same, in every form of Unicode', () => {
    expect(found(['Älex', 'Alex'], 'ÄL')).toEqual(['Älex']);
    expect(found(['질문'], '질문'.normalize('NFD'))).toEqual(['질문']);
  });

  test('any of the names will do', () => {
    const people = [{ names: ['미나', 'mina'] }, { names: ['Alex', 'alex'] }];
    expect(nearest(people, 'min', ({ names }) => names)).toEqual([people[0]]);
  });

  test.each([
    ['ㅈㅁ', ['질문']],
    ['ㅇㅇ', ['한국어 용어']],
    ['ㅈ문', ['질문']],
    ['ㅈㅇ', []],
  ])('initial consonants stand for syllables: %s', (typed, expected) => {
    expect(found(['질문', '한국어 용어', '퀴즈'], typed)).toEqual(expected);
  });

  test.each([
    ['지', ['질문']],
    ['질무', ['질문']],
    ['퀴', ['퀴즈']],
    ['즈', ['퀴즈']],
    ['길', []],
    ['지문', []],
  ])('the last syllable may still be on its way: %s', (typed, expected) => {
    expect(found(['질문', '퀴즈'], typed)).toEqual(expected);
  });
});
