import { expect, test } from 'vitest';
import { asksForMore } from '../../src/conversation/more.ts';

test.each([
  '더 알려줘',
  '더 알려 주세요!',
  '좀 더 자세히 설명해줘',
  '그래서?',
  '그래서요??',
  '그다음은?',
  '그 다음 얘기도 해줘',
  '다음',
  '다음 질문',
  '계속',
  '계속해줘요',
  '이어서 말해줘',
  '그리고?',
  'next',
  'Next one, please',
  'More please',
  'tell me more!',
  'Go on…',
  'and then?',
  "What's next?",
])('"%s" asks for more', (query) => {
  expect(asksForMore(query)).toBe(true);
});

test.each([
  '',
  '왜?',
  '다음 업데이트는 언제야?',
  '그래서 보상은 받았어?',
  '더 큰 피해는 없었어?',
  '더존은 괜찮았어?',
  '계속 꺼지는 이유가 뭐야?',
  '그리고 카카오는?',
  'what happened next',
  'more victims?',
  'so why did it happen',
  'continue working?',
])('"%s" asks for something', (query) => {
  expect(asksForMore(query)).toBe(false);
});
