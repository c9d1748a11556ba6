import { expect, test } from 'vitest';
import { incidentId, UserError } from '../../src/discord/errors.ts';
import { endOfPack, notice } from '../../src/discord/views/notice.ts';
import type { ErrorKey } from '../../src/i18n/locales.ts';
import { accepted } from '../support/accepted.ts';
import { inLanguage, mentions } from '../support/wording.ts';

const variables = { n: 203, s: 7, user: '<@111111111111111111>', id: 'K7M2QX' };

test.each<[ErrorKey, string, string]>([
  [
    'E-NOMATCH',
    '이 자료에는 없는 내용이에요. </topics:102>에서 다룬 질문을 볼 수 있어요.',
    "This article doesn't cover that. See </topics:102> for the questions it answers.",
  ],
  [
    'E-AMBIG',
    '시간이 지나 선택할 수 없어요. 다시 물어봐 주세요.',
    'That list has expired. Please ask again.',
  ],
  ['E-EMPTY', '질문을 글로 적어 주세요.', 'Please write your question in words.'],
  ['E-BLANK', '답을 글자로 적어 주세요.', 'Please write an answer.'],
  [
    'E-LONG',
    '200자까지 물어볼 수 있어요. (지금 203자)',
    'A question can have up to 200 characters (now 203).',
  ],
  ['E-LANG', '이 설명은 아직 영어가 없어서 한국어로 보여 드려요.', 'Not translated yet; shown in Korean.'],
  ['E-COOL', '7초 뒤에 다시 해 주세요.', 'Please try again in 7s.'],
  [
    'E-NOTYOU',
    '<@111111111111111111> 님만 쓸 수 있는 버튼이에요. </ask:101>으로 직접 물어볼 수 있어요.',
    'This button belongs to <@111111111111111111>. You can ask with </ask:101> yourself.',
  ],
  ['E-OLD', '자료가 바뀌어 더는 볼 수 없어요.', 'The content has changed, so this can no longer be shown.'],
  ['E-DM', '서버에서만 쓸 수 있어요.', 'This works in servers only.'],
  [
    'E-SAVE',
    '저장하지 못했어요. 바뀐 것은 없어요. 잠시 뒤 다시 해 주세요.',
    'It could not be saved, and nothing has changed. Please try again in a moment.',
  ],
  [
    'E-BUG',
    '문제가 생겼어요. 운영진에게 번호 K7M2QX를 알려 주세요.',
    'Something went wrong. Please give a moderator this number: K7M2QX',
  ],
])('%s', (key, ko, en) => {
  expect(accepted(notice(key, inLanguage('ko'), mentions.ko, variables))).toEqual({ content: ko });
  expect(accepted(notice(key, inLanguage('en'), mentions.en, variables))).toEqual({ content: en });
});

test('after the last explanation there are the topics', () => {
  expect(endOfPack(inLanguage('ko'), mentions.ko)).toEqual({
    content: '이게 마지막 설명이에요. </topics:102>에서 다른 질문을 골라 보세요.',
  });
});

test('the id of an incident is short, and has none of 0, 1, I, L and O', () => {
  const values = [0, 0.999_999, 0.5, 0.25, 0.75, 0.1];
  expect(incidentId(() => values.shift() ?? 0)).toBe('2ZH9S5');
});

test('a user error carries a key and no sentence', () => {
  const error = new UserError('E-COOL', { s: 3 });
  expect([error.key, error.variables, error.message]).toEqual(['E-COOL', { s: 3 }, 'E-COOL']);
});
