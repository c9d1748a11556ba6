import { expect, test } from 'vitest';
import { recognise } from '../../../src/content/import/recognise.ts';
import { readText } from '../../../src/content/import/text.ts';

const read = (text: string) => recognise(readText(text));

const pairs = [
  { question: '왜 갑자기 멈췄어?', answer: ['결함이 있는 파일이 배포됐거든.'], numbers: [1, 2] },
  { question: '지금은 괜찮아?', answer: ['응, 이튿날 거의 다 복구됐어.'], numbers: [4, 5] },
];

function dialogue(first: string, second = first): string {
  return [
    `${first}왜 갑자기 멈췄어?`,
    '결함이 있는 파일이 배포됐거든.',
    '',
    `${second}지금은 괜찮아?`,
    '응, 이튿날 거의 다 복구됐어.',
  ].join('\n');
}

test.each([
  ['an emoji', '🤔 ', '🙂'],
  ['an emoji of several characters', '👩🏽‍💻 ', '🇰🇷 '],
  ['a bare U+FE0F', '\uFE0F', '\uFE0F '],
  ['Q.', 'Q. ', 'Q.'],
  ['Q:', 'Q: ', 'Q: '],
  ['a counted Q', 'Q1. ', 'Q 2) '],
  ['a full-width Q', 'Ｑ. ', 'Ｑ：'],
  ['문:', '문: ', '문 : '],
  ['질문:', '질문: ', '질문 2: '],
  ['[질문]', '[질문] ', '【Q】'],
  ['▶', '▶ ', '▶️ '],
  ['■', '■ ', '■'],
  ['a number', '1. ', '2) '],
  ['nothing', '', ''],
])('a question on its own line after %s', (_, first, second) => {
  expect(read(dialogue(first, second))).toMatchObject({ pairs, skipped: [] });
});

test('the rule is told in words', () => {
  expect(read(dialogue('Q. ')).rule).toBe("'Q.', '문:' or '질문:' before the question");
  expect(read(dialogue('▶ ')).rule).toBe("'▶' before the question");
  expect(read(dialogue('')).rule).toBe('questions that end in a question mark, each on its own line');
});

test('the mark of an answer is taken off, and what stands before it still asks', () => {
  const { pairs: found } = read(
    'Q. 어제부터 먹통인데\n왜 그래?\nA. 고치는 중이야.\n곧 끝나.\nQ. 언제 끝나?\n답: 내일.',
  );
  expect(found.map(({ question, answer }) => [question, answer])).toEqual([
    ['어제부터 먹통인데 왜 그래?', ['고치는 중이야.\n곧 끝나.']],
    ['언제 끝나?', ['내일.']],
  ]);
});

test('blank lines part paragraphs, a sentence broken off goes on, a list stays a list', () => {
  const [pair] = read(
    'Q. 어떻게 고쳐?\n문제의 파일을 찾아서\n손으로 지워.\n끝나면 다시 켜.\n\n순서는 이래.\n\n- 안전 모드로 켠다\n\n- 파일을 지운다',
  ).pairs;
  expect(pair?.answer).toEqual([
    '문제의 파일을 찾아서 손으로 지워.\n끝나면 다시 켜.',
    '순서는 이래.',
    '- 안전 모드로 켠다\n- 파일을 지운다',
  ]);
});

test('a list with the same marks inside an answer asks nothing', () => {
  const { pairs: found } = read(
    '🤔 뭘 준비해?\n이런 것들이 있어.\n✅ 백업 서버를 하나 더 마련해 두는 일\n✅ 연락망\n\n🙂 끝이야?\n응.',
  );
  expect(found.map(({ question, answer }) => [question, answer])).toEqual([
    ['뭘 준비해?', ['이런 것들이 있어.\n✅ 백업 서버를 하나 더 마련해 두는 일\n✅ 연락망']],
    ['끝이야?', ['응.']],
  ]);
});

test('short exclamations between longer lines ask, too, with marks or without', () => {
  const questions = (text: string) => read(text).pairs.map(({ question }) => question);
  const text =
    '왜 멈췄어?\n결함이 있는 파일이 배포됐거든.\n\n헐, 그 정도야!\n응, 전 세계가 하루 동안 멈췄어.';
  expect(questions(text)).toEqual(['왜 멈췄어?', '헐, 그 정도야!']);
  expect(questions('😮 다행이네.\n그래도 피해는 남았어.\n🤔 얼마나?\n아직 몰라.')).toEqual([
    '다행이네.',
    '얼마나?',
  ]);
});

