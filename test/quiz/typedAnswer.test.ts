import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerKey, keyOf, readTerms } from '../../src/quiz/typed/key.ts';
import { judge, type Verdict } from '../../src/quiz/typedAnswer.ts';
import { pack } from '../search/support/shipped.ts';

const terms = readTerms(pack);

/** Questions as an author writes them: all answers of both languages, and what is never right. */
const questions = {
  크라우드스트라이크: { answers: ['크라우드스트라이크', 'CrowdStrike'] },
  클라우드: { answers: ['클라우드', 'cloud'] },
  배상: { answers: ['배상'], near: ['보상', 'compensation'] },
  업데이트: { answers: ['업데이트', 'update'] },
  '업데이트 파일': { answers: ['업데이트 파일', 'update file'] },
  애저: { answers: ['애저', 'Azure'] },
  카카오톡: { answers: ['카카오톡', 'KakaoTalk'] },
  카카오: { answers: ['카카오', 'Kakao'] },
  'SK C&C': { answers: ['SK C&C'] },
  '데이터 센터': { answers: ['데이터 센터', 'data center'] },
  블루스크린: { answers: ['블루스크린', 'blue screen'] },
  제주항공: { answers: ['제주항공', 'Jeju Air'] },
  부산: { answers: ['부산', 'Busan'], near: ['서울', 'Seoul'] },
  화재: { answers: ['화재', '불', 'fire'] },
  이모티콘: { answers: ['이모티콘', 'emoticon'] },
  타임스스퀘어: { answers: ['타임스스퀘어', 'Times Square'] },
  소송: { answers: ['소송', 'lawsuit'] },
  MS: { answers: ['MS', 'Microsoft'] },
  '2024년': { answers: ['2024년', '2024'] },
  '7월 19일': { answers: ['7월 19일', 'July 19'] },
  '20일': { answers: ['20일', '20', 'the 20th'], near: ['19일', '21일', '21', '10일'] },
  '21일': { answers: ['21일', '21'], near: ['20일', '20'] },
  '21': { answers: ['21'], near: ['20', '11'] },
  '10억 달러': { answers: ['10억 달러', '1 billion dollars'] },
  '1%': { answers: ['1%'] },
  '두 배': { answers: ['두 배', 'double'] },
  '월 이용료': { answers: ['월 이용료', 'monthly fee'] },
  'operating system': { answers: ['operating system'] },
  earthquake: { answers: ['earthquake', '지진'] },
  윈도우: { answers: ['윈도우', '윈도우 운영체제', 'Windows'] },
  인도: { answers: ['인도', 'India'] },
  김범수: { answers: ['김범수'], near: ['김범석'] },
  '조지 커츠': { answers: ['조지 커츠', 'George Kurtz'] },
  델타항공: { answers: ['델타항공', 'Delta Air Lines'] },
  CISA: { answers: ['CISA', 'Cybersecurity and Infrastructure Security Agency'] },
  배상금: { answers: ['배상금', '손해배상'], near: ['보상'] },
  절반: { answers: ['절반', '50%', 'half'] },
  '7월 20일': { answers: ['7월 20일', '7.20', 'July 20'], near: ['7월 21일'] },
  '2022년 10월 15일': { answers: ['2022년 10월 15일', 'October 15, 2022'] },
  '50일': { answers: ['50일'] },
  '5명': { answers: ['다섯 명', '5 people'] },
  '15번': { answers: ['15번', '15 times'] },
  '3위': { answers: ['3위', '3등', 'third'] },
  '78분': { answers: ['78분', '78 minutes'] },
  '24시간': { answers: ['24시간', '24 hours'] },
  '850만 대': { answers: ['850만 대', '8.5 million'], near: ['85만 대'] },
  '3만 5천 원': { answers: ['3만 5천 원', '35,000 won'], near: ['3만 원', '35,000 dollars'] },
  '1조 2천억 원': { answers: ['1조 2천억 원'] },
  '99.9%': { answers: ['99.9%'] },
  '영하 5도': { answers: ['영하 5도', '-5도'] },
} as const;

const keys = new Map(Object.entries(questions).map(([name, question]) => [name, answerKey(question, terms)]));

