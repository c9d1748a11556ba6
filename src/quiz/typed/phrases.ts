/** What stands before or after an answer and says nothing of it. Texts are words with single spaces. */

/** Of whole words; one may follow another: ‘정답은 아마’, ‘i think it is’. */
const leads = [
  '정답은|정답|답은|답|네|넹|예',
  '저는|나는|난|(?:제|내) 생각(?:엔|에는)|(?:제가|내가) 알기(?:론|로는)',
  '이거|이건|그거|그건|그|아마도?|혹시|설마|역시|당연히|분명|그냥|음|흠|어|아',
  '(?:(?:my|the) )?answer is|answer|it ?s|(?:it|that|this) is|thats|it was|they are',
  '(?:is|was|isnt|wasnt|could) it|(?:it )?(?:must|might|gotta) be|be',
  'i (?:think|guess|believe|would say)|id say|im going with|im pretty sure|maybe|perhaps|probably',
  'h+m+|u+m+|uh|idk|because of|mr|mrs',
  // what in Korean a particle says
  'in|on|at(?! least)|by|for|until',
].join('|');
const tails = [
  '정답|답|그거|확실|(?<=라는 )(?:회사|사람|곳|것|거)',
  'i (?:think|guess|believe)|maybe|probably|right|for sure|of course|ofc|idk|lol|haha|x?d',
].join('|');
const leading = new RegExp(`^(?:(?:${leads}) )+(?=.)`, 'u');
const trailing = new RegExp(`(?<=.)(?: (?:${tails}))+$`, 'u');

export function withoutPhrases(words: string): string {
  return words.replace(leading, '').replace(trailing, '');
}

/** An answer is no less exact for saying that a figure is round; 한 두 배 is about twice, but 한두 배 is not. */
const round =
  /^(?:약|한|대략|대충|거의|딱|총|about|around|roughly|approximately|almost|nearly|just|only|exactly) (?=.)|(?<=.) or so$/u;
const roundJoined =
  /^(?:약|대략|대충|(?:한|딱|총)(?=\d))(?=.)|(?<=.)(?:정도|가량|쯤|내외|안팎)(?:로|는)?$|(?<=\d[일월년])경$/gu;

/** For the caller to see whether an amount is left. */
export function withoutRounding(words: string): string {
  return words.replace(round, '');
}

/** The same of a text without spaces. */
export function withoutRoundingMarks(text: string): string {
  return text.replace(roundJoined, '');
}

const atLeast = /^(?:최소|적어도|무려|at least|over|more than) (?=.)|(?<=.) or more$/u;
const orMore = /^최소(?=.)|(?<=.)(?:[을를이가]?넘(?:음|게|는다|어요?)|이상)$/gu;

/** For the caller to see whether a quantity is left, for which the bound is as good as the figure. */
export function withoutAtLeast(words: string): string {
  return words.replace(atLeast, '');
}

/** The same of a text without spaces. */
export function withoutOrMore(text: string): string {
  return text.replace(orMore, '');
}
