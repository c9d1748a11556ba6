import { describe, expect, it } from 'vitest';
import { answerDaily, showDaily } from '../../../src/flows/quiz/daily.ts';
import { readDailies } from '../../../src/store/quizLearning.ts';
import { type TestDeps, testDeps } from '../../support/flows.ts';
import { outageInEnglish } from '../../support/pack.ts';
import { blanks, pack, right } from './support/town.ts';

const mina = { guild: 'town', user: 'mina', channel: 'square' };

async function shown(deps: TestDeps, learner = mina) {
  const result = await showDaily(deps, learner);
  if (result.kind !== 'question') throw new Error(result.kind);
  return { ...result, name: `${result.question.pack}/${result.question.id}` };
}

it('the question of the day has one try, and days in a row make a streak', async () => {
  const deps = await testDeps(pack);
  const answer = async () => {
    const { day, name } = await shown(deps);
    return answerDaily(deps, mina, { day, name, picks: right });
  };
  const asked = await shown(deps);
  expect(await answer()).toMatchObject({ kind: 'answered', right: true, streak: 1 });
  const done = await showDaily(deps, mina);
  expect(done).toEqual({
    kind: 'done',
    answered: { question: asked.question, right: true },
    next: new Date('2024-07-19T15:00:00Z'),
    streak: 1,
  });
  deps.wait(24 * 60);
  expect(await answer()).toMatchObject({ kind: 'answered', streak: 2, best: 2 });
});

it('what was answered is not shown again once the question of the day is another', async () => {
  const deps = await testDeps(pack);
  const { day, name, question } = await shown(deps);
  expect(await answerDaily(deps, mina, { day, name, picks: [1] })).toMatchObject({ right: false });
  expect(await showDaily(deps, mina)).toMatchObject({ kind: 'done', answered: { question, right: false } });
  const quiz = pack.quiz.filter(({ id }) => id !== question.id);
  const changed = { ...deps, packs: new Map([[pack.id, { ...pack, quiz }]]) };
  expect(await showDaily(changed, mina)).toMatchObject({ kind: 'done', answered: null, streak: 1 });
});

it('takes no answer to what was asked on another day, or before the packs changed', async () => {
  const deps = await testDeps(pack);
  const { day, name } = await shown(deps);
  const others = [
    { day: '2024-07-18', name, picks: right },
    { day, name: `${name}-then`, picks: right },
  ];
  for (const other of others) expect(await answerDaily(deps, mina, other)).toEqual({ kind: 'old' });
  expect((await showDaily(deps, mina)).kind).toBe('question');
});

it('is the same for everybody on the server, until midnight there', async () => {
  const deps = await testDeps(pack);
  const first = await shown(deps);
  expect(await shown(deps, { ...mina, user: 'jun' })).toEqual(first);
  deps.wait(3 * 60 - 1);
  expect(await shown(deps)).toEqual(first);
  deps.wait(1);
  const next = await shown(deps);
  expect([first.day, next.day]).toEqual(['2024-07-19', '2024-07-20']);
  expect(next.question.id).not.toBe(first.question.id);
});

it('a press that comes twice takes one try', async () => {
  const deps = await testDeps(pack);
  const { day, name } = await shown(deps);
  const presses = await Promise.all(
    [1, 2, 3].map(() => answerDaily(deps, mina, { day, name, picks: right })),
  );
  expect(presses.map(({ kind }) => kind).sort()).toEqual(['answered', 'done', 'done']);
  expect(presses.map((press) => 'streak' in press && press.streak)).toEqual([1, 1, 1]);
});

it('a day that is left out ends the streak, and the best one is kept', async () => {
  const deps = await testDeps(pack);
  const results = [];
  for (const days of [0, 1, 2]) {
    deps.wait(days * 24 * 60);
    const { day, name } = await shown(deps);
    results.push(await answerDaily(deps, mina, { day, name, picks: [1] }));
  }
  expect(results.map((result) => 'best' in result && [result.right, result.streak, result.best])).toEqual([
    [false, 1, 1],
    [false, 2, 2],
    [false, 1, 2],
  ]);
});

it('there is none without questions', async () => {
  const deps = await testDeps();
  expect(await showDaily(deps, mina)).toEqual({ kind: 'no-questions' });
  expect(await answerDaily(deps, mina, { day: '2024-07-19', name: 'outage/one', picks: right })).toEqual({
    kind: 'no-questions',
  });
});

describe('A typed question of the day', () => {
  const typed = {
    ...({ kind: 'typed', id: 'typed', pair: 'what-happened', difficulty: 'easy' } as const),
    ...{ question: '?', explanation: 'so', answers: ['업데이트'], near: ['갱신'] },
  };
  const typedPack = { ...outageInEnglish, quiz: [typed] };

  it.each([
    ['업데이트입니다', true],
    ['update', true],
    ['업데이', false],
    ['갱신', false],
  ])('takes ‘%s’ as its one try', async (picks, isRight) => {
    const deps = await testDeps(typedPack);
    const { day, name, question } = await shown(deps);
    expect(question).toMatchObject({ kind: 'typed', shown: [], right: [] });
    expect(await answerDaily(deps, mina, { day, name, picks })).toEqual({
      ...{ kind: 'answered', question, right: isRight, streak: 1, best: 1 },
      next: new Date('2024-07-19T15:00:00Z'),
    });
    expect(await answerDaily(deps, mina, { day, name, picks: '업데이트' })).toMatchObject({ kind: 'done' });
    expect(await readDailies(deps.db, mina)).toEqual([{ day, name, right: isRight }]);
  });

  it('keeps no text', async () => {
    const deps = await testDeps(typedPack);
    const { day, name } = await shown(deps);
    await answerDaily(deps, mina, { day, name, picks: '혼자만의 답' });
    expect(JSON.stringify(await deps.db.selectFrom('quiz_daily').selectAll().execute())).not.toContain(
      '혼자',
    );
    expect(deps.log.lines).toEqual([]);
  });

  it('loses no try to what is no answer', async () => {
    const deps = await testDeps(typedPack);
    const { day, name } = await shown(deps);
    expect(await answerDaily(deps, mina, { day, name, picks: [0] })).toEqual({ kind: 'impossible' });
    for (const picks of blanks)
      expect(await answerDaily(deps, mina, { day, name, picks })).toEqual({ kind: 'blank' });
    expect((await showDaily(deps, mina)).kind).toBe('question');
  });
});
