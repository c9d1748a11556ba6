/**
 * Words which say how something is asked, not what about: pronouns, question words, fillers, helping verbs. They are
 * stems as `stem` gives them. They help to rank but never make a query foreign, nor carry one alone.
 */
const korean = new Set(
  `
  왜 뭐 뭔 뭣 무엇 무어 무슨 어떻게 어떠 어떻 어떤 어째서 어찌 언제 어디 누구 누가 누 얼마 몇 어느 어케 왜케 어쩌 어쩌다
  나 내 난 너 네 니 넌 저 제 우리 저희 너희 걔 걔네 얘 얘네 쟤 그 그것 그거 이것 이거 저거 그게 이게 저게 여기 거기 저기 이번 그때 그날 당시 이런 그런 저런 이렇 그렇 저렇 그렇게 이렇게
  그럼 그러 그러면 그래 그래서 그런데 근데 그리고 그러니까 그니까 그래도 그러니 하지만 아니 아님 아니면 혹시 진짜 정말 사실 대체 도대체 그냥 걍 좀 조금 막 딱 꼭 다 다들 또 더 덜 잘 못 안 너무 넘 되게 엄청 개 매우 아주 제일 가장 이미 아직 지금 요즘 이제 결국 역시 아마 설마 괜히 일단 계속 다시 서로 바로 완전 솔직히 원래 혼자 같이 함께 전부 모두 모든 하나 둘 한
  있 없 하 되 같 않 아니 이 싶 보 주 말 알 모르 가 오 나오 해 대하 대해 위하 위해 관하 의하 따르 통하 인하
  것 거 수 줄 때 데 등 점 쪽 편 측 번 개 명 분 네 응 어 음 아 와 헐 야 저기요 여기요 님 씨
  해주 알려주 알려 가르쳐주 가르쳐 말해주 설명 설명해주 궁금 궁금하 질문 답변 대답 얘기 이야기 말씀 뜻 의미 내용 정리 요약 자세히 자세하 간단히 간단하 쉽게 한줄 부탁 부탁드리 감사 제발
  는지 인지 인가 건가 거야 건데 라고 라는 맞 맞나 그렇구나 그러네 생각 느끼 느낌 정도
  `
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

const english = new Set(
  `
  a an the this that these those it its itself he she they them their theyre we us our you your youre i im me my mine
  am is are was were be been being isnt arent wasnt werent do does did done dont doesnt didnt doing have has had havent hasnt having
  will would wont wouldnt can could cant couldnt may might must shall should shouldnt shant ought gonna gotta wanna lets let
  and or but nor so if then than because cause as at by for from in into of off on onto out over to up with without about after before during between through
  what whats which who whos whom whose when where why how hows there theres here not no nah yes yeah yep ok okay just only even also too very really actually exactly basically literally still yet already again ever never now
  some any all each every both either neither few many much more most less least lot lots bit other others another same such own
  tell explain say said says know think mean means meant please pls plz thanks get got gets getting go goes went gone going come make made makes like thing things stuff something anything everything nothing someone anyone everyone people guys hey hi well oh ah um uh lol lmao bro dude man tho though thru anyway wait
  `
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Whether a Korean stem or an English word carries no topic of its own. */
export function isFunctionWord(word: string): boolean {
  return korean.has(word) || english.has(word);
}

const questionWords = new Set(
  '왜 뭐 뭔 뭣 무엇 무어 무슨 어떻게 어떠 어떻 어떤 어째서 언제 어디 누구 누가 얼마 몇 어느 why what when where how who which whose'.split(
    ' ',
  ),
);

/** Whether a function word asks something by itself: "왜?" does, "네" does not. */
export function isQuestionWord(word: string): boolean {
  return questionWords.has(word);
}
