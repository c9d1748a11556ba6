import { normalize } from '../korean/normalize.ts';

const korean =
  /^(?:그래서|그리고|그러고|그런다음|그다음|그담|다음|담|계속|이어서|(?:좀|조금)?더(?:자세히|자세하게)?|자세히|자세하게)(?:은|에|엔|에는|꺼|거|것|이야기|얘기|설명|내용|질문)*(?:도|을|를|좀)?(?:알려|말해|얘기해|이야기해|설명해|들려|보여|가르쳐|해)?(?:줘|줘봐|줄래|주세요|주라|봐|봐봐)?요?$/u;
const english =
  /^(?:(?:ok(?:ay)? )?(?:and )?(?:so|then)|and|next(?: (?:one|question))?(?: please)?|more(?: please)?|(?:please )?(?:tell me|show me|say) more|go on|keep going|continue|what(?: i|')?s next|and after that|anything else)$/u;

/**
 * Whether a query asks for nothing in particular, only for more: the next pair in reading order is meant.
 *
 * @example asksForMore('더 알려줘') // true
 * @example asksForMore('그래서?') // true
 * @example asksForMore('다음 업데이트는 언제야?') // false
 */
export function asksForMore(query: string): boolean {
  const words = normalize(query);
  return korean.test(words.replaceAll(' ', '')) || english.test(words);
}
