import { describe, expect, it } from 'vitest';
import {
  answerPractice,
  type PracticeRequest,
  practiceQuestion,
  showPractice,
} from '../../../src/flows/quiz/practice.ts';
import type { Dealt } from '../../../src/quiz/deck.ts';
import { readMemories } from '../../../src/store/quizLearning.ts';
import { type TestDeps, testDeps } from '../../support/flows.ts';
import { outageInEnglish } from '../../support/pack.ts';
import { blanks } from './support/town.ts';

const base = { pair: 'what-happened', difficulty: 'easy', explanation: 'so' } as const;
const truth = { ...base, kind: 'truth', id: 'truth', question: '?', right: true, why: 'no' } as const;
const typed = {
  ...base,
  ...({ kind: 'typed', id: 'typed', question: '?', difficulty: 'hard' } as const),
  ...{ answers: ['업데이트'], near: [] },
};
const order = { ...base, kind: 'order', id: 'order', question: '?', items: ['가', '나', '다'] } as const;
const pack = { ...outageInEnglish, quiz: [truth, typed, { ...order, items: [...order.items] }] };

const mina = { guild: 'town', user: 'mina', channel: 'square' };
const day = 24 * 60;

async function question(deps: TestDeps, request: PracticeRequest = {}) {
  const shown = await showPractice(deps, mina, request);
  if (shown.kind !== 'question') throw new Error(shown.kind);
  return shown;
}

const answerTo = ({ kind, right }: Dealt) => (kind === 'typed' ? '업데이트입니다' : right);
const wrongTo = ({ kind, right }: Dealt) =>
  kind === 'typed' ? '불' : kind === 'truth' ? [1] : [...right].reverse();

/** Answers what is shown; its id. */
async function practise(deps: TestDeps, isRight: boolean, request: PracticeRequest = {}): Promise<string> {
  const { question: dealt, layout } = await question(deps, request);
  const picks = isRight ? answerTo(dealt) : wrongTo(dealt);
  const name = `${dealt.pack}/${dealt.id}`;
  const answer = { name, layout, picks, hinted: false };
  expect(await answerPractice(deps, mina, answer)).toMatchObject({
    ...{ kind: 'answered', question: dealt, right: isRight, counted: true },
  });
  return dealt.id;
}

describe('Practice', () => {
  it('goes through what was never tried, then comes back to what was wrong, once it fades', async () => {
    const deps = await testDeps(pack);
    const first = [await practise(deps, true), await practise(deps, false), await practise(deps, true)];
    expect([...first].sort()).toEqual(['order', 'truth', 'typed']);
    deps.wait(2 * day);
    expect((await question(deps)).question.id).toBe(first[1]);
  });

  it('does not show again what was shown just before', async () => {
    const deps = await testDeps(pack);
    const first = await practise(deps, false);
    deps.wait(2 * day);
    const { question: next } = await question(deps, { after: `outage/${first}` });
    expect(next.id).not.toBe(first);
  });

  it('counts what is due today, what is known and what was never tried', async () => {
    const deps = await testDeps(pack);
    expect((await question(deps)).counts).toEqual({ due: 0, known: 0, untried: 3 });
    await practise(deps, false);
    await practise(deps, true);
    expect((await question(deps)).counts).toEqual({ due: 0, known: 2, untried: 1 });
    // It is due at nine in the evening (Seoul), and so from midnight on.
    deps.wait(day - 12 * 60);
    expect((await question(deps)).counts).toEqual({ due: 1, known: 1, untried: 1 });
    expect((await question(deps, { difficulty: 'hard' })).question.id).toBe('typed');
    const { counts } = await question(deps, { kinds: ['truth'] });
    expect(counts.due + counts.known + counts.untried).toBe(1);
  });

  it('has nothing to show where no question fits', async () => {
    const deps = await testDeps(pack);
    expect(await showPractice(deps, mina, { kinds: ['choice'] })).toEqual({ kind: 'no-questions' });
    expect(await showPractice(await testDeps(), mina)).toEqual({ kind: 'no-questions' });
  });
});

