import { expect, test } from 'vitest';
import { afterGreeting } from '../../src/korean/greeting.ts';

test.each([
  ['안녕하세요! 복구는 됐나요?', '복구는 됐나요?'],
  ['안녕 누구 탓이야', '누구 탓이야'],
  ['ㅎㅇ 지금은 됨?', '지금은 됨?'],
  ['고마워 그럼 배상은?', '그럼 배상은?'],
  ['Hi there, who pays?', 'who pays?'],
  ['hello is it over', 'is it over'],
  ['Thanks a lot! and who pays?', 'who pays?'],
])('%j 뒤에 남는 물음은 %j', (text, question) => {
  expect(afterGreeting(text)).toBe(question);
});

test.each([
  '안녕하세요!',
  '안녕하세요!!!',
  'hi',
  'hello :)',
  '감사합니다 ^^',
  '안녕히 계세요',
  '하이닉스도 멈췄어?',
  'history of the outage',
  'thanks for the help',
  '복구됐어? 고마워',
  '',
])('%j에는 인사를 뗄 물음이 없다', (text) => {
  expect(afterGreeting(text)).toBeNull();
});