test('a question inside a paragraph is part of it', () => {
  const text =
    '왜 멈췄어?\n파일이 잘못됐거든. 그런데 그걸 아무도 몰랐을까? 아니, 알고도 내보냈어.\n\n정말?\n응.';
  expect(read(text).pairs.map(({ question }) => question)).toEqual(['왜 멈췄어?', '정말?']);
});

test('what does not belong to the article is skipped with its line and a reason', () => {
  const text = [
    '대란을 묻다',
    '입력 2024.07.20 오전 9:00',
    '홍길동 기자 hong@example.com',
    '머리말이 여기 있다.',
    dialogue('Q. '),
    '[광고] 여름 특가',
    '무단 전재 및 재배포 금지',
    '#먹통 #대란',
    '공유하기',
    '|',
  ].join('\n');
  const { title, skipped, pairs: found } = read(text);
  expect(title).toEqual({ text: '대란을 묻다', number: 1 });
  expect(found.map(({ answer }) => answer)).toEqual(pairs.map(({ answer }) => answer));
  expect(skipped.map(({ number, reason }) => [number, reason])).toEqual([
    [2, 'a date line'],
    [3, 'a by-line'],
    [4, 'an answer before the first question'],
    [10, 'an advert'],
    [11, 'a copyright line'],
    [12, 'tags'],
    [13, 'a line of the page around the article'],
    [14, 'nothing to read in it'],
  ]);
});

test('questions about adverts, reporters and dates are questions', () => {
  const text =
    'Q. 광고는 왜 떠?\n설정에서 꺼.\nQ. 기자는 뭐래?\n모른대.\nQ. 2024년 7월 19일에 뭐 했어?\n잤어.';
  expect(read(text)).toMatchObject({ pairs: [{}, {}, {}], skipped: [] });
});

test('below a question, a date or a name is its answer', () => {
  const text = '왜 멈췄나?\n홍길동 기자\n\nQ. 언제였어?\n2024년 7월 19일\nQ. 누가 썼어?\n홍길동 기자\n|';
  const { title, pairs: found, skipped } = read(text);
  expect(title?.text).toBe('왜 멈췄나?');
  expect(found.map(({ answer }) => answer)).toEqual([['2024년 7월 19일'], ['홍길동 기자']]);
  expect(skipped.map(({ number }) => number)).toEqual([2, 8]);
});

test('a lone border at the end of a line falls off', () => {
  expect(read('Q. 왜?\n그냥. |').pairs[0]?.answer).toEqual(['그냥.']);
});

test('a question without an answer, and one that was asked already', () => {
  const { pairs: found, skipped } = read('Q. 왜?\nQ. 언제?\n어제.\nQ. 언제??\n오늘.');
  expect(found.map(({ question }) => question)).toEqual(['언제?']);
  expect(skipped).toEqual([
    { number: 1, text: 'Q. 왜?', reason: 'a question without an answer' },
    { number: 4, text: '언제??', reason: 'the same question as at 2' },
    { number: 5, text: '언제??', reason: 'the same question as at 2' },
  ]);
});

test('an answer that no message can hold is skipped with its length', () => {
  const { pairs: found, skipped } = read(`Q. 왜?\n${'가'.repeat(3_501)}\nQ. 언제?\n어제.`);
  expect(found).toHaveLength(1);
  expect(skipped[0]?.reason).toMatch(/^its answer has 3501 characters: shorten it to at most 3500/);
});

test('an article that asks its readers something once in a while is no dialogue', () => {
  const text = [
    '대란 1년, 무엇이 달라졌나',
    '지난해 7월 전산이 멈췄다. 그 뒤 무엇이 달라졌을까?',
    '정부는 이중화를 의무로 정했다.',
    '기업은 서버를 나눴다.',
    '비용은 두 배로 늘었다.',
    '과연 다음에는 안전할까?',
    '전문가들은 고개를 젓는다.',
  ].join('\n\n');
  const { pairs: found, skipped } = read(text);
  expect([found, skipped.length]).toEqual([[], 6]);
});

test('an article that asks nothing has no pair', () => {
  const text = '대란의 기록\n\n19일 오후 전산이 멈췄다. 원인은 파일이었다.\n\n이튿날 복구됐다.';
  expect(read(text).pairs).toEqual([]);
  expect(read('').pairs).toEqual([]);
});
