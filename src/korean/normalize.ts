/** Mentions, channels, custom emoji, time stamps, links: Discord's own marks, never part of a question. */
const DISCORD_MARKUP = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:>]+:)[^>]*>|https?:\/\/\S+/gu;
const INVISIBLE = /\p{Cf}|\p{Cc}|\p{Variation_Selector}/gu;
/** Letters by their category, yet there is nothing to see of them: the Hangul fillers. */
const FILLER = /[\u115F\u1160\u3164\uFFA0]/gu;
const FULL_WIDTH = /[\uFF01-\uFF5E]/gu;
const APOSTROPHE = /['’‘`]/gu;
/** Everything that is neither letter, digit, nor a mark which belongs to a number or a name (C&C, 1.5, 50%). */
const SEPARATOR = /[^\p{L}\p{N}&%.]+|[.&](?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[.&]|(?<=\D)\.|\.(?=\D)/gu;
/** Laughter, tears and lone letters between or after words: ㅋㅋ, ㅠㅠ, ㄷㄷ, ㄹㅇ. */
const LOOSE_JAMO = /[ㄱ-ㅎㅏ-ㅣ]+/gu;
const LAUGHTER_OR_TEARS = /^[ㅋㅎㅠㅜㅡ\s]*$/u;
const STRETCHED = /(.)\1{2,}/gu;

/**
 * The form in which texts are compared: NFC, lower case, half width, without Discord's marks, punctuation, laughter
 * and stretched letters; words separated by single spaces. A text made of lone consonants only ("ㅋㄹㅇㄷ") keeps them,
 * as it may be a choseong search.
 *
 * @example normalize('복구됨?? ㅋㅋㅋ') // '복구됨'
 * @example normalize('ㅋㄹㅇㄷ') // 'ㅋㄹㅇㄷ'
 */
export function normalize(text: string): string {
  const plain = text
    .replace(DISCORD_MARKUP, ' ')
    .replace(INVISIBLE, (character) => (character === '\n' || character === '\t' ? ' ' : ''))
    .replace(FILLER, ' ')
    .replace(FULL_WIDTH, (character) => String.fromCodePoint(character.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(APOSTROPHE, '')
    // Not earlier: what was taken out may have stood between letters that compose.
    .normalize('NFC')
    .replace(SEPARATOR, ' ');
  const hasWords = /[가-힣a-z0-9]|[^\p{Script=Hangul}\P{L}]/u.test(plain);
  const withoutLoose = hasWords || LAUGHTER_OR_TEARS.test(plain) ? plain.replace(LOOSE_JAMO, ' ') : plain;
  const separated = withoutLoose.replace(SEPARATOR, ' ');
  return separated.replace(STRETCHED, stretchedToOne).replace(/\s+/gu, ' ').trim();
}

/** Digits keep their repetition: 1,000 is not 10. */
function stretchedToOne(run: string, character: string): string {
  return /[\p{N}\s]/u.test(character) ? run : character;
}

/** Whether nothing is left to ask: only punctuation, emoji, laughter, mentions. */
export function isBlank(text: string): boolean {
  return normalize(text) === '';
}