describe('An answer in practice', () => {
  const tellTruth = { name: 'outage/truth', layout: '', picks: [0], hinted: false };

  it('is judged by the layout of its button', async () => {
    const deps = await testDeps(pack);
    const { question: dealt, layout } = await question(deps, { kinds: ['order'] });
    const answer = { name: 'outage/order', layout, hinted: false };
    expect(await answerPractice(deps, mina, { ...answer, picks: wrongTo(dealt) })).toEqual({
      ...{ kind: 'answered', question: dealt, right: false, counted: true },
      due: new Date('2024-07-20T12:00:00Z'),
    });
    const jun = { ...mina, user: 'jun' };
    expect(await answerPractice(deps, jun, { ...answer, picks: dealt.right })).toMatchObject({ right: true });
  });

  it('counts once, however often the button is pressed', async () => {
    const deps = await testDeps(pack);
    const presses = await Promise.all([1, 2, 3].map(() => answerPractice(deps, mina, tellTruth)));
    const [first] = presses;
    expect(presses.filter((press) => press.kind === 'answered' && press.counted)).toHaveLength(1);
    deps.wait(9);
    const late = await answerPractice(deps, mina, { ...tellTruth, picks: [1] });
    expect(late).toEqual({ ...first, right: false, counted: false });
    expect((await readMemories(deps.db, 'mina')).get('outage/truth')).toMatchObject({
      reviews: 1,
      lapses: 0,
    });
    deps.wait(1);
    expect(await answerPractice(deps, mina, tellTruth)).toMatchObject({ counted: true });
  });

  it('with the hint is asked again sooner', async () => {
    const deps = await testDeps(pack);
    const plain = await answerPractice(deps, mina, tellTruth);
    const hinted = await answerPractice(deps, { ...mina, user: 'jun' }, { ...tellTruth, hinted: true });
    if (plain.kind !== 'answered' || hinted.kind !== 'answered') throw new Error('not answered');
    expect(hinted.due.getTime()).toBeLessThan(plain.due.getTime());
  });

  it('is remembered on every server', async () => {
    const deps = await testDeps(pack);
    await answerPractice(deps, mina, tellTruth);
    const elsewhere = await showPractice(deps, { ...mina, guild: 'city' });
    expect(elsewhere).toMatchObject({ counts: { due: 0, known: 1, untried: 2 } });
  });

  it('to a question that no pack has any more is told so, and changes nothing', async () => {
    const deps = await testDeps(pack);
    for (const name of ['outage/gone', 'gone/truth', 'truth', ''])
      expect(await answerPractice(deps, mina, { ...tellTruth, name })).toEqual({ kind: 'gone' });
    expect(await readMemories(deps.db, 'mina')).toEqual(new Map());
  });

  it.each([
    ['a text for a choice', { picks: '참' }],
    ['a place that is not there', { picks: [2] }],
    ['nothing', { picks: [] }],
    ['a layout of another question', { layout: '2031' }],
    ['a place for a text', { name: 'outage/typed', picks: [0] }],
    ['an order in the layout of before', { name: 'outage/order', layout: '2031', picks: [0, 1, 2] }],
  ])('that is impossible is none: %s', async (_, answer) => {
    const deps = await testDeps(pack);
    expect(await answerPractice(deps, mina, { ...tellTruth, ...answer })).toEqual({ kind: 'impossible' });
    expect(await readMemories(deps.db, 'mina')).toEqual(new Map());
  });

  it.each(blanks)('that is blank is none: %j', async (picks) => {
    const deps = await testDeps(pack);
    const blank = { name: 'outage/typed', layout: '', picks, hinted: false };
    expect(await answerPractice(deps, mina, blank)).toEqual({ kind: 'blank' });
    expect(await readMemories(deps.db, 'mina')).toEqual(new Map());
  });

  it('keeps no text', async () => {
    const deps = await testDeps(pack);
    const typedAnswer = { name: 'outage/typed', layout: '', picks: '혼자만의 답', hinted: false };
    expect(await answerPractice(deps, mina, typedAnswer)).toMatchObject({ right: false });
    expect(JSON.stringify(await deps.db.selectFrom('quiz_practice').selectAll().execute())).not.toContain(
      '혼자',
    );
    expect(deps.log.lines).toEqual([]);
  });

  it('is lost, and told so, where the store fails', async () => {
    const deps = await testDeps(pack);
    await deps.db.destroy();
    expect(await showPractice(deps, mina)).toEqual({ kind: 'store-failed' });
    expect(await answerPractice(deps, mina, tellTruth)).toEqual({ kind: 'store-failed' });
  });
});

it('a button of practice knows its question, to show it again with the hint', async () => {
  const deps = await testDeps(pack);
  const { question: dealt, layout } = await question(deps, { kinds: ['order'] });
  expect(layout).toMatch(/^[0-2]{3}$/);
  const find = (name: string, as = layout) => practiceQuestion(deps, mina, { name, layout: as });
  expect(await find('outage/order')).toEqual({ kind: 'question', question: dealt });
  expect(await find('outage/order', '')).toEqual({ kind: 'impossible' });
  expect(await find('outage/gone')).toEqual({ kind: 'gone' });
});
