import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualSpelling } from '../../src/korean/chatSpelling.ts';

test.each([
  ['머임', '뭐'],
  ['웨', '왜'],
  ['어케', '어떻게'],
  ['업뎃됐어', '업데이트됐어'],
  ['데센에서', '데이터센터에서'],
  ['햇는데', '했는데'],
  ['됬어', '됐어'],
  ['되요', '돼요'],
  ['죽엇어', '죽었어'],
  ['줫어', '줬어'],
  ['잇어', '있어'],
  ['업는데', '없는데'],
  ['있읍니다', '있습니다'],
  ['잇읍니다', '있습니다'],
  ['업읍니다', '없습니다'],
  ['할께', '할게'],
  ['먹을꺼야', '먹을거야'],
])('‘%s’을 보통 ‘%s’으로 적는다', (typed, usual) => {
  expect(usualSpelling(typed)).toBe(usual);
});

test('바른 말은 그대로 둔다', () => {
  const right = [
    '햇빛',
    '햇님',
    '업무',
    '업데이트',
    '업체',
    '없어',
    '이어서',
    '잊어',
    '외국',
    '머리',
    '모두',
    '넘어서',
    '클라우드',
    '했다',
    '됐다',
    '인터넷',
    '잇몸',
  ];
  expect(right.map(usualSpelling)).toEqual(right);
});

test('고쳐 적은 풀이말을 다시 고칠 것은 없고, 틀린 글자도 남지 않는다', () => {
  const stems = fc.constantFrom('햇', '말햇', '죽엇', '막앗', '잇', '업', '됬', '안됬', '줫', '잘됫');
  const endings = fc.constantFrom('어', '는데', '습니다', '읍니다', '네', '냐', '대', '음', '지');
  fc.assert(
    fc.property(stems, endings, (begin, end) => {
      const once = usualSpelling(begin + end);
      expect(usualSpelling(once)).toBe(once);
      expect(once).not.toMatch(/[햇엇앗잇업됬줫됫읍]/u);
    }),
  );
});

test('한글이 아닌 글자는 그대로 둔다', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!/[가-힣]/u.test(text));
      expect(usualSpelling(text)).toBe(text);
    }),
  );
});
