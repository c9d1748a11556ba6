import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putTogether } from '../../src/korean/jamo.ts';
import { josa } from '../../src/korean/josa.ts';

test.each([
  ['먹통', '은/는', '은'],
  ['사태', '은/는', '는'],
  ['장애', '이/가', '가'],
  ['원인', '이/가', '이'],
  ['클라우드', '을/를', '를'],
  ['보상', '과/와', '과'],
  ['회사', '과/와', '와'],
  ['고객', '아/야', '아'],
  ['전산망', '이나/나', '이나'],
  ['서버', '이랑/랑', '랑'],
  ['결함', '이에요/예요', '이에요'],
  ['업데이트', '이에요/예요', '예요'],
  ['대란', '이라/라', '이라'],
] as const)('‘%s’ 뒤의 %s 가운데 ‘%s’', (word, pair, particle) => {
  expect(josa(word, pair)).toBe(particle);
});

test.each([
  ['서울', '로'],
  ['부산', '으로'],
  ['제주', '로'],
  ['메일', '로'],
  ['값', '으로'],
] as const)('‘%s’ 뒤의 으로/로 가운데 ‘%s’: ㄹ 받침은 모음처럼 읽는다', (word, particle) => {
  expect(josa(word, '으로/로')).toBe(particle);
});

test('으로서/로서와 으로부터/로부터도 ㄹ 받침을 모음처럼 읽지만 을/를은 그렇지 않다', () => {
  expect([josa('메일', '으로서/로서'), josa('메일', '으로부터/로부터'), josa('메일', '을/를')]).toEqual([
    '로서',
    '로부터',
    '을',
  ]);
});

test.each([
  ['**블루스크린**', '을'],
  ['__블루스크린__', '을'],
  ['~~블루스크린~~', '을'],
  ['`블루스크린`', '을'],
  ['||블루스크린||', '을'],
  ['"팰컨"', '을'],
  ['‘팰컨’', '을'],
  ['「클라우드」', '를'],
  ['책)', '을'],
  ['(약관)', '을'],
  ['왜 벌어진 거야?', '를'],
  ['원인 …  ', '을'],
  ['원인 <:cloud1:123456789012345678>', '을'],
  ['사고<a:boom:123456789012345678>', '를'],
  ['원인 🔥', '을'],
] as const)('%s 뒤에서 부호는 읽지 않고 ‘%s’', (word, particle) => {
  expect(josa(word, '을/를')).toBe(particle);
});

test.each([
  ['0', '을', '으로'],
  ['1', '을', '로'],
  ['2', '를', '로'],
  ['3', '을', '으로'],
  ['4', '를', '로'],
  ['5', '를', '로'],
  ['6', '을', '으로'],
  ['7', '을', '로'],
  ['8', '을', '로'],
  ['9', '를', '로'],
  ['10', '을', '으로'],
  ['291', '을', '로'],
  ['300', '을', '으로'],
  ['1,000', '을', '으로'],
  ['2024', '를', '로'],
  ['50000', '을', '으로'],
  ['300000000', '을', '으로'],
  ['1,000,000,000,000', '를', '로'],
  ['2.5', '를', '로'],
  ['3.10', '을', '으로'],
  ['1%', '를', '로'],
  ['7월 19일', '을', '로'],
  ['Windows 11', '을', '로'],
  ['GPT-4', '를', '로'],
] as const)('숫자 %s 뒤에는 한자음에 맞춰 ‘%s’, ‘%s’', (word, object, direction) => {
  expect([josa(word, '을/를'), josa(word, '으로/로')]).toEqual([object, direction]);
});

test.each([
  ['MS', '를', '로'],
  ['PC', '를', '로'],
  ['SQL', '을', '로'],
  ['URL', '을', '로'],
  ['IBM', '을', '으로'],
  ['CDN', '을', '으로'],
  ['AI', '를', '로'],
  ['iOS', '를', '로'],
  ['K', '를', '로'],
] as const)('머리글자 %s 뒤에는 한 글자씩 읽어 ‘%s’, ‘%s’', (word, object, direction) => {
  expect([josa(word, '을/를'), josa(word, '으로/로')]).toEqual([object, direction]);
});

test.each([
  ['Falcon', '을', '으로'],
  ['Windows', '를', '로'],
  ['Docker', '를', '로'],
  ['Google', '을', '로'],
  ['Excel', '을', '로'],
  ['CrowdStrike', '를', '로'],
  ['Azure', '를', '로'],
  ['Chrome', '을', '으로'],
  ['iPhone', '을', '으로'],
  ['Microsoft', '를', '로'],
  ['Discord', '를', '로'],
  ['Facebook', '을', '으로'],
  ['Slack', '을', '으로'],
  ['bot', '을', '으로'],
  ['web', '을', '으로'],
  ['app', '을', '으로'],
  ['YouTube', '를', '로'],
  ['Times', '를', '로'],
  ['link', '를', '로'],
  ['hosting', '을', '으로'],
  ['Café', '를', '로'],
] as const)('외래어 %s 뒤에는 읽는 소리에 맞춰 ‘%s’, ‘%s’', (word, object, direction) => {
  expect([josa(word, '을/를'), josa(word, '으로/로')]).toEqual([object, direction]);
});

test('적어 둔 읽기는 어떤 규칙보다 앞서고, 부호와 앞말과 대소문자를 가리지 않는다', () => {
  const readings = new Map([
    ['github', '깃허브'],
    ['sk c&c', '에스케이 씨앤씨'],
    ['ms', '마이크로소프트사람'],
  ]);
  expect(josa('GitHub', '을/를')).toBe('을');
  expect(josa('GitHub', '을/를', readings)).toBe('를');
  expect(josa('**SK C&C**', '은/는', readings)).toBe('는');
  expect(josa('운영사 "SK C&C"', '은/는', readings)).toBe('는');
  expect(josa('MS', '은/는', readings)).toBe('은');
  expect(josa('MSN', '을/를', readings)).toBe('을');
});

test('자모는 이름으로, 풀어 쓴 한글은 모아쓴 것과 같게 읽는다', () => {
  expect([josa('ㅋㅋ', '을/를'), josa('ㄹ', '으로/로'), josa('ㅠㅠ', '을/를')]).toEqual(['을', '로', '를']);
  expect(josa('먹통'.normalize('NFD'), '은/는')).toBe('은');
});

test('읽을 것이 없으면 모음 뒤의 조사를 쓴다', () => {
  expect([josa('', '은/는'), josa('?!', '은/는'), josa('東京', '은/는')]).toEqual(['는', '는', '는']);
});

test('어떤 글자가 와도 두 조사 가운데 하나이다', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 3 }), (word, tail) => {
      expect(['은', '는']).toContain(josa(word + tail, '은/는'));
    }),
  );
});

test('한글 음절은 받침이 있는지만 본다', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...'ㄱㄲㄷㅂㅇㅎ'),
      fc.constantFrom(...'ㅏㅔㅘㅢ'),
      fc.constantFrom('', 'ㄱ', 'ㄹ', 'ㅄ', 'ㅎ'),
      (initial, vowel, final) => {
        const word = putTogether({ initial, vowel, final });
        expect(josa(word, '이/가')).toBe(final === '' ? '가' : '이');
      },
    ),
  );
});