function verdict(question: string, guess: string): Verdict {
  const key = keys.get(question);
  if (key === undefined) throw new Error(`no question ${question}`);
  return judge(guess, key);
}

type Row = readonly [question: keyof typeof questions, guess: string];

const right: readonly Row[] = [
  // as it is, in other spellings, in the other language
  ['크라우드스트라이크', '크라우드스트라이크'],
  ['크라우드스트라이크', '크라우드 스트라이크'],
  ['크라우드스트라이크', 'ＣrowdＳtrike'],
  ['크라우드스트라이크', 'crowd strike'],
  ['크라우드스트라이크', 'CROWDSTRIKE'],
  ['크라우드스트라이크', '클라우드스트라이크'],
  ['크라우드스트라이크', '크라우드스트라익'],
  ['크라우드스트라이크', 'cloudstrike'],
  ['크라우드스트라이크', '"크라우드스트라이크"'],
  ['크라우드스트라이크', '||크라우드스트라이크||'],
  ['크라우드스트라이크', '**크라우드스트라이크**!!'],
  ['크라우드스트라이크', '크라우드스트라이크ㅋㅋㅋ'],
  ['크라우드스트라이크', '크라우드스트라이크'],
  ['크라우드스트라이크', '  크라우드\n스트라이크  '],
  ['클라우드', '클라우드'],
  ['클라우드', '클라우드 서비스'],
  ['클라우드', '클 라 우 드'],
  ['애저', 'azure'],
  ['애저', 'MS 애저'],
  ['애저', '애져'],
  ['SK C&C', 'sk c&c'],
  ['SK C&C', 'SKC&C'],
  ['SK C&C', 'SK 씨앤씨'],
  ['SK C&C', 'sk c & c'],
  ['데이터 센터', '데이터센터'],
  ['데이터 센터', 'IDC'],
  ['데이터 센터', 'data centre'],
  ['데이터 센터', 'Data-Center'],
  ['블루스크린', '블루 스크린'],
  ['제주항공', '제주 항공'],
  ['MS', '마이크로소프트'],
  ['MS', 'ms'],
  ['MS', 'M S'],
  ['MS', '마소'],
  // endings and particles
  ['업데이트', '업데이트요'],
  ['업데이트', '업데이트입니다'],
  ['업데이트', '업데이트예요!'],
  ['업데이트', '업데이트 에요'],
  ['업데이트', '업데이트임'],
  ['업데이트', '업데이트인가요?'],
  ['업데이트', '업데이트 아닌가요?'],
  ['업데이트', '업데이트인 것 같아요'],
  ['업데이트', '정답은 업데이트!'],
  ['업데이트', '답: 업데이트'],
  ['업데이트', '업데이트였습니다'],
  ['배상', '배상이요'],
  ['배상', '배상입니다'],
  ['배상', '배상을'],
  ['배상', '손해배상'],
  ['부산', '부산이에요'],
  ['부산', '부산에'],
  ['부산', '부산이죠'],
  ['부산', '부산에서요'],
  ['화재', '불이요'],
  ['화재', '불'],
  ['화재', '화재 때문에'],
  ['소송', '소송이라고 생각해요'],
  ['소송', '소송이다'],
  ['제주항공', '제주항공이었어요'],
  ['MS', 'MS입니다'],
  ['MS', 'MS가'],
  ['크라우드스트라이크', 'CrowdStrike요'],
  ['카카오', '카카오에서'],
  ['카카오톡', '카톡이요'],
  // slips of the finger, by length
  ['크라우드스트라이크', '크라우드스트라이커'],
  ['크라우드스트라이크', '크라우드스트레이크'],
  ['크라우드스트라이크', '크라유드스트라이코'],
  ['크라우드스트라이크', 'crowdstirke'],
  ['크라우드스트라이크', 'crowdstrik'],
  ['업데이트', '업데이드'],
  ['업데이트', '업데잍트'],
  ['블루스크린', '블루스크림'],
  ['블루스크린', '블루스크린이요'],
  ['이모티콘', '이모디콘'],
  ['제주항공', '제주항곤'],
  ['타임스스퀘어', '타임스스퀘아'],
  ['타임스스퀘어', '타임스스케어'],
  ['카카오톡', '카카오톸'],
  // figures in every spelling
  ['2024년', '2024'],
  ['2024년', '２０２４년'],
  ['2024년', '이천이십사년'],
  ['2024년', '2024년이요'],
  ['2024년', '2024년도'],
  ['7월 19일', '7월19일'],
  ['7월 19일', '07월 19일'],
  ['7월 19일', '7/19'],
  ['7월 19일', '칠월 십구일'],
  ['7월 19일', '7월 19일입니다'],
  ['7월 19일', 'July 19th'],
  ['7월 19일', '19 July'],
  ['20일', '이십일'],
  ['20일', '이십 일'],
  ['20일', '이십일이요'],
  ['20일', '이십일입니다'],
  ['20일', '정답은 이십일이에요'],
  ['20일', '이십일인 것 같아요'],
  ['20일', '이십일에'],
  ['20일', '이십'],
  ['20일', 'twenty'],
  ['21일', '이십일'],
  ['21일', '이십일일'],
  ['21일', '이십일일이요'],
  ['21일', '이십일이요'],
  ['21', '이십일'],
  ['21', '이십일입니다'],
  ['20일', '20일이요'],
  ['20일', '20'],
  ['10억 달러', '10억 달러'],
  ['10억 달러', '10억달러'],
  ['10억 달러', '십억 달러'],
  ['10억 달러', '십억달러요'],
  ['10억 달러', '10억 불'],
  ['10억 달러', '10억'],
  ['10억 달러', '1,000,000,000달러'],
  ['10억 달러', '$1,000,000,000'],
  ['10억 달러', '$1 billion'],
  ['10억 달러', '$1bn'],
  ['10억 달러', 'one billion dollars'],
  ['10억 달러', 'a billion dollars'],
  ['10억 달러', '1000 million dollars'],
  ['10억 달러', '약 10억 달러'],
  ['10억 달러', '10억 달러 정도요'],
  ['10억 달러', 'about 1 billion'],
  ['10억 달러', '0.001 trillion dollars'],
  ['1%', '1 %'],
  ['1%', '1퍼센트'],
  ['1%', '일 퍼센트'],
  ['1%', '1프로요'],
  ['1%', '1'],
  ['1%', 'one percent'],
  ['1%', 'one per cent'],
  ['두 배', '2배'],
  ['두 배', '두배요'],
  ['두 배', 'two times'],
  // English articles, plurals, slips
  ['클라우드', 'the cloud'],
  ['업데이트', 'an update'],
  ['업데이트', 'updates'],
  ['업데이트', 'It was an update!'],
  ['업데이트 파일', 'the update files'],
  ['업데이트 파일', 'updatefile'],
  ['소송', 'lawsuits'],
  ['소송', 'a law suit'],
  ['월 이용료', 'monthly fees'],
  ['월 이용료', 'the monthly fee'],
  ['operating system', 'operating systems'],
  ['operating system', 'operatng sistem'],
  ['earthquake', 'earthquakes'],
  ['earthquake', 'earthqauke'],
  ['earthquake', "It's an earthquake."],
  ['MS', 'Mircosoft'],
  ['MS', 'microsft'],
  ['타임스스퀘어', 'times squre'],
  ['블루스크린', 'blue-screen'],
  ['이모티콘', 'emoticons'],
  // endings of one syllable and of figures
  ['화재', '불인듯'],
  ['화재', '불 아님?'],
  ['1%', '1임'],
  ['1%', '1입니다'],
  // 같다, 맞다
  ['부산', '부산 같은데'],
  ['부산', '부산같음'],
  ['부산', '부산인거같애'],
  ['부산', '부산 맞죠?'],
  ['부산', '부산 맞음'],
  // after a vowel, 이 is left out
  ['애저', '애저지'],
  ['MS', 'MS네'],
  ['윈도우', '윈도우잖아요'],
  ['클라우드', '클라우드겠지'],
  ['인도', '인도네'],
  ['애저', '애저려나'],
  // the past, and tags
  ['부산', '부산이던가?'],
  ['부산', '부산이었던 것 같아요'],
  ['애저', '애저였는데'],
  ['애저', '애저였을걸'],
  ['부산', '부산 아니냐'],
  ['부산', '부산 아녀?'],
  ['부산', '부산이 아닐까 싶은데'],
  ['부산', '부산 아니었나'],
  ['부산', '부산 아니에요?'],
  ['부산', '부산 아님'],
  // opinions
  ['부산', '부산으로 알고 있어요'],
  ['부산', '부산이라 생각함'],
  // endings as chat spells them
  ['부산', '부산입니당'],
  ['부산', '부산이용'],
  ['부산', '부산일껄'],
  ['부산', '부산인뎅'],
  ['부산', '부산임다'],
  ['애저', '애저인가여'],
  // an ending and a particle, each once
  ['부산', '부산까지요'],
  ['20일', '20일까지요'],
  ['조지 커츠', '조지 커츠님이요'],
  // what introduces an answer, or follows it
  ['부산', '아마 부산'],
  ['부산', '제 생각엔 부산인 것 같아요'],
  ['부산', '정답은 아마 부산'],
  ['부산', '부산 정답'],
  ['부산', 'the answer is Busan'],
  ['부산', 'maybe Busan lol'],
  ['부산', 'Busan, right?'],
  ['부산', 'is it Busan?'],
  ['부산', '부산 :D'],
  ['제주항공', '제주항공이라는 회사'],
  ['20일', 'by the 20th'],
  ['조지 커츠', 'Mr. George Kurtz'],
  ['조지 커츠', 'George R. Kurtz'],
  // the other keyboard
  ['부산', 'qntks'],
  ['부산', 'QNTKS!'],
  ['애저', 'ㅁ켝ㄷ'],
  ['MS', 'ㅡㄴ'],
  // the same answer twice
  ['부산', '부산(Busan)'],
  ['윈도우', '윈도우/Windows'],
  ['윈도우', '윈도우 Windows'],
  ['부산', '부산! 부산!'],
  ['2024년', '2024년 (2024)'],
  // a slip in one of several words
  ['윈도우', '윈도우 운영체게'],
  ['CISA', 'Cybersecurity & Infrastructure Security Agency'],
  // numbers in words
  ['78분', '칠십팔분'],
  ['850만 대', '팔백오십만 대'],
  ['24시간', '이십사시간'],
  ['24시간', '스물네 시간'],
  ['15번', '열다섯 번'],
  ['20일', '스무날'],
  ['50일', '오십일'],
  ['5명', '오명'],
  ['5명', '다섯'],
  ['5명', 'five people'],
  ['3위', '세 번째'],
  ['3위', '3rd'],
  ['두 배', '2-fold'],
  // round
  ['두 배', '약 두 배'],
  ['두 배', '두 배 정도요'],
  ['두 배', '한 두 배'],
  ['두 배', '두 배 이상'],
  ['1%', '일프로 정도'],
  ['1%', '한 1%쯤'],
  ['1%', 'roughly 1%'],
  ['절반', '거의 절반'],
  ['10억 달러', 'at least a billion dollars'],
  // the figure alone, though something else is as many
  ['3만 5천 원', '35000'],
  ['3만 5천 원', '삼만오천'],
  // units and money
  ['1%', '1퍼요'],
  ['1%', '1.0%'],
  ['10억 달러', '$1B'],
  ['10억 달러', '1b'],
  ['10억 달러', '1 bil'],
  ['10억 달러', '10억 dollars'],
  ['10억 달러', 'US$1 billion'],
  ['10억 달러', 'USD 1 billion'],
  ['10억 달러', 'a billion bucks'],
  ['3만 5천 원', 'KRW 35,000'],
  ['3만 5천 원', '₩35,000'],
  ['78분', '78min'],
  ['24시간', '24h'],
  ['850만 대', '8.5M'],
  ['두 배', 'x2'],
  ['두 배', '×2'],
  ['영하 5도', '−5도'],
  ['영하 5도', '마이너스 5도'],
  ['영하 5도', '-5℃'],
  // dates
  ['7월 20일', '7월 20'],
  ['7월 20일', '7. 20.'],
  ['7월 20일', '7-20'],
  ['7월 20일', '7.20'],
  ['7월 20일', 'July twentieth'],
  ['20일', '20일날'],
  ['2022년 10월 15일', '22년 10월 15일'],
  ['2022년 10월 15일', '20221015'],
  ['2022년 10월 15일', '2022 10 15'],
  ['2024년', '24년'],
];

