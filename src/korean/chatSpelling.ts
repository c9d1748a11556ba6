/**
 * Spellings of chat for which the usual one is looked up: contractions, sounds written as heard, common misspellings.
 * Word beginnings and whole words only, so that no other word is touched.
 */
const wholeWords = new Map(
  Object.entries({
    머: '뭐',
    모: '뭐',
    머임: '뭐',
    뭐임: '뭐',
    머야: '뭐',
    모야: '뭐',
    뭥미: '뭐',
    먼데: '뭐',
    머냐: '뭐',
    외: '왜',
    웨: '왜',
    왜케: '왜',
    왤케: '왜',
    웰케: '왜',
    어케: '어떻게',
    어캐: '어떻게',
    어떡게: '어떻게',
    어떻해: '어떻게',
    어떡해: '어떻게',
    어또케: '어떻게',
    얼케: '어떻게',
    어찌: '어떻게',
    걍: '그냥',
    넘: '너무',
    젤: '제일',
    잼: '재미',
    담: '다음',
    첨: '처음',
    첨엔: '처음',
    첨에: '처음',
    첨에는: '처음',
    글고: '그리고',
    근까: '그러니까',
    긍까: '그러니까',
    그니까: '그러니까',
    암튼: '아무튼',
    울: '우리',
    갠: '개인',
    컴: '컴퓨터',
    컴터: '컴퓨터',
    컴이: '컴퓨터',
    노트북: '컴퓨터',
    폰: '휴대폰',
    핸드폰: '휴대폰',
    업뎃: '업데이트',
    업뎃을: '업데이트',
    업댓: '업데이트',
    업뎃이: '업데이트',
    업뎃이트: '업데이트',
    데센: '데이터센터',
    데이타: '데이터',
    셤: '시험',
    샘: '선생님',
    쌤: '선생님',
    플젝: '프로젝트',
    알바: '아르바이트',
    회산: '회사는',
    요샌: '요즘',
    낼: '내일',
    낼은: '내일',
  }),
);

const beginnings: readonly (readonly [string, string])[] = [
  ['업뎃', '업데이트'],
  ['업댓', '업데이트'],
  ['데센', '데이터센터'],
  ['컴터', '컴퓨터'],
];

/** Past tense and 되다 as often misspelt: 햇 → 했, 됬 → 됐, 갓 → 갔 …; right words with these syllables are left alone. */
const misspelt: readonly (readonly [RegExp, string])[] = [
  [/읍니/gu, '습니'],
  [/됬/gu, '됐'],
  [/햇(?=어|는|다|나|대|데|던|을|음|지|네|냐|니|습|거|잖|으|$)/gu, '했'],
  [/([가-힣])엇(?=어|는|다|나|대|데|던|을|음|지|네|냐|니|습|거|잖|$)/gu, '$1었'],
  [/([가-힣])앗(?=어|는|다|나|대|데|던|을|음|지|네|냐|니|습|거|잖|$)/gu, '$1았'],
  [/줫/gu, '줬'],
  [/([가-힣])됫/gu, '$1됐'],
  [/잇(?=어|는|다|나|대|데|던|을|음|지|네|냐|니|습|거|잖)/gu, '있'],
  [/^업(?=어|는데|다고|나요|대|음|지|네|냐|니까|습니)/gu, '없'],
  [/되요/gu, '돼요'],
  [/할께/gu, '할게'],
  [/([가-힣])꺼(야|지|예요|에요|임|냐|니|라|다)$/gu, '$1거$2'],
];

/** One Hangul word in its usual spelling. */
export function usualSpelling(word: string): string {
  const whole = wholeWords.get(word);
  if (whole !== undefined) return whole;
  let spelt = word;
  for (const [start, usual] of beginnings)
    if (spelt.startsWith(start)) spelt = usual + spelt.slice(start.length);
  for (const [pattern, usual] of misspelt) spelt = spelt.replace(pattern, usual);
  return spelt;
}

/** Whole messages in initial consonants: yes, no, thanks, hi, bye, sorry, and words nobody looks up. */
const initialsOfChat = new Set(
  'ㅇㅇ ㄴㄴ ㄱㅅ ㅎㅇ ㅇㅋ ㅊㅋ ㄱㄱ ㄷㄷ ㅂㅂ ㅂㅇ ㅅㄱ ㅈㅅ ㄹㅇ ㅁㄹ ㅇㅈ ㅇㄱ ㄱㅊ ㄲㅈ ㅅㅂ ㅂㅅ ㅁㅊ ㅈㄹ ㅇㄷ ㅇㅎ ㅇㄴ'.split(
    ' ',
  ),
);

/** Whether initial consonants are an everyday word of chat, perhaps said twice: ㅇㅇ, ㄱㅅㄱㅅ. */
export function isChatInitials(initials: string): boolean {
  const half = initials.slice(0, initials.length / 2);
  return initialsOfChat.has(initials) || (half + half === initials && initialsOfChat.has(half));
}
