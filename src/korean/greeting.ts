const korean =
  /^(?:안녕(?:하세요|하세용|하십니까|하심까)?|하이|헬로우?|ㅎㅇ+|반가워요?|반갑습니다|저기요|고마워요?|고맙습니다|감사(?:합니다|해요)|ㄱㅅ+|땡큐)(?:\s+(?:먹통아?|봇아?|여러분))?[\s,.!?~^ㅎㅋ]+(?=[\p{L}\p{N}])/u;
/** Thanks often go on ("thanks for …", "thanks a bunch"), so there a mark has to end them; a question may follow "hi" at once. */
const english =
  /^(?:(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening))(?: (?:there|all|everyone|guys|bot|meoktong))?[\s,.!]+|(?:thanks|thank you|thx|cheers|excuse me)[^,.!?]{0,20}[,.!]+\s*)(?:(?:and|but|so)\s)?(?=[\p{L}\p{N}])/iu;

/**
 * What follows a greeting or thanks at the start of a text; null where it begins with none, or ends with it.
 *
 * @example afterGreeting('안녕하세요! 복구는 됐나요?') // '복구는 됐나요?'
 * @example afterGreeting('안녕하세요!') // null
 */
export function afterGreeting(text: string): string | null {
  const trimmed = text.trim();
  const [greeting] = korean.exec(trimmed) ?? english.exec(trimmed) ?? [''];
  return greeting === '' ? null : trimmed.slice(greeting.length);
}