const near: readonly Row[] = [
  ['월 이용료', '연 이용료'],
  ['이모티콘', '이모'],
  ['크라우드스트라이크', 'crowd'],
  ['크라우드스트라이크', '크라유드스츠라이코'],
  ['크라우드스트라이크', 'crodstrick'],
  ['업데이트', '업데이'],
  ['업데이트', '엡테이트'],
  ['블루스크린', '불루스크림'],
  ['부산', '부삼'],
  ['화재', '하재'],
  ['애저', '에저'],
  ['소송', '소솜'],
  ['earthquake', 'erthkuak'],
  // a word more is no slip
  ['크라우드스트라이크', '크라우드스트라이크 MS'],
  ['크라우드스트라이크', 'KT 크라우드스트라이크'],
  ['크라우드스트라이크', '비크라우드스트라이크'],
  ['타임스스퀘어', 'no Times Square'],
  ['타임스스퀘어', '타임스스퀘어 LA'],
  // short English words
  ['부산', 'Susan'],
  ['클라우드', 'clout'],
  ['애저', 'azuer'],
  // units
  ['10억 달러', '1 bilion dollars'],
  ['10억 달러', '1 billion dollers'],
  ['10억 달러', '10억 달려'],
  ['1%', '1퍼센드'],
  ['20일', '20얼'],
];

