import { putTogether, takeApart } from './jamo.ts';

/**
 * Light stemming by closed lists: particles and endings fall off the end of a word, longest first, and what is left of a
 * verb loses the consonant or contracted vowel that an ending left in its last syllable. The result is a key to compare
 * by, not a dictionary form; both sides of a comparison pass through here, so being consistent matters more than being right.
 */

/** Particles after nouns. */
const particles = `
  으로부터 에서부터 로부터 이라는 이라고 이라도 이라면 이라서 에서는 에서도 에게서 한테서 으로는 으로도 으로서 으로써 까지는 까지도 부터는
  이야말로 에서의 때문에 처럼은 만큼은 만큼도 밖에는 에다가 이랑은 하고는
  에서 에게 한테 께서 으로 까지 부터 처럼 만큼 보다 마다 조차 마저 이나 이란 이랑 하고 밖에 라도 라는 라고 라면 라서 로는 로도 로서 로써 에는 에도
  에만 에다 이든 이야 이며 대로 따라 더러 보고 는요 은요 이요 가요 도요 만요 의요 인가 인데 인지 인가요 인데요 인지요 인거 이죠 이지 이네 이여 이랑
  은 는 이 가 을 를 의 에 서 도 만 로 와 과 랑 나 야 란 든 께 여 요 들 끼리 쯤 씩
`;

/** Endings after verbs and adjectives, bound nouns and helping verbs that chat writes onto them. */
const endings = `
  습니다만 습니까요 었습니다 았습니다 였습니다 겠습니다 었습니까 았습니까 였습니까 겠습니까 습니다 습니까 ㅂ니다 읍시다 십시오 으십니까 십니까 십니다
  더라고요 더라구요 더라고 더라구 더라면 던데요 던가요 는데요 은데요 은가요 는가요 을까요 는지요 은지요 거든요 잖아요 잖습니까 는군요 는구나 는다면 는다고 는다며 는다던데
  으려고요 으려고 려고요 려고 으려면 려면 으러 으면서 면서 으면 으니까 니까 으니 으며 으므로 므로 지만은 지만 도록 느라 다가 다면서 다며 다던데 다더라 다더니 다는데 다는거 다는 다고요 다구요 다고 다면 다니 다니까
  라면서 라며 라던데 라더라 라는데 냐고요 냐고 냐는 냐며 자고 자며 자는
  는거예요 는거에요 는거야 는건가요 는건가 는건데 는건지 는겁니까 는거지 는거죠 는거임 는거 는걸까 는게 는걸 는데다 는데도 는데 는지도 는지 는가 는다 는군 는 
  은거예요 은거에요 은거야 은건가요 은건가 은건데 은건지 은거지 은거임 은거 은게 은걸 은데 은지 은가
  거예요 거에요 겁니까 겁니다 거야 거니 거지 거죠 거임 거래 거냐 건가요 건가 건데요 건데 건지 건데도 걸까요 걸까 걸요 거든 거라 거라고 거라며 거라던데 거 게 걸
  었어요 았어요 였어요 었나요 았나요 였나요 었을까요 았을까요 었을까 았을까 었던 았던 였던 었는데 았는데 였는데 었는지 았는지 었다고 았다고 었다 았다 였다 었어 았어 였어 었지 았지 였지 었음 았음 였음 었네 았네 었냐 았냐 었나 았나 었대 았대 었니 았니
  겠어요 겠네요 겠지요 겠죠 겠다 겠어 겠네 겠지 겠냐 겠나 겠음
  어야지 아야지 어야만 아야만 어야 아야 어도 아도 어서 아서 어요 아요 에요 예요 이에요 이예요 어 아
  나요 네요 대요 래요 데요 지요 군요 구나 거나 든지 든가 던지 던가 던데 던 냐고 냐 니 네 지 죠 대 래 데 까 까요 ㄹ까 고요 구요 고서 고는 고도 고 며 다 자 나 게요 게도 게끔 게 기에 기는 기도 기로 기만 기가 기를 기 임 음 자마자
  을까 을지 을지도 을게 을래 을수록 을텐데 을걸 을거 을거야 을때 을 텐데 텐가 텐지 듯이 듯 뿐 수록
  드릴까요 드려요 드립니다 세요 셔요 십시오 실래요 실까요 신가요 시나요 시죠 싶어요 싶어 싶은데 싶다 싶음
`;

