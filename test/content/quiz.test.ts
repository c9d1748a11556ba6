import { expect, test } from 'vitest';
import { complaints, englishJson, type Files, load, sound } from './support/smallPack.ts';

const quizYaml = `- id: culprit
  pair: first
  kind: choice
  difficulty: easy
  question: 무엇이 멈췄나요?
  options:
    - text: 컴퓨터
      right: true
    - text: 냉장고
      why: 냉장고는 멀쩡했어.
    - text: 자전거
      why: 자전거는 잘 굴러갔어.
    - text: 시계
      why: 시계는 잘 갔어.
  explanation: 멈춘 건 컴퓨터야.
- id: update
  pair: second
  kind: truth
  difficulty: medium
  question: 업데이트 때문에 멈췄다.
  right: true
  why: 업데이트 때문이 맞아.
  explanation: 업데이트 때문이야.
- id: cause
  pair: second
  kind: typed
  difficulty: hard
  question: 무엇 때문이었나요?
  answers: [업데이트, 업뎃]
  near: [데이트]
  explanation: 업데이트 때문이야.
  hint: 네 글자예요.
- id: course
  pair: first
  kind: order
  difficulty: hard
  question: 순서대로 놓아 보세요.
  items: [업데이트가 나간다, 컴퓨터가 멈춘다, 모두 집에 간다]
  explanation: 업데이트가 나가서 컴퓨터가 멈췄어.
`;

const quizJson = {
  culprit: {
    question: 'What stopped?',
    options: [
      { text: 'Computers' },
      { text: 'Fridges', why: 'Fridges were fine.' },
      { text: 'Bicycles', why: 'Bicycles kept rolling.' },
      { text: 'Clocks', why: 'Clocks kept going.' },
    ],
    explanation: 'Computers stopped.',
  },
  update: { question: 'An update stopped them.', why: 'It did.', explanation: 'It was an update.' },
  cause: {
    question: 'What was the cause?',
    answers: ['update', 'an update'],
    near: ['date'],
    explanation: 'It was an update.',
    hint: 'It has six letters.',
  },
  course: {
    question: 'Put these in order.',
    items: ['An update goes out', 'Computers stop', 'All go home'],
    explanation: 'An update went out, and computers stopped.',
  },
};

/** The small pack with this quiz; its English with one entry a line, so that the lines are easy to tell. */
function withQuiz(yaml: string, english: Readonly<Record<string, unknown>> = {}): Files {
  const entries = Object.entries(english).map(([id, entry]) => `"${id}": ${JSON.stringify(entry)}`);
  const quiz = `,\n  "quiz": {\n${entries.join(',\n')}\n}\n}\n`;
  return {
    ...sound,
    'content/small/quiz.yaml': yaml,
    'locales/en/small.json': englishJson.replace(/\n\}\n$/u, quiz),
  };
}

function withKorean(from: string, to: string): Files {
  expect(quizYaml).toContain(from);
  return withQuiz(quizYaml.replace(from, to));
}

function withEnglish<Id extends keyof typeof quizJson>(id: Id, changes: object): Files {
  return withQuiz(quizYaml, { [id]: { ...quizJson[id], ...changes } });
}

test('a quiz is loaded with all four kinds of questions and its English', () => {
  const [pack] = load(withQuiz(quizYaml, quizJson));
  expect(pack?.quiz.map(({ id, kind, difficulty }) => [id, kind, difficulty])).toEqual([
    ['culprit', 'choice', 'easy'],
    ['update', 'truth', 'medium'],
    ['cause', 'typed', 'hard'],
    ['course', 'order', 'hard'],
  ]);
  expect(pack?.quiz[0]).toMatchObject({
    options: [
      { text: '컴퓨터', right: true },
      { text: '냉장고', right: false, why: '냉장고는 멀쩡했어.' },
      { text: '자전거', right: false, why: '자전거는 잘 굴러갔어.' },
      { text: '시계', right: false, why: '시계는 잘 갔어.' },
    ],
  });
  expect(pack?.english?.quiz).toEqual(quizJson);
});