const wrong: readonly Row[] = [
  ['크라우드스트라이크', ''],
  ['크라우드스트라이크', '???'],
  ['크라우드스트라이크', 'ㅋㅋㅋㅋ'],
  ['크라우드스트라이크', 'ㅋㄹㅇㄷㅅㅌㄹㅇㅋ'],
  ['크라우드스트라이크', '클라우드'],
  ['크라우드스트라이크', '크라우드'],
  ['크라우드스트라이크', '스트라이크'],
  ['크라우드스트라이크', 'cloud'],
  ['크라우드스트라이크', '마이크로소프트'],
  ['크라우드스트라이크', '크라우드스트라이크 2'],
  ['클라우드', '크라우드'],
  ['클라우드', '크라우드요'],
  ['클라우드', '크라우드스트라이크'],
  ['클라우드', 'crowd'],
  ['클라우드', '멀티 클라우드'],
  ['클라우드', '클라우드 업체'],
  ['배상', '보상'],
  ['배상', '보상이요'],
  ['배상', 'compensation'],
  ['배상', '소송'],
  ['배상', '배상 말고 환불'],
  ['업데이트', '업데이트 파일'],
  ['업데이트 파일', '업데이트'],
  ['애저', '애플'],
  ['애저', '애저 1'],
  ['카카오톡', '카카오'],
  ['카카오톡', '카카오요'],
  ['카카오', '카카오톡'],
  ['카카오', 'KakaoTalk'],
  ['데이터 센터', '전산센터'],
  ['데이터 센터', '데이터'],
  ['데이터 센터', 'computing center'],
  ['부산', '서울'],
  ['부산', '서울이요'],
  ['부산', 'Seoul'],
  ['부산', '대전'],
  ['화재', '지진'],
  ['소송', '배상'],
  ['MS', 'SM'],
  ['MS', 'MS2'],
  ['MS', '구글'],
  ['2024년', '2023년'],
  ['2024년', '2023'],
  ['2024년', '2042'],
  ['2024년', '20240'],
  ['2024년', '202 4'],
  ['2024년', '이천이십삼년'],
  ['2024년', '이천이십사명'],
  ['7월 19일', '7월 18일'],
  ['7월 19일', '19일'],
  ['7월 19일', '9월 17일'],
  ['7월 19일', '7월'],
  ['7월 19일', 'June 19'],
  ['7월 19일', '719'],
  ['20일', '21일'],
  ['20일', '21'],
  ['20일', '이십일일'],
  ['20일', '이십일일이요'],
  ['20일', '십구일'],
  ['20일', '십일'],
  ['20일', '이십이일'],
  ['20일', '칠월 이십일일'],
  ['20일', '이십일년'],
  ['20일', '이십일개'],
  ['21일', '20일'],
  ['21일', '이십'],
  ['21', '이십'],
  ['21', '20일'],
  ['21', '십일'],
  ['10억 달러', '11억 달러'],
  ['10억 달러', '10억 원'],
  ['10억 달러', '1억 달러'],
  ['10억 달러', '100억 달러'],
  ['10억 달러', '$10 billion'],
  ['10억 달러', '1 million dollars'],
  ['10억 달러', '10달러'],
  ['1%', '10%'],
  ['1%', '1.5%'],
  ['1%', '0.1%'],
  ['두 배', '세 배'],
  ['두 배', '3배'],
  ['operating system', 'operator'],
  ['earthquake', 'fire'],
  ['earthquake', 'earth'],
  // another name, with something around it
  ['배상', '피해보상'],
  ['배상금', '보상금'],
  ['배상금', '손해보상'],
  // several answers
  ['부산', '부산 대구'],
  ['부산', '부산이랑 대구'],
  ['부산', '부산(대구)'],
  ['부산', 'Busan or Daegu'],
  ['부산', '대구 정답은 부산'],
  ['20일', '20일 21일'],
  ['두 배', '2배의 2배'],
  ['두 배', '2 2배'],
  ['두 배', '두세 배'],
  ['두 배', '한두 배'],
  ['1%', '1, 1'],
  // no
  ['부산', '부산은 아님'],
  ['부산', '부산은 아니에요'],
  ['부산', '부산이 아님'],
  ['부산', '부산 아니에요.'],
  ['부산', '부산 아님.'],
  ['부산', '부산 ㄴㄴ'],
  ['부산', '부산은 아니고 대구'],
  ['부산', '부산 말고'],
  ['부산', 'not Busan'],
  ['1%', 'not 1%'],
  // figures, and what is counted
  ['10억 달러', '10억 개'],
  ['10억 달러', '10억 주'],
  ['10억 달러', '10억 명'],
  ['10억 달러', '10억 유로'],
  ['10억 달러', '1 billion yen'],
  ['10억 달러', '1 bn kr'],
  ['10억 달러', '€1 billion'],
  ['10억 달러', '₩10억'],
  ['10억 달러', '-10억 달러'],
  ['10억 달러', '8.5 million billion'],
  ['850만 대', '850만%'],
  ['1%', '1‰'],
  ['1%', '-1%'],
  ['1%', '1kg'],
  ['1%', '1% 이상'],
  ['99.9%', '99.9도'],
  ['99.9%', '99.9k'],
  ['영하 5도', '5도'],
  ['영하 5도', '+5도'],
  ['3만 5천 원', '$35,000'],
  ['3만 5천 원', '3만~5천 원'],
  ['1조 2천억 원', '1조, 2천억 원'],
  ['1조 2천억 원', '1조-2천억 원'],
  ['10억 달러', '1, 십억 달러'],
  ['15번', '15배'],
  ['78분', '78번'],
  ['2022년 10월 15일', '2022년 15월 10일'],
  // dates that only look alike
  ['7월 20일', '7.2'],
  ['7월 20일', '7. 2.'],
  ['7월 20일', 'June 20'],
  ['20일', '20일 만에'],
  ['20일', '20일 이상'],
  ['20일', '이십만이요'],
  ['20일', '2 0일'],
  ['21', '이십일만이요'],
  ['50일', '오십일일'],
  // abbreviations
  ['SK C&C', 'SK CNS'],
  ['SK C&C', 'SK Inc'],
  ['SK C&C', 'SK M&C'],
  ['SK C&C', 'sk cns'],
  ['CISA', 'CISO'],
  // short names that begin otherwise
  ['부산', '울산'],
  ['김범수', '이범수'],
  ['델타항공', '메타항공'],
  // a particle or another word is no slip
  ['제주항공', '제주에서'],
  ['제주항공', '제주에서요'],
  ['인도', '인도네시아'],
];

