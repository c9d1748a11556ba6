import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBlank, normalize } from '../../src/korean/normalize.ts';

test.each([
  ['복구됨?? ㅋㅋㅋ', '복구됨'],
  ['ㄹㅇ 왜 멈춤 ㄷㄷ', '왜 멈춤'],
  ['ㅋㄹㅇㄷ', 'ㅋㄹㅇㄷ'],
  ['ㅋㅋㅋ ㅠㅠ', ''],
  ['“왜?”', '왜'],
  ['ＭＳ　클라우드！', 'ms 클라우드'],
  ['왜애애애 안 돼', '왜애 안 돼'],
  ['1000000', '1000000'],
  ['SK C&C', 'sk c&c'],
  ['1.5% 아니면 50%.', '1.5% 아니면 50%'],
  ['1. 원인', '1 원인'],
  ["MS wasn't", 'ms wasnt'],
  ['<@123> 왜 <:cloud:456> 멈췄어 <#789>', '왜 멈췄어'],
  ['</ask:123> 왜 <t:1721347200:R>', '왜'],
  ['https://example.com/a?b=c 이게 뭐야', '이게 뭐야'],
  ['클라\u200b우드', '클라우드'],
  ['\u3164왜\uffa0멈췄어\u3164', '왜 멈췄어'],
  ['첫 줄\n둘째\t줄', '첫 줄 둘째 줄'],
  ['클라우드'.normalize('NFD'), '클라우드'],
  ['\u1112\u200b\u1161\u200b\u11ab', '한'],
])('%j → %j', (typed, normal) => {
  expect(normalize(typed)).toBe(normal);
});

test.each([
  ['', true],
  ['?!…', true],
  ['🙂', true],
  ['ㅋㅋㅋ', true],
  ['<@123>', true],
  ['\u200b', true],
  ['\u3164', true],
  ['\u115f\u1160', true],
  ['왜', false],
  ['ㅋㄹㅇㄷ', false],
  ['1', false],
])('%j에 물을 것이 없는가: %j', (typed, blank) => {
  expect(isBlank(typed)).toBe(blank);
});

const wild = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ..."가각ㅋㅏ1.,&%<>@:a#A \n\u200b\u0301\ufe0f\u1100\u1161\u11a8\u1160\u3164ＡΣİ'`/",
      '<@1>',
      'https://',
      '🙂',
    ),
    maxLength: 12,
  }),
);

test('다듬은 글을 다시 다듬어도 그대로이다', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const once = normalize(text);
      expect(normalize(once)).toBe(once);
    }),
    { numRuns: 2_000 },
  );
});

test('다듬은 글에는 NFC가 아닌 글자도, 겹친 빈칸도, 대문자도 없다', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const once = normalize(text);
      expect(once).toBe(once.normalize('NFC').trim().toLowerCase());
      expect(once).not.toMatch(/\s\s|[^\S ]/u);
    }),
    { numRuns: 2_000 },
  );
});
