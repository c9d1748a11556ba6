const WORDS = /[\p{L}\p{N}]/u;

export function hasWords(text: string): boolean {
  return WORDS.test(text);
}

/** What stands in a copied article without belonging to it; each with its name in the report. */
const fragments: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'an advert',
    /^[[(<【]?\s*(?:광고|AD|Advertisement|Sponsored|스폰서|협찬)\s*[\])>】]?(?:$|\s*(?:[:|·-]|문의|입니다).*$)|^[[(<【](?:광고|AD|협찬)[\])>】].*$/iu,
  ],
  [
    'a by-line',
    /^(?:[[(]?[가-힣A-Za-z\s=·]{0,20}[=|\])]\s*)?[가-힣]{2,4}\s*(?:[가-힣]{0,6})?(?:기자|특파원|논설위원|선임기자)(?:\s*[=|·(/<]?\s*[\w.+-]+@[\w.-]+[)>]?)?\.?$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^(?:글|사진|그림|취재|편집)\s*[=:|·]\s*[^.?!]{1,40}$|^by\s+[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*){0,3}$/u,
  ],
  [
    'a date line',
    /^(?:입력|수정|등록|승인|발행|기사입력|최종수정|작성일)?\s*:?\s*\d{4}\s*[.년/-]\s*\d{1,2}\s*[.월/-]\s*\d{1,2}\s*[.일]?(?:\s*\(?[월화수목금토일]\)?(?:요일)?)?(?:\s*(?:오전|오후)?\s*\d{1,2}:\d{2}(?::\d{2})?)?$/u,
  ],
  [
    'a copyright line',
    /^(?:저작권자?|copyright|ⓒ|©|\(c\))[^?]*$|^[^?]{0,60}(?:무단\s*전재|재배포\s*금지|all rights reserved)[^?]{0,60}$/iu,
  ],
  [
    'a line of the page around the article',
    /^(?:공유(?:하기)?|댓글(?:\s*\d*)?(?:쓰기)?|좋아요(?:\s*\d+)?|구독(?:하기)?|스크랩|인쇄(?:하기)?|목록(?:으로)?|이전\s?글|다음\s?글|관련\s?(?:기사|글|뉴스).*|추천\s?기사.*|많이 본 (?:기사|뉴스).*|글자\s?크기.*|URL\s?복사|맨 위로)$/u,
  ],
  ['tags', /^(?:#[\p{L}\p{N}_]+[\s,]*)+$/u],
];

/** Why a line is no part of the article; null where it is one. */
export function fragmentReason(text: string): string | null {
  if (!hasWords(text)) return 'nothing to read in it';
  return fragments.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** What is left of a table's or a menu's border at the end of a line. */
const LOOSE_END = /\s+\|+$/u;

export function withoutLooseEnd(text: string): string {
  return text.replace(LOOSE_END, '');
}