test('a pack without quiz.yaml has no questions, and one with it needs no English', () => {
  expect(load(sound)[0]?.quiz).toEqual([]);
  expect(load(withQuiz(quizYaml))[0]?.english?.quiz).toEqual({});
});

test.each<[string, Files, string[]]>([
  [
    'an id used twice',
    withKorean('- id: update', '- id: culprit'),
    ["small/quiz.yaml · line 16 · [1].id 'culprit' is used twice: give each question an id of its own"],
  ],
  [
    'a pair that does not exist',
    withKorean('pair: second', 'pair: third'),
    ["small/quiz.yaml · line 17 · [1].pair 'third' is not a pair of this pack: use one of its ids"],
  ],
  [
    'a kind that does not exist',
    withKorean('kind: truth', 'kind: truths'),
    ['small/quiz.yaml · line 18 · [1].kind must be choice, truth, typed or order'],
  ],
  [
    'a difficulty that does not exist',
    withKorean('difficulty: medium', 'difficulty: middling'),
    ['small/quiz.yaml · line 19 · [1].difficulty must be easy, medium or hard'],
  ],
  [
    'no right option',
    withKorean('right: true', 'why: 컴퓨터가 아니야.'),
    [
      'small/quiz.yaml · line 7 · [0].options must have exactly one right option: mark it, and only it, with right: true',
    ],
  ],
  [
    'two right options',
    withKorean('why: 냉장고는 멀쩡했어.', 'right: true'),
    [
      'small/quiz.yaml · line 7 · [0].options must have exactly one right option: mark it, and only it, with right: true',
    ],
  ],
  [
    'a right option with a why, a wrong one without, and one that says right: false',
    withQuiz(
      quizYaml
        .replace('      right: true\n', '      right: true\n      why: 맞아.\n')
        .replace('      why: 냉장고는 멀쩡했어.\n', '')
        .replace('      why: 시계는 잘 갔어.\n', '      right: false\n      why: 시계는 잘 갔어.\n'),
    ),
    [
      'small/quiz.yaml · line 7 · [0].options[0] is right and has a why: keep one of the two',
      'small/quiz.yaml · line 10 · [0].options[1] says neither that it is right nor why it is wrong: add right: true, or why',
      'small/quiz.yaml · line 14 · [0].options[3].right can only be true: leave it out of a wrong option',
    ],
  ],
  [
    'three options',
    withKorean('    - text: 시계\n      why: 시계는 잘 갔어.\n', ''),
    ['small/quiz.yaml · line 7 · [0].options must be four options'],
  ],
  [
    'options that read alike, whatever their spaces and marks',
    withKorean('text: 시계', 'text: 냉 장고!'),
    ['small/quiz.yaml · line 13 · [0].options[3] reads like options[1]: make the two differ'],
  ],
  [
    'an option too long for a button, and a question, an explanation and a hint too long',
    withQuiz(
      quizYaml
        .replace('text: 시계', `text: ${'시'.repeat(81)}`)
        .replace('무엇 때문이었나요?', '왜'.repeat(301))
        .replace(
          '업데이트 때문이야.\n  hint: 네 글자예요.',
          `${'왜'.repeat(601)}\n  hint: ${'왜'.repeat(151)}`,
        ),
    ),
    [
      'small/quiz.yaml · line 13 · [0].options[3].text is 81 characters long: shorten it to at most 80',
      'small/quiz.yaml · line 28 · [2].question is 301 characters long: shorten it to at most 300',
      'small/quiz.yaml · line 31 · [2].explanation is 601 characters long: shorten it to at most 600',
      'small/quiz.yaml · line 32 · [2].hint is 151 characters long: shorten it to at most 150',
    ],
  ],
  [
    'a why too long, and a statement without its verdict',
    withQuiz(
      quizYaml
        .replace('냉장고는 멀쩡했어.', '왜'.repeat(201))
        .replace('  right: true\n  why: 업데이트', '  why: 업데이트'),
    ),
    [
      'small/quiz.yaml · line 10 · [0].options[1].why is 201 characters long: shorten it to at most 200',
      'small/quiz.yaml · line 16 · [1].right is missing: write true or false',
    ],
  ],
  [
    'a field of another kind',
    withKorean('  answers: [업데이트, 업뎃]', '  answers: [업데이트]\n  right: true'),
    ['small/quiz.yaml · line 30 · [2].right is a field that nobody reads: correct its name, or remove it'],
  ],
  [
    'no answer to type',
    withKorean('[업데이트, 업뎃]', '[]'),
    ['small/quiz.yaml · line 29 · [2].answers has no answer: add at least one'],
  ],
  [
    'something near that is an answer, in either language',
    withQuiz(quizYaml.replace('[데이트]', '[업 데이트, An Update]'), {
      cause: { ...quizJson.cause, near: ['Update'] },
    }),
    [
      "small/quiz.yaml · line 30 · [2].near[0] '업 데이트' is one of the answers as well: keep it in one of the two places",
      "small/quiz.yaml · line 30 · [2].near[1] 'An Update' is one of the answers as well: keep it in one of the two places",
      "locales/en/small.json · line 15 · quiz.cause.near[0] 'Update' is one of the answers as well: keep it in one of the two places",
    ],
  ],
  [
    'two items to put in order',
    withKorean(', 모두 집에 간다', ''),
    ['small/quiz.yaml · line 38 · [3].items has too few items: write three to five, in the right order'],
  ],
  [
    'six items to put in order',
    withKorean('모두 집에 간다', '하나, 둘, 셋, 넷'),
    ['small/quiz.yaml · line 38 · [3].items has too many items: write three to five, in the right order'],
  ],
  [
    'items that read alike',
    withKorean('모두 집에 간다', '컴퓨터가 멈춘다.'),
    ['small/quiz.yaml · line 38 · [3].items[2] reads like items[1]: make the two differ'],
  ],
  [
    'English for a question that does not exist',
    withQuiz(quizYaml, { reason: quizJson.update }),
    [
      'locales/en/small.json · line 15 · quiz.reason translates nothing in the Korean pack: remove it, or correct the id',
    ],
  ],
  [
    'English without what its kind needs, and with what it does not',
    withEnglish('update', { why: undefined, answers: ['yes'] }),
    [
      'locales/en/small.json · line 15 · quiz.update.why is missing: translate what quiz.yaml has',
      'locales/en/small.json · line 15 · quiz.update.answers belongs to no question of the kind truth: remove it',
    ],
  ],
  [
    'English with a hint too many',
    withEnglish('course', { hint: 'Think.' }),
    [
      'locales/en/small.json · line 15 · quiz.course.hint translates no hint of quiz.yaml: remove it, or add one there',
    ],
  ],
  [
    'English with a hint too few',
    withEnglish('cause', { hint: undefined }),
    ['locales/en/small.json · line 15 · quiz.cause.hint is missing: translate what quiz.yaml has'],
  ],
  [
    'English options in another order, one of them left out',
    withEnglish('culprit', {
      options: [quizJson.culprit.options[1], ...quizJson.culprit.options.slice(0, 2)],
    }),
    [
      'locales/en/small.json · line 15 · quiz.culprit.options[2] reads like options[0]: make the two differ',
      'locales/en/small.json · line 15 · quiz.culprit.options has 3 options, quiz.yaml has 4: translate them one for one',
      'locales/en/small.json · line 15 · quiz.culprit.options[0].why stands at the right option: remove it, or correct the order',
      'locales/en/small.json · line 15 · quiz.culprit.options[1].why is missing: say what is wrong with this option',
    ],
  ],
  [
    'more English items than Korean ones',
    withEnglish('course', { items: [...quizJson.course.items, 'They come back'] }),
    [
      'locales/en/small.json · line 15 · quiz.course.items has 4 items, quiz.yaml has 3: translate them one for one',
    ],
  ],
  [
    'Korean letters in the English of a question',
    withEnglish('cause', { near: ['데이트'] }),
    ['locales/en/small.json · line 15 · quiz.cause.near[0] has Korean letters: this file holds English only'],
  ],
])('%s is refused with the file, the line, the field and a remedy', (_, files, lines) => {
  expect(complaints(files)).toEqual(lines);
});
