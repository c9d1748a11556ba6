/** Quotation marks, brackets, laughter and emoji which may stand after the end of a sentence. */
const AFTER = String.raw`["”’'」』)\]~\sㅋㅎㅠㅜ\p{Extended_Pictographic}\uFE0F]*$`;
const ASKING = new RegExp(`[?？]${AFTER}`, 'u');
const EXCLAIMING = new RegExp(`[!！]${AFTER}`, 'u');
const ENDED = new RegExp(`[.!?。！？…]${AFTER}`, 'u');
/** Endings of Korean questions which are written without a question mark as well. */
const INTERROGATIVE = new RegExp(
  `(?:까|나요|가요|니|냐|는가|인가|을까|죠|지|야|며|는데|다고|라고|래|대)[.…]*${AFTER}`,
  'u',
);

export function asks(text: string): boolean {
  return ASKING.test(text);
}

export function exclaims(text: string): boolean {
  return EXCLAIMING.test(text);
}

/** Whether a marked line can be what someone asks: a question, with or without its mark, or an exclamation. */
export function soundsAsked(text: string): boolean {
  return asks(text) || exclaims(text) || INTERROGATIVE.test(text);
}

export function endsSentence(text: string): boolean {
  return ENDED.test(text);
}

export function length(text: string): number {
  return [...text].length;
}