test.each([
  ['2024', ['two thousand twenty-four', '이천이십사', '2천24']],
  ['110000000', ['1.1억', '일억 천만', '1억1천만', 'one hundred ten million', '110 million']],
  ['35000', ['3만5천', '삼만오천', '35,000', '35k', 'thirty five thousand']],
  [
    '2024년 7월 19일',
    ['2024-07-19', '2024. 7. 19.', '2024/7/19', 'July 19, 2024', '이천이십사년 칠월 십구일'],
  ],
  ['10월 6일', ['시월 육일', '10/6', 'October 6th', 'the 6th of October']],
  ['3곳', ['세 곳', '3곳이요']],
])('%s in other spellings', (answer, spellings) => {
  const key = answerKey({ answers: [answer] }, []);
  expect(spellings.filter((guess) => judge(guess, key) !== 'right')).toEqual([]);
});

test.each([
  ['25', ['20 5', '2 5', '2.5', '250', 'twenty', '이십사']],
  ['12', ['1 2', 'one two', '1.2', '1/2']],
])('%s is not what only looks like it', (answer, guesses) => {
  const key = answerKey({ answers: [answer] }, []);
  expect(guesses.filter((guess) => judge(guess, key) !== 'wrong')).toEqual([]);
});

test('the shipped questions accept each of their answers, and nothing near', () => {
  const typed = pack.quiz.filter((question) => question.kind === 'typed');
  for (const { id, answers: korean, near: nearKorean } of typed) {
    const english = pack.english?.quiz[id];
    const answers = [...korean, ...(english?.answers ?? [])];
    const close = [...nearKorean, ...(english?.near ?? [])];
    const key = answerKey({ answers, near: close }, terms);
    expect([id, answers.filter((answer) => judge(answer, key) !== 'right')]).toEqual([id, []]);
    expect([id, close.filter((guess) => judge(guess, key) !== 'wrong')]).toEqual([id, []]);
  }
});

