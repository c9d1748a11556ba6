import type { English, Pack, Pair } from '../../src/content/schema.ts';

function pair(id: string, question: string, answer: string, rest: Partial<Pair> = {}): Pair {
  return { id, question, answer, contextOnly: false, aliases: [], elliptical: [], followUps: [], ...rest };
}

/** Twelve pairs, so that the topics take two pages; the last has no English. */
export const outage: Pack = {
  id: 'outage',
  title: '멈춘 컴퓨터',
  description: '2024년 7월의 먹통 사태를 다룬 시험용 기사예요.',
  asOf: '2024-07',
  version: 2,
  author: '홍길동',
  licence: 'CC BY 4.0',
  source: '시험용 원문',
  pairs: [
    pair('what-happened', '무슨 일이 있었던 거야?', '컴퓨터가 한꺼번에 멈췄어.', {
      aliases: ['무슨 일이야?'],
      followUps: [
        { to: 'why-it-happened', label: '왜 그랬는데?' },
        { to: 'who-was-hit', label: '누가 피해를 봤어?' },
      ],
    }),
    pair('why-it-happened', '왜 이런 일이 벌어진 거야?', '업데이트 하나가 잘못됐어.\n\n그게 다야.', {
      aliases: ['원인이 뭐야?'],
      followUps: [{ to: 'then-what', label: '그럼 어떻게 해?' }],
    }),
    pair('then-what', '그럼 이제 어떻게 해?', '파일 하나를 지우면 돼.', { contextOnly: true }),
    pair('who-was-hit', '누가 피해를 봤어?', '공항과 병원이 크게 당했어.'),
    ...['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((id, index) =>
      pair(id, `${index + 5}번째 질문이야?`, `${index + 5}번째 답이야.`),
    ),
    pair('untranslated', '번역이 없는 질문이야?', '한국어로만 있는 답이야.'),
  ],
  terms: [
    {
      id: 'update',
      term: '업데이트',
      spellings: ['update', '갱신'],
      definition: '프로그램을 새 판으로 바꾸는 일.',
      pair: 'why-it-happened',
    },
    { id: 'blue-screen', term: '블루스크린', spellings: ['BSOD'], definition: '윈도가 멈출 때의 파란 화면.' },
    { id: 'kernel', term: '커널', spellings: ['kernel'], definition: '운영 체제의 중심.' },
    { id: 'driver', term: '드라이버', spellings: ['driver'], definition: '장치를 부리는 프로그램.' },
  ],
  synonyms: [],
  outside: [],
  summary: null,
  timeline: [
    {
      id: 'outage',
      date: '2024-07-19',
      when: '2024년 7월 19일',
      text: '컴퓨터가 한꺼번에 멈췄어.',
      pair: 'what-happened',
    },
    { id: 'repair', date: '2024-07', when: '2024년 7월', text: '파일 하나를 지웠어.', pair: 'then-what' },
    { id: 'after', when: '그 뒤', text: '아직 번역하지 않은 일이 있었어.', pair: 'untranslated' },
  ],
  quiz: [],
  english: null,
};

const english: English = {
  title: 'The day the computers stopped',
  description: 'A test article about the outage of July 2024.',
  source: 'Test original',
  author: 'Hong Gildong',
  pairs: {
    'what-happened': englishPair('What happened?', 'Computers stopped all at once.', {
      'why-it-happened': 'Why?',
      'who-was-hit': 'Who was hit?',
    }),
    'why-it-happened': englishPair('Why did this happen?', 'One update was faulty.\n\nThat is all.', {
      'then-what': 'What now?',
    }),
    'then-what': englishPair('So what to do now?', 'Delete one file.'),
    'who-was-hit': englishPair('Who was hit?', 'Airports and hospitals.'),
    ...Object.fromEntries(
      ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((id, index) => [
        id,
        englishPair(`Question ${index + 5}?`, `Answer ${index + 5}.`),
      ]),
    ),
  },
  terms: {
    update: { term: 'update', definition: 'Replacing a program by a newer version.' },
    'blue-screen': { term: 'blue screen', definition: 'What Windows shows when it stops.' },
    kernel: { term: 'kernel', definition: 'The core of an operating system.' },
    driver: { term: 'driver', definition: 'A program that runs a device.' },
  },
  timeline: {
    outage: { when: '19 July 2024', text: 'Computers stopped all at once.' },
    repair: { when: 'July 2024', text: 'One file was deleted.' },
  },
  quiz: {},
};

function englishPair(question: string, answer: string, followUps: Record<string, string> = {}) {
  return { question, answer, aliases: [], elliptical: [], followUps };
}

export const outageInEnglish: Pack = { ...outage, english };
