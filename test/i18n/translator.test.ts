import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseLanguage } from '../../src/i18n/choose.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { outage, outageInEnglish } from '../support/pack.ts';
import { inLanguage, simpleJosa } from '../support/wording.ts';

const ko = inLanguage('ko');
const en = inLanguage('en');

test('조사는 앞 낱말에 맞는다', () => {
  expect(ko.t('answer.slip', { from: 'dho', to: '왜' })).toBe("'dho'를 '왜'로 바꿔 찾았어요.");
  expect(ko.t('answer.slip', { from: '왜않돼', to: '왜 안 됨' })).toBe(
    "'왜않돼'를 '왜 안 됨'으로 바꿔 찾았어요.",
  );
  expect(ko.t('setLanguage.saved', { language: '자동' })).toBe('이제 자동으로 답해 드릴게요.');
});

test('the same key speaks the language of its wording', () => {
  expect(ko.t('suggest.title')).toBe('혹시 이 질문인가요?');
  expect(en.t('suggest.title')).toBe('Did you mean one of these?');
});

test('what a member typed is put in as it is, whatever it looks like', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('{{to}}', '$t(error.E-OLD)', '<b>&"\'', '$&')),
      (text) => {
        expect(en.t('answer.slip', { from: text, to: 'x' })).toBe(`Searched for “x” instead of “${text}”.`);
      },
    ),
  );
});

test('a text of a pack is found in either language', () => {
  const path = ['pairs', 'why-it-happened', 'followUps', 'then-what'] as const;
  expect(ko.packText('outage', path)).toEqual({ text: '그럼 어떻게 해?', translated: true });
  expect(en.packText('outage', path)).toEqual({ text: 'What now?', translated: true });
  expect(en.packText('outage', ['title'])).toEqual({
    text: 'The day the computers stopped',
    translated: true,
  });
  expect(en.packText('outage', ['terms', 'kernel', 'definition'])).toEqual({
    text: 'The core of an operating system.',
    translated: true,
  });
});

test('a text without a translation is given in Korean, and says so', () => {
  expect(en.packText('outage', ['pairs', 'untranslated', 'answer'])).toEqual({
    text: '한국어로만 있는 답이야.',
    translated: false,
  });
});

test('a pack without any English is given in Korean', () => {
  const translator = createTranslator({ locales, packs: [outage], josa: simpleJosa, onMissing: () => {} });
  expect(translator('en').packText('outage', ['title'])).toEqual({ text: '멈춘 컴퓨터', translated: false });
});

test('braces in a text of a pack mean nothing', () => {
  const pack = { ...outageInEnglish, title: '{{x}} $t(error.E-OLD) 100%' };
  const translator = createTranslator({ locales, packs: [pack], josa: simpleJosa, onMissing: () => {} });
  expect(translator('ko').packText('outage', ['title']).text).toBe('{{x}} $t(error.E-OLD) 100%');
});

test('a text and a variable that are missing are reported, without what was typed', () => {
  const missing: string[] = [];
  const translator = createTranslator({
    locales,
    packs: [],
    josa: simpleJosa,
    onMissing: (key) => missing.push(key),
  });
  expect(translator('ko').t('error.E-LONG')).toBe('200자까지 물어볼 수 있어요. (지금 자)');
  translator('en').t('answer.slip', { from: 'secret' });
  expect(translator('ko').packText('gone', ['title']).text).toBe('…');
  expect(missing).toEqual(['{{n}}', '{{to}}', 'pack-gone:title']);
});

test('packs with the same ids keep their texts apart', () => {
  const pairs = outage.pairs.map((pair) => ({ ...pair, answer: '다른 답' }));
  const other = { ...outage, id: 'ui', title: '다른 자료', pairs };
  const translator = createTranslator({
    locales,
    packs: [outage, other],
    josa: simpleJosa,
    onMissing: () => {},
  });
  const answerIn = (pack: string) =>
    translator('ko').packText(pack, ['pairs', 'what-happened', 'answer']).text;
  expect([answerIn('outage'), answerIn('ui')]).toEqual(['컴퓨터가 한꺼번에 멈췄어.', '다른 답']);
  expect(translator('ko').t('button.delete')).toBe('지우기');
});

test.each([
  ['the option of the command', { option: 'en', member: 'ko', discord: 'ko', written: 'ko' }, 'en'],
  ['the setting of the member', { option: null, member: 'en', discord: 'ko', written: 'ko' }, 'en'],
  ['the language of Discord: Korean', { member: null, discord: 'ko', written: 'en' }, 'ko'],
  ['the language of Discord: any other', { member: null, discord: 'ja', written: 'ko' }, 'en'],
  ['the language of the message', { member: null, written: 'en' }, 'en'],
  ['Korean', { member: null }, 'ko'],
] as const)('what decides is %s', (_, signs, language) => {
  expect(chooseLanguage(signs)).toBe(language);
});
