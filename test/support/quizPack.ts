import type { Pack } from '../../src/content/schema.ts';
import { outageInEnglish } from './pack.ts';

const english = outageInEnglish.english;

/** The test pack with a question of each kind, and a second one of choice, in both languages. */
export const quizPack: Pack = {
  ...outageInEnglish,
  quiz: [
    {
      id: 'cause',
      pair: 'why-it-happened',
      kind: 'choice',
      difficulty: 'easy',
      question: '컴퓨터는 왜 멈췄나요?',
      options: [
        { text: '업데이트', right: true },
        { text: '해킹', right: false, why: '해킹은 아니었어.' },
        { text: '정전', right: false, why: '전기는 멀쩡했어.' },
        { text: '화재', right: false, why: '불은 나지 않았어.' },
      ],
      explanation: '업데이트 하나가 잘못됐어.',
      hint: '고치려다 생긴 일이에요.',
    },
    {
      id: 'airports',
      pair: 'who-was-hit',
      kind: 'truth',
      difficulty: 'easy',
      question: '공항도 피해를 봤어요.',
      right: true,
      why: '공항은 크게 당했어.',
      explanation: '공항과 병원이 크게 당했어.',
    },
    {
      id: 'remedy',
      pair: 'then-what',
      kind: 'typed',
      difficulty: 'medium',
      question: '무엇을 지워야 하나요?',
      answers: ['파일'],
      near: ['파이프'],
      explanation: '파일 하나를 지우면 돼.',
    },
    {
      id: 'course',
      pair: 'what-happened',
      kind: 'order',
      difficulty: 'hard',
      question: '일어난 순서대로 놓아 보세요.',
      items: ['업데이트가 나간다', '컴퓨터가 멈춘다', '파일을 지운다'],
      explanation: '업데이트, 멈춤, 삭제 순서야.',
    },
  ],
  english: english && {
    ...english,
    quiz: {
      cause: {
        question: 'Why did the computers stop?',
        options: [
          { text: 'An update' },
          { text: 'A hack', why: 'It was no hack.' },
          { text: 'A power cut', why: 'There was power.' },
          { text: 'A fire', why: 'Nothing burnt.' },
        ],
        explanation: 'One update went wrong.',
        hint: 'It was meant to make things better.',
      },
      airports: {
        question: 'Airports were hit, too.',
        why: 'Airports were hit badly.',
        explanation: 'Airports and hospitals were hit badly.',
      },
      remedy: {
        question: 'What has to be deleted?',
        answers: ['file'],
        near: ['pile'],
        explanation: 'Deleting one file is enough.',
      },
      course: {
        question: 'Put them in the order in which they happened.',
        items: ['The update goes out', 'The computers stop', 'The file is deleted'],
        explanation: 'Update, stop, deletion.',
      },
    },
  },
};