test('이십일이라는 답은 20일을 묻는 실제 문제에서도 맞다', () => {
  const question = pack.quiz.find(({ id }) => id === 'restored-by');
  if (question?.kind !== 'typed') throw new Error('no such question');
  const english = pack.english?.quiz[question.id];
  const key = answerKey(
    {
      answers: [...question.answers, ...(english?.answers ?? [])],
      near: [...question.near, ...(english?.near ?? [])],
    },
    terms,
  );
  const guesses = ['이십일', '이십일이요', '칠월 이십일', '21', '이십일일', '칠월 이십일일'];
  expect(guesses.map((guess) => judge(guess, key))).toEqual([
    ...['right', 'right', 'right', 'wrong', 'wrong', 'wrong'],
  ]);
});

test('a key is made once for a pack, and anew for the pack that replaces it', () => {
  const key = keyOf(pack, 'busan');
  expect(key).not.toBeNull();
  expect(keyOf(pack, 'busan')).toBe(key);
  expect(keyOf({ ...pack }, 'busan')).not.toBe(key);
  expect(keyOf(pack, 'real-cause')).toBeNull();
  expect(keyOf(pack, 'no-such-question')).toBeNull();
});

test('the table is as long as it has to be', () => {
  expect(right.length + near.length + wrong.length).toBeGreaterThanOrEqual(140);
});

