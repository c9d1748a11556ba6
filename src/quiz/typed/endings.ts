/**
 * The ways in which a chat says that it is this, or may be: 부산입니다, 부산인 듯, 부산이었던 것 같은데, 부산 아닌가요.
 * Texts are without spaces.
 */

import { takeApart } from '../../korean/jamo.ts';

/** Every way to choose one word of each part, joined; `-` is nothing. */
function each(...parts: readonly string[]): string[] {
  return parts.reduce<string[]>(
    (begun, part) =>
      begun.flatMap((start) => part.split(' ').map((word) => start + (word === '-' ? '' : word))),
    [''],
  );
}

const polite = '- 요';

const endings = new Set([
  // 입니다, 이에요, 임
  ...each('입니다 입니까 입니다만 입니다요 임니다 임다 이옵니다 니다'),
  ...each('- 이', '에요 예요 여요 요 야 다 죠 지요 네요'),
  ...each('임'),
  ...each('이', '지 네 군 구나 냐'),
  ...each('이', '군요 거든요'),
  // 인가요, 인데, 인 듯해요
  ...each('인', '가 데 지', polite),
  ...each('인 일', '듯', '- 요 해요 합니다 하네요 한데 하다 함'),
  ...each('일', '까 걸', polite),
  // 인 것 같아요, 같은데, 이었던 것 같아
  ...each(
    '- 인 일 인것 인거 일것 일거 던것 던거 이던것 이던거 였던것 였던거 이었던것 이었던거 이였던것 이였던거',
    '같',
    '아 아요 애 애요 음 은데 은데요 네 네요 습니다 기도 기도해요 긴한데 긴한데요',
  ),
  // 이었나, 였던가, 이었을걸요
  ...each(
    '이었 였 이였',
    '나 나요 지 지요 죠 음 다 어 어요 습니다 던가 던가요 는데 는데요 을걸 을걸요 을까 을까요',
  ),
  // 이던가, 이겠지, 이려나, 이잖아, 이라니까, 이랬나, 이래요
  ...each('이', '던가 던가요 겠지 겠지요 겠죠 려나 려나요 잖아 잖아요 라니까 라니까요 랬나 랬나요 래요 래'),
  // 맞나요
  ...each('맞', '나 나요 죠 지 지요 음 아 아요 습니다 습니까 는데 는데요'),
  // 아닌가요, 이 아닐까 싶은데, 아니었나
  ...each('- 이 가', '아닌', '가 가요 감 지 지요'),
  ...each('- 이 가', '아닐까', '- 요 싶은데 싶은데요 싶네요 싶어요'),
  ...each('- 이 가', '아니', '냐 냐고 려나 려나요 던가 던가요 었나 었나요 였나 였나요 었던가 였던가'),
  // 이라고 생각해요, 로 알고 있어요
  ...each(
    '라 이라 라고 이라고',
    '생각해요 생각합니다 생각함 생각해 생각 봐요 봅니다 봄 알고있어요 들었어요 들었음 들었습니다 기억해요',
  ),
  ...each(
    '로 으로',
    '알고있어요 알고있음 알고있습니다 알고있는데 기억함 기억해요 기억합니다 갈게요 갈게 하겠습니다 할게요 할게',
  ),
  ...each('라 이라', '고 고요 구요'),
]);

/** Only after a vowel, where 이 is left out; after a consonant they end other words: 동네, 편지. */
const afterVowels = new Set([
  ...each('지 네 냐 군 군요 구나 거든요 던가 던가요'),
  ...each('겠지 겠지요 겠죠 려나 려나요 잖아 잖아요 라니까 라니까요 랬나 랬나요 래요 래'),
]);

/** ‘X 아님?’ asks for consent, ‘X 아님.’ denies; with 은 or 는 it denies unless it asks. */
const denials = new Set([
  ...each(
    '- 이 가',
    '아님 아니에요 아니예요 아녜요 아니야 아니다 아냐 아녀 아닙니까 아니었음 아니였음 아니죠 아니지',
  ),
]);

const longest = Math.max(...[...endings, ...afterVowels, ...denials].map((ending) => ending.length));

/** How chat writes endings: 입니당, 이용, 일껄, 인뎅. Only to find an ending, as nouns end so as well. */
function usualEnding(text: string): string {
  return text
    .replace(/[당닷댱]$/u, '다')
    .replace(/[여용욥욤염]$/u, '요')
    .replace(/껄(?=요?$)/u, '걸')
    .replace(/뎅$/u, '데');
}

/** What may be left of a text without its ending; each ending is tried, as 부산까지요 ends in 요 and in 지요. */
export function withoutEndings(text: string, isAsked: boolean): string[] {
  const usual = usualEnding(text);
  const ofChat =
    usual === text ? [] : strip(usual, isAsked).filter((rest) => rest.length > 1 || /\d/u.test(rest));
  return [...new Set([...strip(text, isAsked), ...ofChat])];
}

function strip(text: string, isAsked: boolean): string[] {
  const left: string[] = [];
  for (let length = 1; length <= Math.min(longest, text.length - 1); length++) {
    const rest = text.slice(0, -length);
    const ending = text.slice(-length);
    if (isEnding(ending, rest, isAsked) && mayStand(rest, ending)) left.push(rest);
  }
  return left;
}

function isEnding(ending: string, rest: string, isAsked: boolean): boolean {
  return endings.has(ending) || (afterVowels.has(ending) && isOpen(rest)) || (isAsked && denials.has(ending));
}

/** A figure loses everything, a syllable only what ends no other word: 불인 듯, but not 책임, 가요 or 배지. */
function mayStand(rest: string, ending: string): boolean {
  return rest.length > 1 || /[a-z\d둘셋넷열]/u.test(rest) || /^[이인입일같맞아]./u.test(ending);
}

/** Figures and Latin letters count as open. */
function isOpen(text: string): boolean {
  return (takeApart(text.slice(-1))?.final ?? '') === '';
}