/** Light verbs on a noun: 복구하다, 복구되다, 복구시키다 are all 복구. */
const lightVerbs = `
  당하였 당했 당하 당한 당할 당함 당해 시키 시켰 시킨 시킬 시켜 시킴 드렸 드리 드린 드릴 스러웠 스러우 스러운 스럽 스러 
  하였 되었 하시 하셨 되셨 되시 해졌 해지 해진 해질 했었 됐었 해 했 하 한 할 함 합 됐 되 된 될 됨 됩 돼 됬 햇 하지 되지 해야 돼야 해줘 해주 해준 해줄 해줬 해줌 해달라 해도 해서 하게 되게
`;

/** One-syllable nouns which may stand alone before a particle; all else keeps at least two syllables. */
const shortNouns = new Set([
  ...'돈불선값책법탓죄덕힘말일글집앱땅답뜻전끝판표손왜뭐누날앞뒤안밖위길벌빚꿈물곳쪽때줄칸',
]);

const SHORTEST = 2;
const ROUNDS = 4;

const nounSuffixes = longestFirst(particles);
const allSuffixes = longestFirst(`${particles} ${endings} ${lightVerbs}`);

function longestFirst(list: string): ReadonlyMap<number, ReadonlySet<string>> {
  const byLength = new Map<number, Set<string>>();
  const words = [...new Set(list.split(/\s+/u).filter((word) => /^[가-힣]+$/u.test(word)))];
  for (const word of words.sort((left, right) => right.length - left.length))
    byLength.set(word.length, (byLength.get(word.length) ?? new Set()).add(word));
  return byLength;
}

/**
 * The comparison key of one Hangul word.
 *
 * @example stem('멈췄습니까') // '멈추'
 * @example stem('복구됐다던데') // '복구'
 * @example stem('크라우드스트라이크는') // '크라우드스트라이크'
 */
export function stem(word: string): string {
  let rest = word;
  for (let round = 0; round < ROUNDS; round++) {
    const shorter = withoutSuffix(rest, allSuffixes);
    if (shorter === rest) break;
    rest = shorter;
  }
  return openLastSyllable(rest);
}

/** The word without a particle; verbs keep their endings. For names, where over-eager stemming would hurt. */
export function withoutParticle(word: string): string {
  return withoutSuffix(word, nounSuffixes);
}

/** Whether a word is nothing but particles and endings, as after a Latin name: MS‘에서는’. */
export function isSuffix(word: string): boolean {
  return allSuffixes.get(word.length)?.has(word) === true;
}

function withoutSuffix(word: string, suffixes: ReadonlyMap<number, ReadonlySet<string>>): string {
  for (const [length, endingsOfLength] of suffixes) {
    const left = word.length - length;
    if (left < 1 || !endingsOfLength.has(word.slice(left))) continue;
    if (left >= SHORTEST || mayBeShort(word)) return word.slice(0, left);
  }
  return word;
}

/** Whether a first syllable may stand alone: 돈은 → 돈, and consonant stems before a clear ending: 뽑으면 → 뽑. */
function mayBeShort(word: string): boolean {
  const first = word.slice(0, 1);
  const rest = word.slice(1);
  if (shortNouns.has(first)) return nounSuffixes.get(rest.length)?.has(rest) === true;
  return rest.length >= SHORTEST && /^[으았었아어]/u.test(rest) && takeApart(first)?.final !== '';
}

/** Vowels which a past or connective ending contracted: 멈췄 → 멈추, 꺼졌 → 꺼지, 나왔 → 나오. */
const contracted = new Map([
  ['ㅝ', 'ㅜ'],
  ['ㅕ', 'ㅣ'],
  ['ㅘ', 'ㅗ'],
  ['ㅙ', 'ㅚ'],
]);
const finalsOfEndings = new Set(['ㄴ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅆ']);

/** Takes off what an ending left in the last syllable of a verb: 멈춘, 멈출, 멈춤, 멈췄 → 멈추. Needs two syllables. */
function openLastSyllable(word: string): string {
  const last = takeApart(word.slice(-1));
  if (last === null || word.length < SHORTEST) return word;
  const final = finalsOfEndings.has(last.final) ? '' : last.final;
  const vowel = final === '' ? (contracted.get(last.vowel) ?? last.vowel) : last.vowel;
  return word.slice(0, -1) + putTogether({ initial: last.initial, vowel, final });
}
