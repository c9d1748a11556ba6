import { describe, expect, test } from 'vitest';
import { brief, find, nothing, pack } from './support/shipped.ts';

describe('a query with nothing in it', () => {
  test.each([
    '',
    '   ',
    '...',
    '???',
    '!!',
    '🙃🙃',
    'ㅋㅋㅋㅋ',
    'ㅠㅠ',
    '\u200B',
    '<@123456789012345678>',
    '\n\t',
  ])('%j gives no candidate', (query) => {
    expect(find(query)).toEqual({ ...nothing, language: 'ko' });
  });
});

describe('a vague query is offered pairs, not an answer', () => {
  test.each([
    ['왜', ['why-it-happened', 'customers-helpless', 'naming-the-outage']],
    ['클라우드', ['multi-cloud', 'azure-ecosystem', 'cloud-risk']],
  ])('%s', (query, pairs) => {
    expect(brief(query)).toEqual({ tier: 'suggest', pairs });
    expect(find(query).exact).toBe(false);
  });

  test.each(['복구', '먹통', 'cloud', 'crowdstrike', 'update', 'ai', 'ms'])('%s', (query) => {
    expect(find(query).exact).toBe(false);
    expect(brief(query).tier).toBe('suggest');
  });

  test.each(['그래서', '뭐', '어떻게', 'why', 'it'])('%s is not answered', (query) => {
    expect(find(query).tier).not.toBe('answer');
  });
});

describe('initial consonants', () => {
  test.each([
    ['ㅋㄹㅇㄷ', ['multi-cloud', 'cloud-sales-promise', 'cloud-risk'], 0.5],
    ['ㅂㄱ', ['recovery-status', 'customers-helpless', 'kakao-precedent'], 0.5],
  ])('%s offers three pairs', (query, pairs, confidence) => {
    expect(brief(query)).toEqual({ tier: 'suggest', pairs });
    expect(find(query)).toMatchObject({ confidence, exact: false, language: 'ko', slips: [] });
  });

  test('of no word in the pack find nothing', () => {
    expect(find('ㅃㅉㅃㅉ')).toEqual({ ...nothing, language: 'ko' });
  });

  test('of every one of the pack’s terms are never answered', () => {
    const typed = [
      'ㅋㄹㅇㄷㅅㅌㄹㅇㅋ',
      'ㄷㅇㅌㅅㅌ',
      'ㅇㄷㅂㅅ',
      'ㅁㅌ',
      'ㅂㅅ',
      'ㅇㅈ',
      'ㅋㅋㅇ',
      'ㅈㅈㅎㄱ',
    ];
    expect(typed.filter((query) => find(query).tier === 'answer')).toEqual([]);
  });
});

describe('what the article does not cover', () => {
  test.each([
    '리눅스 주가?',
    'CEO',
    'CEO가 누구야',
    '주가',
    '날씨 어때',
    '크라우드스트라이크 CEO',
    'kt',
    '리눅스는 왜 괜찮았어?',
  ])('%s finds nothing', (query) => {
    expect(find(query).tier).toBe('none');
  });

  test('a word of such a topic takes an answer one tier down or further', () => {
    expect(brief('크라우드스트라이크 배상 얼마').tier).toBe('answer');
    expect(brief('크라우드스트라이크 배상 주가').tier).toBe('none');
    expect(brief('복구는 언제 끝나').tier).toBe('answer');
    expect(brief('복구는 언제 끝나 비트코인').tier).not.toBe('answer');
  });

  test('every stored question of such a topic, to the letter, is refused; at most one in fifty is let through', () => {
    const questions = pack.outside.filter(({ ofBot }) => ofBot !== true).flatMap((topic) => topic.questions);
    const passed = questions.filter((question) => find(question).tier !== 'none');
    expect(questions.length).toBeGreaterThan(250);
    expect(passed.length, passed.join(', ')).toBeLessThanOrEqual(5);
  });

  test('its words alone are not answered, but for one in a hundred', () => {
    const words = pack.outside.flatMap((topic) => topic.words);
    const answered = words.filter((word) => find(`${word}?`).tier === 'answer');
    expect(words.length).toBeGreaterThan(900);
    expect(answered.length, answered.join(', ')).toBeLessThanOrEqual(9);
  });

  test.each(['해킹?', 'hackers?', 'Was it a cyberattack?'])('%s is not answered', (query) => {
    expect(find(query).tier).not.toBe('answer');
  });

  test.each(['DNS?', 'SKT?'])('%s is not answered', (query) => {
    expect(find(query).tier).not.toBe('answer');
  });
});
