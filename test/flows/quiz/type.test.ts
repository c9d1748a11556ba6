import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../src/content/schema.ts';
import { act } from '../../../src/flows/quiz/act.ts';
import { createRunner } from '../../../src/flows/quiz/runner.ts';
import { startGame } from '../../../src/flows/quiz/start.ts';
import { typeAnswer } from '../../../src/flows/quiz/type.ts';
import { testDeps } from '../../support/flows.ts';
import { outageInEnglish } from '../../support/pack.ts';
import { blanks, gameOf, neverRings, pass, request, testHost, truth } from './support/town.ts';

const typed = {
  ...({ kind: 'typed', id: 'cause', pair: 'what-happened', difficulty: 'easy' } as const),
  ...{ question: '?', explanation: 'so', answers: ['자동 갱신'], near: ['수동 갱신'] },
};
const cause = {
  ...{ question: '?', explanation: 'so' },
  ...{ answers: ['automatic renewal'], near: ['manual renewal'] },
};

/** A game whose only question is open. */
async function openQuestion(quiz: Pack['quiz'], style = request.style) {
  const english = outageInEnglish.english && { ...outageInEnglish.english, quiz: { cause } };
  const deps = await testDeps({ ...outageInEnglish, quiz, english });
  const { host, lines } = testHost();
  const runner = createRunner(deps, host, neverRings, 'first');
  await runner.start();
  const started = await startGame(deps, runner, { ...request, style, count: 1 });
  if (started.kind !== 'started') throw new Error(started.kind);
  await runner.settled();
  await pass(deps, runner, 5);
  let presses = 0;
  const type = (text: string, question = 0, user = 'mina') =>
    typeAnswer(deps, runner, started.stored.id, { id: `press-${presses++}`, user, question, text });
  return { deps, lines, runner, type, id: started.stored.id };
}

describe('A typed answer', () => {
  it.each([
    ['자동 갱신', 'right'],
    ['자동갱신이요!', 'right'],
    ['Automatic renewal', 'right'],
    ['자둥개신', 'near'],
    ['수동 갱신', 'wrong'],
    ['manual renewal', 'wrong'],
    ['불', 'wrong'],
  ])('‘%s’ is %s', async (text, verdict) => {
    const { type } = await openQuestion([typed]);
    expect(await type(text)).toMatchObject({
      ...{ kind: 'feedback', feedback: { kind: 'typed', verdict, triesLeft: 2 } },
    });
  });

  it('has three tries, and none after the right one', async () => {
    const { type } = await openQuestion([typed]);
    const kinds = [];
    for (const text of ['불', '물', '흙', '자동 갱신']) {
      const result = await type(text, 0, 'jun');
      kinds.push(result.kind === 'feedback' ? result.feedback : result);
    }
    expect(kinds).toEqual([
      { kind: 'typed', verdict: 'wrong', triesLeft: 2 },
      { kind: 'typed', verdict: 'wrong', triesLeft: 1 },
      { kind: 'typed', verdict: 'wrong', triesLeft: 0 },
      { kind: 'no-tries-left' },
    ]);
  });

  it.each(blanks)('that is blank costs no try, and makes nobody a player: %j', async (text) => {
    const { deps, runner, id } = await openQuestion([typed], 'hardcore');
    const guess = { id: 'press', user: 'jun', question: 0, text };
    const before = await gameOf(deps, id);
    expect(await typeAnswer(deps, runner, id, guess)).toEqual({ kind: 'blank' });
    expect(await gameOf(deps, id)).toEqual(before);
    const again = { ...guess, text: '자동 갱신' };
    expect(await typeAnswer(deps, runner, id, again)).toMatchObject({ feedback: { verdict: 'right' } });
  });

  it('is kept nowhere, and shown to nobody', async () => {
    const { deps, lines, runner, type } = await openQuestion([typed]);
    await type('혼자만의 답');
    await pass(deps, runner, 40);
    for (const table of ['quiz_games', 'quiz_answers', 'quiz_scores', 'quiz_seen'] as const)
      expect(JSON.stringify(await deps.db.selectFrom(table).selectAll().execute())).not.toContain('혼자');
    expect(JSON.stringify([...deps.log.lines, ...lines])).not.toContain('혼자');
  });

  it('delivered twice counts once', async () => {
    const { deps, runner, id } = await openQuestion([typed]);
    const guess = { id: 'twice', user: 'jun', question: 0, text: '불' };
    expect(await typeAnswer(deps, runner, id, guess)).toMatchObject({ feedback: { triesLeft: 2 } });
    expect(await typeAnswer(deps, runner, id, guess)).toEqual({ kind: 'handled' });
  });

  it('to a question that is no typed one, or not there, is no answer', async () => {
    const { type } = await openQuestion([truth('one')]);
    expect(await type('자동 갱신')).toEqual({ kind: 'no-question' });
    const { type: typeThere } = await openQuestion([typed]);
    for (const question of [1, -1, 0.5])
      expect(await typeThere('자동 갱신', question)).toEqual({ kind: 'no-question' });
  });

  it('to a question whose pack is gone is no answer', async () => {
    const { deps, runner, id } = await openQuestion([typed]);
    const guess = { id: 'press', user: 'mina', question: 0, text: '자동 갱신' };
    expect(await typeAnswer({ ...deps, packs: new Map() }, runner, id, guess)).toEqual({
      kind: 'no-question',
    });
  });

  it('to a game that is unknown, or over, is told so', async () => {
    const { deps, runner, id, type } = await openQuestion([typed]);
    const guess = { id: 'press', user: 'mina', question: 0, text: '자동 갱신' };
    expect(await typeAnswer(deps, runner, 'unknown', guess)).toEqual({ kind: 'no-game' });
    await act(deps, runner, id, { type: 'stop', id: 's', user: 'mina', isModerator: false });
    expect(await type('자동 갱신')).toMatchObject({ kind: 'feedback', feedback: { kind: 'over' } });
  });
});