describe('right', () => {
  test.each(right)('‘%s’의 답으로 ‘%s’는 맞다', (question, guess) => {
    expect(verdict(question, guess)).toBe('right');
  });
});

describe('near', () => {
  test.each(near)('‘%s’의 답으로 ‘%s’는 거의 맞다', (question, guess) => {
    expect(verdict(question, guess)).toBe('near');
  });
});

describe('wrong', () => {
  test.each(wrong)('‘%s’의 답으로 ‘%s’는 틀리다', (question, guess) => {
    expect(verdict(question, guess)).toBe('wrong');
  });
});

const namesOfTerms = pack.terms.map(({ id, term, spellings }) => [
  term,
  ...spellings,
  ...(pack.english?.terms[id] === undefined ? [] : [pack.english.terms[id].term]),
]);
const others = Object.entries(questions).flatMap(([name, { answers }]) => {
  const isAnswer = (names: readonly string[]) => answers.some((answer) => names.includes(answer));
  return namesOfTerms
    .filter((names) => !isAnswer(names))
    .flat()
    .map((term) => ({ name, term }));
});

test('no other term of the pack is right, however it is spelled', () => {
  const accepted = others.filter(({ name, term }) => verdict(name, term) === 'right');
  expect(accepted).toEqual([]);
});

const dressed = (text: string) =>
  fc
    .record({
      gaps: fc.array(fc.constantFrom('', '', ' ', '  ', '\u3000', '\u200b'), { minLength: 1 }),
      wide: fc.boolean(),
      upper: fc.boolean(),
      around: fc.constantFrom(
        ['', ''],
        ['||', '||'],
        ['"', '"'],
        ['**', '**'],
        ['', '!'],
        ['', ' ㅋㅋ'],
        [' ', '…'],
      ),
      form: fc.constantFrom('NFC', 'NFD'),
    })
    .map(({ gaps, wide, upper, around: [before = '', after = ''], form }) => {
      const spaced = [...text]
        .map((letter, index) => (/\d/u.test(letter) ? letter : `${gaps[index % gaps.length]}${letter}`))
        .join('');
      const cased = upper ? spaced.toUpperCase() : spaced.toLowerCase();
      const sized = wide
        ? cased.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
        : cased;
      return (before + sized + after).normalize(form);
    });

test('spacing, width, case, punctuation and spoiler bars change nothing', () => {
  const answers = Object.entries(questions).flatMap(([name, question]) =>
    question.answers.filter((answer) => !/[\d&]/u.test(answer)).map((answer) => ({ name, answer })),
  );
  const one = fc
    .constantFrom(...answers)
    .chain(({ name, answer }) => dressed(answer).map((guess) => ({ name, guess })));
  fc.assert(
    fc.property(one, ({ name, guess }) => {
      expect(verdict(name, guess)).toBe('right');
    }),
  );
});

test('another term is never right, with spaces, endings or particles', () => {
  const one = fc
    .constantFrom(...others)
    .chain(({ name, term }) => dressed(term).map((guess) => ({ name, guess })));
  const ending = fc.constantFrom('', '요', '입니다', '이에요', '은', '가', '에서', '인 것 같아요');
  fc.assert(
    fc.property(one, ending, ({ name, guess }, end) => {
      expect(verdict(name, guess + end)).not.toBe('right');
    }),
    { numRuns: 2_000 },
  );
});

test('the answers of two questions together are right for neither', () => {
  const all = Object.entries(questions).flatMap(([name, { answers }]) =>
    answers.map((answer) => ({ name, answer })),
  );
  const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const names = new Set(namesOfTerms.flat().map(lettersOf));
  const between = fc.constantFrom(
    ' ',
    ', ',
    '/',
    ' / ',
    '\n',
    '·',
    ' or ',
    ' and ',
    '랑 ',
    '이나 ',
    ' 아니면 ',
    '(',
    '||',
  );
  const one = fc.constantFrom(...all);
  fc.assert(
    fc.property(one, one, between, (first, second, separator) => {
      fc.pre(
        verdict(first.name, second.answer) !== 'right' && verdict(second.name, first.answer) !== 'right',
      );
      const guess = `${first.answer}${separator}${second.answer}`;
      fc.pre(!names.has(lettersOf(guess)));
      expect([guess, verdict(first.name, guess)]).not.toEqual([guess, 'right']);
      expect([guess, verdict(second.name, guess)]).not.toEqual([guess, 'right']);
    }),
    { numRuns: 3_000 },
  );
});

test('whatever is typed gets a verdict, always the same', () => {
  const chatty = fc
    .array(
      fc.constantFrom(
        '클라우드',
        '1',
        ',',
        '000',
        '억',
        '십',
        '일',
        ' ',
        '$',
        'billion',
        'july',
        '/',
        '요',
        'ㅋ',
        '|',
      ),
    )
    .map((parts) => parts.join(''));
  const guess = fc.oneof(fc.string({ unit: 'binary', maxLength: 4_000 }), chatty);
  fc.assert(
    fc.property(guess, fc.constantFrom(...keys.values()), (typed, key) => {
      const first = judge(typed, key);
      expect(['right', 'near', 'wrong']).toContain(first);
      expect(judge(typed, key)).toBe(first);
    }),
    { numRuns: 500 },
  );
});
